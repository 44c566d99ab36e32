//! The whole run as one line: calls, returns, raises, marks, and you. The mouse asks it for steps.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::draw::Screen;
use crate::tui::text::{fit, width};
use crate::view::{Mark, MarkKind, Timeline};

const LEFT_END: &str = "|◂ ";
const RIGHT_END: &str = " ▸|";

/// The columns that stand for steps.
fn track(area: Rect) -> Rect {
    let ends = 3;
    Rect { x: area.x + ends.min(area.width), width: area.width.saturating_sub(2 * ends), ..area }
}

/// The last step that the line shows.
fn last(timeline: &Timeline, step: u64) -> u64 {
    timeline.known.max(step).max(1)
}

fn column(track: Rect, timeline: &Timeline, here: u64, step: u64) -> u16 {
    let last = last(timeline, here);
    let cells = u64::from(track.width.saturating_sub(1));
    let at = u128::from(step.min(last)) * u128::from(cells) / u128::from(last);
    track.x + u16::try_from(at).unwrap_or(0)
}

/// The step under a column of the line, if the column is on its track.
pub fn step_at(area: Rect, timeline: &Timeline, here: u64, x: u16) -> Option<u64> {
    let track = track(area);
    if x < track.left() || x >= track.right() {
        return None;
    }
    let cells = u128::from(track.width.saturating_sub(1).max(1));
    let step = u128::from(x - track.x) * u128::from(last(timeline, here)) / cells;
    u64::try_from(step).ok().map(|step| step.max(timeline.oldest))
}

pub fn draw(screen: &Screen, area: Rect, buffer: &mut Buffer) {
    let track = track(area);
    if track.width < 4 {
        return;
    }
    let (theme, timeline, here) = (screen.scene.theme, screen.timeline, screen.scene.view.step);
    let you = column(track, timeline, here, here);
    buffer.set_string(area.x, area.y, LEFT_END, theme.dim);
    let right_end = if timeline.complete { RIGHT_END } else { " …▸" };
    buffer.set_string(track.right(), area.y, right_end, theme.dim);
    for x in track.left()..track.right() {
        let (stroke, style) = if x < you { ("━", theme.past) } else { ("─", theme.future) };
        buffer.set_string(x, area.y, stroke, style);
    }
    if track.width >= 60 {
        labels(screen, track, you, buffer);
    } else {
        ticks(screen, track, buffer);
    }
    for &mark in screen.marks {
        sign_at(column(track, timeline, here, mark), area.y, "◆", theme.mark, buffer);
    }
    sign_at(you, area.y, "●", theme.you, buffer);
}

/// Nothing of the line's own style shows through a sign.
fn sign_at(x: u16, y: u16, sign: &str, style: Style, buffer: &mut Buffer) {
    buffer[(x, y)].reset();
    buffer.set_string(x, y, sign, style);
}

fn ticks(screen: &Screen, track: Rect, buffer: &mut Buffer) {
    for mark in &screen.timeline.marks {
        let x = column(track, screen.timeline, screen.scene.view.step, mark.step);
        buffer.set_string(x, track.y, sign(mark.kind), style(screen, mark.kind));
    }
}

const fn sign(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Call => "┬",
        MarkKind::Return => "┴",
        MarkKind::Raise => "╳",
        MarkKind::Output => "╌",
    }
}

fn style(screen: &Screen, kind: MarkKind) -> Style {
    let theme = screen.scene.theme;
    if kind == MarkKind::Raise { theme.error } else { theme.dim }
}

/// Marks in words, where there is room before the next mark; a sign where there is not.
fn labels(screen: &Screen, track: Rect, you: u16, buffer: &mut Buffer) {
    let (timeline, here) = (screen.timeline, screen.scene.view.step);
    let place = |mark: &Mark| column(track, timeline, here, mark.step);
    let marks = || timeline.marks.iter().filter(|mark| mark.kind != MarkKind::Output);
    let mut next = marks().skip(1);
    for mark in marks() {
        let x = place(mark);
        let mut end = next.next().map_or(track.right(), place);
        // You stand before what you stand on.
        let x = if x == you { x + 1 } else { x };
        if (x..end).contains(&you) {
            end = you;
        }
        let room = usize::from(end.saturating_sub(x));
        let text = words(mark);
        let text = if width(&text) < room { text } else { verb(mark.kind).to_owned() };
        let text =
            if width(&text) < room { fit(&text, room).into_owned() } else { sign(mark.kind).to_owned() };
        buffer.set_stringn(x, track.y, text, room.max(1), style(screen, mark.kind));
    }
}

const fn verb(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Call => "call",
        MarkKind::Return => "ret",
        MarkKind::Raise => "raise",
        MarkKind::Output => "out",
    }
}

fn words(mark: &Mark) -> String {
    match mark.kind {
        MarkKind::Return => verb(mark.kind).to_owned(),
        _ => format!("{} {}", verb(mark.kind), mark.name),
    }
}

//! The line around a pane and the words in it. A focused pane has a heavy line, so that focus reads without
//! colour too.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Pane, Titles};
use crate::tui::layout::{Border, Slot};
use crate::tui::text::{fit, width};
use crate::tui::theme::Theme;

struct Strokes {
    horizontal: &'static str,
    vertical: &'static str,
    corners: [&'static str; 4],
}

const LIGHT: Strokes = Strokes { horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"] };
const HEAVY: Strokes = Strokes { horizontal: "━", vertical: "┃", corners: ["┏", "┓", "┗", "┛"] };

pub(super) fn draw(slot: &Slot, titles: &Titles, focused: bool, theme: &Theme, buffer: &mut Buffer) {
    let area = slot.area;
    if area.width < 2 || area.height < 1 {
        return;
    }
    let strokes = if focused { &HEAVY } else { &LIGHT };
    let style = if focused { theme.border_focus } else { theme.border };
    let first_row = Rect { height: 1, ..area };
    fill(first_row, strokes.horizontal, style, buffer);
    if slot.frame == Border::Box {
        sides(area, strokes, style, buffer);
    }
    let name = if slot.tabs.is_empty() {
        name(slot.pane, titles, focused, theme)
    } else {
        tabs(slot, focused, theme)
    };
    let room = usize::from(area.width.saturating_sub(4));
    let used = put(first_row, 2, name, room + 1, buffer);
    if !titles.right.is_empty() && used + width(&titles.right) + 3 <= room {
        let text = format!(" {} ", titles.right);
        let x = area.right() - 2 - u16::try_from(width(&text)).unwrap_or(0);
        buffer.set_string(x, area.y, text, theme.title);
    }
    if !titles.below.is_empty() && slot.frame == Border::Box && area.height > 1 {
        let text = format!(" {} ", fit(&titles.below, room.saturating_sub(2)));
        let x = area.right() - 2 - u16::try_from(width(&text)).unwrap_or(0).min(area.width - 2);
        buffer.set_string(x, area.bottom() - 1, text, theme.title);
    }
}

/// Says on the lower border that there is more above or below.
pub(super) fn more(slot: &Slot, height: usize, top: usize, total: usize, theme: &Theme, buffer: &mut Buffer) {
    let area = slot.area;
    if slot.frame != Border::Box || area.width < 12 || height == 0 {
        return;
    }
    let below = total.saturating_sub(top + height);
    let text = match (top, below) {
        (0, 0) => return,
        (0, below) => format!(" ↓{below} "),
        (above, 0) => format!(" ↑{above} "),
        (above, below) => format!(" ↑{above} ↓{below} "),
    };
    buffer.set_string(area.x + 2, area.bottom() - 1, text, theme.title);
}

fn sides(area: Rect, strokes: &Strokes, style: Style, buffer: &mut Buffer) {
    let (right, last) = (area.right() - 1, area.bottom() - 1);
    fill(Rect { y: last, height: 1, ..area }, strokes.horizontal, style, buffer);
    for y in area.y..area.bottom() {
        buffer.set_string(area.x, y, strokes.vertical, style);
        buffer.set_string(right, y, strokes.vertical, style);
    }
    let places = [(area.x, area.y), (right, area.y), (area.x, last), (right, last)];
    for ((x, y), corner) in places.into_iter().zip(strokes.corners) {
        buffer.set_string(x, y, corner, style);
    }
}

fn fill(row: Rect, stroke: &str, style: Style, buffer: &mut Buffer) {
    for x in row.left()..row.right() {
        buffer.set_string(x, row.y, stroke, style);
    }
}

/// Writes a title at column `at` of a border; how many columns it took.
fn put(row: Rect, at: u16, spans: Vec<Span<'_>>, room: usize, buffer: &mut Buffer) -> usize {
    let line = Line::from(spans);
    let used = line.width().min(room);
    if row.width > at + 1 {
        // Nothing of the border's own style must show through the words.
        for x in 0..u16::try_from(used).unwrap_or(0) {
            buffer[(row.x + at + x, row.y)].reset();
        }
        buffer.set_line(row.x + at, row.y, &line, u16::try_from(used).unwrap_or(0));
    }
    used
}

fn name<'a>(pane: Pane, titles: &'a Titles, focused: bool, theme: &Theme) -> Vec<Span<'a>> {
    let style = if focused { theme.title_focus } else { theme.title };
    let mut spans = vec![Span::styled(format!(" {} {} ", pane.digit(), pane.name()), style)];
    if !titles.after_name.is_empty() {
        spans.push(Span::styled(format!("{} ", titles.after_name), theme.strong));
    }
    spans
}

/// The names of the panes that share this place, the one in sight in brackets: `[4 Names] 5 Frames 6 Out`. Where
/// not all have room, the others are digits.
fn labels(slot: &Slot) -> Vec<(Pane, String)> {
    let label = |&pane: &Pane, short: bool| match (pane == slot.pane, short) {
        (true, _) => (pane, format!("[{} {}]", pane.digit(), pane.short_name())),
        (false, false) => (pane, format!("{} {}", pane.digit(), pane.short_name())),
        (false, true) => (pane, pane.digit().to_string()),
    };
    let long: Vec<_> = slot.tabs.iter().map(|pane| label(pane, false)).collect();
    let columns: usize = long.iter().map(|(_, label)| width(label) + 1).sum();
    if columns + 2 < usize::from(slot.area.width) {
        return long;
    }
    slot.tabs.iter().map(|pane| label(pane, true)).collect()
}

fn tabs<'a>(slot: &Slot, focused: bool, theme: &Theme) -> Vec<Span<'a>> {
    let chosen = if focused { theme.title_focus } else { theme.strong };
    let mut spans = vec![Span::styled(" ", theme.title)];
    for (pane, label) in labels(slot) {
        let style = if pane == slot.pane { chosen } else { theme.title };
        spans.push(Span::styled(format!("{label} "), style));
    }
    spans
}

/// The pane whose name in a row of tabs stands at a column.
pub fn tab_at(slot: &Slot, at: Position) -> Option<Pane> {
    if at.y != slot.area.y {
        return None;
    }
    let mut x = slot.area.x + 3;
    for (pane, label) in labels(slot) {
        let columns = u16::try_from(width(&label)).unwrap_or(0);
        if (x..x + columns).contains(&at.x) {
            return Some(pane);
        }
        x += columns + 1;
    }
    None
}

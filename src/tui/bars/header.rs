//! The first line: program, the way to the selected frame, and where in the run we are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::timeline;
use crate::tui::draw::Screen;
use crate::tui::layout::Layout;
use crate::tui::text::{file_name, fit, width};

pub fn draw(screen: &Screen, area: Rect, with_timeline: bool, buffer: &mut Buffer) {
    let (view, theme) = (screen.scene.view, screen.scene.theme);
    buffer.set_style(area, theme.header);
    let step = position(screen);
    let columns = usize::from(area.width);
    let line = if with_timeline { (columns / 3).min(40) } else { 0 };
    let facts = if with_timeline { String::new() } else { screen.facts() };
    let right = width(&step) + 1 + if line > 0 { line + 2 } else { 0 };
    let frames = view.frames.iter().skip(view.selected).rev().map(|frame| frame.title.as_str());
    let way: Vec<&str> = std::iter::once(&*view.program).chain(frames).collect();
    let room = columns.saturating_sub(right + 2);
    let way = shorten(&way, room.saturating_sub(if facts.is_empty() { 0 } else { 2 }));
    buffer.set_stringn(area.x + 1, area.y, &way, room, theme.header);
    let spare = room.saturating_sub(width(&way));
    if !facts.is_empty() && spare > width(&facts) + 4 {
        let x = area.right() - u16::try_from(right + width(&facts) + 3).unwrap_or(0);
        buffer.set_string(x, area.y, &facts, theme.dim);
    }
    let x = area.right().saturating_sub(u16::try_from(right).unwrap_or(0));
    buffer.set_stringn(x, area.y, &step, columns, theme.header);
    if line > 0 {
        timeline::draw(screen, timeline_area(screen.layout), buffer);
    }
}

/// Where the timeline stands: on its own line, or at the end of the header.
pub fn timeline_area(layout: &Layout) -> Rect {
    if layout.timeline.height > 0 {
        return layout.timeline;
    }
    let area = layout.header;
    let width = (area.width / 3).min(40);
    Rect { x: area.right().saturating_sub(width + 1), width, ..area }
}

fn position(screen: &Screen) -> String {
    let (step, timeline) = (screen.scene.view.step, screen.timeline);
    let more = if timeline.complete { "" } else { "+" };
    format!("step {step} / {}{more}", timeline.known.max(step))
}

/// `add.py › <module> › … › fact(n=1)`: folders are left out first, then the middle.
fn shorten(way: &[&str], room: usize) -> String {
    let whole = way.join(" › ");
    if width(&whole) <= room {
        return whole;
    }
    let (file, frames) = (file_name(way[0]), &way[1..]);
    let all = format!("{file} › {}", frames.join(" › "));
    let without_middle = (1..frames.len()).rev().map(|kept| {
        let tail = frames[frames.len() - kept..].join(" › ");
        format!("{file} › … › {tail}")
    });
    let innermost = frames.last().map_or(file, |frame| frame);
    let shorter = std::iter::once(all).chain(without_middle).find(|text| width(text) <= room);
    shorter.unwrap_or_else(|| fit(innermost, room).into_owned())
}

//! Draws the whole screen from what it is given. Changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::app::Message;
use super::bars::{header, hints, status, timeline};
use super::layout::Layout;
use super::overlay::{self, Overlay};
use super::panes::{self, Pane, PaneState, Scene};
use super::text::{fit, width};
use crate::view::Timeline;

/// Everything on the screen.
pub struct Screen<'a> {
    pub scene: Scene<'a>,
    pub timeline: &'a Timeline,
    pub layout: &'a Layout,
    pub focus: Pane,
    pub pane: &'a dyn Fn(Pane) -> PaneState,
    pub message: &'a Message,
    /// Count, search, autoplay: at the right of the status line.
    pub right_words: String,
    pub marks: &'a [u64],
    pub overlays: &'a [Overlay],
    /// `CPython 3.x.y`: whose bytecode it is.
    pub dialect: &'a str,
}

impl Screen<'_> {
    /// What the header says besides the place.
    pub fn facts(&self) -> String {
        let caches = Pane::Bytecode.views()[(self.pane)(Pane::Bytecode).view];
        format!("{}   {caches}", self.dialect)
    }
}

/// Draws it; where the terminal's cursor belongs, if anything is being typed.
pub fn draw(screen: &Screen, buffer: &mut Buffer) -> Option<Position> {
    let area = buffer.area;
    let layout = screen.layout;
    if layout.card {
        card(screen, area, buffer);
        return None;
    }
    header::draw(screen, layout.header, layout.timeline.height == 0, buffer);
    if layout.timeline.height > 0 {
        timeline::draw(screen, layout.timeline, buffer);
    }
    for slot in &layout.panes {
        let focused = slot.pane == screen.focus;
        panes::draw(slot, &screen.scene, (screen.pane)(slot.pane), focused, buffer);
    }
    status::draw(screen, layout.status, buffer);
    hints::draw(layout.hints, screen.scene.theme, buffer);
    let mut cursor = None;
    for overlay in screen.overlays {
        cursor = overlay::draw(overlay, area, layout.status, screen.scene.theme, buffer);
    }
    cursor
}

/// For a window in which nothing can be read: what it is, and what it should be.
fn card(screen: &Screen, area: Rect, buffer: &mut Buffer) {
    let size = format!("{}x{}", area.width, area.height);
    let lines = ["opstep".to_owned(), size, "needs 40x10".to_owned(), "q quits".to_owned()];
    let shown = lines.len().min(usize::from(area.height));
    let first = area.y + (area.height - u16::try_from(shown).unwrap_or(0)) / 2;
    // The size comes first where there is one row only.
    let lines = if shown == 1 { &lines[1..2] } else { &lines[..shown] };
    for (y, line) in (first..area.bottom()).zip(lines) {
        let line = fit(line, usize::from(area.width));
        let x = area.x + (area.width - u16::try_from(width(&line)).unwrap_or(0)) / 2;
        buffer.set_stringn(x, y, &line, usize::from(area.width), screen.scene.theme.strong);
    }
}

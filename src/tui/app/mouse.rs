//! The mouse: focus, cursor, gutter, timeline, wheel. It never steps.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::App;
use crate::debugger::Command;
use crate::tui::bars::{header, timeline};
use crate::tui::layout::Layout;
use crate::tui::overlay::Overlay;
use crate::tui::panes::{self, Pane};

/// Lines that one notch of the wheel scrolls.
const NOTCH: isize = 3;

impl App {
    pub fn on_mouse(&mut self, event: MouseEvent) {
        let at = Position { x: event.column, y: event.row };
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => self.click(at),
            MouseEventKind::Drag(MouseButton::Left) => self.scrub(at),
            MouseEventKind::ScrollUp => self.wheel(at, -NOTCH),
            MouseEventKind::ScrollDown => self.wheel(at, NOTCH),
            _ => return,
        }
        self.dirty = true;
        self.settle();
    }

    fn click(&mut self, at: Position) {
        if self.running.is_some() {
            return self.interrupt();
        }
        self.autoplay = None;
        if let Some(top) = self.overlays.last() {
            if matches!(top, Overlay::Help { .. }) {
                self.overlays.pop();
            }
            return;
        }
        let layout = self.layout();
        if self.goto_on_timeline(&layout, at) {
            return;
        }
        let Some(slot) = layout.panes.iter().find(|slot| slot.area.contains(at)) else { return };
        if let Some(pane) = panes::tab_at(slot, at) {
            return self.look_at(pane);
        }
        let pane = slot.pane;
        self.look_at(pane);
        let viewport = pane.viewport(&self.scene(), slot.inner());
        if at.y < viewport.top() || at.y >= viewport.bottom() {
            return;
        }
        let line = usize::from(at.y - viewport.y) + self.pane(pane).top;
        let Some(row) = pane.row_at(&self.scene(), self.pane(pane), line) else { return };
        if at.x < viewport.x + 2 {
            self.click_gutter(pane, row);
        } else if pane == Pane::Frames {
            self.select_frame(row);
        } else {
            self.pane_mut(pane).cursor = Some(row);
        }
    }

    fn click_gutter(&mut self, pane: Pane, row: usize) {
        match pane {
            Pane::Source => self.toggle_line(row),
            Pane::Bytecode => self.toggle_row(row),
            Pane::Breakpoints => self.remove_row(row),
            _ => {}
        }
    }

    /// Dragging along the timeline goes through time.
    fn scrub(&mut self, at: Position) {
        if self.overlays.is_empty() && self.running.is_none() {
            let layout = self.layout();
            self.goto_on_timeline(&layout, at);
        }
    }

    fn goto_on_timeline(&mut self, layout: &Layout, at: Position) -> bool {
        let area: Rect = header::timeline_area(layout);
        if !area.contains(at) {
            return false;
        }
        if let Some(step) = timeline::step_at(area, &self.timeline, self.view.step, at.x)
            && step != self.view.step
        {
            self.begin(Command::Goto(step), 1);
        }
        true
    }

    fn wheel(&mut self, at: Position, by: isize) {
        if let Some(Overlay::Help { top }) = self.overlays.last_mut() {
            let last = Overlay::help_lines().saturating_sub(usize::from(self.size.height.saturating_sub(6)));
            *top = top.saturating_add_signed(by).min(last);
            return;
        }
        let layout = self.layout();
        if let Some(slot) = layout.panes.iter().find(|slot| slot.area.contains(at)) {
            self.scroll(slot.pane, by);
        }
    }
}

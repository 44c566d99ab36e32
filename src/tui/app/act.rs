//! One arm an action.

use std::time::Instant;

use super::{App, Request, moves};
use crate::debugger::Command;
use crate::tui::keymap::Action;
use crate::tui::layout::{PAIR, TABS};
use crate::tui::overlay::Overlay;
use crate::tui::panes::Pane;
use crate::tui::prompt::Prompt;

/// Whether a number typed before the key is a count for it. Only moves in time: `1 ↓` is the source's cursor.
pub(super) fn takes_count(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::Step
            | A::Back
            | A::Over
            | A::OverBack
            | A::Out
            | A::OutBack
            | A::NextLine
            | A::PreviousLine
            | A::Run
            | A::RunBack
            | A::ToCursor
            | A::BackToCursor
            | A::Goto
            | A::NextMark
            | A::PreviousMark
    )
}

impl App {
    /// Does what the action asks, `count` times where that means anything.
    pub(super) fn act(&mut self, action: Action, count: Option<u64>, now: Instant) {
        use Action as A;
        let times = count.unwrap_or(1);
        let rows = isize::try_from(times).unwrap_or(isize::MAX);
        match action {
            A::Step => self.begin(Command::Step(times), 1),
            A::Back => self.begin(Command::Back(times), 1),
            A::Over => self.begin(Command::Over, times),
            A::OverBack => self.begin(Command::OverBack, times),
            A::Out => self.begin(Command::Out, times),
            A::OutBack => self.begin(Command::OutBack, times),
            A::NextLine => self.begin(Command::NextLine, times),
            A::PreviousLine => self.begin(Command::PreviousLine, times),
            A::Run => self.begin(Command::Run, times),
            A::RunBack => self.begin(Command::RunBack, times),
            A::ToCursor => self.run_to_cursor(Command::RunTo, times),
            A::BackToCursor => self.run_to_cursor(Command::RunBackTo, times),
            A::Goto => match count {
                Some(step) => self.begin(Command::Goto(step), 1),
                None => self.open_palette("goto ", None),
            },
            A::Start => self.begin(Command::Start, 1),
            A::End => self.begin(Command::End, 1),
            A::Autoplay => self.start_autoplay(false, now),
            A::AutoplayBack => self.start_autoplay(true, now),
            A::Faster => self.change_speed(1),
            A::Slower => self.change_speed(-1),
            A::SetMark => self.toggle_mark(),
            A::NextMark => self.goto_mark(true, times),
            A::PreviousMark => self.goto_mark(false, times),
            A::ToggleBreakpoint => self.toggle_breakpoint(),
            A::EditBreakpoint => self.edit_breakpoint(),
            A::Focus(pane) => self.look_at(pane),
            A::NextPane => self.next_pane(1),
            A::PreviousPane => self.next_pane(-1),
            A::CursorUp => self.move_cursor(rows.saturating_neg()),
            A::CursorDown => self.move_cursor(rows),
            A::PageUp => self.move_cursor(self.page().saturating_mul(rows).saturating_neg()),
            A::PageDown => self.move_cursor(self.page().saturating_mul(rows)),
            A::First => self.move_cursor(isize::MIN),
            A::Last => self.move_cursor(isize::MAX),
            A::FrameUp => self.select_frame(self.view.selected.saturating_add(moves::as_index(times))),
            A::FrameDown => self.select_frame(self.view.selected.saturating_sub(moves::as_index(times))),
            A::Search => self.overlays.push(Overlay::Search(Prompt::default())),
            A::NextMatch => self.find(true, times),
            A::PreviousMatch => self.find(false, times),
            A::Zoom => self.toggle_zoom(),
            A::Explain => self.toggle_explain(),
            A::NextView => self.next_view(),
            A::Palette => self.open_palette("", None),
            A::Help => self.overlays.push(Overlay::Help { top: 0 }),
            A::Close => self.close(),
            A::Redraw => self.request = Some(Request::Redraw),
            A::Suspend => self.request = Some(Request::Suspend),
            A::Quit => self.request = Some(Request::Quit),
        }
    }

    /// Focuses a pane and brings it to the front of those that share its place.
    pub(super) fn look_at(&mut self, pane: Pane) {
        self.focus = pane;
        if TABS.contains(&pane) {
            self.tab = pane;
        }
        if PAIR.contains(&pane) {
            self.pair = pane;
        }
        if pane == Pane::Explain {
            self.explain = true;
        }
    }

    fn next_pane(&mut self, by: isize) {
        let count = Pane::ALL.len() as isize;
        let mut at = self.focus as isize;
        loop {
            at = (at + by).rem_euclid(count);
            let pane = Pane::ALL[at as usize];
            if pane != Pane::Explain || self.explain {
                self.look_at(pane);
                return;
            }
        }
    }

    fn toggle_zoom(&mut self) {
        self.zoom = !self.zoom;
        self.say(if self.zoom { "zoomed; z brings the others back" } else { "all panes" });
    }

    fn toggle_explain(&mut self) {
        self.explain = !self.explain;
        if !self.explain && self.focus == Pane::Explain {
            self.focus = Pane::Bytecode;
        }
        self.say(if self.explain { "explanation on" } else { "explanation off" });
    }

    fn next_view(&mut self) {
        let (focus, views) = (self.focus, self.focus.views());
        if views.is_empty() {
            self.say(format!("{} has one view; 2 v shows the caches", focus.name()));
            return;
        }
        let state = self.pane_mut(focus);
        state.view = (state.view + 1) % views.len();
        let view = views[state.view];
        self.say(format!("{}: {view}", focus.name()));
    }

    /// Esc: the nearest thing that can be closed or forgotten.
    fn close(&mut self) {
        if self.search.take().is_some() {
            self.say("search closed");
        } else if self.pane(self.focus).cursor.is_some() || self.loose.contains(&self.focus) {
            self.follow_again();
            self.say("follows the program counter");
        } else if self.zoom {
            self.toggle_zoom();
        } else if self.view.selected > 0 {
            self.select_frame(0);
        } else {
            self.say("nothing to close; q quits");
        }
    }
}

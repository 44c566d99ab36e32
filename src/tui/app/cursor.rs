//! The cursor of each pane, scrolling, frames, search.

use super::App;
use crate::tui::panes::Pane;

/// Rows kept in sight above and below the row that is followed.
const MARGIN: usize = 3;

impl App {
    /// The row of the cursor, or the one the pane follows.
    pub(super) fn cursor_row(&self, pane: Pane) -> usize {
        let scene = self.scene();
        let rows = pane.rows(&scene);
        self.pane(pane).cursor.unwrap_or_else(|| pane.home(&scene)).min(rows.saturating_sub(1))
    }

    /// Rows of a page in the focused pane, one less than it shows.
    pub(super) fn page(&self) -> isize {
        let layout = self.layout();
        let scene = self.scene();
        let height =
            layout.slot(self.focus).map_or(1, |slot| slot.pane.viewport(&scene, slot.inner()).height);
        isize::try_from(height).unwrap_or(1).saturating_sub(1).max(1)
    }

    pub(super) fn move_cursor(&mut self, by: isize) {
        let pane = self.focus;
        let rows = pane.rows(&self.scene());
        if pane == Pane::Frames {
            return self
                .select_frame(self.view.selected.saturating_add_signed(by).min(rows.saturating_sub(1)));
        }
        if rows == 0 {
            return self.scroll(pane, by);
        }
        let row = self.cursor_row(pane).saturating_add_signed(by).min(rows - 1);
        self.pane_mut(pane).cursor = Some(row);
        self.loose.retain(|&loose| loose != pane);
    }

    /// Scrolls without moving the cursor.
    pub(super) fn scroll(&mut self, pane: Pane, by: isize) {
        let state = self.pane_mut(pane);
        state.top = state.top.saturating_add_signed(by);
        if !self.loose.contains(&pane) {
            self.loose.push(pane);
        }
    }

    pub(super) fn follow_again(&mut self) {
        let focus = self.focus;
        self.pane_mut(focus).cursor = None;
        self.loose.retain(|&loose| loose != focus);
    }

    pub(super) fn select_frame(&mut self, index: usize) {
        let last = self.view.frames.len().saturating_sub(1);
        if index > last {
            return self.say("this is the outermost frame");
        }
        if index == self.view.selected {
            return self.say(if index == 0 {
                "this is the innermost frame"
            } else {
                "this frame is shown already"
            });
        }
        self.view = self.debuggee.view(index);
        for pane in [Pane::Source, Pane::Bytecode, Pane::Stack, Pane::Names] {
            self.pane_mut(pane).cursor = None;
            self.pane_mut(pane).top = 0;
        }
        self.loose.clear();
        let title = self.view.frames.get(index).map_or_else(String::new, |frame| frame.title.clone());
        self.say(format!("frame {title}"));
    }

    /// Goes to the next row of the focused pane (or of the bytecode) that holds what was searched for.
    pub(super) fn find(&mut self, forward: bool, times: u64) {
        let Some(what) = self.search.clone() else {
            return self.complain("nothing was searched for; / asks");
        };
        if self.focus.rows(&self.scene()) == 0 {
            self.look_at(Pane::Bytecode);
        }
        let pane = self.focus;
        let rows = pane.rows(&self.scene());
        let lower = what.to_lowercase();
        let mut row = self.cursor_row(pane);
        for _ in 0..times.min(rows as u64) {
            let found = (1..=rows)
                .map(|by| if forward { (row + by) % rows } else { (row + rows - by) % rows })
                .find(|&row| pane.row_text(&self.scene(), row).to_lowercase().contains(&lower));
            match found {
                Some(found) => row = found,
                None => return self.complain(format!("{} has no {what:?}", pane.name())),
            }
        }
        if pane == Pane::Frames {
            self.select_frame(row);
        } else {
            self.pane_mut(pane).cursor = Some(row);
        }
        self.loose.retain(|&loose| loose != pane);
        self.say(format!("found in {}; . next, , previous, Esc closes", pane.name()));
    }

    /// Brings what each pane follows into sight. All scrolling happens here, so that drawing changes nothing.
    pub(super) fn settle(&mut self) {
        let layout = self.layout();
        for slot in &layout.panes {
            let (pane, mut state) = (slot.pane, self.pane(slot.pane));
            let scene = self.scene();
            let viewport = pane.viewport(&scene, slot.inner());
            let height = usize::from(viewport.height);
            let total = pane.lines(&scene, state, viewport);
            if !self.loose.contains(&pane) {
                if pane.rows(&scene) > 0 {
                    let row = self.cursor_row(pane);
                    let (first, mut lines) = pane.span(&scene, state, row);
                    if row + 1 == pane.rows(&scene) {
                        // With the last row comes what stands below it, such as the exception table.
                        lines = lines.max((total - first).min(height / 2));
                    }
                    state.top = scrolled(state.top, height, first, lines);
                } else if pane == Pane::Output {
                    state.top = total;
                }
            }
            state.top = state.top.min(total.saturating_sub(height));
            *self.pane_mut(pane) = state;
        }
    }
}

/// The least change of `top` that brings the lines `first..first + lines` into sight with a margin; a jump out
/// of sight puts them into the middle.
fn scrolled(top: usize, height: usize, first: usize, lines: usize) -> usize {
    let margin = MARGIN.min(height.saturating_sub(lines) / 2);
    let (low, high) = (first.saturating_sub(margin), first + lines + margin);
    if low >= top && high <= top + height {
        return top;
    }
    if first + lines + height < top || first > top + 2 * height {
        return first.saturating_sub(height / 2);
    }
    if low < top { low } else { high.saturating_sub(height) }
}

//! Breakpoints at the cursor and behind `:b`.

use super::App;
use crate::debugger::Place;
use crate::tui::panes::Pane;

impl App {
    /// `b`: at the line, the instruction, or the breakpoint under the cursor, by the focused pane.
    pub(super) fn toggle_breakpoint(&mut self) {
        match self.focus {
            Pane::Source => self.toggle_line(self.cursor_row(Pane::Source)),
            Pane::Breakpoints => self.remove_row(self.cursor_row(Pane::Breakpoints)),
            _ => self.toggle_row(self.cursor_row(Pane::Bytecode)),
        }
    }

    pub(super) fn toggle_line(&mut self, row: usize) {
        let line = u32::try_from(row + 1).unwrap_or(u32::MAX);
        let answer = self.debuggee.toggle_line(line);
        self.report(answer, &format!("line {line}"));
    }

    pub(super) fn toggle_row(&mut self, row: usize) {
        let listing = &self.view.listing;
        let Some(row) = listing.rows.get(row) else { return self.complain("no instruction at the cursor") };
        let (place, name) =
            (Place { code: listing.code, offset: row.offset }, format!("{}+{}", listing.title, row.offset));
        let answer = self.debuggee.toggle_breakpoint(place);
        self.report(answer, &name);
    }

    pub(super) fn remove_row(&mut self, row: usize) {
        match self.view.breakpoints.get(row).map(|row| row.number) {
            Some(number) => self.remove_breakpoint(number),
            None => self.complain("no breakpoint here; b in the source or bytecode sets one"),
        }
    }

    pub(super) fn remove_breakpoint(&mut self, number: u32) {
        let known = self.debuggee.remove_breakpoint(number);
        self.confirm(number, known, "removed");
    }

    /// `:toggle N`
    pub(super) fn toggle_number(&mut self, number: u32) {
        let row = self.view.breakpoints.iter().find(|row| row.number == number);
        let enabled = row.is_none_or(|row| !row.enabled);
        let known = self.debuggee.enable_breakpoint(number, enabled);
        self.confirm(number, known, if enabled { "enabled" } else { "disabled" });
    }

    fn confirm(&mut self, number: u32, known: bool, done: &str) {
        if known {
            self.look_again();
            self.say(format!("breakpoint {number} {done}"));
        } else {
            self.complain(format!("there is no breakpoint {number}"));
        }
    }

    /// `:b SPEC`; `replaces` is the breakpoint that was being edited.
    pub(super) fn add_breakpoint(&mut self, spec: &str, replaces: Option<u32>) {
        match self.debuggee.add_breakpoint(spec) {
            Ok(number) => {
                if let Some(old) = replaces.filter(|&old| old != number) {
                    self.debuggee.remove_breakpoint(old);
                }
                self.look_again();
                self.say(format!("● breakpoint {number}: {spec}"));
            }
            Err(problem) => self.complain(problem),
        }
    }

    /// `B`: the breakpoint under the cursor on the command line, or the beginning of one.
    pub(super) fn edit_breakpoint(&mut self) {
        let view = &self.view;
        let here = match self.focus {
            Pane::Breakpoints => match view.breakpoints.get(self.cursor_row(Pane::Breakpoints)) {
                Some(row) => row.spec.clone(),
                None => return self.complain("no breakpoint to edit; :b SPEC sets one"),
            },
            Pane::Source => (self.cursor_row(Pane::Source) + 1).to_string(),
            _ => match view.listing.rows.get(self.cursor_row(Pane::Bytecode)) {
                Some(row) => format!("{}+{}", view.listing.title, row.offset),
                None => return self.complain("no instruction at the cursor"),
            },
        };
        let old = view.breakpoints.iter().find(|row| {
            row.spec == here || row.spec.strip_prefix(&here).is_some_and(|rest| rest.starts_with(' '))
        });
        let (spec, number) = old.map_or((here, None), |row| (row.spec.clone(), Some(row.number)));
        self.open_palette(&format!("b {spec} "), number);
    }

    fn report(&mut self, answer: Result<bool, String>, name: &str) {
        match answer {
            Ok(set) => {
                self.look_again();
                self.say(if set {
                    format!("● breakpoint set: {name}")
                } else {
                    format!("breakpoint cleared: {name}")
                });
            }
            Err(problem) => self.complain(problem),
        }
    }

    /// The same moment again, after what is not part of the run has changed.
    fn look_again(&mut self) {
        self.view = self.debuggee.view(self.view.selected);
    }
}

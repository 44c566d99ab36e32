//! The session as the screen's debuggee. Adds nothing of its own.

use std::rc::Rc;

use super::Debuggee;
use crate::{
    debugger::{Command, Place, Session, Stop},
    view::{Timeline, View},
};

impl Debuggee for Session {
    fn begin(&mut self, command: Command) {
        self.begin(command);
    }

    fn work(&mut self, budget: u64) -> Option<Stop> {
        self.work(budget)
    }

    fn interrupt(&mut self) {
        self.interrupt();
    }

    fn view(&mut self, frame: usize) -> Rc<View> {
        self.view(frame)
    }

    fn timeline(&mut self) -> Timeline {
        Session::timeline(self)
    }

    fn explore(&mut self, budget: u64) -> bool {
        self.explore(budget)
    }

    fn add_breakpoint(&mut self, spec: &str) -> Result<u32, String> {
        self.add_breakpoint(spec)
    }

    fn remove_breakpoint(&mut self, number: u32) -> bool {
        self.remove_breakpoint(number)
    }

    fn enable_breakpoint(&mut self, number: u32, enabled: bool) -> bool {
        self.enable_breakpoint(number, enabled)
    }

    fn toggle_breakpoint(&mut self, place: Place) -> Result<bool, String> {
        self.toggle_breakpoint(place)
    }

    fn toggle_line(&mut self, line: u32) -> Result<bool, String> {
        self.toggle_line(line)
    }

    fn place_of_line(&mut self, line: u32) -> Option<Place> {
        Session::place_of_line(self, line)
    }

    fn feed_input(&mut self, line: Option<&str>) {
        self.feed_input(line);
    }
}

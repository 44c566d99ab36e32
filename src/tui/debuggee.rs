//! What the screen needs of a debugging session, and nothing more: the door through which keys become
//! commands. Knows no terminal.

use std::rc::Rc;

use crate::debugger::{Command, Place, Stop};
use crate::view::{Timeline, View};

/// A run that can be moved in time. `debugger::Session` is one; tests bring their own.
pub trait Debuggee {
    /// Sets a command going; `work` does it.
    fn begin(&mut self, command: Command);

    /// Works for about `budget` instructions. `None`: not finished yet, call again.
    fn work(&mut self, budget: u64) -> Option<Stop>;

    /// Gives up the command that is going on, where it stands now.
    fn interrupt(&mut self);

    /// The picture of this moment, with frame `frame` (0: innermost) chosen.
    fn view(&mut self, frame: usize) -> Rc<View>;

    fn timeline(&mut self) -> Timeline;

    /// Finds out more about the future, on a clone. `true`: there is more to find out.
    fn explore(&mut self, budget: u64) -> bool;

    /// The breakpoint's number, or what is wrong with the specification.
    fn add_breakpoint(&mut self, spec: &str) -> Result<u32, String>;

    fn remove_breakpoint(&mut self, number: u32) -> bool;

    fn enable_breakpoint(&mut self, number: u32, enabled: bool) -> bool;

    /// Whether a breakpoint stands there now.
    fn toggle_breakpoint(&mut self, place: Place) -> Result<bool, String>;

    fn toggle_line(&mut self, line: u32) -> Result<bool, String>;

    /// Where a source line's code begins.
    fn place_of_line(&mut self, line: u32) -> Option<Place>;

    /// Answers a program that waits for input; `None` is the end of the file.
    fn feed_input(&mut self, line: Option<&str>);
}

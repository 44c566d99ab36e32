//! The terminal screen. Draws views, turns keys into commands; never touches the machine.

pub mod app;
mod bars;
mod commands;
mod debuggee;
mod draw;
mod event;
pub mod keymap;
pub mod layout;
pub mod overlay;
pub mod panes;
mod prompt;
mod session;
mod terminal;
mod text;
mod theme;

use std::io;

pub use app::{App, Options};
pub use debuggee::Debuggee;
pub use theme::ThemeName;

/// Shows the session on the terminal until the user quits; the exit status. The terminal is as it was
/// before, whichever way this returns.
pub fn run(debuggee: Box<dyn Debuggee>, options: &Options) -> io::Result<i32> {
    let signals = terminal::Signals::listen()?;
    let guard = terminal::Guard::new(options.mouse)?;
    let mut tty = terminal::open()?;
    let mut app = App::new(debuggee, options, tty.size()?);
    event::run(&mut app, &mut tty, &guard, &signals)
}

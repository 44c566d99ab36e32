//! Stepping, breakpoints and time, for whoever drives them: commands in, stops out. Knows no terminal.

mod command;

pub use command::{Command, Place, Stop};

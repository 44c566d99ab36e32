//! Stepping, breakpoints and time, for whoever drives them: commands in, stops out. Knows no terminal.

pub mod breakpoint;
mod command;
pub mod history;
pub mod timeline;

pub use command::{Command, Place, Stop};
pub use timeline::{Mark, MarkKind, Timeline};

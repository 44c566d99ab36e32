//! Stepping, breakpoints and time, for whoever drives them: commands in, stops out. Knows no terminal.

pub mod answer;
pub mod breakpoint;
pub mod codes;
mod command;
pub mod highlight;
pub mod history;
pub mod lines;
pub mod listing;
mod manage;
mod moment;
mod motion;
pub mod run;
mod scout;
mod session;
mod standing;
mod stops;
pub mod texts;
pub mod timeline;
pub mod trace;
pub mod track;
pub mod words;

pub use command::{Command, Place, Stop};
pub use session::{Session, Typed};
pub use timeline::{Mark, MarkKind, Timeline};

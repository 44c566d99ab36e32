//! From text to tokens and tree, in CPython's terms. The parser crate lives behind this door and nowhere else.

pub mod ast;
mod constant;
mod convert;
pub mod dump;
mod parse;
mod unescape;

pub use crate::source::{ErrorKind, SyntaxError};
pub use constant::Constant;
pub use dump::dump;
pub use parse::parse;

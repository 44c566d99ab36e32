//! From text to tokens and tree, in CPython's terms. The parser crate lives behind this door and nowhere else.

pub mod ast;
mod constant;
mod convert;
mod depth;
mod diagnose;
pub mod dump;
mod lexer;
mod nan;
mod parse;
mod pieces;
mod refused;
mod tokens;
mod unescape;
mod warnings;

pub use crate::source::{ErrorKind, SyntaxError, Warning};
pub use constant::Constant;
pub use dump::dump;
pub use lexer::Kind as TokenKind;
pub use parse::{parse, parse_as, parse_with_warnings};
pub use tokens::{Token, listing, refusal, tokens, tokens_of_file};

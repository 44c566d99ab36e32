//! From text to tokens and tree, in CPython's terms. Knows nothing of what is made of the tree.

pub mod ast;
mod constant;
mod diagnose;
pub mod dump;
mod lexer;
mod nan;
mod parse;
mod parser;
mod pieces;
mod tokens;
mod unescape;
mod warnings;

pub use crate::source::{ErrorKind, SyntaxError, Warning};
pub use constant::Constant;
pub use dump::dump;
pub use lexer::Kind as TokenKind;
pub use parse::{parse, parse_as, parse_with_warnings};
pub use tokens::{Token, listing, refusal, tokens, tokens_of_file};

//! What is wrong with a program, in CPython's words and at its place. Reads the program as CPython's
//! parser does, from the rules in `grammar.txt`: slower than the way to the tree, and only gone when that
//! way has failed or cannot be trusted. Builds no tree.

mod checks;
mod engine;
mod feed;
mod first;
mod grammar;
mod report;

use super::ast::Mode;
use crate::source::{Source, SyntaxError, Warning};
use engine::Parser;

/// The error that CPython's parser finds in the program, if it finds one, and the warnings before it. `near` is an
/// offset before which all is well, as far as is known.
pub(super) fn diagnose(
    source: &Source,
    mode: Mode,
    near: Option<usize>,
    warnings: &mut Vec<Warning>,
) -> Option<SyntaxError> {
    let near = near.filter(|_| mode == Mode::Exec);
    let found = near.and_then(|near| Parser::new(source, mode).diagnose(near));
    let (error, found) = found.or_else(|| Parser::new(source, mode).diagnose(0))?;
    warnings.extend(found);
    Some(error)
}

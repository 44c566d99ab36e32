//! What is wrong with a program, in CPython's words and at its place. Reads the program as CPython's
//! parser does, from the rules in `grammar.txt`: slower than the way to the tree, and only gone when that
//! way has failed or cannot be trusted. Builds no tree.

mod checks;
mod engine;
mod feed;
mod first;
mod grammar;
mod node;
mod report;

use super::ast::Mode;
use super::parser::Stop;
use crate::source::{Source, SyntaxError, Warning};
use engine::Parser;

/// The error that CPython's parser finds in the program, if it finds one, and the warnings before it. `stop` is where
/// the way to the tree ended, if it is known.
pub(super) fn diagnose(
    source: &Source,
    mode: Mode,
    stop: Option<&Stop>,
    warnings: &mut Vec<Warning>,
) -> Option<SyntaxError> {
    let stop = stop.filter(|_| mode == Mode::Exec);
    let found = stop.and_then(|stop| Parser::new(source, mode).diagnose(Some(stop)));
    let (error, found) = found.or_else(|| Parser::new(source, mode).diagnose(None))?;
    warnings.extend(found);
    Some(error)
}

//! What the grammar's machine has matched. Knows neither the grammar nor the tokens.

use std::rc::Rc;

/// What was matched: a name for messages, a place, and what it is made of.
#[derive(Debug)]
pub(super) struct Node {
    pub name: &'static str,
    pub line: i32,
    pub col: i32,
    pub end_line: i32,
    pub end_col: i32,
    pub parts: Vec<Rc<Node>>,
    /// The token, if it is one.
    pub token: Option<usize>,
}

/// Several nodes that belong to whatever they stand in.
pub(super) const SEVERAL: &str = "";
/// A keyword or operator.
pub(super) const MARK: &str = "token";

/// What the labels of an alternative stand for.
pub(super) type Labels = Vec<(&'static str, Rc<Node>)>;

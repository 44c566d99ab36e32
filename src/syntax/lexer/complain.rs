//! What the tokenizer says against a program, with its place. Does not know why.

use super::{Failure, Lexer};
use crate::source::{ErrorKind, SyntaxError, Warning};

impl Lexer<'_> {
    pub(super) fn warn(&mut self, msg: String) {
        self.warnings.push(Warning::syntax(self.line, msg));
    }

    /// An error at the byte that was read last.
    pub(super) fn error(&self, msg: impl Into<String>) -> Failure {
        self.error_at(None, msg)
    }

    /// An error at the given columns of this line, or where reading stopped.
    pub(super) fn error_at(&self, cols: Option<(i32, i32)>, msg: impl Into<String>) -> Failure {
        let here = self.text(self.line_start, self.cur).chars().count() as i32;
        let (offset, end_offset) = cols.unwrap_or((here, here));
        let rest = &self.bytes[self.line_start..];
        let len = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        Failure::Raised(Box::new(SyntaxError {
            filename: Some(self.name.clone()),
            lineno: Some(self.line),
            offset: Some(offset),
            end_lineno: Some(self.line),
            end_offset: Some(end_offset),
            text: Some(self.text(self.line_start, self.line_start + len).into_owned()),
            ..SyntaxError::new(ErrorKind::Syntax, msg)
        }))
    }
}

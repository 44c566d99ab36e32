//! Errors of the stages after the parser: they know a place in the tree.

use super::{ErrorKind, Location, Source, SyntaxError};

impl SyntaxError {
    /// An error at a place in the program. As in CPython, columns are those of the tree: bytes, not characters.
    pub fn at(source: &Source, at: Location, msg: impl Into<String>) -> Self {
        Self {
            filename: Some(source.name().clone()),
            lineno: Some(at.line),
            offset: Some(at.col + 1),
            end_lineno: Some(at.end_line),
            end_offset: Some(at.end_col + 1),
            text: source.shown_line(at.line),
            ..Self::new(ErrorKind::Syntax, msg)
        }
    }

    /// The tree is deeper than the compiler goes.
    pub fn too_deep() -> Self {
        Self::new(ErrorKind::Recursion, "maximum recursion depth exceeded during compilation")
    }
}

/// CPython reads the file anew to show a line, into a buffer of this many bytes.
const BUFFER: usize = 999;

impl Source {
    /// The line as CPython shows it: read again from the file as UTF-8, whatever the file's encoding is, and of a
    /// line that does not fit the buffer only the last piece. A program that is no file has none to show.
    fn shown_line(&self, line: i32) -> Option<String> {
        let number = usize::try_from(line).ok().filter(|number| (1..=self.line_count()).contains(number))?;
        if self.name().starts_with('<') {
            return None;
        }
        let mut text = self.line(number).to_string();
        if !self.encoding().starts_with("utf-8") && !text.is_ascii() {
            return None;
        }
        if number < self.line_count() || self.text().ends_with('\n') {
            text.push('\n');
        } else if !text.is_empty() && text.len().is_multiple_of(BUFFER) {
            return None;
        }
        let pieces = text.len().saturating_sub(1) / BUFFER;
        text.get(pieces * BUFFER..).map(String::from)
    }
}

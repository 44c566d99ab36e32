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

/// The byte order mark, which is part of the first line then.
const MARK: char = '\u{feff}';

impl Source {
    /// The line as CPython's compiler shows it: read again as UTF-8, whatever the file's encoding is.
    fn shown_line(&self, line: i32) -> Option<String> {
        let text = self.line_of_file(line)?;
        (self.encoding().starts_with("utf-8") || text.is_ascii()).then_some(text)
    }

    /// A line read again from the file: of one that does not fit the buffer only the last piece. A program that is
    /// no file has none.
    pub fn line_of_file(&self, line: i32) -> Option<String> {
        let number = usize::try_from(line).ok().filter(|number| (1..=self.line_count()).contains(number))?;
        if self.name().starts_with('<') {
            return None;
        }
        let mut text = self.line(number).to_string();
        if let Some(end) = text.find('\0') {
            text.truncate(end);
            return Some(text);
        }
        if text.contains(char::REPLACEMENT_CHARACTER) && !self.is_declared() && self.malformed().is_some() {
            return None;
        }
        if number == 1 && self.is_marked() {
            text.insert(0, MARK);
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

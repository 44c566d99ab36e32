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

impl Source {
    /// The line as an error shows it, with its line end. A program that is no file has none to show.
    fn shown_line(&self, line: i32) -> Option<String> {
        let number = usize::try_from(line).ok().filter(|number| (1..=self.line_count()).contains(number))?;
        if self.name().starts_with('<') {
            return None;
        }
        let end = if number < self.line_count() || self.text().ends_with('\n') { "\n" } else { "" };
        Some(format!("{}{end}", self.line(number)))
    }
}

//! Where something stands in a source file, in CPython's terms.

/// A stretch of source text: lines from 1, columns in UTF-8 bytes from 0, the end exclusive.
///
/// `-1` means "not known", as in CPython: code that the compiler adds by itself has no place, or a line
/// without columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    pub line: i32,
    pub end_line: i32,
    pub col: i32,
    pub end_col: i32,
}

impl Location {
    /// An instruction that stands for nothing in the source.
    pub const NONE: Self = Self { line: -1, end_line: -1, col: -1, end_col: -1 };

    pub const fn new(line: i32, end_line: i32, col: i32, end_col: i32) -> Self {
        Self { line, end_line, col, end_col }
    }

    pub const fn is_none(self) -> bool {
        self.line < 0
    }
}

//! What is wrong with a program before it runs: one type for every stage, with CPython's fields and words.

use std::fmt;
use std::rc::Rc;

/// The exception class that CPython would raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    Syntax,
    Indentation,
    Tab,
    Recursion,
    Memory,
    Overflow,
    Value,
    UnicodeDecode,
    /// What the `tokenize` module raises.
    Token,
}

impl ErrorKind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxError",
            Self::Indentation => "IndentationError",
            Self::Tab => "TabError",
            Self::Recursion => "RecursionError",
            Self::Memory => "MemoryError",
            Self::Overflow => "OverflowError",
            Self::Value => "ValueError",
            Self::UnicodeDecode => "UnicodeDecodeError",
            Self::Token => "TokenError",
        }
    }
}

/// An error with the attributes of Python's `SyntaxError`: lines and columns from 1, columns in
/// characters, and `None` where the attribute is `None` there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: ErrorKind,
    pub msg: String,
    pub filename: Option<Rc<str>>,
    pub lineno: Option<i32>,
    pub offset: Option<i32>,
    pub end_lineno: Option<i32>,
    pub end_offset: Option<i32>,
    /// The line that is shown, usually with its line end.
    pub text: Option<String>,
    /// Whether the place is no part of the exception's arguments, but given to it afterwards.
    pub placed_later: bool,
}

impl SyntaxError {
    /// An error without a place.
    pub fn new(kind: ErrorKind, msg: impl Into<String>) -> Self {
        let (lineno, offset, end_lineno, end_offset) = (None, None, None, None);
        Self {
            kind,
            msg: msg.into(),
            filename: None,
            lineno,
            offset,
            end_lineno,
            end_offset,
            text: None,
            placed_later: false,
        }
    }

    /// Whether the class is `SyntaxError` or one of its subclasses, so that it has a place to show.
    pub const fn is_syntax(&self) -> bool {
        matches!(self.kind, ErrorKind::Syntax | ErrorKind::Indentation | ErrorKind::Tab)
    }

    /// The last line of the report: class, message, and the file where no line is known.
    fn verdict(&self) -> String {
        let kind = self.kind.name();
        let suffix = match &self.filename {
            Some(name) if self.lineno.is_none() => format!(" ({name})"),
            _ => String::new(),
        };
        match (self.msg.as_str(), self.is_syntax()) {
            ("", true) => format!("{kind}: <no detail available>{suffix}"),
            ("", false) => kind.to_string(),
            (msg, _) => format!("{kind}: {msg}{suffix}"),
        }
    }

    /// The shown line without its indentation, and the carets below it. Lengths are in bytes where they
    /// are so in CPython, whatever that does to the carets.
    fn excerpt(&self, text: &str) -> String {
        let size = text.len() as i32;
        let offset = self.offset.unwrap_or(-1);
        let mut end = self.end_offset.unwrap_or(-1);
        if self.end_lineno > self.lineno {
            end = size;
        }
        // Subclasses of SyntaxError are shown with one caret.
        if self.kind != ErrorKind::Syntax {
            end = -1;
        }
        let carets = (end.min(size + 1) - offset).max(1) as usize;
        let mut shown = text.trim_start_matches([' ', '\t', '\u{c}']);
        let len = |shown: &str| (shown.len() - usize::from(shown.ends_with('\n'))) as i32;
        let mut start = (offset - 1 - (text.len() - shown.len()) as i32).min(len(shown));
        // Of several lines the one with the error is shown, and those after it.
        while let Some(line) = shown.find('\n').filter(|line| (*line as i32) < start) {
            shown = &shown[line + 1..];
            start -= line as i32 + 1;
        }
        let line_end = if shown.ends_with('\n') { "" } else { "\n" };
        let mut out = format!("    {shown}{line_end}");
        if start >= 0 {
            let carets = if end > 0 { carets } else { 1 };
            out.push_str(&format!("    {}{}\n", " ".repeat(start as usize), "^".repeat(carets)));
        }
        out
    }
}

/// The report as CPython prints it, without the traceback header and without a last line end.
impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.lineno {
            writeln!(f, "  File \"{}\", line {line}", self.filename.as_deref().unwrap_or("<string>"))?;
        }
        if let Some(text) = &self.text {
            f.write_str(&self.excerpt(text))?;
        }
        f.write_str(&self.verdict())
    }
}

impl std::error::Error for SyntaxError {}

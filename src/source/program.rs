//! A program's text as the tokenizer sees it, and the way back from an offset to a line.

use std::{ops::Range, rc::Rc};

use super::charset::{self, NoTokens, Unread};
use super::{ErrorKind, SyntaxError, bytes::each};

/// A decoded program: line ends are LF.
#[derive(Clone, Debug)]
pub struct Source {
    name: Rc<str>,
    text: Rc<str>,
    line_starts: Rc<[u32]>,
    encoding: Rc<str>,
    /// The text with its own line ends, where those are not all LF.
    original: Option<Rc<str>>,
    /// The bytes, where they are not valid UTF-8 (each bad one is U+FFFD in the text): which error
    /// that is depends on the token that they stand in.
    malformed: Option<Rc<[u8]>>,
    /// Whether the encoding was said, by a mark or a cookie, or went without saying for a text.
    declared: bool,
    /// Whether the file starts with a byte order mark.
    marked: bool,
    /// Whether it is read as CPython reads a file to run it.
    script: bool,
    /// Whether it is the second line that names the encoding.
    late_cookie: bool,
}

/// A line and a column, both counted from where `Location` counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub line: i32,
    pub col: i32,
}

impl Source {
    /// Decodes a program as CPython's `compile` does: byte order mark, encoding cookie, line ends.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, SyntaxError> {
        if bytes.contains(&0) {
            return Err(SyntaxError::new(ErrorKind::Syntax, "source code string cannot contain null bytes"));
        }
        Self::decode(name, bytes).map_err(|unread| {
            let (filename, lineno, offset) = (Some(name.into()), Some(0), Some(-1));
            SyntaxError { filename, lineno, offset, ..SyntaxError::new(ErrorKind::Syntax, unread.msg) }
        })
    }

    /// Decodes a program as CPython does when it runs a file. It reads that line by line, so most of what cannot be
    /// read is found when the tokenizer comes to it.
    pub fn from_script(name: &str, bytes: &[u8]) -> Result<Self, SyntaxError> {
        let source = Self::decode(name, bytes)
            .map_err(|unread| SyntaxError::new(ErrorKind::Syntax, unread.script_msg))?;
        let source = Self { script: true, ..source };
        // An encoding named in the second line comes too late for the first.
        let first = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        match std::str::from_utf8(first) {
            Err(error) if source.late_cookie => Err(source.not_utf8(first[error.valid_up_to()], 1)),
            _ => Ok(source),
        }
    }

    /// Decodes a program as Python's `tokenize` module does: only its first lines must be proper text, and nothing else
    /// stops it but what the tokenizer finds.
    pub fn for_tokens(name: &str, bytes: &[u8]) -> Result<Self, NoTokens> {
        let decoded = charset::decode_for_tokens(bytes)?;
        Ok(Self { script: true, ..Self::build(name, decoded.text, decoded.encoding) })
    }

    /// What is wrong with a line of a script, if it cannot be read.
    pub fn unreadable(&self, line: &[u8], number: i32) -> Option<SyntaxError> {
        if !self.script {
            return None;
        }
        let end = line.iter().position(|byte| *byte == 0);
        if !self.declared
            && let Err(error) = std::str::from_utf8(&line[..end.unwrap_or(line.len())])
        {
            return Some(self.not_utf8(line[error.valid_up_to()], number));
        }
        let end = end?;
        Some(SyntaxError {
            filename: Some(self.name.clone()),
            lineno: Some(number),
            offset: Some(0),
            end_lineno: Some(number),
            end_offset: Some(0),
            text: Some(String::from_utf8_lossy(&line[..end]).into_owned()),
            ..SyntaxError::new(ErrorKind::Syntax, "source code cannot contain null bytes")
        })
    }

    fn not_utf8(&self, byte: u8, line: i32) -> SyntaxError {
        let msg = format!(
            "Non-UTF-8 code starting with '\\x{byte:02x}' in file {} on line {line}, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details",
            self.name
        );
        SyntaxError::new(ErrorKind::Syntax, msg)
    }

    fn decode(name: &str, bytes: &[u8]) -> Result<Self, Unread> {
        let decoded = charset::decode(bytes)?;
        Ok(Self {
            malformed: decoded.malformed.map(|bytes| charset::with_lf(&bytes).into()),
            declared: decoded.declared,
            marked: decoded.marked,
            late_cookie: decoded.late_cookie,
            ..Self::build(name, decoded.text, decoded.encoding)
        })
    }

    /// A program that is text already, as from `-c`: a cookie in it means nothing.
    pub fn from_text(name: &str, text: &str) -> Self {
        Self::build(name, text.to_string(), "utf-8".to_string())
    }

    fn build(name: &str, text: String, encoding: String) -> Self {
        assert!(u32::try_from(text.len()).is_ok(), "a program is smaller than 4 GiB");
        let original: Option<Rc<str>> = text.contains('\r').then(|| text.as_str().into());
        let text: Rc<str> = match &original {
            Some(text) => text.replace("\r\n", "\n").replace('\r', "\n").into(),
            None => text.into(),
        };
        let mut line_starts = Vec::with_capacity(text.len() / 32 + 2);
        line_starts.push(0);
        each(b'\n', text.as_bytes(), |at| line_starts.push(at as u32 + 1));
        Self {
            name: name.into(),
            text,
            line_starts: line_starts.into(),
            encoding: encoding.into(),
            original,
            malformed: None,
            declared: true,
            marked: false,
            script: false,
            late_cookie: false,
        }
    }

    pub fn name(&self) -> &Rc<str> {
        &self.name
    }

    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// The name of the encoding, normalised as `tokenize` shows it.
    pub fn encoding(&self) -> &str {
        &self.encoding
    }

    /// The text with the line ends of the file.
    pub fn original(&self) -> &Rc<str> {
        self.original.as_ref().unwrap_or(&self.text)
    }

    /// The bytes, if they are not valid UTF-8.
    pub fn malformed(&self) -> Option<&[u8]> {
        self.malformed.as_deref()
    }

    /// Whether the encoding was declared: only then does CPython's parser count characters in errors, and
    /// else bytes.
    pub fn is_declared(&self) -> bool {
        self.declared
    }

    /// Whether the file starts with a byte order mark.
    pub fn is_marked(&self) -> bool {
        self.marked
    }

    /// Whether it is read as CPython reads a file to run it: line by line.
    pub fn is_script(&self) -> bool {
        self.script
    }

    /// How many lines there are; text after the last line end counts as one.
    pub fn line_count(&self) -> usize {
        let last = *self.line_starts.last().expect("there is a first line") as usize;
        self.line_starts.len() - usize::from(last == self.text.len())
    }

    /// A line, counted from 1, without its line end; empty where there is none.
    pub fn line(&self, number: usize) -> &str {
        let Some(&start) = number.checked_sub(1).and_then(|index| self.line_starts.get(index)) else {
            return "";
        };
        let end = self.line_starts.get(number).map_or(self.text.len(), |next| *next as usize - 1);
        &self.text[start as usize..end]
    }

    /// A way from offsets to lines that is fast where the offsets come roughly in order.
    pub fn lines(&self) -> Lines<'_> {
        let mut lines = Lines { starts: &self.line_starts, here: 0, range: 0..0 };
        lines.go_to(0);
        lines
    }
}

/// Finds lines; remembers where it was last.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    starts: &'a [u32],
    here: usize,
    /// The offsets in this line.
    range: Range<u32>,
}

impl Lines<'_> {
    /// The line (from 1) and the byte column (from 0) of a byte offset.
    pub fn find(&mut self, offset: u32) -> Line {
        if !self.range.contains(&offset) {
            self.seek(offset);
        }
        Line { line: self.here as i32 + 1, col: (offset - self.range.start) as i32 }
    }

    fn seek(&mut self, offset: u32) {
        // Mostly it is the next one.
        if self.here + 1 < self.starts.len() {
            self.go_to(self.here + 1);
        }
        if !self.range.contains(&offset) {
            self.go_to(self.starts.partition_point(|start| *start <= offset) - 1);
        }
    }

    fn go_to(&mut self, index: usize) {
        self.here = index;
        self.range = self.starts[index]..self.starts.get(index + 1).map_or(u32::MAX, |next| *next);
    }
}

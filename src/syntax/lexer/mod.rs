//! CPython's tokenizer, both as its parser and as its `tokenize` module see it.

mod complain;
mod fstring;
mod indent;
mod lexeme;
mod number;
mod operator;
mod plain;
mod sign;
mod word;

use std::{borrow::Cow, rc::Rc};

use crate::source::{Source, SyntaxError, Warning, find};

pub use lexeme::Kind;
pub(super) use lexeme::{Bracket, Failure, Lexed, Lexeme};
pub(super) use sign::Sign;
pub use sign::operator_name;

/// The end of the text, as a byte: no program contains it.
const EOF: u8 = 0;

/// How deep brackets may nest.
const MOST_BRACKETS: usize = 200;

#[derive(Clone)]
pub(super) struct Lexer<'a> {
    name: &'a Rc<str>,
    /// Where the lines come from that may turn out to be unreadable.
    script: Option<&'a Source>,
    unreadable: Option<Box<SyntaxError>>,
    pub bytes: &'a [u8],
    /// How long the text is, with the line end that may have been added.
    pub len: usize,
    /// Whether comments, NL and the like come too, and mistakes are let through, as in `tokenize`.
    pub extra: bool,
    /// Whether the last line end was added.
    pub implicit_newline: bool,
    pub cur: usize,
    pub line_start: usize,
    /// The end of the line that is being read.
    pub line_end: usize,
    pub line: i32,
    /// The start of what CPython still holds of the text: the first line of the token being read.
    pub held: usize,
    in_token: bool,
    pub at_eof: bool,
    /// Whether the text ended outside of tokens.
    let_go: bool,
    /// Where the token starts, and its column.
    pub start: usize,
    start_col: i32,
    /// Where the last string started: its line, and the offset of that line.
    pub first_line: i32,
    pub multi_line_start: usize,
    at_line_start: bool,
    indents: Vec<(i32, i32)>,
    pending: i32,
    pub brackets: Vec<Bracket>,
    fstrings: Vec<fstring::Mode>,
    comment_line: bool,
    /// What is allowed but looks wrong, since the last look.
    pub warnings: Vec<Warning>,
}

impl<'a> Lexer<'a> {
    /// The tokens that CPython's parser sees.
    pub fn for_parser(source: &'a Source) -> Self {
        let bytes = source.malformed().unwrap_or(source.text().as_bytes());
        Self { script: source.is_script().then_some(source), ..Self::new(source.name(), bytes, false) }
    }

    /// The same, the text ending as it was written: only a module's last line is always ended.
    pub fn unended(self) -> Self {
        Self { len: self.bytes.len(), implicit_newline: false, ..self }
    }

    /// The tokens of the `tokenize` module.
    pub fn for_tokenize(source: &'a Source) -> Self {
        let lexer = Self::new(source.name(), source.original().as_bytes(), true);
        Self { script: source.is_script().then_some(source), ..lexer }
    }

    /// The tokens of a piece of a program.
    pub fn for_piece(name: &'a Rc<str>, text: &'a str) -> Self {
        Self::new(name, text.as_bytes(), false)
    }

    fn new(name: &'a Rc<str>, bytes: &'a [u8], extra: bool) -> Self {
        let implicit_newline = bytes.last().is_some_and(|byte| *byte != b'\n');
        Self {
            name,
            script: None,
            unreadable: None,
            bytes,
            len: bytes.len() + usize::from(implicit_newline),
            extra,
            implicit_newline,
            cur: 0,
            line_start: 0,
            line_end: 0,
            line: 0,
            held: 0,
            in_token: false,
            at_eof: false,
            let_go: false,
            start: 0,
            start_col: -1,
            first_line: 0,
            multi_line_start: 0,
            at_line_start: true,
            indents: vec![(0, 0)],
            pending: 0,
            brackets: Vec::new(),
            fstrings: Vec::new(),
            comment_line: false,
            warnings: Vec::new(),
        }
    }

    /// The next token; after ENDMARKER there is none.
    #[inline(always)]
    pub fn next(&mut self) -> Lexed<Lexeme> {
        let is_inside = !self.at_line_start && self.pending == 0 && !self.extra;
        if is_inside
            && !self.in_fstring_text()
            && let Some(token) = self.plain()
        {
            return Ok(token);
        }
        self.any()
    }

    fn in_fstring_text(&self) -> bool {
        self.fstrings.last().is_some_and(|mode| mode.in_text)
    }

    /// The next token, whatever it is.
    #[inline(never)]
    fn any(&mut self) -> Lexed<Lexeme> {
        let token = match self.in_fstring_text() {
            true => self.fstring_text(),
            false => self.normal(),
        };
        // Where a line cannot be read, the levels before it end first.
        let ends_level = matches!(token, Ok(Lexeme { kind: Kind::Dedent, .. }));
        match self.unreadable.take_if(|_| !ends_level) {
            Some(error) => Err(Failure::Raised(error)),
            None => token,
        }
    }

    /// Whether CPython keeps the lines before the one that it reads next.
    fn holds(&self) -> bool {
        self.in_token || (self.extra || self.script.is_some()) && self.in_fstring()
    }

    /// The error of a line that cannot be read, if it is still to be told.
    pub fn unread(&mut self) -> Option<SyntaxError> {
        self.unreadable.take().map(|error| *error)
    }

    /// How many bytes of the text CPython holds.
    pub fn held_len(&self) -> i32 {
        if self.let_go { 0 } else { (self.line_end - self.held) as i32 }
    }

    /// Whether f-strings are open.
    pub fn in_fstring(&self) -> bool {
        !self.fstrings.is_empty()
    }

    /// The text between two offsets; what is not UTF-8 is replaced.
    pub fn text(&self, start: usize, end: usize) -> Cow<'a, str> {
        let text =
            String::from_utf8_lossy(self.bytes.get(start..end.min(self.bytes.len())).unwrap_or_default());
        match end > self.bytes.len() {
            true => text + "\n",
            false => text,
        }
    }

    /// The byte at an offset; behind the last one there may be a line end.
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'\n')
    }

    /// What is still to be read of the line, but for a line end that was added.
    fn rest(&self) -> &'a [u8] {
        let end = self.line_end.min(self.bytes.len());
        &self.bytes[self.cur.min(end)..end]
    }

    /// Passes over the bytes of this line up to one that is not such.
    fn skip(&mut self, such: impl Fn(u8) -> bool) {
        let rest = self.rest();
        self.cur += rest.iter().position(|&byte| !such(byte)).unwrap_or(rest.len());
        if self.cur == self.line_end {
            self.look_behind();
        }
    }

    /// Looks for more where a line seems to have no end: there is none, and that is noted.
    fn look_behind(&mut self) {
        let c = self.read();
        self.back(c);
    }

    fn normal(&mut self) -> Lexed<Lexeme> {
        loop {
            self.start_col = -1;
            self.in_token = false;
            let mut blank = false;
            if self.at_line_start {
                blank = self.indentation()?;
            }
            self.start = self.cur;
            self.start_col = self.col();
            self.in_token = true;
            if self.pending != 0 {
                return Ok(self.pending_mark());
            }
            if !blank
                && !self.extra
                && let Some(token) = self.plain()
            {
                return Ok(token);
            }
            if let Some(token) = self.after_indentation(blank)? {
                return Ok(token);
            }
        }
    }

    /// The next token of this line; none where the line has no more and shows nothing.
    fn after_indentation(&mut self, blank: bool) -> Lexed<Option<Lexeme>> {
        loop {
            self.in_token = false;
            let mut c = self.read();
            while matches!(c, b' ' | b'\t' | 0x0C) {
                c = self.read();
            }
            self.in_token = true;
            self.start = self.cur - usize::from(c != EOF);
            self.start_col = self.col() - 1;
            if c == b'#' {
                self.skip(|byte| !matches!(byte, EOF | b'\n' | b'\r'));
                c = self.read();
                if self.extra {
                    self.back(c);
                    self.comment_line = blank;
                    return Ok(Some(self.token(Kind::Comment, Sign::Unknown)));
                }
            }
            if c == EOF {
                return match self.brackets.is_empty() {
                    true => Ok(Some(self.mark(Kind::EndMarker, Sign::EndMarker))),
                    false => Err(Failure::Eof),
                };
            }
            if c.is_ascii_alphabetic() || c == b'_' || c >= 0x80 {
                return self.word().map(Some);
            }
            if c == b'\r' {
                c = self.read();
            }
            match c {
                b'\n' => return Ok(self.line_break(blank)),
                b'0'..=b'9' => return self.number(c).map(Some),
                b'.' => return self.point().map(Some),
                b'\'' | b'"' => return self.string(c).map(Some),
                b'\\' => self.continuation()?,
                _ => return self.operator(c).map(Some),
            }
        }
    }

    fn line_break(&mut self, blank: bool) -> Option<Lexeme> {
        self.at_line_start = true;
        if blank || !self.brackets.is_empty() {
            self.comment_line = false;
            return self.extra.then(|| self.token(Kind::Nl, Sign::Unknown));
        }
        if self.comment_line && self.extra {
            self.comment_line = false;
            return Some(self.token(Kind::Nl, Sign::Unknown));
        }
        let mut token = self.token(Kind::Newline, Sign::Newline);
        token.end -= 1;
        Some(token)
    }

    /// The next byte; line counts move when a line's first byte is read.
    fn read(&mut self) -> u8 {
        if self.cur == self.line_end && !self.next_line() {
            return EOF;
        }
        self.cur += 1;
        self.byte(self.cur - 1)
    }

    /// Begins a line, if there is one.
    fn next_line(&mut self) -> bool {
        if self.cur == self.len || self.unreadable.is_some() {
            self.let_go |= !self.holds();
            self.at_eof = true;
            return false;
        }
        self.line_start = self.cur;
        if !self.holds() {
            self.held = self.cur;
        }
        self.line_end = find(b'\n', &self.bytes[self.cur..]).map_or(self.len, |at| self.cur + at + 1);
        self.line += 1;
        self.script.is_none() || !self.is_unreadable()
    }

    /// Whether the line that was just begun cannot be read; then nothing more is.
    fn is_unreadable(&mut self) -> bool {
        let line = self.rest();
        self.unreadable = self.script.and_then(|source| source.unreadable(line, self.line)).map(Box::new);
        let Some(error) = &self.unreadable else { return false };
        self.cur = self.line_end;
        self.at_eof = true;
        // Of a line that is not UTF-8 CPython keeps nothing.
        if error.lineno.is_none() {
            (self.held, self.line_start, self.let_go) = (self.cur, self.cur, true);
        }
        true
    }

    /// Gives back the byte that was read last.
    fn back(&mut self, c: u8) {
        self.cur -= usize::from(c != EOF);
    }

    /// How far reading has come in its line, for errors. At the end of a script CPython has let go of the last line.
    pub fn col_reached(&self) -> i32 {
        match self.script.is_some() && self.let_go {
            true => (self.held as i32 - self.line_start as i32).min(0),
            false => (self.cur - self.line_start) as i32,
        }
    }

    fn col(&self) -> i32 {
        (self.cur - self.line_start) as i32
    }

    fn token(&self, kind: Kind, sign: Sign) -> Lexeme {
        Lexeme {
            kind,
            sign,
            level: self.brackets.len() as u16,
            start: self.start as u32,
            end: self.cur as u32,
            line: if kind.is_string() { self.first_line } else { self.line },
            col: self.start_col,
            end_line: self.line,
            end_col: self.col(),
        }
    }

    /// A token without text.
    fn mark(&self, kind: Kind, sign: Sign) -> Lexeme {
        Lexeme { start: self.cur as u32, col: -1, end_col: -1, ..self.token(kind, sign) }
    }

    /// A token that means nothing, where none could be read.
    pub fn stand_in(&self) -> Lexeme {
        self.mark(Kind::Op, Sign::Unknown)
    }

    /// After a backslash.
    fn continuation(&mut self) -> Lexed<()> {
        let mut c = self.read();
        if c == b'\r' {
            c = self.read();
        }
        if c != b'\n' {
            return Err(Failure::Continuation);
        }
        c = self.read();
        if c == EOF {
            self.cur = self.line_end;
            return Err(Failure::Eof);
        }
        self.back(c);
        Ok(())
    }
}

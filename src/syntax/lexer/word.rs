//! Names, and strings, which may start like names.

use super::{EOF, Failure, Kind, Lexed, Lexeme, Lexer};
use crate::literal;

/// Which letters a string's prefix has so far.
#[derive(Default)]
struct Prefix {
    b: bool,
    r: bool,
    u: bool,
    f: bool,
}

impl Prefix {
    /// Takes one more letter, if it may still stand there.
    fn takes(&mut self, c: u8) -> bool {
        match c {
            b'b' | b'B' if !(self.b || self.u || self.f) => self.b = true,
            b'u' | b'U' if !(self.b || self.u || self.r || self.f) => self.u = true,
            b'r' | b'R' if !(self.r || self.u) => self.r = true,
            b'f' | b'F' if !(self.f || self.b || self.u) => self.f = true,
            _ => return false,
        }
        true
    }
}

impl Lexer<'_> {
    pub(super) fn word(&mut self, first: u8) -> Lexed<Lexeme> {
        let mut c = first;
        let mut prefix = Prefix::default();
        while prefix.takes(c) {
            c = self.read();
            if matches!(c, b'"' | b'\'') {
                return if prefix.f { self.fstring_start(c) } else { self.string(c) };
            }
        }
        let mut ascii = true;
        while c.is_ascii_alphanumeric() || c == b'_' || c >= 0x80 {
            ascii &= c < 0x80;
            c = self.read();
        }
        self.back(c);
        if !ascii && !self.extra {
            self.check_name()?;
        }
        Ok(self.token(Kind::Name))
    }

    fn check_name(&mut self) -> Lexed<()> {
        let Ok(name) = str::from_utf8(&self.bytes[self.start..self.cur]) else { return Err(Failure::Decode) };
        let allowed = |at: usize, c: char| match at {
            0 => literal::is_identifier_start(c),
            _ => literal::is_identifier_continue(c),
        };
        let Some((at, c)) = name.char_indices().find(|(at, c)| !allowed(*at, *c)) else { return Ok(()) };
        self.cur = self.start + at + c.len_utf8();
        let point = u32::from(c);
        Err(self.error(match literal::is_printable(point) {
            true => format!("invalid character '{c}' (U+{point:04X})"),
            false => format!("invalid non-printable character U+{point:04X}"),
        }))
    }

    /// A string whose opening quote was read.
    pub(super) fn string(&mut self, quote: u8) -> Lexed<Lexeme> {
        self.first_line = self.line;
        self.multi_line_start = self.line_start;
        let (mut size, mut closing) = (1, 0);
        let mut c = self.read();
        if c == quote {
            c = self.read();
            if c == quote {
                size = 3;
            } else {
                closing = 1;
            }
        }
        if c != quote {
            self.back(c);
        }
        while closing != size {
            c = self.read();
            if c == EOF || size == 1 && c == b'\n' {
                return Err(self.unterminated(quote, size));
            }
            if c == quote {
                closing += 1;
                continue;
            }
            closing = 0;
            if c == b'\\' && self.read() == b'\r' {
                self.read();
            }
        }
        Ok(self.token(Kind::String))
    }

    fn unterminated(&mut self, quote: u8, size: usize) -> Failure {
        let detected = self.line;
        self.cur = self.start + 1;
        self.line_start = self.multi_line_start;
        self.line = self.first_line;
        // Inside an f-string such a quote rather ends that: what is missing is the brace.
        if self.fstrings.last().is_some_and(|mode| mode.quote == quote && mode.quote_size == size) {
            return self.error("f-string: expecting '}'");
        }
        let triple = if size == 3 { "triple-quoted " } else { "" };
        self.error(format!("unterminated {triple}string literal (detected at line {detected})"))
    }
}

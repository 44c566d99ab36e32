//! Names, and strings, which may start like names.

use super::{EOF, Failure, Kind, Lexed, Lexeme, Lexer, Sign};
use crate::literal;

/// The longest prefix of a string.
const MOST_PREFIX: usize = 2;

/// The bytes that may stand in a word, if they are not ASCII as parts of a letter.
const IN_WORDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte == b'_' as usize || byte >= 0x80;
        byte += 1;
    }
    table
};

/// Whether a word may start with this byte.
pub(super) fn is_start(byte: u8) -> bool {
    IN_WORDS[usize::from(byte)] && !byte.is_ascii_digit()
}

/// The word that a line starts with and that ends in it, and how long it is; none where it takes a second look: it may be
/// a string's prefix, or have letters that need not be such.
pub(super) fn plain(line: &[u8]) -> Option<(Sign, usize)> {
    let len = line.iter().position(|&byte| !IN_WORDS[usize::from(byte)])?;
    if len <= MOST_PREFIX && matches!(line[len], b'"' | b'\'') {
        return None;
    }
    let word = &line[..len];
    let sign = Sign::of_word(word);
    (sign != Sign::Name || word.is_ascii()).then_some((sign, len))
}

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
    /// A name, a keyword, or a string with a prefix; its first letter was read.
    pub(super) fn word(&mut self) -> Lexed<Lexeme> {
        self.skip(|byte| IN_WORDS[usize::from(byte)]);
        let bytes = self.bytes;
        let word = &bytes[self.start..self.cur];
        if word.len() <= MOST_PREFIX
            && let Some(quote @ (b'"' | b'\'')) = bytes.get(self.cur).copied()
        {
            let mut prefix = Prefix::default();
            if word.iter().all(|&letter| prefix.takes(letter)) {
                self.cur += 1;
                return if prefix.f { self.fstring_start(quote) } else { self.string(quote) };
            }
        }
        let sign = Sign::of_word(word);
        if sign == Sign::Name && !self.extra && !word.is_ascii() {
            self.check_name()?;
        }
        Ok(self.token(Kind::Name, sign))
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
            let from = self.cur;
            self.skip(|byte| byte != quote && !matches!(byte, EOF | b'\n' | b'\\'));
            if self.cur > from {
                closing = 0;
            }
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
        Ok(self.token(Kind::String, Sign::String))
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

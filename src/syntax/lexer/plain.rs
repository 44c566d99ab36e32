//! The short way to the tokens that most of a program is made of: words, signs and line ends within the line at hand.
//! What takes any more thought is left to the others, as if nothing had been read.

use super::{Bracket, Kind, Lexeme, Lexer, MOST_BRACKETS, Sign, word};

impl Lexer<'_> {
    /// The next token, if it is a plain one.
    #[inline(always)]
    pub(super) fn plain(&mut self) -> Option<Lexeme> {
        let line = self.bytes.get(..self.line_end)?;
        let mut at = self.cur;
        while *line.get(at)? == b' ' {
            at += 1;
        }
        let rest = &line[at..];
        let first = rest[0];
        let (kind, sign, len) = if word::is_start(first) {
            let (sign, len) = word::plain(rest)?;
            (Kind::Name, sign, len)
        } else if first == b'\n' && self.brackets.is_empty() {
            self.at_line_start = true;
            (Kind::Newline, Sign::Newline, 1)
        } else if self.fstrings.is_empty() {
            let (sign, len) = self.plain_sign(rest, at)?;
            (Kind::Op, sign, len)
        } else {
            return None;
        };
        self.in_token = true;
        self.start = at;
        self.start_col = (at - self.line_start) as i32;
        self.cur = at + len;
        let token = self.token(kind, sign);
        // A line end has no text.
        Some(if kind == Kind::Newline { Lexeme { end: token.start, ..token } } else { token })
    }

    /// An operator, a delimiter, or a bracket that stands where it may.
    #[inline(always)]
    fn plain_sign(&mut self, rest: &[u8], at: usize) -> Option<(Sign, usize)> {
        let first = rest[0];
        let second = *rest.get(1)?;
        match first {
            b'(' | b'[' | b'{' if self.brackets.len() < MOST_BRACKETS => {
                self.brackets.push(Bracket {
                    byte: first,
                    line: self.line,
                    col: (at - self.line_start) as i32,
                });
            }
            b')' | b']' | b'}' => {
                let opening = self.brackets.last()?.byte;
                if !matches!((opening, first), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
                    return None;
                }
                self.brackets.pop();
            }
            b'.' if second != b'.' && !second.is_ascii_digit() => return Some((Sign::Dot, 1)),
            b',' | b'=' | b':' | b'+' | b'-' | b'*' | b'/' | b'<' | b'>' | b'%' | b'&' | b'|' | b'@' => {}
            _ => return None,
        }
        let (sign, len) = Sign::of_operator([first, second, rest.get(2).copied().unwrap_or(b'\n')]);
        (sign != Sign::Unknown).then_some((sign, len))
    }
}

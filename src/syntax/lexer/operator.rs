//! Operators, delimiters, and the brackets that are open.

use super::{Bracket, EOF, Kind, Lexed, Lexeme, Lexer, MOST_BRACKETS, Sign};
use crate::literal;

impl Lexer<'_> {
    /// Whatever is none of the other kinds; `c` was read.
    pub(super) fn operator(&mut self, c: u8) -> Lexed<Lexeme> {
        if matches!(c, b':' | b'}' | b'!' | b'{') && self.in_fstring() && self.fstring_punctuation(c) {
            return Ok(self.token(Kind::Op, Sign::Colon));
        }
        let first = self.cur - 1;
        if self.cur == self.line_end {
            self.look_behind();
        }
        let next =
            |ahead: usize| if self.cur + ahead < self.line_end { self.byte(self.cur + ahead) } else { EOF };
        let (sign, len) = Sign::of_operator([c, next(0), next(1)]);
        self.cur += len - 1;
        match c {
            b'(' | b'[' | b'{' => self.open(c, first)?,
            b')' | b']' | b'}' => self.close(c)?,
            _ if sign == Sign::Unknown && len == 1 && !literal::is_printable(c.into()) => {
                return Err(self.error(format!("invalid non-printable character U+{c:04X}")));
            }
            _ => {}
        }
        Ok(self.token(Kind::Op, sign))
    }

    fn open(&mut self, byte: u8, at: usize) -> Lexed<()> {
        if self.brackets.len() >= MOST_BRACKETS {
            return Err(self.error("too many nested parentheses"));
        }
        self.brackets.push(Bracket { byte, line: self.line, col: (at - self.line_start) as i32 });
        self.fstring_opens();
        Ok(())
    }

    fn close(&mut self, byte: u8) -> Lexed<()> {
        let shown = char::from(byte);
        if byte == b'}' && self.fstrings.last().is_some_and(|mode| mode.depth == 0) {
            return Err(self.error("f-string: single '}' is not allowed"));
        }
        let opening = self.brackets.pop();
        if !self.extra {
            let Some(opening) = opening else { return Err(self.error(format!("unmatched '{shown}'"))) };
            if !matches!((opening.byte, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
                if opening.byte == b'{' && self.fstring_field_ends() {
                    return Err(self.error(format!("f-string: unmatched '{shown}'")));
                }
                let line = match opening.line == self.line {
                    true => String::new(),
                    false => format!(" on line {}", opening.line),
                };
                let opened = char::from(opening.byte);
                return Err(self.error(format!(
                    "closing parenthesis '{shown}' does not match opening parenthesis '{opened}'{line}"
                )));
            }
        }
        self.fstring_closes(byte);
        Ok(())
    }
}

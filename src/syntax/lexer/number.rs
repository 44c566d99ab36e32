//! Numbers.

use super::{Kind, Lexed, Lexeme, Lexer, Sign};

/// Keywords that may follow a number without a blank, by their first letter.
const AFTER: &[(u8, &str)] = &[(b'a', "nd"), (b'e', "lse"), (b'f', "or"), (b'o', "r"), (b'n', "ot")];

impl Lexer<'_> {
    /// After a dot: an ellipsis, a number, or just the dot.
    pub(super) fn point(&mut self) -> Lexed<Lexeme> {
        let c = self.read();
        if c.is_ascii_digit() {
            return self.fraction(c);
        }
        if c == b'.' {
            let c = self.read();
            if c == b'.' {
                return Ok(self.token(Kind::Op, Sign::Ellipsis));
            }
            self.back(c);
        }
        self.back(c);
        Ok(self.token(Kind::Op, Sign::Dot))
    }

    pub(super) fn number(&mut self, first: u8) -> Lexed<Lexeme> {
        if first != b'0' {
            self.skip(|byte| byte.is_ascii_digit());
            let next = self.byte(self.cur);
            if !(next.is_ascii_alphanumeric() || matches!(next, b'.' | b'_')) {
                return Ok(self.token(Kind::Number, Sign::Number));
            }
            let c = self.decimal_tail()?;
            return self.after_digits(c);
        }
        let c = self.read();
        match c {
            b'x' | b'X' => self.radix("hexadecimal", |c| c.is_ascii_hexdigit()),
            b'o' | b'O' => self.radix("octal", |c| matches!(c, b'0'..=b'7')),
            b'b' | b'B' => self.radix("binary", |c| matches!(c, b'0' | b'1')),
            _ => self.zeros(c),
        }
    }

    fn radix(&mut self, kind: &str, is_digit: fn(u8) -> bool) -> Lexed<Lexeme> {
        let wrong =
            |this: &Self, c: u8| this.error(format!("invalid digit '{}' in {kind} literal", char::from(c)));
        let mut c = self.read();
        loop {
            if c == b'_' {
                c = self.read();
            }
            if !is_digit(c) {
                if c.is_ascii_digit() {
                    return Err(wrong(self, c));
                }
                self.back(c);
                return Err(self.error(format!("invalid {kind} literal")));
            }
            while is_digit(c) {
                c = self.read();
            }
            if c != b'_' {
                break;
            }
        }
        if c.is_ascii_digit() {
            return Err(wrong(self, c));
        }
        self.end(c, kind)
    }

    /// A number that starts with a zero has only zeros, unless it is no integer.
    fn zeros(&mut self, mut c: u8) -> Lexed<Lexeme> {
        loop {
            if c == b'_' {
                c = self.read();
                if !c.is_ascii_digit() {
                    self.back(c);
                    return Err(self.error("invalid decimal literal"));
                }
            }
            if c != b'0' {
                break;
            }
            c = self.read();
        }
        let zeros_end = self.cur;
        let nonzero = c.is_ascii_digit();
        if nonzero {
            c = self.decimal_tail()?;
        }
        if matches!(c, b'.' | b'e' | b'E' | b'j' | b'J') {
            return self.after_digits(c);
        }
        if nonzero && !self.extra {
            self.back(c);
            let cols = ((self.start + 1 - self.line_start) as i32, (zeros_end - self.line_start) as i32);
            return Err(self.error_at(
                Some(cols),
                "leading zeros in decimal integer literals are not permitted; \
                 use an 0o prefix for octal integers",
            ));
        }
        self.end(c, "decimal")
    }

    /// The rest of a run of digits whose first was read; gives what follows.
    fn decimal_tail(&mut self) -> Lexed<u8> {
        loop {
            let mut c = self.read();
            while c.is_ascii_digit() {
                c = self.read();
            }
            if c != b'_' {
                return Ok(c);
            }
            c = self.read();
            if !c.is_ascii_digit() {
                self.back(c);
                return Err(self.error("invalid decimal literal"));
            }
        }
    }

    fn after_digits(&mut self, mut c: u8) -> Lexed<Lexeme> {
        if c == b'.' {
            c = self.read();
            return self.fraction(c);
        }
        self.exponent(c)
    }

    fn fraction(&mut self, mut c: u8) -> Lexed<Lexeme> {
        if c.is_ascii_digit() {
            c = self.decimal_tail()?;
        }
        self.exponent(c)
    }

    fn exponent(&mut self, mut c: u8) -> Lexed<Lexeme> {
        if matches!(c, b'e' | b'E') {
            let e = c;
            c = self.read();
            if matches!(c, b'+' | b'-') {
                c = self.read();
                if !c.is_ascii_digit() {
                    self.back(c);
                    return Err(self.error("invalid decimal literal"));
                }
            } else if !c.is_ascii_digit() {
                self.back(c);
                return self.end(e, "decimal");
            }
            c = self.decimal_tail()?;
        }
        if matches!(c, b'j' | b'J') {
            c = self.read();
            return self.end(c, "imaginary");
        }
        self.end(c, "decimal")
    }

    /// The number ends before `c`, which was read: only some words may follow at once.
    fn end(&mut self, c: u8, kind: &str) -> Lexed<Lexeme> {
        let rest = self.rest();
        let word_follows = |tail: &str| {
            let after = rest.get(tail.len()).copied().unwrap_or(b'\n');
            let ends = !(after.is_ascii_alphanumeric() || after == b'_' || after >= 0x80);
            rest.starts_with(tail.as_bytes()) && ends
        };
        let keyword = match c {
            b'i' => matches!(rest.first(), Some(b'f' | b'n' | b's')),
            _ => AFTER.iter().any(|(first, tail)| *first == c && word_follows(tail)),
        };
        self.back(c);
        if keyword {
            self.warn(format!("invalid {kind} literal"));
        }
        if !self.extra && !keyword && (c.is_ascii_alphanumeric() || c == b'_') {
            return Err(self.error(format!("invalid {kind} literal")));
        }
        Ok(self.token(Kind::Number, Sign::Number))
    }
}

//! f-strings: text in which fields nest, in which strings nest.

use super::{EOF, Failure, Kind, Lexed, Lexeme, Lexer, Sign};

/// How many f-strings, and how many fields of one, may nest.
const MOST_FSTRINGS: usize = 150;
const MOST_FIELDS: i32 = 3;

/// An open f-string.
#[derive(Clone, Debug)]
pub(super) struct Mode {
    /// Whether the text is being read, or else a field.
    pub in_text: bool,
    pub quote: u8,
    pub quote_size: usize,
    raw: bool,
    start: usize,
    start_line: i32,
    start_line_start: usize,
    /// How many brackets are open in its fields.
    pub depth: i32,
    /// The depth at which the innermost field was opened.
    field_depth: i32,
    /// Whether a field's expression has ended, so that text is its format.
    expression_ended: bool,
}

impl Lexer<'_> {
    fn mode(&mut self) -> &mut Mode {
        self.fstrings.last_mut().expect("only called inside an f-string")
    }

    /// An f-string whose first opening quote was read.
    pub(super) fn fstring_start(&mut self, quote: u8) -> Lexed<Lexeme> {
        self.first_line = self.line;
        self.multi_line_start = self.line_start;
        let mut quote_size = 1;
        let second = self.read();
        if second == quote {
            let third = self.read();
            if third == quote {
                quote_size = 3;
            } else {
                self.back(third);
                self.back(second);
            }
        } else {
            self.back(second);
        }
        if self.fstrings.len() + 1 >= MOST_FSTRINGS {
            return Err(self.error("too many nested f-strings"));
        }
        let raw = self.bytes[self.start..self.cur].iter().any(|byte| matches!(byte, b'r' | b'R'));
        self.fstrings.push(Mode {
            in_text: true,
            quote,
            quote_size,
            raw,
            start: self.start,
            start_line: self.line,
            start_line_start: self.line_start,
            depth: 0,
            field_depth: -1,
            expression_ended: false,
        });
        Ok(self.token(Kind::FStringStart, Sign::FStringStart))
    }

    /// What follows in an f-string's text: a piece of it, its end, or a field.
    pub(super) fn fstring_text(&mut self) -> Lexed<Lexeme> {
        self.start = self.cur;
        self.in_token = true;
        self.first_line = self.line;
        self.start_col = self.col();
        let c = self.read();
        if c == b'{' {
            let next = self.read();
            self.back(next);
            self.back(c);
            if next != b'{' {
                self.open_field()?;
                return self.normal();
            }
        } else {
            self.back(c);
        }
        let mode = self.mode();
        let (quote, size) = (mode.quote, mode.quote_size);
        for _ in 0..size {
            let c = self.read();
            if c != quote {
                self.back(c);
                return self.fstring_middle(quote, size);
            }
        }
        self.fstrings.pop();
        Ok(self.token(Kind::FStringEnd, Sign::FStringEnd))
    }

    fn open_field(&mut self) -> Lexed<()> {
        let mode = self.mode();
        mode.field_depth += 1;
        if mode.field_depth >= MOST_FIELDS {
            return Err(self.error("f-string: expressions nested too deeply"));
        }
        self.mode().in_text = false;
        Ok(())
    }

    fn fstring_middle(&mut self, quote: u8, size: usize) -> Lexed<Lexeme> {
        self.multi_line_start = self.line_start;
        let (mut closing, mut named) = (0, false);
        let mode = self.mode();
        let (raw, in_format) = (mode.raw, mode.expression_ended && mode.field_depth >= 0);
        while closing != size {
            let from = self.cur;
            self.skip(|byte| byte != quote && !matches!(byte, EOF | b'\n' | b'\r' | b'\\' | b'{' | b'}'));
            if self.cur > from {
                closing = 0;
            }
            let c = self.read();
            if c == EOF || size == 1 && c == b'\n' {
                // A format ends with its line.
                if in_format && c == b'\n' {
                    self.back(c);
                    self.mode().in_text = false;
                    return Ok(self.token(Kind::FStringMiddle, Sign::FStringMiddle));
                }
                return Err(self.unterminated_fstring());
            }
            if c == quote {
                closing += 1;
                continue;
            }
            closing = 0;
            match c {
                b'{' | b'}' if c == b'{' || !named => {
                    let next = self.read();
                    if next == c && !in_format {
                        // The second brace is passed over, but the places include it.
                        return Ok(Lexeme {
                            end: self.cur as u32 - 1,
                            ..self.token(Kind::FStringMiddle, Sign::FStringMiddle)
                        });
                    }
                    self.back(next);
                    self.back(c);
                    if c == b'{' {
                        self.open_field()?;
                    } else {
                        self.mode().in_text = false;
                    }
                    return Ok(self.token(Kind::FStringMiddle, Sign::FStringMiddle));
                }
                b'}' => return Ok(self.token(Kind::FStringMiddle, Sign::FStringMiddle)),
                b'\\' => named |= self.fstring_escape(raw),
                _ => {}
            }
        }
        self.cur -= size;
        Ok(self.token(Kind::FStringMiddle, Sign::FStringMiddle))
    }

    /// After a backslash; says whether a character is named.
    fn fstring_escape(&mut self, raw: bool) -> bool {
        let mut next = self.read();
        if next == b'\r' {
            next = self.read();
        }
        if matches!(next, b'{' | b'}') {
            if !raw {
                self.warn(format!("invalid escape sequence '\\{}'", char::from(next)));
            }
            self.back(next);
        } else if !raw && next == b'N' {
            let brace = self.read();
            if brace == b'{' {
                return true;
            }
            self.back(brace);
        }
        false
    }

    fn unterminated_fstring(&mut self) -> Failure {
        let detected = self.line;
        let mode = self.mode();
        let (start, line, line_start, size) =
            (mode.start, mode.start_line, mode.start_line_start, mode.quote_size);
        self.cur = start + 1;
        self.line = line;
        self.line_start = line_start;
        let triple = if size == 3 { "triple-quoted " } else { "" };
        self.error(format!("unterminated {triple}f-string literal (detected at line {detected})"))
    }

    /// Notes where a field's expression ends; says whether `c` is the colon before a format.
    pub(super) fn fstring_punctuation(&mut self, c: u8) -> bool {
        let Some(mode) = self.fstrings.last_mut().filter(|mode| mode.field_depth >= 0) else { return false };
        let cursor = mode.depth - i32::from(c != b'{');
        if cursor == 0 {
            mode.expression_ended = c != b'{';
        }
        let is_format = c == b':' && cursor == mode.field_depth;
        mode.in_text |= is_format;
        is_format
    }

    pub(super) fn fstring_opens(&mut self) {
        if let Some(mode) = self.fstrings.last_mut() {
            mode.depth += 1;
        }
    }

    /// Whether the bracket that closes now would be the field's own.
    pub(super) fn fstring_field_ends(&self) -> bool {
        self.fstrings.last().is_some_and(|mode| mode.depth - 1 == mode.field_depth)
    }

    pub(super) fn fstring_closes(&mut self, byte: u8) {
        if let Some(mode) = self.fstrings.last_mut() {
            mode.depth -= 1;
            if byte == b'}' && mode.depth == mode.field_depth {
                mode.field_depth -= 1;
                mode.in_text = true;
            }
        }
    }
}

//! Operators, delimiters, and the brackets that are open.

use super::{Bracket, Kind, Lexed, Lexeme, Lexer, MOST_BRACKETS};
use crate::literal;

/// Every operator and delimiter, with its name in Python's `token` module.
const OPERATORS: &[(&str, &str)] = &[
    ("!", "EXCLAMATION"),
    ("!=", "NOTEQUAL"),
    ("%", "PERCENT"),
    ("%=", "PERCENTEQUAL"),
    ("&", "AMPER"),
    ("&=", "AMPEREQUAL"),
    ("(", "LPAR"),
    (")", "RPAR"),
    ("*", "STAR"),
    ("**", "DOUBLESTAR"),
    ("**=", "DOUBLESTAREQUAL"),
    ("*=", "STAREQUAL"),
    ("+", "PLUS"),
    ("+=", "PLUSEQUAL"),
    (",", "COMMA"),
    ("-", "MINUS"),
    ("-=", "MINEQUAL"),
    ("->", "RARROW"),
    (".", "DOT"),
    ("...", "ELLIPSIS"),
    ("/", "SLASH"),
    ("//", "DOUBLESLASH"),
    ("//=", "DOUBLESLASHEQUAL"),
    ("/=", "SLASHEQUAL"),
    (":", "COLON"),
    (":=", "COLONEQUAL"),
    (";", "SEMI"),
    ("<", "LESS"),
    ("<<", "LEFTSHIFT"),
    ("<<=", "LEFTSHIFTEQUAL"),
    ("<=", "LESSEQUAL"),
    ("=", "EQUAL"),
    ("==", "EQEQUAL"),
    (">", "GREATER"),
    (">=", "GREATEREQUAL"),
    (">>", "RIGHTSHIFT"),
    (">>=", "RIGHTSHIFTEQUAL"),
    ("@", "AT"),
    ("@=", "ATEQUAL"),
    ("[", "LSQB"),
    ("]", "RSQB"),
    ("^", "CIRCUMFLEX"),
    ("^=", "CIRCUMFLEXEQUAL"),
    ("{", "LBRACE"),
    ("|", "VBAR"),
    ("|=", "VBAREQUAL"),
    ("}", "RBRACE"),
    ("~", "TILDE"),
];

/// The exact type of an operator token; none for characters that are no operator.
pub fn operator_name(text: &str) -> Option<&'static str> {
    let at = OPERATORS.binary_search_by_key(&text, |(operator, _)| operator).ok()?;
    Some(OPERATORS[at].1)
}

fn is_operator(bytes: &[u8]) -> bool {
    // The old spelling of `!=` is still one token.
    bytes == b"<>" || OPERATORS.iter().any(|(operator, _)| operator.as_bytes() == bytes)
}

impl Lexer<'_> {
    /// Whatever is none of the other kinds; `c` was read.
    pub(super) fn operator(&mut self, c: u8) -> Lexed<Lexeme> {
        if matches!(c, b':' | b'}' | b'!' | b'{') && self.fstring_punctuation(c) {
            return Ok(self.token(Kind::Op));
        }
        let first = self.cur - 1;
        let c2 = self.read();
        if is_operator(&[c, c2]) {
            let c3 = self.read();
            if !is_operator(&[c, c2, c3]) {
                self.back(c3);
            }
            return Ok(self.token(Kind::Op));
        }
        self.back(c2);
        match c {
            b'(' | b'[' | b'{' => self.open(c, first)?,
            b')' | b']' | b'}' => self.close(c)?,
            _ if !literal::is_printable(c.into()) => {
                return Err(self.error(format!("invalid non-printable character U+{c:04X}")));
            }
            _ => {}
        }
        Ok(self.token(Kind::Op))
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

//! Tokens for the machine that runs the grammar, and what the tokenizer's failures mean there.

use std::rc::Rc;

use super::super::ast::Mode;
use super::super::lexer::{Failure, Kind};
use super::super::parser::Stop;
use super::checks::decode_error;
use super::engine::{Parser, Token};
use super::first;
use crate::source::{ErrorKind, SyntaxError};

impl Parser<'_> {
    /// Goes to the token that starts the last statement of the outermost level before the stop, as if
    /// no token behind it had been read.
    pub fn skip_to(&mut self, stop: &Stop) -> usize {
        let (mut start, mut before) = (0, self.lexer.clone());
        let (mut depth, mut fresh, mut decorated) = (0, true, false);
        if stop.near == 0 {
            return 0;
        }
        loop {
            let (at, lexer) = (self.tokens.len(), self.lexer.clone());
            if self.fill().is_err() {
                // What stands before this may be wrong too, and then that comes first.
                self.lexer_failed = false;
                break;
            }
            let token = &self.tokens[at];
            if token.lexeme.start as usize >= stop.near || token.lexeme.kind == Kind::EndMarker {
                break;
            }
            match token.lexeme.kind {
                Kind::Indent => depth += 1,
                Kind::Dedent => depth -= 1,
                Kind::Newline => {}
                _ => {
                    let goes_on = matches!(&*token.text, "else" | "elif" | "except" | "finally");
                    if fresh && depth == 0 && !goes_on {
                        if !decorated {
                            (start, before) = (at, lexer);
                        }
                        decorated = &*token.text == "@";
                    }
                    fresh = false;
                    continue;
                }
            }
            fresh = depth == 0;
        }
        let until = self.tokens.get(start).map_or(u32::MAX, |token| token.lexeme.start);
        self.tokens.truncate(start);
        self.lexer = before;
        // What was read too far was warned of too early.
        let before = stop.warnings.iter().filter(|(offset, _)| start > 0 && *offset < until);
        self.warnings = before.map(|(_, warning)| warning.clone()).collect();
        start
    }

    pub fn fill(&mut self) -> Result<(), SyntaxError> {
        let next = self.lexer.next();
        self.warnings.append(&mut self.lexer.warnings);
        match next {
            Ok(mut lexeme) => {
                if self.mode == Mode::Single && lexeme.kind == Kind::EndMarker && self.ends_line {
                    lexeme.kind = Kind::Newline;
                    self.lexer.end_levels();
                    self.ends_line = false;
                } else {
                    self.ends_line = true;
                }
                let text: Rc<str> = match lexeme.kind {
                    Kind::Newline | Kind::Indent | Kind::Dedent | Kind::EndMarker => "".into(),
                    _ => self.lexer.text(lexeme.start as usize, lexeme.end as usize).into(),
                };
                let literal = match lexeme.kind {
                    Kind::Op if &*text == "<>" => self.grammar.literal_numbers.get("!=").copied(),
                    Kind::Op | Kind::Name => self.grammar.literal_numbers.get(&*text).copied(),
                    _ => None,
                };
                let bit = match (literal, lexeme.kind) {
                    (Some(number), _) => first::literal(number),
                    (None, Kind::Name) => first::kind("NAME"),
                    (None, Kind::EndMarker) => first::kind("END"),
                    (None, Kind::Op | Kind::Comment | Kind::Nl | Kind::Encoding) => 0,
                    (None, kind) => first::kind(kind.name()),
                };
                self.tokens.push(Token { lexeme, text, literal, bit });
                Ok(())
            }
            Err(failure) => {
                self.lexer_failed = true;
                Err(self.lexer_error(failure))
            }
        }
    }

    fn lexer_error(&self, failure: Failure) -> SyntaxError {
        match failure {
            Failure::Raised(error) => *error,
            Failure::Eof => match self.lexer.brackets.last() {
                Some(_) => self.never_closed(),
                None => self.error_at_reading(ErrorKind::Syntax, "unexpected EOF while parsing"),
            },
            Failure::Dedent => {
                let msg = "unindent does not match any outer indentation level";
                self.error_at_reading(ErrorKind::Indentation, msg)
            }
            Failure::Tabs => {
                let msg = "inconsistent use of tabs and spaces in indentation";
                self.error_on_line(ErrorKind::Tab, 0, msg)
            }
            Failure::TooDeep => {
                self.error_on_line(ErrorKind::Indentation, 0, "too many levels of indentation")
            }
            Failure::Continuation => {
                let col = (self.lexer.cur - self.lexer.held) as i32 - 1;
                self.error_on_line(
                    ErrorKind::Syntax,
                    col.max(0),
                    "unexpected character after line continuation character",
                )
            }
            Failure::Decode => {
                let wrong = &self.lexer.bytes[self.lexer.start..self.lexer.cur];
                let msg = format!("(unicode error) {}", decode_error(wrong));
                self.error_at_reading(ErrorKind::Syntax, &msg)
            }
        }
    }
}

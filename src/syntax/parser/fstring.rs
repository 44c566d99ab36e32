//! f-strings. CPython 3.12.1 builds an f-string's parts from its tokens, and the oddities of those tokens show in
//! the tree.

use super::super::ast::{Expr, ExprKind};
use super::super::lexer::Lexeme;
use super::super::pieces::repeated;
use super::super::{Constant, unescape, warnings};
use super::atom::BRACKET;
use super::string::Piece;
use super::{Parser, Read, Refused, Sign, boxed};
use crate::source::{Location, Text};

/// What stands between fields, as written.
struct Written {
    piece: usize,
    text: String,
}

impl Parser<'_> {
    /// Reads an f-string. What its texts mean, CPython works out at its end.
    pub(super) fn fstring(&mut self, pieces: &mut Vec<Piece>) -> Read<()> {
        let start = *self.token();
        let is_raw = self.text[start.range()].contains(['r', 'R']);
        self.bump();
        let from = pieces.len();
        let mut escaped: Vec<Written> = Vec::new();
        loop {
            let token = *self.token();
            match token.sign {
                Sign::FStringMiddle => {
                    let at = self.since_next();
                    let text = &self.text[token.range()];
                    self.bump();
                    push_text(pieces, &mut escaped, at, text, is_raw);
                }
                Sign::LeftBrace => {
                    let (debug, field) = self.deeper(BRACKET, Self::field)?;
                    if let Some((at, text)) = debug {
                        push_text(pieces, &mut escaped, at, &text, is_raw);
                    }
                    pieces.push(Piece::Field(field));
                }
                Sign::FStringEnd => break,
                _ => return Err(Refused),
            }
        }
        let end = *self.token();
        self.bump();
        for Written { piece, text } in escaped {
            self.warn(&end, warnings::format(&text));
            let Piece::Text { value, .. } = &mut pieces[piece] else { return Err(Refused) };
            *value = unescape::checked_text(&text).ok_or(Refused)?;
        }
        let mut at = 0;
        pieces.retain(|piece| {
            at += 1;
            at <= from || !matches!(piece, Piece::Text { value, .. } if value.as_bytes().is_empty())
        });
        Ok(())
    }

    /// A field, and what is to be shown before it where it ends in `=`.
    fn field(&mut self) -> Read<(Option<(Location, String)>, Expr)> {
        let start = self.at;
        self.bump();
        let value = boxed(self.yield_or_expressions()?);
        let is_debug = self.takes(Sign::Equal);
        let end = *self.token();
        let mut conversion = -1;
        if self.takes(Sign::Exclamation) {
            conversion = self.conversion(&end)?;
        }
        let format_spec = match self.is(Sign::Colon) {
            true => Some(boxed(self.format_spec()?)),
            false => None,
        };
        self.expect(Sign::RightBrace)?;
        if is_debug && conversion == -1 && format_spec.is_none() {
            conversion = i32::from(b'r');
        }
        let at = self.since(start);
        let debug = is_debug.then(|| {
            let first = &self.tokens[start];
            let text = repeated(&self.text[first.end as usize..end.start as usize]);
            (Location::new(first.line, end.line, first.col + 1, end.col), text)
        });
        Ok((debug, Expr { at, kind: ExprKind::FormattedValue { value, conversion, format_spec } }))
    }

    /// The letter after an exclamation mark, which stands right behind it.
    fn conversion(&mut self, mark: &Lexeme) -> Read<i32> {
        let token = *self.token();
        if token.sign != Sign::Name || (token.line, token.col) != (mark.end_line, mark.end_col) {
            return Err(Refused);
        }
        self.bump();
        match &self.text[token.range()] {
            letter @ ("s" | "r" | "a") => Ok(i32::from(letter.as_bytes()[0])),
            _ => Err(Refused),
        }
    }

    /// A format, from its colon. Its texts are never joined, and are always unescaped, even in a raw string.
    fn format_spec(&mut self) -> Read<Expr> {
        let start = self.at;
        self.bump();
        let mut values = Vec::new();
        loop {
            let token = *self.token();
            match token.sign {
                Sign::FStringMiddle => {
                    let at = self.since_next();
                    let text = &self.text[token.range()];
                    self.bump();
                    self.warn(&token, warnings::format(text));
                    let value =
                        Constant::Str(unescape::checked_text(&self.text[token.range()]).ok_or(Refused)?);
                    values.push(Expr { at, kind: ExprKind::Constant { value, kind: None } });
                }
                // CPython 3.12.1 loses the text of `{x=}` in a format, and then fails.
                Sign::LeftBrace => match self.deeper(BRACKET, Self::field)? {
                    (None, field) => values.push(field),
                    (Some(_), _) => return Err(Refused),
                },
                _ => break,
            }
        }
        // A single empty text is none.
        if let [Expr { kind: ExprKind::Constant { value: Constant::Str(text), .. }, .. }] = &values[..]
            && text.as_bytes().is_empty()
        {
            values.clear();
        }
        Ok(Expr { at: self.since(start), kind: ExprKind::JoinedStr { values } })
    }

    /// The place of the next token.
    fn since_next(&self) -> Location {
        let token = self.token();
        Location::new(token.line, token.end_line, token.col, token.end_col)
    }
}

/// Adds a text; what its escapes mean comes later.
fn push_text(pieces: &mut Vec<Piece>, escaped: &mut Vec<Written>, at: Location, text: &str, is_raw: bool) {
    let value: Text = match text {
        "{{" | "}}" => text[1..].into(),
        _ if is_raw || !text.as_bytes().contains(&b'\\') => text.into(),
        _ => {
            escaped.push(Written { piece: pieces.len(), text: text.to_owned() });
            "".into()
        }
    };
    pieces.push(Piece::Text { at, value, kind: None });
}

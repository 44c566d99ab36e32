//! Strings, and several in a row, which are one.

use std::rc::Rc;

use super::super::ast::{Expr, ExprKind};
use super::super::lexer::Lexeme;
use super::super::{Constant, unescape};
use super::{Parser, Read, Refused, Sign};
use crate::source::{Location, Text, Warning};

/// A piece of an f-string, or of several strings in a row, before neighbouring texts are joined.
pub(super) enum Piece {
    Text { at: Location, value: Text, kind: Option<Text> },
    Field(Expr),
}

/// A string token: its prefix, and what stands between its quotes.
struct Literal<'a> {
    is_bytes: bool,
    is_raw: bool,
    /// `u"..."` is remembered, `U"..."` is not.
    is_marked: bool,
    body: &'a str,
}

impl<'a> Literal<'a> {
    fn of(written: &'a str) -> Self {
        let bytes = written.as_bytes();
        let quote = bytes.iter().position(|byte| matches!(byte, b'"' | b'\'')).unwrap_or(0);
        let has = |letter: u8| bytes[..quote].iter().any(|byte| byte.eq_ignore_ascii_case(&letter));
        let (is_bytes, is_raw) = (has(b'b'), has(b'r'));
        let mark = bytes[quote];
        let is_triple = bytes.len() >= quote + 6 && bytes[quote + 1] == mark && bytes[quote + 2] == mark;
        let size = if is_triple { 3 } else { 1 };
        let body = &written[quote + size..written.len() - size];
        let is_raw = is_raw || !body.as_bytes().contains(&b'\\');
        Self { is_bytes, is_raw, is_marked: bytes[0] == b'u', body }
    }
}

impl Parser<'_> {
    pub(super) fn strings(&mut self) -> Read<Expr> {
        let start = self.at;
        let is_one = !matches!(self.second(), Sign::String | Sign::FStringStart);
        if self.is(Sign::String) && is_one {
            let (value, kind) = self.string()?;
            return Ok(Expr { at: self.since(start), kind: ExprKind::Constant { value, kind } });
        }
        self.string_row(start)
    }

    fn string_row(&mut self, start: usize) -> Read<Expr> {
        let (mut pieces, mut bytes) = (Vec::new(), Vec::new());
        let (mut has_fields, mut has_text, mut has_bytes) = (false, false, false);
        loop {
            let one = self.at;
            match self.sign() {
                Sign::FStringStart => {
                    self.fstring(&mut pieces)?;
                    has_fields = true;
                }
                Sign::String => match self.string()? {
                    (Constant::Bytes(more), _) => {
                        bytes.extend_from_slice(&more);
                        has_bytes = true;
                    }
                    (Constant::Str(value), kind) => {
                        pieces.push(Piece::Text { at: self.since(one), value, kind });
                        has_text = true;
                    }
                    _ => return Err(Refused),
                },
                _ => break,
            }
        }
        let at = self.since(start);
        if has_bytes {
            let value = Constant::Bytes(bytes.into());
            let is_mixed = has_text || has_fields;
            return if is_mixed {
                Err(Refused)
            } else {
                Ok(Expr { at, kind: ExprKind::Constant { value, kind: None } })
            };
        }
        let mut values = joined(pieces, has_fields);
        match has_fields {
            true => Ok(Expr { at, kind: ExprKind::JoinedStr { values } }),
            false => values.pop().ok_or(Refused),
        }
    }

    /// The value of one string token, and its mark.
    fn string(&mut self) -> Read<(Constant, Option<Text>)> {
        let token = *self.token();
        let text = self.text;
        let literal = Literal::of(&text[token.range()]);
        self.bump();
        if literal.is_bytes {
            return Ok((Constant::Bytes(self.bytes(&token, &literal)?), None));
        }
        let value = match literal.is_raw {
            true => literal.body.into(),
            false => {
                self.warn(&token, unescape::warning(literal.body, false));
                unescape::checked_text(literal.body).ok_or(Refused)?
            }
        };
        Ok((Constant::Str(value), literal.is_marked.then(|| "u".into())))
    }

    fn bytes(&mut self, token: &Lexeme, literal: &Literal<'_>) -> Read<Rc<[u8]>> {
        let body = literal.body.as_bytes();
        if !body.is_ascii() {
            return Err(Refused);
        }
        if literal.is_raw {
            return Ok(body.into());
        }
        self.warn(token, unescape::warning(literal.body, true));
        unescape::checked_bytes(body).map(Rc::from).ok_or(Refused)
    }

    pub(super) fn warn(&mut self, token: &Lexeme, msg: Option<String>) {
        let at = Location::new(token.line, token.end_line, token.col, token.end_col);
        self.warnings.extend(msg.map(|msg| (token.start, Warning::of_token(at, msg))));
    }
}

/// Joins neighbouring texts; among fields, drops those that are empty even so.
pub(super) fn joined(pieces: Vec<Piece>, has_fields: bool) -> Vec<Expr> {
    let mut values = Vec::with_capacity(pieces.len());
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let (mut at, value, kind) = match piece {
            Piece::Field(field) => {
                values.push(field);
                continue;
            }
            Piece::Text { at, value, kind } => (at, value, kind),
        };
        let mut texts = Vec::new();
        while let Some(Piece::Text { at: next, value, .. }) =
            pieces.next_if(|next| matches!(next, Piece::Text { .. }))
        {
            at = Location::new(at.line, next.end_line, at.col, next.end_col);
            texts.push(value);
        }
        let value = if texts.is_empty() { value } else { join(&value, &texts) };
        if !has_fields || !value.as_bytes().is_empty() {
            values.push(Expr { at, kind: ExprKind::Constant { value: Constant::Str(value), kind } });
        }
    }
    values
}

fn join(first: &Text, more: &[Text]) -> Text {
    let all = || std::iter::once(first).chain(more);
    match all().all(|text| text.as_str().is_some()) {
        true => all().filter_map(Text::as_str).collect::<String>().into(),
        false => Text::from_code_points(all().flat_map(Text::code_points)),
    }
}

//! Strings and f-strings. CPython 3.12.1 builds an f-string's parts from its tokens, and the oddities of
//! those tokens show in the tree: they are all here.

use std::rc::Rc;

use ruff_python_ast as ruff;
use ruff_python_ast::StringFlags;
use ruff_text_size::{TextRange, TextSize};

use super::super::ast::{Expr, ExprKind};
use super::super::pieces::repeated;
use super::super::{Constant, unescape};
use super::expr::constant;
use super::{Converted, Converter, Refused};
use crate::source::Text;

/// How deep the fields in the format of a field may nest.
const MOST_FIELDS: usize = 3;

/// One piece of an f-string before neighbouring texts are joined.
enum Piece {
    Text { start: u32, end: u32, value: Text, kind: Option<Text> },
    Field(Expr),
}

impl Converter<'_> {
    pub(super) fn string_literal(&mut self, node: &ruff::ExprStringLiteral) -> ExprKind {
        let parts = node.value.as_slice();
        let kind = self.kind(&parts[0]);
        let value = match parts {
            [part] => self.literal(part),
            parts => join(parts.iter().map(|part| self.literal(part))),
        };
        ExprKind::Constant { value: Constant::Str(value), kind }
    }

    /// `u"..."` is remembered, `U"..."` is not.
    fn kind(&self, part: &ruff::StringLiteral) -> Option<Text> {
        let written = self.text.as_bytes()[part.range.start().to_usize()];
        (written == b'u').then(|| "u".into())
    }

    fn literal(&self, part: &ruff::StringLiteral) -> Text {
        if !part.flags.prefix().is_raw() && self.is_lossy(&part.value, part.range) {
            let body = part
                .range
                .add_start(ruff::AnyStringFlags::from(part.flags).opener_len())
                .sub_end(ruff::AnyStringFlags::from(part.flags).closer_len());
            return unescape::text(&self.text[body]);
        }
        Text::Utf8(Rc::from(&*part.value))
    }

    /// The parser crate replaces what a Rust string cannot hold: lone surrogates.
    fn is_lossy(&self, value: &str, range: TextRange) -> bool {
        value.contains('\u{FFFD}') && self.text[range].contains('\\')
    }

    pub(super) fn fstring(&mut self, node: &ruff::ExprFString) -> Converted<ExprKind> {
        let mut pieces = Vec::new();
        for part in &node.value {
            match part {
                ruff::FStringPart::Literal(part) => pieces.push(Piece::Text {
                    start: part.range.start().to_u32(),
                    end: part.range.end().to_u32(),
                    value: self.literal(part),
                    kind: self.kind(part),
                }),
                ruff::FStringPart::FString(part) => self.pieces(part, &mut pieces)?,
            }
        }
        Ok(ExprKind::JoinedStr { values: self.joined(pieces) })
    }

    fn pieces(&mut self, part: &ruff::FString, pieces: &mut Vec<Piece>) -> Converted<()> {
        let raw = part.flags.prefix().is_raw();
        for element in &part.elements {
            match element {
                ruff::InterpolatedStringElement::Literal(literal) => {
                    self.literal_pieces(literal, raw, pieces);
                }
                ruff::InterpolatedStringElement::Interpolation(field) => {
                    if let Some((start, end, text)) = self.debug_text(field) {
                        let value = if raw { text.into() } else { unescape::text(&text) };
                        pieces.push(Piece::Text { start, end, value, kind: None });
                    }
                    pieces.push(Piece::Field(self.field(field)?));
                }
            }
        }
        Ok(())
    }

    /// The text between two fields. CPython has one token for each stretch up to a doubled brace, and
    /// forgets those that come to nothing, so that they do not show in the place of the whole.
    fn literal_pieces(
        &self,
        literal: &ruff::InterpolatedStringLiteralElement,
        raw: bool,
        pieces: &mut Vec<Piece>,
    ) {
        let (mut start, end) = (literal.range.start().to_u32(), literal.range.end().to_u32());
        let written = &self.text[literal.range];
        let mut push = |start: u32, end: u32, value: Text| {
            if !value.as_bytes().is_empty() {
                pieces.push(Piece::Text { start, end, value, kind: None });
            }
        };
        if raw || !(written.contains("\\\n") || self.is_lossy(&literal.value, literal.range)) {
            return push(start, end, Text::Utf8(Rc::from(&*literal.value)));
        }
        for token in unescape::fstring_tokens(written) {
            let end = start + token.len() as u32;
            push(start, end, unescape::fstring_text(token));
            start = end;
        }
    }

    /// What stands before the value of `{x = }`.
    fn debug_text(&self, field: &ruff::InterpolatedElement) -> Option<(u32, u32, String)> {
        let text = field.debug_text.as_ref()?.as_str();
        let start = field.range.start().to_u32() + 1;
        let end = start + text.len() as u32;
        Some((start, end, repeated(text)))
    }

    fn field(&mut self, field: &ruff::InterpolatedElement) -> Converted<Expr> {
        let at = self.at(field.range);
        if self.field_depth == MOST_FIELDS {
            return Err(Refused::Doubtful(field.range.start()));
        }
        let outer = std::mem::replace(&mut self.field_depth, 0);
        let value = self.boxed(&field.expression)?;
        self.field_depth = outer + 1;
        let format_spec = match &field.format_spec {
            Some(spec) => Some(Box::new(self.deeper(|this| this.format_spec(spec))?)),
            None => None,
        };
        self.field_depth = outer;
        let conversion = match field.conversion.to_byte() {
            Some(byte) => i32::from(byte),
            None if field.debug_text.is_some() && format_spec.is_none() => i32::from(b'r'),
            None => -1,
        };
        Ok(Expr { at, kind: ExprKind::FormattedValue { value, conversion, format_spec } })
    }

    /// A format spec starts at its colon, its texts are never joined and always unescaped, even in a
    /// raw string; and after a nested field 3.12.1 adds an empty text.
    fn format_spec(&mut self, spec: &ruff::InterpolatedStringFormatSpec) -> Converted<Expr> {
        let (start, mut end) = (spec.range.start().to_u32(), spec.range.end().to_u32());
        let mut values = Vec::new();
        let mut after_text = false;
        for element in &spec.elements {
            match element {
                ruff::InterpolatedStringElement::Literal(literal) => {
                    let mut from = literal.range.start().to_u32();
                    let gap =
                        self.gaps.iter().find(|(gap, _)| literal.range.contains_inclusive((*gap).into()));
                    let text = match gap {
                        Some((gap, _)) => &self.text[from as usize..*gap as usize],
                        None => &self.text[literal.range],
                    };
                    // Where the format ends before its brace, it does so with a text, be it empty.
                    if let Some((gap, gap_end)) = gap.copied() {
                        if gap_end == end {
                            end = gap;
                        }
                        if text.is_empty() && spec.elements.len() > 1 {
                            values.push(self.empty_text(gap));
                        }
                    }
                    for token in unescape::spec_tokens(text) {
                        let to = from + token.len() as u32;
                        let kind = constant(Constant::Str(unescape::text(token)));
                        values.push(Expr { at: self.span(from, to), kind });
                        from = to;
                    }
                }
                ruff::InterpolatedStringElement::Interpolation(field) => {
                    if field.debug_text.is_some() {
                        return Err(Refused::DebugInFormat);
                    }
                    // Two braces look like text at first, and that is empty.
                    let at = field.range.start().to_u32();
                    if !after_text && self.text.as_bytes()[at as usize + 1] == b'{' {
                        values.push(self.empty_text(at));
                    }
                    values.push(self.field(field)?);
                }
            }
            after_text = matches!(element, ruff::InterpolatedStringElement::Literal(_));
        }
        let is_after_gap = |at: TextSize| self.gaps.iter().any(|(_, gap_end)| *gap_end == at.to_u32());
        if let Some(ruff::InterpolatedStringElement::Interpolation(last)) = spec.elements.last()
            && !is_after_gap(last.range.start())
        {
            values.push(self.empty_text(end));
        }
        // A single empty text is none.
        if let [Expr { kind: ExprKind::Constant { value: Constant::Str(text), .. }, .. }] = &values[..]
            && text.as_bytes().is_empty()
        {
            values.clear();
        }
        let at = self.span(start - 1, end);
        Ok(Expr { at, kind: ExprKind::JoinedStr { values } })
    }

    fn empty_text(&mut self, at: u32) -> Expr {
        Expr { at: self.span(at, at), kind: constant(Constant::Str("".into())) }
    }

    /// Joins neighbouring texts, and drops those that are empty even so.
    fn joined(&mut self, pieces: Vec<Piece>) -> Vec<Expr> {
        let mut values = Vec::new();
        let mut pieces = pieces.into_iter().peekable();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Field(field) => values.push(field),
                Piece::Text { start, mut end, value, kind } => {
                    let mut texts = vec![value];
                    while let Some(Piece::Text { end: next_end, value, .. }) =
                        pieces.next_if(|next| matches!(next, Piece::Text { .. }))
                    {
                        end = next_end;
                        texts.push(value);
                    }
                    let value = join(texts);
                    if !value.as_bytes().is_empty() {
                        let kind = ExprKind::Constant { value: Constant::Str(value), kind };
                        values.push(Expr { at: self.span(start, end), kind });
                    }
                }
            }
        }
        values
    }
}

fn join(texts: impl IntoIterator<Item = Text>) -> Text {
    let texts: Vec<Text> = texts.into_iter().collect();
    match &texts[..] {
        [text] => text.clone(),
        texts if texts.iter().all(|text| text.as_str().is_some()) => {
            texts.iter().filter_map(Text::as_str).collect::<String>().into()
        }
        texts => Text::from_code_points(texts.iter().flat_map(Text::code_points)),
    }
}

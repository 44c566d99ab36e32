//! `'...%s...' % (a, b)` with only `%s`, `%r` and `%a` becomes an f-string (`optimize_format`).

use super::fold::constant;
use crate::{
    source::{Location, Text},
    syntax::{
        Constant,
        ast::{Expr, ExprKind},
    },
};

/// Longer widths and precisions are left to the program.
const MAX_DIGITS: usize = 3;

enum Piece {
    Literal(Text),
    /// The conversion, and the format specification if there is one.
    Value(char, Option<String>),
}

/// The f-string, if every unit of the format is simple and there are as many as values.
pub fn joined(format: &Text, values: &mut Vec<Expr>) -> Option<ExprKind> {
    let points: Vec<u32> = format.code_points().collect();
    let pieces = pieces(&points)?;
    let wanted = pieces.iter().filter(|piece| matches!(piece, Piece::Value(..))).count();
    if wanted != values.len() {
        return None;
    }
    let mut values = std::mem::take(values).into_iter();
    let joined = pieces.into_iter().map(|piece| match piece {
        Piece::Literal(text) => text_node(text),
        Piece::Value(conversion, spec) => {
            let value = Box::new(values.next().expect("counted"));
            let format_spec = spec.map(|spec| Box::new(text_node(spec.into())));
            let conversion = conversion as i32;
            Expr { at: value.at, kind: ExprKind::FormattedValue { value, conversion, format_spec } }
        }
    });
    Some(ExprKind::JoinedStr { values: joined.collect() })
}

/// These pieces stand nowhere in the source.
fn text_node(text: Text) -> Expr {
    Expr { at: Location::NONE, kind: constant(Constant::Str(text)) }
}

fn pieces(points: &[u32]) -> Option<Vec<Piece>> {
    let mut scanner = Scanner { points, at: 0 };
    let mut pieces = Vec::new();
    loop {
        if let Some(text) = scanner.literal() {
            pieces.push(Piece::Literal(text));
        }
        if scanner.at >= points.len() {
            return Some(pieces);
        }
        scanner.at += 1;
        pieces.push(scanner.unit()?);
    }
}

struct Scanner<'a> {
    points: &'a [u32],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.points.get(self.at + ahead).map(|point| char::from_u32(*point).unwrap_or('\u{FFFD}'))
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek(0)?;
        self.at += 1;
        Some(next)
    }

    /// Text up to the next `%`, in which `%%` stands for one.
    fn literal(&mut self) -> Option<Text> {
        let mut text = Vec::new();
        while let Some(&point) = self.points.get(self.at) {
            if point == u32::from('%') {
                if self.peek(1) != Some('%') {
                    break;
                }
                self.at += 1;
            }
            text.push(point);
            self.at += 1;
        }
        (!text.is_empty()).then(|| Text::from_code_points(text))
    }

    /// What follows a `%`: flags, width, precision, conversion.
    fn unit(&mut self) -> Option<Piece> {
        let mut left = false;
        let mut next = self.next()?;
        while matches!(next, '-' | '+' | ' ' | '#' | '0') {
            left |= next == '-';
            next = self.next()?;
        }
        let width = self.digits(&mut next)?;
        let precision = if next == '.' {
            next = self.next()?;
            Some(self.digits(&mut next)?.unwrap_or(0))
        } else {
            None
        };
        if !matches!(next, 's' | 'r' | 'a') {
            return None;
        }
        let mut spec = String::new();
        if let Some(width) = width {
            // Text is right-aligned by `%`, left-aligned by `format`.
            if !left && width > 0 {
                spec.push('>');
            }
            spec += &width.to_string();
        }
        if let Some(precision) = precision {
            spec += &format!(".{precision}");
        }
        Some(Piece::Value(next, (!spec.is_empty()).then_some(spec)))
    }

    /// A number that starts with `next`, which becomes the character after it. `None`: too long.
    fn digits(&mut self, next: &mut char) -> Option<Option<u32>> {
        let mut number = None;
        let mut count = 0;
        while let Some(digit) = next.to_digit(10) {
            number = Some(number.unwrap_or(0) * 10 + digit);
            *next = self.next()?;
            count += 1;
            if count >= MAX_DIGITS {
                return None;
            }
        }
        Some(number)
    }
}

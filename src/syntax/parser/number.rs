//! The values of numbers.

use num_bigint::BigInt;

use super::super::Constant;
use super::super::ast::{Expr, ExprKind};
use super::{Parser, Read, Refused};
use crate::literal::MOST_DIGITS;

/// So many decimal digits fit whatever they are.
const FEW_DIGITS: usize = 18;

impl Parser<'_> {
    pub(super) fn number(&mut self) -> Read<Expr> {
        let start = self.at;
        let written = &self.text[self.token().range()];
        self.bump();
        let value = value(written).ok_or(Refused)?;
        Ok(Expr { at: self.since(start), kind: ExprKind::Constant { value, kind: None } })
    }
}

/// The value of a number; none if it has too many digits.
fn value(written: &str) -> Option<Constant> {
    if written.len() <= FEW_DIGITS && written.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = written.bytes().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        return Some(Constant::Int(value));
    }
    let digits: String = written.chars().filter(|c| *c != '_').collect();
    match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => integer(&digits[2..], 16),
        [b'0', b'o' | b'O', ..] => integer(&digits[2..], 8),
        [b'0', b'b' | b'B', ..] => integer(&digits[2..], 2),
        [.., b'j' | b'J'] => Some(Constant::Complex { re: 0.0, im: float(&digits[..digits.len() - 1]) }),
        bytes if bytes.iter().any(|byte| matches!(byte, b'.' | b'e' | b'E')) => {
            Some(Constant::Float(float(&digits)))
        }
        _ if digits.len() > MOST_DIGITS => None,
        _ => integer(&digits, 10),
    }
}

fn integer(digits: &str, radix: u32) -> Option<Constant> {
    if let Ok(value) = i64::from_str_radix(digits, radix) {
        return Some(Constant::Int(value));
    }
    BigInt::parse_bytes(digits.as_bytes(), radix).map(Constant::from)
}

fn float(digits: &str) -> f64 {
    digits.parse().expect("the tokenizer takes only numbers for numbers")
}

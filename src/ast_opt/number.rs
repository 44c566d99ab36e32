//! Arithmetic on constant numbers, to the last bit what the running program would compute. `None`: leave
//! it to the program, because it raises or the result is too big to keep.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::complex;
use crate::syntax::{
    Constant,
    ast::{Operator, UnaryOperator},
};

/// Ints of more bits are not made before the program runs.
const MAX_INT_BITS: u64 = 128;

pub enum Number {
    Int(BigInt),
    Float(f64),
    Complex(f64, f64),
}

impl Number {
    pub fn of(value: &Constant) -> Option<Self> {
        Some(match value {
            Constant::Bool(value) => Self::Int(BigInt::from(u8::from(*value))),
            Constant::Int(value) => Self::Int(BigInt::from(*value)),
            Constant::BigInt(value) => Self::Int(value.as_ref().clone()),
            Constant::Float(value) => Self::Float(*value),
            Constant::Complex { re, im } => Self::Complex(*re, *im),
            _ => return None,
        })
    }

    /// About where it stands on the real line: the same for numbers that are equal.
    pub fn real(&self) -> f64 {
        match self {
            Self::Int(value) => value.to_f64().unwrap_or(f64::INFINITY),
            Self::Float(value) | Self::Complex(value, _) => *value,
        }
    }
}

/// Two numbers brought to the wider of their types.
enum Pair {
    Ints(BigInt, BigInt),
    Floats(f64, f64),
    Complexes((f64, f64), (f64, f64)),
}

impl Pair {
    fn of(left: &Constant, right: &Constant) -> Option<Self> {
        let (left, right) = (Number::of(left)?, Number::of(right)?);
        Some(match (left, right) {
            (Number::Int(left), Number::Int(right)) => Self::Ints(left, right),
            (left @ Number::Complex(..), right) | (left, right @ Number::Complex(..)) => {
                Self::Complexes(to_complex(left)?, to_complex(right)?)
            }
            (left, right) => Self::Floats(to_float(left)?, to_float(right)?),
        })
    }
}

fn to_float(value: Number) -> Option<f64> {
    match value {
        Number::Int(value) => int_to_float(&value),
        Number::Float(value) | Number::Complex(value, _) => Some(value),
    }
}

fn to_complex(value: Number) -> Option<(f64, f64)> {
    match value {
        Number::Complex(re, im) => Some((re, im)),
        other => Some((to_float(other)?, 0.0)),
    }
}

/// The nearest float, ties to even; `None` where none is big enough.
fn int_to_float(value: &BigInt) -> Option<f64> {
    divide_ints(value, &BigInt::from(1))
}

fn float(value: f64) -> Constant {
    Constant::Float(value)
}

fn complex((re, im): (f64, f64)) -> Constant {
    Constant::Complex { re, im }
}

pub fn unary(op: UnaryOperator, value: &Constant) -> Option<Constant> {
    if op == UnaryOperator::Not {
        return Some(Constant::Bool(!value.is_true()));
    }
    Some(match (op, Number::of(value)?) {
        (UnaryOperator::UAdd, Number::Int(value)) => value.into(),
        (UnaryOperator::USub, Number::Int(value)) => (-value).into(),
        (UnaryOperator::Invert, Number::Int(value)) => (!value).into(),
        (UnaryOperator::UAdd, Number::Float(value)) => float(value),
        (UnaryOperator::USub, Number::Float(value)) => float(-value),
        (UnaryOperator::UAdd, Number::Complex(re, im)) => complex((re, im)),
        (UnaryOperator::USub, Number::Complex(re, im)) => complex((-re, -im)),
        _ => return None,
    })
}

pub fn add(left: &Constant, right: &Constant) -> Option<Constant> {
    Some(match Pair::of(left, right)? {
        Pair::Ints(left, right) => (left + right).into(),
        Pair::Floats(left, right) => float(left + right),
        Pair::Complexes(left, right) => complex((left.0 + right.0, left.1 + right.1)),
    })
}

pub fn subtract(left: &Constant, right: &Constant) -> Option<Constant> {
    Some(match Pair::of(left, right)? {
        Pair::Ints(left, right) => (left - right).into(),
        Pair::Floats(left, right) => float(left - right),
        Pair::Complexes(left, right) => complex((left.0 - right.0, left.1 - right.1)),
    })
}

pub fn multiply(left: &Constant, right: &Constant) -> Option<Constant> {
    Some(match Pair::of(left, right)? {
        Pair::Ints(left, right) => {
            let bits = left.bits() + right.bits();
            if !left.is_zero() && !right.is_zero() && bits > MAX_INT_BITS {
                return None;
            }
            (left * right).into()
        }
        Pair::Floats(left, right) => float(left * right),
        Pair::Complexes(left, right) => complex(complex::multiply(left, right)),
    })
}

pub fn divide(left: &Constant, right: &Constant) -> Option<Constant> {
    match Pair::of(left, right)? {
        Pair::Ints(left, right) => divide_ints(&left, &right).map(float),
        Pair::Floats(_, 0.0) => None,
        Pair::Floats(left, right) => Some(float(left / right)),
        Pair::Complexes(left, right) => complex::divide(left, right).map(complex),
    }
}

/// The float nearest to the quotient, ties to even.
fn divide_ints(left: &BigInt, right: &BigInt) -> Option<f64> {
    if right.is_zero() {
        return None;
    }
    let negative = (left.sign() == Sign::Minus) != (right.sign() == Sign::Minus);
    let (left, right) = (left.magnitude(), right.magnitude());
    if left.is_zero() {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    // Two bits more than a float holds, fewer below the smallest normal number; the rest only breaks ties.
    let difference = left.bits() as i64 - right.bits() as i64;
    if difference > 1024 {
        return None;
    }
    if difference < -1080 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let shift = difference.max(-1021) - 55;
    let (quotient, rest) = match shift {
        ..0 => (left << shift.unsigned_abs()).div_rem(right),
        _ => left.div_rem(&(right << shift.unsigned_abs())),
    };
    let mut bits = quotient.to_u64().expect("at most 57 bits");
    let width = i64::from(64 - bits.leading_zeros());
    let extra = (width.max(-1021 - shift) - 53) as u32;
    let sticky = u64::from(!rest.is_zero());
    let half = 1u64 << (extra - 1);
    let tail = bits & (2 * half - 1);
    bits -= tail;
    let odd = bits & (2 * half) != 0;
    if tail > half || (tail == half && (sticky == 1 || odd)) {
        bits += 2 * half;
    }
    let value = scale(bits as f64, shift);
    value.is_finite().then_some(if negative { -value } else { value })
}

/// `value * 2**exponent`, exact wherever the result is a float.
fn scale(value: f64, exponent: i64) -> f64 {
    let half = (exponent / 2) as i32;
    value * 2f64.powi(half) * 2f64.powi(exponent as i32 - half)
}

pub fn floor_divide(left: &Constant, right: &Constant) -> Option<Constant> {
    match Pair::of(left, right)? {
        Pair::Ints(_, right) if right.is_zero() => None,
        Pair::Ints(left, right) => Some(left.div_floor(&right).into()),
        Pair::Floats(_, 0.0) | Pair::Complexes(..) => None,
        Pair::Floats(left, right) => Some(float(float_div_mod(left, right).0)),
    }
}

pub fn remainder(left: &Constant, right: &Constant) -> Option<Constant> {
    match Pair::of(left, right)? {
        Pair::Ints(_, right) if right.is_zero() => None,
        Pair::Ints(left, right) => Some(left.mod_floor(&right).into()),
        Pair::Floats(_, 0.0) | Pair::Complexes(..) => None,
        Pair::Floats(left, right) => Some(float(float_div_mod(left, right).1)),
    }
}

/// Floor division and remainder with the divisor's sign.
fn float_div_mod(left: f64, right: f64) -> (f64, f64) {
    let mut rest = left % right;
    let mut quotient = (left - rest) / right;
    if rest == 0.0 {
        rest = 0f64.copysign(right);
    } else if (right < 0.0) != (rest < 0.0) {
        rest += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(left / right), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

pub fn power(left: &Constant, right: &Constant) -> Option<Constant> {
    match Pair::of(left, right)? {
        Pair::Ints(base, exponent) if !exponent.is_negative() => {
            if exponent.is_zero() {
                return Some(Constant::Int(1));
            }
            if base.is_zero() {
                return Some(Constant::Int(0));
            }
            let times = exponent.to_u64()?;
            if base.bits() > MAX_INT_BITS / times {
                return None;
            }
            Some(base.pow(u32::try_from(times).ok()?).into())
        }
        Pair::Ints(base, exponent) => float_power(int_to_float(&base)?, int_to_float(&exponent)?),
        Pair::Floats(base, exponent) => float_power(base, exponent),
        Pair::Complexes(base, exponent) => complex::power(base, exponent).map(complex),
    }
}

fn float_power(base: f64, exponent: f64) -> Option<Constant> {
    let finite = base.is_finite() && exponent.is_finite();
    if base == 0.0 && exponent < 0.0 && finite {
        return None;
    }
    if finite && base < 0.0 && exponent != exponent.floor() {
        return complex::power((base, 0.0), (exponent, 0.0)).map(complex);
    }
    let value = base.powf(exponent);
    (!finite || value.is_finite()).then_some(float(value))
}

pub fn shift_left(left: &Constant, right: &Constant) -> Option<Constant> {
    let Pair::Ints(left, right) = Pair::of(left, right)? else { return None };
    if right.is_negative() {
        return None;
    }
    if left.is_zero() || right.is_zero() {
        return Some(left.into());
    }
    let by = right.to_u64().filter(|by| *by <= MAX_INT_BITS)?;
    (left.bits() <= MAX_INT_BITS - by).then(|| (left << by).into())
}

pub fn shift_right(left: &Constant, right: &Constant) -> Option<Constant> {
    let Pair::Ints(left, right) = Pair::of(left, right)? else { return None };
    if right.is_negative() {
        return None;
    }
    // Whatever is shifted out entirely leaves its sign.
    let by = right.to_u64().unwrap_or(u64::MAX).min(left.bits() + 1);
    Some((left >> by).into())
}

/// `|`, `^` and `&`; two bools stay a bool.
pub fn bitwise(op: Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    if let (Constant::Bool(left), Constant::Bool(right)) = (left, right) {
        return Some(Constant::Bool(match op {
            Operator::BitOr => left | right,
            Operator::BitXor => left ^ right,
            _ => left & right,
        }));
    }
    let Pair::Ints(left, right) = Pair::of(left, right)? else { return None };
    Some(match op {
        Operator::BitOr => (left | right).into(),
        Operator::BitXor => (left ^ right).into(),
        _ => (left & right).into(),
    })
}

//! Ints, small and of any size. Knows floats only where an operator leads to one.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::{
    super::{Heap, Operator, Type, Value},
    Result, float, round,
};

/// What comes to a number that stands in its value.
#[inline(always)]
pub(super) fn quick(operator: Operator, a: i64, b: i64) -> Option<Value> {
    let int = match operator {
        Operator::Add => a.checked_add(b),
        Operator::Subtract => a.checked_sub(b),
        Operator::Multiply => a.checked_mul(b),
        Operator::And => Some(a & b),
        Operator::Or => Some(a | b),
        Operator::Xor => Some(a ^ b),
        Operator::FloorDivide if b > 0 => Some(a.div_euclid(b)),
        Operator::FloorDivide if b < -1 => Some(Integer::div_floor(&a, &b)),
        Operator::Remainder if b > 0 => Some(a.rem_euclid(b)),
        Operator::Remainder if b < -1 => Some(Integer::mod_floor(&a, &b)),
        Operator::Lshift if (0..63).contains(&b) => {
            let shifted = a << b;
            (shifted >> b == a).then_some(shifted)
        }
        Operator::Rshift if b >= 0 => Some(a >> b.min(63)),
        Operator::Power if b >= 0 => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
        Operator::TrueDivide if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
            return Some(Value::Float(a as f64 / b as f64));
        }
        _ => None,
    };
    int.map(Value::Int)
}

pub(super) fn small(heap: &mut Heap, operator: Operator, a: i64, b: i64) -> Option<Result<Value>> {
    match quick(operator, a, b) {
        Some(value) => Some(Ok(value)),
        None => big(heap, operator, &a.into(), &b.into()),
    }
}

pub(super) fn big(heap: &mut Heap, operator: Operator, a: &BigInt, b: &BigInt) -> Option<Result<Value>> {
    let value = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => {
            if let Err(escape) = heap.room_for((a.bits() + b.bits()) / 8) {
                return Some(Err(escape));
            }
            a * b
        }
        Operator::And => a & b,
        Operator::Or => a | b,
        Operator::Xor => a ^ b,
        Operator::FloorDivide | Operator::Remainder | Operator::TrueDivide if b.is_zero() => {
            let text = match operator {
                Operator::FloorDivide => "integer division or modulo by zero",
                Operator::Remainder => "integer modulo by zero",
                _ => "division by zero",
            };
            return Some(Err(heap.raise(Type::ZeroDivisionError, text)));
        }
        Operator::FloorDivide => a.div_floor(b),
        Operator::Remainder => a.mod_floor(b),
        Operator::TrueDivide => return Some(round::true_divide(heap, a, b)),
        Operator::Lshift | Operator::Rshift => return Some(shift(heap, operator, a, b)),
        Operator::Power => return Some(power(heap, a, b)),
        Operator::MatMul => return None,
    };
    Some(Ok(heap.big(value)))
}

fn shift(heap: &mut Heap, operator: Operator, a: &BigInt, b: &BigInt) -> Result<Value> {
    if b.is_negative() {
        return Err(heap.value_error("negative shift count"));
    }
    let right = operator == Operator::Rshift;
    let Some(count) = b.to_u64() else {
        return match (a.is_zero(), right, a.is_negative()) {
            (true, ..) | (_, true, false) => Ok(Value::Int(0)),
            (_, true, true) => Ok(Value::Int(-1)),
            _ => Err(heap.overflow_error("too many digits in integer")),
        };
    };
    if right {
        return Ok(if count > a.bits() {
            Value::Int(if a.is_negative() { -1 } else { 0 })
        } else {
            heap.big(a >> count)
        });
    }
    if a.is_zero() {
        return Ok(Value::Int(0));
    }
    heap.room_for(count / 8)?;
    Ok(heap.big(a << count))
}

/// Results with more bits than this are refused as if there were no memory: they would take minutes.
const MOST_BITS: u64 = 1 << 29;

fn power(heap: &mut Heap, base: &BigInt, exponent: &BigInt) -> Result<Value> {
    if exponent.is_negative() {
        let (base, exponent) = (round::to_float(heap, base)?, round::to_float(heap, exponent)?);
        return float::power(heap, base, exponent);
    }
    if base.is_zero() || base.is_one() {
        return Ok(heap.big(if exponent.is_zero() { BigInt::one() } else { base.clone() }));
    }
    if base == &BigInt::from(-1) {
        return Ok(Value::Int(if exponent.is_even() { 1 } else { -1 }));
    }
    let bits = exponent.to_u64().and_then(|exponent| exponent.checked_mul(base.bits()));
    match (bits, exponent.to_u32()) {
        (Some(bits), Some(exponent)) if bits <= MOST_BITS => {
            heap.room_for(bits / 8)?;
            Ok(heap.big(base.pow(exponent)))
        }
        _ => Err(heap.no_memory()),
    }
}

/// `pow(base, exponent, modulus)`.
pub fn power_modulo(heap: &mut Heap, base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> Result<Value> {
    if modulus.is_zero() {
        return Err(heap.value_error("pow() 3rd argument cannot be 0"));
    }
    let base = if exponent.is_negative() {
        match base.modinv(modulus) {
            Some(inverse) => inverse,
            None => return Err(heap.value_error("base is not invertible for the given modulus")),
        }
    } else {
        base.clone()
    };
    Ok(heap.big(base.modpow(&exponent.abs(), modulus).mod_floor(modulus)))
}

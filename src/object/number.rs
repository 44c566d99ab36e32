//! Arithmetic of int, float and complex, in CPython's way of rounding and refusing.

use std::rc::Rc;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};

use super::{Escape, Heap, Obj, Operator, Real, Type, Value, complex};

type Result<T> = std::result::Result<T, Escape>;

/// The operator on two numbers; `None` where the operands are no numbers, or the operator is not for them.
pub(super) fn operate(heap: &mut Heap, operator: Operator, a: Value, b: Value) -> Option<Result<Value>> {
    if let (Value::Int(x), Value::Int(y)) = (a, b) {
        return small(heap, operator, x, y);
    }
    if let (Some(x), Some(y)) = (heap.real(a), heap.real(b)) {
        if let (Value::Bool(x), Value::Bool(y)) = (a, b) {
            match operator {
                Operator::And => return Some(Ok(Value::Bool(x & y))),
                Operator::Or => return Some(Ok(Value::Bool(x | y))),
                Operator::Xor => return Some(Ok(Value::Bool(x ^ y))),
                _ => {}
            }
        }
        return match (x, y) {
            (Real::Small(x), Real::Small(y)) => small(heap, operator, x, y),
            (Real::Float(_), _) | (_, Real::Float(_)) => floats(heap, operator, a, b),
            (x, y) => big(heap, operator, &to_big(&x), &to_big(&y)),
        };
    }
    complex::operate(heap, operator, a, b)
}

fn to_big(real: &Real) -> BigInt {
    match real {
        Real::Small(value) => (*value).into(),
        Real::Big(value) => (**value).clone(),
        Real::Float(_) => unreachable!("only asked of ints"),
    }
}

fn small(heap: &mut Heap, operator: Operator, a: i64, b: i64) -> Option<Result<Value>> {
    let quick = match operator {
        Operator::Add => a.checked_add(b),
        Operator::Subtract => a.checked_sub(b),
        Operator::Multiply => a.checked_mul(b),
        Operator::And => Some(a & b),
        Operator::Or => Some(a | b),
        Operator::Xor => Some(a ^ b),
        Operator::FloorDivide if b != 0 => a.checked_div_euclid(b).map(|_| Integer::div_floor(&a, &b)),
        Operator::Remainder if b != 0 => a.checked_rem(b).map(|_| Integer::mod_floor(&a, &b)),
        Operator::Lshift if (0..63).contains(&b) => {
            let shifted = a << b;
            (shifted >> b == a).then_some(shifted)
        }
        Operator::Rshift if b >= 0 => Some(a >> b.min(63)),
        Operator::Power if b >= 0 => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
        Operator::TrueDivide if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
            return Some(Ok(Value::Float(a as f64 / b as f64)));
        }
        _ => None,
    };
    match quick {
        Some(value) => Some(Ok(Value::Int(value))),
        None => big(heap, operator, &a.into(), &b.into()),
    }
}

fn big(heap: &mut Heap, operator: Operator, a: &BigInt, b: &BigInt) -> Option<Result<Value>> {
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
        Operator::TrueDivide => return Some(true_divide(heap, a, b)),
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
        let (base, exponent) = (to_float(heap, base)?, to_float(heap, exponent)?);
        return float_power(heap, base, exponent);
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

/// The float nearest to an int, ties to even.
pub fn to_float(heap: &mut Heap, value: &BigInt) -> Result<f64> {
    match round_to_float(value.magnitude().bits(), value, false) {
        Some(float) => Ok(float),
        None => Err(heap.overflow_error("int too large to convert to float")),
    }
}

/// `value`, of which `sticky` says that a bit of something was cut off below, as the nearest float.
fn round_to_float(bits: u64, value: &BigInt, sticky: bool) -> Option<f64> {
    if bits <= 53 && !sticky {
        return value.to_f64();
    }
    let shift = bits.saturating_sub(55);
    let magnitude = value.magnitude();
    let mut top = (magnitude >> shift).to_u64().expect("at most 55 bits are left");
    if sticky || shift > 0 && magnitude.trailing_zeros().is_some_and(|zeros| zeros < shift) {
        top |= 1;
    }
    // `top` has 55 bits: rounding to 53 happens once, here.
    let float = top as f64 * power_of_two(i64::try_from(shift).ok()?)?;
    float.is_finite().then_some(if value.is_negative() { -float } else { float })
}

fn power_of_two(exponent: i64) -> Option<f64> {
    (exponent <= 1023).then(|| f64::from_bits(((exponent + 1023) as u64) << 52))
}

fn true_divide(heap: &mut Heap, a: &BigInt, b: &BigInt) -> Result<Value> {
    let too_large = "integer division result too large for a float";
    // Scale so that the quotient has at least 64 bits, then round once.
    let scale = (b.bits() as i64 - a.bits() as i64 + 66).max(0) as u64;
    let (quotient, rest) = (a.abs() << scale).div_rem(&b.abs());
    let negative = a.is_negative() != b.is_negative();
    let exponent = -(scale as i64);
    let float = scaled(&quotient, !rest.is_zero(), exponent);
    match float {
        Some(float) => Ok(Value::Float(if negative { -float } else { float })),
        None => Err(heap.overflow_error(too_large)),
    }
}

/// `(value + a little if sticky) * 2^exponent`, rounded once, subnormal results too.
fn scaled(value: &BigInt, sticky: bool, exponent: i64) -> Option<f64> {
    if value.is_zero() {
        return Some(0.0);
    }
    let bits = value.bits() as i64;
    // The last place of the result: 53 bits down from the top, but never below 2^-1074.
    let last = (bits + exponent - 53).max(-1074);
    let drop = last - exponent;
    let (kept, half, below) = if drop <= 0 {
        (value << (-drop) as u64, false, sticky)
    } else {
        let kept = value >> drop as u64;
        let half = value.bit(drop as u64 - 1);
        let below = sticky || value.trailing_zeros().is_some_and(|zeros| (zeros as i64) < drop - 1);
        (kept, half, below)
    };
    let mut mantissa = kept.to_u64().expect("at most 53 bits are kept");
    if half && (below || mantissa & 1 == 1) {
        mantissa += 1;
    }
    let float = if last < -1000 {
        mantissa as f64 * f64::from_bits(1 << 52) * f64::from_bits(((last + 1022 + 1023) as u64) << 52)
    } else if last > 971 {
        return None;
    } else {
        mantissa as f64 * power_of_two(last)?
    };
    float.is_finite().then_some(float)
}

fn floats(heap: &mut Heap, operator: Operator, a: Value, b: Value) -> Option<Result<Value>> {
    if matches!(
        operator,
        Operator::And | Operator::Or | Operator::Xor | Operator::Lshift | Operator::Rshift | Operator::MatMul
    ) {
        return None;
    }
    let both = heap.to_float(a).and_then(|x| heap.to_float(b).map(|y| (x, y)));
    let (x, y) = match both {
        Ok(both) => both,
        Err(escape) => return Some(Err(escape)),
    };
    Some(match operator {
        Operator::Add => Ok(Value::Float(x + y)),
        Operator::Subtract => Ok(Value::Float(x - y)),
        Operator::Multiply => Ok(Value::Float(x * y)),
        Operator::Power => float_power(heap, x, y),
        _ if y == 0.0 => Err(heap.raise(
            Type::ZeroDivisionError,
            match operator {
                Operator::FloorDivide => "float floor division by zero",
                Operator::Remainder => "float modulo",
                _ => "float division by zero",
            },
        )),
        Operator::TrueDivide => Ok(Value::Float(x / y)),
        Operator::FloorDivide => Ok(Value::Float(divmod(x, y).0)),
        _ => Ok(Value::Float(divmod(x, y).1)),
    })
}

/// Python's float `divmod`; the divisor is not zero.
pub fn divmod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest != 0.0 {
        if (y < 0.0) != (rest < 0.0) {
            rest += y;
            quotient -= 1.0;
        }
    } else {
        rest = 0.0f64.copysign(y);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0.0f64.copysign(x / y)
    };
    (floor, rest)
}

fn float_power(heap: &mut Heap, x: f64, y: f64) -> Result<Value> {
    if x == 0.0 && y < 0.0 {
        let text = "0.0 cannot be raised to a negative power";
        return Err(heap.raise(Type::ZeroDivisionError, text));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y != y.floor() {
        return complex::power(heap, (x, 0.0), (y, 0.0));
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        let text = heap.str("Numerical result out of range");
        return Err(heap.raise_args(Type::OverflowError, vec![Value::Int(34), text]));
    }
    Ok(Value::Float(result))
}

impl Heap {
    /// A number as a float; anything else must not be asked.
    pub fn to_float(&mut self, value: Value) -> Result<f64> {
        match self.real(value) {
            Some(Real::Small(int)) => Ok(int as f64),
            Some(Real::Big(big)) => to_float(self, &big),
            Some(Real::Float(float)) => Ok(float),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(format!("must be real number, not {name}")))
            }
        }
    }

    /// `int(float)`.
    pub fn float_to_int(&mut self, float: f64) -> Result<Value> {
        if float.is_nan() {
            return Err(self.value_error("cannot convert float NaN to integer"));
        }
        match BigInt::from_f64(float.trunc()) {
            Some(int) => Ok(self.big(int)),
            None => Err(self.overflow_error("cannot convert float infinity to integer")),
        }
    }

    /// Whether it is an int, or an instance of a subclass.
    pub fn is_int(&self, value: Value) -> bool {
        matches!(self.real(value), Some(Real::Small(_) | Real::Big(_)))
    }

    /// An int that fits.
    pub fn small_int(&self, value: Value) -> Option<i64> {
        match value {
            Value::Int(int) => Some(int),
            Value::Bool(bool) => Some(bool.into()),
            _ => match self.real(value)? {
                Real::Small(int) => Some(int),
                Real::Big(big) => big.to_i64(),
                Real::Float(_) => None,
            },
        }
    }

    /// An int of any size.
    pub fn big_int(&self, value: Value) -> Option<BigInt> {
        match self.real(value)? {
            Real::Float(_) => None,
            int => Some(to_big(&int)),
        }
    }

    pub fn negative(&mut self, value: Value) -> Option<Value> {
        Some(match self.real(value) {
            Some(Real::Small(int)) => match int.checked_neg() {
                Some(int) => Value::Int(int),
                None => self.big(-BigInt::from(int)),
            },
            Some(Real::Big(big)) => self.big(-&*big),
            Some(Real::Float(float)) => Value::Float(-float),
            None => {
                let (re, im) = self.as_complex(value)?;
                self.complex(-re, -im)
            }
        })
    }

    /// `~value`.
    pub fn invert(&mut self, value: Value) -> Option<Value> {
        let int = self.big_int(value)?;
        Some(self.big(!int))
    }

    /// `+value`: an int or float itself, a bool as an int.
    pub fn positive(&mut self, value: Value) -> Option<Value> {
        Some(match self.real(value) {
            Some(Real::Small(int)) => Value::Int(int),
            Some(Real::Big(big)) => self.big((*big).clone()),
            Some(Real::Float(float)) => Value::Float(float),
            None => {
                self.as_complex(value)?;
                value
            }
        })
    }

    pub fn as_complex(&self, value: Value) -> Option<(f64, f64)> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Complex(parts) => Some(**parts),
                _ => None,
            },
            _ => None,
        }
    }

    /// An instance of `class`, which is `int` or derives from it.
    pub fn int_of_class(&mut self, class: super::Handle, value: BigInt) -> Value {
        if class == Type::Int.handle() {
            return self.big(value);
        }
        self.alloc(class, Obj::Int(Rc::new(value)))
    }
}

//! From ints to the nearest float, rounded once, ties to even.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{
    super::{Heap, Value},
    Result,
};

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

pub(super) fn true_divide(heap: &mut Heap, a: &BigInt, b: &BigInt) -> Result<Value> {
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

//! Arithmetic of complex numbers.

use super::{Escape, Heap, Operator, Real, Type, Value};

type Parts = (f64, f64);

/// The operator on two numbers of which one is complex; `None` where it is not for them.
pub(super) fn operate(
    heap: &mut Heap,
    operator: Operator,
    a: Value,
    b: Value,
) -> Option<Result<Value, Escape>> {
    let x = parts(heap, a)?;
    let y = parts(heap, b)?;
    let result = match (operator, x, y) {
        (_, Err(escape), _) | (_, _, Err(escape)) => return Some(Err(escape)),
        (Operator::Add, Ok(x), Ok(y)) => (x.0 + y.0, x.1 + y.1),
        (Operator::Subtract, Ok(x), Ok(y)) => (x.0 - y.0, x.1 - y.1),
        (Operator::Multiply, Ok(x), Ok(y)) => (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0),
        (Operator::TrueDivide, Ok(x), Ok(y)) => match divide(x, y) {
            Some(result) => result,
            None => return Some(Err(heap.raise(Type::ZeroDivisionError, "complex division by zero"))),
        },
        (Operator::Power, Ok(x), Ok(y)) => return Some(power(heap, x, y)),
        _ => return None,
    };
    Some(Ok(heap.complex(result.0, result.1)))
}

fn parts(heap: &mut Heap, value: Value) -> Option<Result<Parts, Escape>> {
    if let Some(parts) = heap.as_complex(value) {
        return Some(Ok(parts));
    }
    match heap.real(value)? {
        Real::Float(float) => Some(Ok((float, 0.0))),
        _ => Some(heap.to_float(value).map(|float| (float, 0.0))),
    }
}

fn divide(a: Parts, b: Parts) -> Option<Parts> {
    if b.0.abs() >= b.1.abs() {
        if b.0 == 0.0 && b.1 == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        return Some(((a.0 + a.1 * ratio) / denominator, (a.1 - a.0 * ratio) / denominator));
    }
    if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        return Some(((a.0 * ratio + a.1) / denominator, (a.1 * ratio - a.0) / denominator));
    }
    Some((f64::NAN, f64::NAN))
}

pub(super) fn power(heap: &mut Heap, a: Parts, b: Parts) -> Result<Value, Escape> {
    if b == (0.0, 0.0) {
        return Ok(heap.complex(1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        if b.1 != 0.0 || b.0 < 0.0 {
            let text = "0.0 to a negative or complex power";
            return Err(heap.raise(Type::ZeroDivisionError, text));
        }
        return Ok(heap.complex(0.0, 0.0));
    }
    if b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= 100.0 {
        let whole = whole_power(a, b.0.abs() as u32);
        let made = if b.0 >= 0.0 { whole } else { divide((1.0, 0.0), whole).unwrap_or((f64::NAN, f64::NAN)) };
        return in_range(heap, made);
    }
    let (size, angle) = (a.0.hypot(a.1), a.1.atan2(a.0));
    let mut len = size.powf(b.0);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        len *= (-angle * b.1).exp();
        phase += b.1 * size.ln();
    }
    in_range(heap, (len * phase.cos(), len * phase.sin()))
}

fn in_range(heap: &mut Heap, made: Parts) -> Result<Value, Escape> {
    if made.0.is_infinite() || made.1.is_infinite() {
        return Err(heap.overflow_error("complex exponentiation"));
    }
    Ok(heap.complex(made.0, made.1))
}

fn whole_power(base: Parts, exponent: u32) -> Parts {
    let multiply = |x: Parts, y: Parts| (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0);
    let (mut result, mut square, mut mask) = ((1.0, 0.0), base, 1);
    while mask > 0 && exponent >= mask {
        if exponent & mask != 0 {
            result = multiply(result, square);
        }
        mask <<= 1;
        square = multiply(square, square);
    }
    result
}

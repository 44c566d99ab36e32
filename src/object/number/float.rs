//! Floats. Knows complex numbers only where a power leads to one.

use super::{
    super::{Heap, Operator, Type, Value, complex},
    Result,
};

/// What needs neither an error nor a library.
#[inline(always)]
pub(super) fn quick(operator: Operator, a: f64, b: f64) -> Option<Value> {
    Some(Value::Float(match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::TrueDivide if b != 0.0 => a / b,
        _ => return None,
    }))
}

pub(super) fn operate(heap: &mut Heap, operator: Operator, a: Value, b: Value) -> Option<Result<Value>> {
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
    if let Some(value) = quick(operator, x, y) {
        return Some(Ok(value));
    }
    Some(match operator {
        Operator::Power => power(heap, x, y),
        _ if y == 0.0 => Err(heap.raise(
            Type::ZeroDivisionError,
            match operator {
                Operator::FloorDivide => "float floor division by zero",
                Operator::Remainder => "float modulo",
                _ => "float division by zero",
            },
        )),
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

pub(super) fn power(heap: &mut Heap, x: f64, y: f64) -> Result<Value> {
    if x == 0.0 && y < 0.0 && y.is_finite() {
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

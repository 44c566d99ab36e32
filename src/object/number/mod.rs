//! Arithmetic of int, float and complex, in CPython's way of rounding and refusing.

mod float;
mod int;
mod real;
mod round;

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use super::{Escape, Heap, Obj, Operator, Type, Value, complex};

pub use float::divmod;
pub use int::power_modulo;
pub use real::Real;
use round::to_float;

type Result<T> = std::result::Result<T, Escape>;

/// The operator on two numbers that stand in their values, where it comes to another and cannot fail.
#[inline(always)]
pub fn quick_arithmetic(operator: Operator, a: Value, b: Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => int::quick(operator, a, b),
        (Value::Float(a), Value::Float(b)) => float::quick(operator, a, b),
        (Value::Float(a), Value::Int(b)) => float::quick(operator, a, b as f64),
        (Value::Int(a), Value::Float(b)) => float::quick(operator, a as f64, b),
        _ => None,
    }
}

/// The operator on two numbers; `None` where the operands are no numbers, or the operator is not for them.
pub(super) fn operate(heap: &mut Heap, operator: Operator, a: Value, b: Value) -> Option<Result<Value>> {
    if let (Value::Int(x), Value::Int(y)) = (a, b) {
        return int::small(heap, operator, x, y);
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
            (Real::Small(x), Real::Small(y)) => int::small(heap, operator, x, y),
            (Real::Float(_), _) | (_, Real::Float(_)) => float::operate(heap, operator, a, b),
            (x, y) => int::big(heap, operator, &to_big(&x), &to_big(&y)),
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
                let (re, im) = self.as_complex(value)?;
                self.complex(re, im)
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

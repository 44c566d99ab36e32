//! Real numbers whatever their type, in their exact order.

use std::{cmp::Ordering, rc::Rc};

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed};

use crate::object::{Heap, Obj, Value};

/// A real number, whatever its type.
#[derive(Clone, Debug)]
pub enum Real {
    Small(i64),
    Big(Rc<BigInt>),
    Float(f64),
}

impl Real {
    /// Exact, as in Python: no int is rounded to a float. `None` where one is a NaN.
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Small(a), Self::Small(b)) => Some(a.cmp(b)),
            (Self::Float(a), Self::Float(b)) => a.partial_cmp(b),
            (Self::Float(a), int) => order_float(*a, &int.to_big()),
            (int, Self::Float(b)) => order_float(*b, &int.to_big()).map(Ordering::reverse),
            (a, b) => Some(a.to_big().cmp(&b.to_big())),
        }
    }

    fn to_big(&self) -> BigInt {
        match self {
            Self::Small(value) => (*value).into(),
            Self::Big(value) => (**value).clone(),
            Self::Float(value) => BigInt::from_f64(*value).unwrap_or_default(),
        }
    }
}

fn order_float(float: f64, int: &BigInt) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    let whole = BigInt::from_f64(float.trunc()).expect("a finite float");
    let rest = float - float.trunc();
    Some(whole.cmp(int).then(rest.partial_cmp(&0.0).expect("not a NaN")))
}

impl Heap {
    pub fn real(&self, value: Value) -> Option<Real> {
        match value {
            Value::Int(int) => Some(Real::Small(int)),
            Value::Bool(bool) => Some(Real::Small(bool.into())),
            Value::Float(float) => Some(Real::Float(float)),
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Int(big) => Some(Real::Big(big.clone())),
                Obj::Float(float) => Some(Real::Float(*float)),
                _ => None,
            },
            Value::None | Value::Null => None,
        }
    }

    pub fn is_negative(&self, value: Value) -> bool {
        match self.real(value) {
            Some(Real::Small(int)) => int < 0,
            Some(Real::Big(big)) => big.is_negative(),
            Some(Real::Float(float)) => float < 0.0,
            None => false,
        }
    }
}

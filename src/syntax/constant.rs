//! The values that can stand in a program's text or be computed from it by the compiler.

use std::rc::Rc;

use num_bigint::BigInt;

use crate::literal;
use crate::source::Text;

/// A constant. Equality here is Rust's; the compiler's own idea of "the same constant" (it keeps `0.0`
/// from `-0.0` and `1` from `True`) is a key made's business in `code/`.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    None,
    Ellipsis,
    Bool(bool),
    /// An int that fits.
    Int(i64),
    /// An int that does not fit an `i64`.
    BigInt(Rc<BigInt>),
    Float(f64),
    Complex {
        re: f64,
        im: f64,
    },
    Str(Text),
    Bytes(Rc<[u8]>),
    /// Only from folding: the parser never makes one.
    Tuple(Rc<[Constant]>),
    /// Only from folding, in the order in which the elements were written.
    FrozenSet(Rc<[Constant]>),
}

impl From<BigInt> for Constant {
    fn from(value: BigInt) -> Self {
        i64::try_from(&value).map_or_else(|_| Self::BigInt(Rc::new(value)), Self::Int)
    }
}

impl Constant {
    /// Whether Python takes the value for true.
    pub fn is_true(&self) -> bool {
        match self {
            Self::None => false,
            Self::Ellipsis | Self::BigInt(_) => true,
            Self::Bool(value) => *value,
            Self::Int(value) => *value != 0,
            Self::Float(value) => *value != 0.0,
            Self::Complex { re, im } => *re != 0.0 || *im != 0.0,
            Self::Str(text) => !text.as_bytes().is_empty(),
            Self::Bytes(bytes) => !bytes.is_empty(),
            Self::Tuple(items) | Self::FrozenSet(items) => !items.is_empty(),
        }
    }

    /// `repr` of the value.
    pub fn repr(&self) -> String {
        let list = |items: &[Self]| items.iter().map(Self::repr).collect::<Vec<_>>().join(", ");
        match self {
            Self::None => "None".to_string(),
            Self::Ellipsis => "Ellipsis".to_string(),
            Self::Bool(true) => "True".to_string(),
            Self::Bool(false) => "False".to_string(),
            Self::Int(value) => value.to_string(),
            Self::BigInt(value) => value.to_string(),
            Self::Float(value) => literal::float_repr(*value),
            Self::Complex { re, im } => literal::complex_repr(*re, *im),
            Self::Str(text) => literal::str_repr(text),
            Self::Bytes(bytes) => literal::bytes_repr(bytes),
            Self::Tuple(items) if items.len() == 1 => format!("({},)", items[0].repr()),
            Self::Tuple(items) => format!("({})", list(items)),
            Self::FrozenSet(items) if items.is_empty() => "frozenset()".to_string(),
            Self::FrozenSet(items) => format!("frozenset({{{}}})", list(items)),
        }
    }
}

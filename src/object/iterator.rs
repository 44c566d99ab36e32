//! Payloads of the builtin iterators: where each of them stands. Taking the next item never needs Python
//! code unless the iterator says so.

use num_bigint::BigInt;

use super::{Handle, Value};

#[derive(Clone, Debug)]
pub enum Iter {
    /// A list, tuple, str or bytes from a position on; done for good once the end was met.
    Sequence {
        of: Option<Handle>,
        next: usize,
    },
    /// A memoryview; it had so many items when this was made.
    Memory {
        of: Option<Handle>,
        next: usize,
        len: usize,
    },
    /// The same as `Sequence` from the end.
    Backwards {
        of: Option<Handle>,
        left: usize,
    },
    /// A dict, by entry number.
    Dict {
        of: Option<Handle>,
        next: usize,
        used: usize,
        /// How many are still to come.
        left: usize,
        yields: Yields,
        backwards: bool,
    },
    Set {
        of: Option<Handle>,
        next: usize,
        used: usize,
    },
    /// A range of big numbers.
    Range {
        next: BigInt,
        step: BigInt,
        left: BigInt,
    },
    /// Any object with `__getitem__`, asked for 0, 1, 2 ... by Python code.
    GetItem {
        of: Value,
        next: i64,
    },
    /// The same from the end, for `reversed()`.
    GetItemBackwards {
        of: Value,
        left: i64,
    },
    /// `iter(callable, sentinel)`.
    Callable {
        callee: Value,
        sentinel: Value,
    },
    Enumerate {
        of: Value,
        next: Value,
    },
    Zip {
        of: Vec<Value>,
        strict: bool,
    },
    Map {
        function: Value,
        of: Vec<Value>,
    },
    Filter {
        function: Value,
        of: Value,
    },
}

/// What a dict's iterator gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yields {
    Keys,
    Values,
    Items,
}

impl Iter {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        match self {
            Self::Sequence { of, .. }
            | Self::Memory { of, .. }
            | Self::Backwards { of, .. }
            | Self::Dict { of, .. }
            | Self::Set { of, .. } => {
                if let Some(of) = of {
                    see((*of).into());
                }
            }
            Self::Range { .. } => {}
            Self::GetItem { of, .. } | Self::GetItemBackwards { of, .. } => see(*of),
            Self::Callable { callee, sentinel } => {
                see(*callee);
                see(*sentinel);
            }
            Self::Enumerate { of, next } => {
                see(*of);
                see(*next);
            }
            Self::Zip { of, .. } => of.iter().copied().for_each(see),
            Self::Map { function, of } => {
                see(*function);
                of.iter().copied().for_each(see);
            }
            Self::Filter { function, of } => {
                see(*function);
                see(*of);
            }
        }
    }
}

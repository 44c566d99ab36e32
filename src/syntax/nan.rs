//! Which NaN is which: one object equals itself and no other, so the compiler keeps two of them apart and finds
//! the same one again when it compiles a `finally` twice. Until the code is made, a NaN's payload is its number.

use std::rc::Rc;

use super::Constant;

/// Where numbers stand: below the bits that the processor sets.
const PAYLOAD: u64 = (1 << 51) - 1;

fn set(float: &mut f64, number: u64) {
    if float.is_nan() {
        *float = f64::from_bits(float.to_bits() & !PAYLOAD | number & PAYLOAD);
    }
}

impl Constant {
    pub fn is_nan(&self) -> bool {
        match self {
            Self::Float(float) => float.is_nan(),
            Self::Complex { re, im } => re.is_nan() || im.is_nan(),
            _ => false,
        }
    }

    /// Tells a number that was just computed from all others.
    pub fn number_nan(&mut self, number: u64) {
        match self {
            Self::Float(float) => set(float, number),
            Self::Complex { re, im } => [re, im].into_iter().for_each(|part| set(part, number)),
            _ => {}
        }
    }

    /// Whether a NaN is here or in what this holds.
    pub fn has_nan(&self) -> bool {
        match self {
            Self::Tuple(items) | Self::FrozenSet(items) => items.iter().any(Self::has_nan),
            _ => self.is_nan(),
        }
    }

    /// The value as the program sees it.
    #[must_use]
    pub fn with_plain_nans(&self) -> Self {
        let all = |items: &[Self]| items.iter().map(Self::with_plain_nans).collect::<Rc<[_]>>();
        match self {
            Self::Tuple(items) => Self::Tuple(all(items)),
            Self::FrozenSet(items) => Self::FrozenSet(all(items)),
            _ => {
                let mut plain = self.clone();
                plain.number_nan(0);
                plain
            }
        }
    }
}

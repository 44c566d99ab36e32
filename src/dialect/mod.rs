//! What differs between Python versions, as data. The only place that may name a version.

mod py312;

use crate::isa::Op;

pub use py312::PY312;

/// Behaviour that some versions have and others do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// List, dict and set comprehensions are compiled into the function that holds them (PEP 709).
    InlinedComprehensions,
}

/// One version of CPython: the numbers it gives to things.
#[derive(Debug)]
pub struct Dialect {
    /// "3.12", as in `--python`.
    pub name: &'static str,
    /// The exact version whose compiler is reproduced.
    pub micro: &'static str,
    /// The first four bytes of a `.pyc`.
    pub magic: [u8; 4],
    /// (instruction, number, cache units); numbers above 255 never reach a code object.
    pub opcodes: &'static [(Op, u16, u8)],
    pub features: &'static [Feature],
}

impl Dialect {
    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }
}

/// Every dialect, the default first.
pub static ALL: &[&Dialect] = &[&PY312];

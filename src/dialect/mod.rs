//! What differs between Python versions, as data. The only place that may name a version.

mod caches;
mod magic;
mod numbering;
mod pass;
mod py312;

use crate::isa::{ArgKind, COMPARISONS, Op};

pub use caches::CacheFields;
pub use magic::version_of_magic;
pub use numbering::Numbering;
pub use pass::Pass;
pub use py312::PY312;

/// Behaviour that some versions have and others do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// List, dict and set comprehensions are compiled into the function that holds them (PEP 709).
    InlinedComprehensions,
}

/// One version of CPython: the numbers it gives to things.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// "3.12", as in `--python`.
    pub name: &'static str,
    /// The exact version whose compiler is reproduced.
    pub micro: &'static str,
    /// What the names of its `.pyc` files hold.
    pub cache_tag: &'static str,
    /// The first four bytes of a `.pyc`.
    pub magic: [u8; 4],
    /// Instruction numbers and cache units.
    pub opcodes: Numbering,
    /// Instructions from this number on have an argument.
    pub have_argument: u16,
    /// How far the operator is shifted left in the argument of COMPARE_OP.
    pub compare_shift: u32,
    /// How deep the parser calls itself for a program.
    pub parser_depth: usize,
    /// How deep a tree may be for each stage that walks it.
    pub tree_depth: u32,
    /// The modules of the standard library, one a line.
    pub library: &'static str,
    pub features: &'static [Feature],
    /// What lies in the cache units of each instruction that has some.
    pub caches_hold: &'static [(Op, CacheFields)],
    /// The passes over the flow graph, in order.
    pub passes: &'static [Pass],
}

impl Dialect {
    /// The dialect of that name, as `--python` takes it.
    pub fn find(name: &str) -> Option<&'static Dialect> {
        ALL.iter().copied().find(|dialect| dialect.name == name)
    }

    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }

    /// Whether this version has the instruction at all.
    pub const fn knows(&self, op: Op) -> bool {
        self.opcodes.number(op).is_some()
    }

    /// The number of an instruction of this version; those above 255 never reach a code object.
    pub const fn number(&self, op: Op) -> u16 {
        self.opcodes.number(op).expect("only instructions of this version are asked for")
    }

    /// The instruction with that number.
    pub const fn op(&self, number: u8) -> Option<Op> {
        self.opcodes.op(number)
    }

    /// How many code units after the instruction are its caches.
    pub const fn caches(&self, op: Op) -> u8 {
        self.opcodes.caches(op)
    }

    /// Whether it is the compiler's own and never reaches a code object.
    pub const fn is_pseudo(&self, op: Op) -> bool {
        self.number(op) > 0xFF
    }

    /// Whether its argument means anything.
    pub const fn has_arg(&self, op: Op) -> bool {
        if self.is_pseudo(op) {
            return !matches!(op.arg_kind(), ArgKind::None | ArgKind::Handler);
        }
        self.number(op) >= self.have_argument
    }

    /// The comparison operator that an argument of COMPARE_OP stands for.
    pub fn comparison(&self, arg: u32) -> Option<&'static str> {
        COMPARISONS.get((arg >> self.compare_shift) as usize).copied()
    }
}

/// Every dialect, the default first.
pub static ALL: &[&Dialect] = &[&PY312];

//! From tree to pseudo-code: one file per family of syntax.

mod sequence;

pub use sequence::{Instr, Label, Sequence};

//! From tree to pseudo-code: one file per family of syntax.

mod consts;
mod sequence;
mod unit;

pub use consts::Consts;
pub use sequence::{Instr, Label, Sequence};
pub use unit::Unit;

//! Pseudo-code in the form in which CPython's test module takes and gives it.

use opstep::codegen::{Instr, Sequence};
use serde_json::{Value, json};

/// A label is the index of the instruction behind it.
pub fn rows(sequence: &Sequence) -> Value {
    let row = |instr: &Instr| {
        let placed = |label: u32| sequence.labels[label as usize].expect("it is placed");
        let to_label = instr.op.is_jump() || instr.op.is_block_push();
        let arg = if to_label { placed(instr.arg) } else { instr.arg };
        let at = instr.at;
        json!([instr.op.name(), arg, at.line, at.end_line, at.col, at.end_col])
    };
    sequence.instrs.iter().map(row).collect()
}

//! Pseudo-code as CPython's test module shows it.

use opstep::{
    codegen::{Instr, Sequence},
    isa::Op,
    source::Location,
};
use serde_json::Value;

/// Rows of `[name, argument, line, end line, column, end column]`. A jump names the index of the instruction
/// that it goes to.
pub fn sequence(rows: &[Value]) -> Sequence {
    let mut sequence = Sequence::default();
    let mut labels = vec![None; rows.len()];
    let number = |value: &Value| i32::try_from(value.as_i64().expect("a number")).expect("a small number");
    for row in rows {
        let op = Op::from_name(row[0].as_str().expect("a name")).expect("an instruction");
        let mut arg = u32::try_from(number(&row[1])).expect("an argument");
        if op.is_jump() || op.is_block_push() {
            arg = labels[arg as usize].get_or_insert_with(|| sequence.new_label()).0;
        }
        let at = Location::new(number(&row[2]), number(&row[3]), number(&row[4]), number(&row[5]));
        sequence.instrs.push(Instr { op, arg, at });
    }
    for (place, label) in labels.iter().enumerate() {
        if let Some(label) = label {
            sequence.labels[label.0 as usize] = Some(u32::try_from(place).expect("a small number"));
        }
    }
    sequence
}

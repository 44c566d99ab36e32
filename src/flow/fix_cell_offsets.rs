//! The code generator numbers cells and free variables for themselves; in the frame they lie behind the
//! locals, and a local that is a cell has one slot for both.

use super::{Graph, local_slots};
use crate::{codegen::Unit, isa::Op};

pub(super) fn run(graph: &mut Graph, unit: &Unit) {
    let slots = local_slots::cell_slots(unit);
    graph.each(|graph, id| {
        for instr in graph.instrs_mut(id) {
            if matches!(
                instr.op,
                Op::MakeCell
                    | Op::LoadClosure
                    | Op::LoadDeref
                    | Op::StoreDeref
                    | Op::DeleteDeref
                    | Op::LoadFromDictOrDeref
            ) {
                instr.arg = slots[instr.arg as usize];
            }
        }
    });
}

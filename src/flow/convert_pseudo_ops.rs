//! Turns what only the compiler understands into real instructions, or into nothing (`_PyCfg_ConvertPseudoOps`).

use super::{Graph, remove_redundant_nops};
use crate::isa::Op;

pub(super) fn run(graph: &mut Graph) {
    for instr in &mut graph.instrs {
        if instr.op.is_block_push() || instr.op == Op::PopBlock {
            instr.become_nop();
        } else if instr.op == Op::StoreFastMaybeNull {
            instr.op = Op::StoreFast;
        }
    }
    remove_redundant_nops::run(graph);
}

//! Takes out no-ops, and pairs that undo each other: a constant or a copy is pushed and popped at once.

use super::{BlockId, FlowInstr, Graph, remove_redundant_nops};
use crate::isa::Op;

pub(super) fn run(graph: &mut Graph) {
    while sweep(graph) {}
}

/// One time through the code; whether anything was found. What is now next to each other may be a pair too.
fn sweep(graph: &mut Graph) -> bool {
    let mut found = false;
    // The instruction that certainly ran just before.
    let mut previous: Option<(BlockId, usize)> = None;
    for id in graph.order() {
        remove_redundant_nops::clean(graph, id);
        if graph[id].label.is_some() {
            previous = None;
        }
        let count = graph[id].instrs.len();
        for at in 0..count {
            if graph[id].instrs[at].op != Op::PopTop {
                continue;
            }
            let before = if at > 0 { Some((id, at - 1)) } else { previous };
            if let Some((block, index)) = before
                && is_pushed_for_nothing(graph[block].instrs[index])
            {
                graph[block].instrs[index].become_nop();
                graph[id].instrs[at].become_nop();
                found = true;
            }
        }
        previous = if count > 0 { Some((id, count - 1)) } else { previous };
        let jumps = previous.is_some_and(|(block, index)| graph[block].instrs[index].op.is_jump());
        if jumps || !graph[id].falls_through() {
            previous = None;
        }
    }
    found
}

/// Whether a POP_TOP behind it undoes all that it does.
fn is_pushed_for_nothing(instr: FlowInstr) -> bool {
    instr.op == Op::LoadConst || instr.op == Op::Copy && instr.arg == 1
}

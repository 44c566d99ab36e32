//! Takes out no-ops, and pairs that undo each other: a constant or a copy is pushed and popped at once.

use super::{FlowInstr, Graph, remove_redundant_nops};
use crate::isa::Op;

pub(super) fn run(graph: &mut Graph) {
    while sweep(graph) {}
}

/// One time through the code; whether anything was found. What is now next to each other may be a pair too.
fn sweep(graph: &mut Graph) -> bool {
    let mut found = false;
    // Where among all instructions the one is that certainly ran just before.
    let mut previous: Option<usize> = None;
    graph.each(|graph, id| {
        remove_redundant_nops::clean(graph, id);
        if graph[id].label.is_some() {
            previous = None;
        }
        let range = graph[id].range();
        let mut seen = range.start;
        while let Some(pop) = graph.instrs[seen..range.end].iter().position(|instr| instr.op == Op::PopTop) {
            let at = seen + pop;
            let before = if at > range.start { Some(at - 1) } else { previous };
            if let Some(before) = before.filter(|&before| is_pushed_for_nothing(graph.instrs[before])) {
                graph.instrs[before].become_nop();
                graph.instrs[at].become_nop();
                found = true;
            }
            seen = at + 1;
        }
        if !range.is_empty() {
            previous = Some(range.end - 1);
        }
        let jumps = previous.is_some_and(|last| graph.instrs[last].op.is_jump());
        if jumps || !graph.falls_through(id) {
            previous = None;
        }
    });
    found
}

/// Whether a POP_TOP behind it undoes all that it does.
fn is_pushed_for_nothing(instr: FlowInstr) -> bool {
    instr.op == Op::LoadConst || instr.op == Op::Copy && instr.arg == 1
}

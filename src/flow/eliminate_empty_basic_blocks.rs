//! Unlinks blocks without instructions; what pointed to one points to the next that has some.

use super::{BlockId, Graph, graph::Notes};

pub(super) fn run(graph: &mut Graph) {
    if graph.order().iter().all(|&id| !graph[id].instrs.is_empty()) {
        return;
    }
    let filled = first_filled(graph);
    for id in graph.order() {
        graph[id].next = graph[id].next.and_then(|next| filled[next]);
    }
    graph.entry = filled[graph.entry].expect("the code ends with a return");
    let mut label = graph.fresh_label();
    for id in graph.order() {
        for at in 0..graph[id].instrs.len() {
            let instr = graph[id].instrs[at];
            let Some(old) = instr.target.filter(|_| instr.op.has_target()) else { continue };
            let target = filled[old].expect("the code ends with a return");
            if target == old {
                continue;
            }
            let number = *graph[target].label.get_or_insert_with(|| {
                label += 1;
                label - 1
            });
            let instr = &mut graph[id].instrs[at];
            (instr.target, instr.arg) = (Some(target), number);
        }
    }
}

/// By block: the block itself or the first one behind it that is not empty.
fn first_filled(graph: &Graph) -> Notes<Option<BlockId>> {
    let mut filled = graph.notes(None);
    let mut behind = None;
    for id in graph.order().into_iter().rev() {
        if !graph[id].instrs.is_empty() {
            behind = Some(id);
        }
        filled[id] = behind;
    }
    filled
}

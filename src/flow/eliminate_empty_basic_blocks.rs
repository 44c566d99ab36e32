//! Unlinks blocks without instructions; what pointed to one points to the next that has some.

use super::{BlockId, Graph, graph::has_target};

pub(super) fn run(graph: &mut Graph) {
    for id in graph.order() {
        graph[id].next = graph[id].next.and_then(|next| first_filled(graph, next));
    }
    if let Some(entry) = first_filled(graph, graph.entry) {
        graph.entry = entry;
    }
    let mut label = graph.fresh_label();
    for id in graph.order() {
        for at in 0..graph[id].instrs.len() {
            let instr = graph[id].instrs[at];
            let Some(old) = instr.target.filter(|_| has_target(instr.op)) else { continue };
            let target = first_filled(graph, old).expect("the code ends with a return");
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

/// The block itself or the first one behind it that is not empty.
fn first_filled(graph: &Graph, from: BlockId) -> Option<BlockId> {
    std::iter::successors(Some(from), |&id| graph[id].next).find(|&id| !graph[id].instrs.is_empty())
}

//! Unlinks blocks without instructions; what pointed to one points to the next that has some.

use super::{BlockId, Graph, graph::Notes};

pub(super) fn run(graph: &mut Graph) {
    let order = graph.order();
    if order.iter().all(|&id| graph[id].len > 0) {
        return;
    }
    let filled = first_filled(graph, &order);
    for &id in &order {
        graph[id].next = graph[id].next.and_then(|next| filled[next]);
    }
    graph.entry = filled[graph.entry].expect("the code ends with a return");
    let mut fresh_label = None;
    for id in order {
        for at in graph.with_targets(id) {
            let instr = graph.instrs[at];
            let Some(old) = instr.target.filter(|_| instr.op.has_target()) else { continue };
            let target = filled[old].expect("the code ends with a return");
            if target == old {
                continue;
            }
            let number = graph[target].label.unwrap_or_else(|| {
                let number = fresh_label.unwrap_or_else(|| graph.fresh_label());
                fresh_label = Some(number + 1);
                number
            });
            graph[target].label = Some(number);
            (graph.instrs[at].target, graph.instrs[at].arg) = (Some(target), number);
        }
    }
}

/// By block: the block itself or the first one behind it that is not empty.
fn first_filled(graph: &Graph, order: &[BlockId]) -> Notes<Option<BlockId>> {
    let mut filled = graph.notes(None);
    let mut behind = None;
    for &id in order.iter().rev() {
        if graph[id].len > 0 {
            behind = Some(id);
        }
        filled[id] = behind;
    }
    filled
}

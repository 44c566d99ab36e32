//! Counts the ways that lead to each block (`mark_reachable`), and empties the blocks to which none does.

use super::{BlockId, Graph, Order};

pub(super) fn run(graph: &mut Graph) {
    mark_reachable(graph);
    for block in graph.blocks_mut().filter(|block| block.predecessors == 0) {
        block.len = 0;
    }
}

/// A block may wait twice before its turn comes, and its ways on are then counted twice. So does CPython, and
/// later passes treat a block with one way differently, so the figure has to be the same.
fn mark_reachable(graph: &mut Graph) {
    let mut seen = graph.notes(false);
    let entry = graph.entry;
    graph[entry].predecessors = 1;
    let mut todo = Order::from_slice(&[entry]);
    while let Some(id) = todo.pop() {
        seen[id] = true;
        let mut reach = |graph: &mut Graph, way: Option<BlockId>| {
            let Some(way) = way else { return };
            if !seen[way] {
                todo.push(way);
            }
            graph[way].predecessors += 1;
        };
        let next = graph.fall_through(id);
        reach(graph, next);
        for at in graph.with_targets(id) {
            let instr = graph.instrs[at];
            if instr.op.has_target() {
                reach(graph, instr.target);
            }
        }
    }
}

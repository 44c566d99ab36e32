//! Counts the ways that lead to each block (`mark_reachable`), and empties the blocks to which none does.

use super::{Graph, graph::has_target};

pub(super) fn run(graph: &mut Graph) {
    mark_reachable(graph);
    for id in graph.order() {
        if graph[id].predecessors == 0 {
            graph[id].instrs.clear();
        }
    }
}

/// A block may wait twice before its turn comes, and its ways on are then counted twice. So does CPython, and
/// later passes treat a block with one way differently, so the figure has to be the same.
fn mark_reachable(graph: &mut Graph) {
    let mut seen = graph.notes(false);
    let entry = graph.entry;
    graph[entry].predecessors = 1;
    let mut todo = vec![entry];
    while let Some(id) = todo.pop() {
        seen[id] = true;
        let targets = graph[id].instrs.iter().filter(|instr| has_target(instr.op)).map(|instr| instr.target);
        let ways: Vec<_> = std::iter::once(graph.fall_through(id)).chain(targets).flatten().collect();
        for way in ways {
            if !seen[way] {
                todo.push(way);
            }
            graph[way].predecessors += 1;
        }
    }
}

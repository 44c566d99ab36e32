//! Gives each way to an ending that has no line of its own a copy of that ending, so that it can take the
//! line of whoever leads there: a frame that ends must be able to say where.

use super::{Block, BlockId, Graph};

pub(super) fn run(graph: &mut Graph) {
    copy_for_jumps(graph);
    // What is left has one way, from the block before it.
    graph.each(|graph, id| {
        let Some(last) = graph.last(id).copied() else { return };
        if let Some(next) = graph.fall_through(id)
            && is_exit_without_lineno(graph, next)
        {
            graph.instrs_mut(next)[0].at = last.at;
        }
    });
}

fn copy_for_jumps(graph: &mut Graph) {
    let mut next_label = None;
    let mut current = Some(graph.entry);
    while let Some(id) = current {
        if let Some(target) = graph.jump_target(id)
            && is_exit_without_lineno(graph, target)
            && graph[target].predecessors > 1
        {
            let jump_at = graph.last(id).expect("it jumps").at;
            let label = next_label.unwrap_or_else(|| graph.fresh_label());
            next_label = Some(label + 1);
            let copy = Block { label: Some(label), predecessors: 1, ..Block::default() };
            let copy = graph.add_block(copy, &[]);
            graph.append_copy(copy, target);
            graph.instrs_mut(copy)[0].at = jump_at;
            graph.insert_after(target, copy);
            graph[target].predecessors -= 1;
            graph.last_mut(id).expect("it jumps").target = Some(copy);
        }
        current = graph[id].next;
    }
}

fn is_exit_without_lineno(graph: &Graph, id: BlockId) -> bool {
    graph.exits_scope(id) && graph.instrs(id).iter().all(|instr| instr.at.is_none())
}

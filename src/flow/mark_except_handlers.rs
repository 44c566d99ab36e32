//! Which blocks handle exceptions.

use super::Graph;

pub(super) fn run(graph: &mut Graph) {
    graph.each(|graph, id| {
        for at in graph[id].range() {
            let instr = graph.instrs[at];
            if instr.op.is_block_push()
                && let Some(handler) = instr.target
            {
                graph[handler].is_handler = true;
            }
        }
    });
}

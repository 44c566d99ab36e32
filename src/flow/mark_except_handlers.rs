//! Which blocks handle exceptions.

use super::Graph;

pub(super) fn run(graph: &mut Graph) {
    for id in graph.order() {
        for at in 0..graph[id].instrs.len() {
            let instr = graph[id].instrs[at];
            if instr.op.is_block_push()
                && let Some(handler) = instr.target
            {
                graph[handler].is_handler = true;
            }
        }
    }
}

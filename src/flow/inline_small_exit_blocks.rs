//! Copies an ending of a few instructions to where a block jumps to it: the jump is saved.

use super::Graph;

/// Longer endings are not worth a copy.
const MAX_COPY_SIZE: usize = 4;

pub(super) fn run(graph: &mut Graph) {
    graph.each(|graph, id| {
        let Some(last) = graph.last(id).filter(|last| last.op.is_unconditional_jump()) else { return };
        let target = last.target.expect("a jump has a target");
        if graph.exits_scope(target) && graph[target].len <= MAX_COPY_SIZE {
            graph.last_mut(id).expect("it has a jump").become_nop();
            graph.append_copy(id, target);
        }
    });
}

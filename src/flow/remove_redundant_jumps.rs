//! A jump to what comes next anyway does nothing.

use super::Graph;

pub(super) fn run(graph: &mut Graph) {
    graph.each(|graph, id| {
        let next = graph[id].next;
        if let Some(last) = graph.last_mut(id)
            && last.op.is_unconditional_jump()
            && last.target == next
        {
            last.become_nop();
        }
    });
}

//! Instructions without line take that of the one before, and a block's first that of its only way in.

use super::Graph;
use crate::source::Location;

pub(super) fn run(graph: &mut Graph) {
    graph.each(|graph, id| {
        let mut previous = Location::NONE;
        for instr in graph.instrs_mut(id) {
            if instr.at.is_none() {
                instr.at = previous;
            } else {
                previous = instr.at;
            }
        }
        if graph.instrs(id).is_empty() {
            return;
        }
        for way in [graph.fall_through(id), graph.jump_target(id)].into_iter().flatten() {
            if graph[way].predecessors == 1
                && let Some(first) = graph.instrs_mut(way).first_mut()
                && first.at.is_none()
            {
                first.at = previous;
            }
        }
    });
}

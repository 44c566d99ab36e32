//! Moves what only an exception reaches behind everything else, so that the common way lies in one piece
//! (with `mark_warm` and `mark_cold`).

use super::{Block, BlockId, FlowInstr, Graph, remove_redundant_jumps};
use crate::{isa::Op, source::Location};

pub(super) fn run(graph: &mut Graph) {
    if graph[graph.entry].next.is_none() {
        return;
    }
    mark_warm(graph);
    if graph.order().iter().all(|&id| !graph[id].is_handler) {
        return;
    }
    mark_cold(graph);
    jump_back_to_warm(graph);
    let (cold, warm): (Vec<_>, Vec<_>) = graph.order().into_iter().partition(|&id| graph[id].cold);
    let order: Vec<_> = warm.into_iter().chain(cold.iter().copied()).collect();
    for pair in order.windows(2) {
        graph[pair[0]].next = Some(pair[1]);
    }
    let last = *order.last().expect("there is an entry");
    graph[last].next = None;
    if !cold.is_empty() {
        remove_redundant_jumps::run(graph);
    }
}

/// What is reached without an exception.
fn mark_warm(graph: &mut Graph) {
    let entry = graph.entry;
    let mut todo = vec![entry];
    graph[entry].warm = true;
    while let Some(id) = todo.pop() {
        for way in [graph.fall_through(id), graph.jump_target(id)].into_iter().flatten() {
            if !std::mem::replace(&mut graph[way].warm, true) {
                todo.push(way);
            }
        }
    }
}

/// What is reached from the handlers and not otherwise.
fn mark_cold(graph: &mut Graph) {
    let mut todo: Vec<_> = graph.order().into_iter().filter(|&id| graph[id].is_handler).collect();
    for &id in &todo {
        graph[id].cold = true;
    }
    while let Some(id) = todo.pop() {
        for way in [graph.fall_through(id), graph.jump_target(id)].into_iter().flatten() {
            if !graph[way].warm && !std::mem::replace(&mut graph[way].cold, true) {
                todo.push(way);
            }
        }
    }
}

/// A cold block that leads into a warm one has to jump there from its new place.
fn jump_back_to_warm(graph: &mut Graph) {
    let mut label = graph.fresh_label();
    for id in graph.order() {
        let Some(next) = graph.fall_through(id).filter(|&next| graph[id].cold && graph[next].warm) else {
            continue;
        };
        let number = *graph[next].label.get_or_insert_with(|| {
            label += 1;
            label - 1
        });
        let jump = jump_to(next, number, Location::NONE);
        let fresh = graph.add_block(Block { cold: true, ..Block::default() }, &[jump]);
        graph.insert_after(id, fresh);
    }
}

/// A jump whose direction is not yet known.
pub(super) fn jump_to(target: BlockId, label: u32, at: Location) -> FlowInstr {
    FlowInstr { op: Op::Jump, arg: label, at, target: Some(target), handler: None }
}

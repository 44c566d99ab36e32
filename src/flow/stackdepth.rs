//! Measures how deep the value stack becomes, and how deep it is where each block begins (`_PyCfg_Stackdepth`).

use super::{BlockId, Graph, Order};
use crate::{code::flags, codegen::Unit};

/// Not to go round for ever in code whose loops grow the stack.
const GIVE_UP: u32 = 100;

pub(super) fn run(graph: &mut Graph, unit: &Unit) {
    graph.each(|graph, id| graph[id].start_depth = None);
    let resumes = unit.flags & (flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR) != 0;
    let mut todo = Order::new();
    // A generator is resumed with a value on its stack.
    let entry = graph.entry;
    reach(graph, &mut todo, entry, u32::from(resumes));
    let mut deepest = 0;
    while let Some(id) = todo.pop() {
        let mut depth = graph[id].start_depth.expect("it was reached");
        for at in graph[id].range() {
            let instr = graph.instrs[at];
            if instr.op.has_target()
                && let Some(target) = instr.target
            {
                let at_target = after(depth, instr.op.stack_effect(instr.arg, true));
                deepest = deepest.max(at_target);
                reach(graph, &mut todo, target, at_target);
            }
            depth = after(depth, instr.op.stack_effect(instr.arg, false));
            deepest = deepest.max(depth);
        }
        if let Some(next) = graph.fall_through(id) {
            reach(graph, &mut todo, next, depth);
        }
    }
    graph.stack_depth = deepest;
}

fn after(depth: u32, effect: i32) -> u32 {
    depth.checked_add_signed(effect).expect("nothing is popped that was not pushed")
}

fn reach(graph: &mut Graph, todo: &mut Order, id: BlockId, depth: u32) {
    let known = graph[id].start_depth;
    if known.is_none_or(|known| known < depth && known < GIVE_UP) {
        graph[id].start_depth = Some(depth);
        todo.push(id);
    }
}

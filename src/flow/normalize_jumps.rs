//! Gives every jump its direction. Conditional jumps only go forward: one that goes back is turned round and
//! steps over a plain jump.

use super::{Block, BlockId, Graph, push_cold_blocks_to_end::jump_to};
use crate::isa::Op;

pub(super) fn run(graph: &mut Graph) {
    let mut passed = graph.notes(false);
    let mut next = Some(graph.entry);
    while let Some(id) = next {
        next = graph[id].next;
        passed[id] = true;
        let Some(target) = graph.jump_target(id) else { continue };
        let forward = !passed[target];
        let last = graph.last_mut(id).expect("it jumps");
        match last.op {
            Op::Jump | Op::JumpNoInterrupt if forward => last.op = Op::JumpForward,
            Op::Jump => last.op = Op::JumpBackward,
            Op::JumpNoInterrupt => last.op = Op::JumpBackwardNoInterrupt,
            op if !forward => turn_round(graph, id, target, reversed(op)),
            _ => {}
        }
    }
}

fn turn_round(graph: &mut Graph, id: BlockId, target: BlockId, op: Op) {
    let label = graph[target].label.expect("a jump's target has a label");
    let next = graph[id].next;
    let last = graph.last_mut(id).expect("it jumps");
    (last.op, last.target) = (op, next);
    let mut jump = jump_to(target, label, last.at);
    jump.op = Op::JumpBackward;
    let cold = graph[id].cold;
    let fresh = graph.add_block(Block { cold, ..Block::default() }, &[jump]);
    graph.insert_after(id, fresh);
}

fn reversed(op: Op) -> Op {
    match op {
        Op::PopJumpIfTrue => Op::PopJumpIfFalse,
        Op::PopJumpIfFalse => Op::PopJumpIfTrue,
        Op::PopJumpIfNone => Op::PopJumpIfNotNone,
        Op::PopJumpIfNotNone => Op::PopJumpIfNone,
        _ => panic!("{op} is never written so that it has to go back"),
    }
}

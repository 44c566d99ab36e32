//! A run of SWAPs becomes the shortest run with the same effect.

use super::FlowInstr;
use crate::isa::Op;

/// Rewrites the run that begins at a SWAP; returns the index of the run's last instruction.
pub(super) fn swaptimize(instrs: &mut [FlowInstr], start: usize) -> usize {
    let run = instrs[start..].iter().take_while(|instr| matches!(instr.op, Op::Swap | Op::Nop)).count();
    let run = &mut instrs[start..start + run];
    if run[1..].iter().all(|instr| instr.op == Op::Nop) {
        return start;
    }
    let mut wanted = effect(run);
    // The cycles of the permutation, each walked by exchanging with the top.
    let mut depths = Vec::new();
    for start in 0..wanted.len() {
        if wanted[start].is_none_or(|slot| slot == start) {
            continue;
        }
        let mut slot = start;
        loop {
            if slot != 0 {
                depths.push(u32::try_from(slot + 1).expect("a depth was an argument"));
            }
            match wanted[slot].take() {
                Some(next) => slot = next,
                None => break,
            }
        }
    }
    // What takes a stack apart backwards puts it together forwards.
    let last = start + run.len() - 1;
    let (unused, swaps) = run.split_at_mut(run.len() - depths.len());
    unused.iter_mut().for_each(FlowInstr::become_nop);
    for (instr, depth) in swaps.iter_mut().rev().zip(depths) {
        instr.become_op(Op::Swap, depth);
    }
    last
}

/// Which value lies where after the run: slot 0 is the top.
fn effect(run: &[FlowInstr]) -> Vec<Option<usize>> {
    let swaps = || run.iter().filter(|instr| instr.op == Op::Swap).map(|instr| instr.arg as usize);
    let mut stack: Vec<Option<usize>> = (0..swaps().max().unwrap_or(0)).map(Some).collect();
    for depth in swaps() {
        stack.swap(0, depth - 1);
    }
    stack
}

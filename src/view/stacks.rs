//! The value stacks: the selected frame's, with what the next instruction calls its slots, and those of the
//! frames that wait for it.

use super::{
    StackSlot, StackView,
    moment::{Now, Shown},
};
use crate::isa::Op;

pub fn stacks(now: &Now, selected: usize) -> Vec<StackView> {
    now.frames
        .iter()
        .enumerate()
        .skip(selected)
        .map(|(at, shown)| stack(now, shown, at, at == selected))
        .collect()
}

fn stack(now: &Now, shown: &Shown, at: usize, selected: bool) -> StackView {
    let frame = &shown.frame;
    let operands = if frame.waiting { Vec::new() } else { operands(shown) };
    let slot = |(from_bottom, value): (usize, &crate::object::Value)| {
        let pushed = now.track.pushed(frame.id, from_bottom);
        let depth = frame.stack.len() - 1 - from_bottom;
        StackSlot {
            value: now.describe(*value),
            operand: operands.get(depth).cloned().unwrap_or_default(),
            fresh: at == 0 && pushed.is_some_and(|pushed| pushed.step + 1 == now.step()),
            pushed_by: pushed.map(|pushed| (pushed.step, shown.facts.instruction_words(pushed.pc))),
        }
    };
    let waiting = match selected || !frame.waiting {
        true => String::new(),
        false => shown.facts.instruction_at(frame.pc),
    };
    StackView {
        title: now.title(shown),
        waiting,
        max: shown.facts.code.stacksize,
        slots: frame.stack.iter().enumerate().rev().map(slot).collect(),
    }
}

/// What the instruction calls the slots, top first.
pub fn operands(shown: &Shown) -> Vec<String> {
    let each = &shown.facts.instructions[shown.frame.pc as usize];
    let mut names: Vec<String> = each.op.pops(each.arg).map(|operand| operand.to_string()).collect();
    let lowest = shown.frame.stack.len().checked_sub(names.len());
    if each.op == Op::Call
        && let Some(lowest) = lowest
    {
        // Which of the two ways of calling it is can be seen now.
        let is_plain = shown.frame.stack[lowest].is_null();
        let live = if is_plain { ["no self", "callable"] } else { ["method", "self"] };
        names.iter_mut().zip(live).for_each(|(name, live)| *name = live.to_owned());
    }
    names.reverse();
    names
}

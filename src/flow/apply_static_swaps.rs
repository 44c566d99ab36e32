//! Instead of exchanging two values and storing both, exchange the stores.

use super::FlowInstr;
use crate::isa::Op;

/// Tries to do without the SWAPs that end at this place.
pub(super) fn apply_static_swaps(instrs: &mut [FlowInstr], last: usize) {
    for at in (0..=last).rev() {
        let instr = instrs[at];
        if instr.op != Op::Swap {
            if instr.op == Op::Nop || is_swappable(instr.op) {
                continue;
            }
            return;
        }
        let Some(first) = next_swappable(instrs, at, None) else { return };
        let line = instrs[first].at.line;
        let mut second = first;
        for _ in 1..instr.arg {
            match next_swappable(instrs, second, Some(line)) {
                Some(next) => second = next,
                None => return,
            }
        }
        if !may_exchange(&instrs[first..=second]) {
            return;
        }
        instrs[at].become_nop();
        instrs.swap(first, second);
    }
}

/// What takes the top of the stack and can neither raise nor run other code.
fn is_swappable(op: Op) -> bool {
    matches!(op, Op::StoreFast | Op::StoreFastMaybeNull | Op::PopTop)
}

/// The variable that it stores to.
fn stores_to(instr: &FlowInstr) -> Option<u32> {
    matches!(instr.op, Op::StoreFast | Op::StoreFastMaybeNull).then_some(instr.arg)
}

/// The next instruction that can be moved. Not past the end of a line: who watches would see it.
fn next_swappable(instrs: &[FlowInstr], after: usize, line: Option<i32>) -> Option<usize> {
    for (at, instr) in instrs.iter().enumerate().skip(after + 1) {
        if line.is_some_and(|line| line >= 0 && instr.at.line != line) {
            return None;
        }
        if instr.op != Op::Nop {
            return is_swappable(instr.op).then_some(at);
        }
    }
    None
}

/// Whether the first and last of these can change places: the order of stores to one variable must stay.
fn may_exchange(instrs: &[FlowInstr]) -> bool {
    let (Some(first), Some(last)) = (instrs.first(), instrs.last()) else { return false };
    let ends = [stores_to(first), stores_to(last)];
    if ends == [None, None] {
        return true;
    }
    if ends[0] == ends[1] {
        return false;
    }
    let between = instrs.get(1..instrs.len() - 1).unwrap_or_default();
    between.iter().filter_map(stores_to).all(|slot| !ends.contains(&Some(slot)))
}

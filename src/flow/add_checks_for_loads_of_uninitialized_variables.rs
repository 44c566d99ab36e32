//! Loads of local variables that may not have a value yet, or no longer, check for it.

use super::{BlockId, Graph, Order, graph::Notes};
use crate::{codegen::Unit, isa::Op};

/// So many variables are followed from block to block, one bit each; of the others it is only seen what
/// happens within one block. (CPython bounds the work so.)
pub(super) const FOLLOWED: u32 = u64::BITS;

pub(super) fn run(graph: &mut Graph, unit: &Unit) {
    let nlocals = u32::try_from(unit.varnames.len()).expect("fewer variables than 2^32");
    if nlocals == 0 {
        return;
    }
    if nlocals > FOLLOWED {
        scan_many_locals(graph, nlocals);
    }
    let mut unsafe_at_entry = 0;
    for slot in unit.nparams..nlocals.min(FOLLOWED) {
        unsafe_at_entry |= 1 << slot;
    }
    let mut scan = Scan { todo: Order::new(), waiting: graph.notes(false), unsafe_at: graph.notes(0) };
    scan.reach(Some(graph.entry), unsafe_at_entry);
    // A `del` may stand anywhere, so every block is seen at least once.
    graph.each(|graph, id| scan.block(graph, id));
    while let Some(id) = scan.todo.pop() {
        scan.waiting[id] = false;
        scan.block(graph, id);
    }
}

struct Scan {
    todo: Order,
    waiting: Notes<bool>,
    /// The variables that may be without value where the block begins.
    unsafe_at: Notes<u64>,
}

impl Scan {
    fn reach(&mut self, id: Option<BlockId>, mask: u64) {
        let Some(id) = id else { return };
        let known = self.unsafe_at[id];
        if known | mask == known {
            return;
        }
        self.unsafe_at[id] |= mask;
        if !std::mem::replace(&mut self.waiting[id], true) {
            self.todo.push(id);
        }
    }

    fn block(&mut self, graph: &mut Graph, id: BlockId) {
        let mut mask = self.unsafe_at[id];
        for instr in graph.instrs_mut(id) {
            if instr.handler.is_some() {
                self.reach(instr.handler, mask);
            }
            if !is_of_local(instr.op) || instr.arg >= FOLLOWED {
                continue;
            }
            let bit = 1 << instr.arg;
            match instr.op {
                Op::DeleteFast | Op::LoadFastAndClear | Op::StoreFastMaybeNull => mask |= bit,
                Op::StoreFast | Op::LoadFastCheck => mask &= !bit,
                Op::LoadFast => {
                    if mask & bit != 0 {
                        instr.op = Op::LoadFastCheck;
                    }
                    mask &= !bit;
                }
                _ => {}
            }
        }
        self.reach(graph.fall_through(id), mask);
        self.reach(graph.jump_target(id), mask);
    }
}

/// Whether it gives a variable a value, asks for that or takes it away.
fn is_of_local(op: Op) -> bool {
    matches!(
        op,
        Op::LoadFast
            | Op::LoadFastCheck
            | Op::LoadFastAndClear
            | Op::StoreFast
            | Op::StoreFastMaybeNull
            | Op::DeleteFast
    )
}

fn scan_many_locals(graph: &mut Graph, nlocals: u32) {
    // By variable: the block in which it was last seen to have a value.
    let mut safe_in = vec![None; nlocals as usize];
    graph.each(|graph, id| {
        for instr in graph.instrs_mut(id).iter_mut().filter(|instr| instr.arg >= FOLLOWED) {
            let slot = instr.arg as usize;
            match instr.op {
                Op::DeleteFast | Op::LoadFastAndClear | Op::StoreFastMaybeNull => safe_in[slot] = None,
                Op::StoreFast => safe_in[slot] = Some(id),
                Op::LoadFast => {
                    if safe_in[slot] != Some(id) {
                        instr.op = Op::LoadFastCheck;
                    }
                    safe_in[slot] = Some(id);
                }
                _ => {}
            }
        }
    });
}

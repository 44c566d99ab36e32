//! Drops the constants that no instruction names any more, and renumbers the others.

use smallvec::SmallVec;

use super::Graph;
use crate::codegen::Consts;

pub(super) fn run(graph: &mut Graph) {
    let consts = graph.consts.as_slice();
    let mut used = SmallVec::<[bool; 64]>::from_elem(false, consts.len());
    // The first may be a docstring, which nothing loads.
    if let Some(first) = used.first_mut() {
        *first = true;
    }
    let mut next = Some(graph.entry);
    while let Some(id) = next {
        for instr in graph.instrs(id).iter().filter(|instr| instr.op.has_const()) {
            used[instr.arg as usize] = true;
        }
        next = graph[id].next;
    }
    if used.iter().all(|used| *used) {
        return;
    }
    let mut numbers = vec![0; consts.len()];
    let mut kept = Vec::new();
    for (index, constant) in consts.iter().enumerate().filter(|(index, _)| used[*index]) {
        numbers[index] = u32::try_from(kept.len()).expect("fewer than there were");
        kept.push(constant.clone());
    }
    graph.consts = Consts::new(kept);
    graph.each(|graph, id| {
        for instr in graph.instrs_mut(id).iter_mut().filter(|instr| instr.op.has_const()) {
            instr.arg = numbers[instr.arg as usize];
        }
    });
}

//! Drops the constants that no instruction names any more, and renumbers the others.

use super::Graph;
use crate::codegen::Consts;

pub(super) fn run(graph: &mut Graph) {
    let order = graph.order();
    let consts = graph.consts.as_slice();
    let mut used = vec![false; consts.len()];
    // The first may be a docstring, which nothing loads.
    if let Some(first) = used.first_mut() {
        *first = true;
    }
    for instr in order.iter().flat_map(|&id| &graph[id].instrs) {
        if instr.op.has_const() {
            used[instr.arg as usize] = true;
        }
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
    for id in order {
        for instr in graph[id].instrs.iter_mut().filter(|instr| instr.op.has_const()) {
            instr.arg = numbers[instr.arg as usize];
        }
    }
}

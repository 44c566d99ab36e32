//! Takes out no-ops, unless one is all that stands for a line: a debugger must be able to stop there.

use super::{BlockId, FlowInstr, Graph};
use crate::isa::Op;

pub(super) fn run(graph: &mut Graph) {
    graph.each(clean);
}

/// The same for one block.
pub(super) fn clean(graph: &mut Graph, id: BlockId) {
    if graph[id].instrs.iter().all(|instr| instr.op != Op::Nop) {
        return;
    }
    let line_behind = line_behind(graph, id);
    let instrs = &mut graph[id].instrs;
    let mut kept = 0;
    for at in 0..instrs.len() {
        let instr = instrs[at];
        if instr.op == Op::Nop {
            let line = instr.at.line;
            if line < 0 || instrs[..kept].last().is_some_and(|before| before.at.line == line) {
                continue;
            }
            match instrs.get_mut(at + 1) {
                Some(after) if after.at.line == line => continue,
                Some(after) if after.at.line < 0 => {
                    after.at = instr.at;
                    continue;
                }
                None if line_behind == Some(line) => continue,
                _ => {}
            }
        }
        instrs[kept] = instr;
        kept += 1;
    }
    instrs.truncate(kept);
}

/// The line with which the code behind the block goes on.
fn line_behind(graph: &Graph, id: BlockId) -> Option<i32> {
    let after = std::iter::successors(graph[id].next, |&id| graph[id].next);
    let next = after.into_iter().find(|&id| !graph[id].instrs.is_empty())?;
    let is_noise = |instr: &&FlowInstr| instr.op == Op::Nop && instr.at.is_none();
    graph[next].instrs.iter().find(|instr| !is_noise(instr)).map(|instr| instr.at.line)
}

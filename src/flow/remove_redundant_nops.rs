//! Takes out no-ops, unless one is all that stands for a line: a debugger must be able to stop there.

use super::{BlockId, FlowInstr, Graph};
use crate::isa::Op;

pub(super) fn run(graph: &mut Graph) {
    graph.each(clean);
}

/// The same for one block.
pub(super) fn clean(graph: &mut Graph, id: BlockId) {
    let Some(first) = graph.instrs(id).iter().position(|instr| instr.op == Op::Nop) else { return };
    let ends_with_nop = graph.last(id).is_some_and(|last| last.op == Op::Nop);
    let line_behind = if ends_with_nop { line_behind(graph, id) } else { None };
    let instrs = graph.instrs_mut(id);
    let mut kept = first;
    for at in first..instrs.len() {
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
    graph[id].len = kept;
}

/// The line with which the code behind the block goes on.
fn line_behind(graph: &Graph, id: BlockId) -> Option<i32> {
    let after = std::iter::successors(graph[id].next, |&id| graph[id].next);
    let next = after.into_iter().find(|&id| graph[id].len > 0)?;
    let is_noise = |instr: &&FlowInstr| instr.op == Op::Nop && instr.at.is_none();
    graph.instrs(next).iter().find(|instr| !is_noise(instr)).map(|instr| instr.at.line)
}

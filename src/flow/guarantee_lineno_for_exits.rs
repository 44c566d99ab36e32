//! Every return has some line, even where none could be found that is certainly right.

use super::Graph;
use crate::{codegen::Unit, isa::Op};

pub(super) fn run(graph: &mut Graph, unit: &Unit) {
    let mut line = unit.firstlineno;
    graph.each(|graph, id| {
        let Some(last) = graph.last(id) else { return };
        if !last.at.is_none() {
            line = last.at.line;
        } else if last.op == Op::ReturnValue {
            for instr in graph.instrs_mut(id) {
                instr.at.line = line;
            }
        }
    });
}

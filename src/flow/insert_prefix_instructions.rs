//! What a frame has to do before the first line: become a generator, make cells, copy free variables.

use super::{FlowInstr, Graph};
use crate::{code::flags, codegen::Unit, isa::Op, source::Location};

pub(super) fn run(graph: &mut Graph, unit: &Unit) {
    let mut prefix = Vec::new();
    let free = u32::try_from(unit.freevars.len()).expect("fewer variables than 2^32");
    if free > 0 {
        prefix.push(instr(Op::CopyFreeVars, free, Location::NONE));
    }
    prefix.extend(cells_in_slot_order(unit).map(|cell| instr(Op::MakeCell, cell, Location::NONE)));
    if unit.flags & (flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR) != 0 {
        let line = unit.firstlineno;
        prefix.push(instr(Op::ReturnGenerator, 0, Location::new(line, line, -1, -1)));
        prefix.push(instr(Op::PopTop, 0, Location::NONE));
    }
    if prefix.is_empty() {
        return;
    }
    let entry = graph.entry;
    prefix.extend_from_slice(graph.instrs(entry));
    graph.set_instrs(entry, &prefix);
}

/// Parameters that are cells come first, in the order of the parameters.
fn cells_in_slot_order(unit: &Unit) -> impl Iterator<Item = u32> {
    let mut cells: Vec<_> = (0..).zip(&unit.cellvars).collect();
    cells.sort_by_cached_key(|(_, cell)| {
        unit.varnames.iter().position(|local| local == *cell).unwrap_or(unit.varnames.len())
    });
    cells.into_iter().map(|(number, _)| number)
}

fn instr(op: Op, arg: u32, at: Location) -> FlowInstr {
    FlowInstr { op, arg, at, target: None, handler: None }
}

//! From instructions in order to bytes: jumps, caches, line table, exception table. Knows no syntax.

mod emit;
mod exception_table;
mod jumps;
mod line_table;

use std::rc::Rc;

use crate::{
    code::Code,
    codegen::Unit,
    dialect::Dialect,
    flow::{self, Graph},
    isa::Op,
    source::Location,
};

/// An instruction whose place in the code is known.
#[derive(Clone, Copy, Debug)]
struct Placed {
    op: Op,
    arg: u32,
    at: Location,
    /// In code units, with its `EXTENDED_ARG`s and caches.
    size: u32,
    handler: Option<Handler>,
}

/// What the exception table says of the instructions that a handler guards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Handler {
    /// In code units.
    offset: u32,
    /// Of the stack where the handler begins.
    depth: u32,
    lasti: bool,
}

/// Makes the code object of a unit from its finished graph.
pub fn assemble(unit: &Unit, graph: &Graph, dialect: &Dialect) -> Rc<Code> {
    let placed = jumps::resolve(graph, dialect);
    Rc::new(Code {
        name: unit.name.clone(),
        qualname: unit.qualname.clone(),
        filename: unit.filename.clone(),
        argcount: unit.argcount,
        posonlyargcount: unit.posonlyargcount,
        kwonlyargcount: unit.kwonlyargcount,
        stacksize: graph.stack_depth,
        flags: unit.flags,
        firstlineno: unit.firstlineno,
        code: emit::code(&placed, dialect),
        consts: graph.consts.as_slice().to_vec(),
        names: unit.names.clone(),
        localsplus: flow::localsplus(unit),
        linetable: line_table::write(&placed, unit.firstlineno),
        exceptiontable: exception_table::write(&placed),
    })
}

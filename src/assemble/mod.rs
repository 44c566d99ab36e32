//! From instructions in order to bytes: jumps, caches, line table, exception table. Knows no syntax.

mod emit;
mod exception_table;
mod jumps;
mod line_table;

use std::rc::Rc;

use jumps::Layout;

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
    /// How many `EXTENDED_ARG`s come before it, and how many cache units behind.
    prefixes: u32,
    caches: u32,
    handler: Option<Handler>,
}

impl Placed {
    /// In code units.
    fn size(&self) -> u32 {
        self.prefixes + 1 + self.caches
    }
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
    let layout = Layout::new(graph, dialect);
    let mut code = emit::Writer::new(layout.size(), dialect);
    let mut lines = line_table::Writer::new(unit.firstlineno, layout.size());
    let mut exceptions = exception_table::Writer::default();
    layout.each(|instr| {
        code.instr(instr);
        lines.instr(instr);
        exceptions.instr(instr);
    });
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
        code: code.finish(),
        consts: graph.consts.as_slice().to_vec(),
        names: unit.names.clone(),
        localsplus: flow::localsplus(unit),
        linetable: lines.finish(),
        exceptiontable: exceptions.finish(),
    })
}

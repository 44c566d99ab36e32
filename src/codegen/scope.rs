//! Entering a unit, leaving it, and making a function of it.

use std::rc::Rc;

use super::{
    builder::{Builder, Kind},
    generator::{Done, Generator},
};
use crate::{
    code::{Code, Const},
    isa::Op,
    source::{Location, SyntaxError},
    symbols::{Block, Found, mangle},
    syntax::{Constant, ast::Name},
};

/// The bits of MAKE_FUNCTION's argument: what lies below the code object.
pub const HAS_DEFAULTS: u32 = 0x01;
pub const HAS_KWDEFAULTS: u32 = 0x02;
pub const HAS_ANNOTATIONS: u32 = 0x04;
const HAS_CLOSURE: u32 = 0x08;

impl<'a> Generator<'a> {
    pub fn unit(&mut self) -> &mut Builder<'a> {
        self.units.last_mut().expect("a unit is open")
    }

    pub fn enter(&mut self, kind: Kind, name: Name, (block, at): (Block, Location), firstlineno: i32) {
        let scope = self.table.scope(block, at);
        let mut unit = Builder::new(kind, name, scope, firstlineno);
        unit.private = self.units.last().and_then(|outer| outer.private.clone());
        unit.qualname = self.qualname(&unit);
        self.units.push(unit);
        let line = if kind == Kind::Module { 0 } else { firstlineno };
        self.op_arg(Op::Resume, 0, Location::new(line, firstlineno, 0, 0));
    }

    /// The dotted name of a unit that is about to be opened.
    fn qualname(&self, unit: &Builder<'_>) -> Name {
        let name = unit.name.clone();
        let around = match &self.units[..] {
            [around @ .., params] if params.kind == Kind::TypeParams => around,
            around => around,
        };
        let [.., _, parent] = around else { return name };
        if matches!(unit.kind, Kind::Function | Kind::AsyncFunction | Kind::Class) {
            let mangled = mangle(parent.private.as_ref(), &name);
            if parent.symbols.get(&mangled).found == Found::GlobalExplicit {
                return name;
            }
        }
        let within = match parent.kind {
            Kind::Function | Kind::AsyncFunction | Kind::Lambda => ".<locals>",
            _ => "",
        };
        format!("{}{within}.{name}", parent.qualname).into()
    }

    /// Ends the unit with a return, of `None` if nothing else is on the stack, and makes its code object.
    pub fn leave(&mut self, returns_none: bool) -> Result<Rc<Code>, SyntaxError> {
        if returns_none {
            self.load_const(Constant::None, Location::NONE);
        }
        self.op(Op::ReturnValue, Location::NONE);
        let unit = self.units.pop().expect("a unit is open");
        (self.finish)(unit.finish(self.source, &self.table.future))
    }

    /// Makes a function of a code object, with the cells that it needs.
    pub fn make_closure(&mut self, code: &Rc<Code>, flags: u32, at: Location) -> Done {
        let free: Vec<Name> = code.freevars().cloned().collect();
        let mut flags = flags;
        if !free.is_empty() {
            for name in &free {
                let index = self.closure_index(name, at)?;
                self.op_arg(Op::LoadClosure, index, at);
            }
            flags |= HAS_CLOSURE;
            self.op_arg(Op::BuildTuple, u32::try_from(free.len()).expect("fewer than 2^32"), at);
        }
        let index = self.unit().consts.add(Const::Code(code.clone()));
        self.op_arg(Op::LoadConst, index, at);
        self.op_arg(Op::MakeFunction, flags, at);
        Ok(())
    }

    /// Where an inner function's free variable is found here. A class that binds the name too hands on the outer cell.
    fn closure_index(&mut self, name: &Name, at: Location) -> Result<u32, SyntaxError> {
        match self.reference(name) {
            Found::Cell => self.unit().cellvars.find(name).map_or_else(|| self.no_cell(name, at), Ok),
            _ => self.free_cell(name, at),
        }
    }

    /// The argument for a free variable.
    pub fn free_cell(&mut self, name: &Name, at: Location) -> Result<u32, SyntaxError> {
        self.unit().free_index(name).map_or_else(|| self.no_cell(name, at), Ok)
    }

    /// `[__class__ for ...]` right in a class: the cell is the class's own, and nothing leads to it.
    fn no_cell<T>(&self, name: &Name, at: Location) -> Result<T, SyntaxError> {
        let msg =
            format!("opstep does not compile '{name}' here: no cell leads to it, and CPython fails too");
        self.error(at, msg)
    }

    /// How the unit finds a name, its implicit cells included.
    pub fn reference(&mut self, name: &str) -> Found {
        let unit = self.unit();
        if unit.kind == Kind::Class && matches!(name, "__class__" | "__classdict__") {
            return Found::Cell;
        }
        unit.symbols.get(name).found
    }
}

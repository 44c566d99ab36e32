//! CPython's code object, field for field.

use std::rc::Rc;

use crate::syntax::{Constant, ast::Name};

/// How the name of the code begins that binds the type parameters of a function, class or type alias.
pub const GENERIC_PREFIX: &str = "<generic parameters of ";

/// What the real interpreter calls a `types.CodeType`.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    pub name: Name,
    pub qualname: Name,
    pub filename: Name,
    pub argcount: u32,
    pub posonlyargcount: u32,
    pub kwonlyargcount: u32,
    pub stacksize: u32,
    pub flags: u32,
    pub firstlineno: i32,
    /// Two bytes a unit: opcode number, argument. Cache units are zero.
    pub code: Box<[u8]>,
    pub consts: Vec<Const>,
    pub names: Vec<Name>,
    /// Every local, cell and free variable in slot order, with the bits of [`LocalKind`].
    pub localsplus: Vec<(Name, LocalKind)>,
    pub linetable: Box<[u8]>,
    pub exceptiontable: Box<[u8]>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    Plain(Constant),
    Code(Rc<Code>),
}

/// What a slot of a frame is for. A parameter that an inner function uses is local and cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalKind(pub u8);

impl LocalKind {
    pub const HIDDEN: u8 = 0x10;
    pub const LOCAL: u8 = 0x20;
    pub const CELL: u8 = 0x40;
    pub const FREE: u8 = 0x80;

    pub const fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

impl Code {
    fn names_with(&self, bit: u8) -> impl Iterator<Item = &Name> {
        self.localsplus.iter().filter(move |(_, kind)| kind.has(bit)).map(|(name, _)| name)
    }

    /// `co_varnames`: parameters first, then the other locals.
    pub fn varnames(&self) -> impl Iterator<Item = &Name> {
        self.names_with(LocalKind::LOCAL)
    }

    /// `co_cellvars`: variables of this code that inner functions use.
    pub fn cellvars(&self) -> impl Iterator<Item = &Name> {
        self.names_with(LocalKind::CELL)
    }

    /// `co_freevars`: variables of outer functions that this code uses.
    pub fn freevars(&self) -> impl Iterator<Item = &Name> {
        self.names_with(LocalKind::FREE)
    }

    pub fn nlocals(&self) -> usize {
        self.varnames().count()
    }

    fn has_nan(&self) -> bool {
        self.consts.iter().any(|constant| match constant {
            Const::Plain(value) => value.has_nan(),
            Const::Code(code) => code.has_nan(),
        })
    }

    /// The code when nobody asks any more which NaN is which.
    #[must_use]
    pub fn with_plain_nans(self: &Rc<Self>) -> Rc<Self> {
        if !self.has_nan() {
            return Rc::clone(self);
        }
        let plain = |constant: &Const| match constant {
            Const::Plain(value) => Const::Plain(value.with_plain_nans()),
            Const::Code(code) => Const::Code(code.with_plain_nans()),
        };
        Rc::new(Self { consts: self.consts.iter().map(plain).collect(), ..Self::clone(self) })
    }
}

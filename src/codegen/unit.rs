//! What the code generator knows of one block when the last of its pseudo-code is written.

use super::Sequence;
use crate::{code::Const, syntax::ast::Name};

/// One code object in the making: everything the flow graph and the assembler need, and nothing of the tree.
#[derive(Clone, Debug)]
pub struct Unit {
    pub name: Name,
    pub qualname: Name,
    pub filename: Name,
    /// `co_flags`, complete.
    pub flags: u32,
    pub argcount: u32,
    pub posonlyargcount: u32,
    pub kwonlyargcount: u32,
    pub firstlineno: i32,
    /// In the order of first use, equal ones merged (see [`super::Consts`]), the unused not yet dropped.
    pub consts: Vec<Const>,
    pub names: Vec<Name>,
    /// Parameters first, then the other fast locals in the order of first use.
    pub varnames: Vec<Name>,
    /// In slot order: a cell's argument is its index here, a free variable's is `cellvars.len()` + its index.
    pub cellvars: Vec<Name>,
    pub freevars: Vec<Name>,
    /// Fast locals that only an inlined comprehension of a module or class uses: not shown in `locals()`.
    pub fast_hidden: Vec<Name>,
    /// How many of `varnames` are parameters, `*args` and `**kwargs` included.
    pub nparams: u32,
    /// The implicit `return None` is at its end already; every label in use is placed.
    pub sequence: Sequence,
}

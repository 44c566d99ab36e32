//! From tree to pseudo-code: one file per family of syntax. Knows the scopes of names, but neither the flow
//! graph nor how code becomes bytes.

mod annotation;
mod assign;
mod block;
mod builder;
mod call;
mod check;
mod class;
mod collection;
mod compare;
mod comprehension;
mod condition;
mod consts;
mod emit;
mod expr;
mod fstring;
mod function;
mod generator;
mod import;
mod inlined;
mod loop_;
mod names;
mod operators;
mod pattern;
mod pattern_parts;
mod scope;
mod sequence;
mod stmt;
mod super_;
mod try_;
mod try_star;
mod type_params;
mod unit;
mod unparse;
mod with_;

use std::rc::Rc;

use crate::{
    code::Code,
    dialect::Dialect,
    source::{Source, SyntaxError, Warning},
    symbols::SymbolTable,
    syntax::ast::Module,
};

pub use consts::Consts;
pub use sequence::{Instr, Label, Sequence};
pub use unit::Unit;

/// Turns a finished unit into its code object, which the outer unit then holds among its constants.
pub type Finish<'a> = &'a mut dyn FnMut(Unit) -> Result<Rc<Code>, SyntaxError>;

/// Writes the pseudo-code of a module; each unit goes through `finish`, inner ones first. What is odd about the
/// program joins `warnings`, even if it turns out to be wrong.
pub fn generate(
    (module, table): (&Module, &SymbolTable),
    source: &Source,
    dialect: &Dialect,
    warnings: &mut Vec<Warning>,
    finish: Finish<'_>,
) -> Result<Rc<Code>, SyntaxError> {
    let units = vec![];
    generator::Generator { table, source, dialect, warnings, finish, units, is_interactive: false }
        .module(module)
}

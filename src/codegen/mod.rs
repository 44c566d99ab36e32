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
    source::{Location, Source, SyntaxError},
    symbols::SymbolTable,
    syntax::ast::Module,
};

pub use consts::Consts;
pub use sequence::{Instr, Label, Sequence};
pub use unit::Unit;

/// Something that is no error but probably a mistake: a `SyntaxWarning`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub msg: String,
    pub at: Location,
}

/// The module's code, and what was odd on the way.
#[derive(Clone, Debug)]
pub struct Generated {
    pub code: Rc<Code>,
    pub warnings: Vec<Warning>,
}

/// Turns a finished unit into its code object, which the outer unit then holds among its constants.
pub type Finish<'a> = &'a mut dyn FnMut(Unit) -> Result<Rc<Code>, SyntaxError>;

/// Writes the pseudo-code of a module; each unit goes through `finish`, inner ones first.
pub fn generate(
    module: &Module,
    table: &SymbolTable,
    source: &Source,
    finish: Finish<'_>,
) -> Result<Generated, SyntaxError> {
    let mut generator = generator::Generator::new(table, source, finish);
    let code = generator.module(module)?;
    Ok(Generated { code, warnings: generator.warnings })
}

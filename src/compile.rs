//! The stages in order, and nothing else: text, tree, scopes, pseudo-code, flow graph, code object.

use std::rc::Rc;

use crate::{
    assemble::assemble,
    ast_opt::{self, Future},
    code::{Code, flags},
    codegen::{self, Unit},
    dialect::Dialect,
    flow::{self, Graph},
    source::{Source, SyntaxError, Warning},
    symbols::{self, SymbolTable},
    syntax::{
        self,
        ast::{Mode, Module},
    },
};

/// A program's code, and what was odd about it.
#[derive(Clone, Debug)]
pub struct Compiled {
    pub code: Rc<Code>,
    pub warnings: Vec<Warning>,
}

/// What each stage made of a program, for whoever wants to look at it.
#[derive(Clone, Debug)]
pub struct Stages {
    /// As the parser wrote it.
    pub tree: Module,
    /// With constants folded.
    pub optimized: Module,
    pub symbols: SymbolTable,
    /// Inner ones first; the module's is the last.
    pub units: Vec<UnitStages>,
    pub compiled: Compiled,
}

/// What the later stages made of one block of the program.
#[derive(Clone, Debug)]
pub struct UnitStages {
    pub unit: Unit,
    /// After all passes; `flow::run` shows what each does.
    pub graph: Graph,
    pub code: Rc<Code>,
}

/// From text to code object.
pub fn compile(source: &Source, dialect: &Dialect) -> Result<Rc<Code>, SyntaxError> {
    compile_with_warnings(source, dialect, &mut Vec::new())
}

/// The same, for who prints warnings: a program that is refused in the end may have drawn some before.
pub fn compile_with_warnings(
    source: &Source,
    dialect: &Dialect,
    warnings: &mut Vec<Warning>,
) -> Result<Rc<Code>, SyntaxError> {
    compile_as(source, Mode::Exec, 0, dialect, warnings)
}

/// A text in any of the modes; `inherited` are the flags of the code that asks for it.
pub fn compile_as(
    source: &Source,
    mode: Mode,
    inherited: u32,
    dialect: &Dialect,
    warnings: &mut Vec<Warning>,
) -> Result<Rc<Code>, SyntaxError> {
    let mut tree = syntax::parse_as(source, mode, warnings)?;
    let symbols = fold_and_resolve(&mut tree, inherited, source, dialect, warnings)?;
    generate((&tree, &symbols), source, dialect, warnings, &mut |_| {})
}

impl Stages {
    /// From text to code object, every stage's product kept.
    pub fn of(source: &Source, dialect: &Dialect) -> Result<Self, SyntaxError> {
        let mut warnings = Vec::new();
        let tree = syntax::parse_with_warnings(source, &mut warnings)?;
        let mut optimized = tree.clone();
        let symbols = fold_and_resolve(&mut optimized, 0, source, dialect, &mut warnings)?;
        let mut units = Vec::new();
        let mut keep = |unit| units.push(unit);
        let code = generate((&optimized, &symbols), source, dialect, &mut warnings, &mut keep)?;
        let compiled = Compiled { code, warnings };
        Ok(Self { tree, optimized, symbols, units, compiled })
    }
}

fn fold_and_resolve(
    tree: &mut Module,
    inherited: u32,
    source: &Source,
    dialect: &Dialect,
    warnings: &mut Vec<Warning>,
) -> Result<SymbolTable, SyntaxError> {
    let placed_later = |error| SyntaxError { placed_later: true, ..error };
    let mut future = Future::of(tree, source).map_err(placed_later)?;
    future.annotations |= inherited & flags::FUTURE_ANNOTATIONS != 0;
    future.inherited = inherited & flags::FUTURES;
    warnings.extend(ast_opt::optimize(tree, &future, dialect)?);
    symbols::build(tree, &future, source, dialect).map_err(placed_later)
}

fn generate(
    (tree, symbols): (&Module, &SymbolTable),
    source: &Source,
    dialect: &Dialect,
    warnings: &mut Vec<Warning>,
    keep: &mut dyn FnMut(UnitStages),
) -> Result<Rc<Code>, SyntaxError> {
    let mut finish = |unit: Unit| {
        let graph = flow::optimize(&unit, dialect);
        let code = assemble(&unit, &graph, dialect);
        keep(UnitStages { unit, graph, code: Rc::clone(&code) });
        Ok(code)
    };
    let code = codegen::generate((tree, symbols), source, dialect, warnings, &mut finish)?;
    Ok(code.with_plain_nans())
}

//! The generator: the stack of units that are being written. What it does with each kind of syntax stands
//! in the files beside.

use std::rc::Rc;

use super::{
    Finish,
    builder::{Builder, Kind},
};
use crate::{
    ast_opt::docstring,
    code::Code,
    dialect::Dialect,
    isa::Op,
    source::{Location, Source, SyntaxError, Warning},
    symbols::{Block, SymbolTable},
    syntax::ast::{Mode, Module, Stmt, StmtKind},
};

pub type Done = Result<(), SyntaxError>;

pub struct Generator<'a> {
    pub table: &'a SymbolTable,
    pub source: &'a Source,
    pub dialect: &'a Dialect,
    pub finish: Finish<'a>,
    /// The module first, the unit that is written last.
    pub units: Vec<Builder<'a>>,
    pub warnings: &'a mut Vec<Warning>,
    /// Whether the values of the module's own expression statements are shown.
    pub is_interactive: bool,
}

impl<'a> Generator<'a> {
    pub fn error<T>(&self, at: Location, msg: impl Into<String>) -> Result<T, SyntaxError> {
        Err(SyntaxError::at(self.source, at, msg))
    }

    pub fn warn(&mut self, at: Location, msg: String) {
        self.warnings.push(Warning::at(at, msg));
    }

    pub fn module(&mut self, module: &'a Module) -> Result<Rc<Code>, SyntaxError> {
        self.enter(Kind::Module, "<module>".into(), (Block::Module, Location::new(0, 0, 0, 0)), 1);
        let start = Location::new(1, 1, 0, 0);
        match (module.mode, module.body.as_slice()) {
            (Mode::Eval, [Stmt { kind: StmtKind::Expr(value), .. }]) => self.expr(value)?,
            (Mode::Exec, body) => self.body(body, body.first().map_or(start, |first| first.at))?,
            (Mode::Eval | Mode::Single, body) => {
                if has_annotations(body) {
                    self.op(Op::SetupAnnotations, start);
                }
                self.is_interactive = true;
                self.stmts(body)?;
            }
        }
        self.leave(module.mode != Mode::Eval)
    }

    /// The body of a module or class. `at` is where the instruction belongs that makes `__annotations__`.
    pub fn body(&mut self, body: &'a [Stmt], at: Location) -> Done {
        if has_annotations(body) {
            self.op(Op::SetupAnnotations, at);
        }
        let mut rest = body;
        if let Some(text) = docstring(body) {
            self.load_const(text.clone(), docstring_place(&body[0]));
            self.store_name(&"__doc__".into(), Location::NONE)?;
            rest = &body[1..];
        }
        self.stmts(rest)
    }
}

fn docstring_place(first: &Stmt) -> Location {
    match &first.kind {
        StmtKind::Expr(value) => value.at,
        _ => first.at,
    }
}

/// Whether an annotated assignment stands anywhere in a block, nested functions and classes aside.
fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match &stmt.kind {
        StmtKind::AnnAssign { .. } => true,
        StmtKind::For(node) | StmtKind::AsyncFor(node) => {
            has_annotations(&node.body) || has_annotations(&node.orelse)
        }
        StmtKind::While { body, orelse, .. } | StmtKind::If { body, orelse, .. } => {
            has_annotations(body) || has_annotations(orelse)
        }
        StmtKind::With { body, .. } | StmtKind::AsyncWith { body, .. } => has_annotations(body),
        StmtKind::Try(node) | StmtKind::TryStar(node) => {
            node.handlers.iter().any(|handler| has_annotations(&handler.body))
                || [&node.body, &node.finalbody, &node.orelse].into_iter().any(|body| has_annotations(body))
        }
        StmtKind::Match { cases, .. } => cases.iter().any(|case| has_annotations(&case.body)),
        _ => false,
    })
}

//! What can be computed before there is code: constant folding on the tree. Knows no scopes and no instructions.

mod complex;
mod fold;
mod format;
mod future;
mod number;
mod sequence;
mod walk;

pub use future::Future;
pub use sequence::{distinct, equal};

use crate::{
    dialect::Dialect,
    source::{SyntaxError, Warning},
    syntax::{
        Constant,
        ast::{ExprKind, Module, Stmt, StmtKind},
    },
};

/// Folds constants, in place; gives the warnings that the computing draws. Equal to what CPython's optimiser of
/// trees does, its limits included.
pub fn optimize(
    module: &mut Module,
    future: &Future,
    dialect: &Dialect,
) -> Result<Vec<Warning>, SyntaxError> {
    let mut folder = walk::Folder::new(future, dialect);
    folder.module(module)?;
    Ok(folder.warnings)
}

/// The docstring of a body, if its first statement is one.
pub fn docstring(body: &[Stmt]) -> Option<&Constant> {
    let StmtKind::Expr(value) = &body.first()?.kind else { return None };
    match &value.kind {
        ExprKind::Constant { value: text @ Constant::Str(_), .. } => Some(text),
        _ => None,
    }
}

//! Scopes: which names a block binds, and where each name it uses is found.

mod analyze;
mod collect;
mod collect_def;
mod collect_expr;
mod describe;
mod mangle;
mod names;
mod scope;
mod symbol;

use rustc_hash::FxHashMap;

use crate::{
    ast_opt::Future,
    dialect::Dialect,
    source::{Location, Source, SyntaxError},
    syntax::ast::Module,
};

pub use mangle::mangle;
pub use names::NameMap;
pub use scope::{Block, ComprehensionKind, Scope};
pub use symbol::{Found, Symbol, Symbols, Use};

/// A scope's index in the table.
pub type ScopeId = usize;

/// What names a scope uniquely: its kind, and the place of the node that opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScopeKey {
    pub block: Block,
    pub at: Location,
}

/// Every scope of a module. The first one is the module's own.
#[derive(Clone, Debug)]
pub struct SymbolTable {
    pub scopes: Vec<Scope>,
    pub future: Future,
    by_key: FxHashMap<ScopeKey, ScopeId>,
}

impl SymbolTable {
    pub fn top(&self) -> &Scope {
        &self.scopes[0]
    }

    /// The scope that a node opens.
    pub fn scope(&self, block: Block, at: Location) -> &Scope {
        let key = ScopeKey { block, at };
        let id = self.by_key.get(&key).expect("every node that opens a scope was visited");
        &self.scopes[*id]
    }
}

/// Collects what every block does with its names, then decides where each one lives.
pub fn build(
    module: &Module,
    future: &Future,
    source: &Source,
    dialect: &Dialect,
) -> Result<SymbolTable, SyntaxError> {
    let mut table = collect::collect(module, future, source, dialect)?;
    analyze::analyze(&mut table, source, dialect)?;
    Ok(table)
}

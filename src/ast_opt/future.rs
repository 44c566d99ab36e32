//! `from __future__ import ...`: which features a module asks for.

use super::docstring;
use crate::{
    source::{Location, Source, SyntaxError},
    syntax::ast::{Alias, Module, Stmt, StmtKind},
};

/// What a module's future statements turn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Future {
    /// Annotations are kept as text.
    pub annotations: bool,
    pub barry_as_bdfl: bool,
    /// Flags of the code that asks for the compilation: its future statements hold here too.
    pub inherited: u32,
    /// The last future statement; another one must not come after it.
    pub at: Location,
}

impl Default for Future {
    fn default() -> Self {
        Self { annotations: false, barry_as_bdfl: false, inherited: 0, at: Location::NONE }
    }
}

impl Future {
    /// Reads the future statements: only a docstring and others of their kind may stand before them.
    pub fn of(module: &Module, source: &Source) -> Result<Self, SyntaxError> {
        let mut future = Self::default();
        let skip = usize::from(docstring(&module.body).is_some());
        for stmt in &module.body[skip..] {
            match &stmt.kind {
                StmtKind::ImportFrom { module: Some(module), names, .. } if &**module == "__future__" => {
                    future.read(stmt, names, source)?;
                }
                _ => break,
            }
        }
        Ok(future)
    }

    fn read(&mut self, stmt: &Stmt, names: &[Alias], source: &Source) -> Result<(), SyntaxError> {
        for alias in names {
            match &*alias.name {
                "annotations" => self.annotations = true,
                "barry_as_FLUFL" => self.barry_as_bdfl = true,
                "nested_scopes" | "generators" | "division" | "absolute_import" | "with_statement"
                | "print_function" | "unicode_literals" | "generator_stop" => {}
                "braces" => return Err(at_start(stmt, "not a chance".into(), source)),
                name => {
                    return Err(at_start(stmt, format!("future feature {name} is not defined"), source));
                }
            }
        }
        self.at = stmt.at;
        Ok(())
    }
}

/// These errors know only where the statement starts.
fn at_start(stmt: &Stmt, msg: String, source: &Source) -> SyntaxError {
    let error = SyntaxError::at(source, stmt.at, msg);
    SyntaxError { end_lineno: error.lineno, end_offset: None, ..error }
}

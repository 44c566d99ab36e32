//! A module as it lies in the file system: what the world answers when a program imports.

use std::{cell::OnceCell, rc::Rc};

use crate::{
    code::{Code, marshal::Pyc},
    compile,
    dialect::Dialect,
    source::{Source, SyntaxError, Warning},
};

/// The code of a module, and what is odd about its text.
type Made = (Result<Rc<Code>, NoCode>, Vec<Warning>);

#[derive(Debug)]
pub struct ModuleFile {
    pub kind: ModuleKind,
    /// Of its file; empty for a namespace package.
    pub path: Rc<str>,
    pub is_package: bool,
    pub content: Rc<[u8]>,
    /// Where a package's own modules are looked for.
    pub places: Vec<String>,
    /// Made once, so that every replay runs the very same code object.
    code: OnceCell<Made>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModuleKind {
    Source,
    Compiled,
    /// Folders of that name, without code of their own.
    Namespace,
}

/// Why a file gives no code.
#[derive(Clone, Debug)]
pub enum NoCode {
    Wrong(Box<SyntaxError>),
    Damaged(String),
}

impl ModuleFile {
    pub fn new(
        kind: ModuleKind,
        path: &str,
        is_package: bool,
        content: Vec<u8>,
        places: Vec<String>,
    ) -> Self {
        let (path, content) = (path.into(), content.into());
        Self { kind, path, is_package, content, places, code: OnceCell::new() }
    }

    /// The code, and what is odd about the program.
    pub fn code(&self, dialect: &Dialect) -> &Made {
        self.code.get_or_init(|| {
            let mut warnings = Vec::new();
            (self.compiled(dialect, &mut warnings), warnings)
        })
    }

    fn compiled(&self, dialect: &Dialect, warnings: &mut Vec<Warning>) -> Result<Rc<Code>, NoCode> {
        match self.kind {
            ModuleKind::Compiled => Pyc::read(&self.content, dialect)
                .map(|pyc| pyc.code)
                .map_err(|error| NoCode::Damaged(error.to_string())),
            _ => self
                .source()
                .and_then(|source| compile::compile_with_warnings(&source, dialect, warnings))
                .map_err(|error| NoCode::Wrong(Box::new(error))),
        }
    }

    pub fn source(&self) -> Result<Source, SyntaxError> {
        Source::from_bytes(&self.path, &self.content)
    }
}

/// It is the file that counts.
impl PartialEq for ModuleFile {
    fn eq(&self, other: &Self) -> bool {
        (self.kind, &self.path, &self.content) == (other.kind, &other.path, &other.content)
    }
}

//! The way into the parser crate.

use ruff_python_ast::PythonVersion;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

use super::ast::Module;
use super::convert;
use crate::dialect::{self, Dialect};
use crate::source::{ErrorKind, Source, SyntaxError};

/// The tree of a whole program.
pub fn parse(source: &Source) -> Result<Module, SyntaxError> {
    let options = ParseOptions::from(Mode::Module).with_target_version(grammar(dialect::ALL[0]));
    let parsed = parse_unchecked(source.text(), options)
        .try_into_module()
        .unwrap_or_else(|| unreachable!("a module was asked for"));
    if let Some(error) = parsed.errors().first() {
        let mut lines = source.lines();
        let start = lines.find(error.location.start().to_u32());
        return Err(SyntaxError {
            filename: Some(source.name().clone()),
            lineno: Some(start.line),
            offset: Some(start.col + 1),
            text: Some(source.line(start.line as usize).to_string()),
            ..SyntaxError::new(ErrorKind::Syntax, "invalid syntax")
        });
    }
    convert::module(source, parsed.syntax())
}

/// The version whose grammar is read, in the parser crate's terms.
fn grammar(dialect: &Dialect) -> PythonVersion {
    let number = |text: &str| text.parse().expect("a dialect is named by two numbers");
    let (major, minor) = dialect.name.split_once('.').expect("a dialect is named by two numbers");
    PythonVersion { major: number(major), minor: number(minor) }
}

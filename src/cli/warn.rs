//! Compiling for a command: what is odd about a program is said on standard error, as CPython says it.

use std::{
    io::{self, Write},
    rc::Rc,
};

use super::Failure;
use crate::{
    code::Code,
    compile,
    dialect::Dialect,
    source::{Category, Source},
};

pub(super) fn compile(source: &Source, dialect: &Dialect) -> Result<Rc<Code>, Failure> {
    let mut warnings = Vec::new();
    let code = compile::compile_with_warnings(source, dialect, &mut warnings);
    for warning in warnings.iter().filter(|warning| warning.category == Category::Syntax) {
        let _ = io::stderr().write_all(warning.shown(source).as_bytes());
    }
    Ok(code?)
}

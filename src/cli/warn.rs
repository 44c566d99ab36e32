//! Compiling for a command: what is odd about a program is said on standard error, as CPython says it.

use std::{
    collections::HashSet,
    io::{self, Write},
    rc::Rc,
};

use super::Failure;
use crate::{code::Code, codegen::Warning, compile, dialect::Dialect, source::Source};

/// The compiler's warnings are all of this class.
pub(super) const CATEGORY: &str = "SyntaxWarning";

pub(super) fn compile(source: &Source, dialect: &Dialect) -> Result<Rc<Code>, Failure> {
    let compiled = compile::compile_with_warnings(source, dialect)?;
    let mut said = HashSet::new();
    for warning in &compiled.warnings {
        // The same one is said once a line.
        if said.insert((warning.at.line, &warning.msg)) {
            let _ = io::stderr().write_all(text(warning, source).as_bytes());
        }
    }
    Ok(compiled.code)
}

fn text(warning: &Warning, source: &Source) -> String {
    let Warning { msg, at } = warning;
    let mut text = format!("{}:{}: {CATEGORY}: {msg}\n", source.name(), at.line);
    let line = usize::try_from(at.line).map_or("", |line| source.line(line)).trim();
    // What does not come from a file has no line to show.
    if !source.name().starts_with('<') && !line.is_empty() {
        text.push_str(&format!("  {line}\n"));
    }
    text
}

//! The way from text to tree, and to the error where there is none.

use std::borrow::Cow;

use super::ast::{Expr, ExprKind, Mode, Module, StmtKind};
use super::diagnose::diagnose;
use super::parser::{self, Program, Stop};
use crate::source::{ErrorKind, Source, SyntaxError, Warning};

/// The tree of a whole program.
pub fn parse(source: &Source) -> Result<Module, SyntaxError> {
    parse_with_warnings(source, &mut Vec::new())
}

/// The same, for who prints warnings: a program that is refused may have drawn some before.
pub fn parse_with_warnings(source: &Source, warnings: &mut Vec<Warning>) -> Result<Module, SyntaxError> {
    parse_as(source, Mode::Exec, warnings)
}

/// The tree of a text that is read in any of the modes.
pub fn parse_as(source: &Source, mode: Mode, warnings: &mut Vec<Warning>) -> Result<Module, SyntaxError> {
    if source.text().contains('\0') && !source.is_script() {
        return Err(SyntaxError::new(ErrorKind::Syntax, "source code string cannot contain null bytes"));
    }
    let diagnose = |stop: Option<&Stop>, warnings: &mut Vec<Warning>| diagnose(source, mode, stop, warnings);
    let program = match parser::read(source, &readable(source)) {
        Ok(program) => program,
        Err(stop) => {
            let error = diagnose(Some(&stop).filter(|stop| !stop.too_tall), warnings);
            return Err(error.unwrap_or_else(|| unexplained(source, &stop)));
        }
    };
    let Program { body, warnings: found, deep } = program;
    let module = Module { mode, body };
    if (deep || source.malformed().is_some() || !is_one(&module, source.text()))
        && let Some(error) = diagnose(None, warnings)
    {
        return Err(error);
    }
    warnings.extend(found);
    Ok(module)
}

/// The text as the tokenizer sees it: what is not UTF-8 may stand in comments, and nothing else counts there.
fn readable(source: &Source) -> Cow<'_, str> {
    let Some(bytes) = source.malformed() else { return Cow::Borrowed(source.text()) };
    let mut bytes = bytes.to_vec();
    while let Err(error) = std::str::from_utf8(&bytes) {
        bytes[error.valid_up_to()] = b'?';
    }
    Cow::Owned(String::from_utf8(bytes).unwrap_or_default())
}

/// Whether the text is for certain what its mode asks for, and no module with more or other statements.
fn is_one(module: &Module, text: &str) -> bool {
    let is_plain = |value: &Expr| match &value.kind {
        ExprKind::Tuple { elts, .. } => {
            !elts.iter().any(|item| matches!(item.kind, ExprKind::Starred { .. }))
        }
        kind => !matches!(kind, ExprKind::Starred { .. } | ExprKind::Yield(_) | ExprKind::YieldFrom(_)),
    };
    match (module.mode, module.body.as_slice()) {
        (Mode::Exec, _) => true,
        (Mode::Eval, [stmt]) => {
            matches!(&stmt.kind, StmtKind::Expr(value) if is_plain(value)) && !text.contains(';')
        }
        (Mode::Single, [stmt]) => matches!(stmt.kind, StmtKind::Expr(_) | StmtKind::Assign { .. }),
        _ => false,
    }
}

/// A program that is too deep for us, and not for the diagnosis.
fn unexplained(source: &Source, stop: &Stop) -> SyntaxError {
    if stop.too_tall {
        return SyntaxError::new(ErrorKind::Recursion, "maximum recursion depth exceeded during compilation");
    }
    let start = source.lines().find(stop.near as u32);
    SyntaxError {
        filename: Some(source.name().clone()),
        lineno: Some(start.line),
        offset: Some(start.col + 1),
        text: Some(source.line(start.line as usize).to_string()),
        ..SyntaxError::new(ErrorKind::Syntax, "opstep cannot read this yet, although it is valid")
    }
}

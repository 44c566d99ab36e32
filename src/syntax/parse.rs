//! The way into the parser crate.

use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{ParseOptions, Parsed, parse_unchecked};
use ruff_text_size::{TextRange, TextSize};

use super::ast::{Expr, ExprKind, Mode, Module, StmtKind};
use super::convert::{self, Refused};
use super::depth::{self, Look};
use super::diagnose::diagnose;
use super::refused::{self, Gap};
use super::warnings::{are_plain, scan};
use crate::dialect::{self, Dialect};
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
    let diagnose = |near: Option<usize>, warnings: &mut Vec<Warning>| diagnose(source, mode, near, warnings);
    let has_null = source.text().contains('\0');
    if has_null && !source.is_script() {
        return Err(SyntaxError::new(ErrorKind::Syntax, "source code string cannot contain null bytes"));
    }
    let look = depth::look(source.text());
    if look == Look::Hopeless {
        return Err(too_deep());
    }
    let deep = look == Look::Deep && depth::is_deep(source);
    if (source.malformed().is_some() || has_null || deep)
        && let Some(error) = diagnose(None, warnings)
    {
        return Err(error);
    }
    let Mended { parsed, stand_in, gaps } = read_mended(source);
    let errors = parsed.errors().iter().map(|error| error.location);
    let too_new = parsed.unsupported_syntax_errors().iter().map(|error| error.range);
    if let Some(first) = errors.chain(too_new).map(TextRange::start).min() {
        if let Some(error) = diagnose(Some(first.to_usize()), warnings) {
            return Err(error);
        }
        if !parsed.errors().iter().all(|error| refused::is_bare_raise(parsed.tokens(), error)) {
            return Err(unexplained(source, first));
        }
    }
    if depth::exceeds_limits(parsed.tokens())
        && let Some(error) = diagnose(None, warnings)
    {
        return Err(error);
    }
    // The parser crate reads some texts that are no tokens for CPython.
    let plain =
        stand_in.is_none() && source.malformed().is_none() && are_plain(source.text(), parsed.tokens());
    debug_assert!(!plain || scan(source, usize::MAX).is_ok_and(|found| found.is_empty()));
    let Ok(found) = (if plain { Ok(Vec::new()) } else { scan(source, usize::MAX) }) else {
        let error = diagnose(None, warnings);
        return Err(error.unwrap_or_else(|| unexplained(source, TextSize::new(0))));
    };
    let module =
        convert::module(source, parsed.into_syntax(), stand_in, gaps).map_err(|refused| match refused {
            Refused::Depth => too_deep(),
            Refused::DebugInFormat => {
                SyntaxError::new(ErrorKind::Value, "field 'value' is required for Constant")
            }
            Refused::Doubtful(at) => diagnose(None, warnings).unwrap_or_else(|| unexplained(source, at)),
        })?;
    let module = Module { mode, ..module };
    if !is_one(&module, source.text())
        && let Some(error) = diagnose(None, warnings)
    {
        return Err(error);
    }
    warnings.extend(found);
    Ok(module)
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

/// The parser crate's tree, and what it was not shown.
struct Mended {
    parsed: Parsed<ModModule>,
    stand_in: Option<String>,
    gaps: Vec<Gap>,
}

/// What the crate refuses though it is valid is hidden from it.
fn read_mended(source: &Source) -> Mended {
    let mut mended = Mended { parsed: read(source.text()), stand_in: None, gaps: Vec::new() };
    if mended.parsed.errors().is_empty() {
        return mended;
    }
    let mut shown = source.text().to_string();
    if let Some((text, name)) = refused::with_stand_in(source.text(), mended.parsed.tokens()) {
        (mended.parsed, mended.stand_in) = (read(&text), Some(name));
        shown = text;
    }
    if source.text().contains('{') {
        mended.gaps = refused::gaps_in_formats(source);
    }
    if !mended.gaps.is_empty() {
        mended.parsed = read(&refused::without_gaps(&shown, &mended.gaps));
    }
    mended
}

fn too_deep() -> SyntaxError {
    SyntaxError::new(ErrorKind::Recursion, "maximum recursion depth exceeded during compilation")
}

fn read(text: &str) -> Parsed<ModModule> {
    let options =
        ParseOptions::from(ruff_python_parser::Mode::Module).with_target_version(grammar(dialect::ALL[0]));
    let parsed = parse_unchecked(text, options).try_into_module();
    parsed.unwrap_or_else(|| unreachable!("a module was asked for"))
}

/// The parser crate refuses what the grammar accepts.
fn unexplained(source: &Source, at: TextSize) -> SyntaxError {
    let start = source.lines().find(at.to_u32());
    SyntaxError {
        filename: Some(source.name().clone()),
        lineno: Some(start.line),
        offset: Some(start.col + 1),
        text: Some(source.line(start.line as usize).to_string()),
        ..SyntaxError::new(ErrorKind::Syntax, "opstep cannot read this yet, although it is valid")
    }
}

/// The version whose grammar is read, in the parser crate's terms.
fn grammar(dialect: &Dialect) -> PythonVersion {
    let number = |text: &str| text.parse().expect("a dialect is named by two numbers");
    let (major, minor) = dialect.name.split_once('.').expect("a dialect is named by two numbers");
    PythonVersion { major: number(major), minor: number(minor) }
}

//! From the parser crate's tree to ours, with CPython's positions. Only what the two disagree on is worth
//! a comment here; everything else is the same node under another name.

mod expr;
mod pattern;
mod statement;
mod string;

use std::rc::Rc;

use ruff_python_ast as ruff;
use ruff_text_size::{Ranged, TextRange, TextSize};
use rustc_hash::FxHashMap;

use super::ast::{Alias, Keyword, Mode, Module, Name, TypeParam, TypeParamKind};
use super::refused::{Gap, MATCH};
use crate::source::{Lines, Location, Source};

/// A tree deeper than this is refused here, long before the stack ends. CPython's own limits, which are
/// lower, are the business of the stages that it has them in.
const DEEPEST: usize = 100_000;

/// Why a tree that the parser crate made is none for CPython.
#[derive(Clone, Copy, Debug)]
pub(super) enum Refused {
    Depth,
    /// CPython 3.12.1 loses the text of `{x=}` in a format and then fails.
    DebugInFormat,
    /// What stands at this offset is more than CPython's grammar allows.
    Doubtful(TextSize),
}

type Converted<T> = Result<T, Refused>;

/// `stand_in` is another name for `match`, where the parser crate would not read it as one; `gaps` are stretches of
/// formats that are none of them.
pub(super) fn module(
    source: &Source,
    module: ruff::ModModule,
    stand_in: Option<String>,
    gaps: Vec<Gap>,
) -> Converted<Module> {
    let mut converter = Converter {
        text: source.text(),
        lines: source.lines(),
        names: FxHashMap::default(),
        depth: 0,
        field_depth: 0,
        outer: None,
        gaps,
    };
    if let Some(stand_in) = stand_in {
        converter.names.insert(stand_in.into(), MATCH.into());
    }
    Ok(Module { mode: Mode::Exec, body: converter.body(module.body)? })
}

struct Converter<'a> {
    text: &'a str,
    lines: Lines<'a>,
    /// As the parser crate has them, and as they are.
    names: FxHashMap<Name, Name>,
    gaps: Vec<Gap>,
    depth: usize,
    /// Where the expression around this one starts.
    outer: Option<TextSize>,
    /// How many fields of one f-string are open.
    field_depth: usize,
}

impl Converter<'_> {
    fn at(&mut self, range: TextRange) -> Location {
        self.span(range.start().to_u32(), range.end().to_u32())
    }

    fn span(&mut self, start: u32, end: u32) -> Location {
        let start = self.lines.find(start);
        let end = self.lines.find(end);
        Location::new(start.line, end.line, start.col, end.col)
    }

    fn name(&mut self, text: &str) -> Name {
        if let Some(known) = self.names.get(text) {
            return Rc::clone(known);
        }
        let name: Name = text.into();
        self.names.insert(Rc::clone(&name), Rc::clone(&name));
        name
    }

    fn identifier(&mut self, identifier: &ruff::Identifier) -> Name {
        self.name(&identifier.id)
    }

    fn optional_identifier(&mut self, identifier: Option<&ruff::Identifier>) -> Option<Name> {
        identifier.map(|identifier| self.identifier(identifier))
    }

    /// Counts one level of the tree around `work`.
    fn deeper<T>(&mut self, work: impl FnOnce(&mut Self) -> Converted<T>) -> Converted<T> {
        if self.depth == DEEPEST {
            return Err(Refused::Depth);
        }
        self.depth += 1;
        let result = work(self);
        self.depth -= 1;
        result
    }

    fn alias(&mut self, alias: &ruff::Alias) -> Alias {
        let at = self.at(alias.range);
        Alias {
            at,
            name: self.identifier(&alias.name),
            asname: self.optional_identifier(alias.asname.as_ref()),
        }
    }

    fn keywords(&mut self, keywords: &[ruff::Keyword]) -> Converted<Vec<Keyword>> {
        let one = |keyword: &ruff::Keyword| {
            let at = self.at(keyword.range);
            let arg = self.optional_identifier(keyword.arg.as_ref());
            Ok(Keyword { at, arg, value: self.expr(&keyword.value)? })
        };
        keywords.iter().map(one).collect()
    }

    fn type_params(&mut self, params: Option<&ruff::TypeParams>) -> Converted<Vec<TypeParam>> {
        let Some(params) = params else { return Ok(Vec::new()) };
        let one = |param: &ruff::TypeParam| {
            let at = self.at(param.range());
            let kind = match param {
                ruff::TypeParam::TypeVar(var) => {
                    let name = self.identifier(&var.name);
                    TypeParamKind::TypeVar { name, bound: self.optional_box(var.bound.as_deref())? }
                }
                ruff::TypeParam::ParamSpec(spec) => {
                    TypeParamKind::ParamSpec { name: self.identifier(&spec.name) }
                }
                ruff::TypeParam::TypeVarTuple(tuple) => {
                    TypeParamKind::TypeVarTuple { name: self.identifier(&tuple.name) }
                }
            };
            Ok(TypeParam { at, kind })
        };
        params.type_params.iter().map(one).collect()
    }
}

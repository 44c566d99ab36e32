//! Symbol tables in the words of Python's `symtable` module: as a tree to read, and as JSON.

use std::fmt::Write;

use super::{Block, Found, Scope, Symbol, SymbolTable, Use};
use crate::{json::Json, syntax::ast::Name};

/// What `symtable` says of a symbol, by the names of its questions (`is_global()`).
const FACTS: [&str; 11] = [
    "global",
    "declared_global",
    "nonlocal",
    "local",
    "free",
    "parameter",
    "assigned",
    "referenced",
    "imported",
    "annotated",
    "namespace",
];

impl Block {
    /// As `get_type()` has it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::Class => "class",
            Self::Function => "function",
            Self::Annotation => "annotation",
            Self::TypeVarBound => "TypeVar bound",
            Self::TypeAlias => "type alias",
            Self::TypeParams => "type parameter",
        }
    }
}

impl SymbolTable {
    /// All tables, one a block, each symbol with what is true of it.
    pub fn listing(&self) -> String {
        let mut out = String::new();
        self.list(&mut out, self.top(), 0);
        out
    }

    /// All tables as one JSON object.
    pub fn json(&self, out: &mut Json) {
        self.table(out, self.top());
    }

    fn children<'a>(&'a self, scope: &'a Scope) -> impl Iterator<Item = &'a Scope> {
        scope.children.iter().map(|child| &self.scopes[*child])
    }

    fn namespaces<'a>(&'a self, scope: &'a Scope, name: &'a str) -> impl Iterator<Item = &'a Scope> {
        self.children(scope).filter(move |child| &*child.name == name)
    }

    /// The answers to [`FACTS`].
    fn facts(&self, scope: &Scope, name: &str, symbol: Symbol) -> [bool; 11] {
        let Symbol { uses, found } = symbol;
        // `symtable` knows the module by its name only.
        let of_module = &*scope.name == "top" && uses.any(Use::BOUND);
        [
            of_module || matches!(found, Found::GlobalExplicit | Found::GlobalImplicit),
            found == Found::GlobalExplicit,
            uses.any(Use::NONLOCAL),
            of_module || matches!(found, Found::Local | Found::Cell),
            found == Found::Free,
            uses.any(Use::PARAM),
            uses.any(Use::LOCAL),
            uses.any(Use::READ),
            uses.any(Use::IMPORT),
            uses.any(Use::ANNOTATED),
            self.namespaces(scope, name).next().is_some(),
        ]
    }

    fn list(&self, out: &mut String, scope: &Scope, depth: usize) {
        let indent = "    ".repeat(depth);
        let nested = if scope.nested { ", nested" } else { "" };
        let line = scope.at.line;
        let head = format!("{indent}{} {}, line {line}{nested}", scope.block.words(), scope.name);
        writeln!(out, "{head}").expect("a String takes all");
        let widest = scope.symbols.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, symbol) in scope.symbols.iter() {
            let facts = FACTS.iter().zip(self.facts(scope, name, symbol)).filter(|(_, holds)| *holds);
            let words: Vec<&str> = facts.map(|(word, _)| *word).collect();
            let row = format!("{indent}  {name:widest$}  {}", words.join(" "));
            writeln!(out, "{}", row.trim_end()).expect("a String takes all");
        }
        for child in self.children(scope) {
            self.list(out, child, depth + 1);
        }
    }

    fn table(&self, out: &mut Json, scope: &Scope) {
        let mut symbols: Vec<(&Name, Symbol)> = scope.symbols.iter().collect();
        symbols.sort_by_key(|(name, _)| name.as_bytes());
        out.object(|out| {
            out.field("type", |out| out.str(scope.block.words()));
            out.field("name", |out| out.str(&scope.name));
            out.field("lineno", |out| out.number(scope.at.line));
            out.field("is_nested", |out| out.number(scope.nested));
            out.field("is_optimized", |out| out.number(scope.block == Block::Function));
            out.field("has_children", |out| out.number(!scope.children.is_empty()));
            match scope.block {
                Block::Function => lists(out, &symbols),
                Block::Class => self.methods(out, scope),
                _ => {}
            }
            out.field("symbols", |out| {
                out.list(&symbols, |out, (name, symbol)| self.symbol(out, scope, name, *symbol));
            });
            out.field("children", |out| out.list(self.children(scope), |out, child| self.table(out, child)));
        });
    }

    /// Every block in a class that has a name of its own, once.
    fn methods(&self, out: &mut Json, class: &Scope) {
        let mut names: Vec<&str> = Vec::new();
        for child in self.children(class) {
            if !names.contains(&&*child.name) {
                names.push(&child.name);
            }
        }
        out.field("methods", |out| out.list(names, Json::str));
    }

    fn symbol(&self, out: &mut Json, scope: &Scope, name: &str, symbol: Symbol) {
        out.object(|out| {
            out.field("name", |out| out.str(name));
            for (fact, holds) in FACTS.iter().zip(self.facts(scope, name, symbol)) {
                out.field(&format!("is_{fact}"), |out| out.number(holds));
            }
            out.field("namespaces", |out| {
                out.list(self.namespaces(scope, name), |out, inner| {
                    out.tagged(inner.block.words(), |out| out.number(inner.at.line));
                });
            });
        });
    }
}

/// The lists that `symtable` makes of a function's names.
fn lists(out: &mut Json, symbols: &[(&Name, Symbol)]) {
    let mut list = |field: &str, wanted: &dyn Fn(Symbol) -> bool| {
        let names = symbols.iter().filter(|(_, symbol)| wanted(*symbol)).map(|(name, _)| *name);
        out.field(field, |out| out.list(names, |out, name| out.str(name)));
    };
    list("parameters", &|symbol| symbol.uses.any(Use::PARAM));
    list("locals", &|symbol| matches!(symbol.found, Found::Local | Found::Cell));
    list("globals", &|symbol| matches!(symbol.found, Found::GlobalExplicit | Found::GlobalImplicit));
    list("nonlocals", &|symbol| symbol.uses.any(Use::NONLOCAL));
    list("frees", &|symbol| symbol.found == Found::Free);
}

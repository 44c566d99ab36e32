//! The scopes of small programs, against what CPython's own symbol table says of them.

#![expect(clippy::print_stdout, reason = "a test log says what was compared")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/early.rs"]
mod early;
#[path = "support/programs.rs"]
mod programs;
mod support;

use opstep::{
    ast_opt::Future,
    dialect::PY312,
    source::Source,
    symbols::{self, Found, Scope, Symbol, SymbolTable},
    syntax,
};
use serde_json::{Value, json};

/// As `symtable.h` numbers where a name is found.
fn number(found: Found) -> u32 {
    match found {
        Found::Unknown => 0,
        Found::Local => 1,
        Found::GlobalExplicit => 2,
        Found::GlobalImplicit => 3,
        Found::Free => 4,
        Found::Cell => 5,
    }
}

fn flags(symbol: Symbol) -> u32 {
    u32::from(symbol.uses.0) | number(symbol.found) << 12
}

fn describe(table: &SymbolTable, scope: &Scope) -> Value {
    let symbols: serde_json::Map<String, Value> =
        scope.symbols.iter().map(|(name, symbol)| (name.to_string(), flags(symbol).into())).collect();
    let children: Vec<Value> =
        scope.children.iter().map(|child| describe(table, &table.scopes[*child])).collect();
    json!({
        "name": &*scope.name,
        "block": format!("{:?}", scope.block),
        "nested": scope.nested,
        "params": scope.params.iter().map(|name| &**name).collect::<Vec<_>>(),
        "symbols": symbols,
        "children": children,
    })
}

/// How many programs there were. Each line holds a program and the scopes that CPython finds in it.
fn compare(lines: &str) -> usize {
    for line in lines.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let text = row["source"].as_str().unwrap();
        let source = Source::from_text("<test>", text);
        let module = syntax::parse(&source).unwrap();
        let future = Future::of(&module, &source).unwrap();
        let table = symbols::build(&module, &future, &source, &PY312).unwrap();
        assert_eq!(describe(&table, table.top()), row["scope"], "scopes of\n{text}");
    }
    lines.lines().count()
}

#[test]
fn scopes_are_those_of_cpython() {
    assert!(compare(include_str!("golden/symbols/programs.jsonl")) > 40, "the golden file is whole");
    if let Some(lines) = early::ask("scopes", &corpus::programs()) {
        assert!(compare(&lines) > 30, "there are programs");
    }
}

/// The same for every module below the folder `$OPSTEP_SWEEP`, with a live CPython 3.12.1:
///
///     OPSTEP_SWEEP=/usr/lib/python3.12 cargo test --test symbols -- --ignored
#[test]
#[ignore = "minutes long, and needs CPython 3.12.1"]
fn scopes_of_a_library_are_those_of_cpython() {
    let lines = early::ask("scopes", &corpus::swept()).expect("a CPython 3.12.1");
    println!("{} modules", programs::on_big_stack(move || compare(&lines)));
}

#[test]
fn private_names_are_mangled() {
    let rows = [
        (None, "__x", "__x"),
        (Some("C"), "x", "x"),
        (Some("C"), "_x", "_x"),
        (Some("C"), "__x", "_C__x"),
        (Some("C"), "__x_", "_C__x_"),
        (Some("C"), "__x__", "__x__"),
        (Some("C"), "__", "__"),
        (Some("C"), "__a.b", "__a.b"),
        (Some("_C"), "__x", "_C__x"),
        (Some("__C_"), "__x", "_C___x"),
        (Some("___"), "__x", "__x"),
    ];
    for (class, name, mangled) in rows {
        let class = class.map(Into::into);
        assert_eq!(&**symbols::mangle(class.as_ref(), &name.into()), mangled, "{name} in {class:?}");
    }
}

//! Thousands of expressions over builtin types against what CPython answered, by way of the whole machine.
//! `tests/golden/natives/make.py` records them.

mod machine;

use std::{
    collections::{BTreeMap, BTreeSet},
    panic,
    path::Path,
};

/// A table: what its expressions need, and each expression with CPython's answer.
struct Table {
    setup: String,
    rows: Vec<(String, String)>,
}

fn table(name: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/natives").join(name);
    let text = std::fs::read_to_string(&path).expect("the table is there");
    let mut lines = text.lines();
    let head: serde_json::Value =
        serde_json::from_str(lines.next().expect("a table has a head")).expect("JSON");
    let setup = head["setup"].as_str().expect("the head says what is needed").to_owned();
    let row = |line: &str| -> (String, String) { serde_json::from_str(line).expect("a row is two strings") };
    Table { setup, rows: lines.map(row).collect() }
}

/// Expressions that are known to be answered otherwise than by CPython.
fn known_differences() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/natives/differences.json");
    let text = std::fs::read_to_string(&path).expect("the list is there");
    serde_json::from_str::<Vec<String>>(&text).expect("a list of expressions").into_iter().collect()
}

/// What the machine answers to these expressions, one after another in one program.
fn answers(setup: &str, expressions: &[&str]) -> Option<Vec<String>> {
    let mut program = format!("{setup}\n");
    for expression in expressions {
        program.push_str(&format!(
            "try:\n    _ = repr(({expression}))\nexcept BaseException as _e:\n    _t = str(_e)\n    \
             _ = type(_e).__name__ + (': ' + _t if _t else '')\nprint(ascii(_))\n"
        ));
    }
    // As the program itself does: compiling follows the nesting of what is compiled.
    let worker = std::thread::Builder::new().stack_size(1 << 28);
    let run = worker.spawn(move || machine::run_text("rows.py", &program)).expect("a thread can be started");
    let out = run.join().ok()?.out;
    let lines: Vec<String> = out.lines().map(str::to_owned).collect();
    (lines.len() == expressions.len()).then_some(lines)
}

/// The answers of a whole table; a program that breaks is taken apart until the row that broke it stands alone.
fn all_answers(setup: &str, expressions: &[&str], out: &mut Vec<String>) {
    match answers(setup, expressions) {
        Some(lines) => out.extend(lines),
        None if expressions.len() == 1 => out.push("(the machine broke)".to_owned()),
        None => {
            let (left, right) = expressions.split_at(expressions.len() / 2);
            all_answers(setup, left, out);
            all_answers(setup, right, out);
        }
    }
}

/// As `ascii()` writes it.
fn ascii(text: &str) -> String {
    opstep::literal::str_ascii(&text.into())
}

fn check(name: &str) {
    panic::set_hook(Box::new(|_| {}));
    let Table { setup, rows } = table(name);
    let mut wrong = BTreeMap::new();
    for rows in rows.chunks(500) {
        let expressions: Vec<&str> = rows.iter().map(|(expression, _)| expression.as_str()).collect();
        let mut ours = Vec::new();
        all_answers(&setup, &expressions, &mut ours);
        for ((expression, theirs), ours) in rows.iter().zip(ours) {
            if ascii(theirs) != ours {
                wrong.insert(
                    expression.clone(),
                    format!("{expression}\n    CPython {}\n    ours    {ours}", ascii(theirs)),
                );
            }
        }
    }
    let _ = panic::take_hook();
    let mut known: BTreeSet<String> = known_differences();
    known.retain(|expression| rows.iter().any(|(row, _)| row == expression));
    let ours: BTreeSet<String> = wrong.keys().cloned().collect();
    let gone: Vec<&String> = known.difference(&ours).collect();
    assert!(gone.is_empty(), "{name}: no longer different, take them off the list: {gone:#?}");
    let new: Vec<&String> = ours.difference(&known).map(|expression| &wrong[expression]).collect();
    assert!(new.is_empty(), "{name}: {} of {} rows differ:\n{new:#?}", new.len(), rows.len());
}

macro_rules! tables {
    ($($test:ident)*) => {
        $(#[test] fn $test() { check(concat!(stringify!($test), ".jsonl")); })*
    };
}

tables! { arithmetic bytes dicts formats functions lists numbers percent sets text }

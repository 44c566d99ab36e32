//! Small programs of odd spellings, their tokens and trees as CPython has them:
//! `tests/golden/syntax/edges.jsonl`, which `tests/oracle/edge_programs.py` prints. `EDGES=FILE` takes other
//! rows of that kind.

#![expect(clippy::print_stdout, reason = "a sweep says what it compared")]

use opstep::source::Source;
use opstep::syntax::{self, SyntaxError, dump};
use serde_json::{Value, json};

fn tree(source: &Source) -> Result<Value, SyntaxError> {
    syntax::parse(source).map(|module| dump::dump(&module, dump::Style::LINE).into())
}

fn tokens(source: &Source) -> Result<Value, SyntaxError> {
    let row = |token: &syntax::Token| {
        let ((line, col), (end_line, end_col)) = (token.start, token.end);
        json!([token.exact_name(), token.text, line, col, end_line, end_col])
    };
    syntax::tokens(source).map(|tokens| tokens.iter().map(row).collect())
}

fn error(error: &SyntaxError) -> Value {
    let name = error.kind.name();
    match error.is_syntax() {
        true => json!([name, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]),
        false if name == "TokenError" => json!([name, error.msg, error.lineno, error.offset]),
        false => json!([name, error.msg]),
    }
}

/// Checks one product of every program.
fn check(key: &str, error_key: &str, ours: fn(&Source) -> Result<Value, SyntaxError>) {
    let file = std::env::var("EDGES").unwrap_or("tests/golden/syntax/edges.jsonl".to_string());
    let (mut all, mut wrong) = (0, 0);
    for row in std::fs::read_to_string(file).unwrap().lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let text = row["source"].as_str().unwrap();
        let expected = if row[key].is_null() { &row[error_key] } else { &row[key] };
        let found = match Source::from_bytes("<edge>", text.as_bytes()).and_then(|source| ours(&source)) {
            Ok(found) => found,
            Err(refused) => error(&refused),
        };
        all += 1;
        if found != *expected {
            wrong += 1;
            if wrong <= 8 {
                println!("{text:?}\n  ours    {found}\n  CPython {expected}");
            }
        }
    }
    println!("{all} programs, {wrong} differ in their {key}");
    assert_eq!(wrong, 0);
}

#[test]
fn trees() {
    let run = || check("ast", "error", tree);
    std::thread::Builder::new().stack_size(1 << 28).spawn(run).unwrap().join().unwrap();
}

#[test]
fn tokens_of_tokenize() {
    check("tokens", "token_error", tokens);
}

//! Tokens, trees and listings of whole files, and errors as they are printed, against what CPython says
//! (`tests/golden/syntax`, whose README has the commands).

use opstep::compile;
use opstep::dialect::PY312;
use opstep::source::Source;
use opstep::syntax::{self, dump};
use serde_json::{Value, json};

fn rows(name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(format!("tests/golden/syntax/{name}")).unwrap();
    text.lines().map(|row| serde_json::from_str(row).unwrap()).collect()
}

fn read(path: &str) -> Result<Source, syntax::SyntaxError> {
    Source::from_bytes(path, &std::fs::read(path).unwrap())
}

/// A text as the oracle writes it: lone surrogates only as hexadecimal digits.
fn check_files(file: &str, key: &str, ours: fn(&Source) -> Value) {
    let rows = rows(file);
    assert!(rows.len() >= 40, "there are many files");
    for row in rows {
        let name = format!("tests/{}", row["file"].as_str().unwrap());
        let source = read(&name).unwrap();
        let (found, expected) = (ours(&source), &row[key]);
        assert!(found == *expected, "{name}\n  ours    {found}\n  CPython {expected}");
    }
}

#[test]
fn tokens_of_files() {
    check_files("tokens.jsonl", "tokens", |source| {
        let row = |token: &syntax::Token| {
            let ((line, col), (end_line, end_col)) = (token.start, token.end);
            json!([token.exact_name(), token.text, line, col, end_line, end_col])
        };
        syntax::tokens(source).unwrap().iter().map(row).collect()
    });
}

#[test]
fn trees_of_files() {
    check_files("trees.jsonl", "ast", |source| {
        let module = syntax::parse(source).unwrap();
        dump::dump(&module, dump::Style::LINE).into()
    });
}

#[test]
fn warnings_of_files() {
    let mut seen = 0;
    for row in rows("trees.jsonl") {
        let source = read(&format!("tests/{}", row["file"].as_str().unwrap())).unwrap();
        let mut warned = Vec::new();
        syntax::parse_with_warnings(&source, &mut warned).unwrap();
        let found: Value = warned.iter().map(|it| json!([it.category.name(), it.msg, it.line])).collect();
        assert_eq!(found, row["warnings"], "{}", source.name());
        seen += warned.len();
    }
    assert!(seen >= 20, "there is something to warn of");
}

#[test]
fn listings() {
    for name in ["fstrings", "patterns", "compound", "latin_1", "number_things", "crlf"] {
        let source = read(&format!("tests/golden/syntax/programs/{name}.py")).unwrap();
        let tokens = syntax::tokens(&source).unwrap();
        let module = syntax::parse(&source).unwrap();
        let listings = [
            ("tokens", syntax::listing(&tokens, false)),
            ("exact", syntax::listing(&tokens, true)),
            ("ast", dump::dump(&module, dump::Style::tree(false)) + "\n"),
            ("places", dump::dump(&module, dump::Style::tree(true)) + "\n"),
        ];
        for (kind, found) in listings {
            let file = format!("tests/golden/syntax/listings/{name}.{kind}.txt");
            assert_eq!(found, std::fs::read_to_string(&file).unwrap(), "{file}");
        }
    }
}

/// What CPython prints when it is to run a wrong program.
#[test]
fn printed_errors() {
    let mut wrong = Vec::new();
    for row in rows("printed.jsonl") {
        let digits = row[0].as_str().unwrap();
        let bytes =
            (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap());
        let bytes: Vec<u8> = bytes.collect();
        let source = Source::from_script("x.py", &bytes);
        let Err(refused) = source.and_then(|source| compile::compile(&source, &PY312)) else {
            wrong.push(format!("{:?} compiles", String::from_utf8_lossy(&bytes)));
            continue;
        };
        let (found, expected) = (format!("{refused}\n"), row[1].as_str().unwrap());
        if found != expected {
            wrong.push(format!("{:?}\n{found}CPython:\n{expected}", String::from_utf8_lossy(&bytes)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn equal_names_share_their_text() {
    let module = syntax::parse(&Source::from_text("x.py", "spam = spam\n")).unwrap();
    let syntax::ast::StmtKind::Assign { targets, value } = &module.body[0].kind else {
        panic!("an assignment")
    };
    let name = |expr: &syntax::ast::Expr| match &expr.kind {
        syntax::ast::ExprKind::Name { id, .. } => id.clone(),
        other => panic!("a name, not {other:?}"),
    };
    assert!(std::rc::Rc::ptr_eq(&name(&targets[0]), &name(value)));
}

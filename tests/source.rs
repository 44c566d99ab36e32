//! From bytes to text against CPython: `tests/golden/syntax/encodings.jsonl`, which `tests/oracle/encodings.py`
//! prints.

use opstep::source::{ErrorKind, Source, SyntaxError};
use opstep::syntax::{self, Constant, ast};
use serde_json::{Value, json};

/// What the program's last statement, a string, means.
fn last_string(bytes: &[u8]) -> Result<Value, SyntaxError> {
    let module = syntax::parse(&Source::from_bytes("<bytes>", bytes)?)?;
    let value = match &module.body.last().expect("a statement").kind {
        ast::StmtKind::Expr(value) | ast::StmtKind::Assign { value, .. } => value,
        other => panic!("a string, not {other:?}"),
    };
    match &value.kind {
        ast::ExprKind::Constant { value: Constant::Str(text), .. } => Ok(text.as_str().unwrap().into()),
        other => panic!("a string, not {other:?}"),
    }
}

fn bytes(digits: &str) -> Vec<u8> {
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn bytes_are_read_as_cpython_does() {
    let rows = std::fs::read_to_string("tests/golden/syntax/encodings.jsonl").unwrap();
    let mut wrong = Vec::new();
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let bytes = bytes(row[0].as_str().unwrap());
        let found = match last_string(&bytes) {
            Ok(text) => text,
            Err(error) => json!([error.kind.name(), error.msg, error.lineno, error.offset]),
        };
        if found != row[1] {
            wrong.push(format!(
                "{:?}\n  ours    {found}\n  CPython {}",
                String::from_utf8_lossy(&bytes),
                row[1]
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn encodings_of_several_bytes_are_named() {
    let error = Source::from_bytes("x.py", b"# coding: shift_jis\n").unwrap_err();
    assert_eq!((error.kind, &*error.msg), (ErrorKind::Syntax, "opstep does not read the encoding shift_jis"));
}

#[test]
fn lines() {
    let source = Source::from_bytes("x.py", b"one\r\n\xc3\xa9\rthree").unwrap();
    assert_eq!(&**source.text(), "one\n\u{e9}\nthree");
    assert_eq!(&**source.original(), "one\r\n\u{e9}\rthree");
    assert_eq!(source.line_count(), 3);
    assert_eq!([0, 1, 2, 3, 4].map(|number| source.line(number)), ["", "one", "\u{e9}", "three", ""]);
    let mut lines = source.lines();
    for (offset, place) in
        [(0, (1, 0)), (3, (1, 3)), (4, (2, 0)), (7, (3, 0)), (12, (3, 5)), (1, (1, 1)), (6, (2, 2))]
    {
        let found = lines.find(offset);
        assert_eq!((found.line, found.col), place, "offset {offset}");
    }
    assert_eq!(Source::from_text("x.py", "").line_count(), 0);
}

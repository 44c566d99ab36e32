//! Our trees and tokens in the form of `tests/oracle/codedump.py`.

use opstep::source::Source;
use opstep::syntax::{self, dump};
use serde_json::Value;

pub fn tree(source: &Source) -> Value {
    match syntax::parse(source) {
        Ok(module) => Value::String(dump::dump(&module, dump::Style::LINE)),
        Err(error) => error_row(&error),
    }
}

pub fn tokens(source: &Source) -> Value {
    let row = |token: &syntax::Token| {
        let ((line, col), (end_line, end_col)) = (token.start, token.end);
        serde_json::json!([token.exact_name(), token.text, line, col, end_line, end_col])
    };
    match syntax::tokens(source) {
        Ok(tokens) => Value::Array(tokens.iter().map(row).collect()),
        Err(error) => error_row(&error),
    }
}

pub fn error_row(error: &syntax::SyntaxError) -> Value {
    serde_json::json!({
        "type": error.kind.name(), "msg": error.msg, "lineno": error.lineno, "offset": error.offset,
        "end_lineno": error.end_lineno, "end_offset": error.end_offset, "text": error.text,
    })
}

/// Where two trees, token lists or errors part.
pub fn first_difference(found: &Value, expected: &Value) -> String {
    match (found, expected) {
        (Value::String(found), Value::String(expected)) => {
            let same = found.bytes().zip(expected.bytes()).take_while(|(a, b)| a == b).count();
            let show = |text: &str| {
                let from =
                    (0..=same.saturating_sub(150)).rev().find(|at| text.is_char_boundary(*at)).unwrap();
                text[from..].chars().take(260).collect::<String>()
            };
            format!("\n  ours    {}\n  CPython {}", show(found), show(expected))
        }
        (Value::Array(found), Value::Array(expected)) => {
            let same = found.iter().zip(expected).take_while(|(a, b)| a == b).count();
            format!("row {same}\n  ours    {:?}\n  CPython {:?}", found.get(same), expected.get(same))
        }
        _ => {
            let show = |value: &Value| value.to_string().chars().take(300).collect::<String>();
            format!("\n  ours    {}\n  CPython {}", show(found), show(expected))
        }
    }
}

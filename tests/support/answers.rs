//! Our side of what `tests/oracle/codedump.py` prints, for tests that compare with it.

use opstep::code::json;
use opstep::compile;
use opstep::dialect::PY312;
use opstep::source::Source;

/// The line of `--code`.
pub fn code_row(name: &str, bytes: &[u8], positions: bool) -> String {
    let mut found = Vec::new();
    let code = Source::from_bytes(name, bytes)
        .and_then(|source| compile::compile_with_warnings(&source, &PY312, &mut found));
    let warnings: Vec<_> =
        found.iter().map(|warning| (warning.category.name(), warning.msg.as_str(), warning.line)).collect();
    let row = json::Row { file: name, dialect: &PY312, warnings: &warnings, positions };
    match code {
        Ok(code) => json::row(&row, &code),
        Err(error) => json::error_row(&row, &error),
    }
}

/// Where two lines part.
pub fn first_difference(made: &str, expected: &str) -> String {
    let at = made.bytes().zip(expected.bytes()).take_while(|(ours, theirs)| ours == theirs).count();
    let around = |text: &str| {
        let (from, to) = (at.saturating_sub(60).min(text.len()), (at + 100).min(text.len()));
        String::from_utf8_lossy(&text.as_bytes()[from..to]).into_owned()
    };
    format!("at {at}\n  made ...{}\nwanted ...{}", around(made), around(expected))
}

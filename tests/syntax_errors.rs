//! Wrong programs and what CPython's parser says of them: `tests/golden/syntax/errors.jsonl`, which
//! `tests/oracle/wrong_programs.py` prints. `WRONG=FILE` takes other rows of that kind, and
//! `cargo test --test syntax_errors -- --nocapture` shows what differs.

#![expect(clippy::print_stdout, reason = "a sweep says what it compared")]

use std::collections::BTreeMap;

use opstep::source::Source;
use opstep::syntax;
use serde_json::Value;

/// How many of a thousand must agree in class, message and place, and in class and message.
const WHOLE: usize = 1000;
const MESSAGE: usize = 1000;

#[derive(Debug, PartialEq)]
struct Answer {
    kind: String,
    msg: String,
    place: [Option<i64>; 4],
    text: Option<String>,
}

fn expected(row: &Value) -> Answer {
    let text = |key: &str| row[key].as_str().map(str::to_string);
    Answer {
        kind: text("type").unwrap(),
        msg: text("msg").unwrap(),
        place: ["lineno", "offset", "end_lineno", "end_offset"].map(|key| row[key].as_i64()),
        text: text("text").map(|text| text.trim_end_matches('\n').to_string()),
    }
}

fn found(source: &str) -> Option<Answer> {
    let error = syntax::parse(&Source::from_text("<wrong>", source)).err()?;
    Some(Answer {
        kind: error.kind.name().to_string(),
        msg: error.msg,
        place: [error.lineno, error.offset, error.end_lineno, error.end_offset].map(|it| it.map(i64::from)),
        text: error.text.map(|text| text.trim_end_matches('\n').to_string()),
    })
}

#[test]
fn errors_are_those_of_cpython() {
    let run = || {
        let file = std::env::var("WRONG").unwrap_or("tests/golden/syntax/errors.jsonl".to_string());
        let rows = std::fs::read_to_string(file).unwrap();
        let (mut all, mut whole, mut message) = (0, 0, 0);
        let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in rows.lines() {
            let row: Value = serde_json::from_str(row).unwrap();
            let source = row["source"].as_str().unwrap();
            let (expected, found) = (expected(&row), found(source));
            let same =
                found.as_ref().is_some_and(|found| found.kind == expected.kind && found.msg == expected.msg);
            all += 1;
            message += usize::from(same);
            if found.as_ref() == Some(&expected) {
                whole += 1;
                continue;
            }
            let key = if same { format!("place of: {}", expected.msg) } else { expected.msg.clone() };
            wrong
                .entry(key)
                .or_default()
                .push(format!("{source:?}\n    CPython {expected:?}\n    ours    {found:?}"));
        }
        let mut groups: Vec<_> = wrong.iter().collect();
        groups.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
        for (key, rows) in groups.iter().take(40) {
            println!("{} x {key}\n  {}", rows.len(), rows[0]);
        }
        println!("{all} wrong programs: {message} with CPython's message, {whole} with its place too");
        assert!(message * 1000 >= all * MESSAGE, "{message} of {all} messages");
        assert!(whole * 1000 >= all * WHOLE, "{whole} of {all} answers");
    };
    std::thread::Builder::new().stack_size(1 << 30).spawn(run).unwrap().join().unwrap();
}

/// CPython counts decimal digits, and only those.
#[test]
fn decimal_integers_have_4300_digits_at_most() {
    let said = |text: String| {
        let source = Source::from_text("test.py", &text);
        syntax::parse(&source).map(drop).map_err(|error| (error.lineno, error.offset, error.msg))
    };
    assert_eq!(said(format!("x = {}\n", "1".repeat(4300))), Ok(()));
    assert_eq!(said(format!("x = 0x{}\n", "1".repeat(5000))), Ok(()));
    assert_eq!(said(format!("x = {}j\n", "1".repeat(5000))), Ok(()));
    let (line, column, message) =
        said(format!("x = [1,\n  {}1]\n", "1_".repeat(4300))).expect_err("too long");
    assert_eq!((line, column), (Some(2), Some(0)));
    assert_eq!(
        message,
        "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use \
         sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid \
         decimal conversion limits."
    );
}

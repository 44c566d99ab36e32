//! Every wrong program in CPython's own tests, and what CPython says of it, asked live: the rows of
//! `tests/oracle/lib_errors.py`. Those programs are CPython's, so none is kept here.
//!
//!     cargo test --release --test lib_errors -- --ignored --nocapture
//!
//! `ROWS=FILE` takes rows that are there already.

#![expect(clippy::print_stdout, reason = "a sweep says what it compared")]

mod support;

use std::collections::BTreeMap;
use std::process::Command;

use opstep::compile;
use opstep::dialect::PY312;
use opstep::source::{Source, SyntaxError, Warning};
use opstep::syntax;
use serde_json::Value;

/// The fields of an error, from the least that may differ to the most.
const FIELDS: [&str; 7] = ["type", "lineno", "msg", "offset", "end_lineno", "end_offset", "text"];

#[derive(Default)]
struct Tally {
    all: usize,
    /// What opstep says that it cannot do.
    known: usize,
    /// Class and line agree; then the rest but the warnings; then these too.
    placed: usize,
    whole: usize,
    warned: usize,
    /// Run as files; and those of which all that is printed agrees.
    scripts: usize,
    printed: usize,
    /// Shown to `tokenize`, and with the same result.
    tokenized: usize,
    listed: usize,
    different: BTreeMap<String, Vec<String>>,
}

impl Tally {
    fn differs(&mut self, what: &str, row: &Value, theirs: &str, ours: &str) {
        let key = format!("{what} of: {}", row["msg"].as_str().unwrap_or("a program without an error"));
        let text = format!("{}\n    CPython {theirs}\n    ours    {ours}", shown(row));
        self.different.entry(key).or_default().push(text);
    }
}

fn bytes_of(row: &Value) -> Option<Vec<u8>> {
    let text = row["bytes"].as_str()?;
    let digit = |byte: u8| {
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
            .iter()
            .position(|digit| *digit == byte)
            .expect("a base 64 digit") as u32
    };
    let mut bytes = Vec::new();
    for four in text.trim_end_matches('=').as_bytes().chunks(4) {
        let bits = four.iter().fold(0, |bits, byte| bits << 6 | digit(*byte)) << (6 * (4 - four.len()));
        bytes.extend_from_slice(&bits.to_be_bytes()[1..four.len()]);
    }
    Some(bytes)
}

/// What the whole compiler says: the error's fields, and the warnings before it.
fn ours(source: Result<Source, SyntaxError>) -> (Option<SyntaxError>, Vec<Warning>) {
    let mut warnings = Vec::new();
    let code = source.and_then(|source| compile::compile_with_warnings(&source, &PY312, &mut warnings));
    (code.err(), warnings)
}

/// Whether opstep says that it cannot do it: those programs stand for a file of `tests/differences/`.
fn is_known(error: Option<&SyntaxError>) -> bool {
    error.is_some_and(|error| error.msg.starts_with("opstep "))
}

fn field(error: Option<&SyntaxError>, name: &str) -> Value {
    let Some(error) = error else { return Value::Null };
    match name {
        "type" => error.kind.name().into(),
        "msg" => error.msg.clone().into(),
        "lineno" => error.lineno.into(),
        "offset" => error.offset.into(),
        "end_lineno" => error.end_lineno.into(),
        "end_offset" => error.end_offset.into(),
        _ => error.text.clone().into(),
    }
}

fn shown(row: &Value) -> String {
    match bytes_of(row) {
        Some(bytes) => format!("{} b\"{}\"", row["from"], bytes.escape_ascii()),
        None => format!("{} {}", row["from"], row["source"]),
    }
}

/// The program as `compile` is given it.
fn as_given(row: &Value) -> Result<Source, SyntaxError> {
    match bytes_of(row) {
        Some(bytes) => Source::from_bytes("<lib>", &bytes),
        None => Ok(Source::from_text("<lib>", row["source"].as_str().expect("a program"))),
    }
}

/// The program as a file that is run.
fn as_script(row: &Value) -> Result<Source, SyntaxError> {
    let bytes = bytes_of(row).unwrap_or_else(|| row["source"].as_str().expect("a program").into());
    Source::from_script("x.py", &bytes)
}

fn compare(tally: &mut Tally, row: &Value) {
    let (error, warnings) = ours(as_given(row));
    tally.all += 1;
    if is_known(error.as_ref()) {
        tally.known += 1;
        return;
    }
    let found: Vec<Value> = FIELDS.iter().map(|name| field(error.as_ref(), name)).collect();
    let wanted: Vec<Value> = FIELDS.iter().map(|name| row[name].clone()).collect();
    let warning = |it: &Warning| serde_json::json!([it.category.name(), it.msg, it.line]);
    let warnings: Value = warnings.iter().map(warning).collect();
    let whole = found == wanted;
    let warned = whole && warnings == row["warnings"];
    tally.placed += usize::from(found[..2] == wanted[..2]);
    tally.whole += usize::from(whole);
    tally.warned += usize::from(warned);
    if !warned {
        let differs = FIELDS.iter().zip(found.iter().zip(&wanted)).find(|(_, (ours, theirs))| ours != theirs);
        let what = differs.map_or("warnings", |(name, _)| name);
        let theirs = format!("{wanted:?} {}", row["warnings"]);
        tally.differs(what, row, &theirs, &format!("{found:?} {warnings}"));
    }
}

fn compare_script(tally: &mut Tally, row: &Value) {
    let script = &row["script"];
    if script.is_null() {
        return;
    }
    let (error, _) = ours(as_script(row));
    if is_known(error.as_ref()) {
        return;
    }
    tally.scripts += 1;
    let found: Vec<Value> = FIELDS.iter().map(|name| field(error.as_ref(), name)).collect();
    let wanted: Vec<Value> = FIELDS.iter().map(|name| script[name].clone()).collect();
    let differs = FIELDS.iter().zip(found.iter().zip(&wanted)).find(|(_, (ours, theirs))| ours != theirs);
    let printed = error.map_or(String::new(), |error| format!("{error}\n"));
    if let Some((what, _)) = differs {
        tally.differs(&format!("script's {what}"), row, &format!("{wanted:?}"), &format!("{found:?}"));
    } else if script["printed"] != *printed {
        tally.differs("print", row, script["printed"].as_str().unwrap_or_default(), &printed);
    } else {
        tally.printed += 1;
    }
}

/// What `opstep tokens` prints, on either stream.
fn compare_tokens(tally: &mut Tally, row: &Value) {
    // CPython trips over some null bytes, and says so with an address in its memory.
    let said = row["tokenize"][1].as_str().unwrap_or_default();
    if row["tokenize"].is_null() || said.contains("returned a result with an exception set") {
        return;
    }
    let bytes = bytes_of(row).unwrap_or_else(|| row["source"].as_str().expect("a program").into());
    let tokens = syntax::tokens_of_file("x.py", &bytes);
    let found = match &tokens {
        Ok(tokens) => serde_json::json!([syntax::listing(tokens, false), "", 0]),
        Err(error) => serde_json::json!(["", format!("{}\n", syntax::refusal("x.py", error)), 1]),
    };
    if is_known(tokens.as_ref().err()) {
        return;
    }
    tally.tokenized += 1;
    if found == row["tokenize"] {
        tally.listed += 1;
    } else {
        let said = said.rsplit(':').next().unwrap_or_default();
        let key = format!("{} {} {said}", row["tokenize"][2], found[2]);
        let text = format!("{}\n    CPython {}\n    ours    {found}", shown(row), row["tokenize"]);
        tally.different.entry(format!("tokens {key}")).or_default().push(text);
    }
}

fn rows() -> Option<String> {
    if let Some(file) = std::env::var_os("ROWS") {
        return Some(std::fs::read_to_string(file).expect("rows"));
    }
    let python = support::python("3.12.1")?;
    let output =
        Command::new(python).args(["tests/oracle/lib_errors.py", "--warned"]).output().expect("it runs");
    Some(String::from_utf8(output.stdout).expect("text"))
}

#[test]
#[ignore = "minutes long, and needs CPython 3.12.1"]
fn errors_of_cpythons_own_tests() {
    let Some(rows) = rows() else { return };
    let work = move || {
        let mut tally = Tally::default();
        for row in rows.lines() {
            let row = serde_json::from_str(row).expect("a row");
            compare(&mut tally, &row);
            compare_script(&mut tally, &row);
            compare_tokens(&mut tally, &row);
        }
        let mut groups: Vec<_> = tally.different.iter().collect();
        groups.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
        for (key, rows) in groups.iter().take(60) {
            println!("{} x {key}\n  {}", rows.len(), rows[0]);
        }
        let Tally { all, known, placed, whole, warned, scripts, printed, tokenized, listed, .. } = tally;
        println!("{all} programs, {known} of them with a known difference");
        println!(
            "class and line agree in {placed}, message and place too in {whole}, warnings too in {warned}"
        );
        println!("{scripts} files: what is printed agrees in {printed}");
        println!("{tokenized} listings or refusals of tokens: {listed} agree");
        assert!(all > 3000 && known * 1000 < all, "there are programs");
        assert!(warned + known == all && printed == scripts && listed == tokenized, "all agree");
    };
    std::thread::Builder::new()
        .stack_size(1 << 30)
        .spawn(work)
        .expect("a thread")
        .join()
        .expect("they agree");
}

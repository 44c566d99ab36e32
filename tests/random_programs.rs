//! Random programs of `tests/oracle/writer`, each asked of a live CPython 3.12.1 and of us: code objects with
//! every field, trees and tokens with their places, warnings, errors.
//!
//!     cargo test --release --test random_programs -- --ignored --nocapture
//!
//! `SEED`, `COUNT` and `SIZE` choose other programs than those; `INVALID=1` keeps what CPython refuses, so that
//! errors are compared; programs that differ are written to the folder `KEEP`.

#![expect(clippy::print_stdout, reason = "a test log says what was compared")]

#[path = "support/stack.rs"]
mod stack;
mod support;

#[path = "support/answers.rs"]
mod answers;
#[path = "support/syntax_answers.rs"]
mod syntax_answers;

use std::{
    collections::BTreeMap,
    env, fs,
    io::{BufRead, BufReader, Lines},
    path::PathBuf,
    process::{Command, Stdio},
};

use opstep::source::Source;
use serde_json::Value;

/// Other hashes of strings that are tried: enough to see every order of five variables, most likely.
const HASHES: u32 = 1000;

fn setting(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |value| value.parse().expect("a number"))
}

/// A program and what CPython says of it.
struct Asked {
    bytes: Vec<u8>,
    code: String,
    tree: Value,
    tokens: Value,
}

/// The next program, if the interpreter has not ended. One on which it crashed has no answers.
fn next(lines: &mut Lines<impl BufRead>) -> Option<(usize, Option<Asked>)> {
    let mut line = || lines.next().map(|line| line.expect("text"));
    let number = line()?.trim_start_matches("# ").parse().expect("the number of a program");
    let mut answers = || {
        let hex = line()?;
        let digits = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
        let bytes = (0..hex.len()).step_by(2).map(digits).collect();
        let (code, mut json) = (line()?, || serde_json::from_str(&line()?).ok());
        Some(Asked { bytes, code, tree: json()?, tokens: json()? })
    };
    Some((number, answers()))
}

/// Whether CPython says so with other hashes of strings. The order of variables may depend on them: where
/// comprehensions nest in a class, the compiler goes through a set.
fn says_so_elsewhere(name: &str, bytes: &[u8], made: &str) -> bool {
    let python = support::python("3.12.1").expect("a CPython 3.12.1");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("program.py"), bytes).expect("a file");
    (1..=HASHES).any(|seed| {
        let mut command = Command::new(&python);
        command.args(["-W", "ignore", "tests/oracle/codedump.py", "--code", "--name", name]);
        command.arg(folder.path().join("program.py")).env("PYTHONHASHSEED", seed.to_string());
        let row = String::from_utf8(command.output().expect("it runs").stdout).expect("text");
        row.trim_end() == made
    })
}

/// The error of the `tokenize` module, which has a message and a place and nothing else.
fn token_error(error: &Value) -> Option<Value> {
    let [msg, place] = error["args"].as_array()?.as_slice() else { return None };
    Some(serde_json::json!({"type": error["type"], "msg": msg, "lineno": place[0], "offset": place[1]}))
}

/// The same of ours.
fn token_error_of(error: &Value) -> Value {
    let kept = ["type", "msg", "lineno", "offset"].map(|field| (field.to_owned(), error[field].clone()));
    Value::Object(kept.into_iter().collect())
}

#[derive(Default)]
struct Found {
    programs: usize,
    refused: usize,
    crashed: usize,
    /// Programs that CPython's `tokenize` fails on, although they are valid, or its `repr`.
    failed: usize,
    /// What differs, each with the first program and the last line of its difference.
    different: BTreeMap<&'static str, Vec<String>>,
}

impl Found {
    fn compare(&mut self, name: &str, asked: &Asked) {
        self.programs += 1;
        let made = std::panic::catch_unwind(|| answers::code_row(name, &asked.bytes, false));
        let made = made.unwrap_or_else(|_| "panic".into());
        self.refused += usize::from(asked.code.contains("\"error\":"));
        if made != asked.code && !says_so_elsewhere(name, &asked.bytes, &made) {
            self.note("code", name, asked, &answers::first_difference(&made, &asked.code));
        }
        self.compare_syntax("tree", name, asked, syntax_answers::tree);
        self.compare_syntax("tokens", name, asked, syntax_answers::tokens);
    }

    fn compare_syntax(&mut self, what: &'static str, name: &str, asked: &Asked, ours: fn(&Source) -> Value) {
        let row = if what == "tree" { &asked.tree } else { &asked.tokens };
        let expected = row.get(if what == "tree" { "ast" } else { what }).unwrap_or(&row["error"]);
        let expected = &token_error(expected).unwrap_or_else(|| expected.clone());
        // The `tokenize` module stumbles over line ends of one carriage return, each time in another way, and a
        // deep tree cannot be written as text.
        let is_too_deep = expected["msg"].as_str().is_some_and(|msg| {
            msg == "maximum recursion depth exceeded" || msg.ends_with("getting the repr of an object")
        });
        if is_too_deep || ["SystemError", "UnicodeDecodeError"].iter().any(|kind| expected["type"] == *kind) {
            self.failed += 1;
            return;
        }
        let found = match Source::from_bytes(name, &asked.bytes) {
            Ok(source) => ours(&source),
            Err(error) => syntax_answers::error_row(&error),
        };
        let found = if expected["type"] == "TokenError" { token_error_of(&found) } else { found };
        if found != *expected {
            self.note(what, name, asked, &syntax_answers::first_difference(&found, expected));
        }
    }

    fn note(&mut self, what: &'static str, name: &str, asked: &Asked, difference: &str) {
        self.different.entry(what).or_default().push(format!("{name}: {what} {difference}"));
        if let Some(folder) = env::var_os("KEEP") {
            let file = name.trim_matches(['<', '>']).replace([' ', '/'], "_");
            fs::create_dir_all(&folder).expect("a folder");
            fs::write(PathBuf::from(folder).join(format!("{file}_{what}.py")), &asked.bytes).expect("a file");
        }
    }
}

fn run(seed: usize, count: usize, size: usize, invalid: bool) -> Found {
    let python = support::python("3.12.1").expect("a CPython 3.12.1");
    let (mut found, mut first) = (Found::default(), 0);
    while first < count {
        let mut command = Command::new(&python);
        command.args(["-W", "ignore", "tests/oracle/random_rows.py"]).stdout(Stdio::piped());
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONHASHSEED", "0");
        for (name, value) in [("--first", first), ("--count", count), ("--seed", seed), ("--size", size)] {
            command.args([name, &value.to_string()]);
        }
        command.args(invalid.then_some("--invalid"));
        let mut oracle = command.spawn().expect("it runs");
        let mut lines = BufReader::new(oracle.stdout.take().expect("its output")).lines();
        while let Some((number, asked)) = next(&mut lines) {
            first = number + 1;
            match asked {
                Some(asked) => found.compare(&format!("<random {seed}/{number}>"), &asked),
                None => {
                    found.crashed += 1;
                    println!("CPython itself crashed while program {number} was written or compiled");
                }
            }
        }
        let status = oracle.wait().expect("it ends");
        assert!(status.code() != Some(1), "the oracle has failed");
    }
    found
}

/// A small program for each kind of difference that was found so far.
#[test]
fn what_was_found_stays_mended() {
    let golden = BufReader::new(fs::File::open("tests/golden/found/answers.txt").expect("golden file"));
    let (mut lines, mut found) = (golden.lines(), Found::default());
    while let Some((number, asked)) = next(&mut lines) {
        found.compare(&format!("<random 0/{number}>"), &asked.expect("answers"));
    }
    let different: Vec<_> = found.different.values().flatten().cloned().collect();
    assert!(found.programs > 4 && different.is_empty(), "{}", different.join("\n"));
}

#[test]
#[ignore = "minutes long, and needs CPython 3.12.1"]
fn random_programs_are_cpythons() {
    let (seed, count, size) = (setting("SEED", 1), setting("COUNT", 20_000), setting("SIZE", 15));
    let invalid = env::var_os("INVALID").is_some();
    let found = stack::on_big_stack(move || run(seed, count, size, invalid));
    for difference in found.different.values().flat_map(|all| all.iter().take(20)) {
        println!("{difference}");
    }
    let counts: Vec<_> = found.different.iter().map(|(what, all)| format!("{what} {}", all.len())).collect();
    println!(
        "seed {seed}: {} programs compared; CPython refused {}, crashed on {}, could not show {}; different: {}",
        found.programs,
        found.refused,
        found.crashed,
        found.failed,
        if counts.is_empty() { "none".into() } else { counts.join(", ") }
    );
    assert!(found.programs > 0 && found.different.is_empty(), "there are differences");
}

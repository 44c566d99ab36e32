//! Expressions and single statements, compiled as `eval` and a prompt do, against CPython's code and errors.

#![expect(clippy::print_stdout, reason = "a test log says how much was compared")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/programs.rs"]
mod programs;
mod support;

use std::{path::PathBuf, process::Command};

use opstep::{
    code::json,
    compile,
    dialect::PY312,
    source::{Source, SyntaxError},
    syntax::ast::Mode,
};
use programs::on_big_stack;
use serde_json::{Value, json};

fn error(error: &SyntaxError) -> Value {
    let mut row = vec![json!(error.kind.name()), json!(error.msg)];
    if error.is_syntax() {
        row.extend([error.lineno, error.offset, error.end_lineno, error.end_offset].map(|part| json!(part)));
        row.push(json!(error.text));
    }
    Value::Array(row)
}

/// How many rows there were, and those that are not as CPython has them.
fn compare(lines: &str) -> (usize, Vec<String>) {
    let mut wrong = Vec::new();
    for line in lines.lines() {
        let row: Value = serde_json::from_str(line).expect("JSON lines");
        let text = row["text"].as_str().expect("a text");
        let mode = if row["mode"] == "eval" { Mode::Eval } else { Mode::Single };
        let source = Source::from_text("<piece>", text);
        let (part, ours) = match compile::compile_as(&source, mode, 0, &PY312, &mut Vec::new()) {
            Ok(code) => {
                let row = json::Row { file: "<piece>", dialect: &PY312, warnings: &[], positions: false };
                let made: Value = serde_json::from_str(&json::row(&row, &code)).expect("JSON");
                ("code", made["code"].clone())
            }
            Err(refused) => ("error", error(&refused)),
        };
        if ours != row[part] {
            wrong.push(format!("{:?} as {mode:?}:\n  ours {ours}\ntheirs {row}", text));
        }
    }
    (lines.lines().count(), wrong)
}

#[test]
fn pieces_become_what_cpython_makes_of_them() {
    let (count, wrong) = on_big_stack(|| compare(include_str!("golden/compile/modes.jsonl")));
    assert!(count > 600, "the golden file is whole");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

fn ask(files: &[PathBuf]) -> Option<String> {
    let python = support::python(PY312.micro)?;
    let run = Command::new(python).arg("tests/oracle/modes.py").args(files).output().expect("it runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(String::from_utf8(run.stdout).expect("JSON"))
}

#[test]
fn pieces_of_all_examples_and_samples_do_live() {
    // Every second one: there are twenty thousand pieces in all.
    let files: Vec<PathBuf> = corpus::programs().into_iter().step_by(2).collect();
    let Some(lines) = ask(&files) else { return };
    let (count, wrong) = on_big_stack(move || compare(&lines));
    assert!(count > 3000, "there are many pieces, not {count}");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The same for the programs below `$OPSTEP_SWEEP`.
#[test]
#[ignore = "takes minutes"]
fn pieces_of_a_folder_do_live() {
    for files in corpus::swept().chunks(20) {
        let Some(lines) = ask(files) else { return };
        let (count, wrong) = on_big_stack(move || compare(&lines));
        println!("{count} pieces");
        assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong[..wrong.len().min(5)].join("\n"));
    }
}

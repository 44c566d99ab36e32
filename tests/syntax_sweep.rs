//! Every file of a real CPython's standard library, tokens and trees with places, against that CPython.
//! Slow, so it runs only when asked:
//!
//!     cargo test --release --test syntax_sweep -- --ignored --nocapture
//!
//! `SWEEP=DIR` takes the `.py` files below another folder.

#![expect(clippy::print_stdout, reason = "a sweep says what it compared")]

use std::path::{Path, PathBuf};
use std::process::Command;

use opstep::source::Source;
use opstep::syntax;
use serde_json::Value;

#[path = "support/stack.rs"]
mod stack;
#[path = "support/syntax_answers.rs"]
mod syntax_answers;

use stack::on_big_stack;
use syntax_answers::{error_row, first_difference, tokens, tree};

fn python() -> Option<String> {
    let out = Command::new("sh").args(["tests/oracle/pick-python.sh", "3.12"]).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_string())
}

fn library(python: &str) -> PathBuf {
    if let Some(dir) = std::env::var_os("SWEEP") {
        return dir.into();
    }
    let code = "import os; print(os.path.dirname(os.__file__))";
    let out = Command::new(python).args(["-c", code]).output().expect("the interpreter runs");
    String::from_utf8_lossy(&out.stdout).trim().into()
}

fn python_files(dir: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(dir).expect("the folder is readable").map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

/// Runs the oracle over all files and `ours` over each, and counts the files that differ.
fn sweep(mode: &str, ours: fn(&Source) -> Value) -> usize {
    let Some(python) = python() else {
        println!("no CPython 3.12 here: nothing compared");
        return 0;
    };
    let mut files = Vec::new();
    python_files(&library(&python), &mut files);
    let dir = tempfile::tempdir().unwrap();
    let (list, out) = (dir.path().join("files"), dir.path().join("out"));
    let names: Vec<&str> = files.iter().map(|path| path.to_str().expect("names are UTF-8")).collect();
    let (mut compared, mut different, mut refused) = (0, 0, 0);
    for chunk in names.chunks(200) {
        std::fs::write(&list, chunk.join("\n")).unwrap();
        let status = Command::new(&python)
            .args(["-W", "ignore", "tests/oracle/codedump.py", mode, "--files-from"])
            .arg(&list)
            .arg("--out")
            .arg(&out)
            .status()
            .unwrap();
        assert!(status.success(), "the oracle runs");
        for row in std::fs::read_to_string(&out).unwrap().lines() {
            let mut row: Value = serde_json::from_str(row).unwrap();
            let name = row["file"].as_str().unwrap().to_string();
            let key = mode.trim_start_matches("--");
            let expected = match row.get_mut(key) {
                Some(expected) => expected.take(),
                None => row["error"].take(),
            };
            let bytes = std::fs::read(&name).unwrap();
            let found = match Source::from_bytes(&name, &bytes) {
                Ok(source) => ours(&source),
                // The tokenize module has words of its own for encodings.
                Err(error) if key == "tokens" && expected["type"] == error.kind.name() => expected.clone(),
                Err(error) => error_row(&error),
            };
            if key == "ast" && expected.is_string() {
                let source = Source::from_bytes(&name, &bytes).unwrap();
                let mut warned = Vec::new();
                drop(syntax::parse_with_warnings(&source, &mut warned));
                let listed = |it: &syntax::Warning| serde_json::json!([it.category.name(), it.msg, it.line]);
                let warned: Value = warned.iter().map(listed).collect();
                if warned != row["warnings"] {
                    different += 1;
                    println!("{name}: {}", first_difference(&warned, &row["warnings"]));
                }
            }
            compared += 1;
            refused += usize::from(expected.is_object());
            if found != expected {
                different += 1;
                if different <= 20 {
                    println!("{name}: {}", first_difference(&found, &expected));
                }
            }
        }
    }
    println!("{mode}: {compared} files compared ({refused} refused by CPython), {different} differ");
    different
}

#[test]
#[ignore = "slow: all of the standard library"]
fn trees_are_those_of_cpython() {
    on_big_stack(|| {
        let different = sweep("--ast", tree);
        assert_eq!(different, 0);
    });
}

#[test]
#[ignore = "slow: all of the standard library"]
fn tokens_are_those_of_cpython() {
    let different = sweep("--tokens", tokens);
    assert_eq!(different, 0);
}

/// How fast programs become trees; run in release.
#[test]
#[ignore = "slow: all of the standard library"]
fn speed() {
    on_big_stack(|| {
        let Some(python) = python() else { return };
        let mut files = Vec::new();
        python_files(&library(&python), &mut files);
        let texts: Vec<Vec<u8>> = files.iter().map(|path| std::fs::read(path).unwrap()).collect();
        let lines: usize = texts.iter().map(|text| text.iter().filter(|byte| **byte == b'\n').count()).sum();
        let timed = |name: &str, work: &dyn Fn(&Source)| {
            let start = std::time::Instant::now();
            for text in &texts {
                if let Ok(source) = Source::from_bytes("<speed>", text) {
                    work(&source);
                }
            }
            let seconds = start.elapsed().as_secs_f64();
            println!("{name}: {lines} lines in {seconds:.2} s, {:.0} lines/s", lines as f64 / seconds);
        };
        for _ in 0..2 {
            timed("source", &|_| ());
            timed("source and tree", &|source| drop(syntax::parse(source)));
            timed("source and tokens", &|source| drop(syntax::tokens(source)));
        }
    });
}

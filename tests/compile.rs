//! The whole compiler, against CPython 3.12.1: the same code objects, byte for byte, as whole lines of JSON.

#![expect(clippy::print_stdout, reason = "a test log says what was compared")]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/programs.rs"]
mod programs;
mod support;

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::Command,
};

use answers::{code_row, first_difference};

use opstep::{
    compile::{self, Stages},
    dialect::PY312,
    source::Source,
};
use programs::{on_big_stack, python_files};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn examples_become_cpythons_code() {
    let golden = fs::read_to_string(root().join("tests/golden/compile/examples.jsonl")).expect("golden file");
    let mut programs = python_files(&root().join("examples"));
    programs.sort();
    assert_eq!(golden.lines().count(), programs.len(), "every example is recorded");
    for (path, expected) in programs.iter().zip(golden.lines()) {
        let name = path.strip_prefix(root()).expect("below the root").display().to_string();
        let made = code_row(&name, &fs::read(path).expect("an example"), true);
        assert!(made == expected, "{name}: {}", first_difference(&made, expected));
    }
}

#[test]
fn samples_become_cpythons_code() {
    on_big_stack(|| {
        let mut programs = python_files(&root().join("tests/oracle/samples"));
        programs.push(root().join("tests/golden/code/constants.py"));
        for path in programs {
            let name = path.file_name().expect("a name").display().to_string();
            let golden = root().join("tests/golden/code").join(&name).with_extension("json");
            let expected = fs::read_to_string(golden).expect("golden file");
            let made = code_row(&name, &fs::read(&path).expect("a sample"), true);
            let expected = expected.trim_end();
            assert!(made == expected, "{name}: {}", first_difference(&made, expected));
        }
    });
}

#[test]
fn every_stage_is_kept() {
    let source = Source::from_text("<text>", "def f(x):\n    return [y for y in x]\n");
    let stages = Stages::of(&source, &PY312).expect("it compiles");
    let names: Vec<_> = stages.units.iter().map(|unit| &*unit.code.qualname).collect();
    assert_eq!(names, ["f", "<module>"]);
    assert_eq!(stages.tree, stages.optimized, "there is nothing to fold");
    assert_eq!(stages.units[1].code, stages.compiled.code);
    assert_eq!(Ok(stages.compiled.code), compile::compile(&source, &PY312));
}

/// Every `.py` below the folder `$OPSTEP_SWEEP`, compared with a live CPython 3.12.1: a library, or random programs.
///
///     OPSTEP_SWEEP=/usr/lib/python3.12 cargo test --test compile -- --ignored --nocapture
///     python3.12 tests/oracle/programs.py FOLDER --count 1000 --seed 1
#[test]
#[ignore = "minutes long, and needs CPython 3.12.1"]
fn a_library_becomes_cpythons_code() {
    let folder = PathBuf::from(std::env::var_os("OPSTEP_SWEEP").expect("OPSTEP_SWEEP names a folder"));
    let python = support::python("3.12.1").expect("a CPython 3.12.1");
    let scratch = tempfile::tempdir().expect("a folder");
    let (list, rows) = (scratch.path().join("files"), scratch.path().join("rows"));
    let files = python_files(&folder);
    let names: Vec<_> = files.iter().map(|path| format!("{}\n", path.display())).collect();
    fs::write(&list, names.concat()).expect("a file");
    // Some errors show a line that is read again from the file, so the oracle runs where the names lead to it.
    let status = Command::new(python)
        .current_dir(&folder)
        .arg(root().join("tests/oracle/codedump.py"))
        .args(["--stats", "--root", &folder.display().to_string()])
        .args(["--files-from", &list.display().to_string(), "--out", &rows.display().to_string()])
        .status();
    assert!(status.expect("it runs").success(), "the oracle has finished");
    let Comparison { equal, warnings, different } = on_big_stack(move || compare(&folder, &files, &rows));
    println!("{equal} equal, {warnings} equal but for warnings, {} different", different.len());
    assert!(
        equal > 0 && different.is_empty(),
        "{equal} equal, {}:\n{}",
        different.len(),
        different.join("\n")
    );
}

#[derive(Default)]
struct Comparison {
    equal: usize,
    /// Only warnings are missing or too many.
    warnings: usize,
    different: Vec<String>,
}

fn compare(folder: &Path, files: &[PathBuf], rows: &Path) -> Comparison {
    let rows = BufReader::new(fs::File::open(rows).expect("rows")).lines();
    let mut comparison = Comparison::default();
    for (path, expected) in files.iter().zip(rows) {
        let expected = expected.expect("a row");
        let name = path.strip_prefix(folder).expect("below the folder").display().to_string();
        let bytes = fs::read(path).expect("a program");
        let made =
            std::panic::catch_unwind(|| code_row(&name, &bytes, false)).unwrap_or_else(|_| "panic".into());
        if made == expected {
            comparison.equal += 1;
        } else if without_warnings(&made) == without_warnings(&expected) {
            comparison.warnings += 1;
        } else {
            comparison.different.push(format!("{name}: {}", first_difference(&made, &expected)));
        }
    }
    comparison
}

/// A line up to its last field.
fn without_warnings(line: &str) -> &str {
    line.rfind(",\"warnings\":").map_or(line, |at| &line[..at])
}

//! Small programs, one behaviour each, against what CPython printed for them. `tests/run/record.sh` records anew.

mod machine;

use std::path::{Path, PathBuf};

use machine::{Outcome, run_file, run_in_pieces};

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run");
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    found.sort();
    found
}

/// What CPython wrote: stdout, stderr and the exit status stand beside the program.
fn recorded(program: &Path) -> Outcome {
    let read =
        |extension: &str| std::fs::read_to_string(program.with_extension(extension)).unwrap_or_default();
    let status = read("status").trim().parse().unwrap_or(0);
    Outcome { out: read("out"), err: read("err"), status }
}

#[test]
fn programs_print_what_cpython_prints() {
    let mut wrong = Vec::new();
    for program in programs() {
        let (ours, theirs) = (run_file(&program), recorded(&program));
        if ours != theirs {
            wrong.push(format!("{}:\n--- ours\n{ours}\n--- CPython\n{theirs}", program.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A run that is cloned every few instructions, and goes on in the clone, ends like the run that was not.
#[test]
fn clones_go_on_as_the_machine_would() {
    for program in programs() {
        let whole = run_file(&program);
        for piece in [1, 97] {
            assert_eq!(run_in_pieces(&program, piece, 20_000), whole, "{} by {piece}", program.display());
        }
    }
}

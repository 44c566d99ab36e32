//! Small programs, one behaviour each, against what CPython printed for them. `tests/run/record.sh` records anew.

mod machine;
#[path = "support/stack.rs"]
mod stack;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use machine::{Outcome, reach::Reach, run_file, run_in_pieces, run_watched};

/// Programs are the files with a `.out` beside them; the others are there to be imported.
fn programs() -> Vec<PathBuf> {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).expect("the folder is there");
        entries.map(|entry| entry.expect("it can be read").path()).collect()
    };
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run");
    let folders = entries(&top).into_iter().filter(|path| path.is_dir());
    let mut found: Vec<PathBuf> = folders
        .flat_map(|folder| entries(&folder))
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .filter(|path| path.with_extension("out").exists())
        .collect();
    found.sort();
    assert!(found.len() > 10, "the programs are there");
    found
}

/// Without what depends on the machine: the folder, and places in memory.
fn neutral(outcome: &Outcome, program: &Path) -> Outcome {
    let folder = format!("{}/", program.parent().expect("it lies in a folder").display());
    let text = |text: &str| {
        let mut parts = text.split("0x");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
            out.push_str("0x");
            out.push_str(if digits >= 6 { "..." } else { &part[..digits] });
            out.push_str(&part[digits..]);
        }
        out.replace(&folder, "")
    };
    Outcome { out: text(&outcome.out), err: text(&outcome.err), status: outcome.status }
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
    stack::on_big_stack(|| {
        let mut wrong = Vec::new();
        for program in programs() {
            let (ours, theirs) = (neutral(&run_file(&program), &program), recorded(&program));
            if ours != theirs {
                wrong.push(format!("{}:\n--- ours\n{ours}\n--- CPython\n{theirs}", program.display()));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    });
}

/// Together the programs call or read every method and attribute of every builtin type; `own_names.py` lists them as
/// CPython has them.
#[test]
fn programs_reach_every_name_of_every_type() {
    stack::on_big_stack(reach_every_name);
}

fn reach_every_name() {
    let listed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run/surface/own_names.out");
    let listed = std::fs::read_to_string(listed).expect("the names are recorded");
    let mut left: BTreeSet<(String, String)> = BTreeSet::new();
    for line in listed.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let [of, name, _kind] = words[..] else { panic!("a type, a name and a kind are expected: {line}") };
        left.insert((of.to_owned(), name.to_owned()));
    }
    assert!(left.len() > 1000, "the names are there");
    for program in programs() {
        let reached = run_watched(&program, Reach::new);
        left.retain(|name| !reached.contains(name));
    }
    let left: Vec<String> = left.iter().map(|(of, name)| format!("{of}.{name}")).collect();
    assert!(left.is_empty(), "{} names are not reached:\n{}", left.len(), left.join("\n"));
}

/// A run that is cloned every few instructions, and goes on in the clone, ends like the run that was not.
#[test]
fn clones_go_on_as_the_machine_would() {
    stack::on_big_stack(|| {
        for program in programs() {
            let whole = run_file(&program);
            for piece in [1, 97] {
                assert_eq!(run_in_pieces(&program, piece, 20_000), whole, "{} by {piece}", program.display());
            }
        }
    });
}

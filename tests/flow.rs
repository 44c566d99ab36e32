//! The flow graph and the assembler alone: CPython's own pseudo-code goes in, CPython's code objects must come out.

#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "support/recorded.rs"]
mod recorded;
mod support;

use std::{fs, path::Path, process::Command, rc::Rc};

use opstep::{assemble::assemble, code::Code, codegen::Unit, dialect::PY312, flow};
use serde_json::Value;

/// A line of `tests/oracle/stages.py`: the unit and the code object that CPython made of it.
fn read(line: &str) -> (Unit, Rc<Code>) {
    let row: Value = serde_json::from_str(line).expect("JSON");
    let code = |field: &str| recorded::code(row[field].as_str().expect("hexadecimal"));
    let names = |field: &str| -> Vec<Rc<str>> {
        row[field]
            .as_array()
            .expect("names")
            .iter()
            .map(|name| name.as_str().expect("a name").into())
            .collect()
    };
    let expected = code("expected");
    let unit = Unit {
        name: expected.name.clone(),
        qualname: expected.qualname.clone(),
        filename: expected.filename.clone(),
        flags: expected.flags,
        argcount: 0,
        posonlyargcount: 0,
        kwonlyargcount: 0,
        firstlineno: expected.firstlineno,
        consts: code("holder").consts.clone(),
        names: names("names"),
        varnames: names("varnames"),
        cellvars: names("cellvars"),
        freevars: names("freevars"),
        fast_hidden: names("varnames"),
        nparams: 0,
        sequence: pseudo::sequence(row["instrs"].as_array().expect("instructions")),
    };
    (unit, expected)
}

/// How many lines there were, and what differs.
fn compare(lines: &str) -> (usize, Vec<String>) {
    let mut different = Vec::new();
    for (number, line) in lines.lines().enumerate() {
        let (unit, expected) = read(line);
        let made = assemble(&unit, &flow::optimize(&unit, &PY312), &PY312);
        let (made, wanted) = (recorded::written(&made), recorded::written(&expected));
        if made != wanted {
            let number = number + 1;
            different.push(format!("{} (line {number})\n  made {made}\nwanted {wanted}", unit.filename));
        }
    }
    (lines.lines().count(), different)
}

#[test]
fn recorded_pseudo_code_becomes_the_recorded_code() {
    // Whole programs, and such as have handlers of every kind: see the folder's README.
    for (file, least) in [("samples", 70), ("handlers", 12)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/flow/{file}.jsonl"));
        let (count, different) = compare(&fs::read_to_string(path).expect("golden file"));
        assert!(count >= least, "{file} is whole");
        assert!(different.is_empty(), "{} of {count} differ, the first: {}", different.len(), different[0]);
    }
}

/// The same for every module below the folder `$OPSTEP_SWEEP`, with a live CPython 3.12.1:
///
///     OPSTEP_SWEEP=/usr/lib/python3.12 cargo test --test flow -- --ignored --nocapture
#[test]
#[ignore = "minutes long, and needs CPython 3.12.1"]
fn pseudo_code_of_a_library_becomes_its_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sweep = std::env::var("OPSTEP_SWEEP").expect("OPSTEP_SWEEP names a folder");
    let python = support::python("3.12.1").expect("a CPython 3.12.1");
    let script = "find \"$1\" -name '*.py' | sort | xargs \"$0\" tests/oracle/stages.py";
    let run = Command::new("sh").args(["-c", script]).arg(python).arg(sweep).current_dir(root).output();
    let run = run.expect("sh");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let (count, different) = compare(&String::from_utf8(run.stdout).expect("JSON"));
    assert!(count > 0, "there are modules");
    assert!(different.is_empty(), "{} of {count} differ, the first: {}", different.len(), different[0]);
}

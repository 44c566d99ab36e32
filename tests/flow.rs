//! The flow graph and the assembler alone: CPython's own pseudo-code goes in, CPython's code objects must come out.

mod support;

use std::{fs, path::Path, process::Command, rc::Rc};

use opstep::{
    assemble::assemble,
    code::{Code, json, marshal},
    codegen::{Instr, Sequence, Unit},
    dialect::PY312,
    flow,
    isa::Op,
    source::Location,
};
use serde_json::Value;

/// A line of `tests/oracle/stages.py`: the unit and the code object that CPython made of it.
fn read(line: &str) -> (Unit, Rc<Code>) {
    let row: Value = serde_json::from_str(line).expect("JSON");
    let code = |field: &str| {
        let text = row[field].as_str().expect("hexadecimal");
        let bytes: Vec<u8> = (0..text.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal"))
            .collect();
        marshal::read(&bytes, &PY312).expect("marshal data")
    };
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
        sequence: sequence(row["instrs"].as_array().expect("instructions")),
    };
    (unit, expected)
}

/// In the recording a jump names the index of the instruction that it goes to.
fn sequence(rows: &[Value]) -> Sequence {
    let mut sequence = Sequence::default();
    let mut labels = vec![None; rows.len()];
    let number = |value: &Value| i32::try_from(value.as_i64().expect("a number")).expect("a small number");
    for row in rows {
        let op = Op::from_name(row[0].as_str().expect("a name")).expect("an instruction");
        let mut arg = u32::try_from(number(&row[1])).expect("an argument");
        if op.is_jump() || op.is_block_push() {
            arg = labels[arg as usize].get_or_insert_with(|| sequence.new_label()).0;
        }
        let at = Location::new(number(&row[2]), number(&row[3]), number(&row[4]), number(&row[5]));
        sequence.instrs.push(Instr { op, arg, at });
    }
    for (place, label) in labels.iter().enumerate() {
        if let Some(label) = label {
            sequence.labels[label.0 as usize] = Some(u32::try_from(place).expect("a small number"));
        }
    }
    sequence
}

/// In a form in which a NaN equals itself.
fn written(code: &Code) -> String {
    json::row(&json::Row { file: "", dialect: &PY312, warnings: &[], positions: true }, code)
}

/// How many lines there were, and what differs.
fn compare(lines: &str) -> (usize, Vec<String>) {
    let mut different = Vec::new();
    for (number, line) in lines.lines().enumerate() {
        let (unit, expected) = read(line);
        let made = assemble(&unit, &flow::optimize(&unit, &PY312), &PY312);
        let (made, wanted) = (written(&made), written(&expected));
        if made != wanted {
            let number = number + 1;
            different.push(format!("{} (line {number})\n  made {made}\nwanted {wanted}", unit.filename));
        }
    }
    (lines.lines().count(), different)
}

#[test]
fn recorded_pseudo_code_becomes_the_recorded_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/flow/samples.jsonl");
    let (count, different) = compare(&fs::read_to_string(path).expect("golden file"));
    assert!(count > 50, "the golden file is whole");
    assert!(different.is_empty(), "{} of {count} differ, the first: {}", different.len(), different[0]);
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

//! The assembler alone: CPython's instructions go in, CPython's bytes must come out.

#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "support/recorded.rs"]
mod recorded;
mod support;

use std::process::Command;

use opstep::{
    assemble::assemble,
    code::Const,
    codegen::Unit,
    dialect::{PY312, Pass},
    flow::{self, Graph},
    syntax::Constant,
};
use serde_json::Value;

/// What CPython's test module does before it assembles: the graph as it is, without the optimizer.
const LAST_PASSES: &[Pass] = &[
    Pass::InsertPrefixInstructions,
    Pass::FixCellOffsets,
    Pass::Stackdepth,
    Pass::ConvertPseudoOps,
    Pass::NormalizeJumps,
];

fn unit(rows: &[Value], names: u64) -> Unit {
    Unit {
        name: "f".into(),
        qualname: "f".into(),
        filename: "<test>".into(),
        flags: 0,
        argcount: 0,
        posonlyargcount: 0,
        kwonlyargcount: 0,
        firstlineno: 1,
        consts: vec![Const::Plain(Constant::None)],
        names: (0..names).map(|number| format!("n{number}").into()).collect(),
        varnames: Vec::new(),
        cellvars: Vec::new(),
        freevars: Vec::new(),
        fast_hidden: Vec::new(),
        nparams: 0,
        sequence: pseudo::sequence(rows),
    }
}

/// The instructions of a recorded row, where equal ones in a row are written once behind their number.
fn repeated(rows: &Value) -> Vec<Value> {
    let rows = rows.as_array().expect("instructions").iter();
    let all = rows.flat_map(|row| {
        let [count, instr @ ..] = &row.as_array().expect("a row")[..] else { panic!("a number comes first") };
        std::iter::repeat_n(
            Value::from(instr),
            usize::try_from(count.as_u64().expect("a number")).expect("it fits"),
        )
    });
    all.collect()
}

#[test]
fn recorded_instructions_become_the_recorded_bytes() {
    let lines = include_str!("golden/assemble/sequences.jsonl");
    assert!(lines.lines().count() > 20, "the golden file is whole");
    for line in lines.lines() {
        let row: Value = serde_json::from_str(line).expect("JSON");
        let unit = unit(&repeated(&row["instrs"]), row["names"].as_u64().expect("a number"));
        let mut graph = Graph::new(&unit);
        LAST_PASSES.iter().for_each(|pass| flow::run(*pass, &mut graph, &unit));
        let made = assemble(&unit, &graph, &PY312);
        let expected = recorded::code(row["code"].as_str().expect("hexadecimal"));
        assert_eq!(recorded::written(&made), recorded::written(&expected), "{}", row["why"]);
    }
}

/// Where a CPython is found, the recorded files are what it would record today.
#[test]
fn golden_files_are_fresh() {
    let Some(python) = support::python("3.12.1") else { return };
    let check =
        Command::new(python).args(["tests/golden/assemble/record.py", "--check"]).output().expect("it runs");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
}

//! The assembler alone: CPython's instructions go in, CPython's bytes must come out.

#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "support/recorded.rs"]
mod recorded;
mod support;

use std::{fs, path::Path, process::Command, rc::Rc};

use opstep::{
    assemble::assemble,
    code::{Code, Const},
    codegen::Unit,
    dialect::{PY312, Pass},
    flow::{self, Graph},
    syntax::Constant,
};
use serde_json::{Value, json};

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

fn assembled(rows: &[Value], names: u64) -> Rc<Code> {
    let unit = unit(rows, names);
    let mut graph = Graph::new(&unit);
    LAST_PASSES.iter().for_each(|pass| flow::run(*pass, &mut graph, &unit));
    assemble(&unit, &graph, &PY312)
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
        let made = assembled(&repeated(&row["instrs"]), row["names"].as_u64().expect("a number"));
        let expected = recorded::code(row["code"].as_str().expect("hexadecimal"));
        assert_eq!(recorded::written(&made), recorded::written(&expected), "{}", row["why"]);
    }
}

/// Jumps that need two prefixes: too long to be recorded.
#[test]
fn long_jumps_are_those_of_cpython() {
    let Some(python) = support::python("3.12.1") else { return };
    let instr = |op: &str, arg: u32| json!([op, arg, 1, 1, 0, 0]);
    for count in [0xFFFF, 0x1_0000] {
        let nops = std::iter::repeat_n(instr("NOP", 0), count as usize);
        let forward = std::iter::once(instr("JUMP", count + 1)).chain(nops.clone());
        let forward: Vec<Value> = forward.chain([instr("RETURN_CONST", 0)]).collect();
        let back: Vec<Value> = nops.chain([instr("JUMP", 0)]).collect();
        for instrs in [forward, back] {
            let expected = asked(&python, &instrs);
            assert_eq!(
                recorded::written(&assembled(&instrs, 1)),
                recorded::written(&expected),
                "over {count}"
            );
        }
    }
}

fn asked(python: &Path, instrs: &[Value]) -> Rc<Code> {
    let question = json!({
        "ask": "assemble", "instrs": instrs, "consts": "(None,)", "names": ["n0"], "varnames": [],
        "cellvars": [], "freevars": [], "argcount": 0,
    });
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("question");
    fs::write(&path, format!("{question}\n")).expect("a file");
    let run = Command::new(python)
        .arg("tests/oracle/graphs.py")
        .stdin(fs::File::open(path).expect("a file"))
        .output();
    let answer: Value = serde_json::from_slice(&run.expect("it runs").stdout).expect("JSON");
    recorded::code(answer["code"].as_str().expect("hexadecimal"))
}

/// Where a CPython is found, the recorded files are what it would record today.
#[test]
fn golden_files_are_fresh() {
    let Some(python) = support::python("3.12.1") else { return };
    let check =
        Command::new(python).args(["tests/golden/assemble/record.py", "--check"]).output().expect("it runs");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
}

//! Each pass over the flow graph alone: small graphs in, small graphs out, written by hand after CPython's rules.
//! Where CPython can be asked what it makes of the same instructions, all passes together answer as it does.

#[path = "support/recorded.rs"]
mod recorded;
#[path = "support/shown.rs"]
mod shown;
mod support;

#[path = "passes/blocks.rs"]
mod blocks;
#[path = "passes/exceptions.rs"]
mod exceptions;
#[path = "passes/finish.rs"]
mod finish;
#[path = "passes/lines.rs"]
mod lines;
#[path = "passes/notation.rs"]
mod notation;
#[path = "passes/peephole.rs"]
mod peephole;
#[path = "passes/values.rs"]
mod values;

use std::{
    io::Write,
    process::{Command, Stdio},
};

use notation::{Frame, parse, print, sequence, tuple};
use opstep::{
    assemble::assemble,
    codegen::Unit,
    dialect::{PY312, Pass},
    flow::{self, Graph},
};
use serde_json::Value;

/// What a pass does to one graph, and why.
struct Row(&'static str, &'static str, &'static str);

/// In place of the graph after the pass: it is left as it was.
const SAME: &str = "the same";

fn check(pass: Pass, rows: &[Row]) {
    check_in(Frame::default(), pass, rows);
}

fn check_in(frame: Frame<'_>, pass: Pass, rows: &[Row]) {
    for Row(why, before, after) in rows {
        let mut graph = parse(before, frame);
        assert_eq!(print(&graph), *before, "the text is read as it is written ({pass:?}: {why})");
        let unit = frame.unit(graph.consts.as_slice().to_vec(), sequence(&graph));
        flow::run(pass, &mut graph, &unit);
        let after = if *after == SAME { before } else { after };
        assert_eq!(print(&graph), *after, "{pass:?}: {why}\nbefore: {before}");
    }
    ask_cpython(frame, pass, rows);
}

/// The passes that CPython's test module runs as one, and those behind them.
fn stages() -> (&'static [Pass], &'static [Pass]) {
    let last = PY312.passes.iter().position(|pass| *pass == Pass::GuaranteeLinenoForExits);
    PY312.passes.split_at(last.expect("a pass of this version") + 1)
}

fn after_all(passes: &[Pass], before: &Graph, frame: Frame<'_>) -> (Graph, Unit) {
    let unit = frame.unit(before.consts.as_slice().to_vec(), sequence(before));
    let mut graph = Graph::new(&unit);
    passes.iter().for_each(|pass| flow::run(*pass, &mut graph, &unit));
    (graph, unit)
}

fn question(ask: &str, graph: &Graph, frame: Frame<'_>) -> Value {
    let names = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    serde_json::json!({
        "ask": ask, "instrs": shown::rows(&sequence(graph)), "consts": tuple(&graph.consts),
        "names": ["n0", "n1", "n2"], "varnames": names(frame.locals), "argcount": frame.params,
        "cellvars": names(frame.cells), "freevars": names(frame.free),
    })
}

/// The optimizer's passes are asked for together, with no parameters, and so are the assembler's, with no flags.
/// A row with a `SETUP_*` cannot be asked: CPython's test module loses what those name, and falls over it.
fn ask_cpython(frame: Frame<'_>, pass: Pass, rows: &[Row]) {
    let (optimizer, assembler) = stages();
    let optimizes = optimizer.contains(&pass);
    let rows: Vec<&Row> = rows.iter().filter(|row| !row.1.contains("SETUP_")).collect();
    if rows.is_empty() || !optimizes && frame.flags != 0 {
        return;
    }
    let Some(python) = support::python("3.12.1") else { return };
    let (frame, ask) =
        if optimizes { (Frame { params: 0, ..frame }, "optimize") } else { (frame, "assemble") };
    let questions: Vec<_> =
        rows.iter().map(|row| format!("{}\n", question(ask, &parse(row.1, frame), frame))).collect();
    let theirs = answers(&python, &questions.concat());
    assert_eq!(theirs.len(), rows.len(), "every question is answered");
    for (Row(why, before, _), theirs) in rows.iter().zip(theirs) {
        let graph = parse(before, frame);
        let ours = if optimizes {
            instructions(&after_all(optimizer, &graph, frame).0)
        } else {
            let (graph, unit) = after_all(assembler, &graph, frame);
            recorded::written(&assemble(&unit, &graph, &PY312))
        };
        assert_eq!(ours, theirs, "CPython answers otherwise ({pass:?}: {why})\nbefore: {before}");
    }
}

fn instructions(graph: &Graph) -> String {
    serde_json::json!({"instrs": shown::rows(&sequence(graph)), "consts": tuple(&graph.consts)}).to_string()
}

fn answers(python: &std::path::Path, questions: &str) -> Vec<String> {
    let command = Command::new(python)
        .arg("tests/oracle/graphs.py")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut command = command.expect("it runs");
    let mut stdin = command.stdin.take().expect("a pipe");
    let questions = questions.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(questions.as_bytes()));
    let output = command.wait_with_output().expect("it ends");
    writer.join().expect("no panic").expect("all is read");
    assert!(output.status.success(), "the oracle has answered");
    let text = String::from_utf8(output.stdout).expect("JSON");
    text.lines().map(answer).collect()
}

fn answer(line: &str) -> String {
    let answer: Value = serde_json::from_str(line).expect("JSON");
    let Some(code) = answer["code"].as_str() else { return answer.to_string() };
    recorded::written(&recorded::code(code))
}

/// Files of `src/flow` that hold no pass.
const NO_PASS: &[&str] = &["graph", "local_slots"];

#[test]
fn every_pass_is_tried_under_its_name() {
    let mut rows = String::new();
    for entry in std::fs::read_dir("tests/passes").expect("a folder") {
        rows += &std::fs::read_to_string(entry.expect("an entry").path()).expect("text");
    }
    let text = std::fs::read_to_string("src/flow/mod.rs").expect("text");
    let files = text.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let passes: Vec<&str> = files.filter(|file| !NO_PASS.contains(file)).collect();
    assert!(passes.len() >= 20, "the passes are seen");
    for pass in passes {
        assert!(rows.contains(&format!("fn {pass}")), "no rows for {pass}");
    }
    for pass in PY312.passes {
        let pass = format!("Pass::{pass:?}");
        assert!(
            rows.contains(&format!("{pass},")) || rows.contains(&format!("{pass};")),
            "no rows for {pass}"
        );
    }
}

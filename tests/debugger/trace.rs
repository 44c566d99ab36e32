//! `opstep trace` says what the real interpreter's tracer says, line for line.

use std::{
    fs,
    path::Path,
    process::{self, Stdio},
};

use opstep::debugger::{
    Command, Stop,
    trace::{Options, Streams, trace},
};

use crate::{programs, support};

const ALL: Options = Options { stack: true, locals: true, max: 0, all: false };

/// The trace of a program, its own output, and its exit status.
fn traced(path: &str, options: &Options) -> (String, String, i32) {
    let source = programs::source_of(path);
    let (mut rows, mut out, mut err) = (Vec::new(), Vec::new(), Vec::new());
    let mut streams =
        Streams { trace: &mut rows, out: &mut out, err: &mut err, input: &mut std::io::empty() };
    let program = programs::program(&source);
    let status = trace(program, Path::new(path), options, &mut streams).expect("memory takes everything");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(rows), text(out), status)
}

/// Where two traces part.
fn difference(ours: &str, theirs: &str) -> Option<String> {
    let rows = (1..).zip(ours.lines().zip(theirs.lines()));
    let differ = rows.into_iter().find(|(_, (our, their))| our != their);
    let count = (ours.lines().count(), theirs.lines().count());
    match differ {
        Some((number, (our, their))) => Some(format!("row {number}\n  ours   {our}\n  theirs {their}")),
        None if count.0 != count.1 => Some(format!("{} rows instead of {}", count.0, count.1)),
        None => None,
    }
}

fn recorded() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["examples", "tests/oracle/samples", "tests/golden/trace"] {
        for entry in fs::read_dir(folder).expect("it is in the package") {
            let path = entry.expect("readable").path();
            let golden = Path::new("tests/golden/trace")
                .join(path.with_extension("jsonl").file_name().expect("a file"));
            if path.extension().is_some_and(|end| end == "py") && golden.exists() {
                found.push((
                    path.to_string_lossy().into_owned(),
                    fs::read_to_string(golden).expect("readable"),
                ));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_row_is_the_recorded_one() {
    let all = recorded();
    assert!(all.len() > 12);
    let differ = |(path, golden): &(String, String)| {
        difference(&traced(path, &ALL).0, golden).map(|difference| format!("{path}: {difference}\n"))
    };
    let differences: String = all.iter().filter_map(differ).collect();
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn every_row_is_the_live_one() {
    let Some(python) = support::python("3.12") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let options = [
        (vec![], Options::default()),
        (vec!["--stack"], Options { stack: true, ..Options::default() }),
        (vec!["--locals", "--max", "37"], Options { locals: true, max: 37, ..Options::default() }),
    ];
    for (path, _) in recorded() {
        for (arguments, options) in &options {
            let out = folder.path().join("trace.jsonl");
            let status = process::Command::new(&python)
                .arg("tests/oracle/optrace.py")
                .args(arguments)
                .arg("-o")
                .arg(&out)
                .arg(&path)
                .stdin(Stdio::null())
                .output()
                .expect("it starts");
            let (ours, output, exit) = traced(&path, options);
            let difference = difference(&ours, &fs::read_to_string(&out).expect("a trace"));
            assert_eq!(difference, None, "{path} {arguments:?}");
            assert_eq!(Some(exit), status.status.code(), "exit status of {path}");
            if options.max == 0 {
                assert_eq!(output, String::from_utf8_lossy(&status.stdout), "output of {path}");
            }
        }
    }
}

#[test]
fn files_elsewhere_are_left_out_unless_all_are_wanted() {
    let source = programs::source_of("examples/add.py");
    let rows = |all: bool| {
        let (mut rows, mut out, mut err) = (Vec::new(), Vec::new(), Vec::new());
        let mut streams =
            Streams { trace: &mut rows, out: &mut out, err: &mut err, input: &mut std::io::empty() };
        let options = Options { all, ..Options::default() };
        trace(programs::program(&source), Path::new("src/lib.rs"), &options, &mut streams).expect("it runs");
        String::from_utf8(rows).expect("UTF-8").lines().count()
    };
    assert_eq!(rows(false), 1, "the end alone");
    assert!(rows(true) > 20);
}

/// Which lines begin, one after the other: of the trace, and of a session that steps from line to line, not too far.
fn lines_begun(path: &str) -> (Vec<String>, Vec<String>) {
    let field = |row: &serde_json::Value, name: &str| row[name].to_string().trim_matches('"').to_owned();
    let rows = traced(path, &Options { all: true, ..Options::default() }).0;
    let rows = rows.lines().map(|row| serde_json::from_str(row).expect("a row"));
    let lines = rows.filter(|row: &serde_json::Value| row["event"] == "line");
    let traced = lines.map(|row| format!("{}:{}", field(&row, "func"), field(&row, "line"))).collect();
    let mut session = programs::open(path);
    let mut stepped = Vec::new();
    while stepped.len() < 120 {
        match session.apply(Command::NextLine) {
            Stop::Done => {
                let frame = session.view(0).frames[0].clone();
                stepped.push(format!("{}:{}", frame.function, frame.line.expect("a line begins")));
            }
            Stop::WantsInput => session.feed_input(None),
            _ => break,
        }
    }
    (traced, stepped)
}

#[test]
fn lines_are_stepped_where_they_begin_in_the_trace() {
    let mut differ = String::new();
    for path in programs::all_sorts() {
        let (traced, stepped) = lines_begun(&path);
        let same = traced.iter().zip(&stepped).take_while(|(one, other)| one == other).count();
        // What the end of a program runs, no tracer sees.
        if same < traced.len().min(120) {
            differ += &format!("{path}: {:?}, not {:?}, after {same}\n", stepped.get(same), traced.get(same));
        }
    }
    assert!(differ.is_empty(), "{differ}");
}

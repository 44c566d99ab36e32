//! Random programs of `tests/oracle/player`, run by a live CPython 3.12.1 under its tracer and by us: every
//! instruction, stack and variable, what was printed, the report of an uncaught exception and the exit status. What
//! the tracer changes in a program's end, since it keeps what it has seen, is compared without it.
//!
//!     cargo test --release --test random_traces -- --ignored --nocapture
//!
//! `SEED`, `FIRST`, `COUNT` and `SIZE` choose other programs than those; what differs is written to the folder `KEEP`.

#![expect(clippy::print_stdout, reason = "a test log says what was compared")]

#[path = "debugger/programs.rs"]
#[expect(dead_code, reason = "only its way to make a program is needed")]
mod programs;
#[path = "support/stack.rs"]
mod stack;
mod support;

use std::{
    env, fs,
    io::{BufRead, BufReader, Lines},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use opstep::{
    debugger::trace::{Options, Streams, trace},
    source::Source,
    vm::Limits,
};

/// Instructions of a program at most.
const LIMIT: u64 = 3000;

fn setting(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |value| value.parse().expect("a number"))
}

/// What a program did.
#[derive(PartialEq)]
struct Run {
    rows: Vec<String>,
    out: String,
    err: String,
    status: i32,
}

impl Run {
    /// A run that was cut off may have printed more or less when it was.
    fn is_whole(&self) -> bool {
        self.rows.last().is_some_and(|row| !row.contains(r#""reason":"max""#))
    }

    /// The first thing in which they part.
    fn difference(&self, theirs: &Self) -> Option<String> {
        for (number, (our, their)) in (1..).zip(self.rows.iter().zip(&theirs.rows)) {
            if our != their {
                return Some(format!("row {number}\n  ours   {our}\n  theirs {their}"));
            }
        }
        if self.rows.len() != theirs.rows.len() {
            return Some(format!("{} rows instead of {}", self.rows.len(), theirs.rows.len()));
        }
        let texts = [("output", &self.out, &theirs.out), ("report", &self.err, &theirs.err)];
        let text = texts.into_iter().find(|(_, our, their)| our != their && theirs.is_whole());
        text.map(|(what, our, their)| {
            let lines = our.lines().zip(their.lines()).find(|(our, their)| our != their);
            let (our, their) = lines.unwrap_or((our, their));
            format!("{what}\n  ours   {our}\n  theirs {their}")
        })
        .or_else(|| (self.status != theirs.status).then(|| format!("status {}", self.status)))
    }
}

fn ours(path: &Path, bytes: &[u8]) -> Run {
    let options = Options { stack: true, locals: true, max: LIMIT, all: false };
    let source = Source::from_bytes(&path.to_string_lossy(), bytes).expect("text");
    let (mut rows, mut out, mut err) = (Vec::new(), Vec::new(), Vec::new());
    let mut streams =
        Streams { trace: &mut rows, out: &mut out, err: &mut err, input: &mut std::io::empty() };
    let mut program = programs::program(&source);
    // What is hidden does not count for the other limit.
    program.limits = Limits { memory: 1 << 30, steps: 100 * LIMIT };
    let status = trace(program, path, &options, &mut streams).expect("memory takes it");
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let folder = path.parent().expect("a folder").to_string_lossy().into_owned();
    let rows = text(&rows).lines().map(str::to_owned).collect();
    Run {
        rows,
        out: without_places(&text(&out)),
        err: without_places(&text(&err).replace(&folder, "")),
        status,
    }
}

/// How often the tracer worked out another depth than the interpreter had noted, and used that, is about the tracer.
fn without_misses(row: &str) -> String {
    let mark = r#""depth_mismatched":"#;
    let Some((before, after)) = row.split_once(mark) else { return row.to_owned() };
    format!("{before}{mark}0{}", after.trim_start_matches(|digit: char| digit.is_ascii_digit()))
}

/// Where an object lies in memory is nobody's business.
fn without_places(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.chars().take_while(char::is_ascii_hexdigit).count();
        let kept = if digits < 6 { part } else { &part[digits..] };
        masked.push_str("0x");
        masked.push_str(kept);
    }
    masked
}

/// CPython at work on programs of a seed.
struct Oracle {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    /// How many programs it has left out because they want too much memory.
    left_out: usize,
}

impl Oracle {
    /// With so many objects of each size in memory before those of a program.
    fn start(seed: usize, first: usize, count: usize, apart: usize) -> Self {
        let python = support::python("3.12.1").expect("a CPython 3.12.1");
        let mut command = Command::new(&python);
        command.args(["-W", "ignore::SyntaxWarning", "tests/oracle/random_traces.py"]).stdout(Stdio::piped());
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONHASHSEED", "0");
        let limit = usize::try_from(LIMIT).expect("it fits");
        for (name, value) in [
            ("--first", first),
            ("--count", first + count),
            ("--seed", seed),
            ("--size", setting("SIZE", 40)),
            ("--max", limit),
            ("--apart", apart),
        ] {
            command.args([name, &value.to_string()]);
        }
        let mut child = command.spawn().expect("it runs");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        Self { child, lines, left_out: 0 }
    }

    /// The next program, with its number and text.
    fn next(&mut self) -> Option<(usize, Vec<u8>, Run)> {
        let mut line = || self.lines.next().map(|line| line.expect("text"));
        let mut head = line()?;
        while head.starts_with('-') {
            self.left_out += 1;
            head = line()?;
        }
        let number = head.trim_start_matches("# ").parse().expect("the number of a program");
        let hex = line()?;
        let digits = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
        let bytes = (0..hex.len()).step_by(2).map(digits).collect();
        let (out, err, status): (String, String, i32) = serde_json::from_str(&line()?).expect("a row");
        let mut rows = Vec::new();
        while !rows.last().is_some_and(|row: &String| row.contains(r#""event":"end""#)) {
            rows.push(without_misses(&line()?));
        }
        let (out, err) = (without_places(&out), without_places(&err));
        Some((number, bytes, Run { rows, out, err, status }))
    }

    fn end(mut self) {
        assert!(self.child.wait().expect("it ends").success(), "the oracle has failed");
    }
}

/// Whether CPython itself does something else where its objects lie elsewhere.
fn is_of_places(seed: usize, number: usize, theirs: &Run) -> bool {
    (1..=8).any(|apart| {
        let mut oracle = Oracle::start(seed, number, 1, apart);
        let again = oracle.next();
        oracle.end();
        again.is_some_and(|(_, _, again)| again.difference(theirs).is_some())
    })
}

/// What the program prints when the tracer does not hold what it looks at until the end, with the same rows.
fn untraced(path: &Path, traced: &Run) -> Run {
    let mut command = Command::new(support::python("3.12.1").expect("a CPython 3.12.1"));
    command.args(["-W", "ignore::SyntaxWarning"]).arg(path);
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONHASHSEED", "0").env_remove("PYTHONUNBUFFERED");
    let done = command.output().expect("it runs");
    let folder = path.parent().expect("a folder").to_string_lossy().into_owned();
    let text = |bytes: &[u8]| without_places(&String::from_utf8_lossy(bytes).replace(&folder, ""));
    let rows = traced.rows.clone();
    Run { rows, out: text(&done.stdout), err: text(&done.stderr), status: done.status.code().unwrap_or(-1) }
}

/// What became of the programs of a seed.
#[derive(Default)]
struct Tally {
    compared: usize,
    too_large: usize,
    of_places: usize,
    of_tracer: usize,
    different: Vec<String>,
}

fn run(seed: usize) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("program.py");
    let mut tally = Tally::default();
    let mut oracle = Oracle::start(seed, setting("FIRST", 0), setting("COUNT", 5000), 0);
    while let Some((number, bytes, theirs)) = oracle.next() {
        tally.compared += 1;
        fs::write(&path, &bytes).expect("a file");
        let ours = ours(&path, &bytes);
        let Some(difference) = ours.difference(&theirs) else { continue };
        if ours.rows == theirs.rows && ours.difference(&untraced(&path, &theirs)).is_none() {
            println!("program {number} ends in CPython as here when nobody traces it");
            tally.of_tracer += 1;
            continue;
        }
        if is_of_places(seed, number, &theirs) {
            println!("program {number} depends on where its objects lie in memory");
            tally.of_places += 1;
            continue;
        }
        println!("program {number}: {difference}");
        tally.different.push(format!("program {number}: {difference}"));
        if let Some(kept) = env::var_os("KEEP") {
            fs::write(PathBuf::from(kept).join(format!("{seed}_{number}.py")), &bytes).expect("a file");
        }
    }
    tally.too_large = oracle.left_out;
    oracle.end();
    tally
}

#[test]
#[ignore = "minutes long, and needs CPython 3.12.1"]
fn random_programs_run_as_cpythons() {
    let seed = setting("SEED", 1);
    let Tally { compared, too_large, of_places, of_tracer, different } =
        stack::on_big_stack(move || run(seed));
    println!(
        "seed {seed}: {compared} programs traced live with CPython 3.12.1, {} differ; left out: {too_large} that want \
         too much memory, {of_places} that come out differently in CPython itself when its objects lie elsewhere; \
         {of_tracer} end there as here only when they are not traced",
        different.len()
    );
    assert!(compared > 0 && different.is_empty(), "there are differences");
}

//! Running programs through the library, for tests.

#![expect(dead_code, reason = "each test binary uses a part of it")]

pub mod reach;

use std::{fmt, path::Path, rc::Rc};

use opstep::{
    compile,
    debugger::answer::{file, find_module},
    dialect::PY312,
    object::{Answer, Stream, Want},
    source::Source,
    vm::{Event, Limits, Program, Unwatched, Vm, Watch},
};

#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub out: String,
    pub err: String,
    pub status: i32,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "stdout:\n{}\nstderr:\n{}\nstatus: {}", self.out, self.err, self.status)
    }
}

/// The machine before the program's first instruction. The program is named as if it stood in the folder it is
/// run in, so that tracebacks name no folder.
pub fn start(path: &Path) -> Vm {
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    let bytes = std::fs::read(path).expect("the program can be read");
    let source = Source::from_bytes(&name, &bytes).expect("the program is text");
    let folder = path.parent().expect("a file lies in a folder").to_string_lossy().into_owned();
    start_source(&name, &source, vec![folder], Limits { steps: 200_000_000, memory: 1 << 30 })
}

/// The same for a program that is no file.
pub fn start_text(name: &str, text: &str) -> Vm {
    start_source(
        name,
        &Source::from_text(name, text),
        Vec::new(),
        Limits { steps: 200_000_000, memory: 1 << 30 },
    )
}

fn start_source(name: &str, source: &Source, path: Vec<String>, limits: Limits) -> Vm {
    Vm::new(program(name, source, path, limits))
}

pub fn program(name: &str, source: &Source, path: Vec<String>, limits: Limits) -> Program {
    let code = compile::compile(source, &PY312).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let source: Rc<str> = source.text().clone();
    let argv = vec![name.to_owned()];
    Program { code, dialect: &PY312, argv, path, file: None, source: Some(source), limits }
}

fn answer(vm: &mut Vm, want: Want, lines: &mut impl Iterator<Item = &'static str>) {
    let answer = match want {
        Want::Line => Answer::Line(lines.next().unwrap_or("").into()),
        Want::Room => Answer::Taken,
        Want::Clock(_) => Answer::Nanoseconds(0),
        Want::File(question) => file(vm.heap(), question),
        Want::Module(name) => find_module(vm.heap(), name),
    };
    vm.answer(answer);
}

fn outcome(vm: &Vm, status: i32) -> Outcome {
    let text = |wanted: Stream| {
        vm.output().iter().filter(|(stream, _)| *stream == wanted).map(|(_, text)| text).collect()
    };
    Outcome { out: text(Stream::Out), err: text(Stream::Err), status }
}

/// Every program is given the same input.
const INPUT: [&str; 2] = ["first line\n", "second"];

pub fn run_file(path: &Path) -> Outcome {
    to_the_end(start(path)).unwrap_or_else(|event| panic!("{}: {event:?}", path.display()))
}

/// A program that stands in no file.
pub fn run_text(name: &str, text: &str) -> Outcome {
    to_the_end(start_text(name, text)).unwrap_or_else(|event| panic!("{name}: {event:?}"))
}

/// The same within limits; the event is what kept it from ending.
pub fn run_limited(text: &str, limits: Limits) -> Result<Outcome, Event> {
    to_the_end(start_source("<text>", &Source::from_text("<text>", text), Vec::new(), limits))
}

/// A program of a file, with somebody looking on.
pub fn run_watched(path: &Path, watched: impl FnOnce(&Vm) -> reach::Reach) -> reach::Reached {
    let vm = start(path);
    let mut watch = watched(&vm);
    watched_to_the_end(vm, &mut watch).unwrap_or_else(|event| panic!("{}: {event:?}", path.display()));
    watch.reached
}

fn to_the_end(vm: Vm) -> Result<Outcome, Event> {
    watched_to_the_end(vm, &mut Unwatched)
}

fn watched_to_the_end<W: Watch>(mut vm: Vm, watch: &mut W) -> Result<Outcome, Event> {
    let mut lines = INPUT.into_iter();
    loop {
        match vm.run_watched(u64::MAX, watch) {
            Event::Finished(status) => return Ok(outcome(&vm, status)),
            Event::Wants(want) => answer(&mut vm, want, &mut lines),
            other => return Err(other),
        }
    }
}

/// The same, in pieces of `piece` instructions (for the first `most`), each run on a clone as well; the clone goes
/// on and the machine itself is thrown away.
pub fn run_in_pieces(path: &Path, piece: u64, most: u64) -> Outcome {
    let mut vm = start(path);
    let mut lines = INPUT.into_iter();
    let mut pieces = 0;
    loop {
        let keep = vm.clone();
        let budget = if pieces * piece < most { piece } else { u64::MAX };
        pieces += 1;
        let first = vm.run(budget);
        let mut again = keep;
        if let Event::Wants(want) = first {
            assert_eq!(again.run(budget), Event::Wants(want));
            answer(&mut again, want, &mut lines);
        } else {
            assert_eq!(again.run(budget), first);
        }
        assert_eq!(again.steps(), vm.steps(), "a clone counts the same");
        assert_eq!(again.output().len(), vm.output().len(), "a clone writes the same");
        vm = again;
        if let Event::Finished(status) = first {
            return outcome(&vm, status);
        }
    }
}

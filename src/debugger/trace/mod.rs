//! `opstep trace`: every executed instruction as one line of JSON, exactly as the oracle's tracer
//! (`tests/oracle/optrace.py`) has the real interpreter write it. Uses the machine alone, no session.

mod frame;
mod json;
mod rows;

use std::{
    io::{self, BufRead, Write},
    path::{Path, PathBuf},
};

use super::answer::{Clocks, file, find_module, read_line};
use crate::{
    object::{Answer, Stream, Want},
    vm::{Event, Program, Vm},
};
use rows::Rows;

#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The value stack before each instruction.
    pub stack: bool,
    /// Local variables as well.
    pub locals: bool,
    /// Stop after so many instructions; 0: never.
    pub max: u64,
    /// All frames, not only those of files below the script's folder.
    pub all: bool,
}

/// Where a traced program reads and writes.
pub struct Streams<'a> {
    pub trace: &'a mut dyn Write,
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    pub input: &'a mut dyn BufRead,
}

/// How many instructions run between two looks at the program's output.
const SLICE: u64 = 10_000;

/// Runs the program and writes its trace. Gives its exit status.
pub fn trace(program: Program, script: &Path, options: &Options, streams: &mut Streams) -> io::Result<i32> {
    let script = std::path::absolute(script)?;
    let root = script.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    let mut vm = Vm::watched(program);
    let mut rows = Rows::new(options.clone(), root, &vm);
    let clocks = Clocks::default();
    let mut written = 0;
    let status = loop {
        let event = vm.run_watched(SLICE, &mut rows);
        streams.trace.write_all(rows.take().as_bytes())?;
        for (stream, text) in vm.output().since(written) {
            match stream {
                Stream::Out => streams.out.write_all(text.as_bytes())?,
                Stream::Err => streams.err.write_all(text.as_bytes())?,
            }
        }
        written = vm.output().len();
        match event {
            Event::Ran => {}
            Event::Stopped => {
                rows.end_at_most();
                break 0;
            }
            Event::Finished(status) => {
                rows.end(&vm);
                break status;
            }
            Event::Limit(name) => {
                rows.end_at_limit(name);
                break 1;
            }
            Event::Wants(Want::Clock(clock)) => {
                vm.answer(clocks.read(clock));
                rows.begin_again(&vm);
            }
            Event::Wants(Want::Room) => {
                vm.answer(Answer::Taken);
                rows.begin_again(&vm);
            }
            Event::Wants(Want::Module(name)) => {
                vm.answer(find_module(vm.heap(), name));
                rows.begin_again(&vm);
            }
            Event::Wants(Want::File(question)) => {
                vm.answer(file(vm.heap(), question));
                rows.begin_again(&vm);
            }
            Event::Wants(Want::Line) => {
                streams.out.flush()?;
                vm.answer(read_line(streams.input));
                rows.begin_again(&vm);
            }
        }
    };
    streams.trace.write_all(rows.take().as_bytes())?;
    streams.trace.flush()?;
    streams.out.flush()?;
    Ok(status)
}

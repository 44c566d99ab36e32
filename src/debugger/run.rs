//! Running a program without a screen: its output goes out as it comes, its input is read when it is wanted,
//! Ctrl-C becomes its KeyboardInterrupt. With a history, every moment of the run could be gone back to.

use std::{
    io::{self, BufRead, Write},
    sync::atomic::{AtomicBool, Ordering},
};

use super::{
    answer::{Clocks, file, find_module, read_line},
    history::{History, Limits},
};
use crate::{
    object::{Answer, Stream, Want},
    vm::{Event, Program, Vm},
};

/// Where a program reads and writes, and how it is interrupted.
pub struct World<'a> {
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    pub input: &'a mut dyn BufRead,
    /// Set when the user pressed Ctrl-C.
    pub interrupted: &'a AtomicBool,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With this exit status.
    Finished(i32),
    /// A limit was reached; the text names it.
    Limit(&'static str),
}

/// Instructions between two looks at the world.
const SLICE: u64 = 1 << 16;

/// Runs the program to its end.
pub fn run(program: Program, world: &mut World) -> io::Result<Ending> {
    Runner::new(Vm::new(program)).finish(world, Vm::forget_past)
}

/// The same, keeping a history as a debugging session does; gives it too.
pub fn record(program: Program, world: &mut World) -> io::Result<(Ending, History<Vm>)> {
    let vm = Vm::new(program);
    let mut history = History::new(0, vm.clone(), Limits::default());
    let ending = Runner::new(vm).finish(world, |vm| {
        let step = vm.ticks();
        let heap = vm.heap();
        if history.is_due(step, heap.shared.copied()) {
            let copied = heap.shared.copied();
            history.keep(step, vm.to_keep(), vm.bytes(), copied, step);
        }
    })?;
    Ok((ending, history))
}

struct Runner {
    vm: Vm,
    /// How many of its writes have gone out.
    written: usize,
    clocks: Clocks,
}

impl Runner {
    fn new(vm: Vm) -> Self {
        Self { vm, written: 0, clocks: Clocks::default() }
    }

    /// `each_slice` is called whenever what was written has gone out.
    fn finish(&mut self, world: &mut World, mut each_slice: impl FnMut(&mut Vm)) -> io::Result<Ending> {
        loop {
            if world.interrupted.swap(false, Ordering::Relaxed) {
                self.vm.interrupt();
            }
            let event = self.vm.run(SLICE);
            self.write(world)?;
            match event {
                Event::Ran | Event::Stopped => each_slice(&mut self.vm),
                Event::Finished(status) => return Ok(Ending::Finished(status)),
                Event::Limit(name) => return Ok(Ending::Limit(name)),
                Event::Wants(Want::Clock(clock)) => self.vm.answer(self.clocks.read(clock)),
                Event::Wants(Want::Room) => {
                    self.vm.answer(Answer::Taken);
                    each_slice(&mut self.vm);
                }
                Event::Wants(Want::Line) => self.vm.answer(read_line(world.input)),
                Event::Wants(Want::File(question)) => self.vm.answer(file(self.vm.heap(), question)),
                Event::Wants(Want::Module(name)) => self.vm.answer(find_module(self.vm.heap(), name)),
            }
        }
    }

    fn write(&mut self, world: &mut World) -> io::Result<()> {
        let output = self.vm.output();
        if output.len() == self.written {
            return Ok(());
        }
        for (stream, text) in output.since(self.written) {
            // Their order on a terminal is that of the program.
            match stream {
                Stream::Out => world.out.write_all(text.as_bytes())?,
                Stream::Err => {
                    world.out.flush()?;
                    world.err.write_all(text.as_bytes())?;
                    world.err.flush()?;
                }
            }
        }
        self.written = output.len();
        world.out.flush()
    }
}

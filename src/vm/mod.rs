//! The stack machine, as a value: it can be cloned, stepped, and thrown away. Does no input or output.

mod binary;
mod bind;
mod call;
mod construct;
mod exec;
mod frame;
mod frames;
mod generator;
mod inquiry;
mod lifetimes;

mod open;
mod report;
mod resume;
mod run;
mod settle;
mod start;
mod suggest;
mod super_;
mod throw;
mod traceback;
mod unwind;

use std::rc::Rc;

use crate::{
    code::Code,
    dialect::Dialect,
    object::{Answer, Handle, Heap, Output, Value, Want},
};

use frame::Frame;
pub use frame::FrameView;
pub use inquiry::UNMET;
use resume::Resume;

/// A program and the circumstances of its run.
#[derive(Clone, Debug)]
pub struct Program {
    pub code: Rc<Code>,
    pub dialect: &'static Dialect,
    /// `sys.argv`; the first is the program's own name as the user gave it.
    pub argv: Vec<String>,
    /// `sys.path`: where modules are looked for.
    pub path: Vec<String>,
    /// `__file__`, where that is not the name in the code: in a compiled file.
    pub file: Option<Rc<str>>,
    /// The text of the source, for tracebacks.
    pub source: Option<Rc<str>>,
    pub limits: Limits,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes; more is a `MemoryError` in the program.
    pub memory: u64,
    /// Instructions, hidden ones included; more is [`Event::Limit`].
    pub steps: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: 2 << 30, steps: u64::MAX }
    }
}

/// Why the machine came back.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It ran as far as it was asked to.
    Ran,
    /// The instruction needs an answer ([`Vm::answer`]) before it can be executed.
    Wants(Want),
    /// The program has ended with this exit status.
    Finished(i32),
    /// The watch asked to stop before the next instruction.
    Stopped,
    /// A limit was reached; the text names it.
    Limit(&'static str),
}

/// Looks on while a machine runs, at visible frames only. What it does not define costs nothing.
pub trait Watch {
    /// Whether it looks at all before an instruction: each is then executed by itself.
    const LOOKS: bool = true;

    /// Whether to stop before the next instruction. Asked again for the same instruction when the run goes on:
    /// step once first.
    fn before(&mut self, vm: &Vm) -> bool {
        let _ = vm;
        false
    }

    /// An exception has come to the innermost frame: raised in it, or passed on by a frame it called.
    fn raised(&mut self, vm: &Vm, exception: Handle) {
        let _ = (vm, exception);
    }

    /// The innermost frame is about to be left because nothing in it handles the exception.
    fn unwound(&mut self, vm: &Vm, exception: Handle) {
        let _ = (vm, exception);
    }
}

/// No watch at all.
#[derive(Debug)]
pub struct Unwatched;

impl Watch for Unwatched {
    const LOOKS: bool = false;
}

#[derive(Clone, Debug)]
pub struct Vm {
    heap: Heap,
    /// Variables and value stacks of all frames.
    stack: Vec<Value>,
    /// The frame that runs.
    current: Frame,
    /// The frames that wait, outermost first.
    waiting: Vec<Frame>,
    /// Instructions executed, hidden ones included.
    ticks: u64,
    /// Those of hidden frames.
    hidden_ticks: u64,
    /// The exception that is being handled, or `None`. A generator has its own, and keeps this one while it runs.
    handling: Value,
    /// Names for the keyword arguments of the call to come.
    kw_names: Value,
    main_module: Value,
    /// Visible frames.
    depth: u32,
    frames_opened: u64,
    /// Open frames that are objects too, by number; those of generators know it themselves.
    frame_objects: Vec<(u64, Handle)>,
    /// Code unit of the first raise of an exception that was just sent on its way again.
    raised_at: Option<u32>,
    /// The exception that has ended the program and is about to be reported.
    reporting: Option<Handle>,
    /// Whether the program's own `sys.excepthook` has had that exception.
    hooked: bool,
    /// The exit status, while finalizers still run.
    ending: Option<i32>,
    /// It has come so far that no source can be read any more.
    sources_closed: bool,
    finished: Option<i32>,
    /// Whether somebody looks on: what only they can tell happens too.
    watched: bool,
    program: Rc<Program>,
}

impl Vm {
    /// How many visible instructions have been executed.
    pub fn steps(&self) -> u64 {
        self.ticks - self.hidden_ticks
    }

    /// How many instructions have been executed, those of hidden frames included.
    pub fn ticks(&self) -> u64 {
        self.ticks
    }

    /// A clone that is kept for later: what of it shares nothing with this one is counted.
    pub fn to_keep(&self) -> Self {
        self.heap.shared.count_copied(self.frames_bytes());
        self.clone()
    }

    /// Estimated bytes that it holds, what it shares with clones included.
    pub fn bytes(&self) -> u64 {
        self.heap.bytes_in_use() + self.frames_bytes()
    }

    pub fn heap(&self) -> &Heap {
        &self.heap
    }

    pub fn program(&self) -> &Program {
        &self.program
    }

    /// All that the program has written so far.
    pub fn output(&self) -> &Output {
        &self.heap.world.output
    }

    /// The exit status, once the program has ended.
    pub fn finished(&self) -> Option<i32> {
        self.finished
    }

    /// Answers what [`Event::Wants`] asked for. Replays use the same answer again.
    pub fn answer(&mut self, answer: Answer) {
        self.heap.world.answer(answer);
    }

    /// Nobody will go back: lets go of what has been written and answered.
    pub fn forget_past(&mut self) {
        self.heap.forget_past();
    }

    /// Raises `KeyboardInterrupt` before the next instruction, here and in every replay.
    pub fn interrupt(&mut self) {
        self.heap.world.interrupt(self.ticks);
    }

    /// The exception that is being handled, or `None`.
    pub fn handling(&self) -> Value {
        if !self.handling.is_none() {
            return self.handling;
        }
        // What those handle that the running generators run for.
        let frames = std::iter::once(&self.current).chain(self.waiting.iter().rev());
        let generators = frames.filter_map(|frame| frame.generator);
        let mut outer = generators.map(|generator| self.heap.generator(generator).handling);
        outer.find(|outer| !outer.is_none()).unwrap_or(Value::None)
    }

    /// The exception that ended the program, while those to be shown are asked for their text.
    pub fn reporting(&self) -> Option<Handle> {
        self.reporting
    }

    /// Whether the program itself has ended, and only finalizers run.
    pub fn is_ending(&self) -> bool {
        self.ending.is_some()
    }

    /// How many frames are open, hidden ones included.
    #[inline]
    pub fn depth(&self) -> usize {
        if self.finished.is_some() { 0 } else { self.waiting.len() + 1 }
    }

    /// The innermost frame. None once the program has ended.
    #[inline]
    pub fn top(&self) -> Option<FrameView<'_>> {
        self.frames().next()
    }

    /// Frames, innermost first, hidden ones included. Empty once the program has ended.
    pub fn frames(&self) -> impl Iterator<Item = FrameView<'_>> {
        let running = self.finished.is_none().then_some(&self.current);
        let mut top = self.stack.len();
        running.into_iter().chain(self.waiting.iter().rev()).enumerate().map(move |(number, frame)| {
            let waiting = number > 0;
            let pc = frame.current(waiting);
            let view = FrameView {
                code: &frame.code,
                offset: frame.code.offsets[pc as usize],
                pc,
                slots: &self.stack[frame.base as usize..frame.stack_base()],
                stack: &self.stack[frame.stack_base()..top],
                globals: frame.globals,
                names: frame.names,
                hidden: frame.hidden,
                id: frame.id,
                waiting,
            };
            top = frame.floor as usize;
            view
        })
    }
}

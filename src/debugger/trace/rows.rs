//! The rows of a trace: which events the real interpreter reports to a tracer, in which order, with what in
//! them. Writes to a string; who calls it carries the string away.

use std::{path::PathBuf, rc::Rc};

use super::{
    Options,
    frame::{below, ended, exit_code, locals, returned, show},
    json::{Object, Shown},
};
use crate::{
    code::Instruction,
    debugger::{
        codes::{CodeFacts, Codes},
        lines::Previous,
        standing,
    },
    isa::Op,
    object::{Handle, Type, Value},
    vm::{FrameView, Vm, Watch},
};

/// A visible frame that is open.
struct Open {
    id: u64,
    facts: Rc<CodeFacts>,
    /// Whether the user wants to see it.
    wanted: bool,
    previous: Option<Previous>,
}

pub struct Rows {
    options: Options,
    root: PathBuf,
    codes: Codes,
    /// By the session's number: whether its file is wanted, and the number that the trace gave it.
    seen: Vec<(bool, Option<u32>)>,
    traced: u32,
    open: Vec<Open>,
    text: String,
    seq: u64,
    instructions: u64,
    compared: u64,
    /// The exception that went through a frame last.
    exception: Option<Handle>,
    /// The exception on its way has come out of a frame that the innermost one had opened.
    from_callee: bool,
    /// An instruction that has been reported already, and now begins again.
    again: bool,
    full: bool,
}

impl Rows {
    pub fn new(options: Options, root: PathBuf, vm: &Vm) -> Self {
        let program = vm.program();
        Self {
            codes: Codes::new(&program.code, program.dialect),
            options,
            root,
            seen: Vec::new(),
            traced: 0,
            open: Vec::new(),
            text: String::new(),
            seq: 0,
            instructions: 0,
            compared: 0,
            exception: None,
            from_callee: false,
            again: false,
            full: false,
        }
    }

    /// What has been written since the last time.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// An instruction was not executed: it wants an answer first. Unless it is one of the hidden, it has been reported.
    pub fn begin_again(&mut self, vm: &Vm) {
        self.again = vm.top().is_some_and(|top| !top.hidden);
    }

    fn emit(&mut self, fields: impl FnOnce(Object) -> Object) {
        let row = fields(Object::new().number("seq", self.seq));
        self.seq += 1;
        self.text.push_str(&row.end());
        self.text.push('\n');
    }

    /// Brings the list of open frames up to date, and tells how many of them are wanted below the innermost.
    fn enter(&mut self, vm: &Vm, top: &FrameView) -> i128 {
        if self.open.last().is_none_or(|open| open.id != top.id) {
            let frames: Vec<FrameView> = vm.frames().filter(|frame| !frame.hidden).collect();
            let same = self
                .open
                .iter()
                .zip(frames.iter().rev())
                .take_while(|(open, frame)| open.id == frame.id)
                .count();
            self.open.truncate(same);
            for frame in frames.iter().rev().skip(same) {
                let number = self.codes.number_of(&frame.code.code);
                let facts = self.codes.facts(number).clone();
                let wanted = self.wants(&facts);
                self.open.push(Open { id: frame.id, facts, wanted, previous: None });
            }
        }
        let below = &self.open[..self.open.len() - 1];
        below.iter().filter(|open| open.wanted).count() as i128
    }

    fn wants(&mut self, facts: &CodeFacts) -> bool {
        let number = facts.number as usize;
        while self.seen.len() <= number {
            let other =
                self.codes.facts(u32::try_from(self.seen.len()).expect("fewer code objects than that"));
            let wanted = self.options.all || below(&self.root, &other.code.filename).is_some();
            self.seen.push((wanted, None));
        }
        self.seen[number].0
    }

    /// The number of a code object in the trace; the first time it gets a row of its own.
    fn number(&mut self, facts: &CodeFacts) -> u32 {
        let number = facts.number as usize;
        if let Some(known) = self.seen[number].1 {
            return known;
        }
        let new = self.traced;
        self.traced += 1;
        self.seen[number].1 = Some(new);
        let code = &facts.code;
        let file = below(&self.root, &code.filename).unwrap_or_else(|| code.filename.to_string());
        self.emit(|row| {
            row.str("event", "code")
                .number("code", new)
                .str("file", &file)
                .str("func", &code.qualname)
                .number("firstlineno", code.firstlineno)
        });
        new
    }

    /// The fields that every event of a frame has.
    fn event(&mut self, event: &str, at: &At, rest: impl FnOnce(Object) -> Object) {
        let number = self.number(&at.facts);
        let op = at.instruction.map_or("?", |each| each.op.name());
        let arg = at.instruction.filter(|each| at.facts.dialect.has_arg(each.op)).map(|each| each.arg);
        self.emit(|row| {
            let row = row
                .str("event", event)
                .number("code", number)
                .str("func", &at.facts.code.qualname)
                .number("depth", at.depth)
                .number("offset", at.offset)
                .str("op", op)
                .number_or_null("arg", arg)
                .number_or_null("line", at.line);
            rest(row)
        });
    }

    /// `call` and `opcode`: the state before the instruction.
    fn state(&mut self, event: &str, vm: &Vm, top: &FrameView, at: &At) {
        let heap = vm.heap();
        let stack: Option<Vec<Shown>> = at.facts.depths[top.pc as usize]
            .filter(|_| self.options.stack)
            .map(|_| top.stack.iter().map(|value| show(heap, *value)).collect());
        let locals = self.options.locals.then(|| locals(heap, top, &at.facts));
        let with_stack = self.options.stack;
        self.event(event, at, |mut row| {
            if with_stack {
                row = row.values_or_null("stack", stack.as_deref());
            }
            match locals {
                Some(locals) => row.object("locals", locals),
                None => row,
            }
        });
    }

    fn is_full(&self) -> bool {
        self.options.max > 0 && self.instructions >= self.options.max
    }

    fn last_row(&mut self, reason: &str, fields: impl FnOnce(Object) -> Object) {
        let (instructions, compared) = (self.instructions, self.compared);
        self.emit(|row| {
            fields(row.str("event", "end").str("reason", reason))
                .number("instructions", instructions)
                .number("depth_compared", compared)
                // The depth is the machine's own, so there is nothing that it could be compared with.
                .number("depth_mismatched", 0)
                .number("depth_conflicts", 0)
        });
    }

    pub fn end_at_most(&mut self) {
        self.last_row("max", |row| row);
    }

    pub fn end_at_limit(&mut self, name: &str) {
        self.last_row(&format!("limit: {name}"), |row| row);
    }

    pub fn end(&mut self, vm: &Vm) {
        let heap = vm.heap();
        let uncaught = self.exception.filter(|_| self.open.is_empty());
        let exits = uncaught.is_some_and(|exception| heap.is_instance(exception.into(), Type::SystemExit));
        let status = match uncaught {
            Some(exception) if exits => exit_code(heap, exception),
            Some(_) => Value::Int(1),
            None => Value::Int(0),
        };
        let status = show(heap, status);
        let uncaught = uncaught.filter(|_| !exits).map(|exception| show(heap, exception.into()));
        self.last_row("exit", |row| row.value("exit", &status).value_or_null("uncaught", uncaught.as_ref()));
    }
}

/// Where an event takes place.
struct At {
    facts: Rc<CodeFacts>,
    depth: i128,
    offset: u32,
    /// `None` between instructions: in the caches of a call.
    instruction: Option<Instruction>,
    line: Option<u32>,
}

impl At {
    fn instruction(facts: &Rc<CodeFacts>, depth: i128, pc: u32) -> Self {
        let instruction = facts.instructions[pc as usize];
        let line = facts.lines.of(pc);
        Self { facts: facts.clone(), depth, offset: instruction.start, instruction: Some(instruction), line }
    }
}

impl Watch for Rows {
    fn before(&mut self, vm: &Vm) -> bool {
        let Some(top) = traced_top(vm) else { return false };
        if self.full {
            return true;
        }
        let depth = self.enter(vm, &top);
        let open = self.open.last().expect("entered");
        let facts = open.facts.clone();
        let pc = top.pc;
        let instruction = facts.instructions[pc as usize];
        let previous = open.previous;
        // What prepares a frame is done before tracing begins.
        if open.wanted && pc >= facts.entry() && !std::mem::take(&mut self.again) {
            let at = At::instruction(&facts, depth, pc);
            if let Some(line) = facts.lines.begun(pc, previous) {
                self.compared += u64::from(self.options.stack);
                self.event("line", &At { line: Some(line), ..At::instruction(&facts, depth, pc) }, |row| row);
            }
            let event = if instruction.op == Op::Resume { "call" } else { "opcode" };
            self.compared += u64::from(self.options.stack && event == "call");
            self.instructions += 1;
            self.state(event, vm, &top, &at);
            if self.is_full() {
                self.full = true;
                return true;
            }
            if let Some(value) = ended(vm.heap(), &top, instruction) {
                self.event("exception", &at, |row| row.value("value", &value));
            }
            if let Some(value) = returned(vm.heap(), &top, instruction) {
                self.event("return", &at, |row| row.value("value", &value));
            }
        }
        self.from_callee = false;
        let stands = standing::after(vm.heap(), &top, &facts);
        self.open.last_mut().expect("entered").previous = Some(stands);
        false
    }

    fn raised(&mut self, vm: &Vm, exception: Handle) {
        let Some(top) = traced_top(vm) else { return };
        self.exception = Some(exception);
        let depth = self.enter(vm, &top);
        let open = self.open.last_mut().expect("entered");
        let previous = standing::raised(open.previous, &top, self.from_callee);
        let is_new = open.previous.replace(previous).is_none();
        if !open.wanted {
            return;
        }
        let facts = open.facts.clone();
        if is_new {
            self.compared += u64::from(self.options.stack);
            self.state("call", vm, &top, &At::instruction(&facts, depth, previous.pc));
        }
        let at = place(&facts, depth, previous);
        let value = show(vm.heap(), exception.into());
        self.event("exception", &at, |row| row.value("value", &value));
    }

    fn unwound(&mut self, vm: &Vm, exception: Handle) {
        let Some(top) = traced_top(vm) else { return };
        // RERAISE sends one on its way without a word.
        self.exception = Some(exception);
        let depth = self.enter(vm, &top);
        let open = self.open.last().expect("entered");
        if let (Some(previous), true) = (open.previous, open.wanted) {
            let at = place(&open.facts, depth, previous);
            let none = show(vm.heap(), Value::None);
            self.event("return", &at, |row| row.value("value", &none));
        }
        self.open.pop();
        self.from_callee = true;
    }
}

/// The innermost frame, as long as tracing is on: it ends with the program, before its last exception is
/// asked for its text.
fn traced_top(vm: &Vm) -> Option<FrameView<'_>> {
    if vm.reporting().is_some() || vm.is_ending() { None } else { vm.top() }
}

/// Where a frame stands after an instruction.
fn place(facts: &Rc<CodeFacts>, depth: i128, previous: Previous) -> At {
    let at = At::instruction(facts, depth, previous.pc);
    if !previous.in_caches {
        return at;
    }
    At { offset: facts.instructions[previous.pc as usize].end() - 2, instruction: None, ..at }
}

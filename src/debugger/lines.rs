//! When a new source line begins: the rules by which CPython gives `line` events to a debugger. Knows code
//! objects, not the machine.

use crate::{
    code::{Code, Instruction},
    isa::Op,
};

/// The last instruction that ran in the same frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Previous {
    /// Its number in the code object.
    pub pc: u32,
    /// The frame stands at the end of its caches, as after a call of a Python function. CPython then finds no
    /// line for it, and takes what follows on the same line for a new one if it is the target of a jump.
    pub in_caches: bool,
    /// An exception leads on from there.
    pub by_exception: bool,
}

impl Previous {
    /// At the instruction itself, which has done what it does.
    pub fn at(pc: u32) -> Self {
        Self { pc, in_caches: false, by_exception: false }
    }
}

/// The lines of one code object, by instruction.
#[derive(Debug)]
pub struct Lines {
    line: Vec<Option<u32>>,
    /// Instructions that begin a line if they are reached from another one.
    may_begin: Vec<bool>,
    ops: Vec<Op>,
    /// Backward jumps that stay on their line, and where they go: each begins the line anew.
    loops: Vec<Option<u32>>,
}

impl Lines {
    pub fn new(code: &Code, instructions: &[Instruction]) -> Self {
        let places = code.positions();
        let line: Vec<Option<u32>> = instructions
            .iter()
            .map(|each| places.get(each.start as usize / 2).and_then(|at| u32::try_from(at.line).ok()))
            .collect();
        let number = |offset: u32| instructions.binary_search_by_key(&offset, |each| each.start).ok();
        let mut may_begin = changes(instructions, &line);
        let mut loops = vec![None; instructions.len()];
        for (pc, each) in instructions.iter().enumerate() {
            let Some(target) = each.jump_target().and_then(number) else { continue };
            let past = usize::from(each.op.jumps_past().is_some() || each.op == Op::Send);
            if let Some(begins) = may_begin.get_mut(target + past) {
                *begins = line[target + past].is_some();
            }
            if each.op == Op::JumpBackward && line[target] == line[pc] && line[pc].is_some() {
                loops[pc] = u32::try_from(target).ok();
            }
        }
        for entry in code.exception_entries() {
            if let Some(target) = number(entry.target)
                && instructions[target].op != Op::EndAsyncFor
            {
                may_begin[target] = line[target].is_some();
            }
        }
        let ops = instructions.iter().map(|each| each.op).collect();
        Self { line, may_begin, ops, loops }
    }

    /// The line that an instruction comes from.
    pub fn of(&self, pc: u32) -> Option<u32> {
        self.line[pc as usize]
    }

    /// Whether the instruction can begin a line at all.
    pub fn may_begin(&self, pc: u32) -> bool {
        self.may_begin[pc as usize]
    }

    /// The line that begins with this instruction, coming from `previous`.
    pub fn begun(&self, pc: u32, previous: Option<Previous>) -> Option<u32> {
        if !self.may_begin(pc) {
            return None;
        }
        let line = self.of(pc)?;
        let Some(previous) = previous else { return Some(line) };
        let from = previous.pc as usize;
        // A generator that ends, but not one that raises, moves the frame on to where SEND jumps.
        let in_caches = previous.in_caches && (previous.by_exception || self.ops[from] != Op::Send);
        let same = !in_caches && self.line[from] == Some(line);
        // Behind RESUME a line begins even where it is RESUME's own.
        (!same || self.ops[from] == Op::Resume || self.loops[from] == Some(pc)).then_some(line)
    }
}

/// Where the line differs from that of the instruction before, from the first RESUME on.
fn changes(instructions: &[Instruction], line: &[Option<u32>]) -> Vec<bool> {
    let first = instructions.iter().position(|each| each.op == Op::Resume).unwrap_or(0);
    let mut before = None;
    let change = |(pc, each): (usize, &Instruction)| {
        // The first is never a line of its own, the others are jumped over.
        if pc < first || matches!(each.op, Op::Resume | Op::EndFor | Op::EndSend | Op::EndAsyncFor) {
            return false;
        }
        let changed = line[pc].is_some() && line[pc] != before;
        before = line[pc];
        changed
    };
    instructions.iter().enumerate().map(change).collect()
}

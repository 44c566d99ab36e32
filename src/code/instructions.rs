//! The instructions of a code object: its bytes, read two at a time. Does not know what the arguments mean.

use super::Code;
use crate::{dialect::Dialect, isa::Op};

/// One instruction, with the `EXTENDED_ARG`s before it and the caches after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// Where its own unit begins, in bytes. This is the offset that `dis` shows and a frame stands at.
    pub offset: u32,
    /// Where its first `EXTENDED_ARG` begins, in bytes; `offset` if it has none.
    pub start: u32,
    pub op: Op,
    /// The whole argument, zero for an instruction that has none.
    pub arg: u32,
    /// Cache units after it.
    pub caches: u8,
}

impl Instruction {
    /// How deep the stack is when it has failed: it has let go of its operands by then. But what opens a `with` looks
    /// for two methods before, and what is raised where a generator waits, be it before its start, finds a value there.
    pub fn left_when_failed(&self, depth: u32) -> u32 {
        if self.op == Op::ReturnGenerator {
            return depth + 1;
        }
        let keeps = matches!(self.op, Op::BeforeWith | Op::BeforeAsyncWith | Op::YieldValue);
        let never_fails = matches!(
            self.op,
            Op::Copy
                | Op::EndFor
                | Op::EndSend
                | Op::PopExcept
                | Op::PopTop
                | Op::PushExcInfo
                | Op::ReturnValue
                | Op::StoreDeref
                | Op::StoreFast
                | Op::Swap
        );
        let gone = self.op.pop_count(self.arg) - self.op.kept(self.arg, false);
        depth - if keeps || never_fails { 0 } else { gone }
    }

    /// The offset just behind it and its caches.
    pub const fn end(&self) -> u32 {
        self.offset + 2 + 2 * self.caches as u32
    }

    /// The offset to which it may jump.
    pub fn jump_target(&self) -> Option<u32> {
        if !self.op.is_jump() {
            return None;
        }
        let distance = self.arg.wrapping_mul(2);
        Some(if self.op.is_backward_jump() {
            self.end().wrapping_sub(distance)
        } else {
            self.end().wrapping_add(distance)
        })
    }
}

/// Every unit that is not a cache, `EXTENDED_ARG`s for themselves. Bytes that are no instruction end it:
/// code objects from outside are verified before anything else reads them.
pub(super) struct Units<'a> {
    code: &'a [u8],
    at: usize,
    extended: u32,
    dialect: &'a Dialect,
}

impl<'a> Units<'a> {
    pub(super) fn new(code: &'a [u8], dialect: &'a Dialect) -> Self {
        Self { code, at: 0, extended: 0, dialect }
    }
}

impl Iterator for Units<'_> {
    type Item = Instruction;

    fn next(&mut self) -> Option<Instruction> {
        let &[number, low] = self.code.get(self.at..self.at + 2)? else { return None };
        let op = self.dialect.op(number)?;
        let caches = self.dialect.caches(op);
        let mut arg = 0;
        if self.dialect.has_arg(op) {
            arg = self.extended | u32::from(low);
        }
        self.extended = if op == Op::ExtendedArg { arg << 8 } else { 0 };
        let offset = u32::try_from(self.at).ok()?;
        self.at += 2 + 2 * usize::from(caches);
        Some(Instruction { offset, start: offset, op, arg, caches })
    }
}

impl Code {
    /// The instructions in order, `EXTENDED_ARG`s folded into the instruction that they serve.
    pub fn instructions(&self, dialect: &Dialect) -> Vec<Instruction> {
        let mut found = Vec::with_capacity(self.code.len() / 2);
        let mut start = None;
        for unit in Units::new(&self.code, dialect) {
            let first = *start.get_or_insert(unit.offset);
            if unit.op != Op::ExtendedArg {
                found.push(Instruction { start: first, ..unit });
                start = None;
            }
        }
        found
    }
}

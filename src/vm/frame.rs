//! A frame: one activation of a code object. Its variables and its part of the value stack lie on the one stack
//! that all frames share.

use std::rc::Rc;

use crate::object::{CodeObject, Handle, Value};

use super::resume::Resume;

#[derive(Clone, Debug)]
pub struct Frame {
    pub code: Rc<CodeObject>,
    pub code_handle: Handle,
    /// The instruction that comes next; in a waiting frame, the one after the call.
    pub pc: u32,
    /// Where its variables begin on the stack.
    pub base: u32,
    /// How high the stack of the frame that waits for it is.
    pub floor: u32,
    pub globals: Handle,
    /// The namespace of a module or class body; `Null` for a function.
    pub names: Value,
    /// The function, for its closure; `Null` for a module.
    pub function: Value,
    /// What is to be done with the value that the frame it waits for returns.
    pub resume: Resume,
    /// The machine's own: not shown, not counted, not in tracebacks.
    pub hidden: bool,
    /// The generator that it is the body of.
    pub generator: Option<Handle>,
    /// Given to each frame in turn.
    pub id: u64,
}

impl Frame {
    /// Where its part of the value stack begins.
    #[inline(always)]
    pub fn stack_base(&self) -> usize {
        (self.base + self.code.nslots) as usize
    }

    /// Makes another frame of this one; gives what it was. Field by field: most of them have been written just now,
    /// and what is stored in pieces is slow to read as a whole.
    #[inline(always)]
    #[must_use]
    pub fn leave_for(&mut self, next: Self) -> Self {
        use std::mem::replace;
        Self {
            code: replace(&mut self.code, next.code),
            code_handle: replace(&mut self.code_handle, next.code_handle),
            pc: replace(&mut self.pc, next.pc),
            base: replace(&mut self.base, next.base),
            floor: replace(&mut self.floor, next.floor),
            globals: replace(&mut self.globals, next.globals),
            names: replace(&mut self.names, next.names),
            function: replace(&mut self.function, next.function),
            // Most often there is nothing but a tag.
            resume: match (self.resume, next.resume) {
                (Resume::Push, Resume::Push) => Resume::Push,
                (_, next) => replace(&mut self.resume, next),
            },
            hidden: replace(&mut self.hidden, next.hidden),
            generator: replace(&mut self.generator, next.generator),
            id: replace(&mut self.id, next.id),
        }
    }

    /// What it keeps from being collected, beside its part of the stack.
    pub fn roots(&self) -> impl Iterator<Item = Value> {
        let owed = match self.resume {
            Resume::FinishInstance(handle) | Resume::Cause { of: handle } => [Some(handle), None],
            Resume::Finalized { of, raising } => [Some(of), raising.exception()],
            Resume::Raise { cause, .. } => [cause, None],
            _ => [None; 2],
        };
        let handles = [Some(self.code_handle), Some(self.globals), self.generator, owed[0], owed[1]];
        handles.into_iter().flatten().map(Value::Ref).chain([self.names, self.function])
    }

    /// The instruction that ran last in it; that to which RERAISE has put it back, while an exception is on its way.
    pub fn stands(&self) -> u32 {
        let place = match self.resume {
            Resume::Finalized { raising, .. } => raising.place(),
            _ => None,
        };
        place.map_or(self.pc.saturating_sub(1), |unit| self.code.at_unit(unit))
    }

    /// The instruction it is at: the one that comes next, or the one it waits in.
    pub fn current(&self, waiting: bool) -> u32 {
        if waiting { self.pc.saturating_sub(1) } else { self.pc }
    }
}

/// A frame as somebody outside may look at it.
#[derive(Clone, Copy, Debug)]
pub struct FrameView<'a> {
    pub code: &'a Rc<CodeObject>,
    /// Byte offset of the next instruction, or of the instruction it waits in.
    pub offset: u32,
    /// The same, as a number of the instruction in `code.instrs`.
    pub pc: u32,
    /// Variables in slot order: parameters, locals, cells, free variables.
    pub slots: &'a [Value],
    /// Its part of the value stack, top last.
    pub stack: &'a [Value],
    pub globals: Handle,
    /// The namespace dict of a module or class body; `Null` for a function.
    pub names: Value,
    pub hidden: bool,
    /// Given to each frame in turn: the same number is the same activation.
    pub id: u64,
    /// Whether it waits for a more inner frame.
    pub waiting: bool,
}

//! What Rust code came to: a value for whoever asked, an exception, or a call that the machine makes first.

use crate::object::{Escape, Heap, Value};

use super::{
    Resume, Vm,
    unwind::{Flow, Leave},
};

impl Vm {
    /// What a piece of Rust code came to, in an instruction: its value is delivered as `resume` says; where
    /// only Python can do it, `twin` is called with `args`.
    pub(super) fn settle(
        &mut self,
        outcome: Result<Value, Escape>,
        twin: &'static str,
        args: &[Value],
        resume: Resume,
    ) -> Flow {
        match outcome {
            Ok(value) => {
                self.current.resume = resume;
                self.deliver(value)
            }
            Err(Escape::Twin) => {
                let twin = self.prelude(twin);
                self.call_values(twin, args, resume)
            }
            Err(Escape::Call(call)) => {
                self.current.resume = resume;
                let floor = self.stack.len();
                self.tail_call(*call, floor)
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Goes on with what Rust code says comes next; its value is delivered as `resume` says.
    pub(super) fn follow(&mut self, next: impl FnOnce(&mut Heap) -> Escape, resume: Resume) -> Flow {
        self.current.resume = resume;
        match next(&mut self.heap) {
            Escape::Call(call) => {
                let floor = self.stack.len();
                self.tail_call(*call, floor)
            }
            other => Err(other.into()),
        }
    }

    /// Returns from the running frame.
    #[inline(always)]
    pub(super) fn give_back(&mut self, value: Value) -> Flow {
        if !self.frame_objects.is_empty() && self.current.generator.is_none() {
            self.end_frame_object();
        }
        if self.heap.has_mortals() {
            self.heap.leaves(&self.stack, self.current.floor as usize);
        }
        self.stack.truncate(self.current.floor as usize);
        self.depth -= u32::from(!self.current.hidden);
        match self.waiting.pop() {
            Some(frame) => {
                drop(self.current.leave_for(frame));
                if self.current.resume == Resume::Push {
                    self.stack.push(value);
                    return Ok(());
                }
                self.deliver(value)
            }
            None => {
                if self.reporting.is_none() {
                    let status = self.ending.unwrap_or(0);
                    self.finished = self.end(status);
                    if self.finished.is_none() {
                        return Ok(());
                    }
                }
                Err(Leave::Finished)
            }
        }
    }

    /// Does with a value what the running frame owes.
    pub(super) fn deliver(&mut self, value: Value) -> Flow {
        match std::mem::take(&mut self.current.resume) {
            Resume::Push => {
                self.stack.push(value);
                Ok(())
            }
            owed => self.resume(owed, value),
        }
    }
}

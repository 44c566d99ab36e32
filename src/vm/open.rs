//! Opening frames: one more, if there may be one. Knows no arguments.

use std::rc::Rc;

use crate::object::{CodeObject, Handle, Type, Value};

use super::{
    Frame, Resume, Vm,
    unwind::{Flow, Leave},
};

/// So many frames of the prelude may wait for each other: about what CPython's C code may nest.
const HIDDEN_DEPTH: usize = 4000;

impl Vm {
    /// Opens a frame whose parameters lie ready from `first` on.
    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of a function, taken out so that it is not copied"
    )]
    #[inline(never)]
    pub(super) fn open(
        &mut self,
        code: Rc<CodeObject>,
        code_handle: Handle,
        globals: Handle,
        function: Value,
        hidden: bool,
        first: usize,
        floor: usize,
    ) -> Flow {
        self.stack.resize(first + code.nslots as usize, Value::Null);
        self.frames_opened += 1;
        self.go_deeper(hidden, floor)?;
        let id = self.frames_opened;
        // Each field goes where it belongs: a frame made first and pushed then is read as a whole too soon.
        self.waiting.extend(std::iter::once_with(|| {
            self.current.leave_for(Frame {
                code,
                code_handle,
                pc: 0,
                base: first as u32,
                floor: floor as u32,
                globals,
                names: Value::Null,
                function,
                resume: Resume::Push,
                hidden,
                generator: None,
                id,
            })
        }));
        Ok(())
    }

    /// Makes the frame the running one.
    pub(super) fn enter(&mut self, frame: Frame) -> Flow {
        self.go_deeper(frame.hidden, frame.floor as usize)?;
        self.waiting.push(self.current.leave_for(frame));
        Ok(())
    }

    /// Counts one more frame, if there may be one.
    #[inline(always)]
    fn go_deeper(&mut self, hidden: bool, floor: usize) -> Flow {
        if !hidden {
            if self.depth >= self.heap.look_at_depth {
                self.look_at_frames(floor)?;
            }
            self.depth += 1;
        } else if self.waiting.len() > HIDDEN_DEPTH + self.depth as usize {
            return Err(self.too_deep(floor));
        }
        Ok(())
    }

    /// Whether there may be one more frame, and memory for some more.
    #[cold]
    fn look_at_frames(&mut self, floor: usize) -> Flow {
        if self.depth >= self.heap.recursion_limit {
            return Err(self.too_deep(floor));
        }
        if self.is_full() {
            // The next safe point says whether it is, and refuses to go on then.
            self.heap.collect_soon();
        }
        self.heap.look_deeper(self.depth);
        Ok(())
    }

    #[cold]
    fn too_deep(&mut self, floor: usize) -> Leave {
        self.stack.truncate(floor);
        self.heap.raise(Type::RecursionError, "maximum recursion depth exceeded").into()
    }
}

//! The payload of frame objects: a frame as the program sees it. While the frame lives, only the machine knows where
//! it stands; what the object keeps itself is what is left of it afterwards.

use std::rc::Rc;

use super::{Handle, Heap, Obj, Value, code::CodeObject};

#[derive(Clone, Debug)]
pub struct FrameObject {
    pub code: Rc<CodeObject>,
    pub code_handle: Handle,
    pub globals: Handle,
    /// The namespace of a module or class body; of a function its `f_locals`, `Null` until somebody asks.
    pub names: Value,
    pub life: Life,
    /// The frame that had called it, once it has ended.
    pub back: Value,
    /// The instruction that it stood in when it ended.
    pub pc: u32,
    /// Its variables when it ended.
    pub values: Vec<Value>,
    /// Whether the program has got hold of it: else nothing need be kept when the frame ends.
    pub seen: bool,
    /// `f_trace`, which nobody calls.
    pub trace: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// The frame with this number.
    Open(u64),
    /// The body of a generator, running or not.
    Generator(Handle),
    Ended,
}

/// What only the machine can say of a frame that lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FramePart {
    Back,
    Locals,
    Line,
    LastInstruction,
}

impl FrameObject {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        self.code.visit(see);
        see(self.code_handle.into());
        see(self.globals.into());
        if let Life::Generator(generator) = self.life {
            see(generator.into());
        }
        [self.names, self.back, self.trace].into_iter().for_each(&mut *see);
        self.values.iter().copied().for_each(see);
    }
}

impl Heap {
    /// A suspended generator dies: if its frame is an object too, that keeps what lay in it.
    pub(super) fn leave_to_frame(&mut self, generator: Handle) {
        let generator = self.generator(generator);
        let Some(frame) = generator.frame.filter(|&frame| self.frame(frame).seen) else { return };
        let (pc, values) = (generator.pc.saturating_sub(1), generator.values.clone());
        let frame = self.frame_mut(frame);
        (frame.life, frame.values, frame.pc) = (Life::Ended, values, pc);
    }

    pub fn frame(&self, handle: Handle) -> &FrameObject {
        match self.obj(handle) {
            Obj::Frame(frame) => frame,
            other => panic!("a frame is expected, not {other:?}"),
        }
    }

    pub fn frame_mut(&mut self, handle: Handle) -> &mut FrameObject {
        match self.obj_mut(handle) {
            Obj::Frame(frame) => Rc::make_mut(frame),
            other => panic!("a frame is expected, not {other:?}"),
        }
    }
}

//! Pseudo-code: a flat list of instructions in which jumps name labels.

use crate::{isa::Op, source::Location};

/// A place to jump to. Made by [`Sequence::new_label`], put in place by [`Sequence::place`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label(pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instr {
    pub op: Op,
    /// For a jump or a `SETUP_*`: the label's number.
    pub arg: u32,
    pub at: Location,
}

/// What the code generator writes and the flow graph is built from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sequence {
    pub instrs: Vec<Instr>,
    /// By label: the index of the instruction before which it stands.
    pub labels: Vec<Option<u32>>,
}

impl Sequence {
    /// An empty one that need not grow while a unit is of the usual size.
    pub fn with_room() -> Self {
        Self { instrs: Vec::with_capacity(64), labels: Vec::with_capacity(16) }
    }

    pub fn new_label(&mut self) -> Label {
        self.labels.push(None);
        Label(u32::try_from(self.labels.len() - 1).expect("fewer labels than bytes of source"))
    }

    /// Puts the label before the next instruction.
    pub fn place(&mut self, label: Label) {
        let next = u32::try_from(self.instrs.len()).expect("fewer instructions than 2^32");
        self.labels[label.0 as usize] = Some(next);
    }

    pub fn push(&mut self, op: Op, arg: u32, at: Location) {
        self.instrs.push(Instr { op, arg, at });
    }

    /// Puts an instruction before all others; the labels keep standing where they stood.
    pub fn insert_first(&mut self, op: Op, arg: u32, at: Location) {
        self.instrs.insert(0, Instr { op, arg, at });
        for index in self.labels.iter_mut().flatten() {
            *index += 1;
        }
    }
}

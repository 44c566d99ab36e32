//! Instructions to code units (`write_instr`).

use super::Placed;
use crate::{dialect::Dialect, isa::Op};

pub(super) struct Writer<'a> {
    dialect: &'a Dialect,
    /// What is not written stays zero: the caches.
    code: Vec<[u8; 2]>,
    next: usize,
}

impl<'a> Writer<'a> {
    /// For code of so many units.
    pub(super) fn new(units: u32, dialect: &'a Dialect) -> Self {
        Self { dialect, code: vec![[0; 2]; units as usize], next: 0 }
    }

    pub(super) fn instr(&mut self, instr: &Placed) {
        let [low, high @ ..] = instr.arg.to_le_bytes();
        for byte in high[..instr.prefixes as usize].iter().rev() {
            self.unit(Op::ExtendedArg, *byte);
        }
        self.unit(instr.op, low);
        self.next += instr.caches as usize;
    }

    fn unit(&mut self, op: Op, arg: u8) {
        let number = u8::try_from(self.dialect.number(op)).expect("pseudo-instructions are gone by now");
        self.code[self.next] = [number, arg];
        self.next += 1;
    }

    pub(super) fn finish(self) -> Box<[u8]> {
        self.code.into_flattened().into()
    }
}

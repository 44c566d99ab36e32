//! Instruction numbers, looked up in one step from either side. Knows no version.

use crate::isa::Op;

/// The numbers that one version gives to its instructions.
#[derive(Clone, Debug)]
pub struct Numbering {
    by_op: [Option<u16>; Op::ALL.len()],
    /// How many cache units each instruction has.
    caches: [u8; Op::ALL.len()],
    by_number: [Option<Op>; 256],
}

impl Numbering {
    /// Built by the compiler from rows of (instruction, number, cache units); a number or an instruction
    /// that comes twice is a build error.
    pub const fn new(rows: &[(Op, u16, u8)]) -> Self {
        let mut numbering =
            Self { by_op: [None; Op::ALL.len()], caches: [0; Op::ALL.len()], by_number: [None; 256] };
        let mut at = 0;
        while at < rows.len() {
            let (op, number, caches) = rows[at];
            let entry = &mut numbering.by_op[op as usize];
            assert!(entry.is_none(), "an instruction has one row");
            *entry = Some(number);
            numbering.caches[op as usize] = caches;
            if number < 256 {
                let slot = &mut numbering.by_number[number as usize];
                assert!(slot.is_none(), "a number belongs to one instruction");
                *slot = Some(op);
            }
            at += 1;
        }
        numbering
    }

    pub const fn number(&self, op: Op) -> Option<u16> {
        self.by_op[op as usize]
    }

    pub const fn caches(&self, op: Op) -> u8 {
        self.caches[op as usize]
    }

    pub const fn op(&self, number: u8) -> Option<Op> {
        self.by_number[number as usize]
    }
}

//! The places to which a code object jumps.

use std::collections::BTreeSet;

use super::{Code, Instruction};

impl Code {
    /// Offsets to which a jump or an exception leads, in order: the first may be shown as `L1`, and so on.
    pub fn labels(&self, instructions: &[Instruction]) -> BTreeSet<u32> {
        let jumps = instructions.iter().filter_map(Instruction::jump_target);
        let handlers = self.exception_entries().into_iter().filter(|entry| entry.start < entry.end);
        jumps.chain(handlers.map(|entry| entry.target)).collect()
    }
}

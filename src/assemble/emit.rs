//! Instructions to code units (`write_instr`).

use super::Placed;
use crate::{dialect::Dialect, isa::Op};

pub(super) fn code(placed: &[Placed], dialect: &Dialect) -> Box<[u8]> {
    let units: u32 = placed.iter().map(|instr| instr.size).sum();
    // What is not written stays zero: the caches.
    let mut code = vec![[0; 2]; units as usize];
    let mut next = 0;
    let number = |op| u8::try_from(dialect.number(op)).expect("pseudo-instructions are gone by now");
    for instr in placed {
        let caches = dialect.caches(instr.op);
        let [low, high @ ..] = instr.arg.to_le_bytes();
        let extended = instr.size - 1 - u32::from(caches);
        for byte in high[..extended as usize].iter().rev() {
            code[next] = [number(Op::ExtendedArg), *byte];
            next += 1;
        }
        code[next] = [number(instr.op), low];
        next += 1 + usize::from(caches);
    }
    code.into_flattened().into()
}

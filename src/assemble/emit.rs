//! Instructions to code units (`write_instr`).

use super::Placed;
use crate::{dialect::Dialect, isa::Op};

pub(super) fn code(placed: &[Placed], dialect: &Dialect) -> Box<[u8]> {
    let units: u32 = placed.iter().map(|instr| instr.size).sum();
    let mut code = Vec::with_capacity(2 * units as usize);
    let number = |op| u8::try_from(dialect.number(op)).expect("pseudo-instructions are gone by now");
    for instr in placed {
        let caches = dialect.caches(instr.op);
        let [low, high @ ..] = instr.arg.to_le_bytes();
        let extended = instr.size - 1 - u32::from(caches);
        for byte in high[..extended as usize].iter().rev() {
            code.extend([number(Op::ExtendedArg), *byte]);
        }
        code.extend([number(instr.op), low]);
        code.resize(code.len() + 2 * usize::from(caches), 0);
    }
    code.into()
}

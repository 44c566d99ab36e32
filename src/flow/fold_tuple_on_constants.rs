//! A tuple of constants is itself a constant.

use super::FlowInstr;
use crate::{code::Const, codegen::Consts, isa::Op, syntax::Constant};

/// Folds the BUILD_TUPLE at this place, if all it takes has just been loaded from the constants.
pub(super) fn fold_tuple_on_constants(
    instrs: &mut [FlowInstr],
    consts: &mut Consts,
    at: usize,
    count: usize,
) {
    let Some(first) = at.checked_sub(count) else { return };
    let items: Option<Vec<Constant>> = instrs[first..at]
        .iter()
        .map(|instr| match instr.op {
            Op::LoadConst => match consts.get(instr.arg) {
                Const::Plain(constant) => Some(constant.clone()),
                Const::Code(_) => None,
            },
            _ => None,
        })
        .collect();
    let Some(items) = items else { return };
    let index = consts.add(Const::Plain(Constant::Tuple(items.into())));
    for instr in &mut instrs[first..at] {
        instr.become_nop();
    }
    instrs[at].become_op(Op::LoadConst, index);
}

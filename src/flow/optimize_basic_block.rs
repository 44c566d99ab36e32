//! Peephole optimisation: short runs of instructions within a block become shorter ones.

use super::{
    BlockId, FlowInstr, Graph, apply_static_swaps::apply_static_swaps,
    fold_tuple_on_constants::fold_tuple_on_constants, jump_thread::jump_thread, swaptimize::swaptimize,
};
use crate::{code::Const, codegen::Consts, isa::Op, syntax::Constant};

pub(super) fn run(graph: &mut Graph) {
    graph.each(|graph, id| {
        let range = graph[id].range();
        optimize(&mut graph.instrs[range], &mut graph.consts);
        jump(graph, id);
    });
}

/// What the loop looks at: an instruction, or the constant that it copies.
#[derive(Clone, Copy)]
struct Look {
    op: Op,
    arg: u32,
}

/// All but the jump at the end.
fn optimize(instrs: &mut [FlowInstr], consts: &mut Consts) {
    let mut look = Look { op: Op::Cache, arg: 0 };
    let mut at = 0;
    while let Some(&instr) = instrs.get(at) {
        // A copy of a constant is as good as the constant.
        let copies_const = look.op == Op::LoadConst && instr.op == Op::Copy && instr.arg == 1;
        if !copies_const {
            look = Look { op: instr.op, arg: instr.arg };
        }
        at = match look.op {
            Op::LoadConst => load_const(&mut instrs[at..], consts, look.arg) + at,
            Op::BuildTuple => build_tuple(instrs, consts, at, look.arg),
            Op::Swap => swap(instrs, at, look.arg),
            Op::PushNull => push_null(instrs, at),
            _ => at + 1,
        };
    }
}

/// A constant that is tested at once decides the jump now; one that is returned needs no stack. Answers how many
/// instructions are done with.
fn load_const(instrs: &mut [FlowInstr], consts: &Consts, arg: u32) -> usize {
    match instrs {
        [load, jump, ..] if matches!(jump.op, Op::PopJumpIfFalse | Op::PopJumpIfTrue) => {
            load.become_nop();
            if is_true(consts.get(arg)) == (jump.op == Op::PopJumpIfTrue) {
                jump.op = Op::Jump;
            } else {
                jump.become_nop();
            }
        }
        [load, is, jump, ..] if is.op == Op::IsOp => {
            let is_none = matches!(consts.get(arg), Const::Plain(Constant::None));
            if is_none && matches!(jump.op, Op::PopJumpIfFalse | Op::PopJumpIfTrue) {
                let negated = (is.arg != 0) != (jump.op == Op::PopJumpIfFalse);
                jump.op = if negated { Op::PopJumpIfNotNone } else { Op::PopJumpIfNone };
                load.become_nop();
                is.become_nop();
            }
        }
        [load, end, ..] if end.op == Op::ReturnValue => {
            load.become_nop();
            end.become_op(Op::ReturnConst, arg);
            return 2;
        }
        _ => {}
    }
    1
}

/// Whether Python takes the constant for true; code objects always are.
fn is_true(constant: &Const) -> bool {
    match constant {
        Const::Plain(constant) => constant.is_true(),
        Const::Code(_) => true,
    }
}

/// A tuple that is taken apart at once is never built; one of constants is a constant.
fn build_tuple(instrs: &mut [FlowInstr], consts: &mut Consts, at: usize, arg: u32) -> usize {
    if let [build, unpack, ..] = &mut instrs[at..]
        && unpack.op == Op::UnpackSequence
        && unpack.arg == arg
    {
        match arg {
            1 => {
                build.become_nop();
                unpack.become_nop();
                return at + 1;
            }
            2 | 3 => {
                build.become_nop();
                unpack.op = Op::Swap;
                return at + 1;
            }
            _ => {}
        }
    }
    fold_tuple_on_constants(instrs, consts, at, arg as usize);
    at + 1
}

fn swap(instrs: &mut [FlowInstr], at: usize, arg: u32) -> usize {
    if arg == 1 {
        instrs[at].become_nop();
        return at + 1;
    }
    let last = swaptimize(instrs, at);
    apply_static_swaps(instrs, last);
    last + 1
}

/// LOAD_GLOBAL can push the NULL itself.
fn push_null(instrs: &mut [FlowInstr], at: usize) -> usize {
    if let [null, load, ..] = &mut instrs[at..]
        && load.op == Op::LoadGlobal
        && load.arg & 1 == 0
    {
        load.arg |= 1;
        null.become_nop();
    }
    at + 1
}

/// Looks at the same jump again if it has a new target: there may be another jump.
fn jump(graph: &mut Graph, id: BlockId) {
    while let Some(&FlowInstr { op, target: Some(target), .. }) = graph.last(id)
        && matches!(
            op,
            Op::Jump | Op::PopJumpIfFalse | Op::PopJumpIfTrue | Op::PopJumpIfNone | Op::PopJumpIfNotNone
        )
    {
        let there = graph.instrs(target)[0];
        let jump = graph.last_mut(id).expect("there is one");
        if there.op != Op::Jump || !jump_thread(jump, there) {
            break;
        }
    }
}

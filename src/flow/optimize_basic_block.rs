//! Peephole optimisation: short runs of instructions within a block become shorter ones.

use super::{
    BlockId, FlowInstr, Graph, apply_static_swaps::apply_static_swaps,
    fold_tuple_on_constants::fold_tuple_on_constants, jump_thread::jump_thread, swaptimize::swaptimize,
};
use crate::{code::Const, isa::Op, syntax::Constant};

pub(super) fn run(graph: &mut Graph) {
    graph.each(optimize);
}

/// What the loop looks at: an instruction, or the constant that it copies.
#[derive(Clone, Copy)]
struct Look {
    op: Op,
    arg: u32,
}

fn optimize(graph: &mut Graph, id: BlockId) {
    let mut look = Look { op: Op::Cache, arg: 0 };
    let mut at = 0;
    while at < graph[id].instrs.len() {
        let instr = graph[id].instrs[at];
        // A copy of a constant is as good as the constant.
        let copies_const = look.op == Op::LoadConst && instr.op == Op::Copy && instr.arg == 1;
        if !copies_const {
            look = Look { op: instr.op, arg: instr.arg };
        }
        at = match look.op {
            Op::LoadConst => load_const(graph, id, at, look.arg),
            Op::BuildTuple => build_tuple(graph, id, at, look.arg),
            Op::Swap => swap(graph, id, at, look.arg),
            Op::PushNull => push_null(graph, id, at),
            Op::Jump | Op::PopJumpIfFalse | Op::PopJumpIfTrue | Op::PopJumpIfNone | Op::PopJumpIfNotNone => {
                jump(graph, id, at)
            }
            _ => at + 1,
        };
    }
}

fn op_at(graph: &Graph, id: BlockId, at: usize) -> Option<Op> {
    graph[id].instrs.get(at).map(|instr| instr.op)
}

/// A constant that is tested at once decides the jump now; one that is returned needs no stack.
fn load_const(graph: &mut Graph, id: BlockId, at: usize, arg: u32) -> usize {
    match op_at(graph, id, at + 1) {
        Some(jump @ (Op::PopJumpIfFalse | Op::PopJumpIfTrue)) => {
            let jumps = is_true(graph.consts.get(arg)) == (jump == Op::PopJumpIfTrue);
            let instrs = &mut graph[id].instrs;
            instrs[at].become_nop();
            if jumps {
                instrs[at + 1].op = Op::Jump;
            } else {
                instrs[at + 1].become_nop();
            }
        }
        Some(Op::IsOp) => {
            let is_none = matches!(graph.consts.get(arg), Const::Plain(Constant::None));
            let test = op_at(graph, id, at + 2);
            if let Some(jump @ (Op::PopJumpIfFalse | Op::PopJumpIfTrue)) = test
                && is_none
            {
                let instrs = &mut graph[id].instrs;
                let negated = (instrs[at + 1].arg != 0) != (jump == Op::PopJumpIfFalse);
                instrs[at].become_nop();
                instrs[at + 1].become_nop();
                instrs[at + 2].op = if negated { Op::PopJumpIfNotNone } else { Op::PopJumpIfNone };
            }
        }
        Some(Op::ReturnValue) => {
            let instrs = &mut graph[id].instrs;
            instrs[at].become_nop();
            instrs[at + 1].become_op(Op::ReturnConst, arg);
            return at + 2;
        }
        _ => {}
    }
    at + 1
}

/// Whether Python takes the constant for true; code objects always are.
fn is_true(constant: &Const) -> bool {
    match constant {
        Const::Plain(constant) => constant.is_true(),
        Const::Code(_) => true,
    }
}

/// A tuple that is taken apart at once is never built; one of constants is a constant.
fn build_tuple(graph: &mut Graph, id: BlockId, at: usize, arg: u32) -> usize {
    let instrs = &mut graph[id].instrs;
    if let Some(unpack) = instrs.get(at + 1)
        && unpack.op == Op::UnpackSequence
        && unpack.arg == arg
    {
        match arg {
            1 => {
                instrs[at].become_nop();
                instrs[at + 1].become_nop();
                return at + 1;
            }
            2 | 3 => {
                instrs[at].become_nop();
                instrs[at + 1].op = Op::Swap;
                return at + 1;
            }
            _ => {}
        }
    }
    fold_tuple_on_constants(graph, id, at, arg as usize);
    at + 1
}

fn swap(graph: &mut Graph, id: BlockId, at: usize, arg: u32) -> usize {
    let instrs = &mut graph[id].instrs;
    if arg == 1 {
        instrs[at].become_nop();
        return at + 1;
    }
    let last = swaptimize(instrs, at);
    apply_static_swaps(instrs, last);
    last + 1
}

/// LOAD_GLOBAL can push the NULL itself.
fn push_null(graph: &mut Graph, id: BlockId, at: usize) -> usize {
    let instrs = &mut graph[id].instrs;
    if let Some(load) = instrs.get_mut(at + 1)
        && load.op == Op::LoadGlobal
        && load.arg & 1 == 0
    {
        load.arg |= 1;
        instrs[at].become_nop();
    }
    at + 1
}

/// Looks at the same jump again if it has a new target: there may be another jump.
fn jump(graph: &mut Graph, id: BlockId, at: usize) -> usize {
    let instr = graph[id].instrs[at];
    let target = instr.target.filter(|_| instr.op.has_target()).expect("a jump has a target");
    let there: FlowInstr = graph[target].instrs[0];
    let changed = there.op == Op::Jump && jump_thread(&mut graph[id].instrs[at], there);
    if changed { at } else { at + 1 }
}

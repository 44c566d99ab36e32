//! The smallest steps: one instruction each.

use super::{Label, generator::Generator};
use crate::{
    code::Const,
    isa::Op,
    source::Location,
    symbols::mangle,
    syntax::{
        Constant,
        ast::{Name, Operator},
    },
};

/// The internal functions of CALL_INTRINSIC_1.
pub mod intrinsic1 {
    pub const PRINT: u32 = 1;
    pub const IMPORT_STAR: u32 = 2;
    pub const STOPITERATION_ERROR: u32 = 3;
    pub const ASYNC_GEN_WRAP: u32 = 4;
    pub const UNARY_POSITIVE: u32 = 5;
    pub const LIST_TO_TUPLE: u32 = 6;
    pub const TYPEVAR: u32 = 7;
    pub const PARAMSPEC: u32 = 8;
    pub const TYPEVARTUPLE: u32 = 9;
    pub const SUBSCRIPT_GENERIC: u32 = 10;
    pub const TYPEALIAS: u32 = 11;
}

/// The internal functions of CALL_INTRINSIC_2.
pub mod intrinsic2 {
    pub const PREP_RERAISE_STAR: u32 = 1;
    pub const TYPEVAR_WITH_BOUND: u32 = 2;
    pub const TYPEVAR_WITH_CONSTRAINTS: u32 = 3;
    pub const SET_FUNCTION_TYPE_PARAMS: u32 = 4;
}

/// A number of things as an argument.
pub fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a program has fewer than 2^32 of anything")
}

impl Generator<'_> {
    pub fn op(&mut self, op: Op, at: Location) {
        self.op_arg(op, 0, at);
    }

    pub fn op_arg(&mut self, op: Op, arg: u32, at: Location) {
        self.unit().sequence.push(op, arg, at);
    }

    pub fn jump(&mut self, op: Op, to: Label, at: Location) {
        self.op_arg(op, to.0, at);
    }

    pub fn label(&mut self) -> Label {
        self.unit().label()
    }

    /// A label that nobody jumps to: what follows is a block of its own, as in CPython, whose passes see it.
    pub fn new_block(&mut self) {
        let label = self.label();
        self.place(label);
    }

    pub fn place(&mut self, label: Label) {
        self.unit().sequence.place(label);
    }

    pub fn add_const(&mut self, value: Constant) -> u32 {
        self.unit().consts.add(Const::Plain(value))
    }

    pub fn load_const(&mut self, value: Constant, at: Location) {
        let index = self.add_const(value);
        self.op_arg(Op::LoadConst, index, at);
    }

    pub fn load_text(&mut self, text: &Name, at: Location) {
        self.load_const(Constant::Str(text.clone().into()), at);
    }

    pub fn load_int(&mut self, value: usize, at: Location) {
        self.load_const(Constant::Int(value as i64), at);
    }

    /// An instruction whose argument is a place in `co_names`, with the bits that it keeps beside.
    pub fn op_name(&mut self, op: Op, name: &Name, at: Location) {
        let mangled = mangle(self.unit().private.as_ref(), name);
        let index = self.unit().names.add(&mangled);
        let (op, arg) = match op {
            Op::LoadAttr => (Op::LoadAttr, index << 1),
            Op::LoadMethod => (Op::LoadAttr, index << 1 | 1),
            Op::LoadSuperAttr => (Op::LoadSuperAttr, index << 2 | 2),
            Op::LoadSuperMethod => (Op::LoadSuperAttr, index << 2 | 3),
            Op::LoadZeroSuperAttr => (Op::LoadSuperAttr, index << 2),
            Op::LoadZeroSuperMethod => (Op::LoadSuperAttr, index << 2 | 1),
            op => (op, index),
        };
        self.op_arg(op, arg, at);
    }

    pub fn op_binary(&mut self, op: Operator, in_place: bool, at: Location) {
        let number = match op {
            Operator::Add => 0,
            Operator::BitAnd => 1,
            Operator::FloorDiv => 2,
            Operator::LShift => 3,
            Operator::MatMult => 4,
            Operator::Mult => 5,
            Operator::Mod => 6,
            Operator::BitOr => 7,
            Operator::Pow => 8,
            Operator::RShift => 9,
            Operator::Sub => 10,
            Operator::Div => 11,
            Operator::BitXor => 12,
        };
        let offset = if in_place { crate::isa::IN_PLACE } else { 0 };
        self.op_arg(Op::BinaryOp, number + offset, at);
    }

    /// `yield`, the value being on the stack.
    pub fn yield_value(&mut self, at: Location) {
        let scope = self.unit().scope;
        if scope.generator && scope.coroutine {
            self.op_arg(Op::CallIntrinsic1, intrinsic1::ASYNC_GEN_WRAP, at);
        }
        self.op_arg(Op::YieldValue, 0, at);
        self.op_arg(Op::Resume, 1, at);
    }

    /// The loop that hands values from an inner iterator out, until it returns one.
    pub fn yield_from(&mut self, is_await: bool, at: Location) {
        let (send, fail, exit) = (self.label(), self.label(), self.label());
        self.place(send);
        self.jump(Op::Send, exit, at);
        // Only `close` and `throw` can raise StopIteration here; what it carries is the result.
        self.jump(Op::SetupFinally, fail, at);
        self.op_arg(Op::YieldValue, 0, at);
        self.op(Op::PopBlock, Location::NONE);
        self.op_arg(Op::Resume, if is_await { 3 } else { 2 }, at);
        self.jump(Op::JumpNoInterrupt, send, at);
        self.place(fail);
        self.op(Op::CleanupThrow, at);
        self.place(exit);
        self.op(Op::EndSend, at);
    }

    /// `await`, the awaitable being on the stack; `context` is who awaits.
    pub fn await_value(&mut self, context: u32, at: Location) {
        self.op_arg(Op::GetAwaitable, context, at);
        self.load_const(Constant::None, at);
        self.yield_from(true, at);
    }

    pub fn pop_except_and_reraise(&mut self, at: Location) {
        self.op_arg(Op::Copy, 3, at);
        self.op(Op::PopExcept, at);
        self.op_arg(Op::Reraise, 1, at);
    }

    pub fn call_exit_with_nones(&mut self, at: Location) {
        for _ in 0..3 {
            self.load_const(Constant::None, at);
        }
        self.op_arg(Op::Call, 2, at);
    }
}

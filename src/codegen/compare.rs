//! Comparisons and chains of them.

use super::{
    Label,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::ast::{CmpOperator, Expr},
};

impl Generator<'_> {
    pub fn compare(&mut self, left: &Expr, ops: &[CmpOperator], rights: &[Expr], at: Location) -> Done {
        self.check_compare(left, ops, rights, at);
        self.expr(left)?;
        let (Some((last_op, ops)), Some((last, rights))) = (ops.split_last(), rights.split_last()) else {
            return self.error(at, "a comparison was expected here");
        };
        if ops.is_empty() {
            self.expr(last)?;
            self.op_compare(*last_op, at);
            return Ok(());
        }
        let cleanup = self.label();
        for (op, right) in ops.iter().zip(rights) {
            self.link(*op, right, at)?;
            self.op_arg(Op::Copy, 1, at);
            self.jump(Op::PopJumpIfFalse, cleanup, at);
            self.op(Op::PopTop, at);
        }
        self.expr(last)?;
        self.op_compare(*last_op, at);
        let end = self.label();
        self.jump(Op::Jump, end, Location::NONE);
        self.place(cleanup);
        self.op_arg(Op::Swap, 2, at);
        self.op(Op::PopTop, at);
        self.place(end);
        Ok(())
    }

    /// A chain that is only tested: jumps to `target` if it is `condition`.
    pub fn jump_if_chain(
        &mut self,
        (left, ops, rights): (&Expr, &[CmpOperator], &[Expr]),
        target: Label,
        condition: bool,
        at: Location,
    ) -> Done {
        self.check_compare(left, ops, rights, at);
        let cleanup = self.label();
        self.expr(left)?;
        let last = ops.len() - 1;
        for (op, right) in ops[..last].iter().zip(rights) {
            self.link(*op, right, at)?;
            self.jump(Op::PopJumpIfFalse, cleanup, at);
        }
        self.expr(&rights[last])?;
        self.op_compare(ops[last], at);
        self.jump(if condition { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse }, target, at);
        let end = self.label();
        self.jump(Op::Jump, end, Location::NONE);
        self.place(cleanup);
        self.op(Op::PopTop, at);
        if !condition {
            self.jump(Op::Jump, target, Location::NONE);
        }
        self.place(end);
        Ok(())
    }

    /// One comparison of a chain: its right side stays below the answer for the next one.
    fn link(&mut self, op: CmpOperator, right: &Expr, at: Location) -> Done {
        self.expr(right)?;
        self.op_arg(Op::Swap, 2, at);
        self.op_arg(Op::Copy, 2, at);
        self.op_compare(op, at);
        Ok(())
    }

    pub fn op_compare(&mut self, op: CmpOperator, at: Location) {
        let (op, arg) = match op {
            CmpOperator::Is => (Op::IsOp, 0),
            CmpOperator::IsNot => (Op::IsOp, 1),
            CmpOperator::In => (Op::ContainsOp, 0),
            CmpOperator::NotIn => (Op::ContainsOp, 1),
            ordered => (Op::CompareOp, comparison(ordered, self.dialect.compare_shift)),
        };
        self.op_arg(op, arg, at);
    }
}

/// The operator's number, above the mask of outcomes (1 unordered, 2 less, 4 greater, 8 equal) that satisfy it.
fn comparison(op: CmpOperator, shift: u32) -> u32 {
    let (number, mask) = match op {
        CmpOperator::Lt => (0, 2),
        CmpOperator::LtE => (1, 2 | 8),
        CmpOperator::Eq => (2, 8),
        CmpOperator::NotEq => (3, 1 | 2 | 4),
        CmpOperator::Gt => (4, 4),
        _ => (5, 4 | 8),
    };
    number << shift | mask
}

//! Conditions: an expression that is only tested becomes jumps, not a value.

use super::{
    Label,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::ast::{BoolOperator, Expr, ExprKind, UnaryOperator},
};

impl Generator<'_> {
    /// Jumps to `target` if the expression is true or false as `condition` says; else goes on behind.
    pub fn jump_if(&mut self, expr: &Expr, target: Label, condition: bool, at: Location) -> Done {
        match &expr.kind {
            ExprKind::UnaryOp { op: UnaryOperator::Not, operand } => {
                self.jump_if(operand, target, !condition, at)
            }
            ExprKind::BoolOp { op, values } => self.jump_if_bool_op(*op, values, target, condition, at),
            ExprKind::IfExp { test, body, orelse } => {
                let (end, other) = (self.label(), self.label());
                self.jump_if(test, other, false, at)?;
                self.jump_if(body, target, condition, at)?;
                self.jump(Op::Jump, end, Location::NONE);
                self.place(other);
                self.jump_if(orelse, target, condition, at)?;
                self.place(end);
                Ok(())
            }
            ExprKind::Compare { left, ops, comparators } if ops.len() > 1 => {
                self.jump_if_chain((left, ops, comparators), target, condition, expr.at)
            }
            _ => {
                self.expr(expr)?;
                self.jump(if condition { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse }, target, expr.at);
                Ok(())
            }
        }
    }

    fn jump_if_bool_op(
        &mut self,
        op: BoolOperator,
        values: &[Expr],
        target: Label,
        condition: bool,
        at: Location,
    ) -> Done {
        let (last, first) = values.split_last().expect("an operator has operands");
        // What decides the whole early: truth for `or`, falsehood for `and`.
        let decisive = op == BoolOperator::Or;
        let early = if decisive == condition { target } else { self.label() };
        for value in first {
            self.jump_if(value, early, decisive, at)?;
        }
        self.jump_if(last, target, condition, at)?;
        if early != target {
            self.place(early);
        }
        Ok(())
    }
}

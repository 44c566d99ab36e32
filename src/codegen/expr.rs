//! Expressions: the value ends up on top of the stack. What takes more than a few lines stands in its own file.

use super::{
    builder::Kind,
    emit::intrinsic1,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::{
        Constant,
        ast::{BoolOperator, Context, Expr, ExprKind, UnaryOperator},
    },
};

impl Generator<'_> {
    pub fn exprs(&mut self, exprs: &[Expr]) -> Done {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    pub fn expr(&mut self, expr: &Expr) -> Done {
        let at = expr.at;
        match &expr.kind {
            ExprKind::NamedExpr { target, value } => {
                self.expr(value)?;
                self.op_arg(Op::Copy, 1, at);
                self.expr(target)
            }
            ExprKind::BoolOp { op, values } => self.bool_op(*op, values, at),
            ExprKind::BinOp { left, op, right } => {
                self.expr(left)?;
                self.expr(right)?;
                self.op_binary(*op, false, at);
                Ok(())
            }
            ExprKind::UnaryOp { op, operand } => self.unary_op(*op, operand, at),
            ExprKind::Lambda { args, body } => self.lambda(args, body, at),
            ExprKind::IfExp { test, body, orelse } => self.if_expr(test, body, orelse, at),
            ExprKind::Dict { keys, values } => self.dict(keys, values, at),
            ExprKind::Set { elts } => self.set(elts, at),
            ExprKind::GeneratorExp { .. }
            | ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. } => self.comprehension(expr),
            ExprKind::Yield(value) => self.yield_expr(value.as_deref(), at),
            ExprKind::YieldFrom(value) => self.yield_from_expr(value, at),
            ExprKind::Await(value) => self.await_expr(value, at),
            ExprKind::Compare { left, ops, comparators } => self.compare(left, ops, comparators, at),
            ExprKind::Call { func, args, keywords } => self.call(func, args, keywords, at),
            ExprKind::Constant { value, .. } => {
                self.load_const(value.clone(), at);
                Ok(())
            }
            ExprKind::JoinedStr { values } => self.joined_str(values, at),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.formatted_value(value, *conversion, format_spec.as_deref(), at)
            }
            ExprKind::Attribute { value, attr, ctx } => self.attribute(expr, value, attr, *ctx),
            ExprKind::Subscript { value, slice, ctx } => self.subscript(value, slice, *ctx, at),
            ExprKind::Starred { ctx: Context::Store, .. } => {
                self.error(at, "starred assignment target must be in a list or tuple")
            }
            ExprKind::Starred { .. } => self.error(at, "can't use starred expression here"),
            ExprKind::Slice { .. } => {
                let parts = self.slice_parts(expr)?;
                self.op_arg(Op::BuildSlice, parts, at);
                Ok(())
            }
            ExprKind::Name { id, ctx } => self.name(id, *ctx, at),
            ExprKind::List { elts, ctx } => self.list(elts, *ctx, at),
            ExprKind::Tuple { elts, ctx } => self.tuple(elts, *ctx, at),
        }
    }

    fn unary_op(&mut self, op: UnaryOperator, operand: &Expr, at: Location) -> Done {
        self.expr(operand)?;
        match op {
            UnaryOperator::Invert => self.op(Op::UnaryInvert, at),
            UnaryOperator::Not => self.op(Op::UnaryNot, at),
            UnaryOperator::USub => self.op(Op::UnaryNegative, at),
            UnaryOperator::UAdd => self.op_arg(Op::CallIntrinsic1, intrinsic1::UNARY_POSITIVE, at),
        }
        Ok(())
    }

    fn bool_op(&mut self, op: BoolOperator, values: &[Expr], at: Location) -> Done {
        let jump = match op {
            BoolOperator::And => Op::PopJumpIfFalse,
            BoolOperator::Or => Op::PopJumpIfTrue,
        };
        let end = self.label();
        let (last, first) = values.split_last().expect("an operator has operands");
        for value in first {
            self.expr(value)?;
            self.op_arg(Op::Copy, 1, at);
            self.jump(jump, end, at);
            self.op(Op::PopTop, at);
        }
        self.expr(last)?;
        self.place(end);
        Ok(())
    }

    fn if_expr(&mut self, test: &Expr, body: &Expr, orelse: &Expr, at: Location) -> Done {
        let (end, next) = (self.label(), self.label());
        self.jump_if(test, next, false, at)?;
        self.expr(body)?;
        self.jump(Op::Jump, end, Location::NONE);
        self.place(next);
        self.expr(orelse)?;
        self.place(end);
        Ok(())
    }

    fn yield_expr(&mut self, value: Option<&Expr>, at: Location) -> Done {
        if !self.unit().scope.is_function_like() {
            return self.error(at, "'yield' outside function");
        }
        match value {
            Some(value) => self.expr(value)?,
            None => self.load_const(Constant::None, at),
        }
        self.yield_value(at);
        Ok(())
    }

    fn yield_from_expr(&mut self, value: &Expr, at: Location) -> Done {
        if !self.unit().scope.is_function_like() {
            return self.error(at, "'yield' outside function");
        }
        if self.unit().kind == Kind::AsyncFunction {
            return self.error(at, "'yield from' inside async function");
        }
        self.expr(value)?;
        self.op(Op::GetYieldFromIter, at);
        self.load_const(Constant::None, at);
        self.yield_from(false, at);
        Ok(())
    }

    fn await_expr(&mut self, value: &Expr, at: Location) -> Done {
        if !self.unit().scope.is_function_like() {
            return self.error(at, "'await' outside function");
        }
        if !matches!(self.unit().kind, Kind::AsyncFunction | Kind::Comprehension) {
            return self.error(at, "'await' outside async function");
        }
        self.expr(value)?;
        self.await_value(0, at);
        Ok(())
    }

    fn subscript(&mut self, value: &Expr, slice: &Expr, ctx: Context, at: Location) -> Done {
        if ctx == Context::Load {
            self.check_subscripted(value);
            self.check_index(value, slice);
        }
        self.expr(value)?;
        if is_plain_slice(slice) && ctx != Context::Del {
            self.slice_parts(slice)?;
            self.op(if ctx == Context::Load { Op::BinarySlice } else { Op::StoreSlice }, at);
            return Ok(());
        }
        self.expr(slice)?;
        let op = match ctx {
            Context::Load => Op::BinarySubscr,
            Context::Store => Op::StoreSubscr,
            Context::Del => Op::DeleteSubscr,
        };
        self.op(op, at);
        Ok(())
    }

    /// Pushes the bounds of a slice, and the step where there is one; answers how many values.
    pub fn slice_parts(&mut self, slice: &Expr) -> Result<u32, crate::source::SyntaxError> {
        let ExprKind::Slice { lower, upper, step } = &slice.kind else {
            return self.error(slice.at, "a slice was expected here");
        };
        for bound in [lower, upper] {
            match bound {
                Some(bound) => self.expr(bound)?,
                None => self.load_const(Constant::None, slice.at),
            }
        }
        match step {
            Some(step) => self.expr(step).map(|()| 3),
            None => Ok(2),
        }
    }
}

/// `[a:b]`, without a step: it has instructions of its own.
pub fn is_plain_slice(slice: &Expr) -> bool {
    matches!(slice.kind, ExprKind::Slice { step: None, .. })
}

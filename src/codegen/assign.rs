//! Plain and augmented assignment.

use super::{
    call::at_attribute,
    expr::is_plain_slice,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::ast::{Expr, ExprKind, Operator},
};

impl Generator<'_> {
    pub fn assign(&mut self, targets: &[Expr], value: &Expr, at: Location) -> Done {
        self.expr(value)?;
        let (last, first) = targets.split_last().expect("an assignment has a target");
        for target in first {
            self.op_arg(Op::Copy, 1, at);
            self.expr(target)?;
        }
        self.expr(last)
    }

    /// Reads the target, combines, writes it back: what the target is made of is evaluated once.
    pub fn aug_assign(&mut self, target: &Expr, op: Operator, value: &Expr, at: Location) -> Done {
        let place = target.at;
        match &target.kind {
            ExprKind::Attribute { value: object, attr, .. } => {
                let name_at = at_attribute(place, target, attr);
                self.expr(object)?;
                self.op_arg(Op::Copy, 1, place);
                self.op_name(Op::LoadAttr, attr, name_at);
                self.combine(op, value, at)?;
                self.op_arg(Op::Swap, 2, name_at);
                self.op_name(Op::StoreAttr, attr, name_at);
            }
            ExprKind::Subscript { value: object, slice, .. } if is_plain_slice(slice) => {
                self.expr(object)?;
                self.slice_parts(slice)?;
                self.repeat(Op::Copy, &[3, 3, 3], place);
                self.op(Op::BinarySlice, place);
                self.combine(op, value, at)?;
                self.repeat(Op::Swap, &[4, 3, 2], place);
                self.op(Op::StoreSlice, place);
            }
            ExprKind::Subscript { value: object, slice, .. } => {
                self.expr(object)?;
                self.expr(slice)?;
                self.repeat(Op::Copy, &[2, 2], place);
                self.op(Op::BinarySubscr, place);
                self.combine(op, value, at)?;
                self.repeat(Op::Swap, &[3, 2], place);
                self.op(Op::StoreSubscr, place);
            }
            ExprKind::Name { id, .. } => {
                self.load_name(id, place)?;
                self.combine(op, value, at)?;
                self.store_name(id, place)?;
            }
            _ => return self.error(place, "this expression cannot be the target of an augmented assignment"),
        }
        Ok(())
    }

    fn combine(&mut self, op: Operator, value: &Expr, at: Location) -> Done {
        self.expr(value)?;
        self.op_binary(op, true, at);
        Ok(())
    }

    fn repeat(&mut self, op: Op, args: &[u32], at: Location) {
        for &arg in args {
            self.op_arg(op, arg, at);
        }
    }
}

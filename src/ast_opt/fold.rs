//! The rules: what one node becomes when its children are constants (`fold_*`).

use std::rc::Rc;

use super::{format, number, sequence};
use crate::syntax::{
    Constant,
    ast::{CmpOperator, Context, Expr, ExprKind, Operator, UnaryOperator},
};

pub fn constant(value: Constant) -> ExprKind {
    ExprKind::Constant { value, kind: None }
}

/// The constant that an expression is.
fn value_of(expr: &Expr) -> Option<&Constant> {
    match &expr.kind {
        ExprKind::Constant { value, .. } => Some(value),
        _ => None,
    }
}

/// What CPython says when it computes `~True`.
pub const INVERTED_BOOL: &str = "Bitwise inversion '~' on bool is deprecated. This returns the bitwise \
     inversion of the underlying int object and is usually not what you expect from negating a bool. Use the \
     'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

pub fn inverts_bool(node: &Expr) -> bool {
    let ExprKind::UnaryOp { op: UnaryOperator::Invert, operand } = &node.kind else { return false };
    matches!(value_of(operand), Some(Constant::Bool(_)))
}

/// Applies the rule for this kind of node. What cannot be computed (a division by zero, a result that is
/// too big) stays as it is: the program meets it when it runs. `nans` counts the NaNs that come out.
pub fn expr(node: &mut Expr, nans: &mut u64) {
    let folded = match &mut node.kind {
        ExprKind::BinOp { left, op, right } => binary(left, *op, right).map(|kind| computed(kind, nans)),
        ExprKind::UnaryOp { op, operand } => match value_of(operand) {
            Some(value) => number::unary(*op, value).map(|value| computed(constant(value), nans)),
            None => {
                // The comparison comes up with its own place, which is narrower than that of the `not`.
                if let Some(comparison) = inverted(*op, operand) {
                    *node = comparison;
                }
                None
            }
        },
        ExprKind::Subscript { value, slice, ctx: Context::Load } => value_of(value)
            .zip(value_of(slice))
            .and_then(|(value, index)| sequence::item(value, index))
            .map(constant),
        ExprKind::Tuple { elts, ctx: Context::Load } => {
            constants(elts).map(|items| constant(Constant::Tuple(items)))
        }
        ExprKind::Compare { ops, comparators, .. } => {
            if let (Some(CmpOperator::In | CmpOperator::NotIn), Some(last)) =
                (ops.last(), comparators.last_mut())
            {
                iterable(last);
            }
            None
        }
        _ => None,
    };
    if let Some(kind) = folded {
        node.kind = kind;
    }
}

/// The result of an operator, which is a new object.
fn computed(mut kind: ExprKind, nans: &mut u64) -> ExprKind {
    if let ExprKind::Constant { value, .. } = &mut kind
        && value.is_nan()
    {
        *nans += 1;
        value.number_nan(*nans);
    }
    kind
}

/// What is only iterated or searched may be a constant: a list becomes a tuple, a set of constants a frozenset.
pub fn iterable(node: &mut Expr) {
    match &mut node.kind {
        ExprKind::List { elts, ctx } if !has_starred(elts) => {
            node.kind = match constants(elts) {
                Some(items) => constant(Constant::Tuple(items)),
                None => ExprKind::Tuple { elts: std::mem::take(elts), ctx: *ctx },
            };
        }
        ExprKind::Set { elts } => {
            if let Some(items) = constants(elts) {
                node.kind = constant(Constant::FrozenSet(sequence::distinct(&items)));
            }
        }
        _ => {}
    }
}

fn constants(elts: &[Expr]) -> Option<Rc<[Constant]>> {
    elts.iter().map(|elt| value_of(elt).cloned()).collect()
}

pub fn has_starred(elts: &[Expr]) -> bool {
    elts.iter().any(|elt| matches!(elt.kind, ExprKind::Starred { .. }))
}

fn binary(left: &Expr, op: Operator, right: &mut Expr) -> Option<ExprKind> {
    let left = value_of(left)?;
    if let (Operator::Mod, Constant::Str(text), ExprKind::Tuple { elts, .. }) = (op, left, &mut right.kind)
        && !has_starred(elts)
    {
        return format::joined(text, elts);
    }
    let right = value_of(right)?;
    let value = match op {
        Operator::Add => number::add(left, right).or_else(|| sequence::concat(left, right)),
        Operator::Mult => number::multiply(left, right).or_else(|| sequence::repeat(left, right)),
        Operator::Sub => number::subtract(left, right),
        Operator::Div => number::divide(left, right),
        Operator::FloorDiv => number::floor_divide(left, right),
        Operator::Mod => number::remainder(left, right),
        Operator::Pow => number::power(left, right),
        Operator::LShift => number::shift_left(left, right),
        Operator::RShift => number::shift_right(left, right),
        Operator::BitOr | Operator::BitXor | Operator::BitAnd => number::bitwise(op, left, right),
        Operator::MatMult => None,
    };
    value.map(constant)
}

/// `not a in b` is `a not in b`; the other comparisons may be overloaded and do not come in pairs.
fn inverted(op: UnaryOperator, operand: &mut Expr) -> Option<Expr> {
    let ExprKind::Compare { ops, .. } = &mut operand.kind else { return None };
    let (UnaryOperator::Not, [only]) = (op, &mut ops[..]) else { return None };
    *only = match only {
        CmpOperator::Is => CmpOperator::IsNot,
        CmpOperator::IsNot => CmpOperator::Is,
        CmpOperator::In => CmpOperator::NotIn,
        CmpOperator::NotIn => CmpOperator::In,
        _ => return None,
    };
    let at = operand.at;
    Some(Expr { at, kind: std::mem::replace(&mut operand.kind, constant(Constant::None)) })
}

//! Code that is allowed but cannot be meant: the warnings.

use super::generator::Generator;
use crate::{
    source::Location,
    syntax::{
        Constant,
        ast::{CmpOperator, Expr, ExprKind},
    },
};

impl Generator<'_> {
    /// `is` with a literal compares identities that nobody promises.
    pub fn check_compare(&mut self, left: &Expr, ops: &[CmpOperator], rights: &[Expr], at: Location) {
        let mut left = left;
        for (op, right) in ops.iter().zip(rights) {
            let (is, instead) = match op {
                CmpOperator::Is => ("is", "=="),
                CmpOperator::IsNot => ("is not", "!="),
                _ => {
                    left = right;
                    continue;
                }
            };
            if let Some(literal) = [left, right].into_iter().find(|side| is_literal(side)) {
                let kind = type_name(literal).unwrap_or_default();
                self.warn(at, format!("\"{is}\" with '{kind}' literal. Did you mean \"{instead}\"?"));
                return;
            }
            left = right;
        }
    }

    pub fn check_callee(&mut self, callee: &Expr) {
        if matches!(callee.kind, ExprKind::Lambda { .. }) {
            return;
        }
        if let Some(kind) = type_name(callee) {
            let msg = format!("'{kind}' object is not callable; perhaps you missed a comma?");
            self.warn(callee.at, msg);
        }
    }

    pub fn check_subscripted(&mut self, value: &Expr) {
        let suspicious = match &value.kind {
            ExprKind::Constant { value, .. } => matches!(
                value,
                Constant::None
                    | Constant::Ellipsis
                    | Constant::Bool(_)
                    | Constant::Int(_)
                    | Constant::BigInt(_)
                    | Constant::Float(_)
                    | Constant::Complex { .. }
                    | Constant::FrozenSet(_)
            ),
            ExprKind::Set { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::GeneratorExp { .. }
            | ExprKind::Lambda { .. } => true,
            _ => false,
        };
        if suspicious && let Some(kind) = type_name(value) {
            let msg = format!("'{kind}' object is not subscriptable; perhaps you missed a comma?");
            self.warn(value.at, msg);
        }
    }

    pub fn check_index(&mut self, value: &Expr, index: &Expr) {
        let Some(index_kind) = type_name(index).filter(|kind| !matches!(*kind, "int" | "bool")) else {
            return;
        };
        let is_sequence = match &value.kind {
            ExprKind::Constant { value, .. } => {
                matches!(value, Constant::Str(_) | Constant::Bytes(_) | Constant::Tuple(_))
            }
            ExprKind::Tuple { .. }
            | ExprKind::List { .. }
            | ExprKind::ListComp { .. }
            | ExprKind::JoinedStr { .. }
            | ExprKind::FormattedValue { .. } => true,
            _ => false,
        };
        if is_sequence && let Some(kind) = type_name(value) {
            let msg = format!(
                "{kind} indices must be integers or slices, not {index_kind}; perhaps you missed a comma?"
            );
            self.warn(value.at, msg);
        }
    }
}

fn is_literal(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Constant { value, .. } => {
            !matches!(value, Constant::None | Constant::Bool(_) | Constant::Ellipsis)
        }
        _ => false,
    }
}

/// The type of what an expression makes, where its form alone tells.
fn type_name(expr: &Expr) -> Option<&'static str> {
    Some(match &expr.kind {
        ExprKind::Tuple { .. } => "tuple",
        ExprKind::List { .. } | ExprKind::ListComp { .. } => "list",
        ExprKind::Dict { .. } | ExprKind::DictComp { .. } => "dict",
        ExprKind::Set { .. } | ExprKind::SetComp { .. } => "set",
        ExprKind::GeneratorExp { .. } => "generator",
        ExprKind::Lambda { .. } => "function",
        ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "str",
        ExprKind::Constant { value, .. } => match value {
            Constant::None => "NoneType",
            Constant::Ellipsis => "ellipsis",
            Constant::Bool(_) => "bool",
            Constant::Int(_) | Constant::BigInt(_) => "int",
            Constant::Float(_) => "float",
            Constant::Complex { .. } => "complex",
            Constant::Str(_) => "str",
            Constant::Bytes(_) => "bytes",
            Constant::Tuple(_) => "tuple",
            Constant::FrozenSet(_) => "frozenset",
        },
        _ => return None,
    })
}

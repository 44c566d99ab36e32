//! What can be assigned to or deleted. It is read as an expression first, and then looked at again.

use super::super::ast::{Context, Expr, ExprKind};
use super::{Parser, Read, Refused, Sign};

impl Parser<'_> {
    /// The targets of a `for`.
    pub(super) fn star_targets(&mut self) -> Read<Expr> {
        let start = self.at;
        let first = self.star_target()?;
        if !self.is(Sign::Comma) {
            return Ok(first);
        }
        let mut targets = self.bare_tuple(start, first, Self::star_target)?;
        if let ExprKind::Tuple { ctx, .. } = &mut targets.kind {
            *ctx = Context::Store;
        }
        Ok(targets)
    }

    pub(super) fn star_target(&mut self) -> Read<Expr> {
        let mut target = match self.is(Sign::Star) {
            true => self.starred(Self::primary)?,
            false => self.primary()?,
        };
        turn(&mut target, Context::Store)?;
        Ok(target)
    }

    pub(super) fn del_target(&mut self) -> Read<Expr> {
        let mut target = self.primary()?;
        turn(&mut target, Context::Del)?;
        Ok(target)
    }

    pub(super) fn stored_name(&mut self) -> Read<Expr> {
        let start = self.at;
        let id = self.name()?;
        Ok(Expr { at: self.since(start), kind: ExprKind::Name { id, ctx: Context::Store } })
    }
}

/// Makes an expression a target, if it can be one.
pub(super) fn turn(expr: &mut Expr, to: Context) -> Read<()> {
    match &mut expr.kind {
        ExprKind::Name { ctx, .. } | ExprKind::Attribute { ctx, .. } | ExprKind::Subscript { ctx, .. } => {
            *ctx = to;
        }
        ExprKind::Tuple { elts, ctx } | ExprKind::List { elts, ctx } => {
            *ctx = to;
            return elts.iter_mut().try_for_each(|element| turn(element, to));
        }
        ExprKind::Starred { value, ctx } if to == Context::Store => {
            *ctx = to;
            return turn(value, to);
        }
        _ => return Err(Refused),
    }
    Ok(())
}

/// The same for where only one place is allowed.
pub(super) fn turn_single(expr: &mut Expr) -> Read<()> {
    match expr.kind {
        ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {
            turn(expr, Context::Store)
        }
        _ => Err(Refused),
    }
}

//! Attributes, and those of `super()`, which have an instruction of their own.

use super::{
    call::at_attribute,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    symbols::Found,
    syntax::ast::{Context, Expr, ExprKind, Name},
};

impl Generator<'_> {
    pub fn attribute(&mut self, expr: &Expr, value: &Expr, attr: &Name, ctx: Context) -> Done {
        let at = at_attribute(expr.at, expr, attr);
        if ctx == Context::Load
            && let Some(args) = self.super_call(value, attr)
        {
            let op = if args.is_empty() { Op::LoadZeroSuperAttr } else { Op::LoadSuperAttr };
            self.load_super_parts(value, args)?;
            self.op_name(op, attr, expr.at);
            self.op(Op::Nop, at);
            return Ok(());
        }
        self.expr(value)?;
        let op = match ctx {
            Context::Load => Op::LoadAttr,
            Context::Store => {
                self.refuse_debug(attr, ctx, at)?;
                Op::StoreAttr
            }
            Context::Del => Op::DeleteAttr,
        };
        self.op_name(op, attr, at);
        Ok(())
    }

    /// The arguments of a call of `super` whose result is only asked for an attribute: with none or two of
    /// them, and where nothing shows that the name means something else.
    pub fn super_call<'e>(&mut self, value: &'e Expr, attr: &str) -> Option<&'e [Expr]> {
        let ExprKind::Call { func, args, keywords } = &value.kind else { return None };
        let ExprKind::Name { id, .. } = &func.kind else { return None };
        if &**id != "super" || attr == "__class__" || !keywords.is_empty() {
            return None;
        }
        let unit = self.unit();
        let takes_self = unit.argcount + unit.posonlyargcount > 0;
        if unit.symbols.get(id).found != Found::GlobalImplicit
            || self.units[0].symbols.get(id).found != Found::Unknown
        {
            return None;
        }
        let suits = match &args[..] {
            [] => takes_self && self.reference("__class__") == Found::Free,
            [first, second] => {
                ![first, second].iter().any(|arg| matches!(arg.kind, ExprKind::Starred { .. }))
            }
            _ => false,
        };
        suits.then_some(args)
    }

    /// Pushes `super`, the class and the instance.
    pub fn load_super_parts(&mut self, call: &Expr, args: &[Expr]) -> Done {
        let at: Location = call.at;
        if let ExprKind::Call { func, .. } = &call.kind {
            self.expr(func)?;
        }
        if !args.is_empty() {
            return self.exprs(args);
        }
        self.load_name(&"__class__".into(), at)?;
        let first = self.unit().varnames.first().cloned().expect("the function has a first argument");
        self.load_name(&first, at)
    }
}

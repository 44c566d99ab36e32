//! Annotations: of variables and of parameters.

use super::{
    builder::Kind,
    emit::count,
    generator::{Done, Generator},
    unparse::unparse,
};
use crate::{
    isa::Op,
    source::Location,
    symbols::mangle,
    syntax::{
        Constant,
        ast::{Arg, Arguments, Context, Expr, ExprKind, Name},
    },
};

impl Generator<'_> {
    /// `target: annotation = value`. Modules and classes keep the annotation of a plain name; elsewhere, and of other
    /// targets, only what has to be defined is evaluated.
    pub fn ann_assign(
        &mut self,
        (target, annotation, value): (&Expr, &Expr, Option<&Expr>),
        simple: bool,
        at: Location,
    ) -> Done {
        if let Some(value) = value {
            self.expr(value)?;
            self.expr(target)?;
        }
        let kept = matches!(self.unit().kind, Kind::Module | Kind::Class);
        match &target.kind {
            ExprKind::Name { id, .. } => {
                self.refuse_debug(id, Context::Store, at)?;
                if simple && kept {
                    self.annotation_value(annotation)?;
                    self.op_name(Op::LoadName, &"__annotations__".into(), at);
                    let mangled = mangle(self.unit().private.as_ref(), id);
                    self.load_text(&mangled, at);
                    self.op(Op::StoreSubscr, at);
                }
            }
            ExprKind::Attribute { value: object, attr, .. } => {
                self.refuse_debug(attr, Context::Store, at)?;
                if value.is_none() {
                    self.evaluate(object)?;
                }
            }
            ExprKind::Subscript { value: object, slice, .. } => {
                if value.is_none() {
                    self.evaluate(object)?;
                    self.evaluate_index(slice)?;
                }
            }
            _ => return self.error(target.at, "this expression cannot be annotated"),
        }
        if !simple && kept && !self.table.future.annotations {
            self.evaluate(annotation)?;
        }
        Ok(())
    }

    /// Evaluates an expression for its effects and errors only.
    fn evaluate(&mut self, expr: &Expr) -> Done {
        self.expr(expr)?;
        self.op(Op::PopTop, expr.at);
        Ok(())
    }

    fn evaluate_index(&mut self, index: &Expr) -> Done {
        match &index.kind {
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().flatten().try_for_each(|bound| self.evaluate(bound))
            }
            ExprKind::Tuple { elts, .. } => elts.iter().try_for_each(|elt| self.evaluate_index(elt)),
            _ => self.evaluate(index),
        }
    }

    /// The annotation's value, or its text where the module asks for that.
    fn annotation_value(&mut self, annotation: &Expr) -> Done {
        if self.table.future.annotations {
            let text = unparse(annotation);
            self.load_const(Constant::Str(text), annotation.at);
            return Ok(());
        }
        self.expr(annotation)
    }

    /// Pushes a tuple of names and annotations of a function, if it has any. Answers whether it has.
    pub fn signature(
        &mut self,
        args: &Arguments,
        returns: Option<&Expr>,
        at: Location,
    ) -> Result<bool, crate::source::SyntaxError> {
        let named = args.args.iter().chain(&args.posonlyargs).chain(&args.vararg);
        let named = named.chain(&args.kwonlyargs).chain(&args.kwarg);
        let mut pushed = 0;
        for Arg { arg, annotation, .. } in named {
            if let Some(annotation) = annotation {
                self.arg_annotation(arg, annotation, at)?;
                pushed += 2;
            }
        }
        if let Some(returns) = returns {
            self.arg_annotation(&"return".into(), returns, at)?;
            pushed += 2;
        }
        if pushed > 0 {
            self.op_arg(Op::BuildTuple, count(pushed), at);
        }
        Ok(pushed > 0)
    }

    fn arg_annotation(&mut self, name: &Name, annotation: &Expr, at: Location) -> Done {
        let mangled = mangle(self.unit().private.as_ref(), name);
        self.load_text(&mangled, at);
        match &annotation.kind {
            // `*args: *Ts` is the only element of what `*Ts` unpacks to.
            ExprKind::Starred { value, .. } if !self.table.future.annotations => {
                self.expr(value)?;
                self.op_arg(Op::UnpackSequence, 1, at);
                Ok(())
            }
            _ => self.annotation_value(annotation),
        }
    }
}

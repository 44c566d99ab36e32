//! Type parameters and type aliases.

use super::{
    builder::Kind,
    emit::{count, intrinsic1, intrinsic2},
    generator::{Done, Generator},
};
use crate::{
    code::GENERIC_PREFIX,
    isa::Op,
    source::Location,
    symbols::Block,
    syntax::{
        Constant,
        ast::{Expr, ExprKind, Name, TypeParam, TypeParamKind},
    },
};

/// What the code is called that binds the type parameters of something.
pub(super) fn unit_name(of: &Name) -> Name {
    format!("{GENERIC_PREFIX}{of}>").into()
}

impl Generator<'_> {
    /// Binds each parameter and pushes a tuple of them all.
    pub fn type_params(&mut self, params: &[TypeParam]) -> Done {
        for param in params {
            let at = param.at;
            let name = match &param.kind {
                TypeParamKind::TypeVar { name, bound } => {
                    self.type_var(name, bound.as_deref(), at)?;
                    name
                }
                TypeParamKind::TypeVarTuple { name } => {
                    self.load_text(name, at);
                    self.op_arg(Op::CallIntrinsic1, intrinsic1::TYPEVARTUPLE, at);
                    name
                }
                TypeParamKind::ParamSpec { name } => {
                    self.load_text(name, at);
                    self.op_arg(Op::CallIntrinsic1, intrinsic1::PARAMSPEC, at);
                    name
                }
            };
            self.op_arg(Op::Copy, 1, at);
            self.store_name(name, at)?;
        }
        self.op_arg(Op::BuildTuple, count(params.len()), params[0].at);
        Ok(())
    }

    /// A bound is computed when it is asked for, so it is a function.
    fn type_var(&mut self, name: &Name, bound: Option<&Expr>, at: Location) -> Done {
        self.load_text(name, at);
        let Some(bound) = bound else {
            self.op_arg(Op::CallIntrinsic1, intrinsic1::TYPEVAR, at);
            return Ok(());
        };
        self.enter(Kind::TypeParams, name.clone(), (Block::TypeVarBound, at), bound.at.line);
        self.expr(bound)?;
        self.op(Op::ReturnValue, at);
        let code = self.leave(true)?;
        self.make_closure(&code, 0, at)?;
        let kind = match bound.kind {
            ExprKind::Tuple { .. } => intrinsic2::TYPEVAR_WITH_CONSTRAINTS,
            _ => intrinsic2::TYPEVAR_WITH_BOUND,
        };
        self.op_arg(Op::CallIntrinsic2, kind, at);
        Ok(())
    }

    pub fn type_alias(&mut self, name: &Expr, params: &[TypeParam], value: &Expr, at: Location) -> Done {
        let ExprKind::Name { id, .. } = &name.kind else {
            return self.error(name.at, "a type alias needs a plain name");
        };
        if params.is_empty() {
            self.load_text(id, at);
            self.load_const(Constant::None, at);
            self.type_alias_body(id, value, at)?;
        } else {
            self.op(Op::PushNull, at);
            self.enter(Kind::TypeParams, unit_name(id), (Block::TypeParams, at), at.line);
            self.load_text(id, at);
            self.type_params(params)?;
            self.type_alias_body(id, value, at)?;
            let code = self.leave(false)?;
            self.make_closure(&code, 0, at)?;
            self.op_arg(Op::Call, 0, at);
        }
        self.store_name(id, at)
    }

    fn type_alias_body(&mut self, name: &Name, value: &Expr, at: Location) -> Done {
        self.enter(Kind::Function, name.clone(), (Block::TypeAlias, at), at.line);
        // So that a text is not taken for the docstring.
        self.add_const(Constant::None);
        self.expr(value)?;
        self.op(Op::ReturnValue, at);
        let code = self.leave(false)?;
        self.make_closure(&code, 0, at)?;
        self.op_arg(Op::BuildTuple, 3, at);
        self.op_arg(Op::CallIntrinsic1, intrinsic1::TYPEALIAS, at);
        Ok(())
    }
}

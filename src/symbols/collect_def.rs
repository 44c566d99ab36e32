//! The first way through the tree (`symtable_visit_*`): functions, classes, type aliases, and the blocks that they
//! open.

use super::{
    Block, Use,
    collect::{Collector, Done},
};
use crate::{
    source::Location,
    syntax::ast::{
        Arg, Arguments, ClassDef, Expr, ExprKind, FunctionDef, Name, Stmt, TypeParam, TypeParamKind,
    },
};

impl Collector<'_> {
    pub(super) fn function(&mut self, stmt: &Stmt, def: &FunctionDef, is_async: bool) -> Done {
        self.define(&def.name, Use::LOCAL, stmt.at)?;
        self.defaults(&def.args)?;
        self.exprs(&def.decorator_list)?;
        let generic = !def.type_params.is_empty();
        if generic {
            self.enter_type_params(&def.name, stmt.at)?;
            self.hidden_defaults(&def.args, stmt.at)?;
            self.type_params(&def.type_params)?;
        }
        self.signature(stmt.at, &def.args)?;
        if let Some(returns) = &def.returns {
            self.annotation(returns)?;
        }
        self.enter(def.name.clone(), Block::Function, stmt.at);
        self.current().coroutine = is_async;
        self.params(&def.args)?;
        self.stmts(&def.body)?;
        self.exit();
        if generic {
            self.exit();
        }
        Ok(())
    }

    pub(super) fn class(&mut self, stmt: &Stmt, def: &ClassDef) -> Done {
        self.define(&def.name, Use::LOCAL, stmt.at)?;
        self.exprs(&def.decorator_list)?;
        let generic = !def.type_params.is_empty();
        if generic {
            self.enter_type_params(&def.name, stmt.at)?;
            let in_and_out = |this: &mut Self, name: &str| {
                this.define(&name.into(), Use::LOCAL, stmt.at)?;
                this.define(&name.into(), Use::READ, stmt.at)
            };
            in_and_out(self, ".type_params")?;
            // From here on, as in CPython: the class's privacy is in force until an outer class ends.
            self.private = Some(def.name.clone());
            in_and_out(self, ".generic_base")?;
            self.type_params(&def.type_params)?;
        }
        self.exprs(&def.bases)?;
        self.keywords(&def.keywords)?;
        self.enter(def.name.clone(), Block::Class, stmt.at);
        let outer = self.private.replace(def.name.clone());
        if generic {
            self.define(&"__type_params__".into(), Use::LOCAL, stmt.at)?;
            self.define(&".type_params".into(), Use::READ, stmt.at)?;
        }
        self.stmts(&def.body)?;
        self.private = outer;
        self.exit();
        if generic {
            self.exit();
        }
        Ok(())
    }

    pub(super) fn type_alias(
        &mut self,
        stmt: &Stmt,
        name: &Expr,
        type_params: &[TypeParam],
        value: &Expr,
    ) -> Done {
        self.expr(name)?;
        let ExprKind::Name { id, .. } = &name.kind else {
            return Err(self.error(name.at, "cannot assign to a type alias that is not a name"));
        };
        let in_class = self.current().block == Block::Class;
        let generic = !type_params.is_empty();
        if generic {
            self.enter_type_params(id, stmt.at)?;
            self.type_params(type_params)?;
        }
        self.enter(id.clone(), Block::TypeAlias, stmt.at);
        self.see_class(in_class, value.at)?;
        self.expr(value)?;
        self.exit();
        if generic {
            self.exit();
        }
        Ok(())
    }

    /// Annotation scopes of a class reach its names through its dictionary.
    fn see_class(&mut self, in_class: bool, at: Location) -> Done {
        self.current().sees_class_scope = in_class;
        if in_class { self.define(&"__classdict__".into(), Use::READ, at) } else { Ok(()) }
    }

    fn enter_type_params(&mut self, name: &Name, at: Location) -> Done {
        let in_class = self.current().block == Block::Class;
        self.enter(name.clone(), Block::TypeParams, at);
        self.see_class(in_class, at)
    }

    /// Defaults are computed outside and handed to the scope of the type parameters. As in CPython, the first of the
    /// two has its slot even where there are none.
    fn hidden_defaults(&mut self, args: &Arguments, at: Location) -> Done {
        self.define(&".defaults".into(), Use::PARAM, at)?;
        if args.kw_defaults.iter().any(Option::is_some) {
            self.define(&".kwdefaults".into(), Use::PARAM, at)?;
        }
        Ok(())
    }

    fn type_params(&mut self, params: &[TypeParam]) -> Done {
        params.iter().try_for_each(|param| self.deeper(|this| this.type_param(param)))
    }

    fn type_param(&mut self, param: &TypeParam) -> Done {
        let (TypeParamKind::TypeVar { name, .. }
        | TypeParamKind::ParamSpec { name }
        | TypeParamKind::TypeVarTuple { name }) = &param.kind;
        self.define(name, Use::TYPE_PARAM | Use::LOCAL, param.at)?;
        if let TypeParamKind::TypeVar { bound: Some(bound), .. } = &param.kind {
            let in_class = self.current().sees_class_scope;
            self.enter(name.clone(), Block::TypeVarBound, param.at);
            self.see_class(in_class, bound.at)?;
            self.expr(bound)?;
            self.exit();
        }
        Ok(())
    }

    pub(super) fn defaults(&mut self, args: &Arguments) -> Done {
        self.exprs(&args.defaults)?;
        args.kw_defaults.iter().try_for_each(|default| self.optional(default.as_ref()))
    }

    pub(super) fn params(&mut self, args: &Arguments) -> Done {
        let plain = args.posonlyargs.iter().chain(&args.args).chain(&args.kwonlyargs);
        let mut all = plain.chain(&args.vararg).chain(&args.kwarg);
        all.try_for_each(|arg| self.define(&arg.arg, Use::PARAM, arg.at))?;
        let scope = self.current();
        scope.varargs = args.vararg.is_some();
        scope.varkeywords = args.kwarg.is_some();
        Ok(())
    }

    /// The annotations of the parameters.
    fn signature(&mut self, at: Location, args: &Arguments) -> Done {
        if self.future.annotations {
            self.enter("_annotation".into(), Block::Annotation, at);
        }
        let plain = args.posonlyargs.iter().chain(&args.args);
        let mut all = plain.chain(&args.vararg).chain(&args.kwarg).chain(&args.kwonlyargs);
        all.try_for_each(|Arg { annotation, .. }| self.optional(annotation.as_ref()))?;
        if self.future.annotations {
            self.exit();
        }
        Ok(())
    }
}

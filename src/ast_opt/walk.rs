//! The way through the tree (`astfold_*`): children first, then the rule for the node itself.

use super::{Future, docstring, fold};
use crate::{
    dialect::Dialect,
    source::{SyntaxError, Warning},
    syntax::{
        Constant,
        ast::{
            Arg, Arguments, ClassDef, Comprehension, Context, Expr, ExprKind, For, FunctionDef, Keyword,
            MatchCase, Mode, Module, Pattern, PatternKind, Stmt, StmtKind, Try, TypeParam, TypeParamKind,
            WithItem,
        },
    },
};

type Done = Result<(), SyntaxError>;

pub struct Folder {
    depth: u32,
    deepest: u32,
    /// Annotations that stay text are not folded: they are shown as written.
    fold_annotations: bool,
    /// How many NaNs were computed.
    nans: u64,
    pub warnings: Vec<Warning>,
}

impl Folder {
    pub fn new(future: &Future, dialect: &Dialect) -> Self {
        let deepest = dialect.tree_depth;
        Self { depth: 0, deepest, fold_annotations: !future.annotations, nans: 0, warnings: Vec::new() }
    }

    fn deeper(&mut self, work: impl FnOnce(&mut Self) -> Done) -> Done {
        self.depth += 1;
        if self.depth > self.deepest {
            return Err(SyntaxError::too_deep());
        }
        work(self)?;
        self.depth -= 1;
        Ok(())
    }

    pub fn module(&mut self, module: &mut Module) -> Done {
        match (module.mode, module.body.as_mut_slice()) {
            (Mode::Exec, _) => self.body(&mut module.body),
            (Mode::Eval, [Stmt { kind: StmtKind::Expr(value), .. }]) => self.expr(value),
            (Mode::Eval | Mode::Single, body) => self.stmts(body),
        }
    }

    /// A body whose first statement only becomes a string by folding has no docstring for all that.
    pub fn body(&mut self, body: &mut [Stmt]) -> Done {
        let had_docstring = docstring(body).is_some();
        self.stmts(body)?;
        if !had_docstring && docstring(body).is_some() {
            let first = &mut body[0];
            if let StmtKind::Expr(value) = &mut first.kind {
                let text = std::mem::replace(
                    value,
                    Expr { at: first.at, kind: ExprKind::JoinedStr { values: vec![] } },
                );
                value.kind = ExprKind::JoinedStr { values: vec![text] };
            }
        }
        Ok(())
    }

    fn stmts(&mut self, stmts: &mut [Stmt]) -> Done {
        stmts.iter_mut().try_for_each(|stmt| self.deeper(|this| this.stmt(&mut stmt.kind)))
    }

    fn stmt(&mut self, stmt: &mut StmtKind) -> Done {
        match stmt {
            StmtKind::FunctionDef(def) | StmtKind::AsyncFunctionDef(def) => self.function(def),
            StmtKind::ClassDef(def) => self.class(def),
            StmtKind::Return(value) => self.optional(value.as_mut()),
            StmtKind::Delete(targets) => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.exprs(targets)?;
                self.expr(value)
            }
            StmtKind::AugAssign { target, value, .. } => self.both(target, value),
            StmtKind::AnnAssign { target, annotation, value, .. } => {
                self.expr(target)?;
                self.annotation(Some(annotation))?;
                self.optional(value.as_mut())
            }
            StmtKind::TypeAlias { name, type_params, value } => {
                self.expr(name)?;
                self.type_params(type_params)?;
                self.expr(value)
            }
            StmtKind::For(node) => {
                self.for_(node)?;
                fold::iterable(&mut node.iter);
                Ok(())
            }
            StmtKind::AsyncFor(node) => self.for_(node),
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test)?;
                self.stmts(body)?;
                self.stmts(orelse)
            }
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                self.with_items(items)?;
                self.stmts(body)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                cases.iter_mut().try_for_each(|case| self.case(case))
            }
            StmtKind::Raise { exc, cause } => {
                self.optional(exc.as_mut())?;
                self.optional(cause.as_deref_mut())
            }
            StmtKind::Try(node) | StmtKind::TryStar(node) => self.try_(node),
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.optional(msg.as_deref_mut())
            }
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Import { .. }
            | StmtKind::ImportFrom { .. }
            | StmtKind::Global { .. }
            | StmtKind::Nonlocal { .. }
            | StmtKind::Pass
            | StmtKind::Break
            | StmtKind::Continue => Ok(()),
        }
    }

    fn function(&mut self, def: &mut FunctionDef) -> Done {
        self.type_params(&mut def.type_params)?;
        self.arguments(&mut def.args)?;
        self.body(&mut def.body)?;
        self.exprs(&mut def.decorator_list)?;
        self.annotation(def.returns.as_mut())
    }

    fn class(&mut self, def: &mut ClassDef) -> Done {
        self.type_params(&mut def.type_params)?;
        self.exprs(&mut def.bases)?;
        self.keywords(&mut def.keywords)?;
        self.body(&mut def.body)?;
        self.exprs(&mut def.decorator_list)
    }

    fn for_(&mut self, node: &mut For) -> Done {
        self.both(&mut node.target, &mut node.iter)?;
        self.stmts(&mut node.body)?;
        self.stmts(&mut node.orelse)
    }

    fn case(&mut self, case: &mut MatchCase) -> Done {
        self.pattern(&mut case.pattern)?;
        self.optional(case.guard.as_mut())?;
        self.stmts(&mut case.body)
    }

    fn try_(&mut self, node: &mut Try) -> Done {
        self.stmts(&mut node.body)?;
        for handler in &mut node.handlers {
            self.optional(handler.typ.as_mut())?;
            self.stmts(&mut handler.body)?;
        }
        self.stmts(&mut node.orelse)?;
        self.stmts(&mut node.finalbody)
    }

    fn with_items(&mut self, items: &mut [WithItem]) -> Done {
        items.iter_mut().try_for_each(|item| {
            self.expr(&mut item.context_expr)?;
            self.optional(item.optional_vars.as_mut())
        })
    }

    fn arguments(&mut self, args: &mut Arguments) -> Done {
        self.args(args.posonlyargs.iter_mut())?;
        self.args(args.args.iter_mut())?;
        self.args(args.vararg.iter_mut())?;
        self.args(args.kwonlyargs.iter_mut())?;
        args.kw_defaults.iter_mut().try_for_each(|default| self.optional(default.as_mut()))?;
        self.args(args.kwarg.iter_mut())?;
        self.exprs(&mut args.defaults)
    }

    fn args<'a>(&mut self, mut args: impl Iterator<Item = &'a mut Arg>) -> Done {
        args.try_for_each(|arg| self.annotation(arg.annotation.as_mut()))
    }

    fn annotation(&mut self, annotation: Option<&mut Expr>) -> Done {
        if self.fold_annotations { self.optional(annotation) } else { Ok(()) }
    }

    fn type_params(&mut self, params: &mut [TypeParam]) -> Done {
        params.iter_mut().try_for_each(|param| match &mut param.kind {
            TypeParamKind::TypeVar { bound, .. } => self.optional(bound.as_deref_mut()),
            TypeParamKind::ParamSpec { .. } | TypeParamKind::TypeVarTuple { .. } => Ok(()),
        })
    }

    fn pattern(&mut self, pattern: &mut Pattern) -> Done {
        self.deeper(|this| match &mut pattern.kind {
            PatternKind::MatchValue(value) => this.expr(value),
            PatternKind::MatchSingleton(_) | PatternKind::MatchStar(_) => Ok(()),
            PatternKind::MatchSequence(patterns) | PatternKind::MatchOr(patterns) => this.patterns(patterns),
            PatternKind::MatchMapping { keys, patterns, .. } => {
                this.exprs(keys)?;
                this.patterns(patterns)
            }
            PatternKind::MatchClass { cls, patterns, kwd_patterns, .. } => {
                this.expr(cls)?;
                this.patterns(patterns)?;
                this.patterns(kwd_patterns)
            }
            PatternKind::MatchAs { pattern, .. } => {
                pattern.as_mut().map_or(Ok(()), |inner| this.pattern(inner))
            }
        })
    }

    fn patterns(&mut self, patterns: &mut [Pattern]) -> Done {
        patterns.iter_mut().try_for_each(|pattern| self.pattern(pattern))
    }

    fn optional(&mut self, expr: Option<&mut Expr>) -> Done {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    fn both(&mut self, first: &mut Expr, second: &mut Expr) -> Done {
        self.expr(first)?;
        self.expr(second)
    }

    fn exprs(&mut self, exprs: &mut [Expr]) -> Done {
        exprs.iter_mut().try_for_each(|expr| self.expr(expr))
    }

    fn keywords(&mut self, keywords: &mut [Keyword]) -> Done {
        keywords.iter_mut().try_for_each(|keyword| self.expr(&mut keyword.value))
    }

    fn comprehensions(&mut self, generators: &mut [Comprehension]) -> Done {
        generators.iter_mut().try_for_each(|part| {
            self.both(&mut part.target, &mut part.iter)?;
            self.exprs(&mut part.ifs)?;
            fold::iterable(&mut part.iter);
            Ok(())
        })
    }

    fn expr(&mut self, expr: &mut Expr) -> Done {
        self.deeper(|this| {
            this.children(&mut expr.kind)?;
            if fold::inverts_bool(expr) {
                this.warnings.push(Warning::deprecation(fold::INVERTED_BOOL.into()));
            }
            fold::expr(expr, &mut this.nans);
            Ok(())
        })
    }

    fn children(&mut self, expr: &mut ExprKind) -> Done {
        match expr {
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => self.exprs(values),
            ExprKind::BinOp { left: first, right: second, .. }
            | ExprKind::Subscript { value: first, slice: second, .. } => self.both(first, second),
            ExprKind::Lambda { args, body } => {
                self.arguments(args)?;
                self.expr(body)
            }
            ExprKind::IfExp { test, body, orelse } => {
                [test, body, orelse].into_iter().try_for_each(|part| self.expr(part))
            }
            ExprKind::Dict { keys, values } => {
                keys.iter_mut().try_for_each(|key| self.optional(key.as_mut()))?;
                self.exprs(values)
            }
            ExprKind::Set { elts } | ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
                self.exprs(elts)
            }
            ExprKind::ListComp { elt, generators }
            | ExprKind::SetComp { elt, generators }
            | ExprKind::GeneratorExp { elt, generators } => {
                self.expr(elt)?;
                self.comprehensions(generators)
            }
            ExprKind::DictComp { key, value, generators } => {
                self.both(key, value)?;
                self.comprehensions(generators)
            }
            ExprKind::UnaryOp { operand: value, .. }
            | ExprKind::NamedExpr { value, .. }
            | ExprKind::Await(value)
            | ExprKind::YieldFrom(value)
            | ExprKind::Attribute { value, .. }
            | ExprKind::Starred { value, .. } => self.expr(value),
            ExprKind::Yield(value) => self.optional(value.as_deref_mut()),
            ExprKind::Compare { left, comparators, .. } => {
                self.expr(left)?;
                self.exprs(comparators)
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func)?;
                self.exprs(args)?;
                self.keywords(keywords)
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.expr(value)?;
                self.optional(format_spec.as_deref_mut())
            }
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().try_for_each(|part| self.optional(part.as_deref_mut()))
            }
            ExprKind::Name { id, ctx: Context::Load } if &**id == "__debug__" => {
                *expr = fold::constant(Constant::Bool(true));
                Ok(())
            }
            ExprKind::Name { .. } | ExprKind::Constant { .. } => Ok(()),
        }
    }
}

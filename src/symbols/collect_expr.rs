//! The first way through the tree (`symtable_visit_expr`): expressions, and the blocks that they open.

use super::{
    Block, ComprehensionKind, Use,
    collect::{Collector, Done},
};
use crate::{
    source::Location,
    syntax::ast::{Arguments, Comprehension, Context, Expr, ExprKind, Keyword, Name},
};

impl Collector<'_> {
    pub(super) fn optional(&mut self, expr: Option<&Expr>) -> Done {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    pub(super) fn exprs(&mut self, exprs: &[Expr]) -> Done {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    pub(super) fn both(&mut self, first: &Expr, second: &Expr) -> Done {
        self.expr(first)?;
        self.expr(second)
    }

    pub(super) fn keywords(&mut self, keywords: &[Keyword]) -> Done {
        keywords.iter().try_for_each(|keyword| self.expr(&keyword.value))
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Done {
        self.deeper(|this| this.expr_kind(expr))
    }

    fn expr_kind(&mut self, expr: &Expr) -> Done {
        match &expr.kind {
            ExprKind::NamedExpr { target, value } => {
                self.refuse_in_annotation("named expression", expr.at)?;
                self.named_expr(expr.at, target, value)
            }
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => self.exprs(values),
            ExprKind::BinOp { left: first, right: second, .. }
            | ExprKind::Subscript { value: first, slice: second, .. } => self.both(first, second),
            ExprKind::UnaryOp { operand: value, .. }
            | ExprKind::Attribute { value, .. }
            | ExprKind::Starred { value, .. } => self.expr(value),
            ExprKind::Lambda { args, body } => self.lambda(expr.at, args, body),
            ExprKind::IfExp { test, body, orelse } => {
                self.both(test, body)?;
                self.expr(orelse)
            }
            ExprKind::Dict { keys, values } => {
                keys.iter().try_for_each(|key| self.optional(key.as_ref()))?;
                self.exprs(values)
            }
            ExprKind::Set { elts } | ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
                self.exprs(elts)
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(expr.at, ComprehensionKind::Generator, generators, elt, None)
            }
            ExprKind::ListComp { elt, generators } => {
                self.comprehension(expr.at, ComprehensionKind::List, generators, elt, None)
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension(expr.at, ComprehensionKind::Set, generators, elt, None)
            }
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension(expr.at, ComprehensionKind::Dict, generators, key, Some(value))
            }
            ExprKind::Yield(value) => self.yielded(expr.at, value.as_deref()),
            ExprKind::YieldFrom(value) => self.yielded(expr.at, Some(value)),
            ExprKind::Await(value) => self.awaited(expr.at, value),
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
                self.optional(format_spec.as_deref())
            }
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().try_for_each(|part| self.optional(part.as_deref()))
            }
            ExprKind::Name { id, ctx } => self.name(id, *ctx, expr.at),
            ExprKind::Constant { .. } => Ok(()),
        }
    }

    fn name(&mut self, name: &Name, ctx: Context, at: Location) -> Done {
        let uses = if ctx == Context::Load { Use::READ } else { Use::LOCAL };
        self.define(name, uses, at)?;
        // `super()` finds its class through a cell.
        if ctx == Context::Load && &**name == "super" && self.current().is_function_like() {
            self.define(&"__class__".into(), Use::READ, at)?;
        }
        Ok(())
    }

    fn lambda(&mut self, at: Location, args: &Arguments, body: &Expr) -> Done {
        if self.current().sees_class_scope {
            return Err(self.error(at, "Cannot use lambda in annotation scope within class scope"));
        }
        self.defaults(args)?;
        self.enter("lambda".into(), Block::Function, at);
        self.params(args)?;
        self.expr(body)?;
        self.exit();
        Ok(())
    }

    fn awaited(&mut self, at: Location, value: &Expr) -> Done {
        self.refuse_in_annotation("await expression", at)?;
        self.expr(value)?;
        self.current().coroutine = true;
        Ok(())
    }

    fn yielded(&mut self, at: Location, value: Option<&Expr>) -> Done {
        self.refuse_in_annotation("yield expression", at)?;
        self.optional(value)?;
        let scope = self.current();
        scope.generator = true;
        let place = match scope.comprehension {
            None => return Ok(()),
            Some(ComprehensionKind::List) => "list comprehension",
            Some(ComprehensionKind::Set) => "set comprehension",
            Some(ComprehensionKind::Dict) => "dict comprehension",
            Some(ComprehensionKind::Generator) => "generator expression",
        };
        Err(self.error(at, format!("'yield' inside {place}")))
    }

    fn refuse_in_annotation(&mut self, what: &str, at: Location) -> Done {
        let place = match self.current().block {
            Block::Annotation => "an annotation",
            Block::TypeVarBound => "a TypeVar bound",
            Block::TypeAlias => "a type alias",
            Block::TypeParams => "the definition of a generic",
            Block::Module | Block::Class | Block::Function => return Ok(()),
        };
        Err(self.error(at, format!("{what} cannot be used within {place}")))
    }

    fn named_expr(&mut self, at: Location, target: &Expr, value: &Expr) -> Done {
        if self.current().in_iterable > 0 {
            let msg = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(self.error(at, msg));
        }
        if self.current().comprehension.is_some()
            && let ExprKind::Name { id, .. } = &target.kind
        {
            self.bind_around_comprehension(id, target.at)?;
        }
        self.expr(value)?;
        self.expr(target)
    }

    /// `:=` in a comprehension binds in the block around all comprehensions.
    fn bind_around_comprehension(&mut self, name: &Name, at: Location) -> Done {
        for id in self.stack.clone().into_iter().rev() {
            let scope = &self.scopes[id];
            let uses = scope.symbols.get(name).uses;
            if scope.comprehension.is_some() {
                if uses.any(Use::ITERATION) && uses.any(Use::LOCAL) {
                    let msg = format!(
                        "assignment expression cannot rebind comprehension iteration variable '{name}'"
                    );
                    return Err(self.error(at, msg));
                }
                continue;
            }
            let place = match scope.block {
                Block::Function => {
                    let how = if uses.any(Use::GLOBAL) { Use::GLOBAL } else { Use::NONLOCAL };
                    self.define(name, how, at)?;
                    self.directive(name, at);
                    return self.define_in(id, name, Use::LOCAL, at);
                }
                Block::Module => {
                    self.define(name, Use::GLOBAL, at)?;
                    self.directive(name, at);
                    return self.define_in(id, name, Use::GLOBAL, at);
                }
                Block::Class => "in a class body",
                Block::TypeParams => "within the definition of a generic",
                Block::TypeAlias => "in a type alias",
                Block::TypeVarBound => "in a TypeVar bound",
                Block::Annotation => continue,
            };
            let msg = format!("assignment expression within a comprehension cannot be used {place}");
            return Err(self.error(at, msg));
        }
        Ok(())
    }

    fn comprehension(
        &mut self,
        at: Location,
        kind: ComprehensionKind,
        generators: &[Comprehension],
        elt: &Expr,
        value: Option<&Expr>,
    ) -> Done {
        if self.current().sees_class_scope {
            let msg = "Cannot use comprehension in annotation scope within class scope";
            return Err(self.error(at, msg));
        }
        let [outermost, inner @ ..] = generators else { panic!("a comprehension has a `for`") };
        // The outermost iterable is evaluated outside and handed in.
        self.current().in_iterable += 1;
        self.expr(&outermost.iter)?;
        self.current().in_iterable -= 1;
        let name = match kind {
            ComprehensionKind::List => "listcomp",
            ComprehensionKind::Set => "setcomp",
            ComprehensionKind::Dict => "dictcomp",
            ComprehensionKind::Generator => "genexpr",
        };
        self.enter(name.into(), Block::Function, at);
        self.current().comprehension = Some(kind);
        self.current().coroutine = outermost.is_async;
        self.define(&".0".into(), Use::PARAM, at)?;
        self.target(&outermost.target)?;
        self.exprs(&outermost.ifs)?;
        for part in inner {
            self.target(&part.target)?;
            self.current().in_iterable += 1;
            self.expr(&part.iter)?;
            self.current().in_iterable -= 1;
            self.exprs(&part.ifs)?;
            self.current().coroutine |= part.is_async;
        }
        self.optional(value)?;
        self.expr(elt)?;
        let is_generator = kind == ComprehensionKind::Generator;
        self.current().generator = is_generator;
        let is_async = self.current().coroutine && !is_generator;
        self.exit();
        self.current().coroutine |= is_async;
        Ok(())
    }

    fn target(&mut self, target: &Expr) -> Done {
        self.current().in_target = true;
        self.expr(target)?;
        self.current().in_target = false;
        Ok(())
    }
}

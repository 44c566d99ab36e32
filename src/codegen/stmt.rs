//! Statements: which kind goes where, and those that take only a few lines.

use super::{
    emit::intrinsic1,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::{
        Constant,
        ast::{Expr, ExprKind, Stmt, StmtKind},
    },
};

impl<'a> Generator<'a> {
    pub fn stmts(&mut self, stmts: &'a [Stmt]) -> Done {
        stmts.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &'a Stmt) -> Done {
        let at = stmt.at;
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function(def, false, at),
            StmtKind::AsyncFunctionDef(def) => self.function(def, true, at),
            StmtKind::ClassDef(def) => self.class(def, at),
            StmtKind::TypeAlias { name, type_params, value } => self.type_alias(name, type_params, value, at),
            StmtKind::Return(value) => self.return_stmt(value.as_ref(), at),
            StmtKind::Delete(targets) => self.exprs(targets),
            StmtKind::Assign { targets, value } => self.assign(targets, value, at),
            StmtKind::AugAssign { target, op, value } => self.aug_assign(target, *op, value, at),
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.ann_assign((target, annotation, value.as_ref()), *simple, at)
            }
            StmtKind::For(node) => self.for_loop(node, at),
            StmtKind::AsyncFor(node) => self.async_for(node, at),
            StmtKind::While { test, body, orelse } => self.while_loop(test, body, orelse, at),
            StmtKind::If { test, body, orelse } => self.if_stmt(test, body, orelse, at),
            StmtKind::Match { subject, cases } => self.match_stmt(subject, cases),
            StmtKind::Raise { exc, cause } => self.raise(exc.as_ref(), cause.as_deref(), at),
            StmtKind::Try(node) => self.try_stmt(node, at),
            StmtKind::TryStar(node) => self.try_star(node, at),
            StmtKind::Assert { test, msg } => self.assert(test, msg.as_deref(), at),
            StmtKind::Import { names } => self.import(names, at),
            StmtKind::ImportFrom { module, names, level } => {
                self.import_from(module.as_ref(), names, *level, at)
            }
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } => Ok(()),
            StmtKind::Expr(value) => self.expr_stmt(value, at),
            StmtKind::Pass => {
                self.op(Op::Nop, at);
                Ok(())
            }
            StmtKind::Break => self.break_stmt(at),
            StmtKind::Continue => self.continue_stmt(at),
            StmtKind::With { items, body } => self.with_stmt(items, body, at),
            StmtKind::AsyncWith { items, body } => self.async_with(items, body, at),
        }
    }

    fn expr_stmt(&mut self, value: &Expr, at: Location) -> Done {
        if self.is_interactive && self.units.len() == 1 {
            self.expr(value)?;
            self.op_arg(Op::CallIntrinsic1, intrinsic1::PRINT, at);
            self.op(Op::PopTop, Location::NONE);
            return Ok(());
        }
        if matches!(value.kind, ExprKind::Constant { .. }) {
            // Nobody sees it; the line stays, so that it can be stepped on.
            self.op(Op::Nop, at);
            return Ok(());
        }
        self.expr(value)?;
        self.op(Op::PopTop, Location::NONE);
        Ok(())
    }

    fn return_stmt(&mut self, value: Option<&'a Expr>, at: Location) -> Done {
        let constant = value.and_then(|value| match &value.kind {
            ExprKind::Constant { value, .. } => Some(value.clone()),
            _ => None,
        });
        let keep = value.is_some() && constant.is_none();
        let scope = self.unit().scope;
        if !scope.is_function_like() {
            return self.error(at, "'return' outside function");
        }
        if value.is_some() && scope.coroutine && scope.generator {
            return self.error(at, "'return' with value in async generator");
        }
        let mut here = at;
        if let Some(value) = value {
            if keep {
                self.expr(value)?;
            } else {
                here = value.at;
                self.op(Op::Nop, here);
            }
        }
        if value.is_none_or(|value| value.at.line != at.line) {
            here = at;
            self.op(Op::Nop, here);
        }
        let (here, _) = self.unwind_all(here, keep, false)?;
        if !keep {
            self.load_const(constant.unwrap_or(Constant::None), here);
        }
        self.op(Op::ReturnValue, here);
        Ok(())
    }

    fn if_stmt(&mut self, test: &Expr, body: &'a [Stmt], orelse: &'a [Stmt], at: Location) -> Done {
        let end = self.label();
        let next = if orelse.is_empty() { end } else { self.label() };
        self.jump_if(test, next, false, at)?;
        self.stmts(body)?;
        if !orelse.is_empty() {
            self.jump(Op::Jump, end, Location::NONE);
            self.place(next);
            self.stmts(orelse)?;
        }
        self.place(end);
        Ok(())
    }

    fn raise(&mut self, exc: Option<&Expr>, cause: Option<&Expr>, at: Location) -> Done {
        let mut parts = 0;
        for part in [exc, cause].into_iter().flatten() {
            self.expr(part)?;
            parts += 1;
        }
        self.op_arg(Op::RaiseVarargs, parts, at);
        Ok(())
    }

    fn assert(&mut self, test: &Expr, msg: Option<&Expr>, at: Location) -> Done {
        let is_full_tuple = match &test.kind {
            ExprKind::Tuple { elts, .. } => !elts.is_empty(),
            ExprKind::Constant { value: Constant::Tuple(items), .. } => !items.is_empty(),
            _ => false,
        };
        if is_full_tuple {
            self.warn(at, "assertion is always true, perhaps remove parentheses?".into());
        }
        let end = self.label();
        self.jump_if(test, end, true, at)?;
        self.op(Op::LoadAssertionError, at);
        if let Some(msg) = msg {
            self.expr(msg)?;
            self.op_arg(Op::Call, 0, at);
        }
        self.op_arg(Op::RaiseVarargs, 1, at);
        self.place(end);
        Ok(())
    }
}

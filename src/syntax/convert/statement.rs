//! Statements.

use std::mem::take;

use ruff_python_ast as ruff;
use ruff_text_size::{Ranged, TextRange};

use super::super::ast::{
    ClassDef, ExceptHandler, For, FunctionDef, MatchCase, Stmt, StmtKind, Try, WithItem,
};
use super::{Converted, Converter};
use crate::source::Location;

impl Converter<'_> {
    /// Each statement is dropped as soon as there is ours: what comes next is made in memory that is still at hand.
    pub(super) fn body(&mut self, body: ruff::Suite) -> Converted<Vec<Stmt>> {
        let mut out = Vec::with_capacity(body.len());
        for mut stmt in body {
            out.push(self.deeper(|this| this.stmt(&mut stmt))?);
        }
        Ok(out)
    }

    fn stmt(&mut self, stmt: &mut ruff::Stmt) -> Converted<Stmt> {
        match stmt {
            ruff::Stmt::FunctionDef(_)
            | ruff::Stmt::ClassDef(_)
            | ruff::Stmt::For(_)
            | ruff::Stmt::While(_)
            | ruff::Stmt::If(_)
            | ruff::Stmt::With(_)
            | ruff::Stmt::Match(_)
            | ruff::Stmt::Try(_) => self.compound(stmt),
            _ => Ok(Stmt { at: self.at(stmt.range()), kind: self.simple(stmt)? }),
        }
    }

    fn compound(&mut self, stmt: &mut ruff::Stmt) -> Converted<Stmt> {
        let at = self.compound_at(stmt.range());
        let kind = match stmt {
            ruff::Stmt::FunctionDef(def) => return self.function(def),
            ruff::Stmt::ClassDef(def) => return self.class(def),
            ruff::Stmt::For(node) => {
                let parts = Box::new(For {
                    target: self.expr(&node.target)?,
                    iter: self.expr(&node.iter)?,
                    body: self.body(take(&mut node.body))?,
                    orelse: self.body(take(&mut node.orelse))?,
                });
                if node.is_async { StmtKind::AsyncFor(parts) } else { StmtKind::For(parts) }
            }
            ruff::Stmt::While(node) => StmtKind::While {
                test: self.expr(&node.test)?,
                body: self.body(take(&mut node.body))?,
                orelse: self.body(take(&mut node.orelse))?,
            },
            ruff::Stmt::If(node) => StmtKind::If {
                test: self.expr(&node.test)?,
                body: self.body(take(&mut node.body))?,
                orelse: self.elif(&mut node.elif_else_clauses, at)?,
            },
            ruff::Stmt::With(node) => self.with(node)?,
            ruff::Stmt::Match(node) => StmtKind::Match {
                subject: self.expr(&node.subject)?,
                cases: node.cases.iter_mut().map(|case| self.match_case(case)).collect::<Converted<_>>()?,
            },
            ruff::Stmt::Try(node) => {
                let parts = Box::new(Try {
                    body: self.body(take(&mut node.body))?,
                    handlers: node
                        .handlers
                        .iter_mut()
                        .map(|it| self.handler(it))
                        .collect::<Converted<_>>()?,
                    orelse: self.body(take(&mut node.orelse))?,
                    finalbody: self.body(take(&mut node.finalbody))?,
                });
                if node.is_star { StmtKind::TryStar(parts) } else { StmtKind::Try(parts) }
            }
            _ => unreachable!("only compound statements are sent here"),
        };
        Ok(Stmt { at, kind })
    }

    fn simple(&mut self, stmt: &ruff::Stmt) -> Converted<StmtKind> {
        Ok(match stmt {
            ruff::Stmt::Return(node) => StmtKind::Return(self.optional(node.value.as_deref())?),
            ruff::Stmt::Delete(node) => StmtKind::Delete(self.exprs(&node.targets)?),
            ruff::Stmt::TypeAlias(node) => StmtKind::TypeAlias {
                name: self.expr(&node.name)?,
                type_params: self.type_params(node.type_params.as_deref())?,
                value: self.expr(&node.value)?,
            },
            ruff::Stmt::Assign(node) => {
                StmtKind::Assign { targets: self.exprs(&node.targets)?, value: self.expr(&node.value)? }
            }
            ruff::Stmt::AugAssign(node) => StmtKind::AugAssign {
                target: self.expr(&node.target)?,
                op: Self::operator(node.op),
                value: self.expr(&node.value)?,
            },
            ruff::Stmt::AnnAssign(node) => StmtKind::AnnAssign {
                target: self.expr(&node.target)?,
                annotation: self.expr(&node.annotation)?,
                value: self.optional(node.value.as_deref())?,
                simple: node.simple,
            },
            ruff::Stmt::Raise(node) => StmtKind::Raise {
                // A bare `raise;` comes with an empty name.
                exc: self.optional(node.exc.as_deref().filter(|exc| !exc.range().is_empty()))?,
                cause: self.optional(node.cause.as_deref())?,
            },
            ruff::Stmt::Assert(node) => {
                StmtKind::Assert { test: self.expr(&node.test)?, msg: self.optional(node.msg.as_deref())? }
            }
            ruff::Stmt::Import(node) => {
                StmtKind::Import { names: node.names.iter().map(|alias| self.alias(alias)).collect() }
            }
            ruff::Stmt::ImportFrom(node) => StmtKind::ImportFrom {
                module: self.optional_identifier(node.module.as_ref()),
                names: node.names.iter().map(|alias| self.alias(alias)).collect(),
                level: node.level,
            },
            ruff::Stmt::Global(node) => {
                StmtKind::Global { names: node.names.iter().map(|name| self.identifier(name)).collect() }
            }
            ruff::Stmt::Nonlocal(node) => {
                StmtKind::Nonlocal { names: node.names.iter().map(|name| self.identifier(name)).collect() }
            }
            ruff::Stmt::Expr(node) => StmtKind::Expr(self.expr(&node.value)?),
            ruff::Stmt::Pass(_) => StmtKind::Pass,
            ruff::Stmt::Break(_) => StmtKind::Break,
            ruff::Stmt::Continue(_) => StmtKind::Continue,
            _ => unreachable!("compound statements are converted elsewhere, and there is no IPython here"),
        })
    }

    /// A compound statement whose last line ends in `;` includes it in CPython.
    fn compound_at(&mut self, range: TextRange) -> Location {
        let (start, mut end) = (range.start().to_u32(), range.end().to_usize());
        let bytes = self.text.as_bytes();
        let mut next = end;
        loop {
            match bytes.get(next) {
                Some(b' ' | b'\t' | 0x0C) => next += 1,
                Some(b'\\') if bytes.get(next + 1) == Some(&b'\n') => next += 2,
                Some(b';') => {
                    end = next + 1;
                    break;
                }
                _ => break,
            }
        }
        self.span(start, end as u32)
    }

    /// The parser crate starts a decorated definition at its first decorator, CPython at the keyword.
    fn definition_at(&mut self, range: TextRange, decorators: &[ruff::Decorator]) -> Location {
        let at = self.compound_at(range);
        let Some(last) = decorators.last() else { return at };
        let bytes = self.text.as_bytes();
        let mut start = last.range.end().to_usize();
        loop {
            match bytes[start] {
                b' ' | b'\t' | 0x0C | b'\n' | b'\\' => start += 1,
                b'#' => start += bytes[start..].iter().position(|byte| *byte == b'\n').unwrap_or(0),
                _ => break,
            }
        }
        let start = self.lines.find(start as u32);
        Location { line: start.line, col: start.col, ..at }
    }

    fn decorators(&mut self, decorators: &[ruff::Decorator]) -> Converted<Vec<super::super::ast::Expr>> {
        decorators.iter().map(|decorator| self.expr(&decorator.expression)).collect()
    }

    fn function(&mut self, def: &mut ruff::StmtFunctionDef) -> Converted<Stmt> {
        let at = self.definition_at(def.range, &def.decorator_list);
        let parts = Box::new(FunctionDef {
            decorator_list: self.decorators(&def.decorator_list)?,
            name: self.identifier(&def.name),
            type_params: self.type_params(def.type_params.as_deref())?,
            args: self.parameters(&def.parameters)?,
            returns: self.optional(def.returns.as_deref())?,
            body: self.body(take(&mut def.body))?,
        });
        let kind =
            if def.is_async { StmtKind::AsyncFunctionDef(parts) } else { StmtKind::FunctionDef(parts) };
        Ok(Stmt { at, kind })
    }

    fn class(&mut self, def: &mut ruff::StmtClassDef) -> Converted<Stmt> {
        let at = self.definition_at(def.range, &def.decorator_list);
        let (bases, keywords) =
            def.arguments.as_deref().map_or((&[][..], &[][..]), |args| (&args.args[..], &args.keywords[..]));
        let kind = StmtKind::ClassDef(Box::new(ClassDef {
            decorator_list: self.decorators(&def.decorator_list)?,
            name: self.identifier(&def.name),
            type_params: self.type_params(def.type_params.as_deref())?,
            bases: self.exprs(bases)?,
            keywords: self.keywords(keywords)?,
            body: self.body(take(&mut def.body))?,
        }));
        Ok(Stmt { at, kind })
    }

    /// An `elif` is an `if` of its own in the `else` of the one before, and ends where the whole ends.
    /// Built from the last to the first: there may be more of them than there is stack.
    fn elif(&mut self, clauses: &mut [ruff::ElifElseClause], whole: Location) -> Converted<Vec<Stmt>> {
        let mut converted = Vec::with_capacity(clauses.len());
        for clause in clauses {
            let start = self.at(clause.range);
            converted.push((start, self.optional(clause.test.as_ref())?, self.body(take(&mut clause.body))?));
        }
        let mut orelse = Vec::new();
        for (start, test, body) in converted.into_iter().rev() {
            orelse = match test {
                None => body,
                Some(test) => {
                    let at = Location { line: start.line, col: start.col, ..whole };
                    vec![Stmt { at, kind: StmtKind::If { test, body, orelse } }]
                }
            };
        }
        Ok(orelse)
    }

    fn with(&mut self, node: &mut ruff::StmtWith) -> Converted<StmtKind> {
        let item = |item: &ruff::WithItem| {
            Ok(WithItem {
                context_expr: self.expr(&item.context_expr)?,
                optional_vars: self.optional(item.optional_vars.as_deref())?,
            })
        };
        let items = node.items.iter().map(item).collect::<Converted<_>>()?;
        let body = self.body(take(&mut node.body))?;
        Ok(if node.is_async { StmtKind::AsyncWith { items, body } } else { StmtKind::With { items, body } })
    }

    fn match_case(&mut self, case: &mut ruff::MatchCase) -> Converted<MatchCase> {
        Ok(MatchCase {
            pattern: self.pattern(&case.pattern)?,
            guard: self.optional(case.guard.as_deref())?,
            body: self.body(take(&mut case.body))?,
        })
    }

    fn handler(&mut self, handler: &mut ruff::ExceptHandler) -> Converted<ExceptHandler> {
        let ruff::ExceptHandler::ExceptHandler(handler) = handler;
        Ok(ExceptHandler {
            at: self.compound_at(handler.range),
            typ: self.optional(handler.type_.as_deref())?,
            name: self.optional_identifier(handler.name.as_ref()),
            body: self.body(take(&mut handler.body))?,
        })
    }
}

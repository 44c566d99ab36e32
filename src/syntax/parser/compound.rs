//! Statements with blocks, but for definitions, `with` and `match`.

use super::super::ast::{ExceptHandler, Expr, For, Stmt, StmtKind, Try};
use super::{Parser, Read, Refused, Sign};
use crate::source::Location;

/// How many levels CPython's parser goes down at most from a block to a statement in it.
const BLOCK: u32 = 20;

/// And from one `elif` to the next.
const ELIF: u32 = 2;

impl Parser<'_> {
    /// A statement with a block, or a line of simple ones.
    pub(super) fn statement(&mut self) -> Read<()> {
        self.tall = 0;
        let start = self.at;
        let is_async = self.is(Sign::Async);
        let kind = match if is_async { self.second() } else { self.sign() } {
            Sign::If if !is_async => return self.if_(),
            Sign::Def => self.function_def(is_async, Vec::new())?,
            Sign::At if !is_async => return self.decorated(),
            Sign::Class if !is_async => self.class_def(Vec::new())?,
            Sign::For => self.for_(is_async)?,
            Sign::With => self.with(is_async)?,
            Sign::Try if !is_async => self.try_()?,
            Sign::While if !is_async => self.while_()?,
            Sign::Name if !is_async && self.is_word("match") => match self.match_()? {
                Some(kind) => kind,
                None => return self.simple_line(),
            },
            _ => return self.simple_line(),
        };
        let at = self.block_since(start);
        self.statements.push(Stmt { at, kind });
        Ok(())
    }

    /// A colon and what depends on it.
    pub(super) fn block(&mut self) -> Read<Vec<Stmt>> {
        self.expect(Sign::Colon)?;
        let from = self.statements.len();
        self.deeper(BLOCK, |this| {
            if !this.takes(Sign::Newline) {
                return this.simple_line();
            }
            this.expect(Sign::Indent)?;
            while !this.takes(Sign::Dedent) {
                this.statement()?;
            }
            Ok(())
        })?;
        Ok(self.statements.split_off(from))
    }

    fn else_(&mut self) -> Read<Vec<Stmt>> {
        if self.takes(Sign::Else) { self.block() } else { Ok(Vec::new()) }
    }

    /// An `elif` is an `if` of its own in the `else` of the one before, and ends where the whole ends.
    /// They are put together from the last to the first: there may be more of them than there is stack.
    fn if_(&mut self) -> Read<()> {
        let mut clauses: Vec<(usize, Expr, Vec<Stmt>)> = Vec::new();
        let level = self.level;
        loop {
            let start = self.at;
            self.bump();
            let test = self.named_expression()?;
            let body = self.block()?;
            clauses.push((start, test, body));
            if !self.is(Sign::Elif) {
                break;
            }
            self.level += ELIF;
        }
        self.level = level;
        let mut orelse = self.else_()?;
        while let Some((start, test, body)) = clauses.pop() {
            let (at, kind) = (self.block_since(start), StmtKind::If { test, body, orelse });
            if clauses.is_empty() {
                self.statements.push(Stmt { at, kind });
                break;
            }
            orelse = vec![Stmt { at, kind }];
        }
        Ok(())
    }

    fn while_(&mut self) -> Read<StmtKind> {
        self.bump();
        let test = self.named_expression()?;
        Ok(StmtKind::While { test, body: self.block()?, orelse: self.else_()? })
    }

    fn for_(&mut self, is_async: bool) -> Read<StmtKind> {
        self.at += 1 + usize::from(is_async);
        let target = self.star_targets()?;
        self.expect(Sign::In)?;
        let iter = self.star_expressions()?;
        let parts = Box::new(For { target, iter, body: self.block()?, orelse: self.else_()? });
        Ok(if is_async { StmtKind::AsyncFor(parts) } else { StmtKind::For(parts) })
    }

    fn try_(&mut self) -> Read<StmtKind> {
        self.bump();
        let body = self.block()?;
        let is_star = self.is(Sign::Except) && self.second() == Sign::Star;
        let mut handlers = Vec::new();
        while self.is(Sign::Except) {
            handlers.push(self.handler(is_star)?);
        }
        let orelse = if handlers.is_empty() { Vec::new() } else { self.else_()? };
        let finalbody = match self.takes(Sign::Finally) {
            true => self.block()?,
            false if handlers.is_empty() => return Err(Refused),
            false => Vec::new(),
        };
        let parts = Box::new(Try { body, handlers, orelse, finalbody });
        Ok(if is_star { StmtKind::TryStar(parts) } else { StmtKind::Try(parts) })
    }

    fn handler(&mut self, is_star: bool) -> Read<ExceptHandler> {
        let start = self.at;
        self.bump();
        if self.takes(Sign::Star) != is_star {
            return Err(Refused);
        }
        let typ = if self.is(Sign::Colon) && !is_star { None } else { Some(self.expression()?) };
        let name = match typ.is_some() && self.takes(Sign::As) {
            true => Some(self.name()?),
            false => None,
        };
        let body = self.block()?;
        let at: Location = self.block_since(start);
        Ok(ExceptHandler { at, typ, name, body })
    }
}

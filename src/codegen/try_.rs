//! `try` with `except` and `finally`.

use super::{
    Label,
    block::FrameBlock,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::ast::{ExceptHandler, Name, Stmt, Try},
};

/// Writes a `try` without its `finally`.
type Clauses<'a, G> = fn(&mut G, &'a Try, Location) -> Done;

impl<'a> Generator<'a> {
    pub fn try_stmt(&mut self, node: &'a Try, at: Location) -> Done {
        self.with_finally(node, at, Self::try_except)
    }

    /// The whole of a `try`, of which `clauses` writes what is not its `finally`.
    pub fn with_finally(&mut self, node: &'a Try, at: Location, clauses: Clauses<'a, Self>) -> Done {
        if node.finalbody.is_empty() {
            return clauses(self, node, at);
        }
        self.try_finally(node, at, |this| {
            if node.handlers.is_empty() { this.stmts(&node.body) } else { clauses(this, node, at) }
        })
    }

    /// What is guarded by the clauses at `except`.
    pub fn guarded_body(&mut self, node: &'a Try, except: Label, at: Location) -> Done {
        self.jump(Op::SetupFinally, except, at);
        self.new_block();
        self.push_block(FrameBlock::TryExcept, at)?;
        self.stmts(&node.body)?;
        self.pop_block();
        self.op(Op::PopBlock, Location::NONE);
        Ok(())
    }

    /// Where exceptions go: what they raise themselves goes on to `cleanup`.
    pub fn begin_handler(&mut self, handler: Label, cleanup: Label, at: Location) {
        self.place(handler);
        self.jump(Op::SetupCleanup, cleanup, at);
        self.op(Op::PushExcInfo, at);
    }

    /// The `finally` block is written twice: for the way out that is planned, and for exceptions.
    fn try_finally(&mut self, node: &'a Try, at: Location, body: impl FnOnce(&mut Self) -> Done) -> Done {
        let (end, exit, cleanup) = (self.label(), self.label(), self.label());
        self.jump(Op::SetupFinally, end, at);
        self.new_block();
        self.push_block(FrameBlock::FinallyTry(&node.finalbody), at)?;
        body(self)?;
        self.op(Op::PopBlock, Location::NONE);
        self.pop_block();
        self.stmts(&node.finalbody)?;
        self.jump(Op::Jump, exit, Location::NONE);

        self.begin_handler(end, cleanup, Location::NONE);
        self.push_block(FrameBlock::FinallyEnd, Location::NONE)?;
        self.stmts(&node.finalbody)?;
        self.pop_block();
        self.op_arg(Op::Reraise, 0, Location::NONE);
        self.place(cleanup);
        self.pop_except_and_reraise(Location::NONE);
        self.place(exit);
        Ok(())
    }

    fn try_except(&mut self, node: &'a Try, at: Location) -> Done {
        let (except, end, cleanup) = (self.label(), self.label(), self.label());
        self.guarded_body(node, except, at)?;
        self.stmts(&node.orelse)?;
        self.jump(Op::Jump, end, Location::NONE);

        self.begin_handler(except, cleanup, Location::NONE);
        self.push_block(FrameBlock::ExceptionHandler, at)?;
        for (index, handler) in node.handlers.iter().enumerate() {
            if handler.typ.is_none() && index + 1 < node.handlers.len() {
                return self.error(handler.at, "default 'except:' must be last");
            }
            let next = self.label();
            if let Some(typ) = &handler.typ {
                self.expr(typ)?;
                self.op(Op::CheckExcMatch, handler.at);
                self.jump(Op::PopJumpIfFalse, next, handler.at);
            }
            match &handler.name {
                Some(name) => self.named_handler(handler, name, end)?,
                None => {
                    self.op(Op::PopTop, handler.at);
                    self.handler_body(&handler.body, None, handler.at)?;
                    self.op(Op::PopBlock, Location::NONE);
                    self.op(Op::PopExcept, Location::NONE);
                    self.jump(Op::Jump, end, Location::NONE);
                }
            }
            self.place(next);
        }
        self.pop_block();
        self.op_arg(Op::Reraise, 0, Location::NONE);
        self.place(cleanup);
        self.pop_except_and_reraise(Location::NONE);
        self.place(end);
        Ok(())
    }

    /// `except E as name`: the name is gone afterwards, whichever way the clause is left.
    fn named_handler(&mut self, handler: &'a ExceptHandler, name: &Name, end: Label) -> Done {
        let cleanup = self.label();
        self.store_name(name, handler.at)?;
        self.jump(Op::SetupCleanup, cleanup, handler.at);
        self.handler_body(&handler.body, Some(name), handler.at)?;
        self.op(Op::PopBlock, Location::NONE);
        self.op(Op::PopBlock, Location::NONE);
        self.op(Op::PopExcept, Location::NONE);
        self.forget(name, Location::NONE)?;
        self.jump(Op::Jump, end, Location::NONE);
        self.place(cleanup);
        self.forget(name, Location::NONE)?;
        self.op_arg(Op::Reraise, 1, Location::NONE);
        Ok(())
    }

    pub fn handler_body(&mut self, body: &'a [Stmt], name: Option<&Name>, at: Location) -> Done {
        self.new_block();
        self.push_block(FrameBlock::HandlerCleanup(name.cloned()), at)?;
        self.stmts(body)?;
        self.pop_block();
        Ok(())
    }
}

//! `with` and `async with`: several managers are as many statements, one in the other.

use super::{
    Label,
    block::FrameBlock,
    builder::Kind,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::ast::{Stmt, WithItem},
};

/// Which of the two awaits GET_AWAITABLE stands for.
const AENTER: u32 = 1;
const AEXIT: u32 = 2;

impl<'a> Generator<'a> {
    pub fn with_stmt(&mut self, items: &'a [WithItem], body: &'a [Stmt], at: Location) -> Done {
        let Some((item, inner)) = items.split_first() else { return self.stmts(body) };
        let (handler, exit, cleanup) = (self.label(), self.label(), self.label());
        self.expr(&item.context_expr)?;
        self.op(Op::BeforeWith, at);
        self.jump(Op::SetupWith, handler, at);
        self.new_block();
        self.push_block(FrameBlock::With { at, is_async: false }, at)?;
        self.bind_manager(item, at)?;
        self.with_stmt(inner, body, at)?;
        self.op(Op::PopBlock, Location::NONE);
        self.pop_block();

        self.call_exit_with_nones(at);
        self.op(Op::PopTop, at);
        self.jump(Op::Jump, exit, at);

        self.begin_handler(handler, cleanup, at);
        self.op(Op::WithExceptStart, at);
        self.finish_with_handler(cleanup);
        self.place(exit);
        Ok(())
    }

    pub fn async_with(&mut self, items: &'a [WithItem], body: &'a [Stmt], at: Location) -> Done {
        let Some((item, inner)) = items.split_first() else { return self.stmts(body) };
        if self.unit().kind != Kind::AsyncFunction {
            return self.error(at, "'async with' outside async function");
        }
        let (handler, exit, cleanup) = (self.label(), self.label(), self.label());
        self.expr(&item.context_expr)?;
        self.op(Op::BeforeAsyncWith, at);
        self.await_value(AENTER, at);
        self.jump(Op::SetupWith, handler, at);
        self.new_block();
        self.push_block(FrameBlock::With { at, is_async: true }, at)?;
        self.bind_manager(item, at)?;
        self.async_with(inner, body, at)?;
        self.pop_block();
        self.op(Op::PopBlock, at);

        self.call_exit_with_nones(at);
        self.await_value(AEXIT, at);
        self.op(Op::PopTop, at);
        self.jump(Op::Jump, exit, at);

        self.begin_handler(handler, cleanup, at);
        self.op(Op::WithExceptStart, at);
        self.await_value(AEXIT, at);
        self.finish_with_handler(cleanup);
        self.place(exit);
        Ok(())
    }

    fn bind_manager(&mut self, item: &WithItem, at: Location) -> Done {
        match &item.optional_vars {
            Some(target) => self.expr(target),
            None => {
                self.op(Op::PopTop, at);
                Ok(())
            }
        }
    }

    /// The manager has answered whether it swallows the exception.
    fn finish_with_handler(&mut self, cleanup: Label) {
        let suppress = self.label();
        self.jump(Op::PopJumpIfTrue, suppress, Location::NONE);
        self.op_arg(Op::Reraise, 2, Location::NONE);
        self.place(suppress);
        self.op(Op::PopTop, Location::NONE);
        self.op(Op::PopBlock, Location::NONE);
        self.op(Op::PopExcept, Location::NONE);
        self.op(Op::PopTop, Location::NONE);
        self.op(Op::PopTop, Location::NONE);
        let exit = self.label();
        self.jump(Op::Jump, exit, Location::NONE);
        self.place(cleanup);
        self.pop_except_and_reraise(Location::NONE);
        self.place(exit);
    }
}

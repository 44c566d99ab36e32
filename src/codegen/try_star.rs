//! `try` with `except*`: each clause takes its part of a group of exceptions; what is left or raised anew is
//! collected and raised at the end.

use super::{
    Label,
    block::FrameBlock,
    emit::intrinsic2,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::ast::{ExceptHandler, Try},
};

impl<'a> Generator<'a> {
    pub fn try_star(&mut self, node: &'a Try, at: Location) -> Done {
        self.with_finally(node, at, Self::try_star_except)
    }

    fn try_star_except(&mut self, node: &'a Try, at: Location) -> Done {
        let (except, orelse, end) = (self.label(), self.label(), self.label());
        let (cleanup, reraise_star) = (self.label(), self.label());
        self.guarded_body(node, except, at)?;
        self.jump(Op::Jump, orelse, Location::NONE);

        self.begin_handler(except, cleanup, Location::NONE);
        self.push_block(FrameBlock::ExceptionGroupHandler, at)?;
        for (index, handler) in node.handlers.iter().enumerate() {
            if index == 0 {
                // [group] becomes [group, what was raised, what is left of the group].
                self.op_arg(Op::BuildList, 0, handler.at);
                self.op_arg(Op::Copy, 2, handler.at);
            }
            self.star_handler(handler)?;
            if index + 1 == node.handlers.len() {
                self.op_arg(Op::ListAppend, 1, Location::NONE);
                self.jump(Op::Jump, reraise_star, Location::NONE);
            }
        }
        self.pop_block();
        self.reraise_group(reraise_star, end);
        self.place(cleanup);
        self.pop_except_and_reraise(Location::NONE);
        self.place(orelse);
        self.stmts(&node.orelse)?;
        self.place(end);
        Ok(())
    }

    fn star_handler(&mut self, handler: &'a ExceptHandler) -> Done {
        let at = handler.at;
        let (next, with_error, no_match) = (self.label(), self.label(), self.label());
        if let Some(typ) = &handler.typ {
            self.expr(typ)?;
            self.op(Op::CheckEgMatch, at);
            self.op_arg(Op::Copy, 1, at);
            self.jump(Op::PopJumpIfNone, no_match, at);
        }
        let cleanup = self.label();
        match &handler.name {
            Some(name) => self.store_name(name, at)?,
            None => self.op(Op::PopTop, at),
        }
        self.jump(Op::SetupCleanup, cleanup, at);
        self.handler_body(&handler.body, handler.name.as_ref(), at)?;
        self.op(Op::PopBlock, Location::NONE);
        if let Some(name) = &handler.name {
            self.forget(name, Location::NONE)?;
        }
        self.jump(Op::Jump, next, Location::NONE);

        // What the clause raises joins the others.
        self.place(cleanup);
        if let Some(name) = &handler.name {
            self.forget(name, Location::NONE)?;
        }
        self.op_arg(Op::ListAppend, 3, Location::NONE);
        self.op(Op::PopTop, Location::NONE);
        self.jump(Op::Jump, with_error, Location::NONE);

        self.place(next);
        self.op(Op::Nop, Location::NONE);
        self.jump(Op::Jump, with_error, Location::NONE);
        self.place(no_match);
        self.op(Op::PopTop, at);
        self.place(with_error);
        Ok(())
    }

    fn reraise_group(&mut self, reraise_star: Label, end: Label) {
        let reraise = self.label();
        self.place(reraise_star);
        self.op_arg(Op::CallIntrinsic2, intrinsic2::PREP_RERAISE_STAR, Location::NONE);
        self.op_arg(Op::Copy, 1, Location::NONE);
        self.jump(Op::PopJumpIfNotNone, reraise, Location::NONE);
        self.op(Op::PopTop, Location::NONE);
        self.op(Op::PopBlock, Location::NONE);
        self.op(Op::PopExcept, Location::NONE);
        self.jump(Op::Jump, end, Location::NONE);
        self.place(reraise);
        self.op(Op::PopBlock, Location::NONE);
        self.op_arg(Op::Swap, 2, Location::NONE);
        self.op(Op::PopExcept, Location::NONE);
        self.op_arg(Op::Reraise, 0, Location::NONE);
    }
}

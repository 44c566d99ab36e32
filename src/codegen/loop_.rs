//! Loops, and leaving them early.

use super::{
    block::FrameBlock,
    builder::Kind,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::{
        Constant,
        ast::{Expr, For, Stmt},
    },
};

impl<'a> Generator<'a> {
    pub fn for_loop(&mut self, node: &'a For, at: Location) -> Done {
        let (start, cleanup, exit) = (self.label(), self.label(), self.label());
        self.push_block(FrameBlock::ForLoop { start, exit }, at)?;
        self.expr(&node.iter)?;
        self.op(Op::GetIter, at);
        self.place(start);
        self.jump(Op::ForIter, cleanup, at);
        self.new_block();
        self.expr(&node.target)?;
        self.stmts(&node.body)?;
        self.jump(Op::Jump, start, Location::NONE);
        self.place(cleanup);
        self.op(Op::EndFor, Location::NONE);
        self.pop_block();
        self.stmts(&node.orelse)?;
        self.place(exit);
        Ok(())
    }

    pub fn async_for(&mut self, node: &'a For, at: Location) -> Done {
        if self.unit().kind != Kind::AsyncFunction {
            return self.error(at, "'async for' outside async function");
        }
        let (start, except, exit) = (self.label(), self.label(), self.label());
        self.expr(&node.iter)?;
        self.op(Op::GetAiter, at);
        self.place(start);
        self.push_block(FrameBlock::ForLoop { start, exit }, at)?;
        // The iterator's end is an exception.
        self.jump(Op::SetupFinally, except, at);
        self.op(Op::GetAnext, at);
        self.load_const(Constant::None, at);
        self.yield_from(true, at);
        self.op(Op::PopBlock, at);
        self.expr(&node.target)?;
        self.stmts(&node.body)?;
        self.jump(Op::Jump, start, Location::NONE);
        self.pop_block();
        self.place(except);
        self.op(Op::EndAsyncFor, node.iter.at);
        self.stmts(&node.orelse)?;
        self.place(exit);
        Ok(())
    }

    pub fn while_loop(&mut self, test: &Expr, body: &'a [Stmt], orelse: &'a [Stmt], at: Location) -> Done {
        let (start, inside, exit, anchor) = (self.label(), self.label(), self.label(), self.label());
        self.place(start);
        self.push_block(FrameBlock::WhileLoop { start, exit }, at)?;
        self.jump_if(test, anchor, false, at)?;
        self.place(inside);
        self.stmts(body)?;
        self.jump_if(test, inside, true, at)?;
        self.pop_block();
        self.place(anchor);
        self.stmts(orelse)?;
        self.place(exit);
        Ok(())
    }

    pub fn break_stmt(&mut self, at: Location) -> Done {
        self.op(Op::Nop, at);
        match self.unwind_all(at, false, true)? {
            (here, Some(block @ (FrameBlock::ForLoop { exit, .. } | FrameBlock::WhileLoop { exit, .. }))) => {
                let here = self.unwind(&block, here, false)?;
                self.jump(Op::Jump, exit, here);
                Ok(())
            }
            _ => self.error(at, "'break' outside loop"),
        }
    }

    pub fn continue_stmt(&mut self, at: Location) -> Done {
        self.op(Op::Nop, at);
        match self.unwind_all(at, false, true)? {
            (here, Some(FrameBlock::ForLoop { start, .. } | FrameBlock::WhileLoop { start, .. })) => {
                self.jump(Op::Jump, start, here);
                Ok(())
            }
            _ => self.error(at, "'continue' not properly in loop"),
        }
    }
}

//! The blocks that are open around a statement, and what leaving them early takes.

use super::{
    Label,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::{Location, SyntaxError},
    syntax::{
        Constant,
        ast::{Name, Stmt},
    },
};

/// How many blocks may be open in one unit.
const MAX_BLOCKS: usize = 20;

#[derive(Clone, Debug)]
pub enum FrameBlock<'a> {
    WhileLoop {
        start: Label,
        exit: Label,
    },
    ForLoop {
        start: Label,
        exit: Label,
    },
    TryExcept,
    /// The body of a `try` with this `finally`.
    FinallyTry(&'a [Stmt]),
    FinallyEnd,
    With {
        at: Location,
        is_async: bool,
    },
    /// An `except` clause, with the name that it binds.
    HandlerCleanup(Option<Name>),
    /// A value that waits on the stack while a `finally` runs.
    PopValue,
    ExceptionHandler,
    ExceptionGroupHandler,
    AsyncComprehension,
}

impl<'a> Generator<'a> {
    pub fn push_block(&mut self, block: FrameBlock<'a>, at: Location) -> Done {
        if self.unit().blocks.len() >= MAX_BLOCKS {
            return self.error(at, "too many statically nested blocks");
        }
        self.unit().blocks.push(block);
        Ok(())
    }

    pub fn pop_block(&mut self) {
        self.unit().blocks.pop();
    }

    /// Leaves one block early. `keep` is whether the value on top of the stack is still needed. Answers
    /// where the instructions belong that follow.
    pub fn unwind(
        &mut self,
        block: &FrameBlock<'a>,
        at: Location,
        keep: bool,
    ) -> Result<Location, SyntaxError> {
        let swap = |this: &mut Self| {
            if keep {
                this.op_arg(Op::Swap, 2, at);
            }
        };
        match block {
            FrameBlock::WhileLoop { .. }
            | FrameBlock::ExceptionHandler
            | FrameBlock::ExceptionGroupHandler
            | FrameBlock::AsyncComprehension => {}
            FrameBlock::ForLoop { .. } | FrameBlock::PopValue => {
                swap(self);
                self.op(Op::PopTop, at);
            }
            FrameBlock::TryExcept => self.op(Op::PopBlock, at),
            FrameBlock::FinallyTry(body) => {
                self.op(Op::PopBlock, at);
                if keep {
                    self.push_block(FrameBlock::PopValue, at)?;
                }
                self.stmts(body)?;
                if keep {
                    self.pop_block();
                }
                return Ok(Location::NONE);
            }
            FrameBlock::FinallyEnd => {
                swap(self);
                self.op(Op::PopTop, at);
                swap(self);
                self.op(Op::PopBlock, at);
                self.op(Op::PopExcept, at);
            }
            FrameBlock::With { at, is_async } => {
                self.leave_with(*at, *is_async, keep);
                return Ok(Location::NONE);
            }
            FrameBlock::HandlerCleanup(name) => {
                if name.is_some() {
                    self.op(Op::PopBlock, at);
                }
                swap(self);
                self.op(Op::PopBlock, at);
                self.op(Op::PopExcept, at);
                if let Some(name) = name {
                    self.forget(name, at)?;
                }
            }
        }
        Ok(at)
    }

    fn leave_with(&mut self, at: Location, is_async: bool, keep: bool) {
        self.op(Op::PopBlock, at);
        if keep {
            self.op_arg(Op::Swap, 2, at);
        }
        self.call_exit_with_nones(at);
        if is_async {
            self.await_value(2, at);
        }
        self.op(Op::PopTop, at);
    }

    /// `name = None; del name`: the first in case that the body deleted it.
    pub fn forget(&mut self, name: &Name, at: Location) -> Done {
        self.load_const(Constant::None, at);
        self.store_name(name, at)?;
        self.delete_name(name, at)
    }

    /// Leaves all blocks, or those inside the innermost loop. Answers where the next instructions belong, and the loop.
    pub fn unwind_all(
        &mut self,
        at: Location,
        keep: bool,
        to_loop: bool,
    ) -> Result<(Location, Option<FrameBlock<'a>>), SyntaxError> {
        let Some(top) = self.unit().blocks.last().cloned() else { return Ok((at, None)) };
        match top {
            FrameBlock::ExceptionGroupHandler => {
                self.error(at, "'break', 'continue' and 'return' cannot appear in an except* block")
            }
            FrameBlock::WhileLoop { .. } | FrameBlock::ForLoop { .. } if to_loop => Ok((at, Some(top))),
            top => {
                // What a `finally` does on the way out happens outside the block it belongs to.
                self.pop_block();
                let at = self.unwind(&top, at, keep)?;
                let outcome = self.unwind_all(at, keep, to_loop)?;
                self.unit().blocks.push(top);
                Ok(outcome)
            }
        }
    }
}

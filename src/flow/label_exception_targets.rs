//! Where the exception of each instruction is handled: the innermost block that is set up on the way to it.

use super::{BlockId, Graph};
use crate::isa::Op;

/// The handlers set up so far, innermost last.
type Handlers = Vec<BlockId>;

struct Walk<'a> {
    graph: &'a mut Graph,
    todo: Vec<(BlockId, Handlers)>,
    seen: super::graph::Notes<bool>,
}

pub(super) fn run(graph: &mut Graph) {
    let seen = graph.notes(false);
    let entry = graph.entry;
    let mut walk = Walk { graph, todo: Vec::new(), seen };
    walk.visit(Some(entry), &Vec::new());
    while let Some((id, handlers)) = walk.todo.pop() {
        walk.block(id, handlers);
    }
}

impl Walk<'_> {
    /// Whichever way comes to a block first says what guards it; all ways agree.
    fn visit(&mut self, id: Option<BlockId>, handlers: &Handlers) {
        if let Some(id) = id
            && !std::mem::replace(&mut self.seen[id], true)
        {
            self.todo.push((id, handlers.clone()));
        }
    }

    fn block(&mut self, id: BlockId, mut handlers: Handlers) {
        for at in 0..self.graph[id].instrs.len() {
            let instr = self.graph[id].instrs[at];
            if instr.op.is_block_push() {
                // The handler itself runs with what was set up before.
                self.visit(instr.target, &handlers);
                let handler = instr.target.expect("it has a handler");
                self.graph[handler].preserves_lasti |= matches!(instr.op, Op::SetupWith | Op::SetupCleanup);
                handlers.push(handler);
                continue;
            }
            if instr.op == Op::PopBlock {
                handlers.pop().expect("what is popped was set up");
                continue;
            }
            let instr = &mut self.graph[id].instrs[at];
            instr.handler = handlers.last().copied();
            if instr.op == Op::YieldValue {
                instr.arg = u32::try_from(handlers.len()).expect("nesting is limited");
            }
            if instr.op.is_jump() {
                let target = instr.target;
                self.visit(target, &handlers);
            }
        }
        self.visit(self.graph.fall_through(id), &handlers);
    }
}

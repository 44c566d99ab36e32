//! Where the exception of each instruction is handled: the innermost block that is set up on the way to it.

use super::{BlockId, Graph};
use crate::isa::Op;

/// The handlers set up on the way to a place: which of all the walk's is the innermost.
type Handlers = Option<usize>;

/// A handler, and those that were set up before it.
struct Handler {
    id: BlockId,
    outer: Handlers,
    /// How many there are, itself included.
    count: u32,
}

struct Walk<'a> {
    graph: &'a mut Graph,
    handlers: Vec<Handler>,
    todo: Vec<(BlockId, Handlers)>,
    seen: super::graph::Notes<bool>,
}

pub(super) fn run(graph: &mut Graph) {
    let seen = graph.notes(false);
    let entry = graph.entry;
    let mut walk = Walk { graph, handlers: Vec::new(), todo: Vec::new(), seen };
    walk.visit(Some(entry), None);
    while let Some((id, innermost)) = walk.todo.pop() {
        walk.block(id, innermost);
    }
}

impl Walk<'_> {
    /// Whichever way comes to a block first says what guards it; all ways agree.
    fn visit(&mut self, id: Option<BlockId>, innermost: Handlers) {
        if let Some(id) = id
            && !std::mem::replace(&mut self.seen[id], true)
        {
            self.todo.push((id, innermost));
        }
    }

    fn push(&mut self, id: BlockId, outer: Handlers) -> Handlers {
        let count = 1 + outer.map_or(0, |outer| self.handlers[outer].count);
        self.handlers.push(Handler { id, outer, count });
        Some(self.handlers.len() - 1)
    }

    fn block(&mut self, id: BlockId, mut innermost: Handlers) {
        for at in self.graph[id].range() {
            let instr = self.graph.instrs[at];
            if instr.op.is_block_push() {
                // The handler itself runs with what was set up before.
                self.visit(instr.target, innermost);
                let handler = instr.target.expect("it has a handler");
                self.graph[handler].preserves_lasti |= matches!(instr.op, Op::SetupWith | Op::SetupCleanup);
                innermost = self.push(handler, innermost);
                continue;
            }
            let current = innermost.map(|current| &self.handlers[current]);
            if instr.op == Op::PopBlock {
                innermost = current.expect("what is popped was set up").outer;
                continue;
            }
            self.graph.instrs[at].handler = current.map(|current| current.id);
            if instr.op == Op::YieldValue {
                self.graph.instrs[at].arg = current.map_or(0, |current| current.count);
            }
            if instr.op.is_jump() {
                self.visit(instr.target, innermost);
            }
        }
        self.visit(self.graph.fall_through(id), innermost);
    }
}

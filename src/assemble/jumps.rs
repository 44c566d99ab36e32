//! From labels to distances (`resolve_jump_offsets`). How far a jump goes depends on how long the jumps between are,
//! and how long those are on how far they go.

use super::{Handler, Placed};
use crate::{
    dialect::Dialect,
    flow::{BlockId, Graph, Notes, Order},
    isa::Op,
};

/// The instructions in order, their jumps measured.
pub(super) fn resolve(graph: &Graph, dialect: &Dialect) -> Vec<Placed> {
    let mut layout = Layout::new(graph, dialect);
    while layout.measure_jumps() {
        layout.place_blocks();
    }
    layout.finish()
}

struct Layout<'a> {
    graph: &'a Graph,
    dialect: &'a Dialect,
    order: Order,
    /// Where each block of the order begins, in code units.
    offsets: Notes<Option<u32>>,
    /// Of every instruction in order. Before the first measurement, a jump's is the number of its label.
    args: Vec<u32>,
}

impl<'a> Layout<'a> {
    fn new(graph: &'a Graph, dialect: &'a Dialect) -> Self {
        let order = graph.order();
        let mut args = Vec::with_capacity(order.iter().map(|&id| graph[id].instrs.len()).sum());
        args.extend(order.iter().flat_map(|&id| &graph[id].instrs).map(|instr| instr.arg));
        let mut layout = Self { graph, dialect, order, offsets: graph.notes(None), args };
        layout.place_blocks();
        layout
    }

    fn size(&self, op: Op, arg: u32) -> u32 {
        let extended = [0xFF, 0xFFFF, 0xFF_FFFF].iter().filter(|&&limit| arg > limit).count();
        u32::try_from(extended).expect("at most three") + 1 + u32::from(self.dialect.caches(op))
    }

    fn offset(&self, id: BlockId) -> u32 {
        self.offsets[id].expect("what is jumped to has its place")
    }

    fn place_blocks(&mut self) {
        let mut args = self.args.iter();
        let mut offset = 0;
        for &id in &self.order {
            self.offsets[id] = Some(offset);
            let instrs = &self.graph[id].instrs;
            offset += instrs.iter().zip(&mut args).map(|(instr, &arg)| self.size(instr.op, arg)).sum::<u32>();
        }
    }

    /// Works out every distance from where the blocks are now; whether any jump needs another length.
    fn measure_jumps(&mut self) -> bool {
        let mut changed = false;
        let mut index = 0;
        for &id in &self.order {
            let mut end = self.offset(id);
            for instr in &self.graph[id].instrs {
                let size = self.size(instr.op, self.args[index]);
                end += size;
                if instr.op.is_jump() {
                    let target = self.offset(instr.target.expect("a jump has a target"));
                    let arg = target.abs_diff(end);
                    changed |= self.size(instr.op, arg) != size;
                    self.args[index] = arg;
                }
                index += 1;
            }
        }
        changed
    }

    fn finish(&self) -> Vec<Placed> {
        let mut placed = Vec::with_capacity(self.args.len());
        let instrs = self.order.iter().flat_map(|&id| &self.graph[id].instrs);
        placed.extend(instrs.zip(&self.args).map(|(instr, &arg)| Placed {
            op: instr.op,
            arg,
            at: instr.at,
            size: self.size(instr.op, arg),
            handler: instr.handler.and_then(|id| self.handler(id)),
        }));
        placed
    }

    fn handler(&self, id: BlockId) -> Option<Handler> {
        let block = &self.graph[id];
        let depth = block.start_depth.expect("what guards something is reached");
        Some(Handler { offset: self.offsets[id]?, depth, lasti: block.preserves_lasti })
    }
}

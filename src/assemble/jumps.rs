//! From labels to distances (`resolve_jump_offsets`). How far a jump goes depends on how long the jumps between are,
//! and how long those are on how far they go.

use super::{Handler, Placed};
use crate::{
    dialect::Dialect,
    flow::{Block, BlockId, Graph, Notes},
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

/// A block of the order.
#[derive(Clone, Copy)]
struct Extent {
    id: BlockId,
    /// Where its instructions end among all.
    end: usize,
    /// In code units.
    size: u32,
}

struct Layout<'a> {
    graph: &'a Graph,
    dialect: &'a Dialect,
    blocks: Vec<Extent>,
    /// Where each block begins, in code units.
    offsets: Notes<Option<u32>>,
    /// In order. Before the first measurement, the argument of a jump is the number of its label.
    placed: Vec<Placed>,
}

impl<'a> Layout<'a> {
    fn new(graph: &'a Graph, dialect: &'a Dialect) -> Self {
        let order = graph.order();
        let mut placed = Vec::with_capacity(order.iter().map(|&id| graph[id].instrs.len()).sum());
        let mut blocks = Vec::with_capacity(order.len());
        for id in order {
            let mut size = 0;
            placed.extend(graph[id].instrs.iter().map(|instr| {
                let own = size_of(instr.op, instr.arg, dialect);
                size += own;
                Placed { op: instr.op, arg: instr.arg, at: instr.at, size: own, handler: None }
            }));
            blocks.push(Extent { id, end: placed.len(), size });
        }
        let mut layout = Self { graph, dialect, blocks, offsets: graph.notes(None), placed };
        layout.place_blocks();
        layout
    }

    fn offset(&self, id: BlockId) -> u32 {
        self.offsets[id].expect("what is jumped to has its place")
    }

    fn place_blocks(&mut self) {
        let mut offset = 0;
        for block in &self.blocks {
            self.offsets[block.id] = Some(offset);
            offset += block.size;
        }
    }

    /// Works out every distance from where the blocks are now; whether any jump needs another length. Only the last
    /// instruction of a block jumps.
    fn measure_jumps(&mut self) -> bool {
        let mut changed = false;
        for at in 0..self.blocks.len() {
            let Extent { id, end, size } = self.blocks[at];
            let Some(target) = self.graph.jump_target(id) else { continue };
            let arg = self.offset(target).abs_diff(self.offset(id) + size);
            let jump = &mut self.placed[end - 1];
            let fitting = size_of(jump.op, arg, self.dialect);
            changed |= fitting != jump.size;
            self.blocks[at].size = size + fitting - jump.size;
            (jump.arg, jump.size) = (arg, fitting);
        }
        changed
    }

    fn finish(mut self) -> Vec<Placed> {
        let instrs = self.blocks.iter().flat_map(|block| &self.graph[block.id].instrs);
        for (placed, instr) in self.placed.iter_mut().zip(instrs) {
            if let Some(id) = instr.handler {
                placed.handler = handler(&self.graph[id], self.offsets[id]);
            }
        }
        self.placed
    }
}

fn handler(block: &Block, offset: Option<u32>) -> Option<Handler> {
    let depth = block.start_depth.expect("what guards something is reached");
    Some(Handler { offset: offset?, depth, lasti: block.preserves_lasti })
}

/// In code units.
fn size_of(op: Op, arg: u32, dialect: &Dialect) -> u32 {
    let extended = u32::from(arg > 0xFF) + u32::from(arg > 0xFFFF) + u32::from(arg > 0xFF_FFFF);
    extended + 1 + u32::from(dialect.caches(op))
}

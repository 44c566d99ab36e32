//! From labels to distances (`resolve_jump_offsets`). How far a jump goes depends on how long the jumps between are,
//! and how long those are on how far they go.

use super::{Handler, Placed};
use crate::{
    dialect::Dialect,
    flow::{Block, BlockId, Graph, Notes},
    isa::Op,
};

/// A block of the order.
#[derive(Clone, Copy)]
struct Extent {
    id: BlockId,
    /// In code units.
    size: u32,
    /// How far the jump at its end goes; before the first measurement, the number of its label.
    distance: u32,
}

/// Where everything lies.
pub(super) struct Layout<'a> {
    graph: &'a Graph,
    dialect: &'a Dialect,
    blocks: Vec<Extent>,
    /// Where each block begins, in code units.
    offsets: Notes<Option<u32>>,
}

impl<'a> Layout<'a> {
    /// The order of the graph, its jumps measured.
    pub(super) fn new(graph: &'a Graph, dialect: &'a Dialect) -> Self {
        let extent = |id| {
            let instrs = graph.instrs(id);
            let size = instrs.iter().map(|instr| size_of(instr.op, instr.arg, dialect)).sum();
            Extent { id, size, distance: instrs.last().map_or(0, |last| last.arg) }
        };
        let blocks = graph.order().into_iter().map(extent).collect();
        let mut layout = Self { graph, dialect, blocks, offsets: graph.notes(None) };
        layout.place_blocks();
        while layout.measure_jumps() {
            layout.place_blocks();
        }
        layout
    }

    /// In code units.
    pub(super) fn size(&self) -> u32 {
        self.blocks.iter().map(|block| block.size).sum()
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
            let Extent { id, size, distance } = self.blocks[at];
            let Some(jump) = self.graph.last(id).filter(|last| last.op.is_jump()) else { continue };
            let target = jump.target.expect("a jump has a target");
            let measured = self.offset(target).abs_diff(self.offset(id) + size);
            let before = size_of(jump.op, distance, self.dialect);
            let fitting = size_of(jump.op, measured, self.dialect);
            changed |= fitting != before;
            let block = &mut self.blocks[at];
            (block.size, block.distance) = (size + fitting - before, measured);
        }
        changed
    }

    /// Shows all instructions in order.
    pub(super) fn each(&self, mut show: impl FnMut(&Placed)) {
        let (mut handler, mut handled_by) = (None, None);
        for block in &self.blocks {
            let instrs = self.graph.instrs(block.id);
            for (at, instr) in (1..).zip(instrs) {
                let is_jump = at == instrs.len() && instr.op.is_jump();
                let arg = if is_jump { block.distance } else { instr.arg };
                if instr.handler != handled_by {
                    handled_by = instr.handler;
                    handler = handled_by.and_then(|id| self.handler(id));
                }
                let caches = u32::from(self.dialect.caches(instr.op));
                show(&Placed { op: instr.op, arg, at: instr.at, prefixes: prefixes(arg), caches, handler });
            }
        }
    }

    fn handler(&self, id: BlockId) -> Option<Handler> {
        let block: &Block = &self.graph[id];
        let depth = block.start_depth.expect("what guards something is reached");
        Some(Handler { offset: self.offsets[id]?, depth, lasti: block.preserves_lasti })
    }
}

/// How many `EXTENDED_ARG`s an argument needs.
fn prefixes(arg: u32) -> u32 {
    match arg {
        0..=0xFF => 0,
        _ => 1 + u32::from(arg > 0xFFFF) + u32::from(arg > 0xFF_FFFF),
    }
}

/// In code units.
fn size_of(op: Op, arg: u32, dialect: &Dialect) -> u32 {
    prefixes(arg) + 1 + u32::from(dialect.caches(op))
}

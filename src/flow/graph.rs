//! The control-flow graph: blocks of instructions that run from top to bottom, linked in the order in which they
//! will lie in the code (`cfg_builder`). Knows how to hold and walk it, not how to improve it.

use std::{num::NonZeroU32, ops::Range};

use smallvec::{SmallVec, smallvec};

use crate::{
    codegen::{Consts, Instr, Unit},
    isa::Op,
    source::Location,
};

/// Which block, counted from one: so an instruction that may name two stays small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlockId(NonZeroU32);

impl BlockId {
    const FIRST: Self = Self(NonZeroU32::MIN);

    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A list of blocks, mostly all in the order of the code. Most units have few, and every pass asks for them.
pub type Order = SmallVec<[BlockId; 32]>;

/// One instruction in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlowInstr {
    pub op: Op,
    /// For an instruction with a target: a label's number, until the jumps are resolved. It is not always
    /// that of the target, but its size is the first guess at how many bytes the jump will take.
    pub arg: u32,
    pub at: Location,
    /// Where it jumps, or the handler that it sets up.
    pub target: Option<BlockId>,
    /// Where an exception that it raises is handled.
    pub handler: Option<BlockId>,
}

/// Instructions of which only the first can be jumped to and only the last can jump. They lie in the graph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Present if something jumps here.
    pub label: Option<u32>,
    /// Where its instructions begin among the graph's, and how many there are.
    pub(super) start: usize,
    pub(super) len: usize,
    /// The block that lies behind it.
    pub next: Option<BlockId>,
    /// How many ways lead here; zero before the pass that counts them.
    pub predecessors: u32,
    /// Depth of the value stack where it begins; `None` where nothing leads.
    pub start_depth: Option<u32>,
    pub is_handler: bool,
    /// A handler that wants to know the offset of the instruction that raised.
    pub preserves_lasti: bool,
    /// Reached only through an exception.
    pub cold: bool,
    /// Reached without an exception.
    pub warm: bool,
}

/// A unit's graph, and what passes learn about it.
#[derive(Clone, Debug)]
pub struct Graph {
    blocks: Vec<Block>,
    /// Those of each block in one piece; between the pieces lies what no block has any more.
    pub(super) instrs: Vec<FlowInstr>,
    /// Whether any of them may be a `SETUP_*`.
    pub(super) sets_up_handlers: bool,
    pub entry: BlockId,
    pub consts: Consts,
    /// The deepest that the value stack becomes; zero before the pass that measures it.
    pub stack_depth: u32,
}

impl FlowInstr {
    /// Makes it another instruction, without target.
    pub fn become_op(&mut self, op: Op, arg: u32) {
        (self.op, self.arg) = (op, arg);
    }

    /// Makes it do nothing; a later pass takes it out where that loses no line.
    pub fn become_nop(&mut self) {
        self.become_op(Op::Nop, 0);
    }
}

/// Whether nothing can stand behind it in its block.
fn ends_block(op: Op) -> bool {
    op.is_jump() || op.is_scope_exit()
}

impl Block {
    /// Where its instructions lie among the graph's.
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.len
    }
}

impl std::ops::Index<BlockId> for Graph {
    type Output = Block;

    fn index(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }
}

impl std::ops::IndexMut<BlockId> for Graph {
    fn index_mut(&mut self, id: BlockId) -> &mut Block {
        &mut self.blocks[id.index()]
    }
}

impl Graph {
    /// Cuts a unit's sequence into blocks.
    pub fn new(unit: &Unit) -> Self {
        let instrs = &unit.sequence.instrs;
        let mut graph = Self {
            blocks: Vec::with_capacity(8),
            instrs: Vec::with_capacity(instrs.len() + instrs.len() / 2),
            entry: BlockId::FIRST,
            consts: Consts::new(unit.consts.clone()),
            stack_depth: 0,
            sets_up_handlers: false,
        };
        let mut labels = Labels::new(unit);
        let mut previous = None;
        let mut start = 0;
        loop {
            let id = graph.add_block(Block::default(), &[]);
            graph[id].label = labels.take(start, id);
            let most = labels.next().unwrap_or(instrs.len());
            let last = instrs[start..most].iter().position(|instr| ends_block(instr.op));
            let end = last.map_or(most, |last| start + last + 1);
            graph.instrs.extend(instrs[start..end].iter().map(flow_instr));
            graph[id].len = end - start;
            if let Some(previous) = previous.replace(id) {
                graph[previous].next = Some(id);
            }
            if end == instrs.len() {
                break;
            }
            start = end;
        }
        graph.sets_up_handlers = instrs.iter().any(|instr| instr.op.is_block_push());
        graph.each(|graph, id| graph.find_targets(id, &labels));
        graph
    }

    /// Turns labels into blocks.
    fn find_targets(&mut self, id: BlockId, labels: &Labels) {
        for at in self.with_targets(id) {
            let instr = &mut self.instrs[at];
            if instr.op.has_target() {
                let (number, target) = labels.found(instr.arg);
                (instr.arg, instr.target) = (number, Some(target));
            }
        }
    }

    /// A new block of these instructions, not yet linked to any other.
    pub fn add_block(&mut self, block: Block, instrs: &[FlowInstr]) -> BlockId {
        self.blocks.push(block);
        let number = u32::try_from(self.blocks.len()).ok().and_then(NonZeroU32::new);
        let id = BlockId(number.expect("fewer blocks than 2^32"));
        self.set_instrs(id, instrs);
        id
    }

    pub fn instrs(&self, id: BlockId) -> &[FlowInstr] {
        &self.instrs[self[id].range()]
    }

    pub fn instrs_mut(&mut self, id: BlockId) -> &mut [FlowInstr] {
        let range = self[id].range();
        &mut self.instrs[range]
    }

    /// Gives a block these instructions instead of those that it has.
    pub fn set_instrs(&mut self, id: BlockId, instrs: &[FlowInstr]) {
        (self[id].start, self[id].len) = (self.instrs.len(), instrs.len());
        self.sets_up_handlers |= instrs.iter().any(|instr| instr.op.is_block_push());
        self.instrs.extend_from_slice(instrs);
    }

    /// Where among all instructions those of the block lie that may name another: only the last can jump.
    pub(super) fn with_targets(&self, id: BlockId) -> Range<usize> {
        let range = self[id].range();
        if self.sets_up_handlers { range } else { range.end.saturating_sub(1).max(range.start)..range.end }
    }

    /// Adds copies of the other block's instructions to the end of this one.
    pub(super) fn append_copy(&mut self, id: BlockId, other: BlockId) {
        let (range, other) = (self[id].range(), self[other].range());
        if range.end != self.instrs.len() {
            self[id].start = self.instrs.len();
            self.instrs.extend_from_within(range);
        }
        self[id].len += other.len();
        self.instrs.extend_from_within(other);
    }

    pub fn last(&self, id: BlockId) -> Option<&FlowInstr> {
        self.instrs(id).last()
    }

    pub(super) fn last_mut(&mut self, id: BlockId) -> Option<&mut FlowInstr> {
        self.instrs_mut(id).last_mut()
    }

    /// Whether the end of the block leads into the one behind it.
    pub fn falls_through(&self, id: BlockId) -> bool {
        self.last(id).is_none_or(|last| !last.op.is_terminator())
    }

    /// Whether its end leaves the code: returns or raises.
    pub fn exits_scope(&self, id: BlockId) -> bool {
        self.last(id).is_some_and(|last| last.op.is_scope_exit())
    }

    /// Links a block in behind another.
    pub fn insert_after(&mut self, before: BlockId, fresh: BlockId) {
        self[fresh].next = self[before].next;
        self[before].next = Some(fresh);
    }

    /// The blocks in the order of the code.
    pub fn order(&self) -> Order {
        std::iter::successors(Some(self.entry), |&id| self[id].next).collect()
    }

    /// All blocks, for whom their order does not matter; those that are no longer linked are empty.
    pub fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        self.blocks.iter_mut()
    }

    /// Does something with each block in the order of the code.
    pub fn each(&mut self, mut work: impl FnMut(&mut Self, BlockId)) {
        let mut next = Some(self.entry);
        while let Some(id) = next {
            work(self, id);
            next = self[id].next;
        }
    }

    /// The block behind this one, if this one leads into it.
    pub fn fall_through(&self, id: BlockId) -> Option<BlockId> {
        self[id].next.filter(|_| self.falls_through(id))
    }

    /// Where the jump at the end of this block goes.
    pub fn jump_target(&self, id: BlockId) -> Option<BlockId> {
        self.last(id).filter(|last| last.op.is_jump())?.target
    }

    /// A label's number that no block has yet.
    pub fn fresh_label(&self) -> u32 {
        let blocks = std::iter::successors(Some(self.entry), |&id| self[id].next);
        blocks.filter_map(|id| self[id].label).max().map_or(0, |label| label + 1)
    }

    /// Room to note something for each block.
    pub fn notes<T: Clone>(&self, first: T) -> Notes<T> {
        Notes(smallvec![first; self.blocks.len()])
    }
}

/// One value for each block.
#[derive(Clone, Debug)]
pub struct Notes<T>(SmallVec<[T; 32]>);

impl<T> std::ops::Index<BlockId> for Notes<T> {
    type Output = T;

    fn index(&self, id: BlockId) -> &T {
        &self.0[id.index()]
    }
}

impl<T> std::ops::IndexMut<BlockId> for Notes<T> {
    fn index_mut(&mut self, id: BlockId) -> &mut T {
        &mut self.0[id.index()]
    }
}

fn flow_instr(&Instr { op, arg, at }: &Instr) -> FlowInstr {
    FlowInstr { op, arg, at, target: None, handler: None }
}

/// The labels of a unit, while its blocks are cut.
struct Labels {
    /// `(place, number)` by place, those of one place in the order in which they were made. CPython counts its
    /// labels from one; the number matters, see `FlowInstr::arg`.
    by_place: SmallVec<[(usize, u32); 16]>,
    /// How many of these have been taken.
    passed: usize,
    /// By label: the block that it stands before, and the number of the label that stands for all there.
    found: SmallVec<[Option<(u32, BlockId)>; 16]>,
}

impl Labels {
    fn new(unit: &Unit) -> Self {
        let labels = &unit.sequence.labels;
        let placed = (1..).zip(labels).filter_map(|(number, place)| Some(((*place)? as usize, number)));
        let mut by_place: SmallVec<_> = placed.collect();
        by_place.sort_by_key(|(place, _)| *place);
        Self { by_place, passed: 0, found: smallvec![None; labels.len()] }
    }

    /// The place of the next one that no block has yet.
    fn next(&self) -> Option<usize> {
        self.by_place.get(self.passed).map(|label| label.0)
    }

    /// Lets the block of this place have the labels that stand there. Of several the last one made stands for all.
    fn take(&mut self, place: usize, id: BlockId) -> Option<u32> {
        let here = self.by_place[self.passed..].iter().take_while(|label| label.0 == place).count();
        let here = &self.by_place[self.passed..self.passed + here];
        let number = here.last()?.1;
        for (_, own) in here {
            self.found[*own as usize - 1] = Some((number, id));
        }
        self.passed += here.len();
        Some(number)
    }

    fn found(&self, label: u32) -> (u32, BlockId) {
        self.found[label as usize].expect("a label in use is placed")
    }
}

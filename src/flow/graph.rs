//! The control-flow graph: blocks of instructions that run from top to bottom, linked in the order in which they
//! will lie in the code (`cfg_builder`). Knows how to hold and walk it, not how to improve it.

use std::num::NonZeroU32;

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

/// Blocks in the order of the code. Most units have few, and every pass asks for them.
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

/// Instructions of which only the first can be jumped to and only the last can jump.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Present if something jumps here.
    pub label: Option<u32>,
    pub instrs: Vec<FlowInstr>,
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
    pub fn last(&self) -> Option<&FlowInstr> {
        self.instrs.last()
    }

    /// Whether the end of the block leads into the one behind it.
    pub fn falls_through(&self) -> bool {
        self.last().is_none_or(|last| !last.op.is_terminator())
    }

    /// Whether its end leaves the code: returns or raises.
    pub fn exits_scope(&self) -> bool {
        self.last().is_some_and(|last| last.op.is_scope_exit())
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
        let mut graph = Self {
            blocks: Vec::new(),
            entry: BlockId::FIRST,
            consts: Consts::new(unit.consts.clone()),
            stack_depth: 0,
        };
        let labels = labels_by_place(unit);
        let instrs = &unit.sequence.instrs;
        let mut previous = None;
        let mut start = 0;
        loop {
            let is_end = |at: &usize| ends_block(instrs[at - 1].op) || labels[*at].is_some();
            let end = (start + 1..instrs.len()).find(is_end).unwrap_or(instrs.len());
            let flow_instrs = instrs[start..end].iter().map(|instr| flow_instr(instr, unit, &labels));
            let label = labels.get(start).copied().flatten();
            let block = Block { label, instrs: flow_instrs.collect(), ..Block::default() };
            let fresh = graph.add_block(block);
            if let Some(previous) = previous.replace(fresh) {
                graph[previous].next = Some(fresh);
            }
            if end == instrs.len() {
                break;
            }
            start = end;
        }
        graph.find_targets();
        graph
    }

    /// Turns labels into blocks.
    fn find_targets(&mut self) {
        let mut by_label = Vec::new();
        for id in self.order() {
            if let Some(label) = self[id].label {
                let label = label as usize;
                by_label.resize(by_label.len().max(label + 1), None);
                by_label[label] = Some(id);
            }
        }
        for instr in self.blocks.iter_mut().flat_map(|block| &mut block.instrs) {
            if instr.op.has_target() {
                instr.target = by_label[instr.arg as usize];
            }
        }
    }

    /// A new block, not yet linked to any other.
    pub fn add_block(&mut self, block: Block) -> BlockId {
        self.blocks.push(block);
        let number = u32::try_from(self.blocks.len()).ok().and_then(NonZeroU32::new);
        BlockId(number.expect("fewer blocks than 2^32"))
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
        self[id].next.filter(|_| self[id].falls_through())
    }

    /// Where the jump at the end of this block goes.
    pub fn jump_target(&self, id: BlockId) -> Option<BlockId> {
        self[id].last().filter(|last| last.op.is_jump())?.target
    }

    /// A label's number that no block has yet.
    pub fn fresh_label(&self) -> u32 {
        self.order().into_iter().filter_map(|id| self[id].label).max().map_or(0, |label| label + 1)
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

/// The instruction, its target being named by the label that stands for all at the place.
fn flow_instr(instr: &Instr, unit: &Unit, labels: &[Option<u32>]) -> FlowInstr {
    let mut arg = instr.arg;
    if instr.op.has_target() {
        let place = unit.sequence.labels[arg as usize].expect("a label in use is placed");
        arg = labels[place as usize].expect("a label stands there");
    }
    FlowInstr { op: instr.op, arg, at: instr.at, target: None, handler: None }
}

/// By instruction: the label that stands before it. Of several the last one made stands for all.
fn labels_by_place(unit: &Unit) -> Vec<Option<u32>> {
    let mut labels = vec![None; unit.sequence.instrs.len()];
    // CPython counts its labels from one; the number matters, see `FlowInstr::arg`.
    for (number, place) in (1..).zip(&unit.sequence.labels) {
        if let Some(place) = place {
            labels[*place as usize] = Some(number);
        }
    }
    labels
}

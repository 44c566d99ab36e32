//! The passes over the flow graph, by the names that CPython gives them. Which version runs which, in which
//! order, stands in each dialect; what they do, in `flow`.

/// A step on the way from pseudo-code to code that can be assembled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pass {
    /// Mark the blocks that handle exceptions.
    MarkExceptHandlers,
    /// Note at each instruction where its exception would be handled.
    LabelExceptionTargets,
    /// Unlink blocks without instructions.
    EliminateEmptyBasicBlocks,
    /// Copy short endings to the places that jump to them.
    InlineSmallExitBlocks,
    /// Peephole optimisation within each block.
    OptimizeBasicBlocks,
    /// Take out instructions that do nothing, and loads whose value is popped at once.
    RemoveRedundantNopsAndPairs,
    /// Count the ways to each block and empty those to which none leads.
    RemoveUnreachable,
    /// Take out instructions that do nothing.
    RemoveRedundantNops,
    /// Turn jumps to the next instruction into no-ops.
    RemoveRedundantJumps,
    /// Drop constants that nothing loads any more.
    RemoveUnusedConsts,
    /// Make loads of local variables that may be unbound check for it.
    AddChecksForLoadsOfUninitializedVariables,
    /// Move what only an exception reaches behind everything else.
    PushColdBlocksToEnd,
    /// Give every way to an ending without line its own copy.
    DuplicateExitsWithoutLineno,
    /// Give instructions without line that of the one before.
    PropagateLineNumbers,
    /// Give every return some line.
    GuaranteeLinenoForExits,
    /// Begin with what a generator, cells and free variables need.
    InsertPrefixInstructions,
    /// Turn numbers of cells into slots of the frame.
    FixCellOffsets,
    /// Measure the value stack.
    Stackdepth,
    /// Turn what only the compiler understands into instructions, or into nothing.
    ConvertPseudoOps,
    /// Give jumps their direction.
    NormalizeJumps,
}

//! The control-flow graph and its passes, one file a pass, under CPython's names. Knows pseudo-code and
//! instructions, neither the tree nor bytes.

mod add_checks_for_loads_of_uninitialized_variables;
mod apply_static_swaps;
mod convert_pseudo_ops;
mod duplicate_exits_without_lineno;
mod eliminate_empty_basic_blocks;
mod fix_cell_offsets;
mod fold_tuple_on_constants;
mod graph;
mod guarantee_lineno_for_exits;
mod inline_small_exit_blocks;
mod insert_prefix_instructions;
mod jump_thread;
mod label_exception_targets;
mod local_slots;
mod mark_except_handlers;
mod normalize_jumps;
mod optimize_basic_block;
mod propagate_line_numbers;
mod push_cold_blocks_to_end;
mod remove_redundant_jumps;
mod remove_redundant_nops;
mod remove_redundant_nops_and_pairs;
mod remove_unreachable;
mod remove_unused_consts;
mod stackdepth;
mod swaptimize;

use crate::{
    codegen::Unit,
    dialect::{Dialect, Pass},
    isa::Op,
};

use add_checks_for_loads_of_uninitialized_variables::FOLLOWED;
pub use graph::{Block, BlockId, FlowInstr, Graph, Notes, Order};
pub use local_slots::localsplus;

/// The unit's graph after all passes of the dialect: ready to be assembled.
pub fn optimize(unit: &Unit, dialect: &Dialect) -> Graph {
    let mut graph = Graph::new(unit);
    for &pass in dialect.passes {
        if concerns(pass, unit, graph.sets_up_handlers) {
            run(pass, &mut graph, unit);
        }
    }
    graph
}

/// Whether the pass could find anything to do: most units handle no exceptions and have no cells.
fn concerns(pass: Pass, unit: &Unit, has_handlers: bool) -> bool {
    let unbinds = |op| matches!(op, Op::DeleteFast | Op::LoadFastAndClear | Op::StoreFastMaybeNull);
    match pass {
        Pass::MarkExceptHandlers | Pass::LabelExceptionTargets | Pass::PushColdBlocksToEnd => has_handlers,
        Pass::FixCellOffsets => !(unit.cellvars.is_empty() && unit.freevars.is_empty()),
        // Parameters have values, as far as they are followed.
        Pass::AddChecksForLoadsOfUninitializedVariables => {
            unit.varnames.len() > unit.nparams.min(FOLLOWED) as usize
                || unit.sequence.instrs.iter().any(|instr| unbinds(instr.op))
        }
        _ => true,
    }
}

/// One pass.
pub fn run(pass: Pass, graph: &mut Graph, unit: &Unit) {
    match pass {
        Pass::MarkExceptHandlers => mark_except_handlers::run(graph),
        Pass::LabelExceptionTargets => label_exception_targets::run(graph),
        Pass::EliminateEmptyBasicBlocks => eliminate_empty_basic_blocks::run(graph),
        Pass::InlineSmallExitBlocks => inline_small_exit_blocks::run(graph),
        Pass::OptimizeBasicBlocks => optimize_basic_block::run(graph),
        Pass::RemoveRedundantNopsAndPairs => remove_redundant_nops_and_pairs::run(graph),
        Pass::RemoveUnreachable => remove_unreachable::run(graph),
        Pass::RemoveRedundantNops => remove_redundant_nops::run(graph),
        Pass::RemoveRedundantJumps => remove_redundant_jumps::run(graph),
        Pass::RemoveUnusedConsts => remove_unused_consts::run(graph),
        Pass::AddChecksForLoadsOfUninitializedVariables => {
            add_checks_for_loads_of_uninitialized_variables::run(graph, unit);
        }
        Pass::PushColdBlocksToEnd => push_cold_blocks_to_end::run(graph),
        Pass::DuplicateExitsWithoutLineno => duplicate_exits_without_lineno::run(graph),
        Pass::PropagateLineNumbers => propagate_line_numbers::run(graph),
        Pass::GuaranteeLinenoForExits => guarantee_lineno_for_exits::run(graph, unit),
        Pass::InsertPrefixInstructions => insert_prefix_instructions::run(graph, unit),
        Pass::FixCellOffsets => fix_cell_offsets::run(graph, unit),
        Pass::Stackdepth => stackdepth::run(graph, unit),
        Pass::ConvertPseudoOps => convert_pseudo_ops::run(graph),
        Pass::NormalizeJumps => normalize_jumps::run(graph),
    }
}

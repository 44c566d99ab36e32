//! The instructions: one short call each. What they mean stands in `isa/table.rs`.

mod attributes;
mod awaits;
mod build;
mod calls;
mod classes;
mod exceptions;
mod imports;
mod items;
mod iterate;
mod jumps;
mod names;
mod operators;
mod patterns;
mod unpack;

pub(super) use operators::{in_place_twin, operator_twin};

use crate::{isa::Op, object::Instr};

use super::{Vm, run::Purse, unwind::Flow};

/// Executes one instruction; `pc` already stands behind it. Some go on to the next one at once, if the purse pays.
#[inline(always)]
pub(super) fn execute(vm: &mut Vm, instr: Instr, purse: &mut Purse) -> Flow {
    let arg = instr.arg;
    match instr.op {
        Op::Nop | Op::Cache => Ok(()),
        Op::Resume => vm.safe_point(),
        Op::PopTop => names::pop_top(vm),
        Op::PushNull => names::push_null(vm),
        Op::Copy => names::copy(vm, arg),
        Op::Swap => names::swap(vm, arg),
        Op::LoadConst => names::load_const(vm, arg),
        Op::LoadFast => names::load_fast(vm, arg, purse),
        Op::LoadFastCheck => names::load_fast_check(vm, arg),
        Op::LoadFastAndClear => names::load_fast_and_clear(vm, arg),
        Op::StoreFast => names::store_fast(vm, arg),
        Op::DeleteFast => names::delete_fast(vm, arg),
        Op::LoadName => names::load_name(vm, arg),
        Op::StoreName => names::store_name(vm, arg),
        Op::DeleteName => names::delete_name(vm, arg),
        Op::LoadGlobal => names::load_global(vm, arg),
        Op::StoreGlobal => names::store_global(vm, arg),
        Op::DeleteGlobal => names::delete_global(vm, arg),
        Op::LoadLocals => names::load_locals(vm),
        Op::MakeCell => names::make_cell(vm, arg),
        Op::CopyFreeVars => names::copy_free_vars(vm, arg),
        Op::LoadClosure => names::load_fast_check(vm, arg),
        Op::LoadDeref => names::load_deref(vm, arg),
        Op::StoreDeref => names::store_deref(vm, arg),
        Op::DeleteDeref => names::delete_deref(vm, arg),
        Op::LoadFromDictOrGlobals => names::load_from_dict_or_globals(vm, arg),
        Op::LoadFromDictOrDeref => names::load_from_dict_or_deref(vm, arg),

        Op::UnaryNegative => operators::unary_negative(vm),
        Op::UnaryNot => operators::unary_not(vm),
        Op::UnaryInvert => operators::unary_invert(vm),
        Op::BinaryOp => operators::binary_op(vm, arg, purse),
        Op::CompareOp => operators::compare_op(vm, arg, purse),
        Op::IsOp => operators::is_op(vm, arg),
        Op::ContainsOp => operators::contains_op(vm, arg),

        Op::JumpForward | Op::JumpBackwardNoInterrupt => jumps::jump(vm, arg),
        Op::JumpBackward => jumps::jump_backward(vm, arg),
        Op::PopJumpIfFalse => jumps::pop_jump_if(vm, arg, false),
        Op::PopJumpIfTrue => jumps::pop_jump_if(vm, arg, true),
        Op::PopJumpIfNone => jumps::pop_jump_if_none(vm, arg, true),
        Op::PopJumpIfNotNone => jumps::pop_jump_if_none(vm, arg, false),

        Op::BinarySubscr => items::binary_subscr(vm),
        Op::BinarySlice => items::binary_slice(vm),
        Op::StoreSubscr => items::store_subscr(vm),
        Op::StoreSlice => items::store_slice(vm),
        Op::DeleteSubscr => items::delete_subscr(vm),
        Op::GetLen => items::get_len(vm),

        Op::BuildTuple => build::build_tuple(vm, arg),
        Op::BuildList => build::build_list(vm, arg),
        Op::BuildSet => build::build_set(vm, arg),
        Op::BuildMap => build::build_map(vm, arg),
        Op::BuildConstKeyMap => build::build_const_key_map(vm, arg),
        Op::BuildSlice => build::build_slice(vm, arg),
        Op::BuildString => build::build_string(vm, arg),
        Op::FormatValue => build::format_value(vm, arg),
        Op::ListAppend => build::list_append(vm, arg),
        Op::SetAdd => build::set_add(vm, arg),
        Op::MapAdd => build::map_add(vm, arg),
        Op::ListExtend => build::list_extend(vm, arg),
        Op::SetUpdate => build::set_update(vm, arg),
        Op::DictUpdate => build::dict_update(vm, arg),
        Op::DictMerge => build::dict_merge(vm, arg),
        Op::UnpackSequence => unpack::unpack_sequence(vm, arg),
        Op::UnpackEx => unpack::unpack_ex(vm, arg),

        Op::LoadAttr => attributes::load_attr(vm, arg),
        Op::StoreAttr => attributes::store_attr(vm, arg),
        Op::DeleteAttr => attributes::delete_attr(vm, arg),
        Op::LoadSuperAttr => attributes::load_super_attr(vm, arg),

        Op::Call => calls::call(vm, arg),
        Op::KwNames => calls::kw_names(vm, arg),
        Op::CallFunctionEx => calls::call_function_ex(vm, arg),
        Op::CallIntrinsic1 => calls::intrinsic_1(vm, arg),
        Op::CallIntrinsic2 => calls::intrinsic_2(vm, arg),
        Op::MakeFunction => calls::make_function(vm, arg),
        Op::ReturnValue => calls::return_value(vm),
        Op::ReturnConst => calls::return_const(vm, arg),

        Op::GetIter => iterate::get_iter(vm),
        Op::ForIter => iterate::for_iter(vm, arg, purse),
        Op::EndFor => iterate::end_for(vm),
        Op::EndSend => iterate::end_send(vm),
        Op::ReturnGenerator => vm.make_generator(),
        Op::YieldValue => iterate::yield_value(vm),
        Op::Send => iterate::send(vm, arg),
        Op::GetYieldFromIter => iterate::get_yield_from_iter(vm),

        Op::PushExcInfo => exceptions::push_exc_info(vm),
        Op::PopExcept => exceptions::pop_except(vm),
        Op::CheckExcMatch => exceptions::check_exc_match(vm),
        Op::CheckEgMatch => exceptions::check_eg_match(vm),
        Op::RaiseVarargs => exceptions::raise_varargs(vm, arg),
        Op::Reraise => exceptions::reraise(vm, arg),
        Op::LoadAssertionError => exceptions::load_assertion_error(vm),
        Op::BeforeWith => exceptions::before_with(vm),
        Op::WithExceptStart => exceptions::with_except_start(vm),
        Op::CleanupThrow => exceptions::cleanup_throw(vm),

        Op::ImportName => imports::import_name(vm, arg),
        Op::ImportFrom => imports::import_from(vm, arg),

        Op::LoadBuildClass => classes::load_build_class(vm),
        Op::SetupAnnotations => classes::setup_annotations(vm),

        Op::MatchMapping => patterns::match_mapping(vm),
        Op::MatchSequence => patterns::match_sequence(vm),
        Op::MatchKeys => patterns::match_keys(vm),
        Op::MatchClass => patterns::match_class(vm, arg),

        Op::GetAwaitable => awaits::get_awaitable(vm, arg),
        Op::GetAiter => awaits::get_aiter(vm),
        Op::GetAnext => awaits::get_anext(vm),
        Op::BeforeAsyncWith => awaits::before_async_with(vm),
        Op::EndAsyncFor => awaits::end_async_for(vm),

        Op::InterpreterExit
        | Op::Reserved
        | Op::ExtendedArg
        | Op::InstrumentedLoadSuperAttr
        | Op::InstrumentedPopJumpIfNone
        | Op::InstrumentedPopJumpIfNotNone
        | Op::InstrumentedResume
        | Op::InstrumentedCall
        | Op::InstrumentedReturnValue
        | Op::InstrumentedYieldValue
        | Op::InstrumentedCallFunctionEx
        | Op::InstrumentedJumpForward
        | Op::InstrumentedJumpBackward
        | Op::InstrumentedReturnConst
        | Op::InstrumentedForIter
        | Op::InstrumentedPopJumpIfFalse
        | Op::InstrumentedPopJumpIfTrue
        | Op::InstrumentedEndFor
        | Op::InstrumentedEndSend
        | Op::InstrumentedInstruction
        | Op::InstrumentedLine
        | Op::SetupFinally
        | Op::SetupCleanup
        | Op::SetupWith
        | Op::PopBlock
        | Op::Jump
        | Op::JumpNoInterrupt
        | Op::LoadMethod
        | Op::LoadSuperMethod
        | Op::LoadZeroSuperMethod
        | Op::LoadZeroSuperAttr
        | Op::StoreFastMaybeNull => unsupported(vm, instr.op),
    }
}

/// An instruction that the machine does not execute: the program is told, and where.
#[cold]
fn unsupported(vm: &mut Vm, op: Op) -> Flow {
    let text = format!("opstep does not execute {} yet", op.name());
    Err(vm.heap.raise(crate::object::Type::SystemError, text).into())
}

//! Where a frame stands while no instruction of it runs, as CPython has it: that says which lines begin, and where
//! tracers see an exception. Knows neither who traces nor who steps.

use super::{codes::CodeFacts, lines::Previous};
use crate::{
    code::Instruction,
    isa::Op,
    object::{Heap, Obj, Value},
    vm::FrameView,
};

/// Where the frame stands once the instruction that is about to run has run.
pub fn after(heap: &Heap, top: &FrameView, facts: &CodeFacts) -> Previous {
    let instruction = facts.instructions[top.pc as usize];
    match set_back(top, instruction) {
        Some(offset) => facts.stands_at(offset),
        None => {
            let in_caches = instruction.caches > 0 && opens_frame(heap, top, instruction);
            Previous { in_caches, ..Previous::at(top.pc) }
        }
    }
}

/// Where the frame stands when an exception has come to it. A call that fails before there is a frame is where it was,
/// and a generator that was taken up to raise in it stands where it gave way.
pub fn raised(previous: Option<Previous>, top: &FrameView, from_callee: bool) -> Previous {
    match previous {
        Some(previous) => {
            Previous { in_caches: previous.in_caches && from_callee, by_exception: true, ..previous }
        }
        None => Previous { by_exception: true, ..Previous::at(top.pc - 1) },
    }
}

/// RERAISE puts the frame back to where the exception came from.
fn set_back(top: &FrameView, instruction: Instruction) -> Option<u32> {
    if instruction.op != Op::Reraise || instruction.arg == 0 {
        return None;
    }
    let slot = top.stack.len().checked_sub(instruction.arg as usize + 1)?;
    match top.stack[slot] {
        Value::Int(unit) => u32::try_from(unit * 2).ok(),
        _ => None,
    }
}

/// Whether the interpreter runs the callee without leaving its loop: then the caller waits behind the caches of
/// the call.
fn opens_frame(heap: &Heap, top: &FrameView, instruction: Instruction) -> bool {
    let slot = |depth: usize| top.stack.len().checked_sub(depth).map_or(Value::Null, |at| top.stack[at]);
    let obj = |value: Value| value.handle().map(|handle| heap.obj(handle));
    match instruction.op {
        Op::Call => {
            let arguments = instruction.arg as usize;
            let (callee, is_method) = match slot(arguments + 2) {
                Value::Null => (slot(arguments + 1), false),
                method => (method, true),
            };
            match obj(callee) {
                Some(Obj::Function(function)) => !function.hidden,
                // It lies in a method's place where it is an `__exit__`.
                Some(Obj::Method(method)) if !is_method => {
                    matches!(obj(method.function), Some(Obj::Function(function)) if !function.hidden)
                }
                _ => false,
            }
        }
        Op::Send => matches!(obj(slot(2)), Some(Obj::Generator(_))),
        _ => false,
    }
}

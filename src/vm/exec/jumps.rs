//! Jumps and conditions.

use crate::object::{Escape, Value};

use super::super::{Resume, Vm, unwind::Flow};

#[inline(always)]
pub(super) fn jump(vm: &mut Vm, target: u32) -> Flow {
    vm.current.pc = target;
    Ok(())
}

#[inline(always)]
pub(super) fn jump_backward(vm: &mut Vm, target: u32) -> Flow {
    // First, so that a MemoryError stands where the loop ends, not where it begins.
    vm.safe_point()?;
    vm.current.pc = target;
    Ok(())
}

#[inline(always)]
pub(super) fn pop_jump_if(vm: &mut Vm, target: u32, wanted: bool) -> Flow {
    let quick = match vm.peek(1) {
        Value::Bool(condition) => Some(condition),
        Value::Int(int) => Some(int != 0),
        Value::None => Some(false),
        _ => None,
    };
    if let Some(condition) = quick {
        vm.stack.pop();
        if condition == wanted {
            vm.current.pc = target;
        }
        return Ok(());
    }
    pop_jump_slow(vm, target, wanted)
}

#[inline(never)]
fn pop_jump_slow(vm: &mut Vm, target: u32, wanted: bool) -> Flow {
    let value = vm.peek(1);
    match vm.heap.truth(value) {
        Ok(condition) => {
            vm.stack.pop();
            if condition == wanted {
                vm.current.pc = target;
            }
            Ok(())
        }
        Err(Escape::Twin) => vm.ask_truth(value, Resume::Jump { wanted }),
        Err(other) => Err(other.into()),
    }
}

pub(super) fn pop_jump_if_none(vm: &mut Vm, target: u32, wanted: bool) -> Flow {
    if vm.pop().is_none() == wanted {
        vm.current.pc = target;
    }
    Ok(())
}

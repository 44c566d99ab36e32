//! `match`: what a pattern asks of its subject. Where that may be the user's own code, the prelude asks.

use crate::object::{Type, Value};

use super::super::{Resume, Vm, unwind::Flow};

pub(super) fn match_mapping(vm: &mut Vm) -> Flow {
    let matches = matches!(vm.heap.layout(vm.peek(1)), Type::Dict | Type::MappingProxy);
    vm.push(Value::Bool(matches))
}

pub(super) fn match_sequence(vm: &mut Vm) -> Flow {
    let matches =
        matches!(vm.heap.layout(vm.peek(1)), Type::List | Type::Tuple | Type::Range | Type::MemoryView);
    vm.push(Value::Bool(matches))
}

pub(super) fn match_keys(vm: &mut Vm) -> Flow {
    let (subject, keys) = (vm.peek(2), vm.peek(1));
    let twin = vm.prelude("_match_keys");
    vm.call_values(twin, &[subject, keys], Resume::Push)
}

pub(super) fn match_class(vm: &mut Vm, count: u32) -> Flow {
    let (subject, class, names) = (vm.peek(3), vm.peek(2), vm.peek(1));
    let twin = vm.prelude("_match_class");
    vm.call_values(twin, &[subject, class, Value::Int(count.into()), names], Resume::Replace(3))
}

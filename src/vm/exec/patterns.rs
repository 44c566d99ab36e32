//! `match`: what a pattern asks of its subject. Where that may be the user's own code, the prelude asks.

use crate::object::{Heap, Type, Value};

use super::super::{Resume, Vm, unwind::Flow};

/// What `collections.abc` writes into `Sequence` and `Mapping` (`Py_TPFLAGS_SEQUENCE`, `Py_TPFLAGS_MAPPING`).
const SEQUENCE: i64 = 1 << 5;
const MAPPING: i64 = 1 << 6;

/// Whether the first class of the MRO that says what its instances are says this.
fn says(heap: &mut Heap, subject: Value, flag: i64) -> bool {
    let name = heap.intern("__abc_tpflags__");
    let said = heap.lookup_owner(heap.class_of(subject), name);
    said.is_some_and(|(owner, flags)| {
        // Only a class made by this metaclass is heard.
        let is_abstract = &*heap.type_name(owner.into()) == "ABCMeta";
        is_abstract && heap.small_int(flags).is_some_and(|flags| flags & flag != 0)
    })
}

pub(super) fn match_mapping(vm: &mut Vm) -> Flow {
    let subject = vm.peek(1);
    let matches = matches!(vm.heap.layout(subject), Type::Dict | Type::MappingProxy)
        || says(&mut vm.heap, subject, MAPPING);
    vm.push(Value::Bool(matches))
}

pub(super) fn match_sequence(vm: &mut Vm) -> Flow {
    let subject = vm.peek(1);
    let matches =
        matches!(vm.heap.layout(subject), Type::List | Type::Tuple | Type::Range | Type::MemoryView)
            || says(&mut vm.heap, subject, SEQUENCE);
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

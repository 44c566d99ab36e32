//! `container[key]` in all its forms.

use crate::object::{Escape, Sym, Type, Value};

use super::super::{Resume, Vm, unwind::Flow};

#[inline(always)]
pub(super) fn binary_subscr(vm: &mut Vm) -> Flow {
    let top = vm.stack.len();
    if let Some(item) = vm.heap.quick_item(vm.stack[top - 2], vm.stack[top - 1]) {
        vm.stack.truncate(top - 1);
        vm.stack[top - 2] = item;
        return Ok(());
    }
    subscript(vm)
}

#[inline(never)]
fn subscript(vm: &mut Vm) -> Flow {
    let (container, key) = (vm.peek(2), vm.peek(1));
    match vm.heap.get_item(container, key) {
        Ok(value) => {
            vm.drop_many(2);
            vm.push(value)
        }
        Err(Escape::Twin) => {
            if let Some(method) = vm.heap.user_special(container, Sym::GetItem) {
                return vm.call_special(method, container, &[key], Resume::Replace(2));
            }
            let twin = vm.prelude("_get_item");
            vm.call_values(twin, &[container, key], Resume::Replace(2))
        }
        Err(other) => vm.settle_in_place(Err(other), 2, "_get_item", &[container, key]),
    }
}

pub(super) fn binary_slice(vm: &mut Vm) -> Flow {
    let (stop, start) = (vm.pop(), vm.pop());
    let container = vm.peek(1);
    if let Some(items) = vm.heap.quick_slice(container, start, stop) {
        vm.stack.pop();
        return vm.push(items);
    }
    let slice = vm.heap.slice(start, stop, Value::None);
    vm.stack.push(slice);
    subscript(vm)
}

pub(super) fn store_slice(vm: &mut Vm) -> Flow {
    let (stop, start) = (vm.pop(), vm.pop());
    let (value, container) = (vm.peek(2), vm.peek(1));
    if vm.heap.quick_set_slice(container, start, stop, value) {
        vm.drop_many(2);
        return Ok(());
    }
    let slice = vm.heap.slice(start, stop, Value::None);
    vm.stack.push(slice);
    store_subscr(vm)
}

#[inline(always)]
pub(super) fn store_subscr(vm: &mut Vm) -> Flow {
    let top = vm.stack.len();
    if let (Value::Ref(list), Value::Int(at)) = (vm.stack[top - 2], vm.stack[top - 1])
        && vm.heap.slot(list).class == Type::List.handle()
        && vm.heap.replace_item(list, at as usize, vm.stack[top - 3])
    {
        vm.stack.truncate(top - 3);
        return Ok(());
    }
    store_subscr_slow(vm)
}

#[inline(never)]
fn store_subscr_slow(vm: &mut Vm) -> Flow {
    let (value, container, key) = (vm.peek(3), vm.peek(2), vm.peek(1));
    match vm.heap.set_item(container, key, value) {
        Ok(()) => {
            vm.drop_many(3);
            Ok(())
        }
        Err(Escape::Twin) => match vm.heap.user_special(container, Sym::SetItem) {
            Some(method) => vm.call_special(method, container, &[key, value], Resume::Drop(3)),
            None => {
                let twin = vm.prelude("_set_item");
                vm.call_values(twin, &[container, key, value], Resume::Drop(3))
            }
        },
        Err(other) => Err(other.into()),
    }
}

pub(super) fn delete_subscr(vm: &mut Vm) -> Flow {
    let (container, key) = (vm.peek(2), vm.peek(1));
    match vm.heap.delete_item(container, key) {
        Ok(()) => {
            vm.drop_many(2);
            Ok(())
        }
        Err(Escape::Twin) => match vm.heap.user_special(container, Sym::DelItem) {
            Some(method) => vm.call_special(method, container, &[key], Resume::Drop(2)),
            None => {
                let twin = vm.prelude("_delete_item");
                vm.call_values(twin, &[container, key], Resume::Drop(2))
            }
        },
        Err(other) => Err(other.into()),
    }
}

pub(super) fn get_len(vm: &mut Vm) -> Flow {
    let value = vm.peek(1);
    let outcome = vm.heap.len(value).map(|len| Value::Int(len as i64));
    vm.settle(outcome, "_len", &[value], Resume::Push)
}

//! Building strings and containers, and adding to them.

use std::rc::Rc;

use crate::{
    object::{Dict, Escape, Handle, Obj, Type, Value},
    source::Text,
};

use super::super::{
    Resume, Vm,
    unwind::{Flow, Leave},
};

pub(super) fn build_tuple(vm: &mut Vm, count: u32) -> Flow {
    let items = vm.pop_many(count as usize);
    let tuple = vm.heap.tuple(items);
    vm.push(tuple)
}

pub(super) fn build_list(vm: &mut Vm, count: u32) -> Flow {
    let items = vm.pop_many(count as usize);
    let list = vm.heap.list(items);
    vm.push(list)
}

pub(super) fn build_set(vm: &mut Vm, count: u32) -> Flow {
    let from = vm.stack.len() - count as usize;
    let items = vm.stack[from..].to_vec();
    match vm.heap.set_of(&items) {
        Ok(set) => {
            vm.stack.truncate(from);
            let set = vm.heap.set(set);
            vm.push(set)
        }
        // Each is let go of as soon as it has been added, or has failed to be.
        Err(_) => {
            vm.stack.truncate(from);
            let items = vm.heap.list(items.into_iter().rev().collect());
            let twin = vm.prelude("_build_set_of");
            let made = vm.heap.set(Default::default());
            vm.call_values(twin, &[made, items], Resume::Push)
        }
    }
}

pub(super) fn build_map(vm: &mut Vm, count: u32) -> Flow {
    let from = vm.stack.len() - 2 * count as usize;
    let items = vm.stack[from..].to_vec();
    fill_map(vm, &items, 2 * count)
}

pub(super) fn build_const_key_map(vm: &mut Vm, count: u32) -> Flow {
    let top = vm.stack.len();
    let keys = vm.heap.as_tuple(vm.stack[top - 1]).cloned().unwrap_or_default();
    let values = vm.stack[top - 1 - count as usize..top - 1].to_vec();
    let items: Vec<Value> = keys.iter().zip(values).flat_map(|(&key, value)| [key, value]).collect();
    fill_map(vm, &items, count + 1)
}

/// A dict of keys and values in turn, in place of the topmost `drop` values.
fn fill_map(vm: &mut Vm, items: &[Value], drop: u32) -> Flow {
    let dict = vm.heap.dict(Dict::with_capacity(items.len() / 2));
    let Value::Ref(handle) = dict else { unreachable!("a dict is on the heap") };
    for pair in items.chunks_exact(2) {
        match vm.heap.dict_set(handle, pair[0], pair[1]) {
            Ok(()) => {}
            Err(Escape::Twin) => {
                let items = vm.heap.tuple(items.to_vec());
                let twin = vm.prelude("_build_map");
                return vm.call_values(twin, &[items], Resume::Replace(drop));
            }
            Err(other) => return Err(other.into()),
        }
    }
    vm.heap.unwinds();
    vm.drop_many(drop as usize);
    vm.push(dict)
}

pub(super) fn build_slice(vm: &mut Vm, count: u32) -> Flow {
    let step = if count == 3 { vm.pop() } else { Value::None };
    let (stop, start) = (vm.pop(), vm.pop());
    let slice = vm.heap.slice(start, stop, step);
    vm.push(slice)
}

pub(super) fn build_string(vm: &mut Vm, count: u32) -> Flow {
    let parts = vm.pop_many(count as usize);
    let text = vm.heap.join(&parts);
    vm.heap.room_for(text.as_bytes().len() as u64)?;
    let text = vm.heap.text(text);
    vm.push(text)
}

impl crate::object::Heap {
    /// Strings one after another.
    pub(in crate::vm) fn join(&self, parts: &[Value]) -> Text {
        let texts = || parts.iter().filter_map(|&part| self.as_str(part));
        match texts().map(|text| text.text().as_str()).collect::<Option<Vec<&str>>>() {
            Some(parts) => parts.concat().into(),
            None => Text::from_code_points(texts().flat_map(|text| text.text().code_points())),
        }
    }
}

/// Bits 0 and 1: conversion; bit 2: a format specification lies on top.
pub(super) fn format_value(vm: &mut Vm, arg: u32) -> Flow {
    let has_spec = arg & 4 != 0;
    let spec = if has_spec { vm.peek(1) } else { Value::Null };
    let value = vm.peek(1 + usize::from(has_spec));
    let drop = 1 + u32::from(has_spec);
    let converted = match arg & 3 {
        0 => Ok(value),
        1 => vm.heap.str_of(value),
        2 => vm.heap.repr(value).map(|text| vm.heap.str(&text)),
        _ => vm.heap.ascii(value),
    };
    let spec_text = vm.heap.lossy(spec).into_owned();
    let outcome = converted.and_then(|value| vm.heap.format(value, &spec_text));
    match outcome {
        Ok(text) => {
            vm.drop_many(drop as usize);
            vm.push(text)
        }
        Err(Escape::Twin) => {
            let spec = if has_spec { spec } else { crate::object::Sym::Empty.into() };
            let twin = vm.prelude("_format_value");
            vm.call_values(twin, &[value, Value::Int((arg & 3).into()), spec], Resume::Replace(drop))
        }
        Err(Escape::Call(call)) => {
            vm.current.resume = Resume::Replace(drop);
            let floor = vm.stack.len();
            vm.tail_call(*call, floor)
        }
        Err(other) => Err(other.into()),
    }
}

/// The container of this type that is being filled.
fn container(vm: &mut Vm, depth: usize, of: Type) -> Result<Handle, Leave> {
    match vm.peek(depth) {
        Value::Ref(handle) if vm.heap.is_exact(handle.into(), of) => Ok(handle),
        _ => Err(vm.bad_bytecode(of.name())),
    }
}

#[inline(always)]
pub(super) fn list_append(vm: &mut Vm, depth: u32) -> Flow {
    let item = vm.pop();
    let list = container(vm, depth as usize, Type::List)?;
    vm.heap.append(list, item);
    Ok(())
}

pub(super) fn set_add(vm: &mut Vm, depth: u32) -> Flow {
    let (item, set) = (vm.peek(1), container(vm, depth as usize + 1, Type::Set)?);
    let outcome = vm.heap.set_add(set, item).map(|_| Value::None);
    discard(vm, outcome, "_set_add", &[set.into(), item], 1)
}

pub(super) fn map_add(vm: &mut Vm, depth: u32) -> Flow {
    let dict = container(vm, depth as usize + 2, Type::Dict)?;
    let (value, key) = (vm.peek(1), vm.peek(2));
    let outcome = vm.heap.dict_set(dict, key, value).map(|()| Value::None);
    discard(vm, outcome, "_set_item", &[dict.into(), key, value], 2)
}

/// Drops the topmost `count` values once the work is done, here or in the prelude.
fn discard(
    vm: &mut Vm,
    outcome: Result<Value, Escape>,
    twin: &'static str,
    args: &[Value],
    count: u32,
) -> Flow {
    match outcome {
        Ok(_) => {
            vm.drop_many(count as usize);
            Ok(())
        }
        Err(Escape::Twin) => {
            let twin = vm.prelude(twin);
            vm.call_values(twin, args, Resume::Drop(count))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) fn list_extend(vm: &mut Vm, depth: u32) -> Flow {
    let (items, list) = (vm.peek(1), container(vm, depth as usize + 1, Type::List)?);
    let outcome = vm.heap.extend_list(list, items).map(|()| Value::None);
    let outcome = outcome.map_err(|escape| not_after_star(vm, escape, items));
    discard(vm, outcome, "_list_extend", &[list.into(), items], 1)
}

fn not_after_star(vm: &mut Vm, escape: Escape, items: Value) -> Escape {
    match escape {
        Escape::Raise(raised)
            if vm.heap.slot(raised).class == Type::TypeError.handle() && !vm.heap.has_items(items) =>
        {
            let class = vm.heap.type_name(items);
            vm.heap.type_error(format!("Value after * must be an iterable, not {class}"))
        }
        other => other,
    }
}

pub(super) fn set_update(vm: &mut Vm, depth: u32) -> Flow {
    let (items, set) = (vm.peek(1), container(vm, depth as usize + 1, Type::Set)?);
    let outcome = update_set(vm, set, items).map(|()| Value::None);
    discard(vm, outcome, "_set_update", &[set.into(), items], 1)
}

fn update_set(vm: &mut Vm, set: crate::object::Handle, items: Value) -> Result<(), Escape> {
    vm.heap.begin_walking();
    let Obj::Set(table) = vm.heap.obj(set) else { panic!("a set is expected") };
    let mut table = (**table).clone();
    if let Some(other) = vm.heap.as_set(items).cloned() {
        vm.heap.merge_sets(&mut table, &other)?;
    } else {
        for item in vm.heap.items_of(items)? {
            vm.heap.add_to_set(&mut table, item).inspect_err(|_| vm.heap.walk_back())?;
        }
    }
    *vm.heap.obj_mut(set) = Obj::Set(Rc::new(table));
    Ok(())
}

/// What a mapping must have to be taken over.
fn has_keys(vm: &mut Vm, other: Value) -> bool {
    let name = vm.heap.intern("keys");
    !matches!(vm.heap.find_attribute(other, name.into()), Err(Escape::Raise(_)))
}

pub(super) fn dict_update(vm: &mut Vm, depth: u32) -> Flow {
    let (other, dict) = (vm.peek(1), container(vm, depth as usize + 1, Type::Dict)?);
    if vm.heap.as_dict(other).is_none() && !has_keys(vm, other) {
        let class = vm.heap.type_name(other);
        return Err(vm.heap.type_error(format!("'{class}' object is not a mapping")).into());
    }
    let outcome = vm.heap.update_dict(dict, other).map(|()| Value::None);
    discard(vm, outcome, "_unpack_mapping", &[dict.into(), other], 1)
}

/// Keys may have methods of their own, and say themselves how they are shown.
fn merge_by_prelude(vm: &mut Vm, callee: Value, dict: Handle, other: Value) -> Flow {
    let name = vm.callable_name(callee);
    let name = vm.heap.str(&name);
    discard(vm, Err(Escape::Twin), "_merge_keywords", &[dict.into(), other, name], 1)
}

/// Keyword arguments of a call: a key must not come twice.
pub(super) fn dict_merge(vm: &mut Vm, depth: u32) -> Flow {
    let (other, dict) = (vm.peek(1), container(vm, depth as usize + 1, Type::Dict)?);
    let callee = vm.peek(depth as usize + 3);
    let Some(entries) = vm.heap.as_dict(other).map(|other| other.iter().copied().collect::<Vec<_>>()) else {
        if !has_keys(vm, other) {
            let (name, class) = (vm.callable_name(callee), vm.heap.type_name(other));
            let text = format!("{name} argument after ** must be a mapping, not {class}");
            return Err(vm.heap.type_error(text).into());
        }
        return merge_by_prelude(vm, callee, dict, other);
    };
    if vm.heap.has_own_order(other) {
        return merge_by_prelude(vm, callee, dict, other);
    }
    for entry in &entries {
        match vm.heap.dict_find(dict, entry.key, entry.hash) {
            Ok(None) => {}
            Ok(Some(_)) | Err(Escape::Twin) => return merge_by_prelude(vm, callee, dict, other),
            Err(other) => return Err(other.into()),
        }
    }
    for entry in entries {
        let found = vm.heap.dict_find(dict, entry.key, entry.hash)?;
        vm.heap.dict_put(dict, found, entry.hash, entry.key, entry.value);
    }
    vm.drop_many(1);
    Ok(())
}

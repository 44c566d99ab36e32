//! `object.name`, with a memory for what stood there the last time.

use std::rc::Rc;

use crate::object::{Access, Cache, Dict, DictHandle, Escape, Found, Handle, Obj, Sym, Type, Value};

use super::super::{Resume, Vm, unwind::Flow};

/// What the cache remembers: an entry of the object's own attributes, a method of its type, another value of its
/// type, or (the object is itself a class) a value that the class has.
const OWN: u64 = 1;
const METHOD: u64 = 2;
const TYPE_VALUE: u64 = 3;
const CLASS_VALUE: u64 = 4;
/// One of its slots (`__slots__`).
const SLOT: u64 = 5;

#[inline(always)]
pub(super) fn load_attr(vm: &mut Vm, arg: u32) -> Flow {
    let object = vm.peek(1);
    if let Value::Ref(handle) = object {
        let cache = vm.current.code.caches[vm.current.pc as usize - 1].get();
        if cache.version != 0 {
            let of = if cache.version2 == CLASS_VALUE { handle } else { vm.heap.slot(handle).class };
            if let Obj::Class(class) = vm.heap.obj(of)
                && class.version.get() == cache.version
                && let Some(value) = cached(vm, handle, arg, cache)
            {
                return replace_top(vm, cache.version2, value, arg);
            }
            // An object of another class than the last.
            if let Some(known) = known(vm, handle, arg >> 1, Access::Load)
                && (known.version2 != METHOD || arg & 1 == 1)
                && let Some(value) = cached(vm, handle, arg, known)
            {
                return replace_top(vm, known.version2, value, arg);
            }
        }
    }
    load_attr_slow(vm, arg)
}

/// Puts the attribute in the place of its object; for a call the object stays, or NULL.
#[inline(always)]
fn replace_top(vm: &mut Vm, kind: u64, value: Value, arg: u32) -> Flow {
    let top = vm.stack.len() - 1;
    match (arg & 1 == 1, kind) {
        (true, METHOD) => {
            let object = std::mem::replace(&mut vm.stack[top], value);
            vm.stack.push(object);
        }
        (true, _) => {
            vm.stack[top] = Value::Null;
            vm.stack.push(value);
        }
        (false, _) => vm.stack[top] = value,
    }
    Ok(())
}

/// What some instruction has found under this name in the object's class.
#[inline(always)]
fn known(vm: &Vm, handle: Handle, number: u32, access: Access) -> Option<Cache> {
    let class = vm.heap.class(vm.heap.slot(handle).class);
    vm.heap.shared.access(class.version.get(), vm.name(number).handle()?, access)
}

/// Keeps what was found: for this instruction, and for others that meet this class and this name.
fn keep(vm: &Vm, name: Value, access: Access, cache: Cache) {
    vm.current.code.caches[vm.current.pc as usize - 1].set(cache);
    if let Value::Ref(name) = name
        && cache.version2 != CLASS_VALUE
    {
        vm.heap.shared.keep_access(name, access, cache);
    }
}

#[inline(always)]
fn cached(vm: &Vm, handle: Handle, arg: u32, cache: Cache) -> Option<Value> {
    let name = vm.current.code.names[arg as usize >> 1];
    if cache.version2 == OWN {
        let own = vm.heap.attributes(handle)?;
        return own_place(vm, own, name, cache).map(|at| own.entries()[at].value);
    }
    if cache.version2 == CLASS_VALUE {
        return Some(cache.value);
    }
    if cache.version2 == SLOT {
        let Obj::Slots(values) = vm.heap.obj(handle) else { return None };
        return values.get(cache.at as usize)?.present();
    }
    match vm.heap.attributes(handle) {
        Some(own) if own.find_same(vm.heap.name_hash(name), name).is_some() => None,
        _ => Some(cache.value),
    }
}

#[inline(never)]
fn load_attr_slow(vm: &mut Vm, arg: u32) -> Flow {
    let (object, name) = (vm.peek(1), vm.name(arg >> 1));
    let is_call = arg & 1 == 1;
    let found = match vm.heap.find_attribute(object, name) {
        Ok(found) => found,
        Err(escape) => {
            return vm.settle(Err(escape), "_getattr", &[object, name], Resume::Attribute { is_call });
        }
    };
    let found = match found {
        // Types that have their say about attributes give none of their methods unbound.
        Found::Method(function) if is_call && gives_methods_bound(vm, object) => {
            Found::Value(vm.heap.bind(function, object))
        }
        found => {
            remember(vm, object, name, found, is_call);
            found
        }
    };
    vm.stack.pop();
    push_found(vm, object, found, is_call)
}

/// Whether its type looks attributes up in a way of its own.
fn gives_methods_bound(vm: &Vm, object: Value) -> bool {
    let Value::Ref(handle) = object else { return false };
    match vm.heap.obj(handle) {
        Obj::Class(_) | Obj::Super(_) | Obj::Module(_) => true,
        Obj::Method(_) => vm.heap.slot(handle).class == Type::Method.handle(),
        _ => vm.heap.user_special(object, Sym::GetAttr).is_some(),
    }
}

fn remember(vm: &mut Vm, object: Value, name: Value, found: Found, is_call: bool) {
    let Value::Ref(handle) = object else { return };
    if vm.heap.user_special(object, Sym::GetAttribute).is_some() {
        return;
    }
    let class = vm.heap.slot(handle).class;
    if vm.heap.as_class(object).is_some() {
        // What stands in the class as it is, and is not hidden by a plain `type`.
        if let Found::Value(value) = found
            && class == crate::object::Type::Type.handle()
            && vm.heap.lookup(class, name).is_none()
            && vm.heap.lookup(handle, name) == Some(value)
        {
            let version = vm.heap.class_version(handle);
            keep(vm, name, Access::Load, Cache { version, version2: CLASS_VALUE, at: 0, value });
        }
        return;
    }
    let cache = match found {
        Found::Method(function) if is_call => {
            Cache { version: vm.heap.class_version(class), version2: METHOD, at: 0, value: function }
        }
        Found::Value(_) if let Some(at) = vm.heap.slot_number(class, name) => {
            Cache { version: vm.heap.class_version(class), version2: SLOT, at, value: Value::Null }
        }
        // Neither computed nor bound: the type's own value, as it stands there.
        Found::Value(value)
            if vm.heap.lookup(class, name) == Some(value) && vm.heap.is_plain_value(value) =>
        {
            Cache { version: vm.heap.class_version(class), version2: TYPE_VALUE, at: 0, value }
        }
        Found::Value(value) if vm.heap.lookup(class, name).is_none() => {
            let Some(own) = vm.heap.attributes(handle) else { return };
            match vm.heap.find_name_at(own, name) {
                Some(at) if own.entries()[at].value == value => Cache {
                    version: vm.heap.class_version(class),
                    version2: OWN,
                    at: at as u32,
                    value: Value::Null,
                },
                _ => return,
            }
        }
        _ => return,
    };
    keep(vm, name, Access::Load, cache);
}

#[inline(always)]
pub(super) fn store_attr(vm: &mut Vm, number: u32) -> Flow {
    let (value, object) = (vm.peek(2), vm.peek(1));
    if let Value::Ref(handle) = object {
        let cache = vm.current.code.caches[vm.current.pc as usize - 1].get();
        if cache.version != 0 {
            if vm.heap.class(vm.heap.slot(handle).class).version.get() == cache.version
                && store_cached(vm, handle, number, value, cache)
            {
                return Ok(());
            }
            if let Some(known) = known(vm, handle, number, Access::Store)
                && store_cached(vm, handle, number, value, known)
            {
                return Ok(());
            }
        }
    }
    store_attr_slow(vm, number)
}

/// Stores where the cache says that objects of this class have the attribute; whether this one has it.
#[inline(always)]
fn store_cached(vm: &mut Vm, handle: Handle, number: u32, value: Value, cache: Cache) -> bool {
    if cache.version2 == SLOT {
        let Obj::Slots(values) = vm.heap.obj_mut(handle) else { return false };
        Rc::make_mut(values)[cache.at as usize] = value;
    } else {
        let Some(dict) = vm.heap.slot(handle).dict.map(DictHandle::handle) else { return false };
        let Obj::Dict(own) = vm.heap.obj(dict) else { return false };
        let Some(at) = own_place(vm, own, vm.name(number), cache) else { return false };
        vm.heap.replace_value(dict, at, value);
    }
    vm.drop_many(2);
    true
}

/// Where the name stands among an object's own attributes: most often where it stood in the last one's.
#[inline(always)]
fn own_place(vm: &Vm, own: &Dict, name: Value, cache: Cache) -> Option<usize> {
    let at = cache.at as usize;
    if let Some(entry) = own.entry(at)
        && entry.key == name
    {
        return Some(at);
    }
    own.find_same(vm.heap.name_hash(name), name)
}

#[inline(never)]
fn store_attr_slow(vm: &mut Vm, number: u32) -> Flow {
    let (value, object, name) = (vm.peek(2), vm.peek(1), vm.name(number));
    match vm.heap.set_attribute(object, name, value) {
        Ok(()) => {
            remember_store(vm, object, name);
            vm.drop_many(2);
            Ok(())
        }
        Err(Escape::Call(call)) => {
            vm.current.resume = Resume::Drop(2);
            let floor = vm.stack.len();
            vm.tail_call(*call, floor)
        }
        Err(other) => Err(other.into()),
    }
}

fn remember_store(vm: &mut Vm, object: Value, name: Value) {
    let Value::Ref(handle) = object else { return };
    let class = vm.heap.slot(handle).class;
    if let Some(at) = vm.heap.slot_number(class, name)
        && vm.heap.user_special(object, Sym::SetAttr).is_none()
    {
        let version = vm.heap.class_version(class);
        keep(vm, name, Access::Store, Cache { version, version2: SLOT, at, value: Value::Null });
        return;
    }
    if vm.heap.as_class(object).is_some()
        || vm.heap.lookup(class, name).is_some()
        || vm.heap.user_special(object, Sym::SetAttr).is_some()
    {
        return;
    }
    let Some(at) = vm.heap.attributes(handle).and_then(|own| vm.heap.find_name_at(own, name)) else { return };
    let cache =
        Cache { version: vm.heap.class_version(class), version2: OWN, at: at as u32, value: Value::Null };
    keep(vm, name, Access::Store, cache);
}

pub(super) fn delete_attr(vm: &mut Vm, number: u32) -> Flow {
    let (object, name) = (vm.peek(1), vm.name(number));
    match vm.heap.set_attribute(object, name, Value::Null) {
        Ok(()) => {
            vm.stack.pop();
            Ok(())
        }
        Err(Escape::Call(call)) => {
            vm.current.resume = Resume::Drop(1);
            let floor = vm.stack.len();
            vm.tail_call(*call, floor)
        }
        Err(other) => Err(other.into()),
    }
}

/// `super().name`: on the stack lie `super`, the class and the object.
pub(super) fn load_super_attr(vm: &mut Vm, arg: u32) -> Flow {
    let (class, object, name) = (vm.peek(2), vm.peek(1), vm.name(arg >> 2));
    let is_call = arg & 1 == 1;
    if vm.peek(3) != Value::from(Type::Super) {
        return load_other_super_attr(vm, class, object, name, arg);
    }
    let found = match vm.heap.find_super(class, object, name) {
        Ok(found) => found,
        Err(Escape::Call(call)) => {
            vm.drop_many(2);
            vm.current.resume = Resume::Attribute { is_call };
            let floor = vm.stack.len();
            return vm.tail_call(*call, floor);
        }
        Err(Escape::Twin) => return load_other_super_attr(vm, class, object, name, arg | 2),
        Err(other) => return Err(other.into()),
    };
    vm.drop_many(3);
    // Methods come bound, also for a call: only what CPython makes of the instruction when it has run a few times
    // leaves that out, which a traced program does not see.
    let value = match found {
        Found::Method(function) => vm.heap.bind(function, object),
        Found::Value(value) => value,
    };
    push_found(vm, object, Found::Value(value), is_call)
}

/// The name `super` means something else here: it is called, and has its say about the attribute.
fn load_other_super_attr(vm: &mut Vm, class: Value, object: Value, name: Value, arg: u32) -> Flow {
    let callee = vm.peek(3);
    let given = if arg & 2 != 0 { vec![class, object] } else { Vec::new() };
    let given = vm.heap.tuple(given);
    vm.drop_many(3);
    let twin = vm.prelude("_attribute_of_call");
    vm.call_values(twin, &[callee, given, name], Resume::Attribute { is_call: arg & 1 == 1 })
}

/// Pushes an attribute; for a call in the two slots that CALL expects: method and object, or NULL and callable.
#[inline(always)]
fn push_found(vm: &mut Vm, object: Value, found: Found, is_call: bool) -> Flow {
    match (found, is_call) {
        (Found::Method(function), true) => {
            vm.stack.push(function);
            vm.push(object)
        }
        (Found::Method(function), false) => {
            let bound = vm.heap.bind(function, object);
            vm.push(bound)
        }
        (Found::Value(value), true) => {
            vm.stack.push(Value::Null);
            vm.push(value)
        }
        (Found::Value(value), false) => vm.push(value),
    }
}

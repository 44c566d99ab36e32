//! Variables and constants: slots, namespaces, cells; and moving values about on the stack.

use crate::{
    isa::Op,
    object::{Cache, Handle, Obj, Type, Value},
};

use super::super::{
    Resume, Vm,
    run::Purse,
    unwind::{Flow, Leave},
};

impl Vm {
    #[inline(always)]
    pub(in crate::vm) fn push(&mut self, value: Value) -> Flow {
        self.stack.push(value);
        Ok(())
    }

    /// Pushes what stands in a variable. A number is copied as it was written, in two pieces: processors wait
    /// where they are to read at once what they have just stored apart.
    #[inline(always)]
    fn push_slot(&mut self, slot: u32) -> Flow {
        match *self.slot(slot) {
            Value::Int(int) => self.push(Value::Int(int)),
            Value::Float(float) => self.push(Value::Float(float)),
            other => self.push(other),
        }
    }

    #[inline(always)]
    pub(in crate::vm) fn pop(&mut self) -> Value {
        let value = self.peek(1);
        self.stack.truncate(self.stack.len() - 1);
        value
    }

    /// The value `depth` below the top; 1 is the top.
    #[inline(always)]
    pub(in crate::vm) fn peek(&self, depth: usize) -> Value {
        self.stack[self.stack.len() - depth]
    }

    /// Takes the topmost values off.
    pub(in crate::vm) fn pop_many(&mut self, count: usize) -> Vec<Value> {
        self.stack.split_off(self.stack.len() - count)
    }

    #[inline(always)]
    pub(in crate::vm) fn drop_many(&mut self, count: usize) {
        self.stack.truncate(self.stack.len() - count);
    }

    #[inline(always)]
    fn slot(&mut self, slot: u32) -> &mut Value {
        &mut self.stack[(self.current.base + slot) as usize]
    }

    pub(in crate::vm) fn name(&self, number: u32) -> Value {
        self.current.code.names[number as usize]
    }
}

#[inline(always)]
pub(super) fn pop_top(vm: &mut Vm) -> Flow {
    vm.stack.pop();
    Ok(())
}

#[inline(always)]
pub(super) fn push_null(vm: &mut Vm) -> Flow {
    vm.push(Value::Null)
}

pub(super) fn copy(vm: &mut Vm, depth: u32) -> Flow {
    let value = vm.peek(depth as usize);
    vm.push(value)
}

pub(super) fn swap(vm: &mut Vm, depth: u32) -> Flow {
    let top = vm.stack.len() - 1;
    vm.stack.swap(top, top + 1 - depth as usize);
    Ok(())
}

#[inline(always)]
pub(super) fn load_const(vm: &mut Vm, number: u32) -> Flow {
    let value = vm.current.code.consts[number as usize];
    vm.push(value)
}

#[inline(always)]
pub(super) fn load_fast(vm: &mut Vm, slot: u32, purse: &mut Purse) -> Flow {
    vm.push_slot(slot)?;
    match vm.go_on(purse, |next| matches!(next, Op::LoadFast | Op::LoadConst)) {
        Some(next) if next.op == Op::LoadFast => vm.push_slot(next.arg),
        Some(next) => load_const(vm, next.arg),
        None => Ok(()),
    }
}

pub(super) fn load_fast_check(vm: &mut Vm, slot: u32) -> Flow {
    match *vm.slot(slot) {
        Value::Null => unbound_local(vm, slot),
        value => vm.push(value),
    }
}

#[cold]
fn unbound_local(vm: &mut Vm, slot: u32) -> Flow {
    let name = vm.current.code.slots[slot as usize];
    let text = format!(
        "cannot access local variable '{}' where it is not associated with a value",
        vm.heap.lossy(name)
    );
    Err(vm.heap.name_error(Type::UnboundLocalError, text, name).into())
}

pub(super) fn load_fast_and_clear(vm: &mut Vm, slot: u32) -> Flow {
    let value = std::mem::replace(vm.slot(slot), Value::Null);
    vm.push(value)
}

#[inline(always)]
pub(super) fn store_fast(vm: &mut Vm, slot: u32) -> Flow {
    let value = vm.pop();
    *vm.slot(slot) = value;
    Ok(())
}

/// Where the value that an instruction has come to is to go at once: the variable that the next one stores it in.
#[inline(always)]
pub(super) fn destination<'a>(vm: &'a mut Vm, purse: &mut Purse) -> Option<&'a mut Value> {
    let store = vm.go_on(purse, |next| next == Op::StoreFast)?;
    Some(vm.slot(store.arg))
}

pub(super) fn delete_fast(vm: &mut Vm, slot: u32) -> Flow {
    if vm.slot(slot).is_null() {
        return unbound_local(vm, slot);
    }
    *vm.slot(slot) = Value::Null;
    Ok(())
}

/// The value of a name in a namespace dict.
fn in_namespace(vm: &Vm, names: Value, name: Value) -> Option<Value> {
    let dict = vm.heap.as_dict(names)?;
    vm.heap.find_name(dict, name).map(|entry| entry.value)
}

/// The value of a name that no nearer namespace has.
fn load_outer(vm: &mut Vm, name: Value) -> Flow {
    let globals = vm.current.globals.into();
    if let Some(value) = vm.heap.global(globals, name) {
        return vm.push(value);
    }
    let builtins = vm.heap.builtins_of(globals);
    if is_mapping(vm, builtins) {
        let twin = vm.prelude("_load_from");
        return vm.call_values(twin, &[name, builtins], Resume::Push);
    }
    no_name(vm, name)
}

/// A namespace that must be asked as any mapping is: no dict, or one of a class that may do otherwise.
pub(super) fn is_mapping(vm: &Vm, names: Value) -> bool {
    !vm.heap.is_exact(names, Type::Dict)
}

#[cold]
fn no_name(vm: &mut Vm, name: Value) -> Flow {
    let text = format!("name '{}' is not defined", vm.heap.lossy(name));
    Err(vm.heap.name_error(Type::NameError, text, name).into())
}

fn namespace(vm: &Vm) -> Value {
    match vm.current.names {
        Value::Null => vm.current.globals.into(),
        names => names,
    }
}

pub(super) fn load_name(vm: &mut Vm, number: u32) -> Flow {
    let (name, names) = (vm.name(number), namespace(vm));
    if is_mapping(vm, names) {
        let twin = vm.prelude("_load_name");
        return vm.call_values(twin, &[names, vm.current.globals.into(), name], Resume::Push);
    }
    match in_namespace(vm, names, name) {
        Some(value) => vm.push(value),
        None => load_outer(vm, name),
    }
}

pub(super) fn store_name(vm: &mut Vm, number: u32) -> Flow {
    let (name, value) = (vm.name(number), vm.peek(1));
    let names = namespace(vm);
    if is_mapping(vm, names) {
        let twin = vm.prelude("_store_name");
        return vm.call_values(twin, &[names, name, value], Resume::Drop(1));
    }
    vm.stack.pop();
    vm.heap.dict_set_name(names.handle().expect("a dict is on the heap"), name, value);
    Ok(())
}

fn delete_in(vm: &mut Vm, names: Handle, name: Value) -> Flow {
    let Obj::Dict(dict) = vm.heap.obj(names) else { panic!("a namespace is a dict") };
    match vm.heap.find_name_at(dict, name) {
        Some(at) => {
            vm.heap.remove_entry(names, at);
            Ok(())
        }
        None => no_name(vm, name),
    }
}

pub(super) fn delete_name(vm: &mut Vm, number: u32) -> Flow {
    let (name, names) = (vm.name(number), namespace(vm));
    if is_mapping(vm, names) {
        let twin = vm.prelude("_delete_name");
        return vm.call_values(twin, &[names, name], Resume::Drop(0));
    }
    delete_in(vm, names.handle().expect("a dict is on the heap"), name)
}

#[inline(always)]
pub(super) fn load_global(vm: &mut Vm, arg: u32) -> Flow {
    if arg & 1 == 1 {
        vm.push(Value::Null)?;
    }
    let code = &vm.current.code;
    let cache = code.caches[vm.current.pc as usize - 1].get();
    if cache.version != 0
        && let Obj::Dict(globals) = vm.heap.obj(vm.current.globals)
        && globals.has_keys_version(cache.version)
    {
        // The keys are the same, so the entry is where it was; a name of `builtins` is not hidden.
        if cache.version2 == 0 {
            let value = globals.entries()[cache.at as usize].value;
            return vm.push(value);
        }
        if let Value::Ref(builtins) = vm.heap.builtins
            && let Obj::Dict(builtins) = vm.heap.obj(builtins)
            && builtins.has_keys_version(cache.version2)
        {
            let value = builtins.entries()[cache.at as usize].value;
            return vm.push(value);
        }
    }
    load_global_slow(vm, arg >> 1)
}

#[inline(never)]
fn load_global_slow(vm: &mut Vm, number: u32) -> Flow {
    let name = vm.name(number);
    let globals = vm.current.globals.into();
    let places = [globals, vm.heap.builtins_of(globals)];
    if places.iter().any(|&names| is_mapping(vm, names)) {
        let twin = vm.prelude("_load_from");
        return vm.call_values(twin, &[name, places[0], places[1]], Resume::Push);
    }
    for (place, &names) in places.iter().enumerate() {
        let Some(dict) = vm.heap.as_dict(names) else { continue };
        let Some(at) = vm.heap.find_name_at(dict, name) else { continue };
        let value = dict.entries()[at].value;
        let version = |dict: Value| {
            let dict = vm.heap.as_dict(dict).expect("a namespace is a dict");
            dict.keys_version(|| vm.heap.new_version())
        };
        let cache = Cache {
            version: version(globals),
            version2: if place == 1 { version(names) } else { 0 },
            at: at as u32,
            value: Value::Null,
        };
        vm.current.code.caches[vm.current.pc as usize - 1].set(cache);
        return vm.push(value);
    }
    no_name(vm, name)
}

pub(super) fn store_global(vm: &mut Vm, number: u32) -> Flow {
    let (name, value) = (vm.name(number), vm.pop());
    vm.heap.dict_set_name(vm.current.globals, name, value);
    Ok(())
}

pub(super) fn delete_global(vm: &mut Vm, number: u32) -> Flow {
    let name = vm.name(number);
    delete_in(vm, vm.current.globals, name)
}

pub(super) fn load_locals(vm: &mut Vm) -> Flow {
    let names = namespace(vm);
    vm.push(names)
}

pub(super) fn make_cell(vm: &mut Vm, slot: u32) -> Flow {
    let content = *vm.slot(slot);
    let cell = vm.heap.cell(content);
    *vm.slot(slot) = cell;
    Ok(())
}

pub(super) fn copy_free_vars(vm: &mut Vm, count: u32) -> Flow {
    let closure = vm.current.function.handle().map_or(Value::None, |function| vm.function(function).closure);
    let cells = vm.heap.as_tuple(closure).cloned().unwrap_or_default();
    if cells.len() != count as usize {
        return Err(vm.bad_bytecode("a closure"));
    }
    let first = vm.current.stack_base() - count as usize;
    vm.stack[first..first + cells.len()].copy_from_slice(&cells);
    Ok(())
}

fn cell_content(vm: &mut Vm, slot: u32) -> Result<Value, Leave> {
    let Value::Ref(cell) = *vm.slot(slot) else { return Ok(Value::Null) };
    match vm.heap.obj(cell) {
        Obj::Cell(content) => Ok(*content),
        _ => Err(vm.bad_bytecode("a cell")),
    }
}

fn set_cell(vm: &mut Vm, slot: u32, value: Value) -> Flow {
    if let Value::Ref(cell) = *vm.slot(slot)
        && let Obj::Cell(content) = vm.heap.obj_mut(cell)
    {
        *content = value;
        return Ok(());
    }
    Err(vm.bad_bytecode("a cell"))
}

#[cold]
fn unbound_cell(vm: &mut Vm, slot: u32) -> Flow {
    let first_free = vm.current.code.nslots - vm.current.code.nfree;
    if slot < first_free {
        return unbound_local(vm, slot);
    }
    let name = vm.current.code.slots[slot as usize];
    let text = format!(
        "cannot access free variable '{}' where it is not associated with a value in enclosing scope",
        vm.heap.lossy(name)
    );
    Err(vm.heap.name_error(Type::NameError, text, name).into())
}

pub(super) fn load_deref(vm: &mut Vm, slot: u32) -> Flow {
    match cell_content(vm, slot)? {
        Value::Null => unbound_cell(vm, slot),
        value => vm.push(value),
    }
}

pub(super) fn store_deref(vm: &mut Vm, slot: u32) -> Flow {
    let value = vm.pop();
    set_cell(vm, slot, value)
}

pub(super) fn delete_deref(vm: &mut Vm, slot: u32) -> Flow {
    if cell_content(vm, slot)?.is_null() {
        return unbound_cell(vm, slot);
    }
    set_cell(vm, slot, Value::Null)
}

pub(super) fn load_from_dict_or_globals(vm: &mut Vm, number: u32) -> Flow {
    let (name, names) = (vm.name(number), vm.peek(1));
    if is_mapping(vm, names) {
        let twin = vm.prelude("_load_name");
        return vm.call_values(twin, &[names, vm.current.globals.into(), name], Resume::Replace(1));
    }
    vm.stack.pop();
    match in_namespace(vm, names, name) {
        Some(value) => vm.push(value),
        None => load_outer(vm, name),
    }
}

pub(super) fn load_from_dict_or_deref(vm: &mut Vm, slot: u32) -> Flow {
    let names = vm.peek(1);
    let name = vm.current.code.slots[slot as usize];
    if is_mapping(vm, names) {
        let content = cell_content(vm, slot)?;
        let content = if content.is_null() { Vec::new() } else { vec![content] };
        let twin = vm.prelude("_load_name_or_cell");
        let args = [&[names, name][..], &content].concat();
        return vm.call_values(twin, &args, Resume::Replace(1));
    }
    vm.stack.pop();
    match in_namespace(vm, names, name) {
        Some(value) => vm.push(value),
        None => load_deref(vm, slot),
    }
}

//! From the arguments of a call to the parameters of a function, and CPython's words where they do not fit.

use crate::object::{
    Arity, CodeObject, Dict, Function, Handle, Native, Parameters, Type, VARARGS, VARKEYWORDS, Value,
};

use super::{
    Vm,
    unwind::{Flow, Leave},
};

/// Calls a Python function whose arguments need sorting.
pub(super) fn call(vm: &mut Vm, handle: Handle, first: usize, floor: usize, names: Option<&[Value]>) -> Flow {
    let function = vm.function(handle).clone();
    let args = vm.stack.split_off(first);
    let slots = Binding { vm, function: &function, slots: Vec::new() }.bind(&args, names)?;
    vm.stack.extend(slots);
    let code = function.code.clone();
    vm.open(code, function.code_handle, function.globals, handle.into(), function.hidden, first, floor)
}

struct Binding<'a> {
    vm: &'a mut Vm,
    function: &'a Function,
    slots: Vec<Value>,
}

impl Binding<'_> {
    fn code(&self) -> &CodeObject {
        &self.function.code
    }

    fn error(&mut self, text: &str) -> Leave {
        let name = self.vm.heap.lossy(self.function.qualname).into_owned();
        self.vm.heap.type_error(format!("{name}() {text}")).into()
    }

    fn slot_name(&self, slot: usize) -> String {
        self.vm.heap.lossy(self.code().slots[slot]).into_owned()
    }

    fn bind(mut self, args: &[Value], names: Option<&[Value]>) -> Result<Vec<Value>, Leave> {
        let names = names.unwrap_or(&[]);
        let (positional, keywords) = args.split_at(args.len() - names.len());
        let argcount = self.code().argcount as usize;
        let named = argcount + self.code().kwonlyargcount as usize;
        self.slots = vec![Value::Null; self.code().nslots as usize];
        let taken = positional.len().min(argcount);
        self.slots[..taken].copy_from_slice(&positional[..taken]);
        let mut next = named;
        if self.code().has_flag(VARARGS) {
            self.slots[next] = self.vm.heap.tuple(positional[taken..].to_vec());
            next += 1;
        }
        let extra = self.code().has_flag(VARKEYWORDS).then(|| {
            self.slots[next] = self.vm.heap.dict(Dict::default());
            self.slots[next]
        });
        for (&name, &value) in names.iter().zip(keywords) {
            self.keyword(name, value, names, extra)?;
        }
        if positional.len() > argcount && !self.code().has_flag(VARARGS) {
            return Err(self.too_many(positional.len()));
        }
        self.defaults(positional.len())?;
        Ok(self.slots)
    }

    fn keyword(
        &mut self,
        name: Value,
        value: Value,
        names: &[Value],
        extra: Option<Value>,
    ) -> Result<(), Leave> {
        if self.vm.heap.as_str(name).is_none() {
            return Err(self.error("keywords must be strings"));
        }
        let code = self.function.code.clone();
        let named = (code.argcount + code.kwonlyargcount) as usize;
        let is_it = |slot: &usize| {
            let other = code.slots[*slot];
            other == name || self.vm.heap.as_str(other) == self.vm.heap.as_str(name)
        };
        let slot = (code.posonlyargcount as usize..named).find(is_it);
        let text = self.vm.heap.lossy(name).into_owned();
        match (slot, extra) {
            (Some(slot), _) if !self.slots[slot].is_null() => {
                Err(self.error(&format!("got multiple values for argument '{text}'")))
            }
            (Some(slot), _) => {
                self.slots[slot] = value;
                Ok(())
            }
            (None, Some(Value::Ref(dict))) => {
                self.vm.heap.dict_set_name(dict, name, value);
                Ok(())
            }
            (None, _) => {
                if let Some(text) = self.positional_only(names) {
                    return Err(self.error(&text));
                }
                Err(self.error(&format!("got an unexpected keyword argument '{text}'")))
            }
        }
    }

    fn positional_only(&self, names: &[Value]) -> Option<String> {
        let only = &self.code().slots[..self.code().posonlyargcount as usize];
        let heap = &self.vm.heap;
        let wrong: Vec<String> = only
            .iter()
            .filter(|&&slot| names.iter().any(|&name| heap.as_str(name) == heap.as_str(slot)))
            .map(|&slot| heap.lossy(slot).into_owned())
            .collect();
        let list = wrong.join(", ");
        (!wrong.is_empty())
            .then(|| format!("got some positional-only arguments passed as keyword arguments: '{list}'"))
    }

    fn too_many(&mut self, given: usize) -> Leave {
        let (argcount, kwonly) = (self.code().argcount as usize, self.code().kwonlyargcount as usize);
        let defaults = self.vm.heap.as_tuple(self.function.defaults).map_or(0, |items| items.len());
        let kwonly_given =
            self.slots[argcount..argcount + kwonly].iter().filter(|slot| !slot.is_null()).count();
        let s = |count: usize| if count == 1 { "" } else { "s" };
        let takes = match defaults {
            0 => format!("{argcount} positional argument{}", s(argcount)),
            _ => format!("from {} to {argcount} positional arguments", argcount - defaults),
        };
        let and = match kwonly_given {
            0 => String::new(),
            _ => format!(
                " positional argument{} (and {kwonly_given} keyword-only argument{})",
                s(given),
                s(kwonly_given)
            ),
        };
        let were = if given == 1 && kwonly_given == 0 { "was" } else { "were" };
        self.error(&format!("takes {takes} but {given}{and} {were} given"))
    }

    /// Fills what was not given.
    fn defaults(&mut self, given: usize) -> Result<(), Leave> {
        let (argcount, kwonly) = (self.code().argcount as usize, self.code().kwonlyargcount as usize);
        let defaults = self.vm.heap.as_tuple(self.function.defaults).cloned().unwrap_or_default();
        let required = argcount - defaults.len();
        let missing: Vec<usize> = (given..required).filter(|&slot| self.slots[slot].is_null()).collect();
        if !missing.is_empty() {
            return Err(self.missing("positional", &missing));
        }
        for slot in given.max(required)..argcount {
            if self.slots[slot].is_null() {
                self.slots[slot] = defaults[slot - required];
            }
        }
        let mut missing = Vec::new();
        for slot in argcount..argcount + kwonly {
            if !self.slots[slot].is_null() {
                continue;
            }
            let name = self.code().slots[slot];
            let defaults = self.vm.heap.as_dict(self.function.kwdefaults);
            match defaults.and_then(|dict| self.vm.heap.find_name(dict, name)) {
                Some(entry) => self.slots[slot] = entry.value,
                None => missing.push(slot),
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.missing("keyword-only", &missing)) }
    }

    fn missing(&mut self, kind: &str, slots: &[usize]) -> Leave {
        let names: Vec<String> = slots.iter().map(|&slot| format!("'{}'", self.slot_name(slot))).collect();
        let list = match names.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
            [] => String::new(),
        };
        let s = if names.len() == 1 { "" } else { "s" };
        self.error(&format!("missing {} required {kind} argument{s}: {list}", names.len()))
    }
}

/// Checks the arguments of a native, from `first` up to the top of the stack, against what it takes. `owner` is
/// the type that a method belongs to. Named parameters come back in their order.
pub(super) fn native(
    vm: &mut Vm,
    native: &'static Native,
    owner: Option<Handle>,
    first: usize,
    names: Option<&[Value]>,
) -> Result<Option<Vec<Value>>, Leave> {
    let names = names.unwrap_or(&[]);
    let mut first = first;
    if let Some(owner) = owner {
        check_self(vm, native, owner, first)?;
        first += 1;
    }
    let given = vm.stack.len() - first - names.len();
    if let Arity::Named(parameters) = native.arity {
        let mut values = named(vm, native, parameters, first, names)?;
        if owner.is_some() {
            values.insert(0, vm.stack[first - 1]);
        }
        return Ok(Some(values));
    }
    let fits = match native.arity {
        Arity::Any => return Ok(None),
        Arity::Zero => given == 0,
        Arity::One => given == 1,
        Arity::Positional(least, most) => (least as usize..=most as usize).contains(&given),
        Arity::AtLeast(least) => given >= least as usize,
        Arity::Named(_) => unreachable!("done above"),
    };
    if fits && names.is_empty() {
        return Ok(None);
    }
    let full = full_name(vm, native, owner);
    let text = if names.is_empty() {
        wrong_count(native, &full, given)
    } else {
        format!("{full}() takes no keyword arguments")
    };
    Err(vm.heap.type_error(text).into())
}

fn full_name(vm: &Vm, native: &Native, owner: Option<Handle>) -> String {
    match owner {
        Some(owner) => format!("{}.{}", vm.heap.class(owner).name, native.name),
        None => native.name.to_owned(),
    }
}

fn check_self(vm: &mut Vm, native: &Native, owner: Handle, first: usize) -> Result<(), Leave> {
    let Some(&this) = vm.stack.get(first) else {
        let full = full_name(vm, native, Some(owner));
        return Err(vm.heap.type_error(format!("unbound method {full}() needs an argument")).into());
    };
    if vm.heap.is_instance(this, owner) {
        return Ok(());
    }
    let (class, given) = (vm.heap.class(owner).name.clone(), vm.heap.type_name(this));
    let text = if native.name.starts_with("__") {
        format!("descriptor '{}' requires a '{class}' object but received a '{given}'", native.name)
    } else {
        format!("descriptor '{}' for '{class}' objects doesn't apply to a '{given}' object", native.name)
    };
    Err(vm.heap.type_error(text).into())
}

fn wrong_count(native: &Native, full: &str, given: usize) -> String {
    let name = native.name;
    let s = |count: u8| if count == 1 { "" } else { "s" };
    match native.arity {
        Arity::Zero => format!("{full}() takes no arguments ({given} given)"),
        Arity::One => format!("{full}() takes exactly one argument ({given} given)"),
        Arity::Positional(least, most) if least == most => {
            format!("{name} expected {least} argument{}, got {given}", s(least))
        }
        Arity::Positional(least, _) | Arity::AtLeast(least) if given < least as usize => {
            format!("{name} expected at least {least} argument{}, got {given}", s(least))
        }
        Arity::Positional(_, most) => {
            format!("{name} expected at most {most} argument{}, got {given}", s(most))
        }
        Arity::AtLeast(_) | Arity::Any | Arity::Named(_) => unreachable!("these take any number"),
    }
}

fn named(
    vm: &mut Vm,
    native: &Native,
    parameters: &Parameters,
    first: usize,
    names: &[Value],
) -> Result<Vec<Value>, Leave> {
    let name = native.name;
    let given = vm.stack.len() - first - names.len();
    let (most, least) = (parameters.positional as usize, parameters.required as usize);
    let s = |count: usize| if count == 1 { "" } else { "s" };
    if given > most {
        let atmost = if least == most { "exactly" } else { "at most" };
        let text = format!("{name}() takes {atmost} {most} positional argument{} ({given} given)", s(most));
        return Err(vm.heap.type_error(text).into());
    }
    let mut values = vec![Value::Null; parameters.names.len()];
    values[..given].copy_from_slice(&vm.stack[first..first + given]);
    for (number, &keyword) in names.iter().enumerate() {
        let text = vm.heap.lossy(keyword).into_owned();
        let value = vm.stack[first + given + number];
        let only = parameters.positional_only as usize;
        match parameters.names.iter().skip(only).position(|&known| known == text) {
            Some(at) if values[only + at].is_null() => values[only + at] = value,
            Some(at) => {
                let text = format!(
                    "argument for {name}() given by name ('{text}') and position ({})",
                    only + at + 1
                );
                return Err(vm.heap.type_error(text).into());
            }
            None => {
                let text = format!("{name}() got an unexpected keyword argument '{text}'");
                return Err(vm.heap.type_error(text).into());
            }
        }
    }
    if let Some(at) = (0..least).find(|&at| values[at].is_null()) {
        let text = if at < parameters.positional_only as usize {
            format!("{name}() takes at least {least} positional argument{} ({given} given)", s(least))
        } else {
            format!("{name}() missing required argument '{}' (pos {})", parameters.names[at], at + 1)
        };
        return Err(vm.heap.raise(Type::TypeError, text).into());
    }
    Ok(values)
}

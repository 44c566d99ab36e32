//! From the arguments of a call to the parameters of a function, and CPython's words where they do not fit.

use crate::{
    builtins,
    object::{
        Arity, CodeObject, Dict, Function, Handle, Native, Parameters, Type, VARARGS, VARKEYWORDS, Value,
    },
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
        let name = self.name();
        self.vm.heap.type_error(format!("{name}() {text}")).into()
    }

    /// What messages call it: a function of the prelude stands for a native.
    fn name(&self) -> String {
        let name = self.vm.heap.lossy(self.function.qualname);
        if self.function.hidden { name.trim_start_matches('_').to_owned() } else { name.into_owned() }
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
                if self.function.hidden {
                    let text = format!("'{text}' is an invalid keyword argument for {}()", self.name());
                    return Err(self.vm.heap.type_error(text).into());
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
            _ => format!("from {} to {argcount} positional arguments", argcount as isize - defaults as isize),
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
        // There may be more defaults than parameters: the last are used.
        let required = argcount.saturating_sub(defaults.len());
        let unused = defaults.len().saturating_sub(argcount);
        let missing: Vec<usize> = (given..required).filter(|&slot| self.slots[slot].is_null()).collect();
        if !missing.is_empty() {
            return Err(self.missing("positional", &missing));
        }
        for slot in given.max(required)..argcount {
            if self.slots[slot].is_null() {
                self.slots[slot] = defaults[unused + slot - required];
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
/// the type that it belongs to as a method, `home` the type or module it stands in. Named parameters come back in
/// their order.
pub(super) fn native(
    vm: &mut Vm,
    native: &'static Native,
    owner: Option<Handle>,
    home: Handle,
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
        let mut values = named(vm, native, home, parameters, first, names)?;
        if owner.is_some() {
            values.insert(0, vm.stack[first - 1]);
        }
        return Ok(Some(values));
    }
    let fits = match native.arity {
        Arity::Any => return Ok(None),
        Arity::Zero => given == 0,
        Arity::One => given == 1,
        Arity::Positional(least, most) | Arity::Tuple(least, most) => {
            (least as usize..=most as usize).contains(&given)
        }
        Arity::AtLeast(least) => given >= least as usize,
        Arity::Named(_) => unreachable!("done above"),
    };
    if fits && names.is_empty() {
        return Ok(None);
    }
    let (name, hidden) = spoken(vm, native, home);
    let full = owner.map_or_else(|| name.clone(), |owner| full_name(vm, native, Some(owner)));
    // What makes an object has the words of its type.
    let is_slot = native.name != "__init__" && owner.is_some_and(|owner| is_slot(owner, native));
    let text = if is_slot && names.is_empty() {
        wrong_count_of_slot(native.arity, given)
    } else if is_slot {
        format!("wrapper {}() takes no keyword arguments", native.name)
    } else if names.is_empty() {
        wrong_count(native.arity, &name, &full, given, hidden)
    } else {
        format!("{full}() takes no keyword arguments")
    };
    Err(vm.heap.type_error(text).into())
}

/// Whether it is one of the slots of a type, which have words of their own.
fn is_slot(owner: Handle, native: &Native) -> bool {
    builtins::kind_of_method(owner, native.name) == Type::SlotWrapper
}

fn wrong_count_of_slot(arity: Arity, given: usize) -> String {
    let (which, count) = match arity {
        Arity::Positional(least, most) | Arity::Tuple(least, most) if least != most => {
            match given < least as usize {
                true => ("at least ", least),
                false => ("at most ", most),
            }
        }
        Arity::Positional(count, _) | Arity::Tuple(count, _) | Arity::AtLeast(count) => ("", count),
        Arity::One => ("", 1),
        Arity::Zero | Arity::Any | Arity::Named(_) => ("", 0),
    };
    format!("expected {which}{count} argument{}, got {given}", plural(count as usize))
}

fn full_name(vm: &Vm, native: &Native, owner: Option<Handle>) -> String {
    match owner {
        Some(owner) => format!("{}.{}", vm.heap.class(owner).name, native.name),
        None => native.name.to_owned(),
    }
}

fn check_self(vm: &mut Vm, native: &Native, owner: Handle, first: usize) -> Result<(), Leave> {
    let Some(&this) = vm.stack.get(first) else {
        if is_slot(owner, native) {
            let class = &vm.heap.class(owner).name;
            let text = format!("descriptor '{}' of '{class}' object needs an argument", native.name);
            return Err(vm.heap.type_error(text).into());
        }
        let full = full_name(vm, native, Some(owner));
        return Err(vm.heap.type_error(format!("unbound method {full}() needs an argument")).into());
    };
    if vm.heap.is_instance(this, owner) {
        return Ok(());
    }
    let (class, given) = (vm.heap.class(owner).name.clone(), vm.heap.type_name(this));
    let text = if is_slot(owner, native) {
        format!("descriptor '{}' requires a '{class}' object but received a '{given}'", native.name)
    } else {
        format!("descriptor '{}' for '{class}' objects doesn't apply to a '{given}' object", native.name)
    };
    Err(vm.heap.type_error(text).into())
}

/// What messages call a native, and how many of its parameters they do not speak of: `__new__` is the class itself.
fn spoken(vm: &Vm, native: &Native, home: Handle) -> (String, usize) {
    match native.name {
        "__new__" => (vm.heap.class(home).name.to_string(), 1),
        "__init__" => (vm.heap.class(home).name.to_string(), 0),
        name => (name.to_owned(), 0),
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn wrong_count(arity: Arity, name: &str, full: &str, given: usize, hidden: usize) -> String {
    let given = given.saturating_sub(hidden);
    let (least, most) = match arity {
        Arity::Zero => return format!("{full}() takes no arguments ({given} given)"),
        Arity::One => return format!("{full}() takes exactly one argument ({given} given)"),
        Arity::Positional(least, most) | Arity::Tuple(least, most) => {
            (least as usize - hidden, most as usize - hidden)
        }
        Arity::AtLeast(least) => (least as usize - hidden, usize::MAX),
        Arity::Any | Arity::Named(_) => unreachable!("these take any number"),
    };
    let (bound, count) = match given < least {
        _ if least == most => ("", least),
        true => ("at least ", least),
        false => ("at most ", most),
    };
    if matches!(arity, Arity::Tuple(..)) {
        let bound = if bound.is_empty() { "exactly " } else { bound };
        return format!("{name}() takes {bound}{count} argument{} ({given} given)", plural(count));
    }
    format!("{name} expected {bound}{count} argument{}, got {given}", plural(count))
}

fn named(
    vm: &mut Vm,
    native: &Native,
    home: Handle,
    parameters: &Parameters,
    first: usize,
    names: &[Value],
) -> Result<Vec<Value>, Leave> {
    let (name, hidden) = spoken(vm, native, home);
    let given = vm.stack.len() - first - names.len();
    if let Some(text) = too_many_named(&name, parameters, given - hidden, names.len(), hidden) {
        return Err(vm.heap.type_error(text).into());
    }
    let mut values = vec![Value::Null; parameters.names.len()];
    values[..given].copy_from_slice(&vm.stack[first..first + given]);
    let only = parameters.positional_only as usize;
    let mut wrong = None;
    for (number, &keyword) in names.iter().enumerate() {
        let text = vm.heap.lossy(keyword).into_owned();
        let value = vm.stack[first + given + number];
        match parameters.names.iter().skip(only).position(|&known| known == text) {
            Some(at) if values[only + at].is_null() => values[only + at] = value,
            Some(at) => {
                let place = only + at + 1 - hidden;
                let text = format!("argument for {name}() given by name ('{text}') and position ({place})");
                wrong = wrong.or(Some(text));
            }
            None => {
                let text = format!("'{text}' is an invalid keyword argument for {name}()");
                wrong = wrong.or(Some(text));
            }
        }
    }
    // What is missing is said before what is too much.
    let least = parameters.required as usize;
    let missing = (0..least).find(|&at| values[at].is_null());
    match missing.map(|at| missing_named(&name, parameters, at, given - hidden, hidden)).or(wrong) {
        None => Ok(values),
        Some(text) => Err(vm.heap.type_error(text).into()),
    }
}

/// Whether a native's positional arguments are all required and nothing but positional: these are worded apart.
fn is_strict(parameters: &Parameters) -> bool {
    parameters.positional_only == parameters.positional && parameters.positional == parameters.required
}

fn too_many_named(
    name: &str,
    parameters: &Parameters,
    given: usize,
    keywords: usize,
    hidden: usize,
) -> Option<String> {
    let (all, most) = (parameters.names.len() - hidden, parameters.positional as usize - hidden);
    if given > most && is_strict(parameters) && most > 0 {
        return Some(format!("{name} expected {most} argument{}, got {given}", plural(most)));
    }
    if given + keywords > all {
        let total = given + keywords;
        return Some(format!("{name}() takes at most {all} argument{} ({total} given)", plural(all)));
    }
    if given <= most {
        return None;
    }
    if most == 0 {
        return Some(format!("{name}() takes no positional arguments"));
    }
    let bound = if parameters.required as usize - hidden == most { "exactly" } else { "at most" };
    Some(format!("{name}() takes {bound} {most} positional argument{} ({given} given)", plural(most)))
}

fn missing_named(name: &str, parameters: &Parameters, at: usize, given: usize, hidden: usize) -> String {
    let least = parameters.required as usize - hidden;
    if is_strict(parameters) {
        return format!("{name} expected {least} argument{}, got {given}", plural(least));
    }
    if at < parameters.positional_only as usize {
        return format!(
            "{name}() takes at least {least} positional argument{} ({given} given)",
            plural(least)
        );
    }
    format!("{name}() missing required argument '{}' (pos {})", parameters.names[at], at + 1 - hidden)
}

//! From the arguments of a call to what a native takes, and CPython's words where they do not fit.

use crate::{
    builtins,
    object::{Arity, Handle, Native, Parameters, Type, Value},
};

use super::{super::unwind::Leave, Vm, plural};

/// Checks the arguments of a native, from `first` up to the top of the stack, against what it takes. `owner` is
/// the type that it belongs to as a method, `home` the type or module it stands in. Named parameters come back in
/// their order.
pub(in crate::vm) fn native(
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
        let this = vm.stack[..vm.stack.len() - names.len()].get(first).copied();
        check_self(vm, native, owner, this)?;
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

fn check_self(vm: &mut Vm, native: &Native, owner: Handle, this: Option<Value>) -> Result<(), Leave> {
    let Some(this) = this else {
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
        // A class method is given its class.
        "from_bytes" => (native.name.to_owned(), 1),
        name => (name.to_owned(), 0),
    }
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
        let kind = if given == 0 { "keyword " } else { "" };
        return Some(format!("{name}() takes at most {all} {kind}argument{} ({total} given)", plural(all)));
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

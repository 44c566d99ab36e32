//! "Did you mean ...?": names that are close to one that was not found.

use crate::{
    builtins::closest,
    object::{Handle, Heap, Obj, Sym, Type, Value},
};

use super::{Vm, traceback};

/// The words that follow the message, if there is something to suggest.
pub(super) fn suggestion(vm: &Vm, raised: Handle) -> Option<String> {
    // Classes of the program that derive from these say themselves what is wrong.
    let is = |of: Type| vm.heap.is_exact(raised.into(), of);
    let [name, object] = vm.heap.exception(raised).extra;
    let text = |value: Value| Some(vm.heap.as_str(value)?.text().as_str()?.to_owned());
    let found = if is(Type::NameError) {
        return for_name(vm, raised, &text(name)?);
    } else if asks_for_names(&vm.heap, raised) {
        // The prelude has put it into the text.
        return None;
    } else if is(Type::AttributeError) {
        closest(&text(name)?, &attributes(vm, object))?
    } else if is(Type::ImportError) {
        let wanted = vm.heap.own(raised, vm.heap.interned("name_from")?)?;
        let module = vm.heap.find_module(&text(name)?)?;
        closest(&text(wanted)?, &attributes(vm, module))?
    } else {
        return None;
    };
    Some(format!(". Did you mean: '{found}'?"))
}

/// Whether the object that lacks an attribute lists its attributes by itself.
pub(super) fn asks_for_names(heap: &Heap, raised: Handle) -> bool {
    let [_, object] = heap.exception(raised).extra;
    heap.is_exact(raised.into(), Type::AttributeError) && heap.user_special(object, Sym::Dir).is_some()
}

/// For a name that the innermost frame of the traceback did not know: one that it did, or a module to import.
fn for_name(vm: &Vm, raised: Handle, wrong: &str) -> Option<String> {
    let line = traceback::lines(&vm.heap, raised).pop()?;
    let frame = vm.heap.frame(line.frame);
    let locals: Vec<String> = line.code.code.varnames().map(ToString::to_string).collect();
    let of_self =
        locals.iter().any(|name| name == "self").then(|| variable(vm, line.frame, "self")).flatten();
    let found = if of_self.is_some_and(|of| attributes(vm, of).iter().any(|name| name == wrong)) {
        Some(format!("self.{wrong}"))
    } else {
        let (mut globals, mut builtins) = (Vec::new(), Vec::new());
        names_of(vm, frame.globals.into(), &mut globals);
        names_of(vm, vm.heap.builtins_of(frame.globals.into()), &mut builtins);
        [locals, globals, builtins].iter().find_map(|names| closest(wrong, names))
    };
    let is_module = vm.heap.dialect.library.lines().any(|name| name == wrong);
    match found {
        Some(found) if is_module => {
            Some(format!(". Did you mean: '{found}'? Or did you forget to import '{wrong}'?"))
        }
        Some(found) => Some(format!(". Did you mean: '{found}'?")),
        None => is_module.then(|| format!(". Did you forget to import '{wrong}'?")),
    }
}

/// The value that a variable had when the frame ended.
fn variable(vm: &Vm, frame: Handle, name: &str) -> Option<Value> {
    let frame = vm.heap.frame(frame);
    let at = frame.code.slots.iter().position(|&slot| vm.heap.lossy(slot) == name)?;
    match frame.values.get(at)?.present()? {
        Value::Ref(cell) => match vm.heap.obj(cell) {
            Obj::Cell(content) => content.present(),
            _ => Some(cell.into()),
        },
        plain => Some(plain),
    }
}

fn names_of(vm: &Vm, names: Value, into: &mut Vec<String>) {
    if let Some(dict) = vm.heap.as_dict(names) {
        let keys = dict.iter().filter_map(|entry| vm.heap.as_str(entry.key));
        into.extend(keys.map(|key| key.text().to_lossy()));
    }
}

/// What `dir(object)` would list, as far as it takes no Python code to know.
fn attributes(vm: &Vm, object: Value) -> Vec<String> {
    let mut names = Vec::new();
    if let Value::Ref(handle) = object {
        // `super()` shows the names that its object has of its own.
        let holder = match vm.heap.obj(handle) {
            Obj::Super(parts) => parts.object.handle().unwrap_or(handle),
            _ => handle,
        };
        if let Some(dict) = vm.heap.slot(holder).dict {
            names_of(vm, dict.handle().into(), &mut names);
        }
        if vm.heap.as_class(object).is_some() {
            class_names(vm, handle, &mut names);
        }
    }
    class_names(vm, vm.heap.class_of(object), &mut names);
    names.sort_unstable();
    names.dedup();
    names
}

fn class_names(vm: &Vm, class: Handle, names: &mut Vec<String>) {
    for &each in vm.heap.class(class).mro.iter() {
        if let Some(dict) = vm.heap.slot(each).dict {
            names_of(vm, dict.handle().into(), names);
        }
    }
}

//! "Did you mean ...?": names that are close to one that was not found.

use crate::object::{Handle, Obj, Type, Value};

use super::{Vm, traceback};

/// More candidates than this are not looked at.
const MOST_CANDIDATES: usize = 750;
const LONGEST: usize = 40;
const MOVE: usize = 2;
const CASE: usize = 1;

/// The words that follow the message, if there is something to suggest.
pub(super) fn suggestion(vm: &Vm, raised: Handle) -> Option<String> {
    let is = |of: Type| vm.heap.is_instance(raised.into(), of);
    let [name, object] = vm.heap.exception(raised).extra;
    let text = |value: Value| Some(vm.heap.as_str(value)?.text().as_str()?.to_owned());
    let found = if is(Type::NameError) {
        return for_name(vm, raised, &text(name)?);
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
        if let Some(dict) = vm.heap.slot(handle).dict {
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

fn closest(wrong: &str, candidates: &[String]) -> Option<String> {
    if candidates.len() >= MOST_CANDIDATES {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == wrong {
            continue;
        }
        let most = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        let most = best.map_or(most, |(distance, _)| most.min(distance - 1));
        if let Some(distance) = distance(wrong.as_bytes(), candidate.as_bytes(), most)
            && best.is_none_or(|(known, _)| distance < known)
        {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, found)| found.to_owned())
}

/// The edit distance, unless it is more than `most`: 2 for a change, 1 for a change of case only.
fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    let (mut a, mut b) = (a, b);
    if a == b {
        return Some(0);
    }
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        let distance = (a.len() + b.len()) * MOVE;
        return (distance <= most).then_some(distance);
    }
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    if b.len() < a.len() {
        (a, b) = (b, a);
    }
    if (b.len() - a.len()) * MOVE > most {
        return None;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|number| number * MOVE).collect();
    let mut result = 0;
    for (number, &y) in b.iter().enumerate() {
        let mut diagonal = number * MOVE;
        result = diagonal;
        let mut least = usize::MAX;
        for (at, &x) in a.iter().enumerate() {
            let change = diagonal + cost(x, y);
            diagonal = row[at];
            result = change.min(result.min(diagonal) + MOVE);
            row[at] = result;
            least = least.min(result);
        }
        if least > most {
            return None;
        }
    }
    (result <= most).then_some(result)
}

fn cost(a: u8, b: u8) -> usize {
    match a == b {
        true => 0,
        false if a.eq_ignore_ascii_case(&b) => CASE,
        false => MOVE,
    }
}

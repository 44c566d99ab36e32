//! "Did you mean ...?": names that are close to one that was not found.

use crate::object::{Handle, OPTIMIZED, Type, Value};

use super::{Vm, traceback};

/// More candidates than this are not looked at.
const MOST_CANDIDATES: usize = 750;
const LONGEST: usize = 40;
const MOVE: usize = 2;
const CASE: usize = 1;

/// The words that follow the message, if there is something to suggest.
pub(super) fn suggestion(vm: &Vm, raised: Handle) -> Option<String> {
    let [name, object] = vm.heap.exception(raised).extra;
    let wrong = vm.heap.as_str(name)?.text().as_str()?.to_owned();
    let candidates = if vm.heap.is_instance(raised.into(), Type::NameError) {
        names_in_sight(vm, raised)?
    } else if vm.heap.is_instance(raised.into(), Type::AttributeError) {
        attributes(vm, object)
    } else {
        return None;
    };
    let found = closest(&wrong, &candidates)?;
    Some(format!(". Did you mean: '{found}'?"))
}

fn names_of(vm: &Vm, names: Value, into: &mut Vec<String>) {
    if let Some(dict) = vm.heap.as_dict(names) {
        let keys = dict.iter().filter_map(|entry| vm.heap.as_str(entry.key));
        into.extend(keys.map(|key| key.text().to_lossy()));
    }
}

/// The names that the innermost frame of the traceback could have meant.
fn names_in_sight(vm: &Vm, raised: Handle) -> Option<Vec<String>> {
    let line = traceback::lines(&vm.heap, raised).pop()?;
    let mut names = Vec::new();
    if line.code.has_flag(OPTIMIZED) {
        names.extend(line.code.slots.iter().map(|&slot| vm.heap.lossy(slot).into_owned()));
    }
    names_of(vm, vm.heap.frame(line.frame).globals.into(), &mut names);
    names_of(vm, vm.heap.builtins, &mut names);
    Some(names)
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

fn closest<'a>(wrong: &str, candidates: &'a [String]) -> Option<&'a str> {
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
    best.map(|(_, found)| found)
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

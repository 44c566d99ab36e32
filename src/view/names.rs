//! The names that mean something in the selected frame: its variables, its cells, the globals it uses.

use super::{
    NameGroup, NameRow,
    moment::{Now, Shown},
};
use crate::{
    code::LocalKind,
    isa::ArgKind,
    object::{Heap, OPTIMIZED, Value},
};

pub fn names(now: &Now, before: Option<&Now>, shown: &Shown) -> Vec<NameGroup> {
    let old = before.and_then(|before| before.frame(shown.frame.id));
    let mut groups = Vec::new();
    let is_function = shown.frame.code.has_flag(OPTIMIZED);
    if !is_function {
        let title = if &*shown.facts.code.name == "<module>" { "Module names" } else { "Class names" };
        groups.push(NameGroup { title, rows: namespace(now, before, shown) });
    }
    let kinds = [("Locals", LocalKind::LOCAL), ("Cells", LocalKind::CELL), ("Free", LocalKind::FREE)];
    for (title, kind) in kinds {
        let rows = slots(now, shown, old, kind);
        if !rows.is_empty() || (title == "Locals" && is_function) {
            groups.push(NameGroup { title, rows });
        }
    }
    if is_function {
        let rows = globals(now, before, shown);
        if !rows.is_empty() {
            groups.push(NameGroup { title: "Globals used here", rows });
        }
    }
    if let Some(handled) = now.vm.handling().present().filter(|handled| !handled.is_none()) {
        let row = NameRow {
            name: "exception".to_owned(),
            value: Some(now.describe(handled)),
            note: "",
            changed: before.is_some_and(|before| before.vm.handling() != handled),
        };
        groups.push(NameGroup { title: "Being handled", rows: vec![row] });
    }
    groups
}

/// A parameter that an inner function uses is a cell and stands with those.
fn slots(now: &Now, shown: &Shown, old: Option<&Shown>, kind: u8) -> Vec<NameRow> {
    let code = &shown.facts.code;
    let stars = [crate::object::VARARGS, crate::object::VARKEYWORDS];
    let stars = stars.iter().filter(|&&flag| code.flags & flag != 0).count();
    let parameters = (code.argcount + code.kwonlyargcount) as usize + stars;
    let wanted = |of: LocalKind| match kind {
        LocalKind::LOCAL => of.has(LocalKind::LOCAL) && !of.has(LocalKind::CELL),
        kind => of.has(kind),
    };
    let row = |at: usize| {
        let value = now.content(shown.frame.slots[at]);
        let was = old.map(|old| now.content(old.frame.slots[at]));
        NameRow {
            name: code.localsplus[at].0.to_string(),
            value: value.present().map(|value| now.describe(value)),
            note: if at < parameters { "param" } else { "" },
            changed: was.is_some_and(|was| was != value),
        }
    };
    (0..code.localsplus.len()).filter(|&at| wanted(code.localsplus[at].1)).map(row).collect()
}

fn namespace(now: &Now, before: Option<&Now>, shown: &Shown) -> Vec<NameRow> {
    let heap = now.heap();
    let Some(dict) = heap.as_dict(shown.frame.names) else { return Vec::new() };
    let row = |entry: &crate::object::Entry| NameRow {
        name: heap.lossy(entry.key).into_owned(),
        value: Some(now.describe(entry.value)),
        note: "",
        changed: before
            .is_some_and(|before| lookup(before.heap(), shown.frame.names, entry.key) != Some(entry.value)),
    };
    dict.iter().filter(|entry| !heap.lossy(entry.key).starts_with("__")).map(row).collect()
}

fn globals(now: &Now, before: Option<&Now>, shown: &Shown) -> Vec<NameRow> {
    let heap = now.heap();
    let of = Value::from(shown.frame.globals);
    let mut used: Vec<u32> = Vec::new();
    for each in &shown.facts.instructions {
        let kind = each.op.arg_kind();
        let index = match kind {
            ArgKind::Global => kind.name_index(each.arg),
            ArgKind::Name if each.op.name().ends_with("_GLOBAL") => Some(each.arg),
            _ => None,
        };
        if let Some(index) = index.filter(|index| !used.contains(index)) {
            used.push(index);
        }
    }
    let row = |index: u32| {
        let key = shown.frame.code.names[index as usize];
        let value = lookup(heap, of, key)?;
        Some(NameRow {
            name: heap.lossy(key).into_owned(),
            value: Some(now.describe(value)),
            note: "",
            changed: before.is_some_and(|before| lookup(before.heap(), of, key) != Some(value)),
        })
    };
    used.into_iter().filter_map(row).collect()
}

/// What a namespace has under a name.
pub fn lookup(heap: &Heap, dict: Value, key: Value) -> Option<Value> {
    heap.find_name(heap.as_dict(dict)?, key).map(|entry| entry.value)
}

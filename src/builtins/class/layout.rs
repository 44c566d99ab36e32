//! Which classes can stand beside each other as bases, and which can take each other's place: questions of how
//! their instances are laid out.

use crate::object::{Escape, Handle, Heap, Obj, Type, Value};

/// The builtin type whose layout this one has: many exceptions are laid out like their base.
fn own_layout(of: Type) -> Type {
    let has_fields = |of| {
        matches!(
            of,
            Type::BaseException
                | Type::BaseExceptionGroup
                | Type::SystemExit
                | Type::ImportError
                | Type::NameError
                | Type::AttributeError
                | Type::OSError
                | Type::StopIteration
                | Type::SyntaxError
                | Type::UnicodeDecodeError
                | Type::UnicodeEncodeError
                | Type::UnicodeTranslateError
        )
    };
    let mut at = of;
    while at != Type::Object && !has_fields(at) {
        at = at.base();
    }
    match (at, of) {
        (Type::Object, Type::Bool) => Type::Int,
        (Type::Object, _) => of,
        _ => at,
    }
}

/// The nearest class that adds something to the layout of instances (`solid_base`).
fn solid_base(heap: &Heap, class: Handle) -> Handle {
    let mut at = class;
    loop {
        if let Some(of) = Type::at(at) {
            return own_layout(of).handle();
        }
        let Some(base) = base_of(heap, at) else { return at };
        if heap.class(at).slots > heap.class(base).slots {
            return at;
        }
        at = base;
    }
}

/// `__base__`: the base whose layout the class's instances have.
pub(super) fn base_of(heap: &Heap, class: Handle) -> Option<Handle> {
    best(heap, &heap.class(class).bases).ok().flatten()
}

/// The best of these bases, or an error where two have nothing to do with each other.
fn best(heap: &Heap, bases: &[Handle]) -> Result<Option<Handle>, ()> {
    let mut found: Option<(Handle, Handle)> = None;
    for &base in bases {
        let solid = solid_base(heap, base);
        match found {
            Some((_, winner)) if heap.is_subclass(winner, solid) => {}
            Some((_, winner)) if !heap.is_subclass(solid, winner) => return Err(()),
            _ => found = Some((base, solid)),
        }
    }
    Ok(found.map(|(base, _)| base))
}

/// The same, of what the program gave as bases.
pub(super) fn best_base(heap: &mut Heap, bases: &[Value]) -> Result<Handle, Escape> {
    let mut handles = Vec::new();
    for &base in bases {
        match base {
            Value::Ref(handle) if heap.as_class(base).is_some() => handles.push(handle),
            _ => return Err(heap.type_error("bases must be types")),
        }
        let last = handles[handles.len() - 1];
        if Type::at(last).is_some_and(Type::is_final) {
            let text = format!("type '{}' is not an acceptable base type", heap.class(last).name);
            return Err(heap.type_error(text));
        }
    }
    match best(heap, &handles) {
        Ok(found) => Ok(found.unwrap_or(Type::Object.handle())),
        Err(()) => Err(heap.type_error("multiple bases have instance lay-out conflict")),
    }
}

/// Whether instances of the class are of different sizes, so that slots have no fixed place.
pub(super) fn has_items(heap: &Heap, class: Handle) -> bool {
    matches!(heap.class(class).layout, Type::Int | Type::Bool | Type::Bytes | Type::Tuple | Type::Type)
}

/// The names of the slots that the class itself adds, in order.
fn own_slots(heap: &Heap, class: Handle) -> Vec<String> {
    let Some(names) = heap.attributes(class) else { return Vec::new() };
    let is_own = |value| matches!(value, Value::Ref(at) if matches!(heap.obj(at), Obj::Member(_, owner) if *owner == class));
    let own = names.iter().filter(|entry| is_own(entry.value));
    let mut own: Vec<String> = own.map(|entry| heap.lossy(entry.key).into_owned()).collect();
    own.sort();
    own
}

/// The nearest class that adds slots, a dict of attributes, or anything else to instances.
fn essential(heap: &Heap, class: Handle) -> Handle {
    let mut at = class;
    while Type::at(at).is_none() {
        let Some(base) = base_of(heap, at) else { break };
        let (this, below) = (heap.class(at), heap.class(base));
        if this.slots > below.slots || this.has_dict != below.has_dict || weak(heap, at) != weak(heap, base) {
            break;
        }
        at = base;
    }
    at
}

pub(super) fn weak(heap: &Heap, class: Handle) -> bool {
    let builtin = super::super::surface::of_class(heap, heap.class(class).layout.handle());
    builtin.weak != 0 || heap.lookup(class, crate::object::Sym::Weakref).is_some()
}

/// Whether an instance of one class could become one of the other (`compatible_for_assignment`).
pub(super) fn same_layout(heap: &Heap, a: Handle, b: Handle) -> bool {
    let (a, b) = (essential(heap, a), essential(heap, b));
    if a == b {
        return true;
    }
    let users = Type::at(a).is_none() && Type::at(b).is_none();
    users
        && base_of(heap, a) == base_of(heap, b)
        && heap.class(a).has_dict == heap.class(b).has_dict
        && weak(heap, a) == weak(heap, b)
        && own_slots(heap, a) == own_slots(heap, b)
}

/// Whether instances can hold other objects, so that the collector looks at them.
pub(super) fn is_collected(heap: &Heap, class: Handle) -> bool {
    match Type::at(class) {
        Some(of) => !matches!(
            of,
            Type::Object
                | Type::Int
                | Type::Bool
                | Type::Float
                | Type::Complex
                | Type::Str
                | Type::Bytes
                | Type::ByteArray
        ),
        None => {
            let this = heap.class(class);
            this.has_dict
                || this.slots > 0
                || base_of(heap, class).is_some_and(|base| is_collected(heap, base))
        }
    }
}

/// Whether a class may stand in the MRO of another, as far as their layouts go.
pub(super) fn fits(heap: &Heap, class: Handle, other: Handle) -> bool {
    heap.is_subclass(solid_base(heap, class), solid_base(heap, other))
}

/// `object.__class__ = class`
pub(in crate::builtins) fn set_class(heap: &mut Heap, this: Value, class: Value) -> Result<(), Escape> {
    if class.is_null() {
        return Err(heap.type_error("can't delete __class__ attribute"));
    }
    let new = match class {
        Value::Ref(new) if heap.as_class(class).is_some() => new,
        _ => {
            let name = heap.type_name(class);
            return Err(heap.type_error(format!("__class__ must be set to a class, not '{name}' object")));
        }
    };
    let old = heap.class_of(this);
    let is_module = |class| heap.is_subclass(class, Type::Module.handle());
    let (Value::Ref(object), true) =
        (this, Type::at(new).is_none() && Type::at(old).is_none() || is_module(new) && is_module(old))
    else {
        let text = "__class__ assignment only supported for mutable types or ModuleType subclasses";
        return Err(heap.type_error(text));
    };
    if !same_layout(heap, new, old) {
        let (new, old) = (heap.class(new).name.clone(), heap.class(old).name.clone());
        let text = format!("__class__ assignment: '{new}' object layout differs from '{old}'");
        return Err(heap.type_error(text));
    }
    heap.slot_mut(object).class = new;
    Ok(())
}

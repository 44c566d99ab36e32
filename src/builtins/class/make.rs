//! Making a class, and giving it other bases: the steps that the prelude puts together.

use std::{cell::Cell, rc::Rc};

use crate::object::{
    Args, Arity, Class, DictHandle, Escape, GetSet, Handle, Heap, Native, Obj, Outcome, Sym, Type, Value,
};

use super::layout;

pub(in crate::builtins) static HELPERS: &[Native] = &[
    Native::new("_make_class", Arity::Positional(7, 7), make_class),
    Native::new("_best_base", Arity::One, |heap, args| {
        let bases = heap.as_tuple(args.get(0)).cloned().unwrap_or_default();
        layout::best_base(heap, &bases).map(Value::Ref)
    }),
    Native::new("_has_items", Arity::One, |heap, args| {
        Ok(Value::Bool(layout::has_items(heap, class(args, 0))))
    }),
    Native::new("_has_dict", Arity::One, |heap, args| Ok(Value::Bool(heap.class(class(args, 0)).has_dict))),
    Native::new("_has_weakref", Arity::One, |heap, args| Ok(Value::Bool(layout::weak(heap, class(args, 0))))),
    Native::new("_is_collected", Arity::One, |heap, args| {
        Ok(Value::Bool(layout::is_collected(heap, class(args, 0))))
    }),
    Native::new("_same_layout", Arity::Positional(2, 2), |heap, args| {
        Ok(Value::Bool(layout::same_layout(heap, class(args, 0), class(args, 1))))
    }),
    Native::new("_fits", Arity::Positional(2, 2), |heap, args| {
        Ok(Value::Bool(layout::fits(heap, class(args, 0), class(args, 1))))
    }),
    Native::new("_put_bases", Arity::Positional(2, 2), put_bases),
    Native::new("_fix_class", Arity::One, |heap, args| {
        heap.class_mut(class(args, 0)).is_fixed = true;
        Ok(args.get(0))
    }),
    Native::new("_move_class", Arity::Positional(3, 3), move_class),
    Native::new("_set_mro", Arity::Positional(2, 2), set_mro),
    Native::new("_linear_mro", Arity::One, linear_mro),
];

fn class(args: &Args, at: usize) -> Handle {
    args.get(at).handle().expect("the prelude passes a class")
}

fn class_handles(heap: &Heap, classes: Value) -> Vec<Handle> {
    let classes = heap.as_tuple(classes).cloned().unwrap_or_default();
    classes.iter().filter_map(|class| class.handle()).collect()
}

/// Where a builtin type among the bases has its own idea of `__dict__`, that is what counts.
static DICT: GetSet = GetSet {
    name: "__dict__",
    get: |heap, this| match heap.layout(this) {
        Type::Type => super::attributes::dict(heap, this),
        _ => crate::builtins::object::dict(heap, this),
    },
    set: Some(|heap, this, dict| match heap.layout(this) {
        Type::Type => {
            let text = "attribute '__dict__' of 'type' objects is not writable";
            Err(heap.attribute_error(text, Value::None, Value::None))
        }
        Type::Module => Err(heap.attribute_error("readonly attribute", Value::None, Value::None)),
        _ => crate::builtins::object::set_dict(heap, this, dict),
    }),
};
pub static WEAKREF: GetSet = GetSet { name: "__weakref__", get: |_, _| Ok(Value::None), set: None };

/// `_make_class(metaclass, name, bases, namespace, slots, adds, module)`: the class itself, nobody told yet.
/// `slots` are the names that get a place in instances; `adds` has 1 for a dict of attributes, 2 for weak references.
fn make_class(heap: &mut Heap, args: &Args) -> Outcome {
    let [metaclass, name, bases, names, slots, adds, module] = *args.positional() else {
        unreachable!("seven are given")
    };
    let metaclass = metaclass.handle().expect("the prelude passes a class");
    let name_text: Rc<str> = heap.lossy(name).into();
    let mut bases = class_handles(heap, bases);
    if bases.is_empty() {
        bases.push(Type::Object.handle());
    }
    let base_values: Vec<Value> = bases.iter().map(|&base| base.into()).collect();
    let base = layout::best_base(heap, &base_values)?;
    let slots = heap.as_tuple(slots).cloned().unwrap_or_default();
    let inherited = heap.class(base).slots;
    let adds = heap.small_int(adds).unwrap_or(0);
    let qualname = checked_names(heap, names)?.unwrap_or_else(|| name_text.clone());
    let made_of = Class {
        name: name_text,
        qualname,
        mro: Rc::new([]),
        layout: heap.class(base).layout,
        has_dict: adds & 1 != 0 || bases.iter().any(|&base| heap.class(base).has_dict),
        is_abstract: false,
        is_fixed: false,
        slots: inherited + slots.len() as u32,
        subclasses: Vec::new(),
        version: Cell::new(0),
        bases: bases.into(),
    };
    let made = heap.new_class(metaclass, made_of);
    fill(heap, made, names, module);
    for (number, &name) in slots.iter().enumerate() {
        let member = heap.alloc(Type::Member, Obj::Member(inherited + number as u32, made));
        let name = heap.lossy(name).into_owned();
        let name = heap.intern(&name);
        heap.set_own(made, name, member);
    }
    for (bit, getset) in [(1, &DICT), (2, &WEAKREF)] {
        if adds & bit != 0 {
            let made_attribute = heap.alloc(Type::GetSet, Obj::GetSet(getset, made));
            let name = heap.intern(getset.name);
            // What the class body has under that name stays.
            if heap.own(made, name).is_none() {
                heap.set_own(made, name, made_attribute);
            }
        }
    }
    if heap.own(made, Sym::Doc).is_none() {
        heap.set_own(made, Sym::Doc, Value::None);
    }
    Ok(made.into())
}

/// What a class body says about the class itself: its qualified name, and a cell for the class if it has one.
fn checked_names(heap: &mut Heap, names: Value) -> Result<Option<Rc<str>>, Escape> {
    let find = |heap: &Heap, name: Sym| {
        heap.as_dict(names).and_then(|dict| heap.find_name(dict, name.into())).map(|entry| entry.value)
    };
    let qualname = match find(heap, Sym::QualName) {
        None => None,
        Some(text) if heap.as_str(text).is_some() => Some(heap.lossy(text).into()),
        Some(other) => {
            let class = heap.type_name(other);
            return Err(heap.type_error(format!("type __qualname__ must be a str, not {class}")));
        }
    };
    match find(heap, Sym::ClassCell) {
        Some(cell) if !matches!(cell, Value::Ref(at) if matches!(heap.obj(at), Obj::Cell(_))) => {
            let class = heap.qualified_class(heap.class_of(cell));
            let text = format!("__classcell__ must be a nonlocal cell, not <class '{class}'>");
            Err(heap.type_error(text))
        }
        _ => Ok(qualname),
    }
}

/// Copies the namespace of a class body.
fn fill(heap: &mut Heap, made: Handle, names: Value, module: Value) {
    let dict = heap.alloc_handle(Type::Dict.handle(), Obj::Dict(Rc::default()));
    heap.slot_mut(made).dict = Some(DictHandle::new(dict));
    let entries: Vec<_> = heap.as_dict(names).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
    for entry in entries {
        let Some(text) = heap.as_str(entry.key) else {
            // Found by nobody who asks for an attribute, but there.
            heap.dict_mut(dict).insert_new(entry.hash, entry.key, entry.value);
            continue;
        };
        let text = text.text().to_lossy();
        let key = Value::Ref(heap.intern(&text));
        if key == Value::from(Sym::QualName) {
            continue;
        }
        if key == Value::from(Sym::ClassCell) {
            if let Value::Ref(cell) = entry.value {
                *heap.obj_mut(cell) = Obj::Cell(made.into());
            }
            continue;
        }
        let value = implicit_wrapper(heap, key, entry.value);
        heap.dict_set_name(dict, key, value);
    }
    if !module.is_none() && heap.own(made, Sym::Module).is_none() {
        heap.set_own(made, Sym::Module, module);
    }
    if heap.own(made, Sym::Eq).is_some() && heap.own(made, Sym::Hash).is_none() {
        heap.set_own(made, Sym::Hash, Value::None);
    }
}

/// `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods without saying so.
fn implicit_wrapper(heap: &mut Heap, key: Value, value: Value) -> Value {
    let is_function = matches!(value, Value::Ref(handle) if matches!(heap.obj(handle), Obj::Function(_)));
    if !is_function {
        return value;
    }
    if key == Value::from(Sym::New) {
        return heap.alloc(Type::StaticMethod, Obj::Wrapped(value));
    }
    if key == Value::from(Sym::InitSubclass) || key == Value::from(Sym::ClassGetItem) {
        return heap.alloc(Type::ClassMethod, Obj::Wrapped(value));
    }
    value
}

/// `_put_bases(cls, bases)`: other bases, the MRO left as it is.
fn put_bases(heap: &mut Heap, args: &Args) -> Outcome {
    let bases = class_handles(heap, args.get(1));
    heap.class_mut(class(args, 0)).bases = bases.into();
    Ok(Value::None)
}

/// `_move_class(cls, old, new)`: the bases know what derives from them.
fn move_class(heap: &mut Heap, args: &Args) -> Outcome {
    let this = class(args, 0);
    for base in class_handles(heap, args.get(1)) {
        heap.class_mut(base).subclasses.retain(|&each| each != this);
    }
    for base in class_handles(heap, args.get(2)) {
        heap.class_mut(base).subclasses.push(this);
    }
    Ok(Value::None)
}

/// `_set_mro(cls, mro)`
fn set_mro(heap: &mut Heap, args: &Args) -> Outcome {
    let this = class(args, 0);
    let mro = class_handles(heap, args.get(1));
    heap.class_changed(this);
    heap.class_mut(this).mro = mro.into();
    Ok(Value::None)
}

/// `_linear_mro(cls)`: as its bases have it.
fn linear_mro(heap: &mut Heap, args: &Args) -> Outcome {
    let mro = linear(heap, class(args, 0))?;
    Ok(heap.tuple(mro))
}

/// The class and what it derives from, in the order that its bases ask for.
pub(super) fn linear(heap: &mut Heap, this: Handle) -> Result<Vec<Value>, Escape> {
    let bases = heap.class(this).bases.clone();
    let rest = linearise(heap, &bases)?;
    Ok(std::iter::once(this).chain(rest).map(Value::Ref).collect())
}

/// The C3 order of the bases' MROs.
fn linearise(heap: &mut Heap, bases: &[Handle]) -> Result<Vec<Handle>, Escape> {
    if let Some(&base) = bases.iter().find(|&&base| heap.class(base).mro.is_empty()) {
        let name = heap.class(base).name.clone();
        return Err(heap.type_error(format!("Cannot extend an incomplete type '{name}'")));
    }
    let mut lists: Vec<Vec<Handle>> = bases.iter().map(|&base| heap.class(base).mro.to_vec()).collect();
    for (number, base) in bases.iter().enumerate() {
        if bases[..number].contains(base) {
            let name = heap.class(*base).name.clone();
            return Err(heap.type_error(format!("duplicate base class {name}")));
        }
    }
    lists.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let next =
            lists.iter().map(|list| list[0]).find(|head| lists.iter().all(|list| !list[1..].contains(head)));
        let Some(next) = next else {
            // The heads that are left, each once, as the failing merge found them.
            let mut heads: Vec<Handle> = Vec::new();
            for head in lists.iter().map(|list| list[0]) {
                if !heads.contains(&head) {
                    heads.push(head);
                }
            }
            let heads: Vec<String> = heads.iter().map(|&base| heap.class(base).name.to_string()).collect();
            let text = format!(
                "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                heads.join(", ")
            );
            return Err(heap.type_error(text));
        };
        order.push(next);
        for list in &mut lists {
            if list[0] == next {
                list.remove(0);
            }
        }
    }
}

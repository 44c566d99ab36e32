//! `type`: what classes have, and how one is made.

use std::{cell::Cell, rc::Rc};

use crate::object::{
    Args, Arity, Class, DictHandle, Escape, GetSet, Handle, Heap, Native, Obj, Outcome, Sym, Type, Value,
};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

pub(super) static TYPE: TypeTable = TypeTable {
    of: Type::Type,
    methods: &[
        Native::new("__new__", Arity::Any, type_new).twin("_type_new"),
        Native::new("__init__", Arity::Any, |_, _| Ok(Value::None)),
        Native::new("__repr__", Arity::Zero, type_repr),
        Native::new("mro", Arity::Zero, mro_list),
        Native::new("__subclasses__", Arity::Zero, subclasses),
        Native::new("__call__", Arity::Any, type_call),
    ],
    attributes: &[
        GetSet { name: "__name__", get: class_name, set: Some(set_class_name) },
        GetSet { name: "__qualname__", get: class_qualname, set: None },
        GetSet { name: "__module__", get: class_module, set: Some(set_class_module) },
        get("__bases__", class_bases),
        get("__base__", class_base),
        get("__mro__", class_mro),
        get("__dict__", class_dict),
    ],
};

fn this_class(heap: &Heap, this: Value) -> Rc<Class> {
    match this {
        Value::Ref(handle) => match heap.obj(handle) {
            Obj::Class(class) => class.clone(),
            other => panic!("a class is expected, not {other:?}"),
        },
        other => panic!("a class is expected, not {other:?}"),
    }
}

fn class_name(heap: &mut Heap, this: Value) -> Outcome {
    let name = this_class(heap, this).name.clone();
    Ok(heap.intern(&name).into())
}

fn set_class_name(heap: &mut Heap, this: Value, name: Value) -> Result<(), Escape> {
    let Value::Ref(handle) = this else { return Ok(()) };
    let text = heap.lossy(name).into_owned();
    heap.class_mut(handle).name = text.into();
    Ok(())
}

fn class_qualname(heap: &mut Heap, this: Value) -> Outcome {
    let Value::Ref(handle) = this else { return Ok(Value::None) };
    let text = heap.class_qualname(handle);
    Ok(heap.str(&text))
}

fn class_module(heap: &mut Heap, this: Value) -> Outcome {
    let found = this.handle().and_then(|handle| heap.own(handle, Sym::Module));
    Ok(found.unwrap_or_else(|| heap.intern("builtins").into()))
}

fn set_class_module(heap: &mut Heap, this: Value, module: Value) -> Result<(), Escape> {
    if let Value::Ref(handle) = this {
        heap.set_own(handle, Sym::Module, module);
    }
    Ok(())
}

fn handles(heap: &mut Heap, handles: &[Handle]) -> Value {
    heap.tuple(handles.iter().map(|&handle| handle.into()).collect())
}

fn class_bases(heap: &mut Heap, this: Value) -> Outcome {
    let bases = this_class(heap, this).bases.clone();
    Ok(handles(heap, &bases))
}

fn class_base(heap: &mut Heap, this: Value) -> Outcome {
    Ok(this_class(heap, this).bases.first().map_or(Value::None, |&base| base.into()))
}

fn class_mro(heap: &mut Heap, this: Value) -> Outcome {
    let mro = this_class(heap, this).mro.clone();
    Ok(handles(heap, &mro))
}

fn class_dict(heap: &mut Heap, this: Value) -> Outcome {
    let Value::Ref(handle) = this else { return Ok(Value::None) };
    let dict = heap.give_attributes(handle);
    Ok(heap.alloc(Type::MappingProxy, Obj::Proxy(dict)))
}

fn mro_list(heap: &mut Heap, args: &Args) -> Outcome {
    let mro = this_class(heap, args.get(0)).mro.clone();
    Ok(heap.list(mro.iter().map(|&each| each.into()).collect()))
}

fn subclasses(heap: &mut Heap, args: &Args) -> Outcome {
    let subclasses = this_class(heap, args.get(0)).subclasses.clone();
    let alive = |heap: &Heap, each: Handle| {
        heap.as_class(each.into())
            .is_some_and(|class| args.get(0).handle().is_some_and(|this| class.bases.contains(&this)))
    };
    let list = subclasses.into_iter().filter(|&each| alive(heap, each)).map(Value::Ref).collect();
    Ok(heap.list(list))
}

fn type_repr(heap: &mut Heap, args: &Args) -> Outcome {
    let text = heap.repr_payload(args.get(0))?;
    Ok(heap.str(&text))
}

fn type_call(_heap: &mut Heap, _args: &Args) -> Outcome {
    Err(Escape::prelude("_type_call", []))
}

/// `type(value)`, or a new class: what Python code must do for it (`__set_name__`, `__init_subclass__`) the twin
/// does, around this same function called with four arguments.
fn type_new(heap: &mut Heap, args: &Args) -> Outcome {
    match *args.positional() {
        [class, value] if class == Value::from(Type::Type) && !args.has_keywords() => {
            Ok(heap.class_of(value).into())
        }
        [_, _, _, _] => Err(Escape::Twin),
        _ => Err(heap.type_error("type() takes 1 or 3 arguments")),
    }
}

pub(super) static HELPERS: &[Native] = &[Native::new("_make_class", Arity::Positional(4, 4), make_class)];

/// `_make_class(metaclass, name, bases, namespace)`: the class itself, nobody told yet.
fn make_class(heap: &mut Heap, args: &Args) -> Outcome {
    let [metaclass, name, bases, names] = *args.positional() else { unreachable!("four are given") };
    let Some(metaclass) = metaclass.handle() else { return Err(heap.type_error("a metaclass is a type")) };
    let Some(name_text) = heap.as_str(name).map(|name| name.text().to_lossy()) else {
        let class = heap.type_name(name);
        return Err(heap.type_error(format!("type.__new__() argument 1 must be str, not {class}")));
    };
    let mut bases: Vec<Handle> =
        heap.as_tuple(bases).cloned().unwrap_or_default().iter().filter_map(|base| base.handle()).collect();
    if bases.is_empty() {
        bases.push(Type::Object.handle());
    }
    let layout = layout_of(heap, &bases)?;
    let mro = linearise(heap, &bases)?;
    let slots =
        heap.as_dict(names).and_then(|dict| heap.find_name(dict, Sym::Slots.into())).map(|entry| entry.value);
    let slot_names = slots.map_or(Ok(Vec::new()), |slots| slot_names(heap, slots))?;
    let inherited = bases.iter().map(|&base| heap.class(base).slots).max().unwrap_or(0);
    let own_slots: Vec<&String> =
        slot_names.iter().filter(|name| !matches!(&***name, "__dict__" | "__weakref__")).collect();
    let has_dict = slots.is_none()
        || slot_names.iter().any(|name| name == "__dict__")
        || bases.iter().any(|&base| heap.class(base).has_dict);
    let class = Class {
        name: name_text.into(),
        bases: bases.into(),
        mro: Rc::new([]),
        layout,
        has_dict,
        slots: inherited + own_slots.len() as u32,
        subclasses: Vec::new(),
        version: Cell::new(0),
    };
    let made = heap.new_class(metaclass, class);
    heap.class_mut(made).mro = std::iter::once(made).chain(mro).collect();
    fill(heap, made, names);
    for (number, name) in own_slots.into_iter().enumerate() {
        let member = heap.alloc(Type::Member, Obj::Member(inherited + number as u32, made));
        let name = heap.intern(name);
        heap.set_own(made, name, member);
    }
    Ok(made.into())
}

/// Copies the namespace of a class body.
fn fill(heap: &mut Heap, made: Handle, names: Value) {
    let dict = heap.alloc_handle(Type::Dict.handle(), Obj::Dict(Rc::default()));
    heap.slot_mut(made).dict = Some(DictHandle::new(dict));
    let entries: Vec<_> = heap.as_dict(names).map(|dict| dict.iter().copied().collect()).unwrap_or_default();
    for entry in entries {
        let key = match heap.as_str(entry.key) {
            Some(text) => {
                let text = text.text().to_lossy();
                Value::Ref(heap.intern(&text))
            }
            None => continue,
        };
        if key == Value::from(Sym::ClassCell) {
            if let Value::Ref(cell) = entry.value {
                *heap.obj_mut(cell) = Obj::Cell(made.into());
            }
            continue;
        }
        let value = implicit_wrapper(heap, key, entry.value);
        heap.dict_set_name(dict, key, value);
    }
    if heap.own(made, Sym::Doc).is_none() {
        heap.set_own(made, Sym::Doc, Value::None);
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

fn slot_names(heap: &mut Heap, slots: Value) -> Result<Vec<String>, Escape> {
    if let Some(one) = heap.as_str(slots) {
        return Ok(vec![one.text().to_lossy()]);
    }
    let items = heap.items_of(slots)?;
    Ok(items.into_iter().map(|item| heap.lossy(item).into_owned()).collect())
}

/// The builtin type that lays out instances: the one of the bases that is not just `object`.
fn layout_of(heap: &mut Heap, bases: &[Handle]) -> Result<Type, Escape> {
    let mut layout = Type::Object;
    for &base in bases {
        if heap.as_class(base.into()).is_none() {
            return Err(heap.type_error("bases must be types"));
        }
        let of = heap.class(base).layout;
        if Type::at(base).is_some_and(Type::is_final) {
            let text = format!("type '{}' is not an acceptable base type", of.name());
            return Err(heap.type_error(text));
        }
        if of == Type::Object || heap.is_subclass(layout.handle(), of.handle()) {
            continue;
        }
        if layout != Type::Object && !heap.is_subclass(of.handle(), layout.handle()) {
            return Err(heap.type_error("multiple bases have instance lay-out conflict"));
        }
        layout = of;
    }
    Ok(layout)
}

/// The C3 order of the bases' MROs.
fn linearise(heap: &mut Heap, bases: &[Handle]) -> Result<Vec<Handle>, Escape> {
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
            let heads: Vec<String> = bases.iter().map(|&base| heap.class(base).name.to_string()).collect();
            let text = format!(
                "Cannot create a consistent method resolution order (MRO) for bases {}",
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

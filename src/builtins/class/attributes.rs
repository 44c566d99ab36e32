//! The attributes of every class: its name, its bases, its documentation.

use crate::object::{Escape, GetSet, Handle, Heap, Obj, Outcome, Setter, Sym, Type, Value};

use super::{super::surface, layout, this_class};

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

const fn both(name: &'static str, get: fn(&mut Heap, Value) -> Outcome, set: Setter) -> GetSet {
    GetSet { name, get, set: Some(set) }
}

pub(super) static OF_CLASSES: &[GetSet] = &[
    both("__name__", name, set_name),
    both("__qualname__", qualname, set_qualname),
    both("__module__", module, set_module),
    both("__bases__", bases, set_bases),
    get("__base__", base),
    get("__mro__", mro),
    get("__dict__", dict),
    both("__doc__", doc, set_doc),
    both("__annotations__", annotations, set_annotations),
    both("__abstractmethods__", abstract_methods, set_abstract_methods),
    both("__type_params__", type_params, set_type_params),
    get("__text_signature__", text_signature),
    get("__basicsize__", |heap, this| Ok(Value::Int(shape(heap, this).basic))),
    get("__itemsize__", |heap, this| Ok(Value::Int(shape(heap, this).item))),
    get("__dictoffset__", |heap, this| Ok(Value::Int(shape(heap, this).dict))),
    get("__weakrefoffset__", |heap, this| Ok(Value::Int(shape(heap, this).weak))),
    get("__flags__", |heap, this| {
        let class = this.handle().expect("a class is on the heap");
        Ok(Value::Int(surface::flags(heap, class) as i64))
    }),
];

/// The class, which may be changed; `value` is `Null` where the attribute is deleted, which none of these allows.
fn changeable(
    heap: &mut Heap,
    this: Value,
    name: &str,
    value: Value,
    may_go: bool,
) -> Result<Handle, Escape> {
    let handle = this.handle().expect("a class is on the heap");
    if heap.class(handle).is_fixed {
        let class = heap.qualified_class(handle);
        return Err(heap.type_error(format!("cannot set '{name}' attribute of immutable type '{class}'")));
    }
    if value.is_null() && !may_go {
        let class = heap.class(handle).name.clone();
        return Err(heap.type_error(format!("cannot delete '{name}' attribute of immutable type '{class}'")));
    }
    Ok(handle)
}

/// A `str` that becomes the name of a class.
fn given_name(heap: &mut Heap, this: Value, attribute: &str, value: Value) -> Result<String, Escape> {
    if heap.as_str(value).is_none() {
        let (class, given) = (this_class(heap, this).name.clone(), heap.type_name(value));
        let text = format!("can only assign string to {class}.{attribute}, not '{given}'");
        return Err(heap.type_error(text));
    }
    Ok(heap.lossy(value).into_owned())
}

fn name(heap: &mut Heap, this: Value) -> Outcome {
    let name = this_class(heap, this).name.clone();
    Ok(heap.intern(&name).into())
}

fn set_name(heap: &mut Heap, this: Value, name: Value) -> Result<(), Escape> {
    let handle = changeable(heap, this, "__name__", name, false)?;
    let text = given_name(heap, this, "__name__", name)?;
    if heap.as_str(name).is_some_and(|name| name.text().as_str().is_none()) {
        return Err(Escape::prelude("_written", [name]));
    }
    if text.contains('\0') {
        return Err(heap.value_error("type name must not contain null characters"));
    }
    heap.class_mut(handle).name = text.into();
    Ok(())
}

fn qualname(heap: &mut Heap, this: Value) -> Outcome {
    let text = this_class(heap, this).qualname.clone();
    Ok(heap.str(&text))
}

fn set_qualname(heap: &mut Heap, this: Value, name: Value) -> Result<(), Escape> {
    let handle = changeable(heap, this, "__qualname__", name, false)?;
    let text = given_name(heap, this, "__qualname__", name)?;
    heap.class_mut(handle).qualname = text.into();
    Ok(())
}

fn module(heap: &mut Heap, this: Value) -> Outcome {
    let handle = this.handle().expect("a class is on the heap");
    // Among the names of `type` itself it is this attribute that stands there.
    let own = heap.own(handle, Sym::Module);
    match own.filter(|&own| Type::at(handle).is_none() || heap.as_str(own).is_some()) {
        Some(module) => Ok(module),
        None if handle == Type::SimpleNamespace.handle() => Ok(heap.intern("types").into()),
        None if handle == Type::TextIO.handle() => Ok(heap.intern("_io").into()),
        None if Type::at(handle).is_some() => Ok(heap.intern("builtins").into()),
        None => Err(heap.attribute_error("__module__", Value::None, Value::None)),
    }
}

/// Those of its own class statement; a class that derives from it has none for that.
fn type_params(heap: &mut Heap, this: Value) -> Outcome {
    let handle = this.handle().expect("a class is on the heap");
    let own = heap.own(handle, Sym::TypeParams).filter(|_| handle != Type::Type.handle());
    Ok(own.unwrap_or(crate::object::EMPTY_TUPLE.into()))
}

fn set_type_params(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    let handle = changeable(heap, this, "__type_params__", value, false)?;
    heap.set_own(handle, Sym::TypeParams, value);
    Ok(())
}

fn set_module(heap: &mut Heap, this: Value, module: Value) -> Result<(), Escape> {
    let handle = changeable(heap, this, "__module__", module, false)?;
    heap.set_own(handle, Sym::Module, module);
    Ok(())
}

fn handles(heap: &mut Heap, handles: &[Handle]) -> Value {
    heap.tuple(handles.iter().map(|&handle| handle.into()).collect())
}

fn bases(heap: &mut Heap, this: Value) -> Outcome {
    let bases = this_class(heap, this).bases.clone();
    Ok(handles(heap, &bases))
}

fn set_bases(heap: &mut Heap, this: Value, bases: Value) -> Result<(), Escape> {
    changeable(heap, this, "__bases__", bases, false)?;
    Err(Escape::prelude("_assign_bases", [this, bases]))
}

fn base(heap: &mut Heap, this: Value) -> Outcome {
    let handle = this.handle().expect("a class is on the heap");
    Ok(layout::base_of(heap, handle).map_or(Value::None, Value::Ref))
}

fn mro(heap: &mut Heap, this: Value) -> Outcome {
    let mro = this_class(heap, this).mro.clone();
    // A class that is being made has none.
    if mro.is_empty() {
        return Ok(Value::None);
    }
    Ok(handles(heap, &mro))
}

pub(super) fn dict(heap: &mut Heap, this: Value) -> Outcome {
    let handle = this.handle().expect("a class is on the heap");
    let dict = heap.give_attributes(handle);
    Ok(heap.alloc(Type::MappingProxy, Obj::Proxy(dict)))
}

/// What stands in the class itself; a descriptor there says what it is for no object.
fn doc(heap: &mut Heap, this: Value) -> Outcome {
    let handle = this.handle().expect("a class is on the heap");
    if let Some(of) = Type::at(handle) {
        return Ok(surface::of_type(of.name()).text.map_or(Value::None, |text| heap.str(text)));
    }
    let Some(found) = heap.own(handle, Sym::Doc) else { return Ok(Value::None) };
    if matches!(found, Value::Ref(at) if matches!(heap.obj(at), Obj::Wrapped(_))) {
        return heap.unwrapped(found, this);
    }
    match heap.user_special(found, Sym::Get) {
        Some(get) => Err(Escape::call(get, [found, Value::None, this])),
        None => Ok(found),
    }
}

fn shape(heap: &Heap, this: Value) -> surface::Shape {
    surface::of_class(heap, this.handle().expect("a class is on the heap"))
}

/// Only builtin types have one.
fn text_signature(heap: &mut Heap, this: Value) -> Outcome {
    let said = this.handle().and_then(Type::at).map(|of| surface::of_type(of.name()));
    let signature = said.and_then(|said| said.signature);
    Ok(signature.map_or(Value::None, |signature| heap.str(&signature)))
}

fn set_doc(heap: &mut Heap, this: Value, doc: Value) -> Result<(), Escape> {
    let handle = changeable(heap, this, "__doc__", doc, false)?;
    heap.set_own(handle, Sym::Doc, doc);
    Ok(())
}

/// A dict, made when somebody asks.
fn annotations(heap: &mut Heap, this: Value) -> Outcome {
    let handle = this.handle().expect("a class is on the heap");
    if Type::at(handle).is_some() {
        return Err(heap.no_attribute(this, Sym::Annotations.into()));
    }
    if let Some(found) = heap.own(handle, Sym::Annotations) {
        return match heap.user_special(found, Sym::Get) {
            Some(get) => Err(Escape::call(get, [found, Value::None, this])),
            None => Ok(found),
        };
    }
    let made = heap.dict(crate::object::Dict::default());
    heap.set_own(handle, Sym::Annotations, made);
    Ok(made)
}

fn set_annotations(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    let handle = this.handle().expect("a class is on the heap");
    if heap.class(handle).is_fixed {
        let class = heap.qualified_class(handle);
        let text = format!("cannot set '__annotations__' attribute of immutable type '{class}'");
        return Err(heap.type_error(text));
    }
    if !value.is_null() {
        heap.set_own(handle, Sym::Annotations, value);
        return Ok(());
    }
    match heap.remove_own(handle, Sym::Annotations.into()) {
        true => Ok(()),
        false => Err(heap.attribute_error("__annotations__", Value::None, Value::None)),
    }
}

fn abstract_methods(heap: &mut Heap, this: Value) -> Outcome {
    let handle = this.handle().expect("a class is on the heap");
    let name = heap.intern("__abstractmethods__");
    match heap.own(handle, name).filter(|_| Type::at(handle).is_none()) {
        Some(found) => Ok(found),
        None => Err(heap.attribute_error("__abstractmethods__", this, name.into())),
    }
}

/// A class with abstract methods makes no instances.
fn set_abstract_methods(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    let handle = this.handle().expect("a class is on the heap");
    let name = heap.intern("__abstractmethods__");
    if value.is_null() {
        if !heap.remove_own(handle, name.into()) {
            return Err(heap.attribute_error("__abstractmethods__", this, name.into()));
        }
        heap.class_mut(handle).is_abstract = false;
        return Ok(());
    }
    let is_abstract = heap.truth(value).unwrap_or(true);
    heap.set_own(handle, name, value);
    heap.class_mut(handle).is_abstract = is_abstract;
    Ok(())
}

//! `property`.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Escape, GetSet, Heap, Native, Obj, Outcome, Parameters, Property, Sym, Type, Value,
};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

static PROPERTY_ARGS: Parameters =
    Parameters { names: &["fget", "fset", "fdel", "doc"], positional_only: 0, positional: 4, required: 0 };

pub(super) static PROPERTY: TypeTable = TypeTable {
    of: Type::Property,
    methods: &[
        Native::new("__new__", Arity::Any, new),
        Native::new("__init__", Arity::Named(&PROPERTY_ARGS), init),
        Native::new("__get__", Arity::Positional(1, 2), |heap, args| match args.get(1) {
            Value::None => Ok(args.get(0)),
            object => Err(heap.read_property(args.get(0), object)),
        }),
        Native::new("__set__", Arity::Positional(2, 2), |heap, args| {
            heap.set_property(args.get(1), args.get(0), args.get(2)).map(|()| Value::None)
        }),
        Native::new("__delete__", Arity::One, |heap, args| {
            heap.set_property(args.get(1), args.get(0), Value::Null).map(|()| Value::None)
        }),
        Native::new("__set_name__", Arity::Any, set_name),
        Native::new("getter", Arity::One, |heap, args| with(heap, args, 0)),
        Native::new("setter", Arity::One, |heap, args| with(heap, args, 1)),
        Native::new("deleter", Arity::One, |heap, args| with(heap, args, 2)),
    ],
    attributes: &[
        get("fget", |heap, this| Ok(property(heap, this).get)),
        get("fset", |heap, this| Ok(property(heap, this).set)),
        get("fdel", |heap, this| Ok(property(heap, this).delete)),
        GetSet {
            name: "__doc__",
            get: |heap, this| Ok(property(heap, this).doc),
            set: Some(|heap, this, doc| {
                property_mut(heap, this).doc = doc.present().unwrap_or(Value::None);
                Ok(())
            }),
        },
        get("__isabstractmethod__", |heap, this| {
            let parts = property(heap, this);
            Err(Escape::prelude("_is_abstract", [parts.get, parts.set, parts.delete]))
        }),
    ],
};

fn property(heap: &Heap, this: Value) -> Property {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Property(property)) => (**property).clone(),
        other => panic!("a property is expected, not {other:?}"),
    }
}

fn property_mut(heap: &mut Heap, this: Value) -> &mut Property {
    match this.handle().map(|handle| heap.obj_mut(handle)) {
        Some(Obj::Property(property)) => Rc::make_mut(property),
        other => panic!("a property is expected, not {other:?}"),
    }
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::Property)?;
    let nothing = Property {
        get: Value::None,
        set: Value::None,
        delete: Value::None,
        doc: Value::None,
        getter_doc: false,
        name: Value::Null,
    };
    Ok(heap.alloc(class, Obj::Property(Rc::new(nothing))))
}

fn init(heap: &mut Heap, args: &Args) -> Outcome {
    let or_none = |at: usize| args.get(at).present().unwrap_or(Value::None);
    let this = args.get(0);
    let (getter, doc) = (or_none(1), or_none(4));
    let given = Property {
        get: getter,
        set: or_none(2),
        delete: or_none(3),
        doc,
        getter_doc: false,
        name: Value::Null,
    };
    *property_mut(heap, this) = given;
    if !doc.is_none() || getter.is_none() {
        return keep_doc(heap, this, doc, false);
    }
    match heap.get_attribute(getter, Sym::Doc.into()) {
        Ok(doc) => keep_doc(heap, this, doc, !doc.is_none()),
        Err(Escape::Raise(raised)) if heap.is_instance(raised.into(), Type::AttributeError) => {
            Ok(Value::None)
        }
        Err(Escape::Call(_)) => Err(Escape::prelude("_property_doc", [this, getter])),
        Err(other) => Err(other),
    }
}

/// The text of a class deriving from `property` hides that of its instances, so they keep theirs as an attribute.
fn keep_doc(heap: &mut Heap, this: Value, doc: Value, from_getter: bool) -> Outcome {
    let is_exact = heap.is_exact(this, Type::Property);
    let property = property_mut(heap, this);
    property.getter_doc = from_getter;
    property.doc = if is_exact { doc } else { Value::None };
    match is_exact {
        true => Ok(Value::None),
        false => Err(Escape::prelude("_keep_doc", [this, doc, Value::Bool(from_getter)])),
    }
}

/// `_put_doc(property, doc, from_getter)`
pub(super) fn put_doc(heap: &mut Heap, args: &Args) -> Outcome {
    keep_doc(heap, args.get(0), args.get(1), args.get(2) == Value::Bool(true))
}

fn set_name(heap: &mut Heap, args: &Args) -> Outcome {
    let given = args.positional().len() - 1;
    if given != 2 {
        let text = format!("__set_name__() takes 2 positional arguments but {given} were given");
        return Err(heap.type_error(text));
    }
    property_mut(heap, args.get(0)).name = args.get(2);
    Ok(Value::None)
}

/// The same with another part, made by its own class.
fn with(heap: &mut Heap, args: &Args, which: usize) -> Outcome {
    let parts = property(heap, args.get(0));
    let mut given = [parts.get, parts.set, parts.delete];
    if !args.get(1).is_none() {
        given[which] = args.get(1);
    }
    let doc = if parts.getter_doc && !given[0].is_none() { Value::None } else { parts.doc };
    let class = heap.class_of(args.get(0));
    let [get, set, delete] = given;
    Err(Escape::prelude("_property_like", [class.into(), get, set, delete, doc, parts.name]))
}

/// Gives a property the name of the one it was made from.
pub(super) fn name_property(heap: &mut Heap, args: &Args) -> Outcome {
    if let Value::Ref(handle) = args.get(0)
        && let Obj::Property(property) = heap.obj_mut(handle)
    {
        Rc::make_mut(property).name = args.get(1);
    }
    Ok(args.get(0))
}

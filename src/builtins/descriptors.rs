//! `property`, `staticmethod`, `classmethod`, `super`.

use std::rc::Rc;

use crate::object::{
    Args, Arity, GetSet, Heap, Native, Obj, Outcome, Parameters, Property, Super, Type, Value,
};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

static PROPERTY_ARGS: Parameters = Parameters {
    names: &["cls", "fget", "fset", "fdel", "doc"],
    positional_only: 1,
    positional: 5,
    required: 1,
};

pub(super) static PROPERTY: TypeTable = TypeTable {
    of: Type::Property,
    methods: &[
        Native::new("__new__", Arity::Named(&PROPERTY_ARGS), property_new),
        Native::new("getter", Arity::One, |heap, args| property_with(heap, args, 0)),
        Native::new("setter", Arity::One, |heap, args| property_with(heap, args, 1)),
        Native::new("deleter", Arity::One, |heap, args| property_with(heap, args, 2)),
    ],
    attributes: &[
        get("fget", |heap, this| Ok(property(heap, this).get)),
        get("fset", |heap, this| Ok(property(heap, this).set)),
        get("fdel", |heap, this| Ok(property(heap, this).delete)),
        get("__doc__", |heap, this| Ok(property(heap, this).doc)),
    ],
};

fn property(heap: &Heap, this: Value) -> Property {
    match this {
        Value::Ref(handle) => match heap.obj(handle) {
            Obj::Property(property) => (**property).clone(),
            other => panic!("a property is expected, not {other:?}"),
        },
        other => panic!("a property is expected, not {other:?}"),
    }
}

fn property_new(heap: &mut Heap, args: &Args) -> Outcome {
    let or_none = |at: usize| args.get(at).present().unwrap_or(Value::None);
    let mut made = Property { get: or_none(1), set: or_none(2), delete: or_none(3), doc: or_none(4) };
    if made.doc.is_none()
        && let Value::Ref(getter) = made.get
        && let Obj::Function(function) = heap.obj(getter)
    {
        made.doc = function.doc;
    }
    let class = args.get(0).handle().unwrap_or(Type::Property.handle());
    Ok(heap.alloc(class, Obj::Property(Rc::new(made))))
}

fn property_with(heap: &mut Heap, args: &Args, which: usize) -> Outcome {
    let mut changed = property(heap, args.get(0));
    match which {
        0 => changed.get = args.get(1),
        1 => changed.set = args.get(1),
        _ => changed.delete = args.get(1),
    }
    let class = heap.class_of(args.get(0));
    Ok(heap.alloc(class, Obj::Property(Rc::new(changed))))
}

static WRAPPER_ARGS: Parameters =
    Parameters { names: &["cls", "function"], positional_only: 2, positional: 2, required: 2 };

pub(super) static STATIC_METHOD: TypeTable = TypeTable {
    of: Type::StaticMethod,
    methods: &[Native::new("__new__", Arity::Named(&WRAPPER_ARGS), |heap, args| {
        Ok(heap.alloc(Type::StaticMethod, Obj::Wrapped(args.get(1))))
    })],
    attributes: &[get("__func__", wrapped), get("__wrapped__", wrapped)],
};

pub(super) static CLASS_METHOD: TypeTable = TypeTable {
    of: Type::ClassMethod,
    methods: &[Native::new("__new__", Arity::Named(&WRAPPER_ARGS), |heap, args| {
        Ok(heap.alloc(Type::ClassMethod, Obj::Wrapped(args.get(1))))
    })],
    attributes: &[get("__func__", wrapped), get("__wrapped__", wrapped)],
};

fn wrapped(heap: &mut Heap, this: Value) -> Outcome {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Wrapped(inner)) => Ok(*inner),
        _ => Ok(Value::None),
    }
}

pub(super) static SUPER: TypeTable = TypeTable {
    of: Type::Super,
    methods: &[
        Native::new("__new__", Arity::Any, super_new),
        Native::new("__getattribute__", Arity::One, super_attribute),
    ],
    attributes: &[],
};

fn super_new(heap: &mut Heap, args: &Args) -> Outcome {
    let [_, class, object] = *args.positional() else {
        return Err(heap.raise(Type::RuntimeError, "super(): no arguments"));
    };
    let object_class = match object {
        Value::Ref(handle) if heap.as_class(object).is_some() => handle.into(),
        _ => heap.class_of(object).into(),
    };
    Ok(heap.alloc(Type::Super, Obj::Super(Rc::new(Super { class, object, object_class }))))
}

fn super_attribute(heap: &mut Heap, args: &Args) -> Outcome {
    let name = super::functions::attribute_name(heap, args.get(1))?;
    let Value::Ref(handle) = args.get(0) else { unreachable!("super is on the heap") };
    let Obj::Super(parts) = heap.obj(handle).clone() else { unreachable!("super is expected") };
    match heap.find_super(parts.class, parts.object, name)? {
        crate::object::Found::Value(value) => Ok(value),
        crate::object::Found::Method(function) => Ok(heap.bind(function, parts.object)),
    }
}

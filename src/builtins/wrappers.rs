//! What callables can do when they are asked by name, and what the bound and class-bound methods of builtin types
//! say of themselves.

use crate::object::{Arity, Escape, GetSet, Heap, Native, Obj, Outcome, Type, Value};

use super::{
    TypeTable,
    surface::{self, Said},
};

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

const CALL: Native = Native::new("__call__", Arity::Any, |_, _| Err(Escape::Twin)).twin("_call");
const REPR: Native = Native::new("__repr__", Arity::Zero, |heap, args| {
    let text = heap.repr_payload(args.get(0))?;
    Ok(heap.str(&text))
})
.twin("_payload_repr_of");
const SIGNATURE: GetSet = get("__text_signature__", |heap, this| {
    let signature = said(heap, this).signature;
    Ok(signature.map_or(Value::None, |signature| heap.str(&signature)))
});
const DOC: GetSet = get("__doc__", |heap, this| {
    let text = said(heap, this).text;
    Ok(text.map_or(Value::None, |text| heap.str(text)))
});

const OF_METHODS: &[GetSet] = &[
    get("__name__", |heap, this| inside(heap, this, "__name__")),
    get("__qualname__", |heap, this| inside(heap, this, "__qualname__")),
    get("__objclass__", |heap, this| Ok(owner(heap, this))),
    SIGNATURE,
    DOC,
];

const fn table(of: Type, methods: &'static [Native], attributes: &'static [GetSet]) -> TypeTable {
    TypeTable { of, methods, attributes }
}

pub(super) static TYPES: &[&TypeTable] = &[
    &table(Type::Function, &[CALL], &[]),
    &table(Type::Method, &[CALL, REPR], &[]),
    &table(Type::BuiltinFunction, &[CALL, REPR], &[SIGNATURE, DOC]),
    &table(Type::MethodDescriptor, &[CALL, REPR, REDUCE], &[SIGNATURE]),
    &table(Type::SlotWrapper, &[CALL, REPR, REDUCE], &[SIGNATURE]),
    &table(Type::MethodWrapper, &[CALL, REPR, super::callables::REDUCE], OF_METHODS),
    &table(
        Type::MethodWrapper,
        &[],
        &[get("__self__", |heap, this| match this.handle().map(|handle| heap.obj(handle)) {
            Some(Obj::Method(method)) => Ok(method.this),
            _ => Ok(Value::None),
        })],
    ),
    &table(Type::ClassMethodDescriptor, &[CLASS_CALL, REPR, CLASS_GET], OF_METHODS),
    &table(Type::GetSet, &[REPR], &[]),
    &table(Type::Member, &[REPR, REDUCE], &[]),
    &table(Type::Super, &[REPR], &[]),
];

/// Found again under its name in the type.
const REDUCE: Native = Native::new("__reduce__", Arity::Zero, |_, args| {
    Err(Escape::prelude("_descriptor_reduce", [args.get(0)]))
});

const CLASS_GET: Native = Native::new("__get__", Arity::Positional(1, 2), |heap, args| {
    let class = match args.get(2) {
        Value::Null | Value::None => heap.class_of(args.get(1)).into(),
        class => class,
    };
    bound_to_class(heap, args.get(0), class)
});

const CLASS_CALL: Native = Native::new("__call__", Arity::Any, |heap, args| {
    let [this, rest @ ..] = args.values() else { unreachable!("it is called on itself") };
    let Some(class) = rest.first().filter(|_| args.positional().len() > 1) else {
        let (class, name) = (owner(heap, *this), inside(heap, *this, "__name__")?);
        let class = heap.class(class.handle().expect("a class is on the heap")).name.clone();
        let text = format!("descriptor '{}' of '{class}' object needs an argument", heap.lossy(name));
        return Err(heap.type_error(text));
    };
    let callee = bound_to_class(heap, *this, *class)?;
    let (values, names) = (heap.tuple(rest[1..].to_vec()), heap.tuple(args.names().to_vec()));
    Err(Escape::prelude("_call_with", [callee, values, names]))
});

/// The method of this class, which must derive from the one that it is of.
fn bound_to_class(heap: &mut Heap, this: Value, class: Value) -> Outcome {
    let name = inside(heap, this, "__name__")?;
    let name = heap.lossy(name).into_owned();
    let of = owner(heap, this).handle().expect("a class is on the heap");
    let owner = heap.class(of).name.clone();
    let Some(given) = class.handle().filter(|_| heap.as_class(class).is_some()) else {
        let given = heap.type_name(class);
        let text = format!("descriptor '{name}' for type '{owner}' needs a type, not a '{given}' as arg 2");
        return Err(heap.type_error(text));
    };
    if !heap.is_subclass(given, of) {
        let given = heap.class(given).name.clone();
        let text = format!("descriptor '{name}' requires a subtype of '{owner}' but received '{given}'");
        return Err(heap.type_error(text));
    }
    let inner = function(heap, this);
    Ok(heap.bind(inner, class))
}

/// The function of a method, or of what binds it to a class.
fn function(heap: &Heap, this: Value) -> Value {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Method(method)) => method.function,
        Some(Obj::Wrapped(inner)) => *inner,
        _ => this,
    }
}

/// What is said of the function, or of the one inside.
fn said(heap: &Heap, this: Value) -> Said {
    let Some(Obj::Native(native, home)) = function(heap, this).handle().map(|handle| heap.obj(handle)) else {
        return Said::default();
    };
    match heap.obj(*home) {
        Obj::Module(module) => {
            surface::of_function(&heap.lossy(module.name), native.name).unwrap_or_default()
        }
        _ => surface::of_method(&heap.class(*home).name, native.name),
    }
}

fn inside(heap: &mut Heap, this: Value, name: &str) -> Outcome {
    let function = function(heap, this);
    let name = heap.intern(name);
    heap.get_attribute(function, name.into())
}

/// The type that has it.
fn owner(heap: &Heap, this: Value) -> Value {
    match function(heap, this).handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Native(_, owner)) => (*owner).into(),
        _ => Value::None,
    }
}

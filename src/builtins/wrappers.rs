//! What callables can do when they are asked by name, and what the bound and class-bound methods of builtin types
//! say of themselves.

use crate::object::{Arity, Escape, GetSet, Heap, Native, Obj, Outcome, Type, Value};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

const CALL: Native = Native::new("__call__", Arity::Any, |_, _| Err(Escape::Twin)).twin("_call");
const REPR: Native = Native::new("__repr__", Arity::Zero, |heap, args| {
    let text = heap.repr_payload(args.get(0))?;
    Ok(heap.str(&text))
})
.twin("_payload_repr_of");
const SIGNATURE: GetSet = get("__text_signature__", |_, _| Ok(Value::None));

const OF_METHODS: &[GetSet] = &[
    get("__name__", |heap, this| inside(heap, this, "__name__")),
    get("__qualname__", |heap, this| inside(heap, this, "__qualname__")),
    get("__objclass__", |heap, this| Ok(owner(heap, this))),
    SIGNATURE,
];

const fn table(of: Type, methods: &'static [Native], attributes: &'static [GetSet]) -> TypeTable {
    TypeTable { of, methods, attributes }
}

pub(super) static TYPES: &[&TypeTable] = &[
    &table(Type::Function, &[CALL], &[]),
    &table(Type::Method, &[CALL, REPR], &[]),
    &table(Type::BuiltinFunction, &[CALL, REPR], &[SIGNATURE]),
    &table(Type::MethodDescriptor, &[CALL, REPR], &[SIGNATURE]),
    &table(Type::SlotWrapper, &[CALL, REPR], &[SIGNATURE]),
    &table(Type::MethodWrapper, &[CALL, REPR], OF_METHODS),
    &table(
        Type::MethodWrapper,
        &[],
        &[get("__self__", |heap, this| match this.handle().map(|handle| heap.obj(handle)) {
            Some(Obj::Method(method)) => Ok(method.this),
            _ => Ok(Value::None),
        })],
    ),
    &table(Type::ClassMethodDescriptor, &[CALL, REPR, CLASS_GET], OF_METHODS),
    &table(Type::GetSet, &[REPR], &[]),
    &table(Type::Member, &[REPR], &[]),
    &table(Type::Super, &[REPR], &[]),
];

const CLASS_GET: Native = Native::new("__get__", Arity::Positional(1, 2), |heap, args| {
    let class = match args.get(2) {
        Value::Null | Value::None => heap.class_of(args.get(1)).into(),
        class => class,
    };
    let inner = function(heap, args.get(0));
    Ok(heap.bind(inner, class))
});

/// The function of a method, or of what binds it to a class.
fn function(heap: &Heap, this: Value) -> Value {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Method(method)) => method.function,
        Some(Obj::Wrapped(inner)) => *inner,
        _ => this,
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

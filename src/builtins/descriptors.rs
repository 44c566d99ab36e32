//! What stands between a name in a class and what an instance sees: `staticmethod`, `classmethod`, `super`, and
//! the functions, attributes and slots that types have.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Escape, Found, GetSet, Handle, Heap, Native, Obj, Outcome, Scope, Super, Sym, Type, Value,
};

use super::{
    TypeTable,
    arguments::{count, no_keywords, rest},
    surface,
};

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

const WRAPPER_NEW: Native = Native::new("__new__", Arity::Any, |heap, args| {
    let class = args.get(0).handle().filter(|_| heap.as_class(args.get(0)).is_some());
    Ok(heap.alloc(class.unwrap_or(Type::StaticMethod.handle()), Obj::Wrapped(Value::None)))
});
const WRAPPER_INIT: Native = Native::new("__init__", Arity::Any, wrapper_init);
const WRAPPER_GET: Native = Native::new("__get__", Arity::Positional(1, 2), |heap, args| {
    if args.get(1).is_none() && matches!(args.get(2), Value::Null | Value::None) {
        return Err(heap.type_error("__get__(None, None) is invalid"));
    }
    let class = match args.get(2) {
        Value::Null | Value::None => heap.class_of(args.get(1)).into(),
        class => class,
    };
    heap.unwrapped(args.get(0), class)
});
const WRAPPER_REPR: Native = Native::new("__repr__", Arity::Zero, |heap, args| {
    let inner = wrapped(heap, args.get(0))?;
    let class = heap.type_name(args.get(0));
    let inner = heap.repr(inner)?;
    Ok(heap.str(&format!("<{class}({inner})>")))
})
.twin("_wrapper_repr");

const WRAPPED: GetSet = get("__wrapped__", wrapped);
const FUNC: GetSet = get("__func__", wrapped);
const ABSTRACT: GetSet = get("__isabstractmethod__", |heap, this| {
    let inner = wrapped(heap, this)?;
    Err(Escape::prelude("_is_abstract", [inner]))
});

pub(super) static STATIC_METHOD: TypeTable = TypeTable {
    of: Type::StaticMethod,
    methods: &[
        WRAPPER_NEW,
        WRAPPER_INIT,
        WRAPPER_GET,
        WRAPPER_REPR,
        Native::new("__call__", Arity::Any, |heap, args| {
            let inner = wrapped(heap, args.get(0))?;
            let (values, names) =
                (heap.tuple(args.values()[1..].to_vec()), heap.tuple(args.names().to_vec()));
            Err(Escape::prelude("_call_with", [inner, values, names]))
        }),
    ],
    attributes: &[WRAPPED, FUNC, ABSTRACT],
};

pub(super) static CLASS_METHOD: TypeTable = TypeTable {
    of: Type::ClassMethod,
    methods: &[WRAPPER_NEW, WRAPPER_INIT, WRAPPER_GET, WRAPPER_REPR],
    attributes: &[WRAPPED, FUNC, ABSTRACT],
};

/// Beside keeping the function it takes over what the function says of itself.
fn wrapper_init(heap: &mut Heap, args: &Args) -> Outcome {
    let name = heap.layout(args.get(0)).name();
    no_keywords(heap, args, name)?;
    count(heap, name, rest(args).len(), 1, 1)?;
    let (this, inner) = (args.get(0), args.get(1));
    let handle = this.handle().expect("a wrapper is on the heap");
    *heap.obj_mut(handle) = Obj::Wrapped(inner);
    for name in [Sym::Module, Sym::Name, Sym::QualName, Sym::Doc, Sym::Annotations] {
        match heap.get_attribute(inner, name.into()) {
            Ok(value) => heap.set_own(handle, name, value),
            Err(Escape::Raise(_) | Escape::Call(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(Value::None)
}

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
        Native::new("__init__", Arity::Any, super_init).twin("_super_init"),
        Native::new("__getattribute__", Arity::One, super_attribute),
        Native::new("__get__", Arity::Positional(1, 2), super_get).twin("_super_get"),
    ],
    attributes: &[
        get("__thisclass__", |heap, this| Ok(super_parts(heap, this).class)),
        get("__self__", |heap, this| Ok(super_parts(heap, this).object)),
        get("__self_class__", |heap, this| Ok(super_parts(heap, this).object_class)),
    ],
};

fn super_parts(heap: &Heap, this: Value) -> Super {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Super(parts)) => (**parts).clone(),
        other => panic!("super is expected, not {other:?}"),
    }
}

fn super_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::Super)?;
    let parts = Super { class: Value::None, object: Value::None, object_class: Value::None };
    Ok(heap.alloc(class, Obj::Super(Rc::new(parts))))
}

/// `super(class, object)`, `super(class)`, or `super()`, which asks the frame that calls.
fn super_init(heap: &mut Heap, args: &Args) -> Outcome {
    if args.has_keywords() {
        return Err(heap.type_error("super() takes no keyword arguments"));
    }
    let this = args.get(0);
    let (class, object) = match *args.positional() {
        [_] => return Err(Escape::prelude("_super_here", [this])),
        [_, class] => (class, Value::None),
        [_, class, object] => (class, object),
        _ => {
            let given = args.positional().len() - 1;
            return Err(heap.type_error(format!("super() expected at most 2 arguments, got {given}")));
        }
    };
    if heap.as_class(class).is_none() {
        let given = heap.type_name(class);
        return Err(heap.type_error(format!("super() argument 1 must be a type, not {given}")));
    }
    let object_class = if object.is_none() { Value::None } else { heap.super_start(class, object)?.into() };
    set_super(heap, this, Super { class, object, object_class });
    Ok(Value::None)
}

fn set_super(heap: &mut Heap, this: Value, parts: Super) {
    let handle = this.handle().expect("super is on the heap");
    *heap.obj_mut(handle) = Obj::Super(Rc::new(parts));
}

/// `_super_of(super, class, object, said)`: starts it where the object says that it belongs.
pub(super) fn super_of(heap: &mut Heap, args: &Args) -> Outcome {
    let [this, class, object, said] = *args.positional() else { unreachable!("four are given") };
    let start = heap.super_start_said(class.handle().expect("a class is on the heap"), said)?;
    set_super(heap, this, Super { class, object, object_class: start.into() });
    Ok(Value::None)
}

/// `_frame_super()`: the class and the first argument of the innermost function of the program.
pub(super) fn frame_super(_heap: &mut Heap, _args: &Args) -> Outcome {
    Err(Escape::scope(Scope::Super))
}

fn super_attribute(heap: &mut Heap, args: &Args) -> Outcome {
    let name = super::functions::attribute_name(heap, args.get(1))?;
    let this = args.get(0);
    let parts = super_parts(heap, this);
    if !parts.object.is_none()
        && name != Value::from(Sym::Class)
        && let Some(found) = heap.find_after(parts.class, parts.object, parts.object_class, name)?
    {
        return match found {
            Found::Value(value) => Ok(value),
            Found::Method(function) => Ok(heap.bind(function, parts.object)),
        };
    }
    let class = heap.class_of(this);
    match heap.find_plainly(this, class, name)? {
        Some(Found::Value(value)) => Ok(value),
        Some(Found::Method(function)) => Ok(heap.bind(function, this)),
        None => Err(heap.no_attribute(this, name)),
    }
}

/// An unbound `super(class)` in a class is bound to the object through which it is found.
fn super_get(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, object) = (args.get(0), args.get(1));
    let parts = super_parts(heap, this);
    if object.is_none() || !parts.object.is_none() {
        return Ok(this);
    }
    let class = heap.class_of(this);
    if class != Type::Super.handle() {
        return Err(Escape::call(class.into(), [parts.class, object]));
    }
    let object_class = heap.super_start(parts.class, object)?.into();
    Ok(heap.alloc(class, Obj::Super(Rc::new(Super { class: parts.class, object, object_class }))))
}

fn owner_of(heap: &Heap, this: Value) -> Handle {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Native(_, owner) | Obj::GetSet(_, owner) | Obj::Member(_, owner)) => *owner,
        other => panic!("a descriptor is expected, not {other:?}"),
    }
}

/// What it is called: natives and attributes know, a slot has it from the class.
fn name_of(heap: &mut Heap, this: Value) -> String {
    let handle = this.handle().expect("a descriptor is on the heap");
    match heap.obj(handle) {
        Obj::Native(native, _) => native.name.to_owned(),
        Obj::GetSet(getset, _) => getset.name.to_owned(),
        Obj::Member(..) => heap.member_name(this),
        _ => String::new(),
    }
}

/// The object is one that the descriptor is for.
fn check_object(heap: &mut Heap, this: Value, object: Value) -> Result<(), Escape> {
    let owner = owner_of(heap, this);
    if heap.is_instance(object, owner) {
        return Ok(());
    }
    let (name, class, given) = (name_of(heap, this), heap.class(owner).name.clone(), heap.type_name(object));
    let text = format!("descriptor '{name}' for '{class}' objects doesn't apply to a '{given}' object");
    Err(heap.type_error(text))
}

fn descriptor_get(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, object) = (args.get(0), args.get(1));
    if object.is_none() && !matches!(args.get(2), Value::Null | Value::None) {
        return Ok(this);
    }
    if object.is_none() {
        return Err(heap.type_error("__get__(None, None) is invalid"));
    }
    let class = heap.class_of(this);
    if class == Type::Function.handle() {
        return Ok(heap.bind(this, object));
    }
    check_object(heap, this, object)?;
    match heap.obj(this.handle().expect("a descriptor is on the heap")) {
        Obj::GetSet(getset, _) => (getset.get)(heap, object),
        Obj::Member(slot, _) => {
            let slot = *slot;
            let name = name_of(heap, this);
            let name = heap.intern(&name);
            match heap.get_slot(object, slot, name.into())? {
                Found::Value(value) | Found::Method(value) => Ok(value),
            }
        }
        _ => Ok(heap.bind(this, object)),
    }
}

fn descriptor_set(heap: &mut Heap, this: Value, object: Value, value: Value) -> Outcome {
    check_object(heap, this, object)?;
    let (name, class) = (name_of(heap, this), heap.class_of(this));
    match heap.obj(this.handle().expect("a descriptor is on the heap")) {
        Obj::GetSet(getset, owner) => match getset.set {
            Some(set) => set(heap, object, value)?,
            None if class == Type::Member.handle() => {
                return Err(heap.attribute_error("readonly attribute", Value::None, Value::None));
            }
            None => {
                let class = heap.class(*owner).name.clone();
                let text = format!("attribute '{name}' of '{class}' objects is not writable");
                return Err(heap.attribute_error(text, Value::None, Value::None));
            }
        },
        Obj::Member(slot, _) => {
            let slot = *slot;
            let name = heap.intern(&name);
            heap.set_slot(object, slot, name.into(), value)?;
        }
        other => panic!("a data descriptor is expected, not {other:?}"),
    }
    Ok(Value::None)
}

pub(super) const GET: Native = Native::new("__get__", Arity::Positional(1, 2), descriptor_get);
const SET: Native = Native::new("__set__", Arity::Positional(2, 2), |heap, args| {
    descriptor_set(heap, args.get(0), args.get(1), args.get(2))
});
const DELETE: Native = Native::new("__delete__", Arity::One, |heap, args| {
    descriptor_set(heap, args.get(0), args.get(1), Value::Null)
});
const NAME: GetSet = get("__name__", |heap, this| {
    let name = name_of(heap, this);
    Ok(heap.intern(&name).into())
});
const OWNER: GetSet = get("__objclass__", |heap, this| Ok(owner_of(heap, this).into()));
const QUALNAME: GetSet = get("__qualname__", |heap, this| {
    let text = format!("{}.{}", heap.class_qualname(owner_of(heap, this)), name_of(heap, this));
    Ok(heap.str(&text))
});
const DOC: GetSet = get("__doc__", |heap, this| {
    let name = name_of(heap, this);
    let said = surface::of_method(&heap.class(owner_of(heap, this)).name, &name);
    Ok(said.text.map_or(Value::None, |text| heap.str(text)))
});

pub(super) static METHOD_DESCRIPTOR: TypeTable =
    TypeTable { of: Type::MethodDescriptor, methods: &[GET], attributes: &[NAME, OWNER, QUALNAME, DOC] };
pub(super) static SLOT_WRAPPER: TypeTable =
    TypeTable { of: Type::SlotWrapper, methods: &[GET], attributes: &[NAME, OWNER, QUALNAME, DOC] };
pub(super) static GETSET: TypeTable =
    TypeTable { of: Type::GetSet, methods: &[GET, SET, DELETE], attributes: &[NAME, OWNER, QUALNAME, DOC] };
pub(super) static MEMBER: TypeTable =
    TypeTable { of: Type::Member, methods: &[GET, SET, DELETE], attributes: &[NAME, OWNER, QUALNAME, DOC] };

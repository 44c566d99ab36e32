//! `object`: what every value has.

use crate::object::{
    Args, Arity, Dict, DictHandle, Escape, GetSet, Heap, NOT_IMPLEMENTED, Native, Obj, Outcome, Sym, Type,
    Value,
};

use super::TypeTable;

pub(super) static OBJECT: TypeTable = TypeTable {
    of: Type::Object,
    methods: &[
        Native::new("__new__", Arity::Any, new),
        Native::new("__init__", Arity::Any, init),
        Native::new("__repr__", Arity::Zero, repr),
        Native::new("__str__", Arity::Zero, str).twin("_repr"),
        Native::new("__format__", Arity::One, format).twin("_object_format"),
        Native::new("__hash__", Arity::Zero, hash),
        Native::new("__eq__", Arity::One, eq),
        Native::new("__ne__", Arity::One, ne).twin("_object_ne"),
        Native::new("__getattribute__", Arity::One, getattribute),
        Native::new("__setattr__", Arity::Positional(2, 2), setattr),
        Native::new("__delattr__", Arity::One, delattr),
        Native::new("__lt__", Arity::One, not_implemented),
        Native::new("__le__", Arity::One, not_implemented),
        Native::new("__gt__", Arity::One, not_implemented),
        Native::new("__ge__", Arity::One, not_implemented),
        Native::new("__reduce__", Arity::Zero, |_, args| {
            Err(Escape::prelude("_object_reduce", [args.get(0), Value::Int(0)]))
        }),
        Native::new("__reduce_ex__", Arity::One, |_, args| {
            Err(Escape::prelude("_object_reduce_ex", [args.get(0), args.get(1)]))
        }),
        Native::new("__getstate__", Arity::Zero, |_, args| {
            Err(Escape::prelude("_object_state", [args.get(0), Value::Bool(false)]))
        }),
    ],
    attributes: &[GetSet { name: "__class__", get: class, set: Some(super::class::set_class) }],
};

/// `list[int]`, for the types that can be parametrised.
pub(super) static CLASS_GETITEM: Native =
    Native::new("__class_getitem__", Arity::Positional(2, 2), |_, args| {
        Err(Escape::prelude("_generic_alias", [args.get(0), args.get(1)]))
    });

pub(super) static INIT_SUBCLASS: Native = Native::new("__init_subclass__", Arity::Any, init_subclass);

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::Object)?;
    if args.values().len() > 1 {
        let of = |heap: &Heap, name| heap.lookup_owner(class, name).map(|(owner, _)| owner);
        if of(heap, Sym::New) != Some(Type::Object.handle()) {
            let text = "object.__new__() takes exactly one argument (the type to instantiate)";
            return Err(heap.type_error(text));
        }
        if of(heap, Sym::Init) == Some(Type::Object.handle()) {
            let name = heap.class(class).name.clone();
            return Err(heap.type_error(format!("{name}() takes no arguments")));
        }
    }
    if heap.class(class).is_abstract {
        return Err(Escape::prelude("_refuse_abstract", [class.into()]));
    }
    let slots = heap.class(class).slots as usize;
    let obj = if slots == 0 { Obj::Plain } else { Obj::Slots(std::rc::Rc::new(vec![Value::Null; slots])) };
    Ok(heap.alloc(class, obj))
}

fn init(heap: &mut Heap, args: &Args) -> Outcome {
    if args.values().len() == 1 {
        return Ok(Value::None);
    }
    let class = heap.class_of(args.get(0));
    let of = |heap: &Heap, name| heap.lookup_owner(class, name).map(|(owner, _)| owner);
    if of(heap, Sym::Init) != Some(Type::Object.handle()) {
        let text = "object.__init__() takes exactly one argument (the instance to initialize)";
        return Err(heap.type_error(text));
    }
    if of(heap, Sym::New) == Some(Type::Object.handle()) {
        let name = heap.class(class).name.clone();
        return Err(heap.type_error(format!(
            "{name}.__init__() takes exactly one argument (the instance to initialize)"
        )));
    }
    Ok(Value::None)
}

fn repr(heap: &mut Heap, args: &Args) -> Outcome {
    let class = heap.class_of(args.get(0));
    let text = format!("<{} object at {:#x}>", heap.qualified_class(class), heap.id(args.get(0)));
    Ok(heap.str(&text))
}

fn str(heap: &mut Heap, args: &Args) -> Outcome {
    if let Some(method) = heap.user_special(args.get(0), Sym::Repr) {
        return Err(Escape::call(method, [args.get(0)]));
    }
    heap.str_payload(args.get(0))
}

fn format(heap: &mut Heap, args: &Args) -> Outcome {
    let Some(spec) = heap.as_str(args.get(1)) else {
        let given = match args.get(1) {
            Value::None => "None".into(),
            other => heap.type_name(other),
        };
        return Err(heap.type_error(format!("__format__() argument must be str, not {given}")));
    };
    if !spec.is_empty() {
        let class = heap.type_name(args.get(0));
        return Err(heap.type_error(format!("unsupported format string passed to {class}.__format__")));
    }
    heap.str_of(args.get(0))
}

fn hash(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Int(heap.hash_of_place(args.get(0))))
}

fn eq(_heap: &mut Heap, args: &Args) -> Outcome {
    Ok(if args.get(0) == args.get(1) { Value::Bool(true) } else { NOT_IMPLEMENTED.into() })
}

fn ne(heap: &mut Heap, args: &Args) -> Outcome {
    if heap.user_special(args.get(0), Sym::Eq).is_some() {
        return Err(Escape::Twin);
    }
    Ok(if args.get(0) == args.get(1) { Value::Bool(false) } else { NOT_IMPLEMENTED.into() })
}

fn not_implemented(_heap: &mut Heap, _args: &Args) -> Outcome {
    Ok(NOT_IMPLEMENTED.into())
}

pub(super) fn getattribute(heap: &mut Heap, args: &Args) -> Outcome {
    let name = super::functions::attribute_name(heap, args.get(1))?;
    let class = heap.class_of(args.get(0));
    match heap.find_plainly(args.get(0), class, name)? {
        Some(crate::object::Found::Value(value)) => Ok(value),
        Some(crate::object::Found::Method(function)) => Ok(heap.bind(function, args.get(0))),
        None => Err(heap.no_attribute(args.get(0), name)),
    }
}

/// What a builtin type does itself when attributes are set cannot be gone around (`hackcheck`).
fn check_own_way(heap: &mut Heap, this: Value, name: &str) -> Result<(), Escape> {
    if heap.is_instance(this, Type::Type) {
        let class = heap.type_name(this);
        return Err(heap.type_error(format!("can't apply this {name} to {class} object")));
    }
    Ok(())
}

fn setattr(heap: &mut Heap, args: &Args) -> Outcome {
    check_own_way(heap, args.get(0), "__setattr__")?;
    let name = super::functions::attribute_name(heap, args.get(1))?;
    heap.set_plainly(args.get(0), name, args.get(2))?;
    Ok(Value::None)
}

fn delattr(heap: &mut Heap, args: &Args) -> Outcome {
    check_own_way(heap, args.get(0), "__delattr__")?;
    let name = super::functions::attribute_name(heap, args.get(1))?;
    heap.set_plainly(args.get(0), name, Value::Null)?;
    Ok(Value::None)
}

fn init_subclass(heap: &mut Heap, args: &Args) -> Outcome {
    if args.has_keywords() {
        let class = args.get(0).handle().map_or_else(String::new, |class| heap.class(class).name.to_string());
        return Err(heap.type_error(format!("{class}.__init_subclass__() takes no keyword arguments")));
    }
    Ok(Value::None)
}

fn class(heap: &mut Heap, this: Value) -> Outcome {
    Ok(heap.class_of(this).into())
}

/// The attribute of every type whose instances have attributes of their own.
pub(super) static DICT: GetSet = GetSet { name: "__dict__", get: dict, set: Some(set_dict) };

/// The same where only what is in it may be changed.
pub(super) static DICT_TO_READ: GetSet = GetSet { name: "__dict__", get: dict, set: None };

pub(super) fn dict(heap: &mut Heap, this: Value) -> Outcome {
    match this {
        Value::Ref(handle) if heap.class(heap.class_of(this)).has_dict => {
            Ok(heap.give_attributes(handle).into())
        }
        _ => Err(heap.no_attribute(this, Sym::Dict.into())),
    }
}

pub(super) fn set_dict(heap: &mut Heap, this: Value, dict: Value) -> Result<(), Escape> {
    let dict = if dict.is_null() { heap.dict(Dict::default()) } else { dict };
    match (this, dict) {
        (Value::Ref(this), Value::Ref(dict)) if heap.is_instance(dict.into(), Type::Dict) => {
            heap.slot_mut(this).dict = Some(DictHandle::new(dict));
            Ok(())
        }
        _ => {
            let class = heap.type_name(dict);
            Err(heap.type_error(format!("__dict__ must be set to a dictionary, not a '{class}'")))
        }
    }
}

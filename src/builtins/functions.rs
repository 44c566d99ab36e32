//! The functions of `builtins` that are not about numbers, iteration or files.

use crate::object::{Args, Arity, Escape, Found, Heap, Native, Obj, Outcome, Scope, Sym, Type, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("__build_class__", Arity::Any, build_class).twin("_build_class"),
    Native::new("ascii", Arity::One, ascii).twin("_ascii"),
    Native::new("callable", Arity::One, callable),
    Native::new("chr", Arity::One, chr).twin("_chr"),
    Native::new("delattr", Arity::Positional(2, 2), delattr),
    Native::new("dir", Arity::Positional(0, 1), dir).twin("_dir"),
    Native::new("format", Arity::Positional(1, 2), format).twin("_format"),
    Native::new("getattr", Arity::Positional(2, 3), getattr).twin("_getattr"),
    Native::new("globals", Arity::Zero, |_, _| Err(Escape::scope(Scope::Globals))),
    Native::new("hasattr", Arity::Positional(2, 2), hasattr).twin("_hasattr"),
    Native::new("hash", Arity::One, hash).twin("_hash"),
    Native::new("id", Arity::One, id),
    Native::new("isinstance", Arity::Positional(2, 2), isinstance).twin("_isinstance"),
    Native::new("issubclass", Arity::Positional(2, 2), issubclass).twin("_issubclass"),
    Native::new("locals", Arity::Zero, |_, _| Err(Escape::scope(Scope::Locals))),
    Native::new("vars", Arity::Positional(0, 1), vars).twin("_vars"),
    Native::new("len", Arity::One, len).twin("_len"),
    Native::new("ord", Arity::One, ord),
    Native::new("repr", Arity::One, repr).twin("_repr"),
    Native::new("setattr", Arity::Positional(3, 3), setattr),
];

/// `_names_of(object)`
pub(super) static HELPERS: &[Native] = &[Native::new("_names_of", Arity::One, |heap, args| {
    let names = super::reflection::names(heap, args.get(0));
    Ok(super::reflection::list_of(heap, names))
})];

fn build_class(heap: &mut Heap, args: &Args) -> Outcome {
    let [function, name, ..] = *args.positional() else {
        return Err(heap.type_error("__build_class__: not enough arguments"));
    };
    if !heap.is_instance(function, Type::Function) {
        return Err(heap.type_error("__build_class__: func must be a function"));
    }
    if heap.as_str(name).is_none() {
        return Err(heap.type_error("__build_class__: name is not a string"));
    }
    Err(Escape::Twin)
}

fn ascii(heap: &mut Heap, args: &Args) -> Outcome {
    heap.ascii(args.get(0))
}

pub fn is_callable(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Ref(handle) => match heap.obj(handle) {
            Obj::Function(_) | Obj::Native(..) | Obj::Method(_) | Obj::Class(_) => true,
            _ => heap.special(value, Sym::Call).is_some(),
        },
        _ => false,
    }
}

fn callable(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Bool(is_callable(heap, args.get(0))))
}

fn chr(heap: &mut Heap, args: &Args) -> Outcome {
    let value = heap.index(args.get(0))?;
    match u32::try_from(value) {
        Ok(point) if point <= 0x10_FFFF => {
            let text = crate::source::Text::from_code_points([point]);
            Ok(heap.text(text))
        }
        _ if heap.small_int(args.get(0)).is_none() || value != i64::from(value as i32) => {
            Err(heap.overflow_error("Python int too large to convert to C int"))
        }
        _ => Err(heap.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(heap: &mut Heap, args: &Args) -> Outcome {
    let value = args.get(0);
    let len = match (heap.as_str(value), heap.as_bytes(value)) {
        (Some(text), _) if text.len() == 1 => return Ok(Value::Int(text.point(0).into())),
        (_, Some(&[byte])) => return Ok(Value::Int(byte.into())),
        (Some(text), _) => text.len(),
        (_, Some(bytes)) => bytes.len(),
        (None, None) => {
            let class = heap.type_name(value);
            let text = format!("ord() expected string of length 1, but {class} found");
            return Err(heap.type_error(text));
        }
    };
    Err(heap.type_error(format!("ord() expected a character, but string of length {len} found")))
}

/// An attribute's name as an interned string.
pub(super) fn attribute_name(heap: &mut Heap, name: Value) -> Result<Value, Escape> {
    match heap.as_str(name) {
        Some(text) => {
            let text = text.text().to_lossy();
            Ok(heap.intern(&text).into())
        }
        None => {
            let class = heap.type_name(name);
            Err(heap.type_error(format!("attribute name must be string, not '{class}'")))
        }
    }
}

fn getattr(heap: &mut Heap, args: &Args) -> Outcome {
    let name = attribute_name(heap, args.get(1))?;
    if args.get(2).is_null() {
        return match heap.get_attribute(args.get(0), name) {
            Err(Escape::Call(_)) => Err(Escape::prelude("_getattr_asked", [args.get(0), name])),
            other => other,
        };
    }
    match heap.get_attribute(args.get(0), name) {
        Err(Escape::Raise(raised)) if heap.is_instance(raised.into(), Type::AttributeError) => {
            Ok(args.get(2))
        }
        Err(Escape::Call(_)) => Err(Escape::Twin),
        other => other,
    }
}

fn hasattr(heap: &mut Heap, args: &Args) -> Outcome {
    let name = attribute_name(heap, args.get(1))?;
    match heap.find_attribute(args.get(0), name) {
        Ok(Found::Value(_) | Found::Method(_)) => Ok(Value::Bool(true)),
        Err(Escape::Raise(raised)) if heap.is_instance(raised.into(), Type::AttributeError) => {
            Ok(Value::Bool(false))
        }
        Err(Escape::Call(_)) => Err(Escape::Twin),
        Err(other) => Err(other),
    }
}

fn setattr(heap: &mut Heap, args: &Args) -> Outcome {
    let name = attribute_name(heap, args.get(1))?;
    heap.set_attribute(args.get(0), name, args.get(2))?;
    Ok(Value::None)
}

fn delattr(heap: &mut Heap, args: &Args) -> Outcome {
    let name = attribute_name(heap, args.get(1))?;
    heap.set_attribute(args.get(0), name, Value::Null)?;
    Ok(Value::None)
}

fn dir(heap: &mut Heap, args: &Args) -> Outcome {
    let object = args.get(0);
    // Each type has its own way to list names; without an argument it is the caller's that are wanted.
    if object.is_null() || heap.user_special(object, Sym::Dir).is_some() {
        return Err(Escape::Twin);
    }
    let class = heap.class_of(object);
    let Some(Value::Ref(method)) = heap.lookup(class, Sym::Dir) else { return Err(Escape::Twin) };
    match heap.obj(method) {
        Obj::Native(native, _) => (native.call)(heap, args),
        _ => Err(Escape::Twin),
    }
}

fn format(heap: &mut Heap, args: &Args) -> Outcome {
    let spec = match args.get(1) {
        Value::Null => String::new(),
        spec if heap.as_str(spec).is_some() => heap.lossy(spec).into_owned(),
        other => {
            let class = heap.type_name(other);
            return Err(heap.type_error(format!("format() argument 2 must be str, not {class}")));
        }
    };
    heap.format(args.get(0), &spec)
}

fn vars(heap: &mut Heap, args: &Args) -> Outcome {
    match args.get(0) {
        Value::Null => Err(Escape::scope(Scope::Locals)),
        object => match heap.get_attribute(object, Sym::Dict.into()) {
            Err(Escape::Raise(_)) => Err(heap.type_error("vars() argument must have __dict__ attribute")),
            Err(Escape::Call(_)) => Err(Escape::Twin),
            other => other,
        },
    }
}

fn hash(heap: &mut Heap, args: &Args) -> Outcome {
    heap.hash(args.get(0)).map(Value::Int)
}

fn id(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Int(heap.id(args.get(0))))
}

/// Whether a class test is one that Rust can decide; each class named in `of`, tuples taken apart.
fn class_test(
    heap: &mut Heap,
    of: Value,
    function: &str,
    test: &impl Fn(&Heap, crate::object::Handle) -> Result<bool, Escape>,
) -> Result<bool, Escape> {
    if let Some(items) = heap.as_tuple(of).cloned() {
        let doing = if function == "isinstance" { " in __instancecheck__" } else { " in __subclasscheck__" };
        return heap.nested(doing, |heap| {
            for &item in items.iter() {
                if class_test(heap, item, function, test)? {
                    return Ok(true);
                }
            }
            Ok(false)
        });
    }
    let special = if function == "isinstance" { Sym::InstanceCheck } else { Sym::SubclassCheck };
    if heap.user_special(of, special).is_some() {
        return Err(Escape::Twin);
    }
    match of {
        Value::Ref(class) if heap.as_class(of).is_some() => test(heap, class),
        _ => Err(Escape::Twin),
    }
}

fn isinstance(heap: &mut Heap, args: &Args) -> Outcome {
    let value = args.get(0);
    // What an object says of its own class counts too, and is asked for each class in turn.
    let test = |heap: &Heap, class| match heap.is_instance(value, class) {
        false if !speaks_truth(heap, value) => Err(Escape::Twin),
        answer => Ok(answer),
    };
    class_test(heap, args.get(1), "isinstance", &test).map(Value::Bool)
}

/// Whether `value.__class__` is the type of the value, as it is for whoever does not play with it.
fn speaks_truth(heap: &Heap, value: Value) -> bool {
    let class = heap.class_of(value);
    if Type::at(class).is_some() {
        return true;
    }
    let found = heap.lookup_owner(class, Sym::Class);
    found.is_some_and(|(owner, _)| owner == Type::Object.handle())
        && heap.user_special(value, Sym::GetAttribute).is_none()
}

fn issubclass(heap: &mut Heap, args: &Args) -> Outcome {
    let Some(class) = args.get(0).handle().filter(|_| heap.as_class(args.get(0)).is_some()) else {
        return Err(Escape::Twin);
    };
    let test = |heap: &Heap, base| Ok(heap.is_subclass(class, base));
    class_test(heap, args.get(1), "issubclass", &test).map(Value::Bool)
}

fn len(heap: &mut Heap, args: &Args) -> Outcome {
    heap.len(args.get(0)).map(|len| Value::Int(len as i64))
}

fn repr(heap: &mut Heap, args: &Args) -> Outcome {
    let text = heap.repr(args.get(0))?;
    Ok(heap.str(&text))
}

//! The type `dict`, its views and `mappingproxy`.

use crate::object::{
    Args, Arity, Dict, Escape, GetSet, Handle, Heap, Native, Obj, Operator, Outcome, Type, Value, Yields,
};

use super::{
    TypeTable,
    arguments::{Res, count, no_keywords, rest},
    helpers::class_argument,
};

fn handle(args: &Args) -> Handle {
    args.get(0).handle().expect("a dict is on the heap")
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::Dict)?;
    let made = heap.alloc_handle(class, Obj::Dict(std::rc::Rc::default()));
    // An instance of a subclass is filled by its `__init__`.
    if class == Type::Dict.handle() {
        fill(heap, made, args, "dict")?;
    }
    Ok(made.into())
}

/// `dict(...)` and `dict.update(...)`: a mapping or pairs, then keyword arguments.
fn fill(heap: &mut Heap, dict: Handle, args: &Args, name: &str) -> Outcome {
    let rest = rest(args);
    count(heap, name, rest.len(), 0, 1)?;
    if let [other] = rest {
        update_from(heap, dict, *other)?;
    }
    for (name, value) in args.keywords() {
        heap.dict_set(dict, name, value)?;
    }
    Ok(Value::None)
}

pub fn update_from(heap: &mut Heap, dict: Handle, other: Value) -> Res<()> {
    if heap.as_dict(other).is_some() {
        return heap.update_dict(dict, other);
    }
    if let Some(Obj::Proxy(inner)) = other.handle().map(|handle| heap.obj(handle)) {
        let inner = *inner;
        return heap.update_dict(dict, inner.into());
    }
    if may_have_keys(heap, other) {
        return Err(Escape::Twin);
    }
    let pairs = heap.items_of(other)?;
    heap.update_pairs(dict, &pairs)
}

/// Whether it may be a mapping: a program's class may say so in many ways, and is asked by name.
fn may_have_keys(heap: &mut Heap, value: Value) -> bool {
    let name = heap.intern("keys");
    let class = heap.class_of(value);
    Type::at(class).is_none()
        || heap.lookup(class, name).is_some()
        || value.handle().is_some_and(|handle| {
            heap.as_class(value).is_some_and(|_| Type::at(handle).is_none())
                || heap.own(handle, name).is_some()
        })
}

fn init(heap: &mut Heap, args: &Args) -> Outcome {
    fill(heap, handle(args), args, "dict")
}

fn update(heap: &mut Heap, args: &Args) -> Outcome {
    fill(heap, handle(args), args, "update")
}

fn get(heap: &mut Heap, args: &Args) -> Outcome {
    let default = args.get(2).present().unwrap_or(Value::None);
    Ok(heap.dict_get(handle(args), args.get(1))?.unwrap_or(default))
}

fn set_default(heap: &mut Heap, args: &Args) -> Outcome {
    let default = args.get(2).present().unwrap_or(Value::None);
    let hash = heap.hash(args.get(1))?;
    match heap.dict_find(handle(args), args.get(1), hash)? {
        Some(at) => Ok(heap.as_dict(args.get(0)).expect("a dict").entries()[at].value),
        None => {
            heap.dict_put(handle(args), None, hash, args.get(1), default);
            Ok(default)
        }
    }
}

fn pop(heap: &mut Heap, args: &Args) -> Outcome {
    // In an empty dict nothing is looked for, so nothing is hashed.
    if heap.as_dict(args.get(0)).is_some_and(Dict::is_empty) && args.get(2).is_null() {
        return Err(heap.key_error(args.get(1)));
    }
    match heap.dict_remove(handle(args), args.get(1))? {
        Some(value) => Ok(value),
        None => match args.get(2) {
            Value::Null => Err(heap.key_error(args.get(1))),
            default => Ok(default),
        },
    }
}

fn pop_item(heap: &mut Heap, args: &Args) -> Outcome {
    let dict = heap.as_dict(args.get(0)).expect("a dict");
    let Some(at) = dict.last_used(dict.entries().len()) else {
        let text = heap.str("popitem(): dictionary is empty");
        return Err(heap.key_error(text));
    };
    let entry = heap.remove_entry(handle(args), at);
    Ok(heap.tuple(vec![entry.key, entry.value]))
}

fn clear(heap: &mut Heap, args: &Args) -> Outcome {
    heap.clear_dict(handle(args));
    Ok(Value::None)
}

fn copy(heap: &mut Heap, args: &Args) -> Outcome {
    if heap.has_own_order(args.get(0)) {
        return Err(Escape::Twin);
    }
    let dict = inner(heap, args);
    let copy: Dict = heap.as_dict(dict.into()).expect("a dict").clone();
    Ok(heap.dict(copy))
}

/// The dict itself, or the one behind a proxy.
fn inner(heap: &Heap, args: &Args) -> Handle {
    match heap.obj(handle(args)) {
        Obj::Proxy(dict) | Obj::View(dict) => *dict,
        _ => handle(args),
    }
}

fn from_keys(heap: &mut Heap, args: &Args) -> Outcome {
    no_keywords(heap, args, "dict.fromkeys")?;
    count(heap, "fromkeys", args.positional().len() - 1, 1, 2)?;
    let value = args.get(2).present().unwrap_or(Value::None);
    if args.get(0) != Type::Dict.into() {
        return Err(Escape::Twin);
    }
    let keys = heap.items_of(args.get(1))?;
    let hashes = keys.iter().map(|&key| heap.hash(key)).collect::<Res<Vec<i64>>>()?;
    let made = heap.dict(Dict::with_capacity(keys.len()));
    let dict = made.handle().expect("a dict is on the heap");
    for (key, hash) in keys.into_iter().zip(hashes) {
        let found = heap.dict_find(dict, key, hash)?;
        heap.dict_put(dict, found, hash, key, value);
    }
    Ok(made)
}

fn view(heap: &mut Heap, args: &Args, of: Type) -> Outcome {
    let dict = inner(heap, args);
    Ok(heap.alloc(of, Obj::View(dict)))
}

fn reversed(heap: &mut Heap, args: &Args) -> Outcome {
    let yields = match heap.layout(args.get(0)) {
        Type::DictValues => Yields::Values,
        Type::DictItems => Yields::Items,
        _ => Yields::Keys,
    };
    let dict = inner(heap, args);
    Ok(heap.dict_iter(dict, yields, true))
}

fn is_disjoint(heap: &mut Heap, args: &Args) -> Outcome {
    for item in heap.items_of(args.get(1))? {
        if heap.contains(args.get(0), item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

macro_rules! of_view {
    ($($plain:literal $reflected:literal $operator:ident $twin:literal;)*) => {
        const VIEW: &[Native] = &[
            $(
                Native::new($plain, Arity::One, |heap, args| {
                    heap.operate(Operator::$operator, args.get(0), args.get(1))
                })
                .twin($twin),
                Native::new($reflected, Arity::One, |heap, args| {
                    heap.operate(Operator::$operator, args.get(1), args.get(0))
                })
                .twin($twin),
            )*
            Native::new("isdisjoint", Arity::One, is_disjoint).twin("_view_isdisjoint"),
            BACKWARDS,
        ];
    };
}

of_view! {
    "__and__" "__rand__" And "_and";
    "__or__" "__ror__" Or "_or";
    "__sub__" "__rsub__" Subtract "_subtract";
    "__xor__" "__rxor__" Xor "_xor";
}

const KEYS: Native = Native::new("keys", Arity::Zero, |heap, args| view(heap, args, Type::DictKeys));
const VALUES: Native = Native::new("values", Arity::Zero, |heap, args| view(heap, args, Type::DictValues));
const ITEMS: Native = Native::new("items", Arity::Zero, |heap, args| view(heap, args, Type::DictItems));
const COPY: Native = Native::new("copy", Arity::Zero, copy).twin("_dict_copy");
const BACKWARDS: Native = Native::new("__reversed__", Arity::Zero, reversed);

const METHODS: &[Native] = &[
    Native::new("__new__", Arity::Any, new).twin("_dict_new"),
    Native::new("__init__", Arity::Any, init).twin("_dict_init"),
    Native::new("__ior__", Arity::One, update_in_place).twin("_dict_ior"),
    Native::new("get", Arity::Positional(1, 2), get).twin("_dict_get"),
    Native::new("setdefault", Arity::Positional(1, 2), set_default).twin("_dict_setdefault"),
    Native::new("pop", Arity::Positional(1, 2), pop).twin("_dict_pop"),
    Native::new("popitem", Arity::Zero, pop_item),
    Native::new("update", Arity::Any, update).twin("_dict_init"),
    Native::new("clear", Arity::Zero, clear),
    KEYS,
    VALUES,
    ITEMS,
    COPY,
    BACKWARDS,
];

fn update_in_place(heap: &mut Heap, args: &Args) -> Outcome {
    update_from(heap, handle(args), args.get(1))?;
    Ok(args.get(0))
}

fn proxy_get(heap: &mut Heap, args: &Args) -> Outcome {
    let default = args.get(2).present().unwrap_or(Value::None);
    let dict = inner(heap, args);
    Ok(heap.dict_get(dict, args.get(1))?.unwrap_or(default))
}

fn proxy_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::MappingProxy)?;
    match rest(args) {
        [dict] if heap.as_dict(*dict).is_some() => {
            Ok(heap.alloc(class, Obj::Proxy(dict.handle().expect("a dict is on the heap"))))
        }
        [other] => {
            let name = heap.type_name(*other);
            Err(heap.type_error(format!("mappingproxy() argument must be a mapping, not {name}")))
        }
        _ => Err(heap.type_error("mappingproxy() missing required argument 'mapping' (pos 1)")),
    }
}

const PROXY: &[Native] = &[
    Native::new("__new__", Arity::Any, proxy_new),
    Native::new("__ior__", Arity::One, |heap, _| {
        Err(heap.type_error("'|=' is not supported by mappingproxy; use '|' instead"))
    }),
    Native::new("get", Arity::Positional(1, 2), proxy_get).twin("_dict_get"),
    KEYS,
    VALUES,
    ITEMS,
    COPY,
    BACKWARDS,
];

pub(super) static FROM_KEYS: Native = Native::new("fromkeys", Arity::Any, from_keys).twin("_dict_fromkeys");

/// The dict that a view shows, read only.
const MAPPING: &[GetSet] = &[GetSet {
    name: "mapping",
    get: |heap, of| match heap.obj(of.handle().expect("a view is on the heap")) {
        Obj::View(dict) => {
            let dict = *dict;
            Ok(heap.alloc(Type::MappingProxy, Obj::Proxy(dict)))
        }
        other => panic!("a view is expected, not {other:?}"),
    },
    set: None,
}];

pub(super) static TYPES: &[&TypeTable] = &[
    &TypeTable { of: Type::Dict, methods: METHODS, attributes: &[] },
    &TypeTable { of: Type::MappingProxy, methods: PROXY, attributes: &[] },
    &TypeTable { of: Type::DictKeys, methods: VIEW, attributes: MAPPING },
    &TypeTable { of: Type::DictItems, methods: VIEW, attributes: MAPPING },
    &TypeTable { of: Type::DictValues, methods: &[BACKWARDS], attributes: MAPPING },
];

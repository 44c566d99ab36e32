//! `dict`, its views, and `mappingproxy`.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Entry, Escape, Handle, Heap, Native, Obj, Outcome, Parameters, Type, Value, Yields,
};

use super::TypeTable;

pub(super) static DICT: TypeTable = TypeTable {
    of: Type::Dict,
    methods: &[
        Native::new("clear", Arity::Zero, clear),
        Native::new("copy", Arity::Zero, copy),
        Native::new("get", Arity::Positional(1, 2), get).twin("_dict_get"),
        Native::new("items", Arity::Zero, |heap, args| Ok(view(heap, args, Type::DictItems))),
        Native::new("keys", Arity::Zero, |heap, args| Ok(view(heap, args, Type::DictKeys))),
        Native::new("pop", Arity::Positional(1, 2), pop).twin("_dict_pop"),
        Native::new("popitem", Arity::Zero, popitem),
        Native::new("setdefault", Arity::Positional(1, 2), setdefault).twin("_dict_setdefault"),
        Native::new("update", Arity::Any, update).twin("_dict_init"),
        Native::new("values", Arity::Zero, |heap, args| Ok(view(heap, args, Type::DictValues))),
        Native::new("__reversed__", Arity::Zero, |heap, args| {
            Ok(heap.dict_iter(this(args), Yields::Keys, true))
        }),
    ],
    attributes: &[],
};

static FROM_KEYS: Native =
    Native::new("fromkeys", Arity::Named(&FROM_KEYS_ARGS), from_keys).twin("_dict_fromkeys");
static FROM_KEYS_ARGS: Parameters =
    Parameters { names: &["cls", "iterable", "value"], positional_only: 3, positional: 3, required: 2 };

pub(super) static MAPPING_PROXY: TypeTable = TypeTable {
    of: Type::MappingProxy,
    methods: &[
        Native::new("get", Arity::Positional(1, 2), proxy_get),
        Native::new("items", Arity::Zero, |heap, args| Ok(view(heap, args, Type::DictItems))),
        Native::new("keys", Arity::Zero, |heap, args| Ok(view(heap, args, Type::DictKeys))),
        Native::new("values", Arity::Zero, |heap, args| Ok(view(heap, args, Type::DictValues))),
    ],
    attributes: &[],
};

/// The class methods.
pub(super) fn install(heap: &mut Heap) {
    super::add_class_method(heap, Type::Dict.handle(), &FROM_KEYS);
}

fn this(args: &Args) -> Handle {
    args.values()[0].handle().expect("a dict is on the heap")
}

/// A view of the dict, or of the dict behind a proxy.
fn view(heap: &mut Heap, args: &Args, of: Type) -> Value {
    let dict = match heap.obj(this(args)) {
        Obj::Proxy(dict) => *dict,
        _ => this(args),
    };
    heap.alloc(of, Obj::View(dict))
}

fn clear(heap: &mut Heap, args: &Args) -> Outcome {
    heap.dict_mut(this(args)).clear();
    Ok(Value::None)
}

fn copy(heap: &mut Heap, args: &Args) -> Outcome {
    let Obj::Dict(dict) = heap.obj(this(args)) else { panic!("a dict is expected") };
    let copy = dict.clone();
    heap.room_for(copy.len() as u64 * 48)?;
    Ok(heap.alloc(Type::Dict, Obj::Dict(copy)))
}

fn get(heap: &mut Heap, args: &Args) -> Outcome {
    let found = heap.dict_get(this(args), args.get(1))?;
    Ok(found.or(args.get(2).present()).unwrap_or(Value::None))
}

fn proxy_get(heap: &mut Heap, args: &Args) -> Outcome {
    let Obj::Proxy(dict) = heap.obj(this(args)) else { panic!("a proxy is expected") };
    let found = heap.dict_get(*dict, args.get(1))?;
    Ok(found.or(args.get(2).present()).unwrap_or(Value::None))
}

fn pop(heap: &mut Heap, args: &Args) -> Outcome {
    match heap.dict_remove(this(args), args.get(1))?.or(args.get(2).present()) {
        Some(value) => Ok(value),
        None => Err(heap.key_error(args.get(1))),
    }
}

fn popitem(heap: &mut Heap, args: &Args) -> Outcome {
    let Obj::Dict(dict) = heap.obj(this(args)) else { panic!("a dict is expected") };
    let Some(last) = dict.last_used(usize::MAX) else {
        let text = heap.str("popitem(): dictionary is empty");
        return Err(heap.key_error(text));
    };
    let Entry { key, value, .. } = heap.dict_mut(this(args)).remove_at(last);
    Ok(heap.tuple(vec![key, value]))
}

fn setdefault(heap: &mut Heap, args: &Args) -> Outcome {
    let default = args.get(2).present().unwrap_or(Value::None);
    match heap.dict_get(this(args), args.get(1))? {
        Some(value) => Ok(value),
        None => {
            heap.dict_set(this(args), args.get(1), default)?;
            Ok(default)
        }
    }
}

fn update(heap: &mut Heap, args: &Args) -> Outcome {
    super::convert::fill(heap, this(args), args)?;
    Ok(Value::None)
}

fn from_keys(heap: &mut Heap, args: &Args) -> Outcome {
    if args.get(0) != Value::from(Type::Dict) {
        return Err(Escape::Twin);
    }
    let value = args.get(2).present().unwrap_or(Value::None);
    let keys = heap.items_of(args.get(1))?;
    let made = heap.alloc_handle(Type::Dict.handle(), Obj::Dict(Rc::default()));
    for key in keys {
        heap.dict_set(made, key, value)?;
    }
    Ok(made.into())
}

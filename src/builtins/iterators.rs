//! Iterators as types (`enumerate`, `zip`, `map`, ...), generators, and the functions about iterating.

use crate::object::{
    Args, Arity, Escape, Heap, Iter, Native, Obj, Outcome, Parameters, Sym, Type, Value, Yields,
};

use super::{
    TypeTable,
    arguments::{count, no_keywords_of_new, rest},
};

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("all", Arity::One, |heap, args| any_all(heap, args, false)).twin("_all"),
    Native::new("any", Arity::One, |heap, args| any_all(heap, args, true)).twin("_any"),
    Native::new("iter", Arity::Positional(1, 2), iter).twin("_iter"),
    Native::new("next", Arity::Positional(1, 2), next).twin("_next_default"),
    Native::new("aiter", Arity::One, |_, _| Err(Escape::Twin)).twin("_aiter"),
    Native::new("anext", Arity::Positional(1, 2), |_, _| Err(Escape::Twin)).twin("_anext"),
    Native::new("sorted", Arity::Any, sorted).twin("_sorted"),
];

fn any_all(heap: &mut Heap, args: &Args, wanted: bool) -> Outcome {
    let mut found = false;
    heap.each_item(args.get(0), |heap, item| {
        found = heap.truth(item)? == wanted;
        Ok(!found)
    })?;
    Ok(Value::Bool(found == wanted))
}

fn iter(heap: &mut Heap, args: &Args) -> Outcome {
    match *args.positional() {
        [callee, _] if !super::functions::is_callable(heap, callee) => {
            Err(heap.type_error("iter(object, sentinel): object must be callable"))
        }
        [callee, sentinel] => Ok(heap.iter(Type::CallableIterator, Iter::Callable { callee, sentinel })),
        _ => heap.make_iter(args.get(0)),
    }
}

fn next(heap: &mut Heap, args: &Args) -> Outcome {
    let Some(handle) = args.get(0).handle().filter(|_| heap.special(args.get(0), Sym::Next).is_some()) else {
        let class = heap.type_name(args.get(0));
        return Err(heap.type_error(format!("'{class}' object is not an iterator")));
    };
    if heap.user_special(args.get(0), Sym::Next).is_some() {
        return Err(Escape::Twin);
    }
    match heap.next_item(handle)? {
        Some(item) => Ok(item),
        None => match args.get(1) {
            Value::Null => Err(heap.stop_iteration(Value::None)),
            default => Ok(default),
        },
    }
}

fn sorted(heap: &mut Heap, args: &Args) -> Outcome {
    let &[iterable] = args.positional() else {
        let given = args.positional().len();
        return Err(heap.type_error(format!("sorted expected 1 argument, got {given}")));
    };
    let mut reverse = None;
    for (name, value) in args.keywords() {
        match &*heap.lossy(name) {
            "reverse" => reverse = Some(value),
            "key" if value.is_none() => {}
            // The list is made before its method says what is wrong with the rest.
            _ => return Err(Escape::Twin),
        }
    }
    let items = heap.items_for_list(iterable)?;
    let reverse = reverse.map_or(Ok(false), |reverse| heap.truth(reverse))?;
    let sorted = super::sort::sort_values(heap, &items, reverse)?;
    Ok(heap.list(sorted))
}

static ENUMERATE_ARGS: Parameters =
    Parameters { names: &["cls", "iterable", "start"], positional_only: 1, positional: 3, required: 2 };

pub(super) static ENUMERATE: TypeTable = TypeTable {
    of: Type::Enumerate,
    methods: &[Native::new("__new__", Arity::Named(&ENUMERATE_ARGS), enumerate).twin("_enumerate_new")],
    attributes: &[],
};

/// The class that is asked for: perhaps one that derives from the iterator's.
fn class_of(args: &Args) -> crate::object::Handle {
    args.get(0).handle().expect("a class is on the heap")
}

/// A call of the type itself, not of one that derives from it, is refused in other words than its `__new__` has.
pub fn check_enumerate(heap: &mut Heap, positional: usize, names: &[Value]) -> Result<(), Escape> {
    let given = positional + names.len();
    let names: Vec<String> = names.iter().map(|&name| heap.lossy(name).into_owned()).collect();
    let allowed: &[&str] = match (positional, names.as_slice()) {
        (0, [_]) => &["iterable"],
        (1, [_]) => &["start"],
        (0, [first, _]) if first == "start" => &["start", "iterable"],
        (0, [_, _]) => &["iterable", "start"],
        (0, _) => return Err(heap.type_error("enumerate() missing required argument 'iterable'")),
        _ if given > 2 => {
            return Err(heap.type_error(format!("enumerate() takes at most 2 arguments ({given} given)")));
        }
        _ => return Ok(()),
    };
    match names.iter().zip(allowed).find(|(name, allowed)| name != allowed) {
        Some((name, _)) => {
            let text = format!("'{name}' is an invalid keyword argument for enumerate()");
            Err(heap.type_error(text))
        }
        None => Ok(()),
    }
}

fn enumerate(heap: &mut Heap, args: &Args) -> Outcome {
    let next = match args.get(2) {
        Value::Null => Value::Int(0),
        start if heap.is_int(start) => start,
        start => return heap.index(start).map(Value::Int),
    };
    let of = heap.make_iter(args.get(1))?;
    Ok(heap.alloc(class_of(args), Obj::Iter(std::rc::Rc::new(Iter::Enumerate { of, next }))))
}

pub(super) static ZIP: TypeTable = TypeTable {
    of: Type::Zip,
    methods: &[Native::new("__new__", Arity::Any, zip).twin("_zip_new")],
    attributes: &[],
};

fn iters(heap: &mut Heap, iterables: &[Value]) -> Result<Vec<Value>, Escape> {
    iterables.iter().map(|&iterable| heap.make_iter(iterable)).collect()
}

fn zip(heap: &mut Heap, args: &Args) -> Outcome {
    let given = args.names().len();
    if given > 1 {
        let text = format!("zip() takes at most 1 keyword argument ({given} given)");
        return Err(heap.type_error(text));
    }
    let mut strict = false;
    for (name, value) in args.keywords() {
        if &*heap.lossy(name) != "strict" {
            let text = format!("'{}' is an invalid keyword argument for zip()", heap.lossy(name));
            return Err(heap.type_error(text));
        }
        strict = heap.truth(value)?;
    }
    let of = iters(heap, &args.positional()[1..])?;
    Ok(heap.alloc(class_of(args), Obj::Iter(std::rc::Rc::new(Iter::Zip { of, strict }))))
}

pub(super) static MAP: TypeTable = TypeTable {
    of: Type::Map,
    methods: &[Native::new("__new__", Arity::Any, map).twin("_map_new")],
    attributes: &[],
};

fn map(heap: &mut Heap, args: &Args) -> Outcome {
    no_keywords_of_new(heap, args, class_of(args), Type::Map)?;
    let [_, function, ref iterables @ ..] = *args.positional() else {
        return Err(heap.type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(heap.type_error("map() must have at least two arguments."));
    }
    let of = iters(heap, iterables)?;
    Ok(heap.alloc(class_of(args), Obj::Iter(std::rc::Rc::new(Iter::Map { function, of }))))
}

pub(super) static FILTER: TypeTable = TypeTable {
    of: Type::Filter,
    methods: &[Native::new("__new__", Arity::Any, filter).twin("_filter_new")],
    attributes: &[],
};

fn filter(heap: &mut Heap, args: &Args) -> Outcome {
    no_keywords_of_new(heap, args, class_of(args), Type::Filter)?;
    count(heap, "filter", rest(args).len(), 2, 2)?;
    let of = heap.make_iter(args.get(2))?;
    let iter = Iter::Filter { function: args.get(1), of };
    Ok(heap.alloc(class_of(args), Obj::Iter(std::rc::Rc::new(iter))))
}

pub(super) static REVERSED: TypeTable = TypeTable {
    of: Type::Reversed,
    methods: &[Native::new("__new__", Arity::Any, reversed).twin("_reversed")],
    attributes: &[],
};

fn reversed(heap: &mut Heap, args: &Args) -> Outcome {
    no_keywords_of_new(heap, args, class_of(args), Type::Reversed)?;
    count(heap, "reversed", rest(args).len(), 1, 1)?;
    let value = args.get(1);
    match heap.user_special(value, Sym::Reversed) {
        Some(Value::None) => return Err(not_reversible(heap, value)),
        Some(_) => return Err(Escape::Twin),
        None => {}
    }
    let says_itself = |name| heap.user_special(value, name).is_some();
    let is_sequence =
        says_itself(Sym::GetItem) || says_itself(Sym::Len) && heap.special(value, Sym::GetItem).is_some();
    let Value::Ref(handle) = value else { return Err(not_reversible(heap, value)) };
    if is_sequence && heap.special(value, Sym::GetItem).is_none() {
        return Err(not_reversible(heap, value));
    }
    let (class, left) = match heap.obj(handle) {
        Obj::List(items) => (Type::ListReverseIterator, items.len()),
        _ if is_sequence && heap.lookup(heap.class_of(value), Sym::Reversed).is_none() => {
            return Err(Escape::Twin);
        }
        Obj::Tuple(items) => (Type::Reversed, items.len()),
        Obj::Str(text) => (Type::Reversed, text.len()),
        Obj::Bytes(bytes) => (Type::Reversed, bytes.len()),
        Obj::ByteArray(bytes) => (Type::Reversed, bytes.len()),
        Obj::MemoryView(_) => (Type::Reversed, heap.len(value)?),
        Obj::Dict(_) => return Ok(heap.dict_iter(handle, Yields::Keys, true)),
        Obj::Proxy(of) => return Ok(heap.dict_iter(*of, Yields::Keys, true)),
        Obj::View(of) => {
            let (of, class) = (*of, heap.slot(handle).class);
            let yields = match Type::at(class) {
                Some(Type::DictItems) => Yields::Items,
                Some(Type::DictValues) => Yields::Values,
                _ => Yields::Keys,
            };
            return Ok(heap.dict_iter(of, yields, true));
        }
        Obj::Range(range) => {
            let range = range.clone();
            let last = &range.start + &range.step * (&range.len - 1);
            return Ok(heap.range_iter(&last, &-&range.step, &range.len));
        }
        _ => return Err(not_reversible(heap, value)),
    };
    let class = if class == Type::Reversed { class_of(args) } else { class.handle() };
    Ok(heap.alloc(class, Obj::Iter(std::rc::Rc::new(Iter::Backwards { of: Some(handle), left }))))
}

fn not_reversible(heap: &mut Heap, value: Value) -> Escape {
    let class = heap.type_name(value);
    heap.type_error(format!("'{class}' object is not reversible"))
}

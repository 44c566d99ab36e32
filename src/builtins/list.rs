//! `list`.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Escape, Handle, Heap, NOT_IMPLEMENTED, Native, Obj, Operator, Outcome, Parameters, Sym,
    Type, Value,
};

use super::{TypeTable, arguments};

pub(super) static LIST: TypeTable = TypeTable {
    of: Type::List,
    methods: &[
        Native::new("append", Arity::One, append),
        Native::new("clear", Arity::Zero, clear),
        Native::new("copy", Arity::Zero, copy),
        Native::new("count", Arity::One, count).twin("_sequence_count"),
        Native::new("extend", Arity::One, extend).twin("_list_extend"),
        Native::new("index", Arity::Positional(1, 3), index).twin("_sequence_index"),
        Native::new("insert", Arity::Positional(2, 2), insert).twin("_list_insert"),
        Native::new("pop", Arity::Positional(0, 1), pop),
        Native::new("remove", Arity::One, remove).twin("_list_remove"),
        Native::new("reverse", Arity::Zero, reverse),
        Native::new("sort", Arity::Named(&SORT), sort).twin("_list_sort"),
        Native::new("__new__", Arity::Any, new).twin("_list_new"),
        Native::new("__init__", Arity::Any, init).twin("_list_init"),
        Native::new("__reversed__", Arity::Zero, reversed),
        Native::new("__iadd__", Arity::One, |heap, args| in_place(heap, Operator::Add, args))
            .twin("_list_iadd"),
        Native::new("__imul__", Arity::One, |heap, args| in_place(heap, Operator::Multiply, args))
            .twin("_list_imul"),
    ],
    attributes: &[],
};

static SORT: Parameters =
    Parameters { names: &["key", "reverse"], positional_only: 0, positional: 0, required: 0 };

fn in_place(heap: &mut Heap, operator: Operator, args: &Args) -> Outcome {
    if operator == Operator::Multiply {
        arguments::size(heap, args.get(1))?;
    }
    heap.change(operator, args.get(0), args.get(1)).unwrap_or(Ok(NOT_IMPLEMENTED.into()))
}

/// The list that a method is called on.
fn this(args: &Args) -> Handle {
    args.values()[0].handle().expect("a list is on the heap")
}

fn items(heap: &Heap, list: Handle) -> &Rc<Vec<Value>> {
    match heap.obj(list) {
        Obj::List(items) => items,
        other => panic!("a list is expected, not {other:?}"),
    }
}

fn append(heap: &mut Heap, args: &Args) -> Outcome {
    heap.append(this(args), args.get(1));
    Ok(Value::None)
}

fn clear(heap: &mut Heap, args: &Args) -> Outcome {
    heap.clear_list(this(args));
    Ok(Value::None)
}

fn copy(heap: &mut Heap, args: &Args) -> Outcome {
    let copy = items(heap, this(args)).to_vec();
    heap.room_for(copy.len() as u64 * 16)?;
    Ok(heap.list(copy))
}

fn count(heap: &mut Heap, args: &Args) -> Outcome {
    let items = items(heap, this(args)).clone();
    super::tuple::count_in(heap, &items, args.get(1))
}

fn extend(heap: &mut Heap, args: &Args) -> Outcome {
    heap.extend_list(this(args), args.get(1))?;
    Ok(Value::None)
}

fn index(heap: &mut Heap, args: &Args) -> Outcome {
    let items = items(heap, this(args)).clone();
    match super::tuple::position(heap, &items, args)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => {
            let text = heap.repr(args.get(1))?;
            Err(heap.value_error(format!("{text} is not in list")))
        }
    }
}

fn insert(heap: &mut Heap, args: &Args) -> Outcome {
    let at = arguments::size(heap, args.get(1))?;
    let len = items(heap, this(args)).len();
    let place = if at < 0 { (at + len as i64).max(0) as usize } else { (at as usize).min(len) };
    heap.charge(16);
    heap.insert_item(this(args), place, args.get(2));
    Ok(Value::None)
}

fn pop(heap: &mut Heap, args: &Args) -> Outcome {
    let len = items(heap, this(args)).len();
    let at = match args.get(1) {
        Value::Null => -1,
        at => arguments::size(heap, at)?,
    };
    if len == 0 {
        return Err(heap.index_error("pop from empty list"));
    }
    let place = if at < 0 { at + len as i64 } else { at };
    if !(0..len as i64).contains(&place) {
        return Err(heap.index_error("pop index out of range"));
    }
    Ok(heap.remove_item(this(args), place as usize))
}

fn remove(heap: &mut Heap, args: &Args) -> Outcome {
    let items = items(heap, this(args)).clone();
    for (at, &item) in items.iter().enumerate() {
        if heap.equal(item, args.get(1))? {
            drop(items);
            heap.remove_item(this(args), at);
            return Ok(Value::None);
        }
    }
    Err(heap.value_error("list.remove(x): x not in list"))
}

fn reverse(heap: &mut Heap, args: &Args) -> Outcome {
    heap.list_mut(this(args)).reverse();
    Ok(Value::None)
}

fn reversed(heap: &mut Heap, args: &Args) -> Outcome {
    let left = items(heap, this(args)).len();
    let iter = crate::object::Iter::Backwards { of: Some(this(args)), left };
    Ok(heap.iter(Type::ListReverseIterator, iter))
}

fn sort(heap: &mut Heap, args: &Args) -> Outcome {
    let (list, key, reverse) = (this(args), args.get(1), args.get(2));
    if key.present().is_some_and(|key| !key.is_none()) {
        return Err(Escape::Twin);
    }
    let backwards = reverse.present().map_or(Ok(false), |reverse| heap.truth(reverse))?;
    let sorted = super::sort::sort_values(heap, &items(heap, list).clone(), backwards)?;
    *heap.list_mut(list) = sorted;
    Ok(Value::None)
}

/// `list.__new__(cls, ...)`: filled only if no `__init__` will be asked.
fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::List)?;
    if class != Type::List.handle() {
        return Ok(heap.alloc(class, Obj::List(Rc::default())));
    }
    arguments::no_keywords(heap, args, "list")?;
    let items = content(heap, args)?;
    Ok(heap.list(items))
}

/// The items that a list is made or filled with.
fn content(heap: &mut Heap, args: &Args) -> Result<Vec<Value>, Escape> {
    let rest = arguments::rest(args);
    arguments::count(heap, "list", rest.len(), 0, 1)?;
    match rest {
        [iterable] => heap.items_for_list(*iterable),
        _ => Ok(Vec::new()),
    }
}

fn init(heap: &mut Heap, args: &Args) -> Outcome {
    // Keyword arguments are no concern of a list where the class has a `__new__` of its own.
    let class = heap.class_of(args.get(0));
    if heap.lookup(class, Sym::New) == heap.lookup(Type::List.handle(), Sym::New) {
        arguments::no_keywords(heap, args, "list")?;
    }
    let items = content(heap, args)?;
    *heap.list_mut(this(args)) = items;
    Ok(Value::None)
}

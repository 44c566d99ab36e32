//! `tuple`, and what it shares with `list`.

use crate::object::{Args, Arity, Escape, Heap, Native, Obj, Outcome, Type, Value};

use super::TypeTable;

pub(super) static TUPLE: TypeTable = TypeTable {
    of: Type::Tuple,
    methods: &[
        Native::new("count", Arity::One, count).twin("_sequence_count"),
        Native::new("index", Arity::Positional(1, 3), index).twin("_sequence_index"),
        Native::new("__new__", Arity::Any, new).twin("_tuple_new"),
    ],
    attributes: &[],
};

fn count(heap: &mut Heap, args: &Args) -> Outcome {
    let items = heap.as_tuple(args.get(0)).cloned().unwrap_or_default();
    count_in(heap, &items, args.get(1))
}

/// How many items are equal to `wanted`.
pub(super) fn count_in(heap: &mut Heap, items: &[Value], wanted: Value) -> Outcome {
    let mut count = 0;
    for &item in items {
        count += i64::from(heap.equal(item, wanted)?);
    }
    Ok(Value::Int(count))
}

/// `index(value, start, stop)`: where the value stands first.
pub(super) fn position(heap: &mut Heap, items: &[Value], args: &Args) -> Result<Option<usize>, Escape> {
    let len = items.len() as i64;
    let mut bound = |at: usize, default: i64| match args.get(at) {
        Value::Null => Ok(default),
        bound => super::arguments::position(heap, bound, len),
    };
    let (start, stop) = (bound(2, 0)?, bound(3, len)?.min(len));
    for at in start..stop {
        if heap.equal(items[at as usize], args.get(1))? {
            return Ok(Some(at as usize));
        }
    }
    Ok(None)
}

fn index(heap: &mut Heap, args: &Args) -> Outcome {
    let items = heap.as_tuple(args.get(0)).cloned().unwrap_or_default();
    match position(heap, &items, args)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(heap.value_error("tuple.index(x): x not in tuple")),
    }
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::Tuple)?;
    super::arguments::no_keywords_of_new(heap, args, class, Type::Tuple)?;
    let items = match args.positional()[1..] {
        [] => Vec::new(),
        [same] if heap.is_exact(same, Type::Tuple) && class == Type::Tuple.handle() => return Ok(same),
        [iterable] => heap.items_for_list(iterable)?,
        ref more => {
            let given = more.len();
            return Err(heap.type_error(format!("tuple expected at most 1 argument, got {given}")));
        }
    };
    if class == Type::Tuple.handle() {
        return Ok(heap.tuple(items));
    }
    Ok(heap.alloc(class, Obj::Tuple(items.into())))
}

//! `range` and `slice`.

use std::rc::Rc;

use crate::object::{Args, Arity, Escape, GetSet, Heap, Native, Obj, Outcome, Type, Value};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

fn slice_part(heap: &Heap, this: Value, at: usize) -> Value {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Slice(parts)) => parts[at],
        _ => Value::None,
    }
}

pub(super) static SLICE: TypeTable = TypeTable {
    of: Type::Slice,
    methods: &[
        Native::new("__new__", Arity::Positional(2, 4), slice_new),
        Native::new("indices", Arity::One, slice_indices),
    ],
    attributes: &[
        get("start", |heap, this| Ok(slice_part(heap, this, 0))),
        get("stop", |heap, this| Ok(slice_part(heap, this, 1))),
        get("step", |heap, this| Ok(slice_part(heap, this, 2))),
    ],
};

fn slice_new(heap: &mut Heap, args: &Args) -> Outcome {
    match *args.positional() {
        [_, stop] => Ok(heap.slice(Value::None, stop, Value::None)),
        [_, start, stop] => Ok(heap.slice(start, stop, Value::None)),
        [_, start, stop, step] => Ok(heap.slice(start, stop, step)),
        _ => unreachable!("one to three are given"),
    }
}

fn slice_indices(heap: &mut Heap, args: &Args) -> Outcome {
    let parts = [0, 1, 2].map(|at| slice_part(heap, args.get(0), at));
    let len = heap.index(args.get(1))?;
    let cut = heap.cut(parts, usize::try_from(len).unwrap_or(0))?;
    let stop = match parts[1] {
        Value::None if cut.step < 0 => -1,
        Value::None => len,
        stop => {
            let stop = heap.index(stop)?;
            let low = if cut.step < 0 { -1 } else { 0 };
            if stop < 0 { (stop + len).max(low) } else { stop.min(if cut.step < 0 { len - 1 } else { len }) }
        }
    };
    Ok(heap.tuple(vec![Value::Int(cut.start), Value::Int(stop), Value::Int(cut.step)]))
}

pub(super) static RANGE: TypeTable = TypeTable {
    of: Type::Range,
    methods: &[
        Native::new("__new__", Arity::Any, range_new).twin("_range_new"),
        Native::new("__reversed__", Arity::Zero, range_reversed),
        Native::new("count", Arity::One, range_count),
        Native::new("index", Arity::One, range_index),
    ],
    attributes: &[
        get("start", |heap, this| range_part(heap, this, 0)),
        get("stop", |heap, this| range_part(heap, this, 1)),
        get("step", |heap, this| range_part(heap, this, 2)),
    ],
};

fn range_part(heap: &mut Heap, this: Value, at: usize) -> Outcome {
    let range = range(heap, this);
    let part = [&range.start, &range.stop, &range.step][at].clone();
    Ok(heap.big(part))
}

fn range(heap: &Heap, this: Value) -> Rc<crate::object::Range> {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Range(range)) => range.clone(),
        other => panic!("a range is expected, not {other:?}"),
    }
}

fn range_new(heap: &mut Heap, args: &Args) -> Outcome {
    if args.has_keywords() {
        return Err(heap.type_error("range() takes no keyword arguments"));
    }
    let given = &args.positional()[1..];
    let (start, stop, step) = match *given {
        [stop] => (Value::Int(0), stop, Value::Int(1)),
        [start, stop] => (start, stop, Value::Int(1)),
        [start, stop, step] => (start, stop, step),
        [] => return Err(heap.type_error("range expected at least 1 argument, got 0")),
        _ => {
            let count = given.len();
            return Err(heap.type_error(format!("range expected at most 3 arguments, got {count}")));
        }
    };
    let mut part = |value: Value| match heap.big_int(value) {
        Some(int) => Ok(int),
        None => Err(heap.index(value).err().unwrap_or(Escape::Twin)),
    };
    let (start, stop, step) = (part(start)?, part(stop)?, part(step)?);
    if step == num_bigint::BigInt::ZERO {
        return Err(heap.value_error("range() arg 3 must not be zero"));
    }
    Ok(heap.range(start, stop, step))
}

fn range_reversed(heap: &mut Heap, args: &Args) -> Outcome {
    let range = range(heap, args.get(0));
    let last = &range.start + &range.step * (&range.len - 1);
    Ok(heap.range_iter(&last, &-&range.step, &range.len))
}

fn range_count(heap: &mut Heap, args: &Args) -> Outcome {
    heap.contains(args.get(0), args.get(1)).map(|found| Value::Int(found.into()))
}

fn range_index(heap: &mut Heap, args: &Args) -> Outcome {
    if heap.contains(args.get(0), args.get(1))? {
        let range = range(heap, args.get(0));
        let at = (heap.big_int(args.get(1)).expect("it is in a range") - &range.start) / &range.step;
        return Ok(heap.big(at));
    }
    let text = heap.repr(args.get(1))?;
    Err(heap.value_error(format!("{text} is not in range")))
}

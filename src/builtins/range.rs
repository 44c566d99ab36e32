//! `range` and `slice`.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

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
        Native::new("indices", Arity::One, slice_indices).twin("_slice_indices"),
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

/// Where the slice begins and ends in something this long, in ints of any size.
fn slice_indices(heap: &mut Heap, args: &Args) -> Outcome {
    let len = super::arguments::big_int(heap, args.get(1))?;
    if len.is_negative() {
        return Err(heap.value_error("length should not be negative"));
    }
    let mut parts = Vec::new();
    for at in 0..3 {
        let part = slice_part(heap, args.get(0), at);
        parts.push(match part {
            Value::None => None,
            part => match heap.big_int(part) {
                Some(int) => Some(int),
                None if super::arguments::has_index(heap, part) => return Err(Escape::Twin),
                None => {
                    let text = "slice indices must be integers or None or have an __index__ method";
                    return Err(heap.type_error(text));
                }
            },
        });
    }
    let step = parts[2].clone().unwrap_or_else(BigInt::one);
    if step.is_zero() {
        return Err(heap.value_error("slice step cannot be zero"));
    }
    let (low, high) =
        if step.is_negative() { (-BigInt::one(), &len - 1) } else { (BigInt::zero(), len.clone()) };
    let bound = |part: &Option<BigInt>, default: &BigInt| match part {
        None => default.clone(),
        Some(at) if at.is_negative() => (at + &len).max(low.clone()),
        Some(at) => at.clone().min(high.clone()),
    };
    let (first, last) = if step.is_negative() { (&high, &low) } else { (&low, &high) };
    let (start, stop) = (bound(&parts[0], first), bound(&parts[1], last));
    let numbers = [start, stop, step].map(|number| heap.big(number)).to_vec();
    Ok(heap.tuple(numbers))
}

pub(super) static RANGE: TypeTable = TypeTable {
    of: Type::Range,
    methods: &[
        Native::new("__new__", Arity::Any, range_new).twin("_range_new"),
        Native::new("__reversed__", Arity::Zero, range_reversed),
        Native::new("count", Arity::One, range_count).twin("_range_count"),
        Native::new("index", Arity::One, range_index).twin("_range_index"),
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

/// What is no int itself is compared with each item.
fn is_sought(heap: &Heap, value: Value) -> bool {
    !heap.is_exact(value, Type::Int) && !matches!(value, Value::Bool(_))
}

fn range_count(heap: &mut Heap, args: &Args) -> Outcome {
    if is_sought(heap, args.get(1)) {
        return Err(Escape::Twin);
    }
    heap.contains(args.get(0), args.get(1)).map(|found| Value::Int(found.into()))
}

fn range_index(heap: &mut Heap, args: &Args) -> Outcome {
    if is_sought(heap, args.get(1)) {
        return Err(Escape::Twin);
    }
    if heap.contains(args.get(0), args.get(1))? {
        let range = range(heap, args.get(0));
        let at = (heap.big_int(args.get(1)).expect("it is in a range") - &range.start) / &range.step;
        return Ok(heap.big(at));
    }
    let text = heap.repr(args.get(1))?;
    Err(heap.value_error(format!("{text} is not in range")))
}

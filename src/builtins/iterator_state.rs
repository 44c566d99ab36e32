//! Where the builtin iterators stand, so that they can be copied and made again: `__reduce__` and `__setstate__`.

use std::rc::Rc;

use super::special::types::{COMBINING_ITERATORS, SEQUENCE_ITERATORS, TABLE_ITERATORS};
use crate::object::{Args, Arity, Escape, Handle, Heap, Iter, Native, Obj, Outcome, Type, Value};

pub(super) static HELPERS: &[Native] = &[
    Native::new("_make_iterator", Arity::Positional(4, 4), make),
    Native::new("_iter_parts", Arity::One, parts),
    Native::new("_iterator_move", Arity::Positional(2, 2), move_to),
    Native::new("_iterator_copy", Arity::One, |heap, args| {
        let (class, obj) = (heap.class_of(args.get(0)), heap.obj(handle(args)).clone());
        Ok(heap.alloc(class, obj))
    }),
];

static REDUCE: Native =
    Native::new("__reduce__", Arity::Zero, |_, args| Err(Escape::prelude("_iterator_reduce", [args.get(0)])));
static SET_STATE: Native = Native::new("__setstate__", Arity::One, |_, args| {
    Err(Escape::prelude("_iterator_set_state", [args.get(0), args.get(1)]))
});

pub(super) fn install(heap: &mut Heap) {
    for &of in
        [SEQUENCE_ITERATORS, TABLE_ITERATORS, COMBINING_ITERATORS, &[Type::AliasIterator]].concat().iter()
    {
        super::add_method(heap, of.handle(), &REDUCE);
    }
    for &of in [SEQUENCE_ITERATORS, &[Type::Zip]].concat().iter() {
        super::add_method(heap, of.handle(), &SET_STATE);
    }
}

fn handle(args: &Args) -> Handle {
    args.get(0).handle().expect("an iterator is on the heap")
}

/// `_make_iterator(cls, kind, ...)`: over iterators that are made already.
fn make(heap: &mut Heap, args: &Args) -> Outcome {
    let [class, kind, a, b] = *args.positional() else { unreachable!("four are given") };
    let many = |heap: &Heap, values| heap.as_tuple(values).map(|values| values.to_vec()).unwrap_or_default();
    let iter = match &*heap.lossy(kind) {
        "enumerate" => Iter::Enumerate { of: a, next: b },
        "zip" => Iter::Zip { of: many(heap, a), strict: b == Value::Bool(true) },
        "getitem backwards" => Iter::GetItemBackwards { of: a, left: heap.small_int(b).unwrap_or(0) },
        "map" => Iter::Map { function: a, of: many(heap, b) },
        _ => Iter::Filter { function: a, of: b },
    };
    let class = class.handle().expect("a class is on the heap");
    Ok(heap.alloc(class, Obj::Iter(Rc::new(iter))))
}

/// `_iter_parts(iterator)`: (kind, parts...).
fn parts(heap: &mut Heap, args: &Args) -> Outcome {
    let or_none = |of: Option<Handle>| of.map_or(Value::None, Value::Ref);
    let (kind, parts) = match heap.obj(handle(args)).clone() {
        Obj::Counter { next, step, left } => {
            let stop = next + i64::from(step) * i64::from(left);
            ("range", vec![Value::Int(next), Value::Int(stop), Value::Int(step.into())])
        }
        Obj::Iter(iter) => match (*iter).clone() {
            Iter::Enumerate { of, next } => ("enumerate", vec![of, next]),
            Iter::Zip { of, strict } => ("zip", vec![heap.tuple(of), Value::Bool(strict)]),
            Iter::Map { function, of } => ("map", vec![function, heap.tuple(of)]),
            Iter::Filter { function, of } => ("filter", vec![function, of]),
            Iter::GetItem { of, next } => ("getitem", vec![of, Value::Int(next)]),
            Iter::GetItemBackwards { of, left } => ("getitem backwards", vec![of, Value::Int(left)]),
            Iter::Callable { callee, sentinel } => ("callable", vec![callee, sentinel]),
            Iter::Sequence { of, next } => ("sequence", vec![or_none(of), Value::Int(next as i64)]),
            Iter::Backwards { of, left } => ("backwards", vec![or_none(of), Value::Int(left as i64)]),
            Iter::Range { next, step, left } => {
                let stop = &next + &step * &left;
                ("range", vec![heap.big(next), heap.big(stop), heap.big(step)])
            }
            Iter::Memory { .. } => ("", Vec::new()),
            Iter::Dict { .. } | Iter::Set { .. } => ("entries", Vec::new()),
        },
        _ => ("", Vec::new()),
    };
    let kind = heap.str(kind);
    Ok(heap.tuple([vec![kind], parts].concat()))
}

/// `_iterator_move(iterator, place)`: a range's iterator goes so many steps on.
fn move_to(heap: &mut Heap, args: &Args) -> Outcome {
    let place = heap.big_int(args.get(1)).unwrap_or_default();
    let small = heap.small_int(args.get(1)).unwrap_or(i64::MAX);
    match heap.obj_mut(handle(args)) {
        Obj::Counter { next, step, left } => {
            *next += i64::from(*step) * small;
            *left -= small as u32;
        }
        Obj::Iter(iter) => match Rc::make_mut(iter) {
            Iter::Sequence { next, .. } => *next = small as usize,
            Iter::Backwards { left, .. } => *left = small as usize,
            Iter::GetItem { next, .. } => *next = small,
            Iter::GetItemBackwards { left, .. } => *left = small,
            Iter::Zip { strict, .. } => *strict = small != 0,
            Iter::Range { next, step, left } => {
                *next += &*step * &place;
                *left -= &place;
            }
            _ => {}
        },
        _ => {}
    }
    Ok(Value::None)
}

//! The types `set` and `frozenset`.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Handle, Heap, NOT_IMPLEMENTED, Native, Obj, Operator, Outcome, Set, Sym, Type, Value,
};

use super::{
    TypeTable,
    arguments::{Res, count, no_keywords, rest},
    helpers::class_argument,
};

fn handle(args: &Args) -> Handle {
    args.get(0).handle().expect("a set is on the heap")
}

fn this(heap: &Heap, args: &Args) -> Set {
    heap.as_set(args.get(0)).expect("a set").clone()
}

/// A set of all items. From another set it is merged, as CPython does: that shows in the order.
fn from(heap: &mut Heap, iterable: Value) -> Res<Set> {
    if heap.user_special(iterable, Sym::Iter).is_none()
        && let Some(other) = heap.as_set(iterable).cloned()
    {
        let mut set = Set::default();
        heap.merge_sets(&mut set, &other)?;
        return Ok(set);
    }
    if let Some(dict) = heap.as_dict(iterable).cloned() {
        let mut set = Set::default();
        set.reserve_for(dict.len());
        dict.iter().for_each(|entry| set.insert_new(entry.hash, entry.key));
        return Ok(set);
    }
    let items = heap.items_of(iterable)?;
    heap.set_of(&items)
}

/// The operand of a method: a set as it is, anything else iterable made one.
fn operand(heap: &mut Heap, iterable: Value) -> Res<Set> {
    match heap.as_set(iterable) {
        Some(set) if heap.user_special(iterable, Sym::Iter).is_none() => Ok(set.clone()),
        _ => from(heap, iterable),
    }
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::Set)?;
    // An instance of a subclass is filled by its `__init__`.
    let set = if class == Type::Set.handle() { argument(heap, args)? } else { Set::default() };
    Ok(heap.alloc(class, Obj::Set(Rc::new(set))))
}

fn argument(heap: &mut Heap, args: &Args) -> Res<Set> {
    no_keywords(heap, args, "set")?;
    let rest = rest(args);
    count(heap, "set", rest.len(), 0, 1)?;
    match rest {
        [iterable] => from(heap, *iterable),
        _ => Ok(Set::default()),
    }
}

fn init(heap: &mut Heap, args: &Args) -> Outcome {
    let set = argument(heap, args)?;
    replace(heap, args, set);
    Ok(Value::None)
}

fn replace(heap: &mut Heap, args: &Args, set: Set) {
    heap.charge(24 * set.len() as u64);
    heap.replace(handle(args), Obj::Set(Rc::new(set)));
}

fn frozen_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::FrozenSet)?;
    let exact = class == Type::FrozenSet.handle();
    if exact {
        no_keywords(heap, args, "frozenset")?;
    }
    let rest = rest(args);
    count(heap, "frozenset", rest.len(), 0, 1)?;
    let set = match rest {
        [iterable] if exact && heap.is_exact(*iterable, Type::FrozenSet) => return Ok(*iterable),
        [iterable] => from(heap, *iterable)?,
        _ => Set::default(),
    };
    Ok(heap.alloc(class, Obj::Set(Rc::new(set))))
}

fn add(heap: &mut Heap, args: &Args) -> Outcome {
    heap.set_add(handle(args), args.get(1)).map(|_| Value::None)
}

/// A set that is looked for stands for a frozenset of the same items.
fn key(heap: &mut Heap, value: Value) -> Value {
    match heap.as_set(value) {
        Some(set) if heap.layout(value) == Type::Set => {
            let copy = Rc::new(set.clone());
            heap.alloc(Type::FrozenSet, Obj::Set(copy))
        }
        _ => value,
    }
}

fn discard(heap: &mut Heap, args: &Args) -> Outcome {
    let key = key(heap, args.get(1));
    heap.set_remove(handle(args), key).map(|_| Value::None)
}

fn remove(heap: &mut Heap, args: &Args) -> Outcome {
    let key = key(heap, args.get(1));
    if heap.set_remove(handle(args), key)? { Ok(Value::None) } else { Err(heap.key_error(args.get(1))) }
}

fn pop(heap: &mut Heap, args: &Args) -> Outcome {
    match heap.as_set(args.get(0)).expect("a set").next_used(0) {
        Some(at) => Ok(heap.set_mut(handle(args)).remove_at(at)),
        None => {
            let text = heap.str("pop from an empty set");
            Err(heap.key_error(text))
        }
    }
}

fn clear(heap: &mut Heap, args: &Args) -> Outcome {
    replace(heap, args, Set::default());
    Ok(Value::None)
}

/// A set of the type of the first operand; methods of subclasses give plain ones.
fn like(heap: &mut Heap, args: &Args, set: Set) -> Value {
    let of = heap.layout(args.get(0));
    heap.charge(24 * set.len() as u64);
    heap.alloc(of, Obj::Set(Rc::new(set)))
}

fn copy(heap: &mut Heap, args: &Args) -> Outcome {
    if heap.is_exact(args.get(0), Type::FrozenSet) {
        return Ok(args.get(0));
    }
    let mut set = Set::default();
    let this = this(heap, args);
    heap.merge_sets(&mut set, &this)?;
    Ok(like(heap, args, set))
}

/// The operator applied one after another to all arguments.
fn fold(heap: &mut Heap, args: &Args, operator: Operator) -> Res<Set> {
    let others = rest(args).iter().map(|&other| operand(heap, other)).collect::<Res<Vec<Set>>>()?;
    let this = this(heap, args);
    let mut set = Set::default();
    heap.merge_sets(&mut set, &this)?;
    for other in &others {
        set = heap.combine_sets(operator, &set, other)?;
    }
    Ok(set)
}

fn union(heap: &mut Heap, args: &Args) -> Outcome {
    let set = fold(heap, args, Operator::Or)?;
    Ok(like(heap, args, set))
}

fn intersection(heap: &mut Heap, args: &Args) -> Outcome {
    let set = fold(heap, args, Operator::And)?;
    Ok(like(heap, args, set))
}

fn difference(heap: &mut Heap, args: &Args) -> Outcome {
    let set = fold(heap, args, Operator::Subtract)?;
    Ok(like(heap, args, set))
}

fn symmetric_difference(heap: &mut Heap, args: &Args) -> Outcome {
    let set = fold(heap, args, Operator::Xor)?;
    Ok(like(heap, args, set))
}

fn update(heap: &mut Heap, args: &Args) -> Outcome {
    let mut set = this(heap, args);
    for &other in rest(args) {
        match heap.as_set(other).cloned() {
            Some(other) => heap.merge_sets(&mut set, &other)?,
            None => {
                for item in heap.items_of(other)? {
                    heap.add_to_set(&mut set, item)?;
                }
            }
        }
    }
    replace(heap, args, set);
    Ok(Value::None)
}

fn intersection_update(heap: &mut Heap, args: &Args) -> Outcome {
    let set = fold(heap, args, Operator::And)?;
    replace(heap, args, set);
    Ok(Value::None)
}

/// Takes keys out in place: the others stay where they are.
fn difference_update(heap: &mut Heap, args: &Args) -> Outcome {
    let mut set = this(heap, args);
    for &other in rest(args) {
        for entry in operand(heap, other)?.iter() {
            if let Some(at) = heap.find_in_set(&set, entry.key, entry.hash)? {
                set.remove_at(at);
            }
        }
    }
    replace(heap, args, set);
    Ok(Value::None)
}

fn symmetric_difference_update(heap: &mut Heap, args: &Args) -> Outcome {
    let mut set = this(heap, args);
    for entry in operand(heap, args.get(1))?.iter() {
        match heap.find_in_set(&set, entry.key, entry.hash)? {
            Some(at) => {
                set.remove_at(at);
            }
            None => set.insert_new(entry.hash, entry.key),
        }
    }
    replace(heap, args, set);
    Ok(Value::None)
}

/// Whether every key of `a` is in `b`.
fn within(heap: &mut Heap, a: &Set, b: &Set) -> Res<bool> {
    for entry in a.iter() {
        if heap.find_in_set(b, entry.key, entry.hash)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_subset(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, other) = (this(heap, args), operand(heap, args.get(1))?);
    within(heap, &this, &other).map(Value::Bool)
}

fn is_superset(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, other) = (this(heap, args), operand(heap, args.get(1))?);
    within(heap, &other, &this).map(Value::Bool)
}

fn is_disjoint(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, other) = (this(heap, args), operand(heap, args.get(1))?);
    for entry in other.iter() {
        if heap.find_in_set(&this, entry.key, entry.hash)?.is_some() {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

const METHODS: &[Native] = &[
    Native::new("__new__", Arity::Any, new).twin("_set_new"),
    Native::new("__init__", Arity::Any, init).twin("_set_init"),
    Native::new("__iand__", Arity::One, |heap, args| change(heap, Operator::And, args)).twin("_set_change"),
    Native::new("__ior__", Arity::One, |heap, args| change(heap, Operator::Or, args)).twin("_set_change"),
    Native::new("__isub__", Arity::One, |heap, args| change(heap, Operator::Subtract, args))
        .twin("_set_change"),
    Native::new("__ixor__", Arity::One, |heap, args| change(heap, Operator::Xor, args)).twin("_set_change"),
    Native::new("add", Arity::One, add).twin("_set_add"),
    Native::new("discard", Arity::One, discard).twin("_set_discard"),
    Native::new("remove", Arity::One, remove).twin("_set_remove"),
    Native::new("pop", Arity::Zero, pop),
    Native::new("clear", Arity::Zero, clear),
    Native::new("update", Arity::AtLeast(0), update).twin("_set_method_update"),
    Native::new("intersection_update", Arity::AtLeast(0), intersection_update)
        .twin("_set_intersection_update"),
    Native::new("difference_update", Arity::AtLeast(0), difference_update).twin("_set_difference_update"),
    Native::new("symmetric_difference_update", Arity::One, symmetric_difference_update)
        .twin("_set_symmetric_difference_update"),
];

/// What both types have.
const SHARED: &[Native] = &[
    Native::new("copy", Arity::Zero, copy),
    Native::new("union", Arity::AtLeast(0), union).twin("_set_union"),
    Native::new("intersection", Arity::AtLeast(0), intersection).twin("_set_intersection"),
    Native::new("difference", Arity::AtLeast(0), difference).twin("_set_difference"),
    Native::new("symmetric_difference", Arity::One, symmetric_difference).twin("_set_symmetric_difference"),
    Native::new("issubset", Arity::One, is_subset).twin("_set_issubset"),
    Native::new("issuperset", Arity::One, is_superset).twin("_set_issuperset"),
    Native::new("isdisjoint", Arity::One, is_disjoint).twin("_set_isdisjoint"),
];

fn change(heap: &mut Heap, operator: Operator, args: &Args) -> Outcome {
    heap.change(operator, args.get(0), args.get(1)).unwrap_or(Ok(NOT_IMPLEMENTED.into()))
}

pub(super) static TYPES: &[&TypeTable] = &[
    &TypeTable { of: Type::Set, methods: METHODS, attributes: &[] },
    &TypeTable { of: Type::Set, methods: SHARED, attributes: &[] },
    &TypeTable {
        of: Type::FrozenSet,
        methods: &[Native::new("__new__", Arity::Any, frozen_new).twin("_frozenset_new")],
        attributes: &[],
    },
    &TypeTable { of: Type::FrozenSet, methods: SHARED, attributes: &[] },
];

//! The types `set` and `frozenset`.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Dict, Handle, Heap, NOT_IMPLEMENTED, Native, Obj, Operator, Outcome, Set, Sym, Type, Value,
};

use super::{
    TypeTable,
    arguments::{Res, count, no_keywords, no_keywords_of_new, rest},
    helpers::class_argument,
};

fn handle(args: &Args) -> Handle {
    args.get(0).handle().expect("a set is on the heap")
}

fn this(heap: &Heap, args: &Args) -> Set {
    heap.as_set(args.get(0)).expect("a set").clone()
}

/// A set of all items.
fn from(heap: &mut Heap, iterable: Value) -> Res<Set> {
    let operand = operand(heap, iterable)?;
    set_from(heap, &operand)
}

/// What a method is given: it matters whether it is a set, a dict or something else iterable.
enum Operand {
    Set(Set),
    Dict(Dict),
    Items(Vec<Value>),
}

fn operand(heap: &mut Heap, iterable: Value) -> Res<Operand> {
    if heap.user_special(iterable, Sym::Iter).is_none() {
        if let Some(set) = heap.as_set(iterable) {
            return Ok(Operand::Set(set.clone()));
        }
        if let Some(dict) = heap.as_dict(iterable) {
            return Ok(Operand::Dict(dict.clone()));
        }
    }
    heap.items_of(iterable).map(Operand::Items)
}

impl Operand {
    fn items(&self) -> Vec<Value> {
        match self {
            Self::Set(set) => set.iter().map(|entry| entry.key).collect(),
            Self::Dict(dict) => dict.iter().map(|entry| entry.key).collect(),
            Self::Items(items) => items.clone(),
        }
    }
}

/// `set(operand)`
fn set_from(heap: &mut Heap, operand: &Operand) -> Res<Set> {
    let mut set = Set::default();
    add_all(heap, &mut set, operand)?;
    Ok(set)
}

/// `set.update(operand)`
fn add_all(heap: &mut Heap, set: &mut Set, operand: &Operand) -> Res<()> {
    match operand {
        Operand::Set(other) => return heap.merge_sets(set, other),
        Operand::Dict(dict) => set.reserve_for(dict.len()),
        Operand::Items(_) => {}
    }
    for item in operand.items() {
        heap.add_to_set(set, item)?;
    }
    Ok(())
}

/// `set.difference_update(operand)`
fn take_out(heap: &mut Heap, set: &mut Set, operand: &Operand) -> Res<()> {
    if let Operand::Set(other) = operand {
        return heap.subtract_set(set, other);
    }
    for item in operand.items() {
        let hash = heap.hash(item)?;
        heap.discard(set, hash, item)?;
    }
    set.tidy();
    Ok(())
}

/// `set & operand`
fn common(heap: &mut Heap, set: &Set, operand: &Operand) -> Res<Set> {
    if let Operand::Set(other) = operand {
        return heap.combine_sets(Operator::And, set, other);
    }
    let mut result = Set::default();
    for item in operand.items() {
        let hash = heap.hash(item)?;
        if heap.find_in_set(set, item, hash)?.is_some() {
            heap.add_to_set(&mut result, item)?;
        }
    }
    Ok(result)
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
    no_keywords_of_new(heap, args, class, Type::FrozenSet)?;
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

fn discard(heap: &mut Heap, args: &Args) -> Outcome {
    let key = heap.as_set_key(args.get(1));
    heap.set_remove(handle(args), key).map(|_| Value::None)
}

fn remove(heap: &mut Heap, args: &Args) -> Outcome {
    let key = heap.as_set_key(args.get(1));
    if heap.set_remove(handle(args), key)? { Ok(Value::None) } else { Err(heap.key_error(args.get(1))) }
}

fn pop(heap: &mut Heap, args: &Args) -> Outcome {
    match heap.pop_key(handle(args)) {
        Some(key) => Ok(key),
        None => {
            let text = heap.str("pop from an empty set");
            Err(heap.key_error(text))
        }
    }
}

fn clear(heap: &mut Heap, args: &Args) -> Outcome {
    heap.clear_set(handle(args));
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
    let this = this(heap, args);
    let set = heap.copy_of_set(&this)?;
    Ok(like(heap, args, set))
}

fn operands(heap: &mut Heap, args: &Args) -> Res<Vec<Operand>> {
    rest(args).iter().map(|&other| operand(heap, other)).collect()
}

fn union(heap: &mut Heap, args: &Args) -> Outcome {
    let (others, this) = (operands(heap, args)?, this(heap, args));
    let mut set = heap.copy_of_set(&this)?;
    for other in &others {
        add_all(heap, &mut set, other)?;
    }
    Ok(like(heap, args, set))
}

fn intersect(heap: &mut Heap, args: &Args) -> Res<Set> {
    let (others, mut set) = (operands(heap, args)?, this(heap, args));
    if others.is_empty() {
        return heap.copy_of_set(&set);
    }
    for (number, other) in others.iter().enumerate() {
        set = match number == 0 && args.get(1) == args.get(0) {
            true => heap.copy_of_set(&set)?,
            false => common(heap, &set, other)?,
        };
    }
    Ok(set)
}

fn intersection(heap: &mut Heap, args: &Args) -> Outcome {
    let set = intersect(heap, args)?;
    Ok(like(heap, args, set))
}

fn difference(heap: &mut Heap, args: &Args) -> Outcome {
    let (others, this) = (operands(heap, args)?, this(heap, args));
    let mut set = match others.first() {
        Some(Operand::Set(first)) => heap.combine_sets(Operator::Subtract, &this, first)?,
        Some(first @ Operand::Dict(dict)) if this.len() >> 2 <= dict.len() => {
            let first = set_from(heap, first)?;
            heap.combine_sets(Operator::Subtract, &this, &first)?
        }
        Some(first) => {
            let mut copy = heap.copy_of_set(&this)?;
            take_out(heap, &mut copy, first)?;
            copy
        }
        None => heap.copy_of_set(&this)?,
    };
    for other in others.iter().skip(1) {
        take_out(heap, &mut set, other)?;
    }
    Ok(like(heap, args, set))
}

fn symmetric_difference(heap: &mut Heap, args: &Args) -> Outcome {
    let (other, this) = (operand(heap, args.get(1))?, this(heap, args));
    let mut set = set_from(heap, &other)?;
    heap.change_set(Operator::Xor, &mut set, &this)?;
    Ok(like(heap, args, set))
}

fn update(heap: &mut Heap, args: &Args) -> Outcome {
    let (others, mut set) = (operands(heap, args)?, this(heap, args));
    for other in &others {
        add_all(heap, &mut set, other)?;
    }
    replace(heap, args, set);
    Ok(Value::None)
}

fn intersection_update(heap: &mut Heap, args: &Args) -> Outcome {
    let set = intersect(heap, args)?;
    replace(heap, args, set);
    Ok(Value::None)
}

fn difference_update(heap: &mut Heap, args: &Args) -> Outcome {
    let (others, mut set) = (operands(heap, args)?, this(heap, args));
    for other in &others {
        take_out(heap, &mut set, other)?;
    }
    replace(heap, args, set);
    Ok(Value::None)
}

fn symmetric_difference_update(heap: &mut Heap, args: &Args) -> Outcome {
    let (other, mut set) = (operand(heap, args.get(1))?, this(heap, args));
    let other = match other {
        Operand::Set(other) => other,
        other => set_from(heap, &other)?,
    };
    heap.change_set(Operator::Xor, &mut set, &other)?;
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

/// The operand of a question, as a set.
fn other_set(heap: &mut Heap, args: &Args) -> Res<Set> {
    match operand(heap, args.get(1))? {
        Operand::Set(set) => Ok(set),
        other => set_from(heap, &other),
    }
}

fn is_subset(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, other) = (this(heap, args), other_set(heap, args)?);
    within(heap, &this, &other).map(Value::Bool)
}

fn is_superset(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, other) = (this(heap, args), other_set(heap, args)?);
    within(heap, &other, &this).map(Value::Bool)
}

fn is_disjoint(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, other) = (this(heap, args), other_set(heap, args)?);
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
    Native::new("__iand__", Arity::One, |heap, args| change(heap, Operator::And, args)).twin("_set_iand"),
    Native::new("__ior__", Arity::One, |heap, args| change(heap, Operator::Or, args)).twin("_set_ior"),
    Native::new("__isub__", Arity::One, |heap, args| change(heap, Operator::Subtract, args))
        .twin("_set_isub"),
    Native::new("__ixor__", Arity::One, |heap, args| change(heap, Operator::Xor, args)).twin("_set_ixor"),
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

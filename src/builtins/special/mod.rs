//! The special methods of the builtin types as objects (`int.__add__`, `list.__len__`, ...): what the machine's
//! own instructions do, for whoever asks for it by name.

mod operators;
pub(super) mod types;

pub use operators::sequence_method;

use self::{
    operators::{COMPARISONS, DIVMOD, OPERATORS, POW, RDIVMOD, RPOW, has_operator},
    types::{
        COMBINING_ITERATORS, DICTS, HAVE_OWN_ATTRIBUTES, NUMBERS, SEQUENCE_ITERATORS, SEQUENCES, SETS,
        TABLE_ITERATORS, VIEWS,
    },
};
use crate::object::{
    Args, Arity, Escape, Heap, Iter, NOT_IMPLEMENTED, Native, Obj, Operator, Outcome, Sym, Type, Value, With,
};

static LEN: Native = Native::new("__len__", Arity::Zero, |heap, args| {
    match i64::try_from(heap.payload_len(args.get(0)).unwrap_or(0)) {
        Ok(len) => Ok(Value::Int(len)),
        Err(_) => Err(heap.overflow_error("Python int too large to convert to C ssize_t")),
    }
});
static ITER: Native = Native::new("__iter__", Arity::Zero, |heap, args| heap.make_iter_payload(args.get(0)));
static NEXT: Native = Native::new("__next__", Arity::Zero, next).twin("_next");
static REPR: Native = Native::new("__repr__", Arity::Zero, |heap, args| {
    let text = heap.repr_payload(args.get(0))?;
    Ok(heap.str(&text))
})
.twin("_payload_repr_of");
static STR: Native =
    Native::new("__str__", Arity::Zero, |heap, args| heap.str_payload(args.get(0))).twin("_repr");
static HASH: Native =
    Native::new("__hash__", Arity::Zero, |heap, args| heap.hash_payload(args.get(0)).map(Value::Int))
        .twin("_hash_of_tuple");
static GET_ITEM: Native =
    Native::new("__getitem__", Arity::One, |heap, args| heap.get_item_payload(args.get(0), args.get(1)))
        .twin("_get_item");
static SET_ITEM: Native = Native::new("__setitem__", Arity::Positional(2, 2), |heap, args| {
    heap.set_item_payload(args.get(0), args.get(1), args.get(2))?;
    Ok(Value::None)
})
.twin("_set_item");
static DELETE_ITEM: Native = Native::new("__delitem__", Arity::One, |heap, args| {
    heap.delete_item_payload(args.get(0), args.get(1))?;
    Ok(Value::None)
})
.twin("_delete_item");
static CONTAINS: Native = Native::new("__contains__", Arity::One, |heap, args| {
    heap.contains(args.get(0), args.get(1)).map(Value::Bool)
})
.twin("_contains");
static BOOL: Native = Native::new("__bool__", Arity::Zero, |heap, args| match args.get(0) {
    // Not without a warning.
    value if value == NOT_IMPLEMENTED.into() => Err(Escape::prelude("_is_not_empty", [value])),
    value => Ok(Value::Bool(heap.payload_truth(value))),
});
static NEG: Native = Native::new("__neg__", Arity::Zero, |heap, args| {
    Ok(heap.negative(args.get(0)).unwrap_or(NOT_IMPLEMENTED.into()))
});
static POS: Native = Native::new("__pos__", Arity::Zero, |heap, args| {
    Ok(heap.positive(args.get(0)).unwrap_or(NOT_IMPLEMENTED.into()))
});
static INVERT: Native = Native::new("__invert__", Arity::Zero, |heap, args| {
    Ok(heap.invert(args.get(0)).unwrap_or(NOT_IMPLEMENTED.into()))
});
static FORMAT: Native = Native::new("__format__", Arity::One, |heap, args| {
    let spec = heap.lossy(args.get(1)).into_owned();
    heap.format_payload(args.get(0), &spec)
})
.twin("_own_format");

static ABS: Native =
    Native::new("__abs__", Arity::Zero, |heap, args| super::numbers::magnitude(heap, args.get(0)));
static NEW_ARGUMENTS: Native = Native::new("__getnewargs__", Arity::Zero, |heap, args| {
    let this = args.get(0);
    let parts = match (heap.as_complex(this), heap.as_tuple(this).cloned(), heap.real(this)) {
        (_, Some(items), _) => vec![heap.tuple(items.to_vec())],
        (Some((re, im)), ..) => vec![Value::Float(re), Value::Float(im)],
        (_, _, Some(crate::object::Real::Float(float))) => vec![Value::Float(float)],
        _ => vec![heap.positive(this).unwrap_or(this)],
    };
    Ok(heap.tuple(parts))
});
static TYPE_OR: Native =
    Native::new("__or__", Arity::One, |heap, args| heap.operate(Operator::Or, args.get(0), args.get(1)));
static TYPE_ROR: Native =
    Native::new("__ror__", Arity::One, |heap, args| heap.operate(Operator::Or, args.get(1), args.get(0)));
static LENGTH_HINT: Native = Native::new("__length_hint__", Arity::Zero, |heap, args| {
    let handle = args.get(0).handle().expect("an iterator is on the heap");
    match heap.obj(handle) {
        Obj::Iter(iter) if matches!(**iter, Iter::GetItem { .. } | Iter::GetItemBackwards { .. }) => {
            Err(Escape::prelude("_items_left", [args.get(0)]))
        }
        _ => Ok(Value::Int(heap.items_left(handle) as i64)),
    }
});
static GET_ATTRIBUTE: Native = Native::new("__getattribute__", Arity::One, super::object::getattribute);

fn next(heap: &mut Heap, args: &Args) -> Outcome {
    let handle = args.get(0).handle().expect("an iterator is on the heap");
    if let Obj::Generator(_) = heap.obj(handle) {
        return Err(Escape::resume(args.get(0), With::Value, [Value::None]));
    }
    match heap.next_item(handle)? {
        Some(item) => Ok(item),
        None => Err(heap.stop_iteration(Value::None)),
    }
}

fn add(heap: &mut Heap, types: &[Type], natives: &[&'static Native]) {
    for of in types {
        for native in natives {
            super::add_method(heap, of.handle(), native);
        }
    }
}

/// What few types have.
fn install_more(heap: &mut Heap) {
    add(heap, NUMBERS, &[&ABS, &NEW_ARGUMENTS, &POW, &RPOW]);
    add(heap, &[Type::Int, Type::Float], &[&DIVMOD, &RDIVMOD]);
    add(heap, &[Type::Tuple], &[&NEW_ARGUMENTS]);
    add(heap, &[Type::Type], &[&TYPE_OR, &TYPE_ROR]);
    add(heap, &[Type::Bool], &[&INVERT]);
    for (operator, plain, reflected) in OPERATORS {
        if matches!(operator, Operator::And | Operator::Or | Operator::Xor) {
            add(heap, &[Type::Bool], &[plain, reflected]);
        }
    }
    for counted in [SEQUENCE_ITERATORS, TABLE_ITERATORS] {
        add(heap, counted, &[&LENGTH_HINT]);
    }
    add(heap, HAVE_OWN_ATTRIBUTES, &[&GET_ATTRIBUTE]);
}

fn install_operators(heap: &mut Heap) {
    for &of in [NUMBERS, SEQUENCES, SETS, DICTS].concat().iter() {
        for (operator, plain, reflected) in OPERATORS {
            if has_operator(of, *operator) {
                super::add_method(heap, of.handle(), plain);
                // Sequences are repeated from both sides, but only added to from the left.
                let both = NUMBERS.contains(&of) || SETS.contains(&of) || DICTS.contains(&of);
                if both || matches!(operator, Operator::Multiply | Operator::Remainder) {
                    super::add_method(heap, of.handle(), reflected);
                }
            }
        }
    }
}

pub(super) fn install(heap: &mut Heap) {
    install_operators(heap);
    let comparing = [
        NUMBERS,
        SEQUENCES,
        SETS,
        &[Type::Dict, Type::Range, Type::Slice, Type::Code, Type::Cell, Type::MemoryView],
        &[Type::MappingProxy, Type::Method, Type::BuiltinFunction, Type::MethodWrapper],
    ]
    .concat();
    for native in COMPARISONS {
        add(heap, &comparing, &[native]);
    }
    add(heap, NUMBERS, &[&REPR, &HASH, &BOOL, &NEG, &POS, &FORMAT]);
    add(heap, &[Type::Int], &[&INVERT]);
    add(heap, SEQUENCES, &[&LEN, &ITER, &REPR, &GET_ITEM, &CONTAINS]);
    add(
        heap,
        &[Type::Str, Type::Tuple, Type::Bytes, Type::FrozenSet, Type::Range, Type::Method, Type::Slice],
        &[&HASH],
    );
    add(heap, &[Type::Str], &[&STR, &FORMAT]);
    add(heap, &[Type::List, Type::ByteArray, Type::Dict], &[&SET_ITEM, &DELETE_ITEM]);
    add(heap, SETS, &[&LEN, &ITER, &REPR, &CONTAINS]);
    add(heap, &[Type::Dict], &[&LEN, &ITER, &REPR, &GET_ITEM, &CONTAINS]);
    add(heap, &[Type::Range], &[&LEN, &ITER, &REPR, &GET_ITEM, &CONTAINS, &BOOL]);
    add(heap, &[Type::MemoryView], &[&ITER, &REPR, &HASH, &GET_ITEM, &SET_ITEM, &DELETE_ITEM]);
    add(heap, VIEWS, &[&LEN, &ITER, &REPR]);
    add(heap, &[Type::DictKeys, Type::DictItems], &[&CONTAINS]);
    install_more(heap);
    let set_views = [Type::DictKeys, Type::DictItems];
    for native in COMPARISONS {
        add(heap, &set_views, &[native]);
    }
    add(heap, &[Type::MappingProxy], &[&LEN, &ITER, &REPR, &GET_ITEM, &CONTAINS]);
    let others = &[Type::MemoryIterator, Type::Generator][..];
    for iterators in [SEQUENCE_ITERATORS, TABLE_ITERATORS, COMBINING_ITERATORS, others] {
        add(heap, iterators, &[&ITER, &NEXT]);
    }
    add(heap, &[Type::Function, Type::Module, Type::Slice], &[&REPR]);
    add(heap, &[Type::LineIterator, Type::PositionsIterator, Type::AliasIterator], &[&ITER, &NEXT]);
    for of in
        [Type::List, Type::Dict, Type::Set, Type::ByteArray, Type::DictKeys, Type::DictItems, Type::Cell]
    {
        heap.set_own(of.handle(), Sym::Hash, Value::None);
    }
    let none = [Type::NoneType, Type::Bool, Type::EllipsisType, Type::NotImplementedType];
    add(heap, &none, &[&REPR]);
    add(heap, &[Type::NoneType, Type::NotImplementedType], &[&BOOL]);
    add(heap, &[Type::Code, Type::BuiltinFunction, Type::MethodWrapper, Type::MappingProxy], &[&HASH]);
    add(heap, &[Type::NoneType], &[&HASH]);
    add(heap, &[Type::MappingProxy], &[&STR]);
    add(heap, &[Type::Code, Type::Cell], &[&REPR]);
}

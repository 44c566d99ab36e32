//! The special methods of the builtin types as objects (`int.__add__`, `list.__len__`, ...): what the machine's
//! own instructions do, for whoever asks for it by name.

use crate::object::{
    Args, Arity, Comparison, Escape, Heap, Iter, NOT_IMPLEMENTED, Native, Obj, Operator, Outcome, Sym, Type,
    Value, With,
};

macro_rules! operators {
    ($($plain:literal $reflected:literal $operator:ident $twin:literal;)*) => {
        static OPERATORS: &[(Operator, Native, Native)] = &[$((
            Operator::$operator,
            Native::new($plain, Arity::One, |heap, args| {
                operate(heap, Operator::$operator, args, false)
            }).twin($twin),
            Native::new($reflected, Arity::One, |heap, args| {
                operate(heap, Operator::$operator, args, true)
            }).twin($twin),
        ),)*];
    };
}

operators! {
    "__add__" "__radd__" Add "_add";
    "__and__" "__rand__" And "_and";
    "__floordiv__" "__rfloordiv__" FloorDivide "_not_implemented";
    "__lshift__" "__rlshift__" Lshift "_not_implemented";
    "__mul__" "__rmul__" Multiply "_multiply";
    "__mod__" "__rmod__" Remainder "_percent";
    "__or__" "__ror__" Or "_or";
    "__rshift__" "__rrshift__" Rshift "_not_implemented";
    "__sub__" "__rsub__" Subtract "_subtract";
    "__truediv__" "__rtruediv__" TrueDivide "_not_implemented";
    "__xor__" "__rxor__" Xor "_xor";
}

macro_rules! comparisons {
    ($($name:literal $comparison:ident $twin:literal;)*) => {
        static COMPARISONS: &[Native] = &[$(
            Native::new($name, Arity::One, |heap, args| {
                let is_equality = matches!(Comparison::$comparison, Comparison::Eq | Comparison::Ne);
                let is_view = heap.as_memory(args.get(0)).is_some();
                if !knows(heap, args.get(0), args.get(1)) || is_view && !is_equality {
                    return Ok(NOT_IMPLEMENTED.into());
                }
                heap.compare_payloads(Comparison::$comparison, args.get(0), args.get(1))
            }).twin($twin),
        )*];
    };
}

comparisons! {
    "__lt__" Lt "_compare_lt";
    "__le__" Le "_compare_le";
    "__eq__" Eq "_compare_eq";
    "__ne__" Ne "_compare_ne";
    "__gt__" Gt "_compare_gt";
    "__ge__" Ge "_compare_ge";
}

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
static DIVMOD: Native =
    Native::new("__divmod__", Arity::One, |heap, args| divmod(heap, args, args.get(0), args.get(1)));
static RDIVMOD: Native =
    Native::new("__rdivmod__", Arity::One, |heap, args| divmod(heap, args, args.get(1), args.get(0)));
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
static GET_ATTRIBUTE: Native = Native::new("__getattribute__", Arity::One, |heap, args| {
    let name = super::functions::attribute_name(heap, args.get(1))?;
    let class = heap.class_of(args.get(0));
    match heap.find_plainly(args.get(0), class, name)? {
        Some(crate::object::Found::Value(value)) => Ok(value),
        Some(crate::object::Found::Method(function)) => Ok(heap.bind(function, args.get(0))),
        None => Err(heap.no_attribute(args.get(0), name)),
    }
});

static POW: Native = Native::new("__pow__", Arity::Positional(1, 2), |heap, args| {
    power(heap, args.get(0), args.get(0), args.get(1), args.get(2))
});
static RPOW: Native = Native::new("__rpow__", Arity::Positional(1, 2), |heap, args| {
    power(heap, args.get(0), args.get(1), args.get(0), args.get(2))
});

fn power(heap: &mut Heap, this: Value, base: Value, exponent: Value, modulus: Value) -> Outcome {
    if !knows(heap, this, base) || !knows(heap, this, exponent) {
        return Ok(NOT_IMPLEMENTED.into());
    }
    if matches!(modulus, Value::Null | Value::None) {
        return heap.operate(Operator::Power, base, exponent);
    }
    if heap.is_int(this) && !heap.is_int(modulus) {
        return Ok(NOT_IMPLEMENTED.into());
    }
    super::numbers::power(heap, base, exponent, modulus)
}

/// Whether the methods of a number can do with the other value: an int knows ints only, a float ints and floats.
fn knows(heap: &Heap, this: Value, other: Value) -> bool {
    match heap.layout(this) {
        Type::Int | Type::Bool => heap.is_int(other),
        Type::Float => heap.real(other).is_some(),
        _ => true,
    }
}

fn operate(heap: &mut Heap, operator: Operator, args: &Args, reflected: bool) -> Outcome {
    let (this, other) = (args.get(0), args.get(1));
    let is_number = heap.real(this).is_some();
    let is_other_text =
        operator == Operator::Remainder && reflected && heap.layout(this) != heap.layout(other);
    if is_number && !knows(heap, this, other) || !is_number && is_other_text {
        return Ok(NOT_IMPLEMENTED.into());
    }
    // A sequence's own method takes nothing but a count.
    if operator == Operator::Multiply && SEQUENCES.contains(&heap.layout(this)) && !heap.is_int(other) {
        super::arguments::size(heap, other)?;
    }
    let (a, b) = if reflected { (other, this) } else { (this, other) };
    heap.operate(operator, a, b)
}

fn divmod(heap: &mut Heap, args: &Args, a: Value, b: Value) -> Outcome {
    if !knows(heap, args.get(0), a) || !knows(heap, args.get(0), b) {
        return Ok(NOT_IMPLEMENTED.into());
    }
    super::numbers::quotient_and_rest(heap, a, b)
}

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

const NUMBERS: &[Type] = &[Type::Int, Type::Float, Type::Complex];
const SEQUENCES: &[Type] = &[Type::Str, Type::List, Type::Tuple, Type::Bytes, Type::ByteArray];
const SETS: &[Type] = &[Type::Set, Type::FrozenSet];
const DICTS: &[Type] = &[Type::Dict, Type::MappingProxy];
const VIEWS: &[Type] = &[Type::DictKeys, Type::DictValues, Type::DictItems];
const ITERATORS: &[Type] = &[
    Type::ListIterator,
    Type::ListReverseIterator,
    Type::TupleIterator,
    Type::StrAsciiIterator,
    Type::StrIterator,
    Type::BytesIterator,
    Type::ByteArrayIterator,
    Type::MemoryIterator,
    Type::RangeIterator,
    Type::LongRangeIterator,
    Type::DictKeyIterator,
    Type::DictValueIterator,
    Type::DictItemIterator,
    Type::DictReverseKeyIterator,
    Type::DictReverseValueIterator,
    Type::DictReverseItemIterator,
    Type::SetIterator,
    Type::SequenceIterator,
    Type::CallableIterator,
    Type::Enumerate,
    Type::Zip,
    Type::Map,
    Type::Filter,
    Type::Reversed,
    Type::Generator,
];

/// Iterators that know how many items are left.
const COUNTED: &[Type] = &[
    Type::ListIterator,
    Type::ListReverseIterator,
    Type::TupleIterator,
    Type::StrAsciiIterator,
    Type::StrIterator,
    Type::BytesIterator,
    Type::ByteArrayIterator,
    Type::RangeIterator,
    Type::LongRangeIterator,
    Type::DictKeyIterator,
    Type::DictValueIterator,
    Type::DictItemIterator,
    Type::DictReverseKeyIterator,
    Type::DictReverseValueIterator,
    Type::DictReverseItemIterator,
    Type::SetIterator,
    Type::SequenceIterator,
    Type::Reversed,
];

/// Types that say themselves that their attributes are looked up as `object` does.
const HAVE_OWN_ATTRIBUTES: &[Type] = &[
    Type::Int,
    Type::Float,
    Type::Complex,
    Type::Str,
    Type::Bytes,
    Type::ByteArray,
    Type::MemoryView,
    Type::List,
    Type::Tuple,
    Type::Dict,
    Type::Set,
    Type::FrozenSet,
    Type::Range,
    Type::Slice,
    Type::Enumerate,
    Type::Zip,
    Type::Map,
    Type::Filter,
    Type::Reversed,
    Type::Property,
    Type::Generator,
    Type::Coroutine,
    Type::AsyncGenerator,
    Type::Module,
    Type::BaseException,
];

/// Which operators the types have.
fn has_operator(of: Type, operator: Operator) -> bool {
    use Operator as O;
    match of {
        Type::Int => operator != O::MatMul,
        Type::Float => matches!(
            operator,
            O::Add | O::Subtract | O::Multiply | O::TrueDivide | O::FloorDivide | O::Remainder
        ),
        Type::Complex => matches!(operator, O::Add | O::Subtract | O::Multiply | O::TrueDivide),
        Type::Str => matches!(operator, O::Add | O::Multiply | O::Remainder),
        Type::List | Type::Tuple => matches!(operator, O::Add | O::Multiply),
        Type::Bytes | Type::ByteArray => matches!(operator, O::Add | O::Multiply | O::Remainder),
        Type::Set | Type::FrozenSet => matches!(operator, O::And | O::Or | O::Xor | O::Subtract),
        Type::Dict | Type::MappingProxy => operator == O::Or,
        _ => false,
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
    add(heap, COUNTED, &[&LENGTH_HINT]);
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
    add(heap, ITERATORS, &[&ITER, &NEXT]);
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

//! The special methods of the builtin types as objects (`int.__add__`, `list.__len__`, ...): what the machine's
//! own instructions do, for whoever asks for it by name.

use crate::object::{
    Args, Arity, Comparison, Heap, NOT_IMPLEMENTED, Native, Obj, Operator, Outcome, Sym, Type, Value, With,
};

macro_rules! operators {
    ($($plain:literal $reflected:literal $operator:ident $twin:literal;)*) => {
        static OPERATORS: &[(Operator, Native, Native)] = &[$((
            Operator::$operator,
            Native::new($plain, Arity::One, |heap, args| {
                heap.operate(Operator::$operator, args.get(0), args.get(1))
            }).twin($twin),
            Native::new($reflected, Arity::One, |heap, args| {
                heap.operate(Operator::$operator, args.get(1), args.get(0))
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
    "__pow__" "__rpow__" Power "_not_implemented";
    "__rshift__" "__rrshift__" Rshift "_not_implemented";
    "__sub__" "__rsub__" Subtract "_subtract";
    "__truediv__" "__rtruediv__" TrueDivide "_not_implemented";
    "__xor__" "__rxor__" Xor "_xor";
}

macro_rules! comparisons {
    ($($name:literal $comparison:ident $twin:literal;)*) => {
        static COMPARISONS: &[Native] = &[$(
            Native::new($name, Arity::One, |heap, args| {
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
    Ok(Value::Int(heap.payload_len(args.get(0)).unwrap_or(0) as i64))
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
        .twin("_hash");
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
static BOOL: Native =
    Native::new("__bool__", Arity::Zero, |heap, args| heap.truth(args.get(0)).map(Value::Bool));
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
    heap.format(args.get(0), &spec)
});

fn next(heap: &mut Heap, args: &Args) -> Outcome {
    let handle = args.get(0).handle().expect("an iterator is on the heap");
    if let Obj::Generator(_) = heap.obj(handle) {
        return Err(crate::object::Escape::resume(args.get(0), With::Value, [Value::None]));
    }
    match heap.next_item(handle)? {
        Some(item) => Ok(item),
        None => Err(heap.stop_iteration(Value::None)),
    }
}

const NUMBERS: &[Type] = &[Type::Int, Type::Float, Type::Complex];
const SEQUENCES: &[Type] = &[Type::Str, Type::List, Type::Tuple, Type::Bytes, Type::ByteArray];
const SETS: &[Type] = &[Type::Set, Type::FrozenSet];
const VIEWS: &[Type] = &[Type::DictKeys, Type::DictValues, Type::DictItems];
const ITERATORS: &[Type] = &[
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
    Type::CallableIterator,
    Type::Enumerate,
    Type::Zip,
    Type::Map,
    Type::Filter,
    Type::Reversed,
    Type::Generator,
];

/// Which operators the types have.
fn has_operator(of: Type, operator: Operator) -> bool {
    use Operator as O;
    match of {
        Type::Int => operator != O::MatMul,
        Type::Float => matches!(
            operator,
            O::Add | O::Subtract | O::Multiply | O::TrueDivide | O::FloorDivide | O::Remainder | O::Power
        ),
        Type::Complex => matches!(operator, O::Add | O::Subtract | O::Multiply | O::TrueDivide | O::Power),
        Type::Str => matches!(operator, O::Add | O::Multiply | O::Remainder),
        Type::List | Type::Tuple => matches!(operator, O::Add | O::Multiply),
        Type::Bytes | Type::ByteArray => matches!(operator, O::Add | O::Multiply | O::Remainder),
        Type::Set | Type::FrozenSet => matches!(operator, O::And | O::Or | O::Xor | O::Subtract),
        Type::Dict => operator == O::Or,
        _ => false,
    }
}

pub(super) fn install(heap: &mut Heap) {
    let add = |heap: &mut Heap, types: &[Type], natives: &[&'static Native]| {
        for of in types {
            for native in natives {
                super::add_method(heap, of.handle(), native);
            }
        }
    };
    for &of in [NUMBERS, SEQUENCES, SETS, &[Type::Dict]].concat().iter() {
        for (operator, plain, reflected) in OPERATORS {
            if has_operator(of, *operator) {
                super::add_method(heap, of.handle(), plain);
                if NUMBERS.contains(&of) || SETS.contains(&of) || of == Type::Dict {
                    super::add_method(heap, of.handle(), reflected);
                }
            }
        }
    }
    let comparing =
        [NUMBERS, SEQUENCES, SETS, &[Type::Dict, Type::Range, Type::Slice, Type::Method, Type::Code]]
            .concat();
    for native in COMPARISONS {
        add(heap, &comparing, &[native]);
    }
    add(heap, NUMBERS, &[&REPR, &HASH, &BOOL, &NEG, &POS, &FORMAT]);
    add(heap, &[Type::Int], &[&INVERT]);
    add(heap, SEQUENCES, &[&LEN, &ITER, &REPR, &GET_ITEM, &CONTAINS]);
    add(heap, &[Type::Str, Type::Tuple, Type::Bytes, Type::FrozenSet, Type::Range, Type::Method], &[&HASH]);
    add(heap, &[Type::Str], &[&STR, &FORMAT]);
    add(heap, &[Type::List, Type::ByteArray, Type::Dict], &[&SET_ITEM, &DELETE_ITEM]);
    add(heap, SETS, &[&LEN, &ITER, &REPR, &CONTAINS]);
    add(heap, &[Type::Dict], &[&LEN, &ITER, &REPR, &GET_ITEM, &CONTAINS]);
    add(heap, &[Type::Range], &[&LEN, &ITER, &REPR, &GET_ITEM, &CONTAINS, &BOOL]);
    add(heap, VIEWS, &[&LEN, &ITER, &REPR, &CONTAINS]);
    let set_views = [Type::DictKeys, Type::DictItems];
    for native in COMPARISONS {
        add(heap, &set_views, &[native]);
    }
    add(heap, &[Type::MappingProxy], &[&LEN, &ITER, &REPR, &GET_ITEM, &CONTAINS]);
    add(heap, ITERATORS, &[&ITER, &NEXT]);
    add(heap, &[Type::Function, Type::Module, Type::Slice, Type::Property], &[&REPR]);
    for of in [Type::List, Type::Dict, Type::Set, Type::ByteArray, Type::Slice] {
        heap.set_own(of.handle(), Sym::Hash, Value::None);
    }
    let none = [Type::NoneType, Type::Bool, Type::EllipsisType, Type::NotImplementedType];
    add(heap, &none, &[&REPR]);
    add(heap, &[Type::NoneType], &[&BOOL]);
}

//! Operators and comparisons of the builtin types as methods (`int.__add__`, `str.__lt__`, ...), and which types have which.

use crate::{
    builtins::{arguments, numbers},
    object::{Args, Arity, Comparison, Heap, NOT_IMPLEMENTED, Native, Operator, Outcome, Type, Value},
};

macro_rules! operators {
    ($($plain:literal $reflected:literal $operator:ident $twin:literal;)*) => {
        pub(super) static OPERATORS: &[(Operator, Native, Native)] = &[$((
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
        pub(super) static COMPARISONS: &[Native] = &[$(
            Native::new($name, Arity::One, |heap, args| {
                let is_equality = matches!(Comparison::$comparison, Comparison::Eq | Comparison::Ne);
                let is_view = heap.as_memory(args.get(0)).is_some();
                if !heap.knows_number(args.get(0), args.get(1)) || is_view && !is_equality {
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

pub(super) static DIVMOD: Native =
    Native::new("__divmod__", Arity::One, |heap, args| divmod(heap, args, args.get(0), args.get(1)));
pub(super) static RDIVMOD: Native =
    Native::new("__rdivmod__", Arity::One, |heap, args| divmod(heap, args, args.get(1), args.get(0)));
pub(super) static POW: Native = Native::new("__pow__", Arity::Positional(1, 2), |heap, args| {
    power(heap, args.get(0), args.get(0), args.get(1), args.get(2))
});
pub(super) static RPOW: Native = Native::new("__rpow__", Arity::Positional(1, 2), |heap, args| {
    power(heap, args.get(0), args.get(1), args.get(0), args.get(2))
});

fn power(heap: &mut Heap, this: Value, base: Value, exponent: Value, modulus: Value) -> Outcome {
    if !heap.knows_number(this, base) || !heap.knows_number(this, exponent) {
        return Ok(NOT_IMPLEMENTED.into());
    }
    if matches!(modulus, Value::Null | Value::None) {
        return heap.operate(Operator::Power, base, exponent);
    }
    if heap.is_int(this) && !heap.is_int(modulus) {
        return Ok(NOT_IMPLEMENTED.into());
    }
    numbers::power(heap, base, exponent, modulus)
}

fn operate(heap: &mut Heap, operator: Operator, args: &Args, is_reflected: bool) -> Outcome {
    let (this, other) = (args.get(0), args.get(1));
    sequence_method(heap, operator, this, other)
        .unwrap_or_else(|| heap.operate_by(operator, this, other, is_reflected))
}

/// What a sequence's own method for `+` or `*` does: unlike a number's it never leaves the answer to the other operand.
pub fn sequence_method(heap: &mut Heap, operator: Operator, this: Value, other: Value) -> Option<Outcome> {
    match operator {
        Operator::Add if heap.is_sequence_payload(this) => Some(heap.concatenate(this, other)),
        Operator::Multiply if heap.is_sequence_payload(this) => Some(match heap.is_int(other) {
            true => heap.repeat(this, other),
            // It takes nothing but a count.
            false => arguments::size(heap, other).and_then(|_| heap.repeat(this, other)),
        }),
        _ => None,
    }
}

fn divmod(heap: &mut Heap, args: &Args, a: Value, b: Value) -> Outcome {
    if !heap.knows_number(args.get(0), a) || !heap.knows_number(args.get(0), b) {
        return Ok(NOT_IMPLEMENTED.into());
    }
    numbers::quotient_and_rest(heap, a, b)
}

/// Which operators the types have.
pub(super) fn has_operator(of: Type, operator: Operator) -> bool {
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

//! `__reduce__` of the builtin types whose objects can be copied or pickled: what makes the same object again. The
//! iterators' own is in `iterator_state`.

use crate::object::{Arity, Escape, Native, Type};

use super::TypeTable;

macro_rules! handed_on {
    ($name:literal, $to:literal) => {
        Native::new($name, Arity::Zero, |_, args| Err(Escape::prelude($to, [args.get(0)])))
    };
}

static PARTS: &[Native] = &[handed_on!("__reduce__", "_parts_reduce")];
static SET: &[Native] = &[handed_on!("__reduce__", "_set_reduce")];
static BOUND: &[Native] = &[handed_on!("__reduce__", "_bound_reduce")];
static DESCRIPTOR: &[Native] = &[handed_on!("__reduce__", "_descriptor_reduce")];
static SINGLE: &[Native] = &[handed_on!("__reduce__", "_single_reduce")];
static ATTRIBUTE_ERROR: &[Native] = &[
    handed_on!("__getstate__", "_attribute_error_state"),
    handed_on!("__reduce__", "_attribute_error_reduce"),
];
static IMPORT_ERROR: &[Native] = &[handed_on!("__reduce__", "_import_error_reduce")];
static OS_ERROR: &[Native] = &[handed_on!("__reduce__", "_os_error_reduce")];
static BYTEARRAY: &[Native] = &[
    handed_on!("__reduce__", "_bytearray_reduce"),
    Native::new("__reduce_ex__", Arity::Positional(0, 1), |_, args| {
        Err(Escape::prelude("_bytearray_reduce", args.positional()))
    }),
];

const fn table(of: Type, methods: &'static [Native]) -> TypeTable {
    TypeTable { of, methods, attributes: &[] }
}

pub(super) static TYPES: &[&TypeTable] = &[
    &table(Type::Slice, PARTS),
    &table(Type::Range, PARTS),
    &table(Type::Set, SET),
    &table(Type::FrozenSet, SET),
    &table(Type::ByteArray, BYTEARRAY),
    &table(Type::Method, BOUND),
    &table(Type::BuiltinFunction, BOUND),
    &table(Type::MethodWrapper, BOUND),
    &table(Type::MethodDescriptor, DESCRIPTOR),
    &table(Type::SlotWrapper, DESCRIPTOR),
    &table(Type::Member, DESCRIPTOR),
    &table(Type::EllipsisType, SINGLE),
    &table(Type::NotImplementedType, SINGLE),
    &table(Type::AttributeError, ATTRIBUTE_ERROR),
    &table(Type::ImportError, IMPORT_ERROR),
    &table(Type::OSError, OS_ERROR),
];

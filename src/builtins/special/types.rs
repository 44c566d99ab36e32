//! Families of builtin types that have the same special methods.

use crate::object::Type;

pub(super) const NUMBERS: &[Type] = &[Type::Int, Type::Float, Type::Complex];
pub(super) const SEQUENCES: &[Type] = &[Type::Str, Type::List, Type::Tuple, Type::Bytes, Type::ByteArray];
pub(super) const SETS: &[Type] = &[Type::Set, Type::FrozenSet];
pub(super) const DICTS: &[Type] = &[Type::Dict, Type::MappingProxy];
pub(super) const VIEWS: &[Type] = &[Type::DictKeys, Type::DictValues, Type::DictItems];
/// They know how many items are left, and can be set back to where they stood.
pub(in crate::builtins) const SEQUENCE_ITERATORS: &[Type] = &[
    Type::ListIterator,
    Type::ListReverseIterator,
    Type::TupleIterator,
    Type::StrAsciiIterator,
    Type::StrIterator,
    Type::BytesIterator,
    Type::ByteArrayIterator,
    Type::RangeIterator,
    Type::LongRangeIterator,
    Type::SequenceIterator,
    Type::Reversed,
];
/// They know how many items are left.
pub(in crate::builtins) const TABLE_ITERATORS: &[Type] = &[
    Type::DictKeyIterator,
    Type::DictValueIterator,
    Type::DictItemIterator,
    Type::DictReverseKeyIterator,
    Type::DictReverseValueIterator,
    Type::DictReverseItemIterator,
    Type::SetIterator,
];
/// What they give comes from a function or from other iterators.
pub(in crate::builtins) const COMBINING_ITERATORS: &[Type] =
    &[Type::CallableIterator, Type::Enumerate, Type::Zip, Type::Map, Type::Filter];

/// Types that say themselves that their attributes are looked up as `object` does.
pub(super) const HAVE_OWN_ATTRIBUTES: &[Type] = &[
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

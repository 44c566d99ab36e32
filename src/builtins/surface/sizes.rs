//! How CPython lays objects out in memory: what `__basicsize__` and its like say of a type, and how many bytes an
//! object has. Nothing here is laid out like that; the figures are what programs are told.

use crate::object::{CodeObject, Dict, Handle, Heap, Obj, Str, Type, Value};

/// Where attributes or weak references stand that the interpreter keeps in front of the object.
const IN_FRONT: (i64, i64) = (-1, -32);

/// Bits of `__flags__`.
mod flag {
    pub const STATIC_BUILTIN: u64 = 1 << 1;
    pub const WEAKREF_IN_FRONT: u64 = 1 << 3;
    pub const DICT_IN_FRONT: u64 = 1 << 4;
    pub const SEQUENCE: u64 = 1 << 5;
    pub const MAPPING: u64 = 1 << 6;
    pub const MAKES_NO_INSTANCES: u64 = 1 << 7;
    pub const IMMUTABLE: u64 = 1 << 8;
    pub const ON_THE_HEAP: u64 = 1 << 9;
    pub const MAY_BE_BASE: u64 = 1 << 10;
    pub const VECTORCALL: u64 = 1 << 11;
    pub const READY: u64 = 1 << 12;
    pub const COLLECTED: u64 = 1 << 14;
    pub const METHOD: u64 = 1 << 17;
    pub const ABSTRACT: u64 = 1 << 20;
    pub const MATCHES_ITSELF: u64 = 1 << 22;
    pub const ITEMS_AT_END: u64 = 1 << 23;
    /// One bit each for what derives from `int`, `list`, `tuple`, `bytes`, `str`, `dict`, exceptions, `type`.
    pub const DERIVES: u64 = 0xFF << 24;
}

/// Bytes of an object, bytes of an item, places of the attributes and of the weak references.
pub struct Shape {
    pub basic: i64,
    pub item: i64,
    pub dict: i64,
    pub weak: i64,
}

const fn shape(basic: i64, item: i64, dict: i64, weak: i64) -> Shape {
    Shape { basic, item, dict, weak }
}

/// Whoever is not listed has the shape of the base.
const SHAPES: &[(Shape, &[Type])] = &[
    (shape(16, 0, 0, 0), &[Type::Object]),
    (shape(24, 4, 0, 0), &[Type::Int]),
    (shape(24, 0, 0, 0), &[Type::Float, Type::CoroutineWrapper, Type::Cell, Type::MappingProxy]),
    (shape(24, 0, 0, 0), &[Type::DictKeys, Type::DictValues, Type::DictItems]),
    (shape(24, 0, 16, 0), &[Type::SimpleNamespace]),
    (shape(24, 8, 0, 0), &[Type::Tuple]),
    (shape(32, 0, 0, 0), &[Type::Complex, Type::Filter, Type::Map, Type::Reversed, Type::MethodWrapper]),
    (shape(32, 0, 0, 0), &[Type::ListIterator, Type::ListReverseIterator, Type::TupleIterator]),
    (shape(32, 0, 0, 0), &[Type::StrIterator, Type::StrAsciiIterator, Type::BytesIterator]),
    (shape(32, 0, 0, 0), &[Type::ByteArrayIterator, Type::SequenceIterator, Type::CallableIterator]),
    (shape(32, 0, 24, 0), &[Type::ClassMethod, Type::StaticMethod]),
    (shape(33, 1, 0, 0), &[Type::Bytes]),
    (shape(40, 0, 0, 0), &[Type::List, Type::Slice, Type::Super, Type::AsyncSend, Type::AsyncThrow]),
    (shape(40, 0, 0, 0), &[Type::Traceback, Type::RangeIterator, Type::LongRangeIterator]),
    (shape(48, 0, 0, 0), &[Type::Dict, Type::Range, Type::Zip, Type::GetSet, Type::Member]),
    (shape(48, 0, 0, 0), &[Type::SetIterator, Type::MemoryIterator]),
    (shape(48, 0, 0, 32), &[Type::Method]),
    (shape(56, 0, 0, 0), &[Type::ByteArray, Type::Enumerate, Type::SlotWrapper, Type::MethodDescriptor]),
    (shape(56, 0, 0, 0), &[Type::ClassMethodDescriptor, Type::DictKeyIterator, Type::DictValueIterator]),
    (shape(56, 0, 0, 0), &[Type::DictItemIterator, Type::DictReverseKeyIterator]),
    (shape(56, 0, 0, 0), &[Type::DictReverseValueIterator, Type::DictReverseItemIterator]),
    (shape(56, 0, 0, 40), &[Type::BuiltinFunction]),
    (shape(56, 0, 16, 40), &[Type::Module]),
    (shape(64, 0, 0, 0), &[Type::Property, Type::Str, Type::WeakRef]),
    (shape(72, 0, 16, 0), &[Type::BaseException]),
    (shape(80, 0, 16, 0), &[Type::NameError, Type::StopIteration, Type::SystemExit]),
    (shape(88, 0, 16, 0), &[Type::AttributeError, Type::BaseExceptionGroup]),
    (shape(88, 0, 16, -32), &[Type::ExceptionGroup]),
    (shape(104, 0, 16, 0), &[Type::ImportError]),
    (shape(112, 0, 16, 0), &[Type::OSError, Type::UnicodeDecodeError, Type::UnicodeEncodeError]),
    (shape(112, 0, 16, 0), &[Type::UnicodeTranslateError]),
    (shape(120, 8, 0, 0), &[Type::Frame]),
    (shape(136, 0, 16, 0), &[Type::SyntaxError]),
    (shape(144, 0, 88, 96), &[Type::Function]),
    (shape(144, 8, 0, 16), &[Type::Generator, Type::Coroutine, Type::AsyncGenerator]),
    (shape(144, 8, 0, 136), &[Type::MemoryView]),
    (shape(192, 2, 0, 144), &[Type::Code]),
    (shape(200, 0, 0, 192), &[Type::Set, Type::FrozenSet]),
    (shape(200, 0, 184, 176), &[Type::TextIO]),
    (shape(920, 40, 264, 368), &[Type::Type]),
];

/// What types have beside `READY`; whoever is not listed can only be met: `MAKES_NO_INSTANCES` and `COLLECTED`.
const FLAGS: &[(u64, &[Type])] = &[
    (flag::MAY_BE_BASE, &[Type::Object, Type::Complex]),
    (flag::MAY_BE_BASE | flag::MATCHES_ITSELF, &[Type::ByteArray, Type::Float]),
    (flag::MAY_BE_BASE | flag::MATCHES_ITSELF | 1 << 24, &[Type::Int]),
    (flag::MATCHES_ITSELF | 1 << 24, &[Type::Bool]),
    (flag::MAY_BE_BASE | flag::MATCHES_ITSELF | 1 << 27, &[Type::Bytes]),
    (flag::MAY_BE_BASE | flag::MATCHES_ITSELF | 1 << 28, &[Type::Str]),
    (0, &[Type::Code, Type::NoneType, Type::EllipsisType, Type::NotImplementedType]),
    (flag::SEQUENCE, &[Type::Range]),
    (flag::SEQUENCE | flag::COLLECTED, &[Type::MemoryView]),
    (flag::MAPPING | flag::COLLECTED, &[Type::MappingProxy]),
    (flag::SEQUENCE | flag::MAY_BE_BASE | flag::COLLECTED | flag::MATCHES_ITSELF | 1 << 25, &[Type::List]),
    (flag::SEQUENCE | flag::MAY_BE_BASE | flag::COLLECTED | flag::MATCHES_ITSELF | 1 << 26, &[Type::Tuple]),
    (flag::MAPPING | flag::MAY_BE_BASE | flag::COLLECTED | flag::MATCHES_ITSELF | 1 << 29, &[Type::Dict]),
    (flag::MAY_BE_BASE | flag::COLLECTED | flag::MATCHES_ITSELF, &[Type::Set, Type::FrozenSet]),
    (
        flag::MAY_BE_BASE | flag::COLLECTED,
        &[Type::ClassMethod, Type::StaticMethod, Type::Enumerate, Type::Filter],
    ),
    (
        flag::MAY_BE_BASE | flag::COLLECTED,
        &[Type::Map, Type::Property, Type::Reversed, Type::Super, Type::Zip],
    ),
    (flag::MAY_BE_BASE | flag::COLLECTED, &[Type::Module, Type::SimpleNamespace]),
    (flag::MAY_BE_BASE | flag::COLLECTED | 1 << 30, &[Type::BaseException]),
    (flag::MAY_BE_BASE | flag::VECTORCALL | flag::COLLECTED | flag::ITEMS_AT_END | 1 << 31, &[Type::Type]),
    (flag::MAY_BE_BASE | flag::VECTORCALL | flag::COLLECTED, &[Type::WeakRef]),
    (flag::VECTORCALL | flag::COLLECTED | flag::METHOD, &[Type::Function]),
    (flag::VECTORCALL | flag::COLLECTED, &[Type::Method]),
    (flag::COLLECTED, &[Type::Slice, Type::Traceback, Type::Cell]),
    (flag::MAKES_NO_INSTANCES | flag::VECTORCALL | flag::COLLECTED | flag::METHOD, &[Type::MethodDescriptor]),
    (flag::MAKES_NO_INSTANCES | flag::VECTORCALL | flag::COLLECTED, &[Type::BuiltinFunction]),
    (flag::MAKES_NO_INSTANCES | flag::COLLECTED | flag::METHOD, &[Type::SlotWrapper]),
    (flag::MAKES_NO_INSTANCES, &[Type::RangeIterator, Type::LongRangeIterator]),
];

/// The row of a type, or else of its base.
fn row<T>(table: &'static [(T, &[Type])], of: Type) -> &'static T {
    let own = table.iter().find(|(_, types)| types.contains(&of));
    own.map_or_else(|| row(table, of.base()), |(row, _)| row)
}

fn is_on_the_heap(of: Type) -> bool {
    matches!(of, Type::ExceptionGroup | Type::TextIO)
}

fn builtin_flags(of: Type) -> u64 {
    let kind = match of {
        Type::ExceptionGroup => flag::ON_THE_HEAP | flag::WEAKREF_IN_FRONT,
        Type::TextIO => flag::ON_THE_HEAP | flag::IMMUTABLE,
        _ => flag::STATIC_BUILTIN | flag::IMMUTABLE,
    };
    let listed = FLAGS.iter().find(|(_, types)| types.contains(&of));
    let own = match listed {
        Some((own, _)) => *own,
        None if is_on_the_heap(of) || of.base() == Type::Object => match is_on_the_heap(of) {
            true => flag::MAY_BE_BASE | flag::COLLECTED | u64::from(of == Type::ExceptionGroup) << 30,
            false => flag::MAKES_NO_INSTANCES | flag::COLLECTED,
        },
        None => *row(FLAGS, of.base()),
    };
    kind | flag::READY | own
}

/// How instances of a class are laid out.
pub fn of_class(heap: &Heap, class: Handle) -> Shape {
    let of = heap.class(class);
    let &Shape { basic, item, dict, weak } = row(SHAPES, of.layout);
    if Type::at(class).is_some() {
        return Shape { basic, item, dict, weak };
    }
    let dict = if dict == 0 && of.has_dict { IN_FRONT.0 } else { dict };
    let weak = if weak == 0 && has_weakrefs(heap, class) { IN_FRONT.1 } else { weak };
    Shape { basic: basic + 8 * i64::from(of.slots), item, dict, weak }
}

/// Whether a class of the user's gave its instances room for weak references.
fn has_weakrefs(heap: &Heap, class: Handle) -> bool {
    let mut users = heap.class(class).mro.iter().filter(|each| Type::at(**each).is_none());
    users.any(|&each| {
        let names = heap.attributes(each).into_iter().flat_map(Dict::iter);
        names.filter(|entry| heap.as_str(entry.key).is_some()).any(|entry| {
            heap.lossy(entry.key) == "__weakref__"
                && matches!(entry.value, Value::Ref(at) if matches!(heap.obj(at), Obj::GetSet(..)))
        })
    })
}

/// `__flags__`
pub fn flags(heap: &Heap, class: Handle) -> u64 {
    if let Some(of) = Type::at(class) {
        return builtin_flags(of);
    }
    let inherited =
        flag::SEQUENCE | flag::MAPPING | flag::MATCHES_ITSELF | flag::ITEMS_AT_END | flag::DERIVES;
    let of = heap.class(class);
    let mut flags = builtin_flags(of.layout) & inherited;
    flags |= flag::ON_THE_HEAP | flag::MAY_BE_BASE | flag::READY | flag::COLLECTED;
    let shape = of_class(heap, class);
    for (bit, holds) in [
        (flag::DICT_IN_FRONT, shape.dict == IN_FRONT.0),
        (flag::WEAKREF_IN_FRONT, shape.weak == IN_FRONT.1),
        (flag::VECTORCALL, of.layout == Type::Type),
        (flag::ABSTRACT, of.is_abstract),
    ] {
        if holds {
            flags |= bit;
        }
    }
    flags
}

/// The bytes that stand in front of an object: for the garbage collector, for attributes and weak references.
pub fn in_front(heap: &Heap, value: Value) -> i64 {
    let class = heap.class_of(value);
    let flags = flags(heap, class);
    let collected = flags & flag::COLLECTED != 0
        && match value.handle().and_then(Type::at) {
            // Types that are there from the start are not collected.
            Some(of) => is_on_the_heap(of),
            None => true,
        };
    let more = flags & (flag::DICT_IN_FRONT | flag::WEAKREF_IN_FRONT) != 0;
    16 * (i64::from(collected) + i64::from(more))
}

/// `__sizeof__()`: what stands in front is not counted.
pub fn of_object(heap: &Heap, value: Value) -> i64 {
    let Shape { basic, item, .. } = of_class(heap, heap.class_of(value));
    if let Some(int) = heap.big_int(value).filter(|_| heap.is_int(value)) {
        return basic + item * int.bits().div_ceil(30).max(1) as i64;
    }
    let Value::Ref(handle) = value else { return basic };
    let count = |len: usize, size: i64| len as i64 * size;
    match heap.obj(handle) {
        Obj::Str(text) => basic - 64 + str_bytes(text),
        Obj::Bytes(bytes) => basic + count(bytes.len(), item),
        Obj::ByteArray(bytes) if bytes.is_empty() => basic,
        Obj::ByteArray(bytes) => basic + count(bytes.len() + 1, 1),
        Obj::Tuple(values) => basic + count(values.len(), item),
        Obj::List(values) => basic + count(values.len(), 8),
        Obj::Dict(dict) => basic + dict_bytes(heap, dict),
        Obj::Set(set) if set.table().len() > 8 => basic + count(set.table().len(), 16),
        Obj::MemoryView(view) => basic + count(3 * view.dimensions.len().max(1), item),
        // Types that are there from the start have no room for anything of a class statement.
        Obj::Class(_) if Type::at(handle).is_some() => 416,
        Obj::Class(_) if of_class(heap, handle).dict == IN_FRONT.0 => basic + keys_bytes(64, true),
        Obj::Code(code) => basic + count(code.code.code.len(), 1),
        Obj::Generator(generator) => basic + item * room(&generator.code),
        Obj::Frame(frame) => basic + item * room(&frame.code),
        _ => basic,
    }
}

/// A text's own bytes: ASCII stands right behind a short head.
fn str_bytes(text: &Str) -> i64 {
    if text.is_ascii() {
        return 41 + text.len() as i64;
    }
    let width = match text.text().code_points().max().unwrap_or(0) {
        0..0x100 => 1,
        0x100..0x10000 => 2,
        _ => 4,
    };
    56 + (text.len() as i64 + 1) * width
}

/// The table of a dict's keys: none for an empty dict that never had any.
fn dict_bytes(heap: &Heap, dict: &Dict) -> i64 {
    let entries = dict.entries().len() as i64;
    if entries == 0 {
        return 0;
    }
    let mut places = 8;
    while (places << 1) / 3 < entries {
        places <<= 1;
    }
    let texts = dict.iter().all(|entry| heap.as_str(entry.key).is_some());
    keys_bytes(places, texts)
}

/// A table of so many places, two thirds of which may be used; keys that are texts need not keep their hashes.
fn keys_bytes(places: i64, texts: bool) -> i64 {
    let index = match places {
        ..=0x80 => 1,
        0x81..=0x8000 => 2,
        _ => 4,
    };
    32 + places * index + (places << 1) / 3 * if texts { 16 } else { 24 }
}

/// How many variables and values on the stack a frame of this code has room for.
fn room(code: &CodeObject) -> i64 {
    (code.slots.len() + code.stacksize as usize) as i64
}

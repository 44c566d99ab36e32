//! The types `bytes` and `bytearray`: their tables, and what all their methods need.

mod array;
mod case;
mod convert;
mod edit;
mod make;
mod pad;
mod search;

use std::rc::Rc;

use crate::object::{Args, Arity, Heap, Native, Parameters, Type, Value};

use super::{
    TypeTable,
    arguments::{Res, bytes_of},
    text::{find, rfind},
};

pub(super) use convert::hex_text;
pub(super) use make::from_iterable;
pub(super) use pad::MAKE_TRANS;

static DECODE: Parameters =
    Parameters { names: &["encoding", "errors"], positional_only: 0, positional: 2, required: 0 };
static SPLIT: Parameters =
    Parameters { names: &["sep", "maxsplit"], positional_only: 0, positional: 2, required: 0 };
static HEX: Parameters =
    Parameters { names: &["sep", "bytes_per_sep"], positional_only: 0, positional: 2, required: 0 };
static LINES: Parameters =
    Parameters { names: &["keepends"], positional_only: 0, positional: 1, required: 0 };

const SHARED: &[Native] = &[
    Native::new("find", Arity::Tuple(1, 3), |heap, args| search::position(search::search(heap, args, find)?)),
    Native::new("rfind", Arity::Tuple(1, 3), |heap, args| {
        search::position(search::search(heap, args, rfind)?)
    }),
    Native::new("index", Arity::Tuple(1, 3), |heap, args| {
        let at = search::search(heap, args, find)?;
        search::found(heap, at)
    }),
    Native::new("rindex", Arity::Tuple(1, 3), |heap, args| {
        let at = search::search(heap, args, rfind)?;
        search::found(heap, at)
    }),
    Native::new("count", Arity::Tuple(1, 3), search::count),
    Native::new("startswith", Arity::Tuple(1, 3), |heap, args| {
        search::affix(heap, args, "startswith", <[u8]>::starts_with)
    }),
    Native::new("endswith", Arity::Tuple(1, 3), |heap, args| {
        search::affix(heap, args, "endswith", <[u8]>::ends_with)
    }),
    Native::new("decode", Arity::Named(&DECODE), convert::decode),
    Native::new("hex", Arity::Named(&HEX), convert::hex),
    Native::new("join", Arity::One, edit::join).twin("_bytes_join"),
    Native::new("replace", Arity::Positional(2, 3), edit::replace),
    Native::new("strip", Arity::Positional(0, 1), |heap, args| edit::strip(heap, args, true, true)),
    Native::new("lstrip", Arity::Positional(0, 1), |heap, args| edit::strip(heap, args, true, false)),
    Native::new("rstrip", Arity::Positional(0, 1), |heap, args| edit::strip(heap, args, false, true)),
    Native::new("split", Arity::Named(&SPLIT), edit::split),
    Native::new("splitlines", Arity::Named(&LINES), edit::split_lines),
    Native::new("rsplit", Arity::Named(&SPLIT), edit::rsplit),
];

pub(super) static FROM_HEX: Native = Native::new("fromhex", Arity::Positional(2, 2), convert::from_hex);

pub(super) static TYPES: &[&TypeTable] = &[
    &TypeTable { of: Type::Bytes, methods: SHARED, attributes: &[] },
    &TypeTable {
        of: Type::Bytes,
        methods: &[
            Native::new("__new__", Arity::Any, make::new).twin("_bytes_new"),
            Native::new("__bytes__", Arity::Zero, |heap, args| {
                let bytes = this(heap, args).to_vec();
                Ok(heap.bytes(bytes))
            }),
            Native::new("__getnewargs__", Arity::Zero, |heap, args| {
                let bytes = this(heap, args).to_vec();
                let copy = heap.bytes(bytes);
                Ok(heap.tuple(vec![copy]))
            }),
        ],
        attributes: &[],
    },
    &TypeTable { of: Type::Bytes, methods: case::METHODS, attributes: &[] },
    &TypeTable { of: Type::Bytes, methods: pad::METHODS, attributes: &[] },
    &TypeTable { of: Type::ByteArray, methods: SHARED, attributes: &[] },
    &TypeTable { of: Type::ByteArray, methods: case::METHODS, attributes: &[] },
    &TypeTable { of: Type::ByteArray, methods: pad::METHODS, attributes: &[] },
    &TypeTable { of: Type::ByteArray, methods: array::METHODS, attributes: &[] },
];

fn this(heap: &Heap, args: &Args) -> Rc<[u8]> {
    bytes_of(heap, args.get(0)).expect("bytes")
}

/// A result of the type of the object.
fn like(heap: &mut Heap, args: &Args, bytes: Vec<u8>) -> Value {
    heap.bytes_like(args.get(0), bytes)
}

/// A bytes-like argument.
fn operand(heap: &mut Heap, value: Value) -> Res<Vec<u8>> {
    match bytes_of(heap, value) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(heap.no_buffer(value)),
    }
}

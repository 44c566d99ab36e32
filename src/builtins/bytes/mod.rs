//! The types `bytes` and `bytearray`: their tables, and what all their methods need.

mod array;
mod convert;
mod edit;
mod make;
mod search;

use std::rc::Rc;

use crate::object::{Args, Arity, Heap, Native, Parameters, Type, Value};

use super::{
    TypeTable,
    arguments::{Res, bytes_of},
    text::{find, rfind},
};

pub(super) use make::from_iterable;

static DECODE: Parameters =
    Parameters { names: &["encoding", "errors"], positional_only: 0, positional: 2, required: 0 };
static SPLIT: Parameters =
    Parameters { names: &["sep", "maxsplit"], positional_only: 0, positional: 2, required: 0 };
static HEX: Parameters =
    Parameters { names: &["sep", "bytes_per_sep"], positional_only: 0, positional: 2, required: 0 };
static LINES: Parameters =
    Parameters { names: &["keepends"], positional_only: 0, positional: 1, required: 0 };

const SHARED: &[Native] = &[
    Native::new("find", Arity::Positional(1, 3), |heap, args| {
        search::position(search::search(heap, args, find)?)
    }),
    Native::new("rfind", Arity::Positional(1, 3), |heap, args| {
        search::position(search::search(heap, args, rfind)?)
    }),
    Native::new("index", Arity::Positional(1, 3), |heap, args| {
        let at = search::search(heap, args, find)?;
        search::found(heap, at)
    }),
    Native::new("rindex", Arity::Positional(1, 3), |heap, args| {
        let at = search::search(heap, args, rfind)?;
        search::found(heap, at)
    }),
    Native::new("count", Arity::Positional(1, 3), search::count),
    Native::new("startswith", Arity::Positional(1, 3), |heap, args| {
        search::affix(heap, args, "startswith", <[u8]>::starts_with)
    }),
    Native::new("endswith", Arity::Positional(1, 3), |heap, args| {
        search::affix(heap, args, "endswith", <[u8]>::ends_with)
    }),
    Native::new("decode", Arity::Named(&DECODE), convert::decode),
    Native::new("hex", Arity::Named(&HEX), convert::hex),
    Native::new("join", Arity::One, edit::join),
    Native::new("replace", Arity::Positional(2, 3), edit::replace),
    Native::new("strip", Arity::Positional(0, 1), |heap, args| edit::strip(heap, args, true, true)),
    Native::new("lstrip", Arity::Positional(0, 1), |heap, args| edit::strip(heap, args, true, false)),
    Native::new("rstrip", Arity::Positional(0, 1), |heap, args| edit::strip(heap, args, false, true)),
    Native::new("split", Arity::Named(&SPLIT), edit::split),
    Native::new("splitlines", Arity::Named(&LINES), edit::split_lines),
    Native::new("upper", Arity::Zero, |heap, args| {
        edit::mapped(heap, args, |byte| byte.to_ascii_uppercase())
    }),
    Native::new("lower", Arity::Zero, |heap, args| {
        edit::mapped(heap, args, |byte| byte.to_ascii_lowercase())
    }),
    Native::new("isalpha", Arity::Zero, |heap, args| {
        edit::all(heap, args, |byte| byte.is_ascii_alphabetic())
    }),
    Native::new("isdigit", Arity::Zero, |heap, args| edit::all(heap, args, |byte| byte.is_ascii_digit())),
    Native::new("isalnum", Arity::Zero, |heap, args| {
        edit::all(heap, args, |byte| byte.is_ascii_alphanumeric())
    }),
    Native::new("isspace", Arity::Zero, |heap, args| edit::all(heap, args, edit::is_space)),
    Native::new("isascii", Arity::Zero, |heap, args| Ok(Value::Bool(this(heap, args).is_ascii()))),
];

pub(super) static FROM_HEX: Native = Native::new("fromhex", Arity::Positional(2, 2), convert::from_hex);

pub(super) static TYPES: &[&TypeTable] = &[
    &TypeTable { of: Type::Bytes, methods: SHARED, attributes: &[] },
    &TypeTable {
        of: Type::Bytes,
        methods: &[Native::new("__new__", Arity::Any, make::new).twin("_bytes_new")],
        attributes: &[],
    },
    &TypeTable { of: Type::ByteArray, methods: SHARED, attributes: &[] },
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
        None => {
            let name = heap.type_name(value);
            Err(heap.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

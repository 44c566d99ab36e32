//! The types `bytes` and `bytearray`.

use std::rc::Rc;

use crate::object::{Args, Arity, Escape, Handle, Heap, Native, Obj, Outcome, Parameters, Type, Value};

use super::{
    TypeTable,
    arguments::{Res, bounds, bytes_of, flag, index_size, keywords, rest, size, some},
    helpers::class_argument,
    text::{self, find, rfind},
};

fn this(heap: &Heap, args: &Args) -> Rc<[u8]> {
    bytes_of(heap, args.get(0)).expect("bytes")
}

fn handle(args: &Args) -> Handle {
    args.get(0).handle().expect("a bytearray is on the heap")
}

/// A result of the type of the object.
fn like(heap: &mut Heap, args: &Args, bytes: Vec<u8>) -> Value {
    heap.bytes_like(args.get(0), bytes)
}

/// Ints from 0 to 255.
pub fn from_iterable(heap: &mut Heap, value: Value) -> Res<Vec<u8>> {
    let items = match heap.items_of(value) {
        Ok(items) => items,
        Err(Escape::Raise(_)) => {
            let name = heap.type_name(value);
            return Err(heap.type_error(format!("cannot convert '{name}' object to bytes")));
        }
        Err(other) => return Err(other),
    };
    items.into_iter().map(|item| byte(heap, item)).collect()
}

fn byte(heap: &mut Heap, value: Value) -> Res<u8> {
    if !heap.is_int(value) {
        super::arguments::big_int(heap, value)?;
    }
    match heap.small_int(value).map(u8::try_from) {
        Some(Ok(byte)) => Ok(byte),
        _ => Err(heap.value_error("bytes must be in range(0, 256)")),
    }
}

/// What `bytes(...)` and `bytearray(...)` are made of.
fn content(heap: &mut Heap, args: &Args, name: &str) -> Res<Vec<u8>> {
    let named = keywords(heap, args, name, ["source", "encoding", "errors"])?;
    let rest = rest(args);
    if rest.len() > 3 {
        let given = rest.len();
        return Err(heap.type_error(format!("{name}() takes at most 3 arguments ({given} given)")));
    }
    let [source, encoding, errors] = [0, 1, 2].map(|at| rest.get(at).copied().unwrap_or(named[at]));
    if source.is_null() {
        if !encoding.is_null() || !errors.is_null() {
            let what = if encoding.is_null() { "errors" } else { "encoding" };
            return Err(heap.type_error(format!("{what} without a string argument")));
        }
        return Ok(Vec::new());
    }
    if let Some(text) = super::arguments::text_of(heap, source) {
        if encoding.is_null() {
            return Err(heap.type_error("string argument without an encoding"));
        }
        return text::encode_arguments(heap, name, text.text(), encoding, errors);
    }
    if !encoding.is_null() || !errors.is_null() {
        let what = if encoding.is_null() { "errors" } else { "encoding" };
        return Err(heap.type_error(format!("{what} without a string argument")));
    }
    if let Some(bytes) = bytes_of(heap, source) {
        return Ok(bytes.to_vec());
    }
    let by_user = ["__bytes__", "__index__"].iter().any(|name| {
        heap.interned(name).is_some_and(|name| {
            Type::at(heap.class_of(source)).is_none() && heap.lookup(heap.class_of(source), name).is_some()
        })
    });
    if by_user && !heap.is_int(source) {
        return Err(Escape::Twin);
    }
    if heap.is_int(source) {
        let count = index_size(heap, source)?;
        let Ok(count) = usize::try_from(count) else { return Err(heap.value_error("negative count")) };
        heap.room_for(count as u64)?;
        return Ok(vec![0; count]);
    }
    from_iterable(heap, source)
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::Bytes)?;
    if let ([source], false) = (rest(args), args.has_keywords())
        && class == Type::Bytes.handle()
        && heap.is_exact(*source, Type::Bytes)
    {
        return Ok(*source);
    }
    let bytes = content(heap, args, "bytes")?;
    Ok(heap.alloc(class, Obj::Bytes(bytes.into())))
}

fn array_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::ByteArray)?;
    // An instance of a subclass is filled by its `__init__`.
    let exact = class == Type::ByteArray.handle();
    let bytes = if exact { content(heap, args, "bytearray")? } else { Vec::new() };
    Ok(heap.alloc(class, Obj::ByteArray(Rc::new(bytes))))
}

fn array_init(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = content(heap, args, "bytearray")?;
    heap.charge(bytes.len() as u64);
    *array(heap, args) = bytes;
    Ok(Value::None)
}

fn array<'a>(heap: &'a mut Heap, args: &Args) -> &'a mut Vec<u8> {
    match heap.obj_mut(handle(args)) {
        Obj::ByteArray(bytes) => Rc::make_mut(bytes),
        other => panic!("a bytearray is expected, not {other:?}"),
    }
}

/// What is searched for: bytes, or one byte.
fn part(heap: &mut Heap, value: Value) -> Res<Vec<u8>> {
    if let Some(bytes) = bytes_of(heap, value) {
        return Ok(bytes.to_vec());
    }
    if heap.is_int(value) {
        return match heap.small_int(value).map(u8::try_from) {
            Some(Ok(byte)) => Ok(vec![byte]),
            _ => Err(heap.value_error("byte must be in range(0, 256)")),
        };
    }
    let name = heap.type_name(value);
    Err(heap.type_error(format!("argument should be integer or bytes-like object, not '{name}'")))
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

fn search(heap: &mut Heap, args: &Args, look: fn(&[u8], &[u8]) -> Option<usize>) -> Res<Option<usize>> {
    let bytes = this(heap, args);
    let part = part(heap, args.get(1))?;
    let (start, end) = bounds(heap, args.get(2), args.get(3), bytes.len())?;
    Ok(bytes.get(start..end).and_then(|window| look(window, &part)).map(|at| start + at))
}

fn position(found: Option<usize>) -> Outcome {
    Ok(Value::Int(found.map_or(-1, |at| at as i64)))
}

fn found(heap: &mut Heap, found: Option<usize>) -> Outcome {
    match found {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(heap.value_error("subsection not found")),
    }
}

fn count(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let part = part(heap, args.get(1))?;
    let (start, end) = bounds(heap, args.get(2), args.get(3), bytes.len())?;
    let Some(mut window) = bytes.get(start..end) else { return Ok(Value::Int(0)) };
    if part.is_empty() {
        return Ok(Value::Int(window.len() as i64 + 1));
    }
    let mut count = 0;
    while let Some(at) = find(window, &part) {
        count += 1;
        window = &window[at + part.len()..];
    }
    Ok(Value::Int(count))
}

fn affix(heap: &mut Heap, args: &Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Outcome {
    let bytes = this(heap, args);
    let (start, end) = bounds(heap, args.get(2), args.get(3), bytes.len())?;
    let window = bytes.get(start..end);
    let parts = match heap.as_tuple(args.get(1)) {
        Some(parts) => parts.to_vec(),
        None if heap.as_bytes(args.get(1)).is_some() => vec![args.get(1)],
        None => {
            let class = heap.type_name(args.get(1));
            let text = format!("{name} first arg must be bytes or a tuple of bytes, not {class}");
            return Err(heap.type_error(text));
        }
    };
    for part in parts {
        let part = operand(heap, part)?;
        if window.is_some_and(|window| test(window, &part)) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn decode(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (encoding, errors) = text::decode_arguments(heap, "decode", args.get(1), args.get(2))?;
    let text = text::decode(heap, &bytes, &encoding, &errors)?;
    Ok(heap.text(text))
}

fn hex(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let Some(separator) = args.get(1).present() else {
        let text = digits.concat();
        return Ok(heap.str(&text));
    };
    let separator = match (heap.as_str(separator), heap.as_bytes(separator)) {
        (Some(text), _) => text.text().to_lossy(),
        (None, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => return Err(heap.type_error("sep must be str or bytes.")),
    };
    if separator.chars().count() != 1 {
        return Err(heap.value_error("sep must be length 1."));
    }
    let group = if args.get(2).is_null() { 1 } else { size(heap, args.get(2))? };
    let width = group.unsigned_abs() as usize;
    if width == 0 {
        let text = digits.concat();
        return Ok(heap.str(&text));
    }
    // Positive groups are counted from the right.
    let first = if group > 0 { digits.len() % width } else { 0 };
    let mut groups: Vec<String> = Vec::new();
    if first > 0 {
        groups.push(digits[..first].concat());
    }
    groups.extend(digits[first..].chunks(width).map(<[String]>::concat));
    let text = groups.join(&separator);
    Ok(heap.str(&text))
}

fn from_hex(heap: &mut Heap, args: &Args) -> Outcome {
    let Some(text) = super::arguments::text_of(heap, args.get(1)) else {
        return Err(super::arguments::wrong_type(heap, "fromhex", "", "str", args.get(1)));
    };
    let text = text.text().to_lossy();
    let (mut out, mut high) = (Vec::new(), None);
    for (at, c) in text.chars().enumerate() {
        if high.is_none() && matches!(c, ' ' | '\t'..='\r') {
            continue;
        }
        let Some(digit) = c.to_digit(16) else {
            let text = format!("non-hexadecimal number found in fromhex() arg at position {at}");
            return Err(heap.value_error(text));
        };
        match high.take() {
            Some(high) => out.push((high * 16 + digit) as u8),
            None => high = Some(digit),
        }
    }
    if high.is_some() {
        let at = text.chars().count();
        let text = format!("non-hexadecimal number found in fromhex() arg at position {at}");
        return Err(heap.value_error(text));
    }
    let class = args.get(0).handle().expect("a class");
    Ok(match Type::at(class) {
        Some(Type::ByteArray) => heap.alloc(Type::ByteArray, Obj::ByteArray(Rc::new(out))),
        _ => heap.bytes(out),
    })
}

fn join(heap: &mut Heap, args: &Args) -> Outcome {
    let separator = this(heap, args);
    let items = match heap.items_of(args.get(1)) {
        Ok(items) => items,
        Err(Escape::Raise(_)) => return Err(heap.type_error("can only join an iterable")),
        Err(other) => return Err(other),
    };
    let mut parts = Vec::new();
    for (number, item) in items.into_iter().enumerate() {
        match bytes_of(heap, item) {
            Some(bytes) => parts.push(bytes.to_vec()),
            None => {
                let name = heap.type_name(item);
                let text = format!("sequence item {number}: expected a bytes-like object, {name} found");
                return Err(heap.type_error(text));
            }
        }
    }
    let joined = parts.join(&separator[..]);
    Ok(like(heap, args, joined))
}

fn replace(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (old, new) = (operand(heap, args.get(1))?, operand(heap, args.get(2))?);
    let most = if args.get(3).is_null() { -1 } else { index_size(heap, args.get(3))? };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let (mut out, mut rest) = (Vec::new(), &bytes[..]);
    for _ in 0..most {
        if old.is_empty() {
            out.extend_from_slice(&new);
            let Some((&first, after)) = rest.split_first() else { break };
            out.push(first);
            rest = after;
            continue;
        }
        let Some(at) = find(rest, &old) else { break };
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(&new);
        rest = &rest[at + old.len()..];
    }
    out.extend_from_slice(rest);
    Ok(like(heap, args, out))
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn strip(heap: &mut Heap, args: &Args, left: bool, right: bool) -> Outcome {
    let bytes = this(heap, args);
    let set = some(args.get(1)).map(|set| operand(heap, set)).transpose()?;
    let goes = |byte: &u8| match &set {
        Some(set) => set.contains(byte),
        None => is_space(*byte),
    };
    let start = if left { bytes.iter().take_while(|byte| goes(byte)).count() } else { 0 };
    let end = if right {
        bytes.len() - bytes[start..].iter().rev().take_while(|byte| goes(byte)).count()
    } else {
        bytes.len()
    };
    let part = bytes[start..end].to_vec();
    Ok(like(heap, args, part))
}

fn split(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let most = if args.get(2).is_null() { -1 } else { index_size(heap, args.get(2))? };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut rest = &bytes[..];
    match some(args.get(1)) {
        Some(separator) => {
            let separator = operand(heap, separator)?;
            if separator.is_empty() {
                return Err(heap.value_error("empty separator"));
            }
            while parts.len() < most
                && let Some(at) = find(rest, &separator)
            {
                parts.push(rest[..at].to_vec());
                rest = &rest[at + separator.len()..];
            }
            parts.push(rest.to_vec());
        }
        None => loop {
            rest = rest.trim_ascii_start();
            if rest.is_empty() {
                break;
            }
            if parts.len() == most {
                parts.push(rest.trim_ascii_end().to_vec());
                break;
            }
            let end = rest.iter().position(|&byte| is_space(byte)).unwrap_or(rest.len());
            parts.push(rest[..end].to_vec());
            rest = &rest[end..];
        },
    }
    let items = parts.into_iter().map(|part| like(heap, args, part)).collect();
    Ok(heap.list(items))
}

fn mapped(heap: &mut Heap, args: &Args, map: impl Fn(u8) -> u8) -> Outcome {
    let bytes = this(heap, args).iter().map(|&byte| map(byte)).collect();
    Ok(like(heap, args, bytes))
}

fn all(heap: &Heap, args: &Args, test: impl Fn(u8) -> bool) -> Outcome {
    let bytes = this(heap, args);
    Ok(Value::Bool(!bytes.is_empty() && bytes.iter().all(|&byte| test(byte))))
}

fn append(heap: &mut Heap, args: &Args) -> Outcome {
    let byte = array_byte(heap, args.get(1))?;
    array(heap, args).push(byte);
    heap.charge(1);
    Ok(Value::None)
}

fn array_byte(heap: &mut Heap, value: Value) -> Res<u8> {
    let int = super::arguments::big_int(heap, value)?;
    u8::try_from(int).map_err(|_| heap.value_error("byte must be in range(0, 256)"))
}

fn extend(heap: &mut Heap, args: &Args) -> Outcome {
    let more = match bytes_of(heap, args.get(1)) {
        Some(bytes) => bytes.to_vec(),
        None => {
            let items = heap.items_of(args.get(1))?;
            items.into_iter().map(|item| array_byte(heap, item)).collect::<Res<Vec<u8>>>()?
        }
    };
    heap.charge(more.len() as u64);
    array(heap, args).extend(more);
    Ok(Value::None)
}

fn pop(heap: &mut Heap, args: &Args) -> Outcome {
    let at = if args.get(1).is_null() { -1 } else { index_size(heap, args.get(1))? };
    let len = array(heap, args).len() as i64;
    if len == 0 {
        return Err(heap.index_error("pop from empty bytearray"));
    }
    let at = if at < 0 { at + len } else { at };
    if !(0..len).contains(&at) {
        return Err(heap.index_error("pop index out of range"));
    }
    Ok(Value::Int(array(heap, args).remove(at as usize).into()))
}

fn split_lines(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let keep = flag(heap, args.get(1), false)?;
    let (mut items, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        at += 1;
        if !matches!(bytes[at - 1], b'\n' | b'\r') {
            continue;
        }
        let end = at - 1;
        if bytes[end] == b'\r' && bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        items.push(bytes[start..if keep { at } else { end }].to_vec());
        start = at;
    }
    if start < bytes.len() {
        items.push(bytes[start..].to_vec());
    }
    let items = items.into_iter().map(|item| like(heap, args, item)).collect();
    Ok(heap.list(items))
}

static DECODE: Parameters =
    Parameters { names: &["encoding", "errors"], positional_only: 0, positional: 2, required: 0 };
static SPLIT: Parameters =
    Parameters { names: &["sep", "maxsplit"], positional_only: 0, positional: 2, required: 0 };
static HEX: Parameters =
    Parameters { names: &["sep", "bytes_per_sep"], positional_only: 0, positional: 2, required: 0 };
static LINES: Parameters =
    Parameters { names: &["keepends"], positional_only: 0, positional: 1, required: 0 };

const SHARED: &[Native] = &[
    Native::new("find", Arity::Positional(1, 3), |heap, args| position(search(heap, args, find)?)),
    Native::new("rfind", Arity::Positional(1, 3), |heap, args| position(search(heap, args, rfind)?)),
    Native::new("index", Arity::Positional(1, 3), |heap, args| {
        let at = search(heap, args, find)?;
        found(heap, at)
    }),
    Native::new("rindex", Arity::Positional(1, 3), |heap, args| {
        let at = search(heap, args, rfind)?;
        found(heap, at)
    }),
    Native::new("count", Arity::Positional(1, 3), count),
    Native::new("startswith", Arity::Positional(1, 3), |heap, args| {
        affix(heap, args, "startswith", <[u8]>::starts_with)
    }),
    Native::new("endswith", Arity::Positional(1, 3), |heap, args| {
        affix(heap, args, "endswith", <[u8]>::ends_with)
    }),
    Native::new("decode", Arity::Named(&DECODE), decode),
    Native::new("hex", Arity::Named(&HEX), hex),
    Native::new("join", Arity::One, join),
    Native::new("replace", Arity::Positional(2, 3), replace),
    Native::new("strip", Arity::Positional(0, 1), |heap, args| strip(heap, args, true, true)),
    Native::new("lstrip", Arity::Positional(0, 1), |heap, args| strip(heap, args, true, false)),
    Native::new("rstrip", Arity::Positional(0, 1), |heap, args| strip(heap, args, false, true)),
    Native::new("split", Arity::Named(&SPLIT), split),
    Native::new("splitlines", Arity::Named(&LINES), split_lines),
    Native::new("upper", Arity::Zero, |heap, args| mapped(heap, args, |byte| byte.to_ascii_uppercase())),
    Native::new("lower", Arity::Zero, |heap, args| mapped(heap, args, |byte| byte.to_ascii_lowercase())),
    Native::new("isalpha", Arity::Zero, |heap, args| all(heap, args, |byte| byte.is_ascii_alphabetic())),
    Native::new("isdigit", Arity::Zero, |heap, args| all(heap, args, |byte| byte.is_ascii_digit())),
    Native::new("isalnum", Arity::Zero, |heap, args| all(heap, args, |byte| byte.is_ascii_alphanumeric())),
    Native::new("isspace", Arity::Zero, |heap, args| all(heap, args, is_space)),
    Native::new("isascii", Arity::Zero, |heap, args| Ok(Value::Bool(this(heap, args).is_ascii()))),
];

const ARRAY: &[Native] = &[
    Native::new("__new__", Arity::Any, array_new).twin("_bytes_new"),
    Native::new("__init__", Arity::Any, array_init).twin("_bytearray_init"),
    Native::new("append", Arity::One, append),
    Native::new("extend", Arity::One, extend).twin("_bytearray_extend"),
    Native::new("pop", Arity::Positional(0, 1), pop),
    Native::new("clear", Arity::Zero, |heap, args| {
        array(heap, args).clear();
        Ok(Value::None)
    }),
    Native::new("reverse", Arity::Zero, |heap, args| {
        array(heap, args).reverse();
        Ok(Value::None)
    }),
    Native::new("copy", Arity::Zero, |heap, args| {
        let bytes = this(heap, args).to_vec();
        Ok(like(heap, args, bytes))
    }),
];

pub(super) static FROM_HEX: Native = Native::new("fromhex", Arity::Positional(2, 2), from_hex);

pub(super) static TYPES: &[&TypeTable] = &[
    &TypeTable { of: Type::Bytes, methods: SHARED, attributes: &[] },
    &TypeTable {
        of: Type::Bytes,
        methods: &[Native::new("__new__", Arity::Any, new).twin("_bytes_new")],
        attributes: &[],
    },
    &TypeTable { of: Type::ByteArray, methods: SHARED, attributes: &[] },
    &TypeTable { of: Type::ByteArray, methods: ARRAY, attributes: &[] },
];

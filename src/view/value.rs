//! Values in a few words, made without running any code of the program.

use num_bigint::BigInt;

use super::ValueText;
use crate::{
    debugger::words::shorten,
    literal::{bytes_repr, complex_repr, float_repr, str_repr},
    object::{ELLIPSIS, Handle, Heap, NOT_IMPLEMENTED, Obj, Str, Type, Value},
};

/// More of a text or container than this is never seen.
const MOST_ITEMS: usize = 12;
const DEEPEST: usize = 3;
const SMALL_INTS: std::ops::RangeInclusive<i64> = -5..=256;

/// A value as the screen shows it. Objects from number `first` on are the program's own.
pub fn describe(heap: &Heap, value: Value, first: u32) -> ValueText {
    if value.is_null() {
        return ValueText { text: "NULL".to_owned(), kind: String::new(), tag: String::new() };
    }
    ValueText {
        text: text(heap, value),
        kind: heap.type_name(value).to_string(),
        tag: tag(heap, value, first),
    }
}

/// The short repr, one line.
pub fn text(heap: &Heap, value: Value) -> String {
    shorten(&repr(heap, value, 0))
}

/// Whether equal ints of this value are always one object.
pub fn is_small_int(value: Value) -> bool {
    matches!(value, Value::Int(value) if SMALL_INTS.contains(&value))
}

/// The same tag is the same object. Numbers that are not kept in one piece have none.
fn tag(heap: &Heap, value: Value, first: u32) -> String {
    match value {
        Value::Int(number) if is_small_int(value) => format!("#{number}"),
        Value::Ref(handle) if handle.0 < first => format!("#b{}", handle.0),
        Value::Ref(handle) => {
            let letter = match heap.obj(handle) {
                Obj::Function(_) | Obj::Native(..) | Obj::Method(_) => 'f',
                Obj::Str(_) => 's',
                Obj::List(_) => 'l',
                Obj::Tuple(_) => 't',
                Obj::Dict(_) => 'd',
                Obj::Class(_) => 'c',
                _ => 'o',
            };
            format!("#{letter}{}", handle.0 - first)
        }
        _ => String::new(),
    }
}

fn repr(heap: &Heap, value: Value, level: usize) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::None => "None".to_owned(),
        Value::Bool(value) => if value { "True" } else { "False" }.to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Float(value) => float_repr(value),
        Value::Ref(handle) => object(heap, handle, level),
    }
}

fn object(heap: &Heap, handle: Handle, level: usize) -> String {
    let class = heap.slot(handle).class;
    if Type::at(class).is_none() {
        return of_users_class(heap, handle, level);
    }
    let all = |values: &mut dyn Iterator<Item = Value>| -> Vec<String> {
        values.take(MOST_ITEMS).map(|each| repr(heap, each, level + 1)).collect()
    };
    match heap.obj(handle) {
        Obj::Int(value) => int(value),
        Obj::Complex(parts) => complex_repr(parts.0, parts.1),
        Obj::Str(text) => string(text),
        Obj::Bytes(bytes) => bytes_repr(&bytes[..bytes.len().min(64)]),
        Obj::ByteArray(bytes) => format!("bytearray({})", bytes_repr(&bytes[..bytes.len().min(64)])),
        Obj::List(_) | Obj::Tuple(_) | Obj::Dict(_) | Obj::Set(_) if level >= DEEPEST => "…".to_owned(),
        Obj::List(items) => join("[", &all(&mut items.iter().copied()), items.len(), "]"),
        Obj::Tuple(items) => {
            let close = if items.len() == 1 { ",)" } else { ")" };
            join("(", &all(&mut items.iter().copied()), items.len(), close)
        }
        Obj::Dict(dict) => {
            let pair =
                |key, value| format!("{}: {}", repr(heap, key, level + 1), repr(heap, value, level + 1));
            let pairs: Vec<String> =
                dict.iter().take(MOST_ITEMS).map(|entry| pair(entry.key, entry.value)).collect();
            join("{", &pairs, dict.len(), "}")
        }
        Obj::Set(set) => {
            let items = all(&mut set.iter().map(|entry| entry.key));
            let name = &heap.class(class).name;
            match (set.is_empty(), class == Type::Set.handle()) {
                (true, _) => format!("{name}()"),
                (false, true) => join("{", &items, set.len(), "}"),
                (false, false) => join("frozenset({", &items, set.len(), "})"),
            }
        }
        Obj::Range(range) if range.step == BigInt::from(1) => {
            format!("range({}, {})", range.start, range.stop)
        }
        Obj::Range(range) => format!("range({}, {}, {})", range.start, range.stop, range.step),
        Obj::Slice(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| repr(heap, *part, level + 1)).collect();
            format!("slice({})", parts.join(", "))
        }
        _ => named(heap, handle, level),
    }
}

fn named(heap: &Heap, handle: Handle, level: usize) -> String {
    let type_name = &heap.class(heap.slot(handle).class).name;
    match heap.obj(handle) {
        Obj::Function(function) => format!("<function {}>", heap.lossy(function.qualname)),
        Obj::Native(native, owner) => match heap.obj(*owner) {
            Obj::Class(class) => format!("<{} of {}>", native.name, class.name),
            _ => format!("<built-in {}>", native.name),
        },
        Obj::Method(method) => format!("<bound {}>", repr(heap, method.function, level + 1)),
        Obj::Generator(generator) => format!("<{type_name} {}>", heap.lossy(generator.qualname)),
        Obj::Code(code) => format!("<code {}>", code.code.qualname),
        Obj::Module(module) => format!("<module {}>", repr(heap, module.name, level + 1)),
        Obj::Cell(content) if content.is_null() => "<empty cell>".to_owned(),
        Obj::Cell(content) => format!("<cell: {}>", repr(heap, *content, level + 1)),
        Obj::Class(class) => format!("<class {}>", class.name),
        Obj::Exception(_) => exception(heap, handle, level),
        Obj::Counter { next, left, .. } => match left {
            0 => format!("<{type_name}: at its end>"),
            _ => format!("<{type_name}: next {next}>"),
        },
        _ if Value::from(handle) == Value::from(ELLIPSIS) => "Ellipsis".to_owned(),
        _ if Value::from(handle) == Value::from(NOT_IMPLEMENTED) => "NotImplemented".to_owned(),
        _ => format!("<{type_name}>"),
    }
}

/// Its own `__repr__` is the program's code, so only its type is told.
fn of_users_class(heap: &Heap, handle: Handle, level: usize) -> String {
    match heap.obj(handle) {
        Obj::Exception(_) => exception(heap, handle, level),
        Obj::Class(class) => format!("<class {}>", class.name),
        _ => format!("<{} object>", heap.class(heap.slot(handle).class).name),
    }
}

fn exception(heap: &Heap, handle: Handle, level: usize) -> String {
    let name = &heap.class(heap.slot(handle).class).name;
    let args = heap.as_tuple(heap.exception(handle).args).map_or(&[][..], |items| items);
    let args: Vec<String> = args.iter().take(MOST_ITEMS).map(|each| repr(heap, *each, level + 1)).collect();
    format!("{name}({})", args.join(", "))
}

fn join(open: &str, items: &[String], count: usize, close: &str) -> String {
    let more = if count > items.len() { ", …" } else { "" };
    format!("{open}{}{more}{close}", items.join(", "))
}

fn string(text: &Str) -> String {
    if text.len() <= 64 {
        return str_repr(text.text());
    }
    str_repr(&text.slice(0, 64))
}

fn int(value: &BigInt) -> String {
    // Only the first digits are seen, and the whole number may have millions.
    match value.bits() {
        0..=200 => value.to_string(),
        bits => format!("<int of {bits} bits>"),
    }
}

//! Exceptions that know their arguments by name: `OSError` and those of encodings.

use crate::object::{Arity, Escape, GetSet, Heap, Native, Outcome, Type, Value};

use super::TypeTable;

/// A part of the tuple that such an exception keeps beside its arguments.
const fn part<const AT: usize>(name: &'static str) -> GetSet {
    GetSet { name, get: get_part::<AT>, set: Some(set_part::<AT>) }
}

fn parts(heap: &Heap, this: Value) -> Vec<Value> {
    let handle = this.handle().expect("an exception is on the heap");
    heap.as_sequence(heap.exception(handle).extra[0]).unwrap_or_default().to_vec()
}

fn get_part<const AT: usize>(heap: &mut Heap, this: Value) -> Outcome {
    Ok(parts(heap, this).get(AT).copied().unwrap_or(Value::None))
}

fn set_part<const AT: usize>(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    let mut parts = parts(heap, this);
    parts.resize(parts.len().max(AT + 1), Value::None);
    parts[AT] = value.present().unwrap_or(Value::None);
    let parts = heap.tuple(parts);
    heap.exception_mut(this.handle().expect("an exception is on the heap")).extra[0] = parts;
    Ok(())
}

pub(super) static OS_ERROR: TypeTable = TypeTable {
    of: Type::OSError,
    methods: &[],
    attributes: &[
        part::<0>("errno"),
        part::<1>("strerror"),
        part::<2>("filename"),
        part::<3>("filename2"),
        GetSet { name: "characters_written", get: characters_written, set: Some(set_part::<4>) },
    ],
};

/// Only a blocked write says how much it had written.
fn characters_written(heap: &mut Heap, this: Value) -> Outcome {
    match parts(heap, this).get(4) {
        Some(&count) if !count.is_none() => Ok(count),
        _ => {
            let name = heap.intern("characters_written").into();
            Err(heap.attribute_error("characters_written", this, name))
        }
    }
}

const CODEC: &[GetSet] =
    &[part::<0>("encoding"), part::<1>("object"), part::<2>("start"), part::<3>("end"), part::<4>("reason")];

const fn codec(of: Type) -> TypeTable {
    TypeTable { of, methods: &[], attributes: CODEC }
}

pub(super) static UNICODE_ENCODE_ERROR: TypeTable = codec(Type::UnicodeEncodeError);
pub(super) static UNICODE_DECODE_ERROR: TypeTable = codec(Type::UnicodeDecodeError);
pub(super) static UNICODE_TRANSLATE_ERROR: TypeTable = codec(Type::UnicodeTranslateError);

/// How exceptions are copied and pickled.
pub(super) const COPYING: &[Native] = &[
    Native::new("__reduce__", Arity::Zero, |_, args| {
        Err(Escape::prelude("_exception_reduce", [args.get(0)]))
    }),
    Native::new("__setstate__", Arity::One, |_, args| {
        Err(Escape::prelude("_exception_setstate", [args.get(0), args.get(1)]))
    }),
];

/// Where a `SyntaxError` stands has four to six parts.
fn check_details(heap: &mut Heap, args: &[Value]) -> Result<(), Escape> {
    let &[_, details] = args else { return Ok(()) };
    match heap.as_sequence(details).map(<[Value]>::len) {
        Some(given @ ..=3) => {
            Err(heap.type_error(format!("function takes at least 4 arguments ({given} given)")))
        }
        Some(5) => Err(heap.type_error("end_offset must be provided when end_lineno is provided")),
        Some(given @ 7..) => {
            Err(heap.type_error(format!("function takes at most 6 arguments ({given} given)")))
        }
        _ => Ok(()),
    }
}

/// Refuses what a codec's error cannot be made of.
pub(super) fn check(heap: &mut Heap, layout: Type, args: &[Value]) -> Result<(), Escape> {
    let is_int = |heap: &Heap, value: Value| heap.is_int(value);
    let is_text = |heap: &Heap, value: Value| heap.as_str(value).is_some();
    let is_bytes = |heap: &Heap, value: Value| heap.as_bytes(value).is_some();
    type Test<'a> = (&'a dyn Fn(&Heap, Value) -> bool, &'a str);
    let (text, int): (Test, Test) = ((&is_text, "must be str"), (&is_int, "int"));
    let wanted: Vec<Test> = match layout {
        Type::UnicodeEncodeError => vec![text, text, int, int, text],
        Type::UnicodeDecodeError => vec![text, (&is_bytes, "bytes"), int, int, text],
        Type::UnicodeTranslateError => vec![text, int, int, text],
        Type::SyntaxError | Type::IndentationError | Type::TabError => return check_details(heap, args),
        _ => return Ok(()),
    };
    if wanted.len() != args.len() {
        let (count, given) = (wanted.len(), args.len());
        return Err(heap.type_error(format!("function takes exactly {count} arguments ({given} given)")));
    }
    for (number, ((test, kind), &value)) in wanted.into_iter().zip(args).enumerate() {
        if test(heap, value) {
            continue;
        }
        let class = if value.is_none() { "None".into() } else { heap.type_name(value) };
        return Err(match kind {
            "int" => heap.type_error(format!("'{class}' object cannot be interpreted as an integer")),
            "bytes" => heap.type_error(format!("a bytes-like object is required, not '{class}'")),
            _ => heap.type_error(format!("argument {} {kind}, not {class}", number + 1)),
        });
    }
    Ok(())
}

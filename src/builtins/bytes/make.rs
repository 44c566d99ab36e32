//! What `bytes(...)` is made of. Knows no methods.

use crate::object::{Args, Escape, Heap, Obj, Order, Outcome, Type, Value};

use super::super::{
    arguments::{Res, big_int, bytes_of, keywords, rest, text_of},
    helpers::class_argument,
    text,
};

/// Ints from 0 to 255.
pub(in crate::builtins) fn from_iterable(heap: &mut Heap, value: Value, kind: &str) -> Res<Vec<u8>> {
    let items = match heap.items_for_list(value) {
        Ok(items) => items,
        Err(Escape::Raise(_)) => {
            let name = heap.type_name(value);
            return Err(heap.type_error(format!("cannot convert '{name}' object to {kind}")));
        }
        Err(other) => return Err(other),
    };
    items.into_iter().map(|item| byte(heap, item, kind)).collect()
}

fn byte(heap: &mut Heap, value: Value, kind: &str) -> Res<u8> {
    if !heap.is_int(value) {
        big_int(heap, value)?;
    }
    match heap.small_int(value).map(u8::try_from) {
        Some(Ok(byte)) => Ok(byte),
        _ if kind == "bytearray" => Err(heap.value_error("byte must be in range(0, 256)")),
        _ => Err(heap.value_error("bytes must be in range(0, 256)")),
    }
}

/// Whether a class of the program has such a method.
fn says_itself(heap: &Heap, value: Value, method: &str) -> bool {
    let class = heap.class_of(value);
    let name = heap.interned(method).filter(|_| Type::at(class).is_none());
    let owner = name.and_then(|name| heap.lookup_owner(class, name));
    owner.is_some_and(|(owner, _)| Type::at(owner).is_none())
}

/// What `bytes(...)` and `bytearray(...)` are made of.
pub(super) fn content(heap: &mut Heap, args: &Args, name: &str) -> Res<Vec<u8>> {
    let named = keywords(heap, args, name, ["source", "encoding", "errors"])?;
    let rest = rest(args);
    if rest.len() > 3 {
        let given = rest.len();
        return Err(heap.type_error(format!("{name}() takes at most 3 arguments ({given} given)")));
    }
    let [source, encoding, errors] = [0, 1, 2].map(|at| rest.get(at).copied().unwrap_or(named[at]));
    text::decode_arguments(heap, name, encoding, errors)?;
    if source.is_null() {
        if !encoding.is_null() || !errors.is_null() {
            let what = if encoding.is_null() { "errors" } else { "encoding" };
            return Err(heap.type_error(format!("{what} without a string argument")));
        }
        return Ok(Vec::new());
    }
    let unnamed = encoding.is_null() && errors.is_null();
    if name == "bytes" && unnamed && says_itself(heap, source, "__bytes__") {
        return Err(Escape::Twin);
    }
    if let Some(text) = text_of(heap, source) {
        if encoding.is_null() {
            return Err(heap.type_error("string argument without an encoding"));
        }
        return text::encode_arguments(heap, name, text.text(), encoding, errors);
    }
    if !unnamed {
        let what = if encoding.is_null() { "errors" } else { "encoding" };
        return Err(heap.type_error(format!("{what} without a string argument")));
    }
    if let Some(bytes) = bytes_of(heap, source) {
        return Ok(bytes.to_vec());
    }
    if heap.as_memory(source).is_some() {
        return heap.memory_of(source).map(|view| heap.memory_bytes(&view, Order::C));
    }
    if heap.lends(source) {
        return Err(Escape::Twin);
    }
    if says_itself(heap, source, "__index__") && !heap.is_int(source) {
        return Err(Escape::Twin);
    }
    if heap.is_int(source) {
        let Some(count) = heap.small_int(source) else {
            return Err(heap.does_not_fit(Type::OverflowError, source));
        };
        let Ok(count) = usize::try_from(count) else { return Err(heap.value_error("negative count")) };
        heap.room_for(count as u64)?;
        return Ok(vec![0; count]);
    }
    from_iterable(heap, source, name)
}

pub(super) fn new(heap: &mut Heap, args: &Args) -> Outcome {
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

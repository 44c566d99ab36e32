//! Where bytes are found in bytes.

use crate::object::{Args, Escape, Heap, Outcome, Value};

use super::{
    super::{
        arguments::{Res, bounds, bytes_of, has_index},
        text::find,
    },
    operand, this,
};

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
    if heap.as_memory(value).is_some() || heap.lends(value) {
        return Err(heap.no_buffer(value));
    }
    if has_index(heap, value) {
        return Err(heap.wants_index(value));
    }
    let name = heap.type_name(value);
    Err(heap.type_error(format!("argument should be integer or bytes-like object, not '{name}'")))
}

pub(super) fn search(
    heap: &mut Heap,
    args: &Args,
    look: fn(&[u8], &[u8]) -> Option<usize>,
) -> Res<Option<usize>> {
    let bytes = this(heap, args);
    let (start, end) = bounds(heap, args.get(2), args.get(3), bytes.len())?;
    let part = part(heap, args.get(1))?;
    Ok(bytes.get(start..end).and_then(|window| look(window, &part)).map(|at| start + at))
}

pub(super) fn position(found: Option<usize>) -> Outcome {
    Ok(Value::Int(found.map_or(-1, |at| at as i64)))
}

pub(super) fn found(heap: &mut Heap, found: Option<usize>) -> Outcome {
    match found {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(heap.value_error("subsection not found")),
    }
}

pub(super) fn count(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (start, end) = bounds(heap, args.get(2), args.get(3), bytes.len())?;
    let part = part(heap, args.get(1))?;
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

pub(super) fn affix(heap: &mut Heap, args: &Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Outcome {
    let bytes = this(heap, args);
    let (start, end) = bounds(heap, args.get(2), args.get(3), bytes.len())?;
    let window = bytes.get(start..end);
    let parts = match heap.as_tuple(args.get(1)) {
        Some(parts) => parts.to_vec(),
        None if heap.as_bytes(args.get(1)).is_some() || heap.as_memory(args.get(1)).is_some() => {
            vec![args.get(1)]
        }
        None if heap.lends(args.get(1)) => return Err(Escape::Twin),
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

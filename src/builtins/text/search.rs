//! Methods of `str` that look for something in it.

use memchr::memmem;

use crate::{
    builtins::arguments::{Res, bounds, text_of},
    object::{Args, Arity, Heap, Native, Outcome, Str, Value},
};

use super::this;

/// Where `part` first begins.
pub fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    memmem::find(bytes, part)
}

/// The same for the last place.
pub fn rfind(bytes: &[u8], part: &[u8]) -> Option<usize> {
    memmem::rfind(bytes, part)
}

/// How often `part` is found, without overlap.
pub fn count(bytes: &[u8], part: &[u8]) -> usize {
    let (mut found, mut rest) = (0, bytes);
    while let Some(at) = find(rest, part) {
        found += 1;
        rest = &rest[at + part.len()..];
    }
    found
}

/// Byte offsets of character numbers.
fn offset(text: &Str, at: usize) -> usize {
    if text.is_ascii() {
        return at;
    }
    let bytes = text.text().as_bytes();
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte & 0xC0 != 0x80);
    starts.map(|(offset, _)| offset).nth(at).unwrap_or(bytes.len())
}

fn number(text: &Str, offset: usize) -> usize {
    if text.is_ascii() {
        return offset;
    }
    text.text().as_bytes()[..offset].iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// The part of the text that is searched: where it begins, and its bytes; `None` where it ends before it begins.
pub fn window(text: &Str, (start, end): (usize, usize)) -> Option<(usize, &[u8])> {
    if start > end {
        return None;
    }
    let (start, end) = (offset(text, start), offset(text, end));
    Some((start, &text.text().as_bytes()[start..end]))
}

fn search(heap: &mut Heap, args: &Args, look: fn(&[u8], &[u8]) -> Option<usize>) -> Res<Option<usize>> {
    let text = this(heap, args);
    let range = bounds(heap, args.get(2), args.get(3), text.len())?;
    let part = must_be_str(heap, args.get(1))?;
    Ok(window(&text, range)
        .and_then(|(start, bytes)| look(bytes, part.text().as_bytes()).map(|at| number(&text, start + at))))
}

fn must_be_str(heap: &mut Heap, value: Value) -> Res<std::rc::Rc<Str>> {
    match text_of(heap, value) {
        Some(text) => Ok(text),
        None => {
            let class = heap.type_name(value);
            Err(heap.type_error(format!("must be str, not {class}")))
        }
    }
}

fn find_method(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Int(search(heap, args, find)?.map_or(-1, |at| at as i64)))
}

fn rfind_method(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Int(search(heap, args, rfind)?.map_or(-1, |at| at as i64)))
}

fn index(heap: &mut Heap, args: &Args) -> Outcome {
    match search(heap, args, find)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(heap.value_error("substring not found")),
    }
}

fn rindex(heap: &mut Heap, args: &Args) -> Outcome {
    match search(heap, args, rfind)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(heap.value_error("substring not found")),
    }
}

fn count_method(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let range = bounds(heap, args.get(2), args.get(3), text.len())?;
    let part = must_be_str(heap, args.get(1))?;
    let Some((_, bytes)) = window(&text, range) else { return Ok(Value::Int(0)) };
    let found = match part.is_empty() {
        // Between any two characters, and at both ends.
        true => bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1,
        false => count(bytes, part.text().as_bytes()),
    };
    Ok(Value::Int(found as i64))
}

fn affix(heap: &mut Heap, args: &Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Outcome {
    let text = this(heap, args);
    let range = bounds(heap, args.get(2), args.get(3), text.len())?;
    let window = window(&text, range).map(|(_, bytes)| bytes);
    let fits = |part: &Str| window.is_some_and(|bytes| test(bytes, part.text().as_bytes()));
    if let Some(part) = text_of(heap, args.get(1)) {
        return Ok(Value::Bool(fits(&part)));
    }
    let Some(parts) = heap.as_tuple(args.get(1)).cloned() else {
        let class = heap.type_name(args.get(1));
        let text = format!("{name} first arg must be str or a tuple of str, not {class}");
        return Err(heap.type_error(text));
    };
    for &part in parts.iter() {
        match text_of(heap, part) {
            Some(part) if fits(&part) => return Ok(Value::Bool(true)),
            Some(_) => {}
            None => {
                let class = heap.type_name(part);
                return Err(heap.type_error(format!("tuple for {name} must only contain str, not {class}")));
            }
        }
    }
    Ok(Value::Bool(false))
}

fn starts_with(heap: &mut Heap, args: &Args) -> Outcome {
    affix(heap, args, "startswith", <[u8]>::starts_with)
}

fn ends_with(heap: &mut Heap, args: &Args) -> Outcome {
    affix(heap, args, "endswith", <[u8]>::ends_with)
}

pub const METHODS: &[Native] = &[
    Native::new("find", Arity::Tuple(1, 3), find_method),
    Native::new("rfind", Arity::Tuple(1, 3), rfind_method),
    Native::new("index", Arity::Tuple(1, 3), index),
    Native::new("rindex", Arity::Tuple(1, 3), rindex),
    Native::new("count", Arity::Tuple(1, 3), count_method),
    Native::new("startswith", Arity::Tuple(1, 3), starts_with),
    Native::new("endswith", Arity::Tuple(1, 3), ends_with),
];

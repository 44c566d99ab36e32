//! Bytes as text, and text as bytes.

use std::rc::Rc;

use crate::object::{Args, Heap, Obj, Outcome, Type};

use super::{
    super::{
        arguments::{size, text_of, wrong_type},
        text,
    },
    this,
};

pub(super) fn decode(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (encoding, errors) = text::decode_arguments(heap, "decode", args.get(1), args.get(2))?;
    let text = text::decode(heap, &bytes, &encoding, &errors)?;
    Ok(heap.text(text))
}

pub(super) fn hex(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    hex_text(heap, args, &bytes)
}

/// The bytes in hexadecimal, as the arguments ask for it.
pub(in crate::builtins) fn hex_text(heap: &mut Heap, args: &Args, bytes: &[u8]) -> Outcome {
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let Some(separator) = args.get(1).present() else {
        let text = digits.concat();
        return Ok(heap.str(&text));
    };
    let separator = match (heap.as_str(separator), heap.as_bytes(separator)) {
        (Some(text), _) => text.text().to_lossy(),
        (None, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => {
            // CPython asks for its length first.
            let len = heap.len(separator)?;
            let text = if len == 1 { "sep must be str or bytes." } else { "sep must be length 1." };
            return Err(if len == 1 { heap.type_error(text) } else { heap.value_error(text) });
        }
    };
    if separator.chars().count() != 1 {
        return Err(heap.value_error("sep must be length 1."));
    }
    if !separator.is_ascii() {
        return Err(heap.value_error("sep must be ASCII."));
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

pub(super) fn from_hex(heap: &mut Heap, args: &Args) -> Outcome {
    let Some(text) = text_of(heap, args.get(1)) else {
        return Err(wrong_type(heap, "fromhex", "", "str", args.get(1)));
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

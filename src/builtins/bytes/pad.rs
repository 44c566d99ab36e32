//! Bytes made wider, taken apart at a place, or mapped by a table.

use crate::object::{Args, Arity, Heap, Native, Outcome, Parameters, Value};

use super::{
    super::{
        arguments::{Res, bytes_of, c_int, size, some, wrong_type},
        text::{find, rfind},
    },
    like, operand, this,
};

static EXPAND_TABS: Parameters =
    Parameters { names: &["tabsize"], positional_only: 0, positional: 1, required: 0 };
static TRANSLATE: Parameters =
    Parameters { names: &["table", "delete"], positional_only: 1, positional: 2, required: 1 };

pub(super) const METHODS: &[Native] = &[
    // An odd byte goes to the left only where the width is odd too.
    Native::new("center", Arity::Positional(1, 2), |heap, args| {
        padded(heap, args, "center", |missing, width| missing / 2 + (missing & width & 1))
    }),
    Native::new("ljust", Arity::Positional(1, 2), |heap, args| padded(heap, args, "ljust", |_, _| 0)),
    Native::new("rjust", Arity::Positional(1, 2), |heap, args| {
        padded(heap, args, "rjust", |missing, _| missing)
    }),
    Native::new("zfill", Arity::One, zfill),
    Native::new("expandtabs", Arity::Named(&EXPAND_TABS), expand_tabs),
    Native::new("partition", Arity::One, |heap, args| partition(heap, args, find, true)),
    Native::new("rpartition", Arity::One, |heap, args| partition(heap, args, rfind, false)),
    Native::new("removeprefix", Arity::One, |heap, args| {
        let (bytes, affix) = (this(heap, args), operand(heap, args.get(1))?);
        let rest = bytes.strip_prefix(&affix[..]).unwrap_or(&bytes).to_vec();
        Ok(like(heap, args, rest))
    }),
    Native::new("removesuffix", Arity::One, |heap, args| {
        let (bytes, affix) = (this(heap, args), operand(heap, args.get(1))?);
        let rest = bytes.strip_suffix(&affix[..]).unwrap_or(&bytes).to_vec();
        Ok(like(heap, args, rest))
    }),
    Native::new("translate", Arity::Named(&TRANSLATE), translate),
];

/// `bytes.maketrans(from, to)`: a table of 256 bytes.
pub(in crate::builtins) static MAKE_TRANS: Native =
    Native::new("maketrans", Arity::Positional(2, 2), |heap, args| {
        let (from, to) = (operand(heap, args.get(0))?, operand(heap, args.get(1))?);
        if from.len() != to.len() {
            return Err(heap.value_error("maketrans arguments must have same length"));
        }
        let mut table: Vec<u8> = (0..=255).collect();
        for (from, to) in from.into_iter().zip(to) {
            table[usize::from(from)] = to;
        }
        Ok(heap.bytes(table))
    });

fn fill_byte(heap: &mut Heap, function: &str, value: Value) -> Res<u8> {
    if value.is_null() {
        return Ok(b' ');
    }
    match bytes_of(heap, value).as_deref() {
        Some(&[byte]) => Ok(byte),
        _ => Err(wrong_type(heap, function, "2", "a byte string of length 1", value)),
    }
}

/// Fills up to a width; `left` says how many of the missing bytes go to the left.
fn padded(heap: &mut Heap, args: &Args, name: &str, left: fn(usize, usize) -> usize) -> Outcome {
    let bytes = this(heap, args);
    let width = size(heap, args.get(1))?;
    let fill = fill_byte(heap, name, args.get(2))?;
    let width = usize::try_from(width).unwrap_or(0);
    let missing = width.saturating_sub(bytes.len());
    heap.room_for(missing as u64)?;
    let left = if missing == 0 { 0 } else { left(missing, width) };
    let out = [&vec![fill; left][..], &bytes, &vec![fill; missing - left]].concat();
    Ok(like(heap, args, out))
}

fn zfill(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let width = usize::try_from(size(heap, args.get(1))?).unwrap_or(0);
    let missing = width.saturating_sub(bytes.len());
    heap.room_for(missing as u64)?;
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')) && missing > 0);
    let out = [&bytes[..sign], &vec![b'0'; missing], &bytes[sign..]].concat();
    Ok(like(heap, args, out))
}

fn expand_tabs(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let size = if args.get(1).is_null() { 8 } else { c_int(heap, args.get(1))? };
    let (mut out, mut column) = (Vec::new(), 0usize);
    for &byte in bytes.iter() {
        if byte != b'\t' {
            out.push(byte);
            column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
        } else if let Ok(size @ 1..) = usize::try_from(size) {
            let gap = size - column % size;
            heap.room_for((out.len() + gap) as u64)?;
            out.resize(out.len() + gap, b' ');
            column += gap;
        }
    }
    Ok(like(heap, args, out))
}

fn partition(
    heap: &mut Heap,
    args: &Args,
    look: fn(&[u8], &[u8]) -> Option<usize>,
    from_left: bool,
) -> Outcome {
    let (bytes, separator) = (this(heap, args), operand(heap, args.get(1))?);
    if separator.is_empty() {
        return Err(heap.value_error("empty separator"));
    }
    let none: &[u8] = &[];
    let parts = match look(&bytes, &separator) {
        Some(at) => [&bytes[..at], &separator[..], &bytes[at + separator.len()..]],
        None if from_left => [&bytes, none, none],
        None => [none, none, &bytes],
    };
    let items = parts.map(|part| like(heap, args, part.to_vec())).to_vec();
    Ok(heap.tuple(items))
}

fn translate(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let table = match some(args.get(1)) {
        None => None,
        Some(table) => {
            let table = operand(heap, table)?;
            if table.len() != 256 {
                return Err(heap.value_error("translation table must be 256 characters long"));
            }
            Some(table)
        }
    };
    let delete = match args.get(2) {
        Value::Null => Vec::new(),
        delete => operand(heap, delete)?,
    };
    let kept = bytes.iter().filter(|byte| !delete.contains(byte));
    let out = kept.map(|&byte| table.as_ref().map_or(byte, |table| table[usize::from(byte)])).collect();
    Ok(like(heap, args, out))
}

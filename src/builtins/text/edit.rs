//! Methods of `str` that make other text of it: stripping, replacing, padding.

use crate::{
    builtins::arguments::{c_int, size, some, text_of},
    object::{Args, Arity, Heap, Native, Outcome, Parameters, Str, Type, Value},
    source::Text,
};

use super::{chars, cut, make, search, text_argument, this};

#[derive(Clone, Copy)]
struct Ends {
    left: bool,
    right: bool,
}

fn strip(heap: &mut Heap, args: &Args, ends: Ends, name: &str) -> Outcome {
    let text = this(heap, args);
    let set: Option<Vec<u32>> = match some(args.get(1)) {
        None => None,
        Some(chars) => match text_of(heap, chars) {
            Some(chars) => Some(chars.text().code_points().collect()),
            None => return Err(heap.type_error(format!("{name} arg must be None or str"))),
        },
    };
    let goes = |point: u32| match &set {
        None => chars::is_space(point),
        Some(set) => set.contains(&point),
    };
    let len = text.len();
    let start = if ends.left { (0..len).find(|&at| !goes(text.point(at))).unwrap_or(len) } else { 0 };
    let end = if ends.right {
        (start..len).rev().find(|&at| !goes(text.point(at))).map_or(start, |at| at + 1)
    } else {
        len
    };
    if start == 0 && end == len && heap.is_exact(args.get(0), Type::Str) {
        return Ok(args.get(0));
    }
    let part = text.slice(start, end);
    Ok(heap.text(part))
}

fn replace(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let old = text_argument(heap, "replace", 1, args.get(1))?;
    let new = text_argument(heap, "replace", 2, args.get(2))?;
    let most = match args.get(3) {
        Value::Null => i64::MAX,
        value => size(heap, value)?,
    };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let (bytes, old, new) = (text.text().as_bytes(), old.text().as_bytes(), new.text().as_bytes());
    let found = if old.is_empty() { text.len() + 1 } else { search::count(bytes, old) };
    let grows = new.len().saturating_sub(old.len()) as u64;
    heap.room_for(grows.saturating_mul(found.min(most) as u64))?;
    let out = replaced(&text, bytes, old, new, most);
    Ok(make(heap, &out))
}

fn replaced(text: &Str, bytes: &[u8], old: &[u8], new: &[u8], most: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    if old.is_empty() {
        let mut left = most;
        for at in 0..text.len() {
            if left > 0 {
                out.extend_from_slice(new);
                left -= 1;
            }
            out.extend_from_slice(text.slice(at, at + 1).as_bytes());
        }
        if left > 0 {
            out.extend_from_slice(new);
        }
        return out;
    }
    let mut rest = bytes;
    for _ in 0..most {
        let Some(at) = search::find(rest, old) else { break };
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(new);
        rest = &rest[at + old.len()..];
    }
    out.extend_from_slice(rest);
    out
}

fn remove_prefix(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let prefix = text_argument(heap, "removeprefix", 0, args.get(1))?;
    let bytes = text.text().as_bytes();
    let rest = bytes.strip_prefix(prefix.text().as_bytes()).unwrap_or(bytes);
    Ok(make(heap, rest))
}

fn remove_suffix(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let suffix = text_argument(heap, "removesuffix", 0, args.get(1))?;
    let bytes = text.text().as_bytes();
    let rest = bytes.strip_suffix(suffix.text().as_bytes()).unwrap_or(bytes);
    Ok(make(heap, rest))
}

fn fill_character(heap: &mut Heap, value: Value) -> Result<u32, crate::object::Escape> {
    if value.is_null() {
        return Ok(u32::from(' '));
    }
    match text_of(heap, value) {
        Some(text) if text.len() == 1 => Ok(text.point(0)),
        Some(_) => Err(heap.type_error("The fill character must be exactly one character long")),
        None => {
            let name = heap.type_name(value);
            Err(heap.type_error(format!("The fill character must be a unicode character, not {name}")))
        }
    }
}

/// Fills up to a width; `left` says how many of the missing characters go to the left.
fn padded(heap: &mut Heap, args: &Args, left: fn(usize, usize) -> usize) -> Outcome {
    let text = this(heap, args);
    let width = size(heap, args.get(1))?;
    let fill = fill_character(heap, args.get(2))?;
    let width = usize::try_from(width).unwrap_or(0);
    let missing = width.saturating_sub(text.len());
    if missing == 0 {
        let same = text.text().clone();
        return Ok(if heap.is_exact(args.get(0), Type::Str) { args.get(0) } else { heap.text(same) });
    }
    heap.room_for(width as u64)?;
    let left = left(missing, width);
    let pad = |count: usize| std::iter::repeat_n(fill, count);
    let out = Text::from_code_points(pad(left).chain(text.text().code_points()).chain(pad(missing - left)));
    Ok(heap.text(out))
}

fn center(heap: &mut Heap, args: &Args) -> Outcome {
    // An odd character goes to the left only where the width is odd too.
    padded(heap, args, |missing, width| missing / 2 + (missing & width & 1))
}

fn ljust(heap: &mut Heap, args: &Args) -> Outcome {
    padded(heap, args, |_, _| 0)
}

fn rjust(heap: &mut Heap, args: &Args) -> Outcome {
    padded(heap, args, |missing, _| missing)
}

fn zfill(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let width = usize::try_from(size(heap, args.get(1))?).unwrap_or(0);
    let missing = width.saturating_sub(text.len());
    heap.room_for(missing as u64)?;
    let bytes = text.text().as_bytes();
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let out = [&bytes[..sign], "0".repeat(missing).as_bytes(), &bytes[sign..]].concat();
    Ok(make(heap, &out))
}

fn expand_tabs(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let size = if args.get(1).is_null() { 8 } else { c_int(heap, args.get(1))? };
    let (mut out, mut column) = (Vec::new(), 0usize);
    for point in text.text().code_points() {
        match char::from_u32(point) {
            Some('\t') => {
                if let Ok(size @ 1..) = usize::try_from(size) {
                    let gap = size - column % size;
                    heap.room_for((out.len() + gap) as u64)?;
                    out.extend(std::iter::repeat_n(u32::from(' '), gap));
                    column += gap;
                }
            }
            Some('\n' | '\r') => {
                out.push(point);
                column = 0;
            }
            _ => {
                out.push(point);
                column += 1;
            }
        }
    }
    Ok(heap.text(Text::from_code_points(out)))
}

fn join(heap: &mut Heap, args: &Args) -> Outcome {
    let separator = this(heap, args);
    let items = match heap.items_of(args.get(1)) {
        Ok(items) => items,
        Err(crate::object::Escape::Raise(_)) if heap.make_iter(args.get(1)).is_err() => {
            return Err(heap.type_error("can only join an iterable"));
        }
        Err(other) => return Err(other),
    };
    if let [only] = items[..]
        && heap.is_exact(only, Type::Str)
    {
        return Ok(only);
    }
    let mut out = Vec::new();
    for (number, &item) in items.iter().enumerate() {
        if number > 0 {
            out.extend_from_slice(separator.text().as_bytes());
        }
        match heap.as_str(item) {
            Some(text) => out.extend_from_slice(text.text().as_bytes()),
            None => {
                let name = heap.type_name(item);
                let text = format!("sequence item {number}: expected str instance, {name} found");
                return Err(heap.type_error(text));
            }
        }
    }
    heap.room_for(out.len() as u64)?;
    Ok(heap.text(cut(&out)))
}

static EXPAND_TABS: Parameters =
    Parameters { names: &["tabsize"], positional_only: 0, positional: 1, required: 0 };

pub const METHODS: &[Native] = &[
    Native::new("strip", Arity::Positional(0, 1), |heap, args| {
        strip(heap, args, Ends { left: true, right: true }, "strip")
    }),
    Native::new("lstrip", Arity::Positional(0, 1), |heap, args| {
        strip(heap, args, Ends { left: true, right: false }, "lstrip")
    }),
    Native::new("rstrip", Arity::Positional(0, 1), |heap, args| {
        strip(heap, args, Ends { left: false, right: true }, "rstrip")
    }),
    Native::new("replace", Arity::Positional(2, 3), replace),
    Native::new("removeprefix", Arity::One, remove_prefix),
    Native::new("removesuffix", Arity::One, remove_suffix),
    Native::new("center", Arity::Positional(1, 2), center),
    Native::new("ljust", Arity::Positional(1, 2), ljust),
    Native::new("rjust", Arity::Positional(1, 2), rjust),
    Native::new("zfill", Arity::One, zfill),
    Native::new("expandtabs", Arity::Named(&EXPAND_TABS), expand_tabs),
    Native::new("join", Arity::One, join).twin("_str_join"),
];

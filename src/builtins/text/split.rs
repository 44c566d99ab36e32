//! Methods of `str` that take it apart.

use crate::{
    builtins::arguments::{Res, flag, index_size, some, text_of},
    object::{Args, Arity, Heap, Native, Outcome, Parameters, Str, Value},
};

use super::{chars, make, search, this};

/// The separator (`None`: any space) and how often to split at most.
fn arguments(heap: &mut Heap, args: &Args) -> Res<(Option<std::rc::Rc<Str>>, usize)> {
    let most = match args.get(2) {
        Value::Null => -1,
        value => index_size(heap, value)?,
    };
    let separator = match some(args.get(1)) {
        None => None,
        Some(value) => match text_of(heap, value) {
            Some(text) if text.is_empty() => return Err(heap.value_error("empty separator")),
            Some(text) => Some(text),
            None => {
                let name = heap.type_name(value);
                return Err(heap.type_error(format!("must be str or None, not {name}")));
            }
        },
    };
    Ok((separator, usize::try_from(most).unwrap_or(usize::MAX)))
}

/// Ranges of characters between spaces.
fn words(text: &Str, most: usize) -> Vec<(usize, usize)> {
    let (mut out, mut at) = (Vec::new(), 0);
    let len = text.len();
    let space = |at: usize| chars::is_space(text.point(at));
    loop {
        while at < len && space(at) {
            at += 1;
        }
        if at == len {
            return out;
        }
        if out.len() == most {
            out.push((at, len));
            return out;
        }
        let start = at;
        while at < len && !space(at) {
            at += 1;
        }
        out.push((start, at));
    }
}

fn words_from_right(text: &Str, most: usize) -> Vec<(usize, usize)> {
    let (mut out, mut at) = (Vec::new(), text.len());
    let space = |at: usize| chars::is_space(text.point(at));
    loop {
        while at > 0 && space(at - 1) {
            at -= 1;
        }
        if at == 0 {
            break;
        }
        if out.len() == most {
            out.push((0, at));
            break;
        }
        let end = at;
        while at > 0 && !space(at - 1) {
            at -= 1;
        }
        out.push((at, end));
    }
    out.reverse();
    out
}

fn list_of_slices(heap: &mut Heap, text: &Str, ranges: &[(usize, usize)]) -> Value {
    let items = ranges.iter().map(|&(start, end)| heap.text(text.slice(start, end))).collect();
    heap.list(items)
}

fn list_of_bytes(heap: &mut Heap, parts: &[&[u8]]) -> Value {
    let items = parts.iter().map(|part| make(heap, part)).collect();
    heap.list(items)
}

fn split(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let (separator, most) = arguments(heap, args)?;
    let Some(separator) = separator else {
        let ranges = words(&text, most);
        return Ok(list_of_slices(heap, &text, &ranges));
    };
    let separator = separator.text().as_bytes();
    let (mut parts, mut rest) = (Vec::new(), text.text().as_bytes());
    while parts.len() < most
        && let Some(at) = search::find(rest, separator)
    {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest);
    Ok(list_of_bytes(heap, &parts))
}

fn rsplit(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let (separator, most) = arguments(heap, args)?;
    let Some(separator) = separator else {
        let ranges = words_from_right(&text, most);
        return Ok(list_of_slices(heap, &text, &ranges));
    };
    let separator = separator.text().as_bytes();
    let (mut parts, mut rest) = (Vec::new(), text.text().as_bytes());
    while parts.len() < most
        && let Some(at) = search::rfind(rest, separator)
    {
        parts.push(&rest[at + separator.len()..]);
        rest = &rest[..at];
    }
    parts.push(rest);
    parts.reverse();
    Ok(list_of_bytes(heap, &parts))
}

fn separator(heap: &mut Heap, args: &Args) -> Res<std::rc::Rc<Str>> {
    match text_of(heap, args.get(1)) {
        Some(text) if text.is_empty() => Err(heap.value_error("empty separator")),
        Some(text) => Ok(text),
        None => {
            let name = heap.type_name(args.get(1));
            Err(heap.type_error(format!("must be str, not {name}")))
        }
    }
}

fn partition(heap: &mut Heap, args: &Args) -> Outcome {
    let (text, separator) = (this(heap, args), separator(heap, args)?);
    let (bytes, separator) = (text.text().as_bytes(), separator.text().as_bytes());
    let parts = match search::find(bytes, separator) {
        Some(at) => [&bytes[..at], separator, &bytes[at + separator.len()..]],
        None => [bytes, &[], &[]],
    };
    let mut items = parts.map(|part| make(heap, part)).to_vec();
    // Where nothing is split, the text itself is given back.
    if parts[0].len() == bytes.len() {
        items[0] = args.get(0);
    }
    Ok(heap.tuple(items))
}

fn rpartition(heap: &mut Heap, args: &Args) -> Outcome {
    let (text, separator) = (this(heap, args), separator(heap, args)?);
    let (bytes, separator) = (text.text().as_bytes(), separator.text().as_bytes());
    let parts = match search::rfind(bytes, separator) {
        Some(at) => [&bytes[..at], separator, &bytes[at + separator.len()..]],
        None => [&[], &[], bytes],
    };
    let mut items = parts.map(|part| make(heap, part)).to_vec();
    if parts[2].len() == bytes.len() {
        items[2] = args.get(0);
    }
    Ok(heap.tuple(items))
}

fn is_line_end(point: u32) -> bool {
    matches!(point, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}

fn split_lines(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let keep = flag(heap, args.get(1), false)?;
    let (mut ranges, mut start, mut at) = (Vec::new(), 0, 0);
    while at < text.len() {
        let point = text.point(at);
        at += 1;
        if !is_line_end(point) {
            continue;
        }
        let end = at - 1;
        if point == 0x0D && at < text.len() && text.point(at) == 0x0A {
            at += 1;
        }
        ranges.push((start, if keep { at } else { end }));
        start = at;
    }
    if start < text.len() {
        ranges.push((start, text.len()));
    }
    Ok(list_of_slices(heap, &text, &ranges))
}

static SPLIT: Parameters =
    Parameters { names: &["sep", "maxsplit"], positional_only: 0, positional: 2, required: 0 };
static LINES: Parameters =
    Parameters { names: &["keepends"], positional_only: 0, positional: 1, required: 0 };

pub const METHODS: &[Native] = &[
    Native::new("split", Arity::Named(&SPLIT), split),
    Native::new("rsplit", Arity::Named(&SPLIT), rsplit),
    Native::new("partition", Arity::One, partition),
    Native::new("rpartition", Arity::One, rpartition),
    Native::new("splitlines", Arity::Named(&LINES), split_lines),
];

//! Methods of `str` that take it apart.

use crate::{
    builtins::{
        arguments::{Res, flag, size, some, text_of},
        pieces::{backwards_list_of, between, between_from_right, list_of},
    },
    object::{Args, Arity, Heap, Native, Outcome, Parameters, Str, Value},
};

use super::{chars, make, search, this};

/// The separator (`None`: any space) and how often to split at most.
fn arguments(heap: &mut Heap, args: &Args) -> Res<(Option<std::rc::Rc<Str>>, usize)> {
    let most = match args.get(2) {
        Value::Null => -1,
        value => size(heap, value)?,
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
fn words(text: &Str, most: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let (len, mut at, mut count) = (text.len(), 0, 0);
    let space = |at: usize| chars::is_space(text.point(at));
    std::iter::from_fn(move || {
        while at < len && space(at) {
            at += 1;
        }
        let start = at;
        let is_rest = count == most;
        while at < len && (is_rest || !space(at)) {
            at += 1;
        }
        count += 1;
        (start < len).then_some((start, at))
    })
}

fn words_from_right(text: &Str, most: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let (mut at, mut count) = (text.len(), 0);
    let space = |at: usize| chars::is_space(text.point(at));
    std::iter::from_fn(move || {
        while at > 0 && space(at - 1) {
            at -= 1;
        }
        let end = at;
        let is_rest = count == most;
        while at > 0 && (is_rest || !space(at - 1)) {
            at -= 1;
        }
        count += 1;
        (end > 0).then_some((at, end))
    })
}

fn slice(text: &Str) -> impl FnMut(&mut Heap, (usize, usize)) -> Value {
    |heap, (start, end)| heap.text(text.slice(start, end))
}

fn split(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let (separator, most) = arguments(heap, args)?;
    let Some(separator) = separator else {
        return list_of(heap, words(&text, most), slice(&text));
    };
    let parts = between(text.text().as_bytes(), separator.text().as_bytes(), most);
    list_of(heap, parts, make)
}

fn rsplit(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let (separator, most) = arguments(heap, args)?;
    let Some(separator) = separator else {
        return backwards_list_of(heap, words_from_right(&text, most), slice(&text));
    };
    let parts = between_from_right(text.text().as_bytes(), separator.text().as_bytes(), most);
    backwards_list_of(heap, parts, make)
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
    let (mut start, mut at) = (0, 0);
    let lines = std::iter::from_fn(|| {
        let from = start;
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
            start = at;
            return Some((from, if keep { at } else { end }));
        }
        start = at;
        (from < at).then_some((from, at))
    });
    list_of(heap, lines, slice(&text))
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

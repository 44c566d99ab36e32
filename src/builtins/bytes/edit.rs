//! New bytes from old ones: joined, replaced, stripped, split.

use crate::object::{Args, Escape, Heap, Outcome};

use super::{
    super::{
        arguments::{bytes_of, flag, size, some},
        pieces::{backwards_list_of, between, between_from_right, list_of},
        text::find,
    },
    like, operand, this,
};

pub(super) fn join(heap: &mut Heap, args: &Args) -> Outcome {
    let separator = this(heap, args);
    let items = match heap.items_of(args.get(1)) {
        Ok(items) => items,
        Err(Escape::Raise(_)) => return Err(heap.type_error("can only join an iterable")),
        Err(other) => return Err(other),
    };
    let mut parts = Vec::new();
    for (number, item) in items.into_iter().enumerate() {
        match bytes_of(heap, item) {
            Some(bytes) => parts.push(bytes.to_vec()),
            None if heap.lends(item) => return Err(Escape::Twin),
            None => {
                let name = heap.type_name(item);
                let text = format!("sequence item {number}: expected a bytes-like object, {name} found");
                return Err(heap.type_error(text));
            }
        }
    }
    let joined = parts.join(&separator[..]);
    Ok(like(heap, args, joined))
}

pub(super) fn replace(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (old, new) = (operand(heap, args.get(1))?, operand(heap, args.get(2))?);
    let most = if args.get(3).is_null() { -1 } else { size(heap, args.get(3))? };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let (mut out, mut rest) = (Vec::new(), &bytes[..]);
    for _ in 0..most {
        if old.is_empty() {
            out.extend_from_slice(&new);
            let Some((&first, after)) = rest.split_first() else { break };
            out.push(first);
            rest = after;
            continue;
        }
        let Some(at) = find(rest, &old) else { break };
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(&new);
        rest = &rest[at + old.len()..];
    }
    out.extend_from_slice(rest);
    Ok(like(heap, args, out))
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

pub(super) fn strip(heap: &mut Heap, args: &Args, left: bool, right: bool) -> Outcome {
    let bytes = this(heap, args);
    let set = some(args.get(1)).map(|set| operand(heap, set)).transpose()?;
    let goes = |byte: &u8| match &set {
        Some(set) => set.contains(byte),
        None => is_space(*byte),
    };
    let start = if left { bytes.iter().take_while(|byte| goes(byte)).count() } else { 0 };
    let end = if right {
        bytes.len() - bytes[start..].iter().rev().take_while(|byte| goes(byte)).count()
    } else {
        bytes.len()
    };
    let part = bytes[start..end].to_vec();
    Ok(like(heap, args, part))
}

/// What separates the parts (nothing: white space), and how many times at most.
fn separator_and_most(heap: &mut Heap, args: &Args) -> Result<(Option<Vec<u8>>, usize), Escape> {
    let most = if args.get(2).is_null() { -1 } else { size(heap, args.get(2))? };
    let separator = some(args.get(1)).map(|separator| operand(heap, separator)).transpose()?;
    if separator.as_ref().is_some_and(Vec::is_empty) {
        return Err(heap.value_error("empty separator"));
    }
    Ok((separator, usize::try_from(most).unwrap_or(usize::MAX)))
}

pub(super) fn split(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (separator, most) = separator_and_most(heap, args)?;
    let make = |heap: &mut Heap, part: &[u8]| like(heap, args, part.to_vec());
    if let Some(separator) = separator {
        return list_of(heap, between(&bytes, &separator, most), make);
    }
    let (mut rest, mut count) = (&bytes[..], 0);
    let words = std::iter::from_fn(|| {
        rest = &rest[rest.iter().take_while(|byte| is_space(**byte)).count()..];
        let end = rest.iter().position(|&byte| is_space(byte)).filter(|_| count < most);
        count += 1;
        let word;
        (word, rest) = rest.split_at(end.unwrap_or(rest.len()));
        (!word.is_empty()).then_some(word)
    });
    list_of(heap, words, make)
}

pub(super) fn rsplit(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (separator, most) = separator_and_most(heap, args)?;
    let make = |heap: &mut Heap, part: &[u8]| like(heap, args, part.to_vec());
    if let Some(separator) = separator {
        return backwards_list_of(heap, between_from_right(&bytes, &separator, most), make);
    }
    let (mut rest, mut count) = (&bytes[..], 0);
    let words = std::iter::from_fn(|| {
        rest = &rest[..rest.len() - rest.iter().rev().take_while(|byte| is_space(**byte)).count()];
        let space = rest.iter().rposition(|&byte| is_space(byte)).filter(|_| count < most);
        count += 1;
        let word;
        (rest, word) = rest.split_at(space.map_or(0, |at| at + 1));
        (!word.is_empty()).then_some(word)
    });
    backwards_list_of(heap, words, make)
}

pub(super) fn split_lines(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let keep = flag(heap, args.get(1), false)?;
    let mut rest = &bytes[..];
    let lines = std::iter::from_fn(|| {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let mark = match &rest[end..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        let line;
        (line, rest) = rest.split_at(end + mark);
        (!line.is_empty()).then(|| if keep { line } else { &line[..end] })
    });
    list_of(heap, lines, |heap, line| like(heap, args, line.to_vec()))
}

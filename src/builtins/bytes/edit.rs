//! New bytes from old ones: joined, replaced, stripped, split.

use crate::object::{Args, Escape, Heap, Outcome};

use super::{
    super::{
        arguments::{bytes_of, flag, index_size, some},
        text::{find, rfind},
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
    let most = if args.get(3).is_null() { -1 } else { index_size(heap, args.get(3))? };
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
    let most = if args.get(2).is_null() { -1 } else { index_size(heap, args.get(2))? };
    let separator = some(args.get(1)).map(|separator| operand(heap, separator)).transpose()?;
    if separator.as_ref().is_some_and(Vec::is_empty) {
        return Err(heap.value_error("empty separator"));
    }
    Ok((separator, usize::try_from(most).unwrap_or(usize::MAX)))
}

pub(super) fn split(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (separator, most) = separator_and_most(heap, args)?;
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut rest = &bytes[..];
    match separator {
        Some(separator) => {
            while parts.len() < most
                && let Some(at) = find(rest, &separator)
            {
                parts.push(rest[..at].to_vec());
                rest = &rest[at + separator.len()..];
            }
            parts.push(rest.to_vec());
        }
        None => loop {
            let space = rest.iter().take_while(|byte| is_space(**byte)).count();
            rest = &rest[space..];
            if rest.is_empty() {
                break;
            }
            if parts.len() == most {
                parts.push(rest.to_vec());
                break;
            }
            let end = rest.iter().position(|&byte| is_space(byte)).unwrap_or(rest.len());
            parts.push(rest[..end].to_vec());
            rest = &rest[end..];
        },
    }
    let items = parts.into_iter().map(|part| like(heap, args, part)).collect();
    Ok(heap.list(items))
}

pub(super) fn rsplit(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let (separator, most) = separator_and_most(heap, args)?;
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut rest = &bytes[..];
    match separator {
        Some(separator) => {
            while parts.len() < most
                && let Some(at) = rfind(rest, &separator)
            {
                parts.push(rest[at + separator.len()..].to_vec());
                rest = &rest[..at];
            }
            parts.push(rest.to_vec());
        }
        None => loop {
            let space = rest.iter().rev().take_while(|byte| is_space(**byte)).count();
            rest = &rest[..rest.len() - space];
            if rest.is_empty() {
                break;
            }
            if parts.len() == most {
                parts.push(rest.to_vec());
                break;
            }
            let start = rest.iter().rposition(|&byte| is_space(byte)).map_or(0, |at| at + 1);
            parts.push(rest[start..].to_vec());
            rest = &rest[..start];
        },
    }
    let items = parts.into_iter().rev().map(|part| like(heap, args, part)).collect();
    Ok(heap.list(items))
}

pub(super) fn split_lines(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = this(heap, args);
    let keep = flag(heap, args.get(1), false)?;
    let (mut items, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        at += 1;
        if !matches!(bytes[at - 1], b'\n' | b'\r') {
            continue;
        }
        let end = at - 1;
        if bytes[end] == b'\r' && bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        items.push(bytes[start..if keep { at } else { end }].to_vec());
        start = at;
    }
    if start < bytes.len() {
        items.push(bytes[start..].to_vec());
    }
    let items = items.into_iter().map(|item| like(heap, args, item)).collect();
    Ok(heap.list(items))
}

//! Text and bytes taken apart: pieces made one by one, as long as memory takes them. Knows no method's arguments.

use super::text::{find, rfind};
use crate::object::{Escape, Heap, Outcome, Value};

/// A list of what `make` makes of each piece.
pub(super) fn list_of<P>(
    heap: &mut Heap,
    pieces: impl Iterator<Item = P>,
    make: impl FnMut(&mut Heap, P) -> Value,
) -> Outcome {
    let items = made(heap, pieces, make)?;
    Ok(heap.list(items))
}

/// The same for pieces that come from the end.
pub(super) fn backwards_list_of<P>(
    heap: &mut Heap,
    pieces: impl Iterator<Item = P>,
    make: impl FnMut(&mut Heap, P) -> Value,
) -> Outcome {
    let mut items = made(heap, pieces, make)?;
    items.reverse();
    Ok(heap.list(items))
}

fn made<P>(
    heap: &mut Heap,
    pieces: impl Iterator<Item = P>,
    mut make: impl FnMut(&mut Heap, P) -> Value,
) -> Result<Vec<Value>, Escape> {
    let mut items = Vec::new();
    for piece in pieces {
        heap.room_for(size_of_val(&items[..]) as u64)?;
        items.push(make(heap, piece));
    }
    Ok(items)
}

/// The parts between separators, of which at most so many are found.
pub(super) fn between<'a>(
    bytes: &'a [u8],
    separator: &'a [u8],
    most: usize,
) -> impl Iterator<Item = &'a [u8]> {
    parts(bytes, most, move |rest| {
        let at = find(rest, separator)?;
        Some((&rest[..at], &rest[at + separator.len()..]))
    })
}

/// The same from the last one on.
pub(super) fn between_from_right<'a>(
    bytes: &'a [u8],
    separator: &'a [u8],
    most: usize,
) -> impl Iterator<Item = &'a [u8]> {
    parts(bytes, most, move |rest| {
        let at = rfind(rest, separator)?;
        Some((&rest[at + separator.len()..], &rest[..at]))
    })
}

/// What `cut` takes off, at most so many times, and then the rest.
fn parts<'a>(
    bytes: &'a [u8],
    most: usize,
    cut: impl Fn(&'a [u8]) -> Option<(&'a [u8], &'a [u8])>,
) -> impl Iterator<Item = &'a [u8]> {
    let (mut rest, mut left) = (Some(bytes), most);
    std::iter::from_fn(move || {
        let now = rest.take()?;
        let found = if left > 0 { cut(now) } else { None };
        left = left.saturating_sub(1);
        let Some((part, others)) = found else { return Some(now) };
        rest = Some(others);
        Some(part)
    })
}

//! In which order values stand once they are sorted. Knows no list: who sorts one says what its keys are.

use std::cmp::Ordering;

use crate::object::{Comparison, Escape, Heap, Type, Value};

/// Sorted and stable; `Twin` where a user's method must compare, before anything is changed.
pub(super) fn sort_values(heap: &mut Heap, items: &[Value], reverse: bool) -> Result<Vec<Value>, Escape> {
    let order: Vec<usize> = sort_order(heap, items, reverse)?;
    Ok(order.into_iter().map(|at| items[at]).collect())
}

/// In which order the items stand once they are sorted.
pub(super) fn sort_order(heap: &mut Heap, items: &[Value], reverse: bool) -> Result<Vec<usize>, Escape> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    if reverse {
        order.reverse();
    }
    match PlainKeys::of(heap, items) {
        Some(keys) => order.sort_by(|&a, &b| keys.order(a, b)),
        None => sort_by_asking(heap, items, &mut order)?,
    }
    if reverse {
        order.reverse();
    }
    Ok(order)
}

/// Sorts by what the items' types say.
fn sort_by_asking(heap: &mut Heap, items: &[Value], order: &mut [usize]) -> Result<(), Escape> {
    let mut failed = None;
    let mut less = |heap: &mut Heap, a: usize, b: usize| {
        if failed.is_some() {
            return false;
        }
        match heap.compare(Comparison::Lt, items[a], items[b]).and_then(|less| heap.truth(less)) {
            Ok(less) => less,
            Err(escape) => {
                failed = Some(escape);
                false
            }
        }
    };
    merge_sort(heap, order, &mut less);
    failed.map_or(Ok(()), Err)
}

/// Keys that can be compared without asking anybody, and never refuse it: all ints, all floats (no NaN) or all
/// `str` themselves, or tuples of one length that have such items at each place.
struct PlainKeys<'a> {
    parts: Vec<Part<'a>>,
    /// How many parts each key has.
    width: usize,
}

#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Part<'a> {
    Int(i64),
    Float(f64),
    Text(&'a [u8]),
}

impl<'a> Part<'a> {
    fn of(heap: &'a Heap, value: Value) -> Option<Self> {
        match value {
            Value::Int(int) => Some(Self::Int(int)),
            Value::Float(float) if !float.is_nan() => Some(Self::Float(float)),
            _ if heap.is_exact(value, Type::Str) => Some(Self::Text(heap.as_str(value)?.text().as_bytes())),
            _ => None,
        }
    }
}

impl<'a> PlainKeys<'a> {
    fn of(heap: &'a Heap, items: &'a [Value]) -> Option<Self> {
        let row = |item: &'a Value| {
            heap.as_tuple(*item).filter(|_| heap.is_exact(*item, Type::Tuple)).map(|items| &items[..])
        };
        let first = row(items.first()?);
        let width = first.map_or(1, <[Value]>::len);
        let mut parts: Vec<Part<'a>> = Vec::with_capacity(items.len() * width);
        for item in items {
            let values = if first.is_some() { row(item)? } else { std::slice::from_ref(item) };
            if values.len() != width {
                return None;
            }
            for (at, &value) in values.iter().enumerate() {
                let part = Part::of(heap, value)?;
                let same_place = parts.get(at).unwrap_or(&part);
                if std::mem::discriminant(same_place) != std::mem::discriminant(&part) {
                    return None;
                }
                parts.push(part);
            }
        }
        Some(Self { parts, width })
    }

    fn order(&self, a: usize, b: usize) -> Ordering {
        let key = |at: usize| &self.parts[at * self.width..(at + 1) * self.width];
        key(a).partial_cmp(key(b)).expect("there is no NaN")
    }
}

/// A stable merge sort that asks only `less`, as Python's does: which pairs are compared may show in errors.
fn merge_sort(heap: &mut Heap, order: &mut [usize], less: &mut impl FnMut(&mut Heap, usize, usize) -> bool) {
    if order.len() <= 16 {
        for at in 1..order.len() {
            let item = order[at];
            let (mut low, mut high) = (0, at);
            while low < high {
                let middle = (low + high) / 2;
                if less(heap, item, order[middle]) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            order[low..=at].rotate_right(1);
        }
        return;
    }
    let middle = order.len() / 2;
    merge_sort(heap, &mut order[..middle], less);
    merge_sort(heap, &mut order[middle..], less);
    let (left, right) = (order[..middle].to_vec(), order[middle..].to_vec());
    let (mut i, mut j) = (0, 0);
    for place in order.iter_mut() {
        let take_right = i == left.len() || j < right.len() && less(heap, right[j], left[i]);
        *place = if take_right { right[j] } else { left[i] };
        i += usize::from(!take_right);
        j += usize::from(take_right);
    }
}

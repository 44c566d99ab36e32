//! Text, bytes and tuples: joining, repeating and indexing constants, and when Python takes two for equal.

use std::{cmp::Ordering, hash::Hasher, rc::Rc};

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};
use rustc_hash::{FxHashMap, FxHasher};

use super::number::Number;
use crate::{source::Text, syntax::Constant};

/// Limits on what is made before the program runs.
const MAX_ITEMS: i64 = 256;
const MAX_TOTAL_ITEMS: i64 = 1024;
const MAX_CHARACTERS: i64 = 4096;

pub fn concat(left: &Constant, right: &Constant) -> Option<Constant> {
    Some(match (left, right) {
        (Constant::Str(left), Constant::Str(right)) => {
            Constant::Str(Text::from_code_points(left.code_points().chain(right.code_points())))
        }
        (Constant::Bytes(left), Constant::Bytes(right)) => {
            Constant::Bytes([&left[..], right].concat().into())
        }
        (Constant::Tuple(left), Constant::Tuple(right)) => {
            Constant::Tuple([&left[..], right].concat().into())
        }
        _ => return None,
    })
}

/// `sequence * times`, either way round.
pub fn repeat(left: &Constant, right: &Constant) -> Option<Constant> {
    let (sequence, times) = match (as_int(left), as_int(right)) {
        (None, Some(times)) => (left, times),
        (Some(times), None) => (right, times),
        _ => return None,
    };
    // A number too big for an index raises, whatever is repeated.
    let times = times.to_i64()?;
    let (size, limit) = match sequence {
        Constant::Str(text) => (text.code_points().count(), MAX_CHARACTERS),
        Constant::Bytes(bytes) => (bytes.len(), MAX_CHARACTERS),
        Constant::Tuple(items) => (items.len(), MAX_ITEMS),
        _ => return None,
    };
    let size = size as i64;
    if size > 0 && (times < 0 || times > limit / size) {
        return None;
    }
    let count = if size == 0 { 0 } else { times as usize };
    Some(match sequence {
        Constant::Str(text) => {
            let points: Vec<u32> = text.code_points().collect();
            Constant::Str(Text::from_code_points(points.repeat(count)))
        }
        Constant::Bytes(bytes) => Constant::Bytes(bytes.repeat(count).into()),
        Constant::Tuple(items) => {
            if times > 0 && size > 0 && room_left(sequence, MAX_TOTAL_ITEMS / times) < 0 {
                return None;
            }
            Constant::Tuple((0..count).flat_map(|_| items.iter().cloned()).collect())
        }
        _ => return None,
    })
}

/// How many of `limit` items are left when those of the collection, nested ones too, are taken off.
fn room_left(value: &Constant, limit: i64) -> i64 {
    match value {
        Constant::Tuple(items) | Constant::FrozenSet(items) => items.iter().fold(
            limit - items.len() as i64,
            |left, item| if left < 0 { left } else { room_left(item, left) },
        ),
        _ => limit,
    }
}

fn as_int(value: &Constant) -> Option<BigInt> {
    match Number::of(value)? {
        Number::Int(value) => Some(value),
        _ => None,
    }
}

/// `value[index]`
pub fn item(value: &Constant, index: &Constant) -> Option<Constant> {
    let index = as_int(index)?.to_i64()?;
    let at = |size: usize| {
        let index = if index < 0 { index + size as i64 } else { index };
        usize::try_from(index).ok().filter(|index| *index < size)
    };
    Some(match value {
        Constant::Str(text) => {
            let points: Vec<u32> = text.code_points().collect();
            Constant::Str(Text::from_code_points([points[at(points.len())?]]))
        }
        Constant::Bytes(bytes) => Constant::Int(bytes[at(bytes.len())?].into()),
        Constant::Tuple(items) => items[at(items.len())?].clone(),
        _ => return None,
    })
}

/// What a set keeps of the items: of equal ones the first.
pub fn distinct(items: &[Constant]) -> Rc<[Constant]> {
    let mut kept: Vec<Constant> = Vec::new();
    let mut alike: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for item in items {
        let alike = alike.entry(likeness(item)).or_default();
        if !alike.iter().any(|&other| equal(&kept[other], item)) {
            alike.push(kept.len());
            kept.push(item.clone());
        }
    }
    kept.into()
}

/// A number that equal constants share.
fn likeness(value: &Constant) -> u64 {
    let mut hasher = FxHasher::default();
    match value {
        Constant::Str(text) => hasher.write(text.as_bytes()),
        Constant::Bytes(bytes) => hasher.write(bytes),
        Constant::Tuple(items) => items.iter().for_each(|item| hasher.write_u64(likeness(item))),
        Constant::FrozenSet(items) => {
            hasher.write_u64(items.iter().map(likeness).fold(0, u64::wrapping_add));
        }
        _ => {
            // The two zeros are equal.
            let real = Number::of(value).map(|number| number.real() + 0.0);
            hasher.write_u64(real.unwrap_or_default().to_bits());
        }
    }
    hasher.finish()
}

/// Python's `==`, by which `1`, `1.0` and `True` are equal.
pub fn equal(left: &Constant, right: &Constant) -> bool {
    match (left, right) {
        (Constant::Tuple(left), Constant::Tuple(right)) => {
            left.len() == right.len() && left.iter().zip(right.iter()).all(|(left, right)| equal(left, right))
        }
        (Constant::FrozenSet(left), Constant::FrozenSet(right)) => {
            left.len() == right.len() && left.iter().all(|item| right.iter().any(|other| equal(item, other)))
        }
        _ => match (Number::of(left), Number::of(right)) {
            (Some(left), Some(right)) => equal_numbers(&left, &right),
            (None, None) => left == right,
            _ => false,
        },
    }
}

fn equal_numbers(left: &Number, right: &Number) -> bool {
    match (left, right) {
        (Number::Int(left), Number::Int(right)) => left.cmp(right) == Ordering::Equal,
        (Number::Float(left), Number::Float(right)) => left == right,
        (Number::Int(int), Number::Float(float)) | (Number::Float(float), Number::Int(int)) => {
            float.fract() == 0.0 && BigInt::from_f64(*float).as_ref() == Some(int)
        }
        (Number::Complex(re, im), Number::Complex(re2, im2)) => re == re2 && im == im2,
        (Number::Complex(re, im), other) | (other, Number::Complex(re, im)) => {
            *im == 0.0 && equal_numbers(&Number::Float(*re), other)
        }
    }
}

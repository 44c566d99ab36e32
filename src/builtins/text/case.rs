//! Methods of `str` that change case.

use crate::{
    object::{Args, Arity, Heap, Native, Outcome},
    source::Text,
};

use super::{chars, this};

/// By `ascii` where the text is plain, or else by `map`.
fn mapped_as(
    heap: &mut Heap,
    args: &Args,
    ascii: fn(&mut str),
    map: impl FnOnce(&[u32]) -> Vec<u32>,
) -> Outcome {
    match this(heap, args).text().as_str() {
        Some(text) if text.is_ascii() => {
            let mut text = text.to_owned();
            ascii(&mut text);
            Ok(heap.str(&text))
        }
        _ => mapped(heap, args, map),
    }
}

fn mapped(heap: &mut Heap, args: &Args, map: impl FnOnce(&[u32]) -> Vec<u32>) -> Outcome {
    let points: Vec<u32> = this(heap, args).text().code_points().collect();
    let text = Text::from_code_points(map(&points));
    Ok(heap.text(text))
}

fn each(points: &[u32], push: fn(&mut Vec<u32>, u32)) -> Vec<u32> {
    let mut out = Vec::with_capacity(points.len());
    points.iter().for_each(|&point| push(&mut out, point));
    out
}

const SIGMA: u32 = 0x3A3;

/// A capital sigma at the end of a word becomes another small letter than elsewhere.
fn push_lower_at(out: &mut Vec<u32>, points: &[u32], at: usize) {
    if points[at] != SIGMA {
        return chars::push_lower(out, points[at]);
    }
    let cased = |point: Option<&u32>| point.is_some_and(|&point| chars::is_cased(point));
    let ignored = |point: &&u32| chars::is_case_ignorable(**point);
    let before = cased(points[..at].iter().rev().find(|point| !ignored(point)));
    let after = cased(points[at + 1..].iter().find(|point| !ignored(point)));
    out.push(if before && !after { 0x3C2 } else { 0x3C3 });
}

fn lowered(points: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(points.len());
    (0..points.len()).for_each(|at| push_lower_at(&mut out, points, at));
    out
}

fn lower(heap: &mut Heap, args: &Args) -> Outcome {
    mapped_as(heap, args, str::make_ascii_lowercase, lowered)
}

fn upper(heap: &mut Heap, args: &Args) -> Outcome {
    mapped_as(heap, args, str::make_ascii_uppercase, |points| each(points, chars::push_upper))
}

fn casefold(heap: &mut Heap, args: &Args) -> Outcome {
    mapped_as(heap, args, str::make_ascii_lowercase, |points| each(points, chars::push_folded))
}

fn capitalize(heap: &mut Heap, args: &Args) -> Outcome {
    let ascii = |text: &mut str| {
        text.make_ascii_lowercase();
        if let Some(first) = text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
    };
    mapped_as(heap, args, ascii, |points| {
        let mut out = Vec::with_capacity(points.len());
        for at in 0..points.len() {
            match at {
                0 => chars::push_title(&mut out, points[0]),
                _ => push_lower_at(&mut out, points, at),
            }
        }
        out
    })
}

fn swapcase(heap: &mut Heap, args: &Args) -> Outcome {
    mapped(heap, args, |points| {
        let mut out = Vec::with_capacity(points.len());
        for (at, &point) in points.iter().enumerate() {
            if chars::is_upper(point) {
                push_lower_at(&mut out, points, at);
            } else if chars::is_lower(point) {
                chars::push_upper(&mut out, point);
            } else {
                out.push(point);
            }
        }
        out
    })
}

fn title(heap: &mut Heap, args: &Args) -> Outcome {
    mapped(heap, args, |points| {
        let mut out = Vec::with_capacity(points.len());
        let mut in_word = false;
        for (at, &point) in points.iter().enumerate() {
            if in_word {
                push_lower_at(&mut out, points, at);
            } else {
                chars::push_title(&mut out, point);
            }
            in_word = chars::is_cased(point);
        }
        out
    })
}

pub const METHODS: &[Native] = &[
    Native::new("lower", Arity::Zero, lower),
    Native::new("upper", Arity::Zero, upper),
    Native::new("casefold", Arity::Zero, casefold),
    Native::new("capitalize", Arity::Zero, capitalize),
    Native::new("swapcase", Arity::Zero, swapcase),
    Native::new("title", Arity::Zero, title),
];

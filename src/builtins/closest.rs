//! Which of some names is closest to one that was not found. Knows nothing of where the names come from.

use crate::object::{Args, Arity, Heap, Native, Outcome, Value};

/// More candidates than this are not looked at.
const MOST_CANDIDATES: usize = 750;
const LONGEST: usize = 40;
const MOVE: usize = 2;
const CASE: usize = 1;

/// `_closest(name, names)`, or None.
pub(super) static FUNCTIONS: &[Native] = &[Native::new("_closest", Arity::Positional(2, 2), of_values)];

fn of_values(heap: &mut Heap, args: &Args) -> Outcome {
    let wrong = heap.lossy(args.get(0)).into_owned();
    let names = heap.as_sequence(args.get(1)).unwrap_or_default();
    if names.iter().any(|&name| heap.as_str(name).is_none()) {
        return Ok(Value::None);
    }
    let names: Vec<String> = names.iter().map(|&name| heap.lossy(name).into_owned()).collect();
    Ok(closest(&wrong, &names).map_or(Value::None, |found| heap.str(&found)))
}

pub(crate) fn closest(wrong: &str, candidates: &[String]) -> Option<String> {
    if candidates.len() >= MOST_CANDIDATES {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == wrong {
            continue;
        }
        let most = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        let most = best.map_or(most, |(distance, _)| most.min(distance - 1));
        if let Some(distance) = distance(wrong.as_bytes(), candidate.as_bytes(), most)
            && best.is_none_or(|(known, _)| distance < known)
        {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, found)| found.to_owned())
}

/// The edit distance, unless it is more than `most`: 2 for a change, 1 for a change of case only.
fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    let (mut a, mut b) = (a, b);
    if a == b {
        return Some(0);
    }
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        let distance = (a.len() + b.len()) * MOVE;
        return (distance <= most).then_some(distance);
    }
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    if b.len() < a.len() {
        (a, b) = (b, a);
    }
    if (b.len() - a.len()) * MOVE > most {
        return None;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|number| number * MOVE).collect();
    let mut result = 0;
    for (number, &y) in b.iter().enumerate() {
        let mut diagonal = number * MOVE;
        result = diagonal;
        let mut least = usize::MAX;
        for (at, &x) in a.iter().enumerate() {
            let change = diagonal + cost(x, y);
            diagonal = row[at];
            result = change.min(result.min(diagonal) + MOVE);
            row[at] = result;
            least = least.min(result);
        }
        if least > most {
            return None;
        }
    }
    (result <= most).then_some(result)
}

fn cost(a: u8, b: u8) -> usize {
    match a == b {
        true => 0,
        false if a.eq_ignore_ascii_case(&b) => CASE,
        false => MOVE,
    }
}

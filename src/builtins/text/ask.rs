//! Methods of `str` that ask what the text is.

use crate::{
    literal::{is_identifier_continue, is_identifier_start, is_printable},
    object::{Args, Arity, Heap, Native, Outcome, Value},
};

use super::{chars, this};

/// Whether there is a character, and all of them pass.
fn all(heap: &Heap, args: &Args, test: impl FnMut(u32) -> bool) -> Outcome {
    let text = this(heap, args);
    Ok(Value::Bool(!text.is_empty() && text.text().code_points().all(test)))
}

/// Whether there is a cased character, and none of the other case.
fn all_cased(heap: &Heap, args: &Args, wanted: fn(u32) -> bool, refused: fn(u32) -> bool) -> Outcome {
    let text = this(heap, args);
    let mut found = false;
    for point in text.text().code_points() {
        if refused(point) || chars::is_title(point) {
            return Ok(Value::Bool(false));
        }
        found |= wanted(point);
    }
    Ok(Value::Bool(found))
}

fn is_title(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let (mut found, mut in_word) = (false, false);
    for point in text.text().code_points() {
        if chars::is_upper(point) || chars::is_title(point) {
            if in_word {
                return Ok(Value::Bool(false));
            }
            (found, in_word) = (true, true);
        } else if chars::is_lower(point) {
            if !in_word {
                return Ok(Value::Bool(false));
            }
            found = true;
        } else {
            in_word = false;
        }
    }
    Ok(Value::Bool(found))
}

fn is_identifier(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let mut points = text.text().code_points();
    let starts = points.next().and_then(char::from_u32).is_some_and(is_identifier_start);
    let goes_on = |point: u32| char::from_u32(point).is_some_and(is_identifier_continue);
    Ok(Value::Bool(starts && points.all(goes_on)))
}

fn is_alnum(point: u32) -> bool {
    chars::is_alpha(point) || chars::is_decimal(point) || chars::is_digit(point) || chars::is_numeric(point)
}

fn is_printable_text(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Bool(this(heap, args).text().code_points().all(is_printable)))
}

pub const METHODS: &[Native] = &[
    Native::new("isalpha", Arity::Zero, |heap, args| all(heap, args, chars::is_alpha)),
    Native::new("isdecimal", Arity::Zero, |heap, args| all(heap, args, chars::is_decimal)),
    Native::new("isdigit", Arity::Zero, |heap, args| all(heap, args, chars::is_digit)),
    Native::new("isnumeric", Arity::Zero, |heap, args| all(heap, args, chars::is_numeric)),
    Native::new("isalnum", Arity::Zero, |heap, args| all(heap, args, is_alnum)),
    Native::new("isspace", Arity::Zero, |heap, args| all(heap, args, chars::is_space)),
    Native::new("islower", Arity::Zero, |heap, args| all_cased(heap, args, chars::is_lower, chars::is_upper)),
    Native::new("isupper", Arity::Zero, |heap, args| all_cased(heap, args, chars::is_upper, chars::is_lower)),
    Native::new("istitle", Arity::Zero, is_title),
    Native::new("isidentifier", Arity::Zero, is_identifier),
    Native::new("isprintable", Arity::Zero, is_printable_text),
    Native::new("isascii", Arity::Zero, |heap, args| Ok(Value::Bool(this(heap, args).is_ascii()))),
];

//! ASCII letters in bytes: their case, and which of them a text is made of.

use crate::object::{Args, Arity, Heap, Native, Outcome, Value};

use super::{like, this};

pub(super) const METHODS: &[Native] = &[
    Native::new("upper", Arity::Zero, |heap, args| mapped(heap, args, |byte| byte.to_ascii_uppercase())),
    Native::new("lower", Arity::Zero, |heap, args| mapped(heap, args, |byte| byte.to_ascii_lowercase())),
    Native::new("swapcase", Arity::Zero, |heap, args| {
        mapped(heap, args, |byte| match byte {
            b'A'..=b'Z' => byte.to_ascii_lowercase(),
            _ => byte.to_ascii_uppercase(),
        })
    }),
    Native::new("capitalize", Arity::Zero, |heap, args| {
        let mut bytes = this(heap, args).to_ascii_lowercase();
        bytes.iter_mut().take(1).for_each(u8::make_ascii_uppercase);
        Ok(like(heap, args, bytes))
    }),
    Native::new("title", Arity::Zero, title),
    Native::new("isalpha", Arity::Zero, |heap, args| all(heap, args, |byte| byte.is_ascii_alphabetic())),
    Native::new("isdigit", Arity::Zero, |heap, args| all(heap, args, |byte| byte.is_ascii_digit())),
    Native::new("isalnum", Arity::Zero, |heap, args| all(heap, args, |byte| byte.is_ascii_alphanumeric())),
    Native::new("isspace", Arity::Zero, |heap, args| all(heap, args, super::edit::is_space)),
    Native::new("isascii", Arity::Zero, |heap, args| Ok(Value::Bool(this(heap, args).is_ascii()))),
    Native::new("islower", Arity::Zero, |heap, args| {
        has_only(heap, args, u8::is_ascii_lowercase, u8::is_ascii_uppercase)
    }),
    Native::new("isupper", Arity::Zero, |heap, args| {
        has_only(heap, args, u8::is_ascii_uppercase, u8::is_ascii_lowercase)
    }),
    Native::new("istitle", Arity::Zero, is_title),
];

fn mapped(heap: &mut Heap, args: &Args, map: impl Fn(u8) -> u8) -> Outcome {
    let bytes = this(heap, args).iter().map(|&byte| map(byte)).collect();
    Ok(like(heap, args, bytes))
}

fn all(heap: &Heap, args: &Args, test: impl Fn(u8) -> bool) -> Outcome {
    let bytes = this(heap, args);
    Ok(Value::Bool(!bytes.is_empty() && bytes.iter().all(|&byte| test(byte))))
}

/// Whether there is one of the letters that are wanted and none of the others.
fn has_only(heap: &Heap, args: &Args, wanted: fn(&u8) -> bool, other: fn(&u8) -> bool) -> Outcome {
    let bytes = this(heap, args);
    Ok(Value::Bool(bytes.iter().any(wanted) && !bytes.iter().any(other)))
}

fn title(heap: &mut Heap, args: &Args) -> Outcome {
    let mut bytes = this(heap, args).to_vec();
    let mut in_word = false;
    for byte in &mut bytes {
        if in_word {
            byte.make_ascii_lowercase();
        } else {
            byte.make_ascii_uppercase();
        }
        in_word = byte.is_ascii_alphabetic();
    }
    Ok(like(heap, args, bytes))
}

fn is_title(heap: &mut Heap, args: &Args) -> Outcome {
    let (mut in_word, mut any) = (false, false);
    for byte in this(heap, args).iter() {
        let fits = if in_word { !byte.is_ascii_uppercase() } else { !byte.is_ascii_lowercase() };
        if !fits {
            return Ok(Value::Bool(false));
        }
        in_word = byte.is_ascii_alphabetic();
        any |= in_word;
    }
    Ok(Value::Bool(any))
}

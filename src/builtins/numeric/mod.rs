//! The types `int`, `bool`, `float` and `complex`.

pub mod float;
pub mod int;
mod parse;

use crate::object::{Args, Arity, Escape, GetSet, Handle, Heap, Native, Obj, Outcome, Sym, Type, Value};

use super::{
    TypeTable,
    arguments::{Res, count, keywords, no_keywords, rest},
    helpers::class_argument,
};

fn bool_new(heap: &mut Heap, args: &Args) -> Outcome {
    class_argument(heap, args, Type::Bool)?;
    no_keywords(heap, args, "bool")?;
    let rest = rest(args);
    count(heap, "bool", rest.len(), 0, 1)?;
    match rest {
        [value] => heap.truth(*value).map(Value::Bool),
        _ => Ok(Value::Bool(false)),
    }
}

/// The error for a text that is no number: it shows the value as its class does.
fn not_a_number(heap: &mut Heap, words: &str, value: Value, most: Option<usize>) -> Escape {
    match heap.repr(value) {
        Ok(text) => {
            let shown: String = text.chars().take(most.unwrap_or(usize::MAX)).collect();
            heap.value_error(format!("{words}{shown}"))
        }
        Err(Escape::Twin) => {
            let most = most.map_or(Value::None, |most| Value::Int(most as i64));
            let words = heap.str(words);
            Escape::prelude("_not_a_number", [words, value, most])
        }
        Err(other) => other,
    }
}

fn complex_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::Complex)?;
    let named = keywords(heap, args, "complex", ["real", "imag"])?;
    let rest = rest(args);
    if rest.len() > 2 {
        let given = rest.len();
        return Err(heap.type_error(format!("complex() takes at most 2 arguments ({given} given)")));
    }
    let re = rest.first().copied().unwrap_or(named[0]);
    let im = rest.get(1).copied().unwrap_or(named[1]);
    if class == Type::Complex.handle() && im.is_null() && heap.is_exact(re, Type::Complex) {
        return Ok(re);
    }
    let (re, im) = complex_parts(heap, re, im)?;
    Ok(complex_of_class(heap, class, re, im))
}

fn complex_of_class(heap: &mut Heap, class: Handle, re: f64, im: f64) -> Value {
    heap.alloc(class, Obj::Complex(std::rc::Rc::new((re, im))))
}

fn complex_parts(heap: &mut Heap, re: Value, im: Value) -> Res<(f64, f64)> {
    if heap.as_str(re).is_some() {
        if !im.is_null() {
            return Err(heap.type_error("complex() can't take second arg if first is a string"));
        }
        let text = heap.lossy(re).into_owned();
        return match parse::complex(&text) {
            Some(parts) => Ok(parts),
            // Underscores are taken out first, and complained about by themselves.
            None if text.contains('_') && !parse::has_good_underscores(&text) => {
                let shown = crate::literal::str_repr(&text.as_str().into());
                Err(heap.value_error(format!("could not convert string to complex: {shown}")))
            }
            None => Err(heap.value_error("complex() arg is a malformed string")),
        };
    }
    if heap.as_str(im).is_some() {
        return Err(heap.type_error("complex() second arg can't be a string"));
    }
    let first = part(heap, re, "first argument must be a string or a number")?;
    let second = part(heap, im, "second argument must be a number")?;
    // `re + im * 1j`, both of which may be complex; a part that is real adds nothing to the other.
    let real_only = heap.as_complex(re).is_none();
    let imaginary_only = heap.as_complex(im).is_none();
    let top = if imaginary_only { first.0 } else { first.0 - second.1 };
    let side = match (real_only, im.is_null()) {
        (true, _) => second.0,
        (false, true) => first.1,
        (false, false) => first.1 + second.0,
    };
    Ok((top, side))
}

fn part(heap: &mut Heap, value: Value, wanted: &str) -> Res<(f64, f64)> {
    if value.is_null() {
        return Ok((0.0, 0.0));
    }
    for name in [Sym::Complex, Sym::Float, Sym::Index] {
        if heap.user_special(value, name).is_some() {
            return Err(Escape::Twin);
        }
    }
    if let Some(parts) = heap.as_complex(value) {
        return Ok(parts);
    }
    if heap.real(value).is_some() {
        return Ok((heap.to_float(value)?, 0.0));
    }
    let name = heap.type_name(value);
    Err(heap.type_error(format!("complex() {wanted}, not '{name}'")))
}

fn conjugate(heap: &mut Heap, args: &Args) -> Outcome {
    let (re, im) = heap.as_complex(args.get(0)).expect("a complex number");
    Ok(heap.complex(re, -im))
}

static BOOL: TypeTable = TypeTable {
    of: Type::Bool,
    methods: &[Native::new("__new__", Arity::Any, bool_new).twin("_bool_new")],
    attributes: &[],
};

static COMPLEX: TypeTable = TypeTable {
    of: Type::Complex,
    methods: &[
        Native::new("__new__", Arity::Any, complex_new).twin("_complex_new"),
        Native::new("conjugate", Arity::Zero, conjugate),
        Native::new("__complex__", Arity::Zero, |heap, args| {
            let (re, im) = heap.as_complex(args.get(0)).expect("a complex number");
            Ok(heap.complex(re, im))
        }),
    ],
    attributes: &[
        GetSet {
            name: "real",
            get: |heap, of| Ok(Value::Float(heap.as_complex(of).expect("a complex number").0)),
            set: None,
        },
        GetSet {
            name: "imag",
            get: |heap, of| Ok(Value::Float(heap.as_complex(of).expect("a complex number").1)),
            set: None,
        },
    ],
};

pub(super) static TYPES: &[&TypeTable] = &[&int::INT, &BOOL, &float::FLOAT, &COMPLEX];

/// Methods that are called on the class.
pub(super) static CLASS_METHODS: &[(Type, &Native)] =
    &[(Type::Int, &int::FROM_BYTES), (Type::Float, &float::FROM_HEX), (Type::Float, &float::GET_FORMAT)];

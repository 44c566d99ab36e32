//! `int`, `bool`, `float`, `complex`, and the functions about numbers.

use num_bigint::BigInt;
use num_traits::{Num, Signed, ToPrimitive};

use crate::object::{
    Args, Arity, Comparison, Escape, GetSet, Heap, Native, Operator, Outcome, Parameters, Real, Sym, Type,
    Value, number,
};

use super::TypeTable;

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("abs", Arity::One, abs).twin("_abs"),
    Native::new("bin", Arity::One, |heap, args| radix(heap, args, 2, "0b")).twin("_bin"),
    Native::new("divmod", Arity::Positional(2, 2), divmod).twin("_divmod"),
    Native::new("hex", Arity::One, |heap, args| radix(heap, args, 16, "0x")).twin("_hex"),
    Native::new("max", Arity::Any, |heap, args| extreme(heap, args, Comparison::Gt)).twin("_max"),
    Native::new("min", Arity::Any, |heap, args| extreme(heap, args, Comparison::Lt)).twin("_min"),
    Native::new("oct", Arity::One, |heap, args| radix(heap, args, 8, "0o")).twin("_oct"),
    Native::new("pow", Arity::Named(&POW), pow).twin("_pow"),
    Native::new("round", Arity::Named(&ROUND), round).twin("_round"),
    Native::new("sum", Arity::Named(&SUM), sum).twin("_sum"),
];

static POW: Parameters =
    Parameters { names: &["base", "exp", "mod"], positional_only: 0, positional: 3, required: 2 };
static ROUND: Parameters =
    Parameters { names: &["number", "ndigits"], positional_only: 0, positional: 2, required: 1 };
static SUM: Parameters =
    Parameters { names: &["iterable", "start"], positional_only: 1, positional: 2, required: 1 };

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

pub(super) static INT: TypeTable = TypeTable {
    of: Type::Int,
    methods: &[
        Native::new("__new__", Arity::Any, int_new).twin("_int_new"),
        Native::new("bit_length", Arity::Zero, bit_length),
        Native::new("bit_count", Arity::Zero, bit_count),
        Native::new("conjugate", Arity::Zero, itself),
        Native::new("is_integer", Arity::Zero, |_, _| Ok(Value::Bool(true))),
        Native::new("as_integer_ratio", Arity::Zero, int_ratio),
        Native::new("__index__", Arity::Zero, itself),
        Native::new("__int__", Arity::Zero, itself),
        Native::new("__float__", Arity::Zero, |heap, args| heap.to_float(args.get(0)).map(Value::Float)),
    ],
    attributes: &[
        get("real", |heap, this| Ok(heap.positive(this).unwrap_or(this))),
        get("imag", |_, _| Ok(Value::Int(0))),
        get("numerator", |heap, this| Ok(heap.positive(this).unwrap_or(this))),
        get("denominator", |_, _| Ok(Value::Int(1))),
    ],
};

pub(super) static BOOL: TypeTable = TypeTable {
    of: Type::Bool,
    methods: &[Native::new("__new__", Arity::Positional(1, 2), bool_new).twin("_bool_new")],
    attributes: &[],
};

pub(super) static FLOAT: TypeTable = TypeTable {
    of: Type::Float,
    methods: &[
        Native::new("__new__", Arity::Any, float_new).twin("_float_new"),
        Native::new("is_integer", Arity::Zero, is_integer),
        Native::new("as_integer_ratio", Arity::Zero, float_ratio),
        Native::new("conjugate", Arity::Zero, itself),
        Native::new("hex", Arity::Zero, float_hex),
        Native::new("__float__", Arity::Zero, itself),
        Native::new("__int__", Arity::Zero, |heap, args| {
            let float = heap.to_float(args.get(0))?;
            heap.float_to_int(float)
        }),
    ],
    attributes: &[
        get("real", |heap, this| Ok(heap.positive(this).unwrap_or(this))),
        get("imag", |_, _| Ok(Value::Float(0.0))),
    ],
};

pub(super) static COMPLEX: TypeTable = TypeTable {
    of: Type::Complex,
    methods: &[
        Native::new("__new__", Arity::Any, complex_new),
        Native::new("conjugate", Arity::Zero, |heap, args| {
            let (re, im) = heap.as_complex(args.get(0)).unwrap_or_default();
            Ok(heap.complex(re, -im))
        }),
    ],
    attributes: &[
        get("real", |heap, this| Ok(Value::Float(heap.as_complex(this).unwrap_or_default().0))),
        get("imag", |heap, this| Ok(Value::Float(heap.as_complex(this).unwrap_or_default().1))),
    ],
};

fn itself(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(heap.positive(args.get(0)).unwrap_or(args.get(0)))
}

fn int_argument(heap: &mut Heap, value: Value) -> Result<BigInt, Escape> {
    match heap.big_int(value) {
        Some(int) => Ok(int),
        None => Err(heap.index(value).err().unwrap_or(Escape::Twin)),
    }
}

fn abs(heap: &mut Heap, args: &Args) -> Outcome {
    let value = args.get(0);
    if heap.user_special(value, Sym::Abs).is_some() {
        return Err(Escape::Twin);
    }
    match heap.real(value) {
        Some(Real::Float(float)) => Ok(Value::Float(float.abs())),
        Some(Real::Small(int)) if int != i64::MIN => Ok(Value::Int(int.abs())),
        Some(_) => {
            let int = int_argument(heap, value)?;
            Ok(heap.big(int.abs()))
        }
        None => match heap.as_complex(value) {
            Some((re, im)) => Ok(Value::Float(re.hypot(im))),
            None => {
                let class = heap.type_name(value);
                Err(heap.type_error(format!("bad operand type for abs(): '{class}'")))
            }
        },
    }
}

fn radix(heap: &mut Heap, args: &Args, radix: u32, prefix: &str) -> Outcome {
    let int = int_argument(heap, args.get(0))?;
    let sign = if int.is_negative() { "-" } else { "" };
    Ok(heap.str(&format!("{sign}{prefix}{}", int.magnitude().to_str_radix(radix))))
}

fn is_number(heap: &Heap, value: Value) -> bool {
    heap.real(value).is_some() && heap.user_special(value, Sym::Add).is_none()
}

fn divmod(heap: &mut Heap, args: &Args) -> Outcome {
    let (a, b) = (args.get(0), args.get(1));
    if !is_number(heap, a) || !is_number(heap, b) {
        return Err(Escape::Twin);
    }
    let is_float = |value| matches!(heap.real(value), Some(Real::Float(_)));
    if is_float(a) || is_float(b) {
        let (x, y) = (heap.to_float(a)?, heap.to_float(b)?);
        if y == 0.0 {
            return Err(heap.raise(Type::ZeroDivisionError, "float divmod()"));
        }
        let (quotient, rest) = number::divmod(x, y);
        return Ok(heap.tuple(vec![Value::Float(quotient), Value::Float(rest)]));
    }
    let quotient = heap.operate(Operator::FloorDivide, a, b)?;
    let rest = heap.operate(Operator::Remainder, a, b)?;
    Ok(heap.tuple(vec![quotient, rest]))
}

fn pow(heap: &mut Heap, args: &Args) -> Outcome {
    let (base, exponent, modulus) = (args.get(0), args.get(1), args.get(2));
    if modulus.is_null() || modulus.is_none() {
        if heap.user_special(base, Sym::Pow).is_some() || heap.user_special(exponent, Sym::RPow).is_some() {
            return Err(Escape::Twin);
        }
        return heap.binary(Operator::Power, false, base, exponent);
    }
    match (heap.big_int(base), heap.big_int(exponent), heap.big_int(modulus)) {
        (Some(base), Some(exponent), Some(modulus)) => number::power_modulo(heap, &base, &exponent, &modulus),
        _ => Err(heap.type_error("pow() 3rd argument not allowed unless all arguments are integers")),
    }
}

fn round(heap: &mut Heap, args: &Args) -> Outcome {
    let (value, digits) = (args.get(0), args.get(1));
    if heap.user_special(value, Sym::Round).is_some() {
        return Err(Escape::Twin);
    }
    let no_digits = digits.is_null() || digits.is_none();
    match heap.real(value) {
        Some(Real::Float(float)) if no_digits => heap.float_to_int(float.round_ties_even()),
        Some(Real::Float(float)) => {
            let digits = heap.index(digits)?;
            Ok(Value::Float(round_float(float, digits)))
        }
        Some(_) if no_digits => Ok(heap.positive(value).unwrap_or(value)),
        Some(_) => {
            let (int, digits) = (int_argument(heap, value)?, heap.index(digits)?);
            if digits >= 0 {
                return Ok(heap.big(int));
            }
            let Some(power) = u32::try_from(-digits).ok().filter(|&power| power < 100_000) else {
                return Ok(Value::Int(0));
            };
            let unit = BigInt::from(10).pow(power);
            let (quotient, rest) = num_integer::Integer::div_mod_floor(&int, &unit);
            let twice: BigInt = rest * 2;
            let up = twice > unit || twice == unit && quotient.bit(0);
            Ok(heap.big((quotient + i32::from(up)) * unit))
        }
        None => {
            let class = heap.type_name(value);
            Err(heap.type_error(format!("type {class} doesn't define __round__ method")))
        }
    }
}

/// Correctly rounded, by way of the decimal text as CPython does it.
fn round_float(float: f64, digits: i64) -> f64 {
    if !float.is_finite() || digits > 323 {
        return float;
    }
    if digits < -308 {
        return 0.0f64.copysign(float);
    }
    if digits >= 0 {
        return format!("{float:.*}", digits as usize).parse().expect("Rust reads what it writes");
    }
    let unit = BigInt::from(10).pow((-digits) as u32);
    let exact = num_traits::FromPrimitive::from_f64(float.trunc());
    let Some::<BigInt>(int) = exact else { return float };
    let (quotient, rest) = num_integer::Integer::div_mod_floor(&int.abs(), &unit);
    let twice: BigInt = rest * 2;
    let beyond = float.fract() != 0.0;
    let up = twice > unit || twice == unit && (beyond || quotient.bit(0));
    let rounded: BigInt = (quotient + i32::from(up)) * unit;
    rounded.to_f64().unwrap_or(f64::INFINITY).copysign(float)
}

fn sum(heap: &mut Heap, args: &Args) -> Outcome {
    let start = args.get(1).present().unwrap_or(Value::Int(0));
    if heap.as_str(start).is_some() {
        return Err(heap.type_error("sum() can't sum strings [use ''.join(seq) instead]"));
    }
    if heap.as_bytes(start).is_some() {
        return Err(heap.type_error("sum() can't sum bytes [use b''.join(seq) instead]"));
    }
    let items = heap.items_of(args.get(0))?;
    if !items.iter().chain([&start]).all(|&item| is_number(heap, item)) {
        return Err(Escape::Twin);
    }
    let mut total = start;
    let mut at = 0;
    while at < items.len() {
        if let Value::Float(float) = total {
            return sum_floats(heap, float, &items[at..]);
        }
        total = heap.binary(Operator::Add, false, total, items[at])?;
        at += 1;
    }
    Ok(total)
}

/// Floats are summed with the error kept apart (Neumaier), as CPython does since 3.12.
fn sum_floats(heap: &mut Heap, start: f64, items: &[Value]) -> Outcome {
    let (mut total, mut lost) = (start, 0.0);
    for &item in items {
        match item {
            Value::Float(x) => {
                let next = total + x;
                lost += if total.abs() >= x.abs() { (total - next) + x } else { (x - next) + total };
                total = next;
            }
            _ => total += heap.to_float(item)?,
        }
    }
    if lost != 0.0 && f64::is_finite(lost) {
        total += lost;
    }
    Ok(Value::Float(total))
}

fn extreme(heap: &mut Heap, args: &Args, better: Comparison) -> Outcome {
    let name = if better == Comparison::Gt { "max" } else { "min" };
    let given = args.positional();
    if given.is_empty() {
        return Err(heap.type_error(format!("{name} expected at least 1 argument, got 0")));
    }
    if args.has_keywords() {
        return Err(Escape::Twin);
    }
    let items = match *given {
        [iterable] => heap.items_of(iterable)?,
        _ => given.to_vec(),
    };
    let Some((&first, rest)) = items.split_first() else {
        return Err(heap.value_error(format!("{name}() iterable argument is empty")));
    };
    let mut best = first;
    for &item in rest {
        let answer = heap.compare(better, item, best)?;
        if heap.truth(answer)? {
            best = item;
        }
    }
    Ok(best)
}

fn int_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::Int)?;
    let mut base = Value::Null;
    for (name, value) in args.keywords() {
        match &*heap.lossy(name) {
            "base" => base = value,
            other => {
                let text = format!("'{other}' is an invalid keyword argument for int()");
                return Err(heap.type_error(text));
            }
        }
    }
    let (value, base) = match *args.positional() {
        [_] if base.is_null() => return Ok(heap.int_of_class(class, BigInt::ZERO)),
        [_] => return Err(heap.type_error("int() missing string argument")),
        [_, value] => (value, base),
        [_, value, base] => (value, base),
        ref more => {
            let given = more.len() - 1;
            return Err(heap.type_error(format!("int() takes at most 2 arguments ({given} given)")));
        }
    };
    let int = match base {
        Value::Null => to_int(heap, value)?,
        base => {
            let text = match (heap.as_str(value), heap.as_bytes(value)) {
                (Some(text), _) => text.text().to_lossy(),
                (_, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
                _ => return Err(heap.type_error("int() can't convert non-string with explicit base")),
            };
            let base = heap.index(base)?;
            parse_int(heap, &text, base, value)?
        }
    };
    Ok(heap.int_of_class(class, int))
}

/// `int(value)`.
fn to_int(heap: &mut Heap, value: Value) -> Result<BigInt, Escape> {
    if heap.user_special(value, Sym::Int).is_some()
        || heap.user_special(value, Sym::Index).is_some()
        || heap.user_special(value, Sym::Trunc).is_some()
    {
        return Err(Escape::Twin);
    }
    match heap.real(value) {
        Some(Real::Float(float)) => {
            let int = heap.float_to_int(float)?;
            Ok(heap.big_int(int).expect("an int now"))
        }
        Some(_) => int_argument(heap, value),
        None => {
            let text = match (heap.as_str(value), heap.as_bytes(value)) {
                (Some(text), _) => text.text().to_lossy(),
                (_, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
                _ => {
                    let class = heap.type_name(value);
                    let text = format!(
                        "int() argument must be a string, a bytes-like object or a real number, not '{class}'"
                    );
                    return Err(heap.type_error(text));
                }
            };
            parse_int(heap, &text, 10, value)
        }
    }
}

fn parse_int(heap: &mut Heap, text: &str, base: i64, value: Value) -> Result<BigInt, Escape> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(heap.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    match read_int(text, base as u32) {
        Ok(int) => Ok(int),
        Err(Some(digits)) => {
            let text = format!(
                "Exceeds the limit (4300 digits) for integer string conversion: value has {digits} digits; \
                 use sys.set_int_max_str_digits() to increase the limit"
            );
            Err(heap.value_error(text))
        }
        Err(None) => {
            let shown = heap.repr_payload(value)?;
            Err(heap.value_error(format!("invalid literal for int() with base {base}: {shown}")))
        }
    }
}

/// The number that the text is; `Err(Some(digits))` where it has too many.
fn read_int(text: &str, base: u32) -> Result<BigInt, Option<usize>> {
    let text = text.trim_matches(|char: char| char.is_whitespace());
    let (negative, digits) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, text),
    };
    let prefixed = |wanted: u32| {
        let letter = match wanted {
            16 => 'x',
            8 => 'o',
            _ => 'b',
        };
        let mut chars = digits.chars();
        let is =
            chars.next() == Some('0') && chars.next().is_some_and(|char| char.eq_ignore_ascii_case(&letter));
        is.then(|| digits[2..].strip_prefix('_').unwrap_or(&digits[2..]))
    };
    let (base, digits) = match base {
        0 => match [16, 8, 2].into_iter().find_map(|base| prefixed(base).map(|digits| (base, digits))) {
            Some(found) => found,
            None => {
                if digits.starts_with('0') && !digits.bytes().all(|byte| matches!(byte, b'0' | b'_')) {
                    return Err(None);
                }
                (10, digits)
            }
        },
        base @ (2 | 8 | 16) => (base, prefixed(base).unwrap_or(digits)),
        base => (base, digits),
    };
    if digits.is_empty() || digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return Err(None);
    }
    let plain: String = digits
        .chars()
        .filter(|&char| char != '_')
        .map(|char| match super::text::chars::decimal(char.into()) {
            Some(value) => char::from(b'0' + value),
            None => char,
        })
        .collect();
    if !plain.chars().all(|char| char.is_digit(base)) {
        return Err(None);
    }
    if !base.is_power_of_two() && plain.len() > 4300 {
        return Err(Some(plain.len()));
    }
    let int = BigInt::from_str_radix(&plain, base).map_err(|_| None)?;
    Ok(if negative { -int } else { int })
}

fn bool_new(heap: &mut Heap, args: &Args) -> Outcome {
    match args.get(1) {
        Value::Null => Ok(Value::Bool(false)),
        value => heap.truth(value).map(Value::Bool),
    }
}

fn float_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::Float)?;
    if args.has_keywords() {
        return Err(heap.type_error("float() takes no keyword arguments"));
    }
    let float = match *args.positional() {
        [_] => 0.0,
        [_, value] => to_float(heap, value)?,
        ref more => {
            let given = more.len() - 1;
            return Err(heap.type_error(format!("float expected at most 1 argument, got {given}")));
        }
    };
    if class == Type::Float.handle() {
        return Ok(Value::Float(float));
    }
    Ok(heap.alloc(class, crate::object::Obj::Float(float)))
}

fn to_float(heap: &mut Heap, value: Value) -> Result<f64, Escape> {
    if heap.user_special(value, Sym::Float).is_some() || heap.user_special(value, Sym::Index).is_some() {
        return Err(Escape::Twin);
    }
    if heap.real(value).is_some() {
        return heap.to_float(value);
    }
    let text = match (heap.as_str(value), heap.as_bytes(value)) {
        (Some(text), _) => text.text().to_lossy(),
        (_, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => {
            let class = heap.type_name(value);
            return Err(
                heap.type_error(format!("float() argument must be a string or a real number, not '{class}'"))
            );
        }
    };
    match read_float(&text) {
        Some(float) => Ok(float),
        None => {
            let shown = heap.repr_payload(value)?;
            Err(heap.value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

fn read_float(text: &str) -> Option<f64> {
    let text = text.trim_matches(|char: char| char.is_whitespace());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text).to_ascii_lowercase();
    if matches!(&*unsigned, "inf" | "infinity" | "nan") {
        let float = if unsigned == "nan" { f64::NAN } else { f64::INFINITY };
        return Some(if text.starts_with('-') { -float } else { float });
    }
    let bytes = text.as_bytes();
    let between_digits = |at: usize| {
        at > 0 && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    };
    if (0..bytes.len()).any(|at| bytes[at] == b'_' && !between_digits(at)) {
        return None;
    }
    let plain: String = text.chars().filter(|&char| char != '_').collect();
    let is_number = plain.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    if is_number { plain.parse().ok() } else { None }
}

fn complex_new(heap: &mut Heap, args: &Args) -> Outcome {
    let part = |heap: &mut Heap, value: Value| match value {
        Value::Null => Ok((0.0, 0.0)),
        value => match heap.as_complex(value) {
            Some(parts) => Ok(parts),
            None => heap.to_float(value).map(|float| (float, 0.0)),
        },
    };
    let (a, b) = (part(heap, args.get(1))?, part(heap, args.get(2))?);
    Ok(heap.complex(a.0 - b.1, a.1 + b.0))
}

fn bit_length(heap: &mut Heap, args: &Args) -> Outcome {
    let int = int_argument(heap, args.get(0))?;
    Ok(Value::Int(int.bits() as i64))
}

fn bit_count(heap: &mut Heap, args: &Args) -> Outcome {
    let int = int_argument(heap, args.get(0))?;
    Ok(Value::Int(int.magnitude().count_ones() as i64))
}

fn int_ratio(heap: &mut Heap, args: &Args) -> Outcome {
    let value = heap.positive(args.get(0)).unwrap_or(args.get(0));
    Ok(heap.tuple(vec![value, Value::Int(1)]))
}

fn is_integer(heap: &mut Heap, args: &Args) -> Outcome {
    let float = heap.to_float(args.get(0))?;
    Ok(Value::Bool(float.is_finite() && float == float.trunc()))
}

fn float_ratio(heap: &mut Heap, args: &Args) -> Outcome {
    let float = heap.to_float(args.get(0))?;
    if float.is_nan() {
        return Err(heap.value_error("cannot convert NaN to integer ratio"));
    }
    if float.is_infinite() {
        return Err(heap.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (mut numerator, mut power) = (float, 0u32);
    while numerator != numerator.trunc() {
        numerator *= 2.0;
        power += 1;
    }
    let numerator = heap.float_to_int(numerator)?;
    let denominator = heap.big(BigInt::from(1) << power);
    Ok(heap.tuple(vec![numerator, denominator]))
}

fn float_hex(heap: &mut Heap, args: &Args) -> Outcome {
    let float = heap.to_float(args.get(0))?;
    if !float.is_finite() {
        let text = heap.repr_payload(Value::Float(float))?;
        return Ok(heap.str(&text));
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    let bits = float.abs().to_bits();
    let (biased, fraction) = ((bits >> 52) as i64, bits & ((1 << 52) - 1));
    let (lead, exponent) = match (biased, fraction) {
        (0, 0) => (0, 0),
        (0, _) => (0, -1022),
        _ => (1, biased - 1023),
    };
    let text = if float == 0.0 {
        format!("{sign}0x0.0p+0")
    } else {
        format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
    };
    Ok(heap.str(&text))
}

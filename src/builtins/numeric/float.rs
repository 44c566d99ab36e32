//! The type `float`.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, One};

use crate::{
    builtins::{
        TypeTable,
        arguments::{Res, big_int, bytes_of, count, no_keywords_of_new, rest, some, text_of},
        helpers::class_argument,
    },
    object::{Args, Arity, Escape, GetSet, Handle, Heap, Native, Obj, Outcome, Sym, Type, Value},
};

use super::{not_a_number, parse};

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::Float)?;
    no_keywords_of_new(heap, args, class, Type::Float)?;
    let rest = rest(args);
    count(heap, "float", rest.len(), 0, 1)?;
    let float = match rest {
        [value] => from_value(heap, *value)?,
        _ => 0.0,
    };
    Ok(of_class(heap, class, float))
}

fn of_class(heap: &mut Heap, class: Handle, float: f64) -> Value {
    if class == Type::Float.handle() { Value::Float(float) } else { heap.alloc(class, Obj::Float(float)) }
}

fn from_value(heap: &mut Heap, value: Value) -> Res<f64> {
    if let Value::Float(float) = value {
        return Ok(float);
    }
    if heap.user_special(value, Sym::Float).is_some() {
        return Err(Escape::Twin);
    }
    if heap.real(value).is_some() {
        return heap.to_float(value);
    }
    if heap.user_special(value, Sym::Index).is_some() {
        return Err(Escape::Twin);
    }
    let text = if let Some(text) = text_of(heap, value) {
        text.text().to_lossy()
    } else if let Some(bytes) = bytes_of(heap, value) {
        String::from_utf8_lossy(&bytes).into_owned()
    } else if heap.lends(value) {
        return Err(Escape::Twin);
    } else {
        let name = heap.type_name(value);
        return Err(
            heap.type_error(format!("float() argument must be a string or a real number, not '{name}'"))
        );
    };
    parse::float(&text).ok_or_else(|| not_a_number(heap, "could not convert string to float: ", value, None))
}

fn this(heap: &mut Heap, args: &Args) -> f64 {
    heap.to_float(args.get(0)).expect("a float")
}

fn is_integer(heap: &mut Heap, args: &Args) -> Outcome {
    let float = this(heap, args);
    Ok(Value::Bool(float.is_finite() && float == float.floor()))
}

fn itself(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Float(this(heap, args)))
}

fn truncate(heap: &mut Heap, args: &Args) -> Outcome {
    let float = this(heap, args);
    heap.float_to_int(float)
}

fn floor(heap: &mut Heap, args: &Args) -> Outcome {
    let float = this(heap, args);
    heap.float_to_int(float.floor())
}

fn ceil(heap: &mut Heap, args: &Args) -> Outcome {
    let float = this(heap, args);
    heap.float_to_int(float.ceil())
}

fn round(heap: &mut Heap, args: &Args) -> Outcome {
    let float = this(heap, args);
    let Some(digits) = some(args.get(1)) else { return heap.float_to_int(float.round_ties_even()) };
    let digits = big_int(heap, digits)?;
    let digits =
        i64::try_from(digits.clone()).unwrap_or(if digits > BigInt::ZERO { i64::MAX } else { i64::MIN });
    round_to(heap, float, digits)
}

/// `round(float, digits)`
pub fn round_to(heap: &mut Heap, float: f64, digits: i64) -> Outcome {
    if !float.is_finite() {
        return Ok(Value::Float(float));
    }
    // Beyond these nothing changes, or nothing is left.
    if digits > 323 {
        return Ok(Value::Float(float));
    }
    if digits < -309 {
        return Ok(Value::Float(0.0 * float));
    }
    let rounded = if digits >= 0 {
        format!("{float:.*}", digits as usize).parse().expect("digits are a float")
    } else {
        round_whole(float, (-digits) as u32)
    };
    if f64::is_infinite(rounded) {
        return Err(heap.overflow_error("rounded value too large to represent"));
    }
    Ok(Value::Float(rounded))
}

/// To a multiple of a power of ten, exactly: ties to the even multiple.
fn round_whole(float: f64, places: u32) -> f64 {
    let unit = BigInt::from(10).pow(places);
    let whole = BigInt::from_f64(float.abs().trunc()).expect("a finite float");
    let rest = &whole % &unit;
    let quotient = &whole / &unit;
    let twice: BigInt = &rest * 2;
    let above_half = twice > unit || (twice == unit && float.fract() != 0.0);
    let up = above_half || (twice == unit && &quotient % 2 == BigInt::one());
    let result = (quotient + BigInt::from(u8::from(up))) * unit;
    let size: f64 = result.to_string().parse().expect("digits are a float");
    size.copysign(float)
}

fn as_integer_ratio(heap: &mut Heap, args: &Args) -> Outcome {
    let float = this(heap, args);
    if float.is_nan() {
        return Err(heap.value_error("cannot convert NaN to integer ratio"));
    }
    if float.is_infinite() {
        return Err(heap.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = split(float);
    let (mut top, mut bottom) = (BigInt::from(mantissa), BigInt::one());
    if mantissa == 0 {
        return Ok(heap.tuple(vec![Value::Int(0), Value::Int(1)]));
    }
    let shared = mantissa.trailing_zeros().min(exponent.min(0).unsigned_abs());
    top >>= shared;
    let exponent = exponent + if exponent < 0 { shared as i32 } else { 0 };
    if exponent >= 0 {
        top <<= exponent;
    } else {
        bottom <<= -exponent;
    }
    if float < 0.0 {
        top = -top;
    }
    let (top, bottom) = (heap.big(top), heap.big(bottom));
    Ok(heap.tuple(vec![top, bottom]))
}

/// Its size as an int times a power of two.
fn split(float: f64) -> (u64, i32) {
    let bits = float.abs().to_bits();
    let (biased, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) }
}

fn hex(heap: &mut Heap, args: &Args) -> Outcome {
    let float = this(heap, args);
    let sign = if float.is_sign_negative() { "-" } else { "" };
    let text = if float.is_nan() {
        "nan".to_owned()
    } else if float.is_infinite() {
        format!("{sign}inf")
    } else if float == 0.0 {
        format!("{sign}0x0.0p+0")
    } else {
        let bits = float.abs().to_bits();
        let (biased, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
        let (lead, exponent) = if biased == 0 { (0, -1022) } else { (1, biased - 1023) };
        format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
    };
    Ok(heap.str(&text))
}

fn from_hex(heap: &mut Heap, args: &Args) -> Outcome {
    let (class, given) = (args.get(0), args.get(1));
    let Some(text) = text_of(heap, given) else {
        return Err(heap.type_error("bad argument type for built-in operation"));
    };
    let text = text.text().to_lossy();
    let float = match parse_hex(text.trim_matches(parse::is_space)) {
        Some(float) if float.is_infinite() && !text.to_ascii_lowercase().contains("inf") => {
            return Err(heap.overflow_error("hexadecimal value too large to represent as a float"));
        }
        Some(float) => float,
        None => return Err(heap.value_error("invalid hexadecimal floating-point string")),
    };
    let class = class.handle().expect("a class");
    if class == Type::Float.handle() {
        return Ok(Value::Float(float));
    }
    Err(Escape::call(class.into(), vec![Value::Float(float)]))
}

fn parse_hex(text: &str) -> Option<f64> {
    let (negative, rest) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let lower = rest.to_ascii_lowercase();
    let size = match lower.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => hex_size(lower.strip_prefix("0x").unwrap_or(&lower))?,
    };
    Some(if negative { -size } else { size })
}

fn hex_size(text: &str) -> Option<f64> {
    let (digits, exponent) = match text.split_once('p') {
        Some((digits, exponent)) => (digits, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{part}");
    if all.is_empty() || !all.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mantissa = BigInt::parse_bytes(all.as_bytes(), 16)?;
    if mantissa == BigInt::ZERO {
        return Some(0.0);
    }
    // The text of a decimal number is read exactly, so the power of two is written out.
    let exponent = exponent.clamp(-20_000, 20_000) - 4 * part.len() as i64;
    let bits = mantissa.bits() as i64 + exponent;
    if bits > 1100 {
        return Some(f64::INFINITY);
    }
    if bits < -1100 {
        return Some(0.0);
    }
    if exponent >= 0 {
        return (mantissa << exponent).to_string().parse().ok();
    }
    // m / 2^n is m * 5^n / 10^n.
    let places = exponent.unsigned_abs() as u32;
    let scaled = mantissa * BigInt::from(5).pow(places);
    format!("{scaled}e-{places}").parse().ok()
}

fn get_format(heap: &mut Heap, args: &Args) -> Outcome {
    match &*heap.lossy(args.get(1)) {
        "double" | "float" => Ok(heap.str("IEEE, little-endian")),
        _ => Err(heap.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
}

pub static FROM_HEX: Native = Native::new("fromhex", Arity::Positional(2, 2), from_hex);
pub static GET_FORMAT: Native = Native::new("__getformat__", Arity::Positional(2, 2), get_format);

pub static FLOAT: TypeTable = TypeTable {
    of: Type::Float,
    methods: &[
        Native::new("__new__", Arity::Any, new).twin("_float_new"),
        Native::new("__int__", Arity::Zero, truncate),
        Native::new("__float__", Arity::Zero, itself),
        Native::new("__round__", Arity::Positional(0, 1), round),
        Native::new("__trunc__", Arity::Zero, truncate),
        Native::new("__floor__", Arity::Zero, floor),
        Native::new("__ceil__", Arity::Zero, ceil),
        Native::new("is_integer", Arity::Zero, is_integer),
        Native::new("conjugate", Arity::Zero, itself),
        Native::new("as_integer_ratio", Arity::Zero, as_integer_ratio),
        Native::new("hex", Arity::Zero, hex),
    ],
    attributes: &[
        GetSet { name: "real", get: |heap, of| heap.to_float(of).map(Value::Float), set: None },
        GetSet { name: "imag", get: |_, _| Ok(Value::Float(0.0)), set: None },
    ],
};

//! The text of one value as C's `printf` would write it. Knows no formats, only their units.

use crate::{literal, source::Text};

use super::{
    super::{Escape, Heap, Order, Sym, Type, Value},
    float, pad,
};

/// One `%...` of a format.
#[derive(Clone, Copy, Default)]
pub struct Unit {
    pub left: bool,
    pub plus: bool,
    pub space: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: usize,
    pub precision: Option<usize>,
}

/// The value's text; `at` is where the kind stands in the format.
pub fn convert(
    heap: &mut Heap,
    unit: &Unit,
    kind: char,
    value: Value,
    at: usize,
) -> Result<Vec<u32>, Escape> {
    match kind {
        's' => {
            let text = heap.str_of(value)?;
            let text = heap.as_str(text).expect("str gives text").text().clone();
            padded(heap, unit, &text)
        }
        'r' => {
            let text = heap.repr(value)?.into();
            padded(heap, unit, &text)
        }
        'a' => {
            let text = literal::ascii_only(&heap.repr(value)?).into();
            padded(heap, unit, &text)
        }
        'c' => {
            let text = character(heap, value)?;
            padded(heap, &Unit { precision: None, ..*unit }, &text)
        }
        _ => number(heap, unit, kind, value, at),
    }
}

/// As [`convert`], for `bytes`.
pub fn convert_bytes(
    heap: &mut Heap,
    unit: &Unit,
    kind: char,
    value: Value,
    at: usize,
) -> Result<Vec<u32>, Escape> {
    let bytes = |bytes: &[u8]| Text::from_code_points(bytes.iter().map(|&byte| byte.into()));
    match kind {
        's' | 'b' => {
            let shown = match heap.as_memory(value) {
                Some(_) => {
                    let view = heap.open_memory(value)?;
                    Some(bytes(&heap.memory_bytes(&view, Order::C)))
                }
                None => heap.as_bytes(value).map(bytes),
            };
            let Some(text) = shown else {
                let lends = heap.lends(value);
                if lends
                    || heap
                        .interned("__bytes__")
                        .is_some_and(|name| heap.lookup(heap.class_of(value), name).is_some())
                {
                    return Err(Escape::Twin);
                }
                let name = heap.type_name(value);
                return Err(heap.type_error(format!(
                    "%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'"
                )));
            };
            padded(heap, unit, &text)
        }
        'r' => convert(heap, unit, 'a', value, at),
        'c' => {
            let byte = match heap.as_bytes(value) {
                Some(&[byte]) => byte,
                Some(_) => return Err(not_a_byte(heap)),
                None if heap.is_int(value) => match heap.small_int(value).map(u8::try_from) {
                    Some(Ok(byte)) => byte,
                    _ => return Err(heap.overflow_error("%c arg not in range(256)")),
                },
                None if heap.user_special(value, Sym::Index).is_some() => return Err(Escape::Twin),
                None => return Err(not_a_byte(heap)),
            };
            padded(heap, &Unit { precision: None, ..*unit }, &bytes(&[byte]))
        }
        'a' => convert(heap, unit, kind, value, at),
        _ => number(heap, unit, kind, value, at),
    }
}

fn not_a_byte(heap: &mut Heap) -> Escape {
    heap.type_error("%c requires an integer in range(256) or a single byte")
}

fn number(heap: &mut Heap, unit: &Unit, kind: char, value: Value, at: usize) -> Result<Vec<u32>, Escape> {
    match kind {
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => int(heap, kind, unit, value),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => real(heap, kind, unit, value),
        _ => {
            let point = u32::from(kind);
            let shown = if (31..=126).contains(&point) { kind } else { '?' };
            Err(heap
                .value_error(format!("unsupported format character '{shown}' ({point:#x}) at index {at}")))
        }
    }
}

fn padded(heap: &mut Heap, unit: &Unit, text: &Text) -> Result<Vec<u32>, Escape> {
    heap.room_for(unit.width as u64)?;
    let points: Vec<u32> = text.code_points().take(unit.precision.unwrap_or(usize::MAX)).collect();
    let align = if unit.left { '<' } else { '>' };
    let len = points.len();
    Ok(pad(&Text::from_code_points(points), len, ' ', align, unit.width).code_points().collect())
}

fn character(heap: &mut Heap, value: Value) -> Result<Text, Escape> {
    if let Some(text) = heap.as_str(value) {
        let text = text.text().clone();
        return match text.code_points().count() {
            1 => Ok(text),
            _ => Err(heap.type_error("%c requires int or char")),
        };
    }
    if !heap.is_int(value) {
        if heap.user_special(value, Sym::Index).is_some() {
            return Err(Escape::Twin);
        }
        return Err(heap.type_error("%c requires int or char"));
    }
    match heap.small_int(value) {
        Some(point @ 0..=0x10_FFFF) => Ok(Text::from_code_points([point as u32])),
        _ => Err(heap.overflow_error("%c arg not in range(0x110000)")),
    }
}

fn int(heap: &mut Heap, kind: char, unit: &Unit, value: Value) -> Result<Vec<u32>, Escape> {
    let names = [Sym::Int, Sym::Index, Sym::Float];
    let int = match (value, kind) {
        (_, _) if heap.is_int(value) => value,
        (_, _) if names.iter().any(|&name| heap.user_special(value, name).is_some()) => {
            return Err(Escape::Twin);
        }
        (_, 'd' | 'i' | 'u') if heap.layout(value) == Type::Float => {
            let float = heap.to_float(value)?;
            heap.float_to_int(float)?
        }
        _ => {
            let name = heap.type_name(value);
            let wanted = if matches!(kind, 'o' | 'x' | 'X') {
                "an integer is required"
            } else {
                "a real number is required"
            };
            return Err(heap.type_error(format!("%{kind} format: {wanted}, not {name}")));
        }
    };
    let big = heap.big_int(int).expect("an int");
    let (digits, prefix) = match kind {
        'o' => (big.magnitude().to_str_radix(8), "0o"),
        'x' => (big.magnitude().to_str_radix(16), "0x"),
        'X' => (big.magnitude().to_str_radix(16).to_uppercase(), "0X"),
        _ => (heap.int_text(int)?.trim_start_matches('-').to_owned(), ""),
    };
    let zeros = unit.precision.unwrap_or(0).saturating_sub(digits.len());
    heap.room_for(zeros as u64)?;
    let digits = format!("{}{digits}", "0".repeat(zeros));
    let prefix = if unit.alternate { prefix } else { "" };
    number_text(heap, unit, big.sign() == num_bigint::Sign::Minus, prefix, &digits)
}

fn real(heap: &mut Heap, kind: char, unit: &Unit, value: Value) -> Result<Vec<u32>, Escape> {
    let says_itself = |name| heap.user_special(value, name).is_some();
    // A float is what it is, whatever its class says.
    if heap.layout(value) != Type::Float && (says_itself(Sym::Float) || says_itself(Sym::Index)) {
        return Err(Escape::Twin);
    }
    let float = heap.to_float(value)?;
    let precision = unit.precision.unwrap_or(6);
    heap.room_for(precision as u64)?;
    let (size, alternate) = (float.abs(), unit.alternate);
    let digits = match kind.to_ascii_lowercase() {
        _ if float.is_nan() => "nan".to_owned(),
        _ if float.is_infinite() => "inf".to_owned(),
        'e' => float::exponential(size, precision, alternate),
        'f' => float::fixed(size, precision, alternate),
        _ => float::general(size, precision.max(1), alternate, false),
    };
    let digits = if kind.is_ascii_uppercase() { digits.to_uppercase() } else { digits };
    number_text(heap, unit, float.is_sign_negative() && !float.is_nan(), "", &digits)
}

fn number_text(
    heap: &mut Heap,
    unit: &Unit,
    negative: bool,
    prefix: &str,
    digits: &str,
) -> Result<Vec<u32>, Escape> {
    heap.room_for(unit.width as u64)?;
    let sign = match (negative, unit.plus, unit.space) {
        (true, ..) => "-",
        (false, true, _) => "+",
        (false, false, true) => " ",
        _ => "",
    };
    let missing = unit.width.saturating_sub(sign.len() + prefix.len() + digits.len());
    let text = if unit.left {
        format!("{sign}{prefix}{digits}{}", " ".repeat(missing))
    } else if unit.zero {
        format!("{sign}{prefix}{}{digits}", "0".repeat(missing))
    } else {
        format!("{}{sign}{prefix}{digits}", " ".repeat(missing))
    };
    Ok(text.chars().map(u32::from).collect())
}

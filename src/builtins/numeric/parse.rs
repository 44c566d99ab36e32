//! Numbers from text: what `int()`, `float()` and `complex()` accept.

use num_bigint::BigInt;

/// Why text is no int.
#[derive(Debug, PartialEq, Eq)]
pub enum NotInt {
    Malformed,
    /// More decimal digits than may be converted: so many.
    TooLong(usize),
}

/// Digits of any script as ASCII ones, spaces of any kind as spaces; what is neither stays.
pub fn normalized(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            _ if c.is_ascii() => c,
            _ if super::super::text::chars::is_space(c.into()) => ' ',
            _ => match super::super::text::chars::decimal(c.into()) {
                Some(digit) => char::from(b'0' + digit),
                None => '?',
            },
        })
        .collect()
}

/// The int in some base, or, for base 0, as a literal in source text says. It may have so many digits, 0 being any
/// number, if its base is no power of two.
pub fn int(text: &str, base: u32, most_digits: usize) -> Result<BigInt, NotInt> {
    let text = normalized(text);
    let text = text.trim_matches(is_space);
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (base, digits, prefixed) = split_prefix(digits, base).ok_or(NotInt::Malformed)?;
    let digits = without_underscores(digits, prefixed).ok_or(NotInt::Malformed)?;
    if !base.is_power_of_two() && most_digits > 0 && digits.len() > most_digits {
        return Err(NotInt::TooLong(digits.len()));
    }
    let value = BigInt::parse_bytes(digits.as_bytes(), base).ok_or(NotInt::Malformed)?;
    Ok(if negative { -value } else { value })
}

pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c')
}

/// The base, the digits, and whether a prefix named the base.
fn split_prefix(digits: &str, base: u32) -> Option<(u32, &str, bool)> {
    let prefix = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => Some(16),
        [b'0', b'o' | b'O', ..] => Some(8),
        [b'0', b'b' | b'B', ..] => Some(2),
        _ => None,
    };
    match (prefix, base) {
        (Some(of), 0) => Some((of, &digits[2..], true)),
        (Some(of), base) if of == base => Some((of, &digits[2..], true)),
        // A literal of the source must not begin with a zero, unless it is zero.
        (None, 0) if digits.starts_with('0') && digits.bytes().any(|digit| !matches!(digit, b'0' | b'_')) => {
            None
        }
        (_, 0) => Some((10, digits, false)),
        (_, base) => Some((base, digits, false)),
    }
}

/// Single underscores may stand between digits, and after a prefix.
fn without_underscores(digits: &str, prefixed: bool) -> Option<String> {
    let digits = if prefixed { digits.strip_prefix('_').unwrap_or(digits) } else { digits };
    let ok = !digits.is_empty()
        && !digits.starts_with(['_', '+', '-'])
        && !digits.ends_with('_')
        && !digits.contains("__");
    ok.then(|| digits.replace('_', ""))
}

/// The float that text names.
pub fn float(text: &str) -> Option<f64> {
    let text = normalized(text);
    let text = text.trim_matches(is_space);
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'_' {
            let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
            if !digit(at.checked_sub(1)) || !digit(Some(at + 1)) {
                return None;
            }
        }
    }
    plain_float(&text.replace('_', ""))
}

/// Without spaces and underscores.
fn plain_float(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let word = unsigned.to_ascii_lowercase();
    if matches!(word.as_str(), "inf" | "infinity" | "nan") {
        // As the machine's own arithmetic has it, a NaN has a sign too.
        let size = if word == "nan" { f64::NAN.abs() } else { f64::INFINITY };
        return Some(if text.starts_with('-') { -size } else { size });
    }
    let digits = unsigned.bytes().next()?;
    if !(digits.is_ascii_digit() || digits == b'.') || !unsigned.bytes().all(is_float_byte) {
        return None;
    }
    text.parse().ok()
}

fn is_float_byte(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-')
}

/// The complex number that text names.
pub fn complex(text: &str) -> Option<(f64, f64)> {
    let text = normalized(text);
    let text = text.trim_matches(is_space);
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim_matches(is_space),
        None => text,
    };
    let Some(body) = text.strip_suffix(['j', 'J']) else { return Some((float(text)?, 0.0)) };
    // The sign of the imaginary part is the last one that does not belong to an exponent.
    let split = body
        .char_indices()
        .rev()
        .find(|&(at, c)| matches!(c, '+' | '-') && at > 0 && !matches!(body.as_bytes()[at - 1], b'e' | b'E'))
        .map_or(0, |(at, _)| at);
    let (re, im) = body.split_at(split);
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        number => float_without_spaces(number)?,
    };
    Some((if re.is_empty() { 0.0 } else { float_without_spaces(re)? }, im))
}

fn float_without_spaces(text: &str) -> Option<f64> {
    if text.contains(is_space) { None } else { float(text) }
}

/// Whether each underscore stands between digits.
pub fn has_good_underscores(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).all(|at| bytes[at] != b'_' || digit(at.checked_sub(1)) && digit(Some(at + 1)))
}

//! Floats and complex numbers to a specification. Digits come from the standard library, which is exact.

use crate::{literal::float_repr, source::Text};

use super::{
    super::{Escape, Heap, Value},
    int::{assemble, sign},
    pad, spec,
    spec::Spec,
};

pub fn format(heap: &mut Heap, float: f64, spec: &Spec) -> Result<Text, Escape> {
    let kind = check(heap, spec, Value::Float(float))?;
    heap.room_for((spec.width + spec.precision.unwrap_or(0)) as u64)?;
    let (negative, body) = parts(float, kind, spec);
    let head = sign(negative, spec.sign);
    if !float.is_finite() {
        // Not digits: nothing to group.
        let ungrouped = Spec { grouping: None, ..*spec };
        return Ok(assemble(head, &body, "", 3, &ungrouped));
    }
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, tail) = body.split_at(digits);
    Ok(assemble(head, digits, tail, 3, spec))
}

fn check(heap: &mut Heap, spec: &Spec, value: Value) -> Result<Option<char>, Escape> {
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => {}
        Some(kind) => return Err(spec::unknown_kind(heap, kind, value)),
    }
    if spec.precision.is_some_and(|precision| i32::try_from(precision).is_err()) {
        return Err(heap.value_error("precision too big"));
    }
    Ok(spec.kind)
}

/// Whether it has a minus sign, and the number without it.
fn parts(float: f64, kind: Option<char>, spec: &Spec) -> (bool, String) {
    let float = if kind == Some('%') { float * 100.0 } else { float };
    let mut body = match (kind, spec.precision) {
        _ if !float.is_finite() => if float.is_nan() { "nan" } else { "inf" }.to_owned(),
        (None, None) => {
            let text = float_repr(float.abs());
            if spec.alternate && !text.contains('.') { with_point(&text) } else { text }
        }
        (None, Some(precision)) => general(float.abs(), precision.max(1), spec.alternate, true),
        (Some('e' | 'E'), precision) => exponential(float.abs(), precision.unwrap_or(6), spec.alternate),
        (Some('f' | 'F' | '%'), precision) => fixed(float.abs(), precision.unwrap_or(6), spec.alternate),
        (Some(_), precision) => general(float.abs(), precision.unwrap_or(6).max(1), spec.alternate, false),
    };
    if matches!(kind, Some('E' | 'F' | 'G')) {
        body = body.to_uppercase();
    }
    if kind == Some('%') {
        body.push('%');
    }
    let negative = float.is_sign_negative() && !float.is_nan();
    let is_zero = !body.bytes().take_while(|c| !matches!(c, b'e' | b'E')).any(|c| (b'1'..=b'9').contains(&c));
    (negative && !(spec.no_negative_zero && is_zero && float.is_finite()), body)
}

fn with_point(text: &str) -> String {
    match text.find(['e', 'E']) {
        Some(at) => format!("{}.{}", &text[..at], &text[at..]),
        None => format!("{text}."),
    }
}

/// No float has more digits than that behind its point; those asked for beyond are zeros.
const MOST_DIGITS: usize = 1100;

pub fn fixed(float: f64, precision: usize, alternate: bool) -> String {
    let text = format!("{float:.*}", precision.min(MOST_DIGITS));
    let text = text + &"0".repeat(precision.saturating_sub(MOST_DIGITS));
    if alternate && precision == 0 { with_point(&text) } else { text }
}

/// The digits of the mantissa with its point, and the exponent.
fn scientific(float: f64, precision: usize) -> (String, i32) {
    let text = format!("{float:.*e}", precision.min(MOST_DIGITS));
    let (mantissa, exponent) = text.split_once('e').expect("an exponent was asked for");
    let zeros = "0".repeat(precision.saturating_sub(MOST_DIGITS));
    (mantissa.to_owned() + &zeros, exponent.parse().expect("an exponent is a number"))
}

pub fn exponential(float: f64, precision: usize, alternate: bool) -> String {
    let (mantissa, exponent) = scientific(float, precision);
    let minus = if exponent < 0 { '-' } else { '+' };
    let text = format!("{mantissa}e{minus}{:02}", exponent.abs());
    if alternate && precision == 0 { with_point(&text) } else { text }
}

/// `g`: as many significant digits as asked, fixed or with an exponent. `repr_like`: no type was given, so a whole
/// number gets `.0`.
pub fn general(float: f64, precision: usize, alternate: bool, repr_like: bool) -> String {
    let (mantissa, exponent) = scientific(float, precision - 1);
    let limit = precision as i32 - i32::from(repr_like);
    if exponent < -4 || exponent >= limit.max(i32::from(!repr_like)) {
        let mantissa = if alternate { mantissa } else { trimmed(&mantissa) };
        let minus = if exponent < 0 { '-' } else { '+' };
        let text = format!("{mantissa}e{minus}{:02}", exponent.abs());
        return if alternate && !text.contains('.') { with_point(&text) } else { text };
    }
    let places = (precision as i32 - 1 - exponent).max(0) as usize;
    let text = fixed(float, places, false);
    if alternate {
        return if text.contains('.') { text } else { with_point(&text) };
    }
    let text = trimmed(&text);
    if repr_like && !text.contains('.') { text + ".0" } else { text }
}

/// Without zeros at the end of the fraction.
fn trimmed(text: &str) -> String {
    if !text.contains('.') {
        return text.to_owned();
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

pub fn format_complex(heap: &mut Heap, value: Value, spec: &Spec) -> Result<Text, Escape> {
    let (re, im) = heap.as_complex(value).expect("asked of complex numbers");
    let kind = match spec.kind {
        Some('%') => return Err(spec::unknown_kind(heap, '%', value)),
        _ => check(heap, spec, value)?,
    };
    if spec.fill == Some('0') {
        return Err(heap.value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Some('=') {
        return Err(heap.value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    heap.room_for((spec.width + 2 * spec.precision.unwrap_or(0)) as u64)?;
    // Without a type it looks as `repr` does: in parentheses, without a real part that is zero.
    let bare = kind.is_none();
    let inner = Spec { fill: None, align: None, width: 0, ..*spec };
    let part = |number: f64, wanted: Option<char>| {
        let (negative, body) = match (bare, spec.precision) {
            (true, None) => {
                let text = float_repr(number.abs());
                let text = text.strip_suffix(".0").unwrap_or(&text);
                let bare = spec.alternate && number.is_finite() && !text.contains('.');
                let text = if bare { with_point(text) } else { text.to_owned() };
                (number.is_sign_negative() && !number.is_nan(), text)
            }
            (true, Some(precision)) => {
                let (negative, _) = parts(number, Some('g'), &inner);
                (negative, parts(number, Some('g'), &Spec { precision: Some(precision), ..inner }).1)
            }
            (false, _) => parts(number, kind, &inner),
        };
        let digits = body.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, tail) = body.split_at(digits);
        assemble(sign(negative, wanted), digits, tail, 3, &inner).to_lossy()
    };
    let text = if bare && re == 0.0 && !re.is_sign_negative() {
        format!("{}j", part(im, spec.sign))
    } else {
        let both = format!("{}{}j", part(re, spec.sign), part(im, Some('+')));
        if bare { format!("({both})") } else { both }
    };
    let len = text.len();
    Ok(pad(&text.into(), len, spec.fill.unwrap_or(' '), spec.align.unwrap_or('>'), spec.width))
}

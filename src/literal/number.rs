//! Floats and complex numbers.

/// Ints of more decimal digits are neither read nor written, unless the program raises the limit.
pub const MOST_DIGITS: usize = 4300;

/// `repr(value)`
pub fn float_repr(value: f64) -> String {
    let text = shortest(value);
    if text.bytes().any(|byte| matches!(byte, b'.' | b'e' | b'n')) { text } else { text + ".0" }
}

/// `repr(complex(re, im))`
pub fn complex_repr(re: f64, im: f64) -> String {
    if re == 0.0 && re.is_sign_positive() {
        return format!("{}j", shortest(im));
    }
    let sign = if im.is_sign_negative() && !im.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", shortest(re), shortest(im))
}

/// The fewest digits that read back as the same number, without a `.0` for whole numbers.
fn shortest(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_string();
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value.is_infinite() {
        return format!("{sign}inf");
    }
    let (digits, point) = digits(value.abs());
    let places = digits.len() as i32;
    match point {
        // Beyond 16 places, and below 0.0001, the exponent is shorter.
        -3..=0 => format!("{sign}0.{}{digits}", "0".repeat(-point as usize)),
        1..=16 if places > point => {
            let (whole, part) = digits.split_at(point as usize);
            format!("{sign}{whole}.{part}")
        }
        1..=16 => format!("{sign}{digits}{}", "0".repeat((point - places) as usize)),
        _ => {
            let (first, rest) = digits.split_at(1);
            let dot = if rest.is_empty() { "" } else { "." };
            let exponent = point - 1;
            let minus = if exponent < 0 { '-' } else { '+' };
            format!("{sign}{first}{dot}{rest}e{minus}{:02}", exponent.abs())
        }
    }
}

/// The significant digits of a number that is not negative, and where the decimal point stands among them.
fn digits(value: f64) -> (String, i32) {
    if value == 0.0 {
        return ("0".to_string(), 1);
    }
    let mut buffer = zmij::Buffer::new();
    let written = buffer.format_finite(value);
    let (mantissa, exponent) = match written.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse().expect("an exponent is a number")),
        None => (written, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{part}");
    let leading = all.len() - all.trim_start_matches('0').len();
    let point = whole.len() as i32 + exponent - leading as i32;
    (all.trim_matches('0').to_string(), point)
}

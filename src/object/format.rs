//! `format(value, spec)`: the mini-language of format specifications, for int, float, str and bool.

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};

use crate::literal;

use super::{Escape, Heap, Sym, Type, Value};

/// A specification taken apart.
#[derive(Clone, Debug, Default)]
pub struct Spec {
    pub fill: Option<char>,
    pub align: Option<char>,
    pub sign: Option<char>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: usize,
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

impl Spec {
    /// What the specification says; the error is CPython's text.
    pub fn parse(text: &str, type_name: &str) -> Result<Self, String> {
        let chars: Vec<char> = text.chars().collect();
        let mut at = 0;
        let mut spec = Self::default();
        let is_align = |c: Option<&char>| matches!(c, Some('<' | '>' | '=' | '^'));
        if is_align(chars.get(1)) {
            (spec.fill, spec.align, at) = (Some(chars[0]), Some(chars[1]), 2);
        } else if is_align(chars.first()) {
            (spec.align, at) = (Some(chars[0]), 1);
        }
        let mut take = |wanted: &[char]| {
            let found = chars.get(at).copied().filter(|c| wanted.contains(c));
            at += usize::from(found.is_some());
            found
        };
        spec.sign = take(&['+', '-', ' ']);
        spec.no_negative_zero = take(&['z']).is_some();
        spec.alternate = take(&['#']).is_some();
        spec.zero = take(&['0']).is_some();
        let number = |at: &mut usize| {
            let from = *at;
            while chars.get(*at).is_some_and(char::is_ascii_digit) {
                *at += 1;
            }
            let digits: String = chars[from..*at].iter().collect();
            (!digits.is_empty()).then(|| digits.parse::<usize>())
        };
        spec.width = match number(&mut at) {
            None => 0,
            Some(Ok(width)) => width,
            Some(Err(_)) => return Err("Too many decimal digits in format string".into()),
        };
        while let Some(&separator @ (',' | '_')) = chars.get(at) {
            if let Some(other) = spec.grouping {
                let text = if other == separator {
                    format!("Cannot specify '{separator}' with '{separator}'.")
                } else {
                    "Cannot specify both ',' and '_'.".to_owned()
                };
                return Err(text);
            }
            spec.grouping = Some(separator);
            at += 1;
        }
        if chars.get(at) == Some(&'.') {
            at += 1;
            spec.precision = match number(&mut at) {
                None => return Err("Format specifier missing precision".into()),
                Some(Ok(precision)) => Some(precision),
                Some(Err(_)) => return Err("Too many decimal digits in format string".into()),
            };
        }
        if chars.len() - at > 1 {
            return Err(format!("Invalid format specifier '{text}' for object of type '{type_name}'"));
        }
        spec.kind = chars.get(at).copied();
        if let (Some(separator), Some(kind)) = (spec.grouping, spec.kind)
            && !matches!(
                (kind, separator),
                ('d' | 'e' | 'f' | 'g' | 'E' | 'G' | 'F' | '%', _) | ('b' | 'o' | 'x' | 'X', '_')
            )
        {
            return Err(format!("Cannot specify '{separator}' with '{kind}'."));
        }
        Ok(spec)
    }

    /// The body in its field: `sign` may be separated from it by the padding.
    pub fn pad(&self, sign: &str, body: &str, default_align: char) -> String {
        let len = sign.chars().count() + body.chars().count();
        let missing = self.width.saturating_sub(len);
        let (fill, align) = match (self.fill, self.align, self.zero) {
            (None, None, true) => ('0', '='),
            (None, Some(align), true) => ('0', align),
            (fill, align, _) => (fill.unwrap_or(' '), align.unwrap_or(default_align)),
        };
        let padding = |count: usize| fill.to_string().repeat(count);
        match align {
            '<' => format!("{sign}{body}{}", padding(missing)),
            '^' => format!("{}{sign}{body}{}", padding(missing / 2), padding(missing - missing / 2)),
            '=' => format!("{sign}{}{body}", padding(missing)),
            _ => format!("{}{sign}{body}", padding(missing)),
        }
    }

    /// Digits with separators; zero padding counts as digits.
    fn group(&self, digits: &str, sign_len: usize, rest_len: usize, every: usize) -> String {
        let Some(separator) = self.grouping else { return digits.to_owned() };
        let zero_fill = self.zero && self.align.is_none() && self.fill.is_none()
            || self.fill == Some('0') && self.align == Some('=');
        let room = if zero_fill { self.width.saturating_sub(sign_len + rest_len) } else { 0 };
        let mut reversed = Vec::new();
        let mut digits = digits.chars().rev();
        let mut count = 0;
        loop {
            let next = digits.next();
            if next.is_none() && reversed.len() >= room {
                break;
            }
            if count > 0 && count % every == 0 {
                // A separator never stands first; where it would fill the field exactly a digit goes before.
                reversed.push(separator);
            }
            reversed.push(next.unwrap_or('0'));
            count += 1;
        }
        reversed.into_iter().rev().collect()
    }

    fn sign_of(&self, negative: bool) -> &'static str {
        match (negative, self.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        }
    }
}

impl Heap {
    pub fn format(&mut self, value: Value, spec: &str) -> Result<Value, Escape> {
        if self.user_special(value, Sym::Format).is_some() {
            return Err(Escape::Twin);
        }
        if spec.is_empty() {
            return self.str_of(value);
        }
        let layout = self.layout(value);
        let class = self.type_name(value);
        if !matches!(layout, Type::Int | Type::Bool | Type::Float | Type::Str) {
            let text = format!("unsupported format string passed to {class}.__format__");
            return Err(self.type_error(text));
        }
        let parsed = match Spec::parse(spec, &class) {
            Ok(parsed) => parsed,
            Err(text) => return Err(self.value_error(text)),
        };
        let room = parsed.width.max(parsed.precision.unwrap_or(0)) as u64;
        self.room_for(room)?;
        let text = match layout {
            Type::Str => self.format_str(value, &parsed)?,
            Type::Float => {
                let float = self.to_float(value)?;
                self.format_float(float, &parsed, &class)?
            }
            _ => self.format_int(value, &parsed, &class)?,
        };
        Ok(self.str(&text))
    }

    fn unknown_code(&mut self, kind: char, class: &str) -> Escape {
        self.value_error(format!("Unknown format code '{kind}' for object of type '{class}'"))
    }

    fn format_str(&mut self, value: Value, spec: &Spec) -> Result<String, Escape> {
        match (spec.kind, spec.sign, spec.align) {
            (Some(kind), ..) if kind != 's' => return Err(self.unknown_code(kind, "str")),
            (_, Some(' '), _) => return Err(self.value_error("Space not allowed in string format specifier")),
            (_, Some(_), _) => return Err(self.value_error("Sign not allowed in string format specifier")),
            (.., Some('=')) => {
                return Err(self.value_error("'=' alignment not allowed in string format specifier"));
            }
            _ => {}
        }
        if spec.alternate {
            return Err(self.value_error("Alternate form (#) not allowed in string format specifier"));
        }
        if let Some(separator) = spec.grouping {
            return Err(self.value_error(format!("Cannot specify '{separator}' with 's'.")));
        }
        let text = self.lossy(value).into_owned();
        let cut: String = match spec.precision {
            Some(precision) => text.chars().take(precision).collect(),
            None => text,
        };
        let spec = Spec { align: spec.align.or(Some('<')), ..spec.clone() };
        Ok(spec.pad("", &cut, '<'))
    }

    fn format_int(&mut self, value: Value, spec: &Spec, class: &str) -> Result<String, Escape> {
        let int = self.big_int(value).expect("an int is expected");
        if matches!(spec.kind, Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%')) {
            let float = super::number::to_float(self, &int)?;
            return self.format_float(float, spec, class);
        }
        if spec.precision.is_some() {
            return Err(self.value_error("Precision not allowed in integer format specifier"));
        }
        if spec.no_negative_zero {
            return Err(self.value_error(
                "Negative zero coercion (z) not allowed in format specifier with integer format code",
            ));
        }
        if spec.kind == Some('c') {
            return self.format_char(&int, spec);
        }
        let (digits, prefix, every) = match spec.kind {
            None | Some('d' | 'n') => (self.int_text(value)?.trim_start_matches('-').to_owned(), "", 3),
            Some('b') => (int.magnitude().to_str_radix(2), "0b", 4),
            Some('o') => (int.magnitude().to_str_radix(8), "0o", 4),
            Some('x') => (int.magnitude().to_str_radix(16), "0x", 4),
            Some('X') => (int.magnitude().to_str_radix(16).to_uppercase(), "0X", 4),
            Some(kind) => return Err(self.unknown_code(kind, class)),
        };
        let prefix = if spec.alternate { prefix } else { "" };
        let sign = format!("{}{prefix}", spec.sign_of(int.sign() == Sign::Minus));
        let digits = spec.group(&digits, sign.len(), 0, every);
        Ok(spec.pad(&sign, &digits, '>'))
    }

    fn format_char(&mut self, int: &BigInt, spec: &Spec) -> Result<String, Escape> {
        if spec.sign.is_some() {
            return Err(self.value_error("Sign not allowed with integer format specifier 'c'"));
        }
        if spec.alternate {
            let text = "Alternate form (#) not allowed with integer format specifier 'c'";
            return Err(self.value_error(text));
        }
        match int.to_u32().filter(|_| !int.is_negative()).and_then(char::from_u32) {
            Some(char) => Ok(spec.pad("", &char.to_string(), '>')),
            None => Err(self.overflow_error("%c arg not in range(0x110000)")),
        }
    }

    pub(super) fn format_float(&mut self, float: f64, spec: &Spec, class: &str) -> Result<String, Escape> {
        let (body, suffix) = match spec.kind {
            Some('%') => (float_body(float * 100.0, 'f', spec.precision.unwrap_or(6), spec.alternate), "%"),
            Some(kind @ ('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')) => {
                let kind = if kind == 'n' { 'g' } else { kind };
                (float_body(float, kind, spec.precision.unwrap_or(6), spec.alternate), "")
            }
            None => match spec.precision {
                Some(precision) => (float_short(float, precision, spec.alternate), ""),
                None => (literal::float_repr(float.abs()), ""),
            },
            Some(kind) => return Err(self.unknown_code(kind, class)),
        };
        let is_zero = body.bytes().all(|byte| matches!(byte, b'0' | b'.'))
            || body
                .bytes()
                .take_while(|byte| !matches!(byte, b'e' | b'E'))
                .all(|byte| matches!(byte, b'0' | b'.'));
        let negative = float.is_sign_negative() && !float.is_nan() && !(spec.no_negative_zero && is_zero);
        let sign = spec.sign_of(negative);
        let whole_len = body.bytes().take_while(u8::is_ascii_digit).count();
        let (whole, rest) = body.split_at(whole_len);
        let rest = format!("{rest}{suffix}");
        let body = if whole.is_empty() { rest } else { spec.group(whole, sign.len(), rest.len(), 3) + &rest };
        Ok(spec.pad(sign, &body, '>'))
    }
}

/// The magnitude of a float in one of printf's ways.
pub fn float_body(float: f64, kind: char, precision: usize, alternate: bool) -> String {
    let magnitude = float.abs();
    let text = if float.is_nan() {
        "nan".to_owned()
    } else if float.is_infinite() {
        "inf".to_owned()
    } else {
        match kind.to_ascii_lowercase() {
            'f' => {
                let dot = if alternate && precision == 0 { "." } else { "" };
                format!("{magnitude:.precision$}{dot}")
            }
            'e' => exponent_form(magnitude, precision, alternate),
            _ => general_form(magnitude, precision.max(1), alternate),
        }
    };
    if kind.is_ascii_uppercase() { text.to_uppercase() } else { text }
}

/// `1.5e+03`: Rust writes the exponent without sign and padding.
fn exponent_form(magnitude: f64, precision: usize, alternate: bool) -> String {
    let text = format!("{magnitude:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').expect("Rust's form has an exponent");
    let exponent: i32 = exponent.parse().expect("a number");
    let dot = if alternate && precision == 0 { "." } else { "" };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}{dot}e{sign}{:02}", exponent.abs())
}

fn general_form(magnitude: f64, precision: usize, alternate: bool) -> String {
    if magnitude == 0.0 {
        return if alternate { format!("{:.*}", precision - 1, 0.0) } else { "0".to_owned() };
    }
    let rounded = format!("{magnitude:.*e}", precision - 1);
    let exponent: i32 = rounded.split_once('e').expect("an exponent").1.parse().expect("a number");
    let strip = |text: String| {
        if alternate || !text.contains('.') {
            return text;
        }
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    if exponent < -4 || exponent >= precision as i32 {
        let text = exponent_form(magnitude, precision - 1, alternate);
        let (mantissa, exponent) = text.split_once('e').expect("an exponent");
        return format!("{}e{exponent}", strip(mantissa.to_owned()));
    }
    let decimals = (precision as i32 - 1 - exponent) as usize;
    let dot = if alternate && decimals == 0 { "." } else { "" };
    strip(format!("{magnitude:.decimals$}{dot}"))
}

/// A precision without a type: like `g`, but at least one digit behind the point, and `repr`'s switch to exponents.
fn float_short(float: f64, precision: usize, alternate: bool) -> String {
    if !float.is_finite() {
        return float_body(float, 'g', precision, alternate);
    }
    let precision = precision.max(1);
    let magnitude = float.abs();
    let rounded = format!("{magnitude:.*e}", precision - 1);
    let exponent: i32 = rounded.split_once('e').expect("an exponent").1.parse().expect("a number");
    if magnitude != 0.0 && (exponent < -4 || exponent >= precision as i32) {
        return general_form(magnitude, precision, alternate);
    }
    let text = general_form(magnitude, precision, alternate);
    if text.contains('.') { text } else { format!("{text}.0") }
}

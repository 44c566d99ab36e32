//! Ints to a specification.

use num_bigint::Sign;

use crate::source::Text;

use super::{
    super::{Escape, Heap, Value},
    pad,
    spec::Spec,
};

pub fn format(heap: &mut Heap, value: Value, spec: &Spec) -> Result<Text, Escape> {
    if spec.precision.is_some() {
        return Err(heap.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        let text = "Negative zero coercion (z) not allowed in integer format specifier";
        return Err(heap.value_error(text));
    }
    heap.room_for(spec.width as u64)?;
    if spec.kind == Some('c') {
        return character(heap, value, spec);
    }
    let int = heap.big_int(value).expect("asked of ints");
    let (digits, prefix, group) = match spec.kind {
        Some('b') => (int.magnitude().to_str_radix(2), "0b", 4),
        Some('o') => (int.magnitude().to_str_radix(8), "0o", 4),
        Some('x') => (int.magnitude().to_str_radix(16), "0x", 4),
        Some('X') => (int.magnitude().to_str_radix(16).to_uppercase(), "0X", 4),
        _ => (heap.int_text(value)?.trim_start_matches('-').to_owned(), "", 3),
    };
    let prefix = if spec.alternate { prefix } else { "" };
    let head = format!("{}{prefix}", sign(int.sign() == Sign::Minus, spec.sign));
    Ok(assemble(&head, &digits, "", group, spec))
}

fn character(heap: &mut Heap, value: Value, spec: &Spec) -> Result<Text, Escape> {
    if spec.sign.is_some() {
        return Err(heap.value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(heap.value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    match heap.small_int(value) {
        Some(point @ 0..=0x10_FFFF) => {
            let body = Text::from_code_points([point as u32]);
            // As a number it stands on the right.
            Ok(pad(&body, 1, spec.fill.unwrap_or(' '), spec.align.unwrap_or('>'), spec.width))
        }
        Some(_) => Err(heap.overflow_error("%c arg not in range(0x110000)")),
        None => Err(heap.overflow_error("Python int too large to convert to C long")),
    }
}

pub fn sign(negative: bool, wanted: Option<char>) -> &'static str {
    match (negative, wanted) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        (false, _) => "",
    }
}

/// Sign and prefix, digits in groups, what follows them, all padded to the width. Zeros that fill up between sign
/// and digits are grouped like the digits.
pub fn assemble(head: &str, digits: &str, tail: &str, group: usize, spec: &Spec) -> Text {
    let fill = spec.fill.unwrap_or(' ');
    let align = spec.align.unwrap_or('>');
    let grouped = match spec.grouping {
        Some(separator) => {
            let zeros = fill == '0' && align == '=';
            let room = if zeros { spec.width.saturating_sub(head.len() + tail.len()) } else { 0 };
            in_groups(digits, separator, group, room)
        }
        None => digits.to_owned(),
    };
    let len = head.len() + grouped.len() + tail.len();
    if align == '=' {
        let padding: String = std::iter::repeat_n(fill, spec.width.saturating_sub(len)).collect();
        return format!("{head}{padding}{grouped}{tail}").into();
    }
    pad(&format!("{head}{grouped}{tail}").into(), len, fill, align, spec.width)
}

/// Digits with a separator after every so many from the right, led by zeros up to `room` characters.
fn in_groups(digits: &str, separator: char, group: usize, room: usize) -> String {
    let mut reversed = String::new();
    let mut count = 0;
    let mut digits = digits.bytes().rev();
    loop {
        let digit = match digits.next() {
            Some(digit) => char::from(digit),
            None if reversed.len() < room => '0',
            None => break,
        };
        if count > 0 && count % group == 0 {
            reversed.push(separator);
        }
        reversed.push(digit);
        count += 1;
    }
    reversed.chars().rev().collect()
}

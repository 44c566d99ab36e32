//! UTF-7: ASCII in which other characters stand as UTF-16 in base 64, between `+` and `-`.

use crate::source::Text;

use super::Bad;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn digit(byte: u8) -> Option<u32> {
    DIGITS.iter().position(|digit| *digit == byte).map(|at| at as u32)
}

/// Whether the encoder writes the character as it is.
fn is_direct(point: u32) -> bool {
    let Some(c) = char::from_u32(point).filter(char::is_ascii) else { return false };
    matches!(c, '\t' | '\n' | '\r' | ' ') || c.is_ascii_graphic() && !matches!(c, '+' | '\\' | '~')
}

/// Bits that wait to become digits, or units.
#[derive(Default)]
struct Bits {
    value: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, value: u32, count: u32) {
        self.value = self.value << count | value;
        self.count += count;
    }

    fn take(&mut self, count: u32) -> Option<u32> {
        self.count = self.count.checked_sub(count)?;
        let taken = self.value >> self.count;
        self.value &= (1 << self.count) - 1;
        Some(taken)
    }
}

pub(super) fn encode(text: &Text) -> Vec<u8> {
    let mut out = Vec::new();
    let mut shifted: Option<Bits> = None;
    let flush = |bits: &mut Bits, out: &mut Vec<u8>| {
        if bits.count > 0 {
            bits.push(0, 6 - bits.count);
            out.extend(bits.take(6).map(|digit| DIGITS[digit as usize]));
        }
    };
    for point in text.code_points() {
        if is_direct(point) {
            if let Some(mut bits) = shifted.take() {
                flush(&mut bits, &mut out);
                if digit(point as u8).is_some() || point == u32::from('-') {
                    out.push(b'-');
                }
            }
            out.push(point as u8);
            continue;
        }
        if shifted.is_none() && point == u32::from('+') {
            out.extend(b"+-");
            continue;
        }
        if shifted.is_none() {
            out.push(b'+');
        }
        let bits = shifted.get_or_insert_default();
        let mut units = [point as u16, 0];
        let units = match char::from_u32(point) {
            Some(c) => &*c.encode_utf16(&mut units),
            None => &units[..1],
        };
        for &unit in units {
            bits.push(unit.into(), 16);
            while let Some(digit) = bits.take(6) {
                out.push(DIGITS[digit as usize]);
            }
        }
    }
    if let Some(mut bits) = shifted {
        flush(&mut bits, &mut out);
        out.push(b'-');
    }
    out
}

pub(super) fn read(bytes: &[u8], mut at: usize, points: &mut Vec<u32>) -> Option<Bad> {
    while let Some(&byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'+', Some(b'-')) => {
                points.push('+'.into());
                at += 2;
            }
            (b'+', Some(&next)) if digit(next).is_none() => {
                return Some(Bad { start: at, end: at + 2, reason: "ill-formed sequence" });
            }
            (b'+', _) => match read_shifted(bytes, at, points) {
                Ok(after) => at = after,
                Err(bad) => return Some(bad),
            },
            (0..0x80, _) => {
                points.push(byte.into());
                at += 1;
            }
            _ => return Some(Bad { start: at, end: at + 1, reason: "unexpected special character" }),
        }
    }
    None
}

/// Reads what begins with this `+`; says where it ends.
fn read_shifted(bytes: &[u8], start: usize, points: &mut Vec<u32>) -> Result<usize, Bad> {
    let mut bits = Bits::default();
    let mut high: Option<u32> = None;
    let mut at = start + 1;
    while let Some(value) = bytes.get(at).copied().and_then(digit) {
        at += 1;
        bits.push(value, 6);
        let Some(unit) = bits.take(16) else { continue };
        match (high.take(), unit) {
            (Some(first), 0xDC00..0xE000) => {
                points.push(0x10000 + ((first - 0xD800) << 10) + (unit - 0xDC00));
                continue;
            }
            (first, _) => points.extend(first),
        }
        match unit {
            0xD800..0xDC00 => high = Some(unit),
            _ => points.push(unit),
        }
    }
    let Some(&after) = bytes.get(at) else {
        return match high.is_some() || bits.count >= 6 || bits.value != 0 {
            true => Err(Bad { start, end: bytes.len(), reason: "unterminated shift sequence" }),
            false => Ok(at),
        };
    };
    if bits.count >= 6 {
        return Err(Bad { start, end: at + 1, reason: "partial character in shift sequence" });
    }
    if bits.value != 0 {
        return Err(Bad { start, end: at + 1, reason: "non-zero padding bits in shift sequence" });
    }
    points.extend(high.filter(|_| after < 0x80));
    Ok(if after == b'-' { at + 1 } else { at })
}

//! Text as the inside of string literals: `unicode_escape`, and `raw_unicode_escape`, which only escapes by number.

use crate::{literal::character_named, source::Text};

use super::{Bad, encode::escaped};

pub(super) fn encode(text: &Text) -> Vec<u8> {
    let mut out = Vec::new();
    for point in text.code_points() {
        match char::from_u32(point) {
            Some('\\') => out.extend(b"\\\\"),
            Some('\t') => out.extend(b"\\t"),
            Some('\n') => out.extend(b"\\n"),
            Some('\r') => out.extend(b"\\r"),
            Some(' '..='~') => out.push(point as u8),
            _ => out.extend(escaped(point).bytes()),
        }
    }
    out
}

pub(super) fn encode_raw(text: &Text) -> Vec<u8> {
    let mut out = Vec::new();
    for point in text.code_points() {
        match point {
            0..0x100 => out.push(point as u8),
            _ => out.extend(escaped(point).bytes()),
        }
    }
    out
}

/// A hexadecimal number of so many digits; or where it breaks off.
fn number(bytes: &[u8], at: usize, count: usize) -> Result<u32, usize> {
    let mut value = 0u32;
    for at in at..at + count {
        let digit = bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16)).ok_or(at)?;
        value = value << 4 | digit;
    }
    Ok(value)
}

pub(super) fn read_raw(bytes: &[u8], mut at: usize, points: &mut Vec<u32>) -> Option<Bad> {
    while let Some(&byte) = bytes.get(at) {
        let (count, cut) = match bytes.get(at + 1) {
            Some(b'u') if byte == b'\\' => (4, "truncated \\uXXXX escape"),
            Some(b'U') if byte == b'\\' => (8, "truncated \\UXXXXXXXX escape"),
            Some(&next) if byte == b'\\' => {
                points.extend([byte, next].map(u32::from));
                at += 2;
                continue;
            }
            _ => {
                points.push(byte.into());
                at += 1;
                continue;
            }
        };
        match number(bytes, at + 2, count) {
            Ok(point @ ..0x0011_0000) => points.push(point),
            Ok(_) => return Some(Bad { start: at, end: at + 2 + count, reason: "\\Uxxxxxxxx out of range" }),
            Err(end) => return Some(Bad { start: at, end, reason: cut }),
        }
        at += 2 + count;
    }
    None
}

pub(super) fn read(bytes: &[u8], mut at: usize, points: &mut Vec<u32>) -> Option<Bad> {
    while let Some(&byte) = bytes.get(at) {
        at = match byte {
            b'\\' => match escape(bytes, at, points) {
                Ok(after) => after,
                Err(bad) => return Some(bad),
            },
            _ => {
                points.push(byte.into());
                at + 1
            }
        };
    }
    None
}

/// Reads the escape that begins here; says where it ends.
fn escape(bytes: &[u8], start: usize, points: &mut Vec<u32>) -> Result<usize, Bad> {
    let Some(&kind) = bytes.get(start + 1) else {
        return Err(Bad { start, end: start + 1, reason: "\\ at end of string" });
    };
    let at = start + 2;
    let (count, cut) = match kind {
        b'x' => (2, "truncated \\xXX escape"),
        b'u' => (4, "truncated \\uXXXX escape"),
        b'U' => (8, "truncated \\UXXXXXXXX escape"),
        b'N' => return name(bytes, start, points),
        b'0'..=b'7' => {
            let digits = bytes[start + 1..].iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7'));
            let (value, len) =
                digits.fold((0, 0), |(value, len), digit| (value << 3 | u32::from(digit - b'0'), len + 1));
            points.push(value);
            return Ok(start + 1 + len);
        }
        _ => {
            let meant = match kind {
                b'\n' => return Ok(at),
                b'\\' | b'\'' | b'"' => kind,
                b'a' => 7,
                b'b' => 8,
                b'f' => 12,
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'v' => 11,
                _ => {
                    points.push('\\'.into());
                    kind
                }
            };
            points.push(meant.into());
            return Ok(at);
        }
    };
    match number(bytes, at, count) {
        Ok(point @ ..0x0011_0000) => points.push(point),
        Ok(_) => return Err(Bad { start, end: at + count, reason: "illegal Unicode character" }),
        Err(end) => return Err(Bad { start, end, reason: cut }),
    }
    Ok(at + count)
}

/// `\N{...}`
fn name(bytes: &[u8], start: usize, points: &mut Vec<u32>) -> Result<usize, Bad> {
    let malformed = |end| Bad { start, end, reason: "malformed \\N character escape" };
    let Some(b'{') = bytes.get(start + 2) else { return Err(malformed(start + 2)) };
    let inside = &bytes[start + 3..];
    let Some(len) = inside.iter().position(|byte| *byte == b'}') else { return Err(malformed(bytes.len())) };
    if len == 0 {
        return Err(malformed(start + 3));
    }
    let end = start + 3 + len + 1;
    let found = std::str::from_utf8(&inside[..len]).ok().and_then(character_named);
    let Some(found) = found else {
        return Err(Bad { start, end, reason: "unknown Unicode character name" });
    };
    points.push(found.into());
    Ok(end)
}

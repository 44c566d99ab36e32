//! UTF-8, UTF-16 and UTF-32: characters as units of one, two or four bytes. Knows nothing of how errors are treated.

use crate::source::Text;

use super::{Bad, Codec, Order};

const SURROGATES: std::ops::Range<u32> = 0xD800..0xE000;
const LOW: std::ops::Range<u32> = 0xDC00..0xE000;

/// What an encoding that does not name its order begins with.
pub(super) fn mark(codec: &Codec) -> Vec<u8> {
    let mut out = Vec::new();
    if matches!(codec, Codec::Utf16(Order::Marked) | Codec::Utf32(Order::Marked)) {
        put(codec, 0xFEFF, &mut out);
    }
    out
}

/// The codec with the order that a mark at the start says, and where the text begins.
pub(super) fn order(codec: &Codec, bytes: &[u8]) -> (Codec, usize) {
    match (codec, bytes) {
        (Codec::Utf16(Order::Marked), [0xFE, 0xFF, ..]) => (Codec::Utf16(Order::Big), 2),
        (Codec::Utf16(Order::Marked), [0xFF, 0xFE, ..]) => (Codec::Utf16(Order::Little), 2),
        (Codec::Utf16(Order::Marked), _) => (Codec::Utf16(Order::Little), 0),
        (Codec::Utf32(Order::Marked), [0, 0, 0xFE, 0xFF, ..]) => (Codec::Utf32(Order::Big), 4),
        (Codec::Utf32(Order::Marked), [0xFF, 0xFE, 0, 0, ..]) => (Codec::Utf32(Order::Little), 4),
        (Codec::Utf32(Order::Marked), _) => (Codec::Utf32(Order::Little), 0),
        _ => (codec.clone(), 0),
    }
}

/// Writes a code point, which may be a surrogate.
pub(super) fn put(codec: &Codec, point: u32, out: &mut Vec<u8>) {
    match codec {
        Codec::Utf16(order) => {
            let mut units = [0; 2];
            match char::from_u32(point) {
                Some(c) => c.encode_utf16(&mut units).iter().for_each(|&unit| put_unit(*order, unit, out)),
                None => put_unit(*order, point as u16, out),
            }
        }
        Codec::Utf32(Order::Big) => out.extend(point.to_be_bytes()),
        Codec::Utf32(_) => out.extend(point.to_le_bytes()),
        _ => out.extend_from_slice(Text::from_code_points([point]).as_bytes()),
    }
}

fn put_unit(order: Order, unit: u16, out: &mut Vec<u8>) {
    out.extend(if order == Order::Big { unit.to_be_bytes() } else { unit.to_le_bytes() });
}

fn unit(order: Order, bytes: [u8; 2]) -> u32 {
    u32::from(if order == Order::Big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
}

fn wide(order: Order, bytes: [u8; 4]) -> u32 {
    if order == Order::Big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
}

pub(super) fn read_8(bytes: &[u8], at: usize, points: &mut Vec<u32>) -> Option<Bad> {
    let rest = &bytes[at..];
    let (valid, len) = match std::str::from_utf8(rest) {
        Ok(_) => (rest.len(), Some(0)),
        Err(error) => (error.valid_up_to(), error.error_len()),
    };
    points.extend(String::from_utf8_lossy(&rest[..valid]).chars().map(u32::from));
    let (start, first) = (at + valid, rest.get(valid)?);
    Some(match len {
        None => Bad { start, end: bytes.len(), reason: "unexpected end of data" },
        Some(len) if matches!(first, 0xC2..=0xF4) => {
            Bad { start, end: start + len, reason: "invalid continuation byte" }
        }
        Some(len) => Bad { start, end: start + len, reason: "invalid start byte" },
    })
}

pub(super) fn read_16(bytes: &[u8], mut at: usize, order: Order, points: &mut Vec<u32>) -> Option<Bad> {
    let unit_at = |at: usize| Some(unit(order, bytes.get(at..at + 2)?.try_into().ok()?));
    while at < bytes.len() {
        let Some(first) = unit_at(at) else {
            return Some(Bad { start: at, end: bytes.len(), reason: "truncated data" });
        };
        if !SURROGATES.contains(&first) {
            points.push(first);
            at += 2;
            continue;
        }
        if LOW.contains(&first) {
            return Some(Bad { start: at, end: at + 2, reason: "illegal encoding" });
        }
        match unit_at(at + 2) {
            None => return Some(Bad { start: at, end: bytes.len(), reason: "unexpected end of data" }),
            Some(second) if LOW.contains(&second) => {
                points.push(0x10000 + ((first - SURROGATES.start) << 10) + (second - LOW.start));
                at += 4;
            }
            Some(_) => return Some(Bad { start: at, end: at + 2, reason: "illegal UTF-16 surrogate" }),
        }
    }
    None
}

pub(super) fn read_32(bytes: &[u8], mut at: usize, order: Order, points: &mut Vec<u32>) -> Option<Bad> {
    while at < bytes.len() {
        let Some(four) = bytes.get(at..at + 4) else {
            return Some(Bad { start: at, end: bytes.len(), reason: "truncated data" });
        };
        let point = wide(order, four.try_into().expect("four bytes"));
        let reason = match point {
            _ if SURROGATES.contains(&point) => "code point in surrogate code point range(0xd800, 0xe000)",
            0x0011_0000.. => "code point not in range(0x110000)",
            _ => {
                points.push(point);
                at += 4;
                continue;
            }
        };
        return Some(Bad { start: at, end: at + 4, reason });
    }
    None
}

/// The surrogate that these bytes begin with, and how many of them it takes.
pub(super) fn surrogate(codec: &Codec, bytes: &[u8]) -> Option<(u32, usize)> {
    let found = match (codec, bytes) {
        (Codec::Utf8, &[first, second, third, ..])
            if first & 0xF0 == 0xE0 && second & 0xC0 == 0x80 && third & 0xC0 == 0x80 =>
        {
            let bits = |byte: u8, mask: u8| u32::from(byte & mask);
            (bits(first, 0x0F) << 12 | bits(second, 0x3F) << 6 | bits(third, 0x3F), 3)
        }
        (Codec::Utf16(order), &[a, b, ..]) => (unit(*order, [a, b]), 2),
        (Codec::Utf32(order), &[a, b, c, d, ..]) => (wide(*order, [a, b, c, d]), 4),
        _ => return None,
    };
    Some(found).filter(|(point, _)| SURROGATES.contains(point))
}

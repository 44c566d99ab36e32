//! Bytes to text: each codec reads until it meets what it cannot, then the way to treat errors has its turn.

use crate::{
    builtins::arguments::Res,
    object::{Escape, Heap, Type, Value},
    source::Text,
};

use super::{Bad, Codec, DECODING, escapes, find, noted, unknown_handler, utf, utf7};

/// Bytes as text.
pub fn decode(heap: &mut Heap, bytes: &[u8], encoding: &str, errors: &str) -> Res<Text> {
    let codec = find(heap, encoding, DECODING)?;
    if codec == Codec::Utf8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Ok(text.into());
    }
    decode_by(heap, bytes, &codec, errors).map_err(|failed| noted(heap, &codec, encoding, DECODING, failed))
}

fn decode_by(heap: &mut Heap, bytes: &[u8], codec: &Codec, errors: &str) -> Res<Text> {
    let (codec, mut at) = utf::order(codec, bytes);
    let mut points = Vec::new();
    while let Some(bad) = read(&codec, bytes, at, &mut points) {
        at = replace(heap, bytes, &codec, &bad, errors, &mut points)?;
    }
    Ok(Text::from_code_points(points))
}

/// Reads from here to the end, or to what cannot be read.
fn read(codec: &Codec, bytes: &[u8], at: usize, points: &mut Vec<u32>) -> Option<Bad> {
    let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
    match codec {
        Codec::Utf7 => utf7::read(bytes, at, points),
        Codec::Utf8 => utf::read_8(bytes, at, points),
        Codec::Utf16(order) => utf::read_16(bytes, at, *order, points),
        Codec::Utf32(order) => utf::read_32(bytes, at, *order, points),
        Codec::UnicodeEscape => escapes::read(bytes, at, points),
        Codec::RawUnicodeEscape => escapes::read_raw(bytes, at, points),
        Codec::Latin1 => {
            points.extend(rest.iter().map(|&byte| u32::from(byte)));
            None
        }
        Codec::Ascii | Codec::Charmap(_) => {
            let meant = |&byte: &u8| match codec {
                _ if byte < 0x80 => Some(byte.into()),
                Codec::Charmap(high) => {
                    Some(u32::from(high[usize::from(byte) - 0x80])).filter(|&point| point != 0xFFFD)
                }
                _ => None,
            };
            let before = points.len();
            points.extend(rest.iter().map_while(meant));
            let start = at + points.len() - before;
            (start < bytes.len()).then(|| Bad { start, end: start + 1, reason: codec.unread() })
        }
    }
}

impl Codec {
    const fn unread(&self) -> &'static str {
        match self {
            Self::Ascii => "ordinal not in range(128)",
            _ => "character maps to <undefined>",
        }
    }
}

/// Puts something in the place of what could not be read; says where reading goes on.
fn replace(
    heap: &mut Heap,
    bytes: &[u8],
    codec: &Codec,
    bad: &Bad,
    errors: &str,
    points: &mut Vec<u32>,
) -> Res<usize> {
    let unread = &bytes[bad.start..bad.end];
    match errors {
        "strict" => return Err(error(heap, bytes, codec, bad)),
        "ignore" => {}
        "replace" => points.push(0xFFFD),
        "backslashreplace" => {
            points
                .extend(unread.iter().flat_map(|byte| format!("\\x{byte:02x}").into_bytes()).map(u32::from));
        }
        "surrogateescape" => {
            // At most four, and no plain ASCII among them.
            let escaped = unread.iter().take(4).take_while(|byte| **byte >= 0x80);
            let before = points.len();
            points.extend(escaped.map(|&byte| 0xDC00 + u32::from(byte)));
            return match points.len() - before {
                0 => Err(error(heap, bytes, codec, bad)),
                count => Ok(bad.start + count),
            };
        }
        "surrogatepass" => {
            return match utf::surrogate(codec, &bytes[bad.start..]) {
                Some((point, len)) => {
                    points.push(point);
                    Ok(bad.start + len)
                }
                None => Err(error(heap, bytes, codec, bad)),
            };
        }
        _ => return Err(unknown_handler(heap, errors)),
    }
    Ok(bad.end)
}

fn error(heap: &mut Heap, bytes: &[u8], codec: &Codec, bad: &Bad) -> Escape {
    let name = heap.str(codec.name());
    let object = heap.bytes(bytes);
    let reason = heap.str(bad.reason);
    let places = [bad.start, bad.end].map(|at| Value::Int(at as i64));
    heap.raise_args(Type::UnicodeDecodeError, vec![name, object, places[0], places[1], reason])
}

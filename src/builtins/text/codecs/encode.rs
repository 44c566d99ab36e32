//! Text to bytes: what a codec can say, and what each way to treat errors puts in the place of what it cannot.

use std::fmt::Write;

use crate::{
    builtins::arguments::Res,
    literal::name_of_character,
    object::{Escape, Heap, Type, Value},
    source::Text,
};

use super::{Bad, Codec, escapes, unknown_handler, utf, utf7};

pub(super) fn encode(heap: &mut Heap, text: &Text, codec: &Codec, errors: &str) -> Res<Vec<u8>> {
    match codec {
        Codec::Utf8 if text.as_str().is_some() => return Ok(text.as_bytes().to_vec()),
        Codec::Utf7 => return Ok(utf7::encode(text)),
        Codec::UnicodeEscape => return Ok(escapes::encode(text)),
        Codec::RawUnicodeEscape => return Ok(escapes::encode_raw(text)),
        _ => {}
    }
    let points: Vec<u32> = text.code_points().collect();
    let mut out = utf::mark(codec);
    let mut at = 0;
    while at < points.len() {
        if codec.put(points[at], &mut out) {
            at += 1;
            continue;
        }
        let rest = at + 1..points.len();
        let end = match codec {
            // These tell of each surrogate alone.
            Codec::Utf16(_) | Codec::Utf32(_) => at + 1,
            _ => rest.clone().find(|&at| codec.has(points[at])).unwrap_or(rest.end),
        };
        let bad = Bad { start: at, end, reason: codec.reason() };
        let unfit = Unfit { text, points: &points, codec, bad };
        unfit.replace(heap, errors, &mut out)?;
        at = end;
    }
    Ok(out)
}

impl Codec {
    /// Writes one character, if there are bytes for it.
    fn put(&self, point: u32, out: &mut Vec<u8>) -> bool {
        let before = out.len();
        match self {
            Self::Ascii if point < 0x80 => out.push(point as u8),
            Self::Latin1 if point < 0x100 => out.push(point as u8),
            Self::Charmap(high) => match high.iter().position(|&c| u32::from(c) == point) {
                _ if point < 0x80 => out.push(point as u8),
                Some(at) if point != 0xFFFD => out.push(0x80 + at as u8),
                _ => {}
            },
            Self::Utf8 | Self::Utf16(_) | Self::Utf32(_) if char::from_u32(point).is_some() => {
                utf::put(self, point, out);
            }
            _ => {}
        }
        out.len() > before
    }

    fn has(&self, point: u32) -> bool {
        self.put(point, &mut Vec::new())
    }

    /// Why a character has no bytes.
    const fn reason(&self) -> &'static str {
        match self {
            Self::Ascii => "ordinal not in range(128)",
            Self::Latin1 => "ordinal not in range(256)",
            Self::Charmap(_) => "character maps to <undefined>",
            _ => "surrogates not allowed",
        }
    }
}

/// Characters that a codec has no bytes for.
struct Unfit<'a> {
    text: &'a Text,
    points: &'a [u32],
    codec: &'a Codec,
    bad: Bad,
}

impl Unfit<'_> {
    fn replace(&self, heap: &mut Heap, errors: &str, out: &mut Vec<u8>) -> Res<()> {
        for at in self.bad.start..self.bad.end {
            let point = self.points[at];
            let shown = match errors {
                "ignore" => String::new(),
                "replace" => "?".into(),
                "backslashreplace" => escaped(point),
                "xmlcharrefreplace" => format!("&#{point};"),
                "namereplace" => named(point),
                "surrogateescape" if self.codec.is_of_bytes() && (0xDC80..0xDD00).contains(&point) => {
                    out.push((point - 0xDC00) as u8);
                    continue;
                }
                "surrogatepass" if self.codec.has_surrogates() => {
                    utf::put(self.codec, point, out);
                    continue;
                }
                // What stood before this one could be escaped, which only the codecs that look themselves tell.
                "surrogateescape" if !matches!(self.codec, Codec::Charmap(_)) => {
                    return Err(self.error(heap, at));
                }
                "strict" | "surrogateescape" | "surrogatepass" => {
                    return Err(self.error(heap, self.bad.start));
                }
                _ => return Err(unknown_handler(heap, errors)),
            };
            for c in shown.chars() {
                self.codec.put(c.into(), out);
            }
        }
        Ok(())
    }

    fn error(&self, heap: &mut Heap, start: usize) -> Escape {
        let name = heap.str(self.codec.name());
        let object = heap.text(self.text.clone());
        let reason = heap.str(self.bad.reason);
        let places = [start, self.bad.end].map(|at| Value::Int(at as i64));
        heap.raise_args(Type::UnicodeEncodeError, vec![name, object, places[0], places[1], reason])
    }
}

impl Codec {
    const fn is_of_bytes(&self) -> bool {
        !matches!(self, Self::Utf16(_) | Self::Utf32(_))
    }

    pub(super) const fn has_surrogates(&self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf16(_) | Self::Utf32(_))
    }
}

/// A character as a string literal would write it.
pub(super) fn escaped(point: u32) -> String {
    match point {
        0..0x100 => format!("\\x{point:02x}"),
        0x100..0x10000 => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    }
}

fn named(point: u32) -> String {
    let Some(name) = char::from_u32(point).and_then(name_of_character) else { return escaped(point) };
    let mut shown = String::new();
    write!(shown, "\\N{{{name}}}").expect("a string takes all");
    shown
}

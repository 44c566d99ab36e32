//! Text to bytes and back: UTF-8, ASCII and Latin-1, with the usual ways of treating errors.

use crate::{
    builtins::arguments::{Res, text_of},
    object::{Args, Arity, Escape, Heap, Native, Outcome, Parameters, Type, Value},
    source::Text,
};

use super::this;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Ascii,
    Latin1,
}

impl Encoding {
    fn named(name: &str) -> Option<Self> {
        let plain: String =
            name.to_ascii_lowercase().chars().map(|c| if c == '_' || c == ' ' { '-' } else { c }).collect();
        Some(match plain.as_str() {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Self::Utf8,
            "ascii" | "us-ascii" | "646" => Self::Ascii,
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" => Self::Latin1,
            _ => return None,
        })
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
        }
    }
}

fn word(heap: &mut Heap, function: &str, which: &str, value: Value, default: &str) -> Res<String> {
    match value {
        Value::Null => Ok(default.to_owned()),
        value => match text_of(heap, value) {
            Some(text) => Ok(text.text().to_lossy()),
            None => Err(crate::builtins::arguments::wrong_type(heap, function, which, "str", value)),
        },
    }
}

pub fn decode_arguments(
    heap: &mut Heap,
    function: &str,
    encoding: Value,
    errors: Value,
) -> Res<(String, String)> {
    Ok((
        word(heap, function, "'encoding'", encoding, "utf-8")?,
        word(heap, function, "'errors'", errors, "strict")?,
    ))
}

/// Text as bytes, by the names of an encoding and of a way to treat errors.
pub fn encode_arguments(
    heap: &mut Heap,
    function: &str,
    text: &Text,
    encoding: Value,
    errors: Value,
) -> Res<Vec<u8>> {
    let (encoding, errors) = decode_arguments(heap, function, encoding, errors)?;
    let known = find(heap, &encoding)?;
    encode(heap, text, known, &errors)
}

fn find(heap: &mut Heap, name: &str) -> Res<Encoding> {
    match Encoding::named(name) {
        Some(encoding) => Ok(encoding),
        None => Err(heap.raise(Type::LookupError, format!("unknown encoding: {name}"))),
    }
}

fn unknown_handler(heap: &mut Heap, errors: &str) -> Escape {
    heap.raise(Type::LookupError, format!("unknown error handler name '{errors}'"))
}

fn encode(heap: &mut Heap, text: &Text, encoding: Encoding, errors: &str) -> Res<Vec<u8>> {
    if encoding == Encoding::Utf8
        && let Some(text) = text.as_str()
    {
        return Ok(text.as_bytes().to_vec());
    }
    let points: Vec<u32> = text.code_points().collect();
    let fits = |point: u32| match encoding {
        Encoding::Utf8 => char::from_u32(point).is_some(),
        Encoding::Ascii => point < 0x80,
        Encoding::Latin1 => point < 0x100,
    };
    let mut out = Vec::new();
    let mut at = 0;
    while at < points.len() {
        let point = points[at];
        if fits(point) {
            match encoding {
                Encoding::Utf8 => out.extend_from_slice(Text::from_code_points([point]).as_bytes()),
                _ => out.push(point as u8),
            }
            at += 1;
            continue;
        }
        let end = (at..points.len()).find(|&at| fits(points[at])).unwrap_or(points.len());
        replace_unfit(heap, text, encoding, errors, (&points, at, end), &mut out)?;
        at = end;
    }
    Ok(out)
}

fn replace_unfit(
    heap: &mut Heap,
    text: &Text,
    encoding: Encoding,
    errors: &str,
    (points, at, end): (&[u32], usize, usize),
    out: &mut Vec<u8>,
) -> Res<()> {
    for &point in &points[at..end] {
        match errors {
            "ignore" => {}
            "replace" => out.push(b'?'),
            "backslashreplace" => {
                let shown = match point {
                    0..0x100 => format!("\\x{point:02x}"),
                    0x100..0x10000 => format!("\\u{point:04x}"),
                    _ => format!("\\U{point:08x}"),
                };
                out.extend(shown.bytes());
            }
            "xmlcharrefreplace" => out.extend(format!("&#{point};").bytes()),
            "surrogateescape" if (0xDC80..0xDD00).contains(&point) => out.push((point - 0xDC00) as u8),
            "surrogatepass" if encoding == Encoding::Utf8 => {
                out.extend_from_slice(Text::from_code_points([point]).as_bytes());
            }
            "strict" | "surrogateescape" | "surrogatepass" => {
                return Err(encode_error(heap, text, encoding, (at, end)));
            }
            _ => return Err(unknown_handler(heap, errors)),
        }
    }
    Ok(())
}

fn encode_error(heap: &mut Heap, text: &Text, encoding: Encoding, (at, end): (usize, usize)) -> Escape {
    let reason = match encoding {
        Encoding::Utf8 => "surrogates not allowed",
        Encoding::Ascii => "ordinal not in range(128)",
        Encoding::Latin1 => "ordinal not in range(256)",
    };
    let name = heap.str(encoding.name());
    let object = heap.text(text.clone());
    let reason = heap.str(reason);
    let args = vec![name, object, Value::Int(at as i64), Value::Int(end as i64), reason];
    heap.raise_args(Type::UnicodeEncodeError, args)
}

/// Bytes as text.
pub fn decode(heap: &mut Heap, bytes: &[u8], encoding: &str, errors: &str) -> Res<Text> {
    let encoding = find(heap, encoding)?;
    if encoding == Encoding::Latin1 {
        return Ok(Text::from_code_points(bytes.iter().map(|&byte| byte.into())));
    }
    let (mut out, mut rest) = (Vec::new(), bytes);
    while !rest.is_empty() {
        let (valid, bad, reason) = next_error(rest, encoding);
        out.extend(String::from_utf8_lossy(&rest[..valid]).chars().map(u32::from));
        let at = bytes.len() - rest.len() + valid;
        rest = &rest[valid..];
        if rest.is_empty() {
            break;
        }
        match errors {
            "strict" | "surrogatepass" => {
                return Err(decode_error(heap, bytes, encoding, (at, at + bad), reason));
            }
            "ignore" => {}
            "replace" => out.push(0xFFFD),
            "surrogateescape" => out.extend(rest[..bad].iter().map(|&byte| 0xDC00 + u32::from(byte))),
            "backslashreplace" => {
                out.extend(
                    rest[..bad].iter().flat_map(|byte| format!("\\x{byte:02x}").into_bytes()).map(u32::from),
                );
            }
            _ => return Err(unknown_handler(heap, errors)),
        }
        rest = &rest[bad..];
    }
    Ok(Text::from_code_points(out))
}

/// How many bytes are good, how many after them are not, and why.
fn next_error(bytes: &[u8], encoding: Encoding) -> (usize, usize, &'static str) {
    if encoding == Encoding::Ascii {
        let valid = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len());
        return (valid, 1, "ordinal not in range(128)");
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => (bytes.len(), 0, ""),
        Err(error) => {
            let valid = error.valid_up_to();
            let starts = matches!(bytes[valid], 0xC2..=0xF4);
            match error.error_len() {
                None => (valid, bytes.len() - valid, "unexpected end of data"),
                Some(len) if starts => (valid, len, "invalid continuation byte"),
                Some(len) => (valid, len, "invalid start byte"),
            }
        }
    }
}

fn decode_error(
    heap: &mut Heap,
    bytes: &[u8],
    encoding: Encoding,
    (start, end): (usize, usize),
    reason: &str,
) -> Escape {
    let name = heap.str(encoding.name());
    let object = heap.bytes(bytes);
    let reason = heap.str(reason);
    let args = vec![name, object, Value::Int(start as i64), Value::Int(end as i64), reason];
    heap.raise_args(Type::UnicodeDecodeError, args)
}

fn encode_method(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let bytes = encode_arguments(heap, "encode", text.text(), args.get(1), args.get(2))?;
    Ok(heap.bytes(bytes))
}

static ENCODE: Parameters =
    Parameters { names: &["encoding", "errors"], positional_only: 0, positional: 2, required: 0 };

pub const METHODS: &[Native] = &[Native::new("encode", Arity::Named(&ENCODE), encode_method)];

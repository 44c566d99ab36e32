//! Text to bytes and back, by the names of an encoding and of a way to treat errors. Knows no codecs of a program's own.

mod decode;
mod encode;
mod escapes;
mod utf;
mod utf7;

use crate::{
    builtins::arguments::{Res, text_of, wrong_type},
    object::{Args, Arity, Escape, Heap, Native, Outcome, Parameters, Sym, Type, Value},
    source::{Text, charmap},
};

use super::this;

pub use decode::decode;

/// How bytes stand for characters.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Codec {
    Utf7,
    Utf8,
    Utf16(Order),
    Utf32(Order),
    Ascii,
    Latin1,
    UnicodeEscape,
    RawUnicodeEscape,
    /// One byte a character: what bytes from 0x80 mean.
    Charmap(Vec<char>),
}

/// Which byte of a number comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// A mark at the start says it; without one it is the little end, as on nearly every machine.
    Marked,
    Little,
    Big,
}

/// What cannot be encoded or decoded: a part of the input, and why.
struct Bad {
    start: usize,
    end: usize,
    reason: &'static str,
}

/// Codecs that make bytes of bytes or text of text.
const NO_TEXT: &[&str] = &[
    "base64",
    "base_64",
    "base64_codec",
    "bz2",
    "bz2_codec",
    "hex",
    "hex_codec",
    "quopri",
    "quopri_codec",
    "quoted_printable",
    "quotedprintable",
    "rot13",
    "rot_13",
    "uu",
    "uu_codec",
    "zip",
    "zlib",
    "zlib_codec",
];

impl Codec {
    fn named(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        let words =
            lower.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).filter(|word| !word.is_empty());
        let plain = words.collect::<Vec<_>>().join("_");
        Some(match plain.as_str() {
            "utf_7" | "utf7" | "u7" | "unicode_1_1_utf_7" => Self::Utf7,
            "utf_8" | "utf8" | "u8" | "utf" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => Self::Utf8,
            "utf_16" | "utf16" | "u16" => Self::Utf16(Order::Marked),
            "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Self::Utf16(Order::Little),
            "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Self::Utf16(Order::Big),
            "utf_32" | "utf32" | "u32" => Self::Utf32(Order::Marked),
            "utf_32_le" | "utf_32le" => Self::Utf32(Order::Little),
            "utf_32_be" | "utf_32be" => Self::Utf32(Order::Big),
            "ascii" | "us_ascii" | "us" | "646" | "ansi_x3.4_1968" | "ansi_x3.4_1986" | "cp367"
            | "csascii" | "ibm367" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" => Self::Ascii,
            "latin_1" | "latin1" | "latin" | "l1" | "iso_8859_1" | "iso8859_1" | "iso8859" | "8859"
            | "cp819" | "csisolatin1" | "ibm819" | "iso_8859_1_1987" | "iso_ir_100" => Self::Latin1,
            "unicode_escape" | "unicodeescape" => Self::UnicodeEscape,
            "raw_unicode_escape" | "rawunicodeescape" => Self::RawUnicodeEscape,
            _ => Self::Charmap(charmap(&plain)?),
        })
    }

    /// As the errors call it.
    const fn name(&self) -> &'static str {
        match self {
            Self::Utf7 => "utf7",
            Self::Utf8 => "utf-8",
            Self::Utf16(Order::Marked) => "utf-16",
            Self::Utf16(Order::Little) => "utf-16-le",
            Self::Utf16(Order::Big) => "utf-16-be",
            Self::Utf32(Order::Marked) => "utf-32",
            Self::Utf32(Order::Little) => "utf-32-le",
            Self::Utf32(Order::Big) => "utf-32-be",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
            Self::UnicodeEscape => "unicodeescape",
            Self::RawUnicodeEscape => "rawunicodeescape",
            Self::Charmap(_) => "charmap",
        }
    }
}

/// Which way a codec is used.
#[derive(Clone, Copy, Debug)]
struct Direction {
    doing: &'static str,
    function: &'static str,
}

const ENCODING: Direction = Direction { doing: "encoding", function: "codecs.encode()" };
const DECODING: Direction = Direction { doing: "decoding", function: "codecs.decode()" };

fn find(heap: &mut Heap, name: &str, direction: Direction) -> Res<Codec> {
    if let Some(codec) = Codec::named(name) {
        return Ok(codec);
    }
    let text = match NO_TEXT.contains(&&*name.to_ascii_lowercase().replace('-', "_")) {
        true => {
            let function = direction.function;
            format!("'{name}' is not a text encoding; use {function} to handle arbitrary codecs")
        }
        false => format!("unknown encoding: {name}"),
    };
    Err(heap.raise(Type::LookupError, text))
}

fn unknown_handler(heap: &mut Heap, errors: &str) -> Escape {
    heap.raise(Type::LookupError, format!("unknown error handler name '{errors}'"))
}

/// The codecs that C code does not call itself leave a note on their errors.
fn noted(heap: &mut Heap, codec: &Codec, name: &str, direction: Direction, failed: Escape) -> Escape {
    let direct = matches!(
        codec,
        Codec::Utf8
            | Codec::Ascii
            | Codec::Latin1
            | Codec::Utf16(Order::Marked)
            | Codec::Utf32(Order::Marked)
    );
    if let Escape::Raise(error) = failed
        && !direct
    {
        let note = heap.str(&format!("{} with '{name}' codec failed", direction.doing));
        let notes = heap.list(vec![note]);
        heap.set_own(error, Sym::AddNote, notes);
    }
    failed
}

fn word(heap: &mut Heap, function: &str, which: &str, value: Value, default: &str) -> Res<String> {
    match value {
        Value::Null => Ok(default.to_owned()),
        value => match text_of(heap, value) {
            Some(text) => Ok(text.text().to_lossy()),
            None => Err(wrong_type(heap, function, which, "str", value)),
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
    let codec = find(heap, &encoding, ENCODING)?;
    encode::encode(heap, text, &codec, &errors)
        .map_err(|failed| noted(heap, &codec, &encoding, ENCODING, failed))
}

fn encode_method(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let bytes = encode_arguments(heap, "encode", text.text(), args.get(1), args.get(2))?;
    Ok(heap.bytes(bytes))
}

static ENCODE: Parameters =
    Parameters { names: &["encoding", "errors"], positional_only: 0, positional: 2, required: 0 };

pub const METHODS: &[Native] = &[Native::new("encode", Arity::Named(&ENCODE), encode_method)];

//! Strings and bytes.

use super::is_printable;
use crate::source::Text;

/// `repr(text)`
pub fn str_repr(text: &Text) -> String {
    quoted(text, is_printable)
}

/// `ascii(text)`
pub fn str_ascii(text: &Text) -> String {
    quoted(text, |point| matches!(point, 0x20..0x7F))
}

fn quoted(text: &Text, is_shown: fn(u32) -> bool) -> String {
    let bytes = text.as_bytes();
    let quote = quote_for(bytes);
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push(char::from(quote));
    for point in text.code_points() {
        match char::from_u32(point) {
            Some(c) if point == u32::from(quote) || c == '\\' => out.extend(['\\', c]),
            Some(c) if is_shown(point) => out.push(c),
            _ => match point {
                0x09 => out.push_str("\\t"),
                0x0A => out.push_str("\\n"),
                0x0D => out.push_str("\\r"),
                0..=0xFF => out.push_str(&format!("\\x{point:02x}")),
                0x100..=0xFFFF => out.push_str(&format!("\\u{point:04x}")),
                _ => out.push_str(&format!("\\U{point:08x}")),
            },
        }
    }
    out.push(char::from(quote));
    out
}

/// `repr(bytes)`
pub fn bytes_repr(bytes: &[u8]) -> String {
    let quote = quote_for(bytes);
    let mut out = String::with_capacity(bytes.len() + 3);
    out.extend(['b', char::from(quote)]);
    for &byte in bytes {
        match byte {
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\\' => out.push_str("\\\\"),
            _ if byte == quote => out.extend(['\\', char::from(byte)]),
            0x20..0x7F => out.push(char::from(byte)),
            _ => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push(char::from(quote));
    out
}

/// Double quotes only where they save escapes.
fn quote_for(bytes: &[u8]) -> u8 {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' }
}

/// Text that is shown already, its characters beyond ASCII as escapes: what `ascii()` makes of a `repr`.
pub fn ascii_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c) {
            ..0x80 => out.push(c),
            point @ ..0x100 => out.push_str(&format!("\\x{point:02x}")),
            point @ ..0x10000 => out.push_str(&format!("\\u{point:04x}")),
            point => out.push_str(&format!("\\U{point:08x}")),
        }
    }
    out
}

//! Escape sequences of string literals. Knows nothing of quotes, prefixes or tokens.

use crate::literal::character_named;
use crate::source::Text;

/// The text that the inside of a string literal means. What is not a valid escape stands for itself: the
/// parser has refused those that are errors.
pub(super) fn text(written: &str) -> Text {
    if !written.contains('\\') {
        return written.into();
    }
    let mut points = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('\\') {
        points.extend(rest[..at].chars().map(u32::from));
        rest = escape(&rest[at + 1..], &mut points);
    }
    points.extend(rest.chars().map(u32::from));
    Text::from_code_points(points)
}

/// The same, if all escapes are proper ones.
pub(super) fn checked_text(written: &str) -> Option<Text> {
    plain_text(written).or_else(|| text_error(written).is_none().then(|| text(written)))
}

/// The same, if there are only the most common escapes.
fn plain_text(written: &str) -> Option<Text> {
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let escape = *rest.as_bytes().get(at + 1)?;
        if escape != b'\n' {
            out.push(char::from(single(escape)?));
        }
        rest = &rest[at + 2..];
    }
    out.push_str(rest);
    Some(out.into())
}

/// The character that a backslash and one more stand for, if it takes no more.
fn single(escape: u8) -> Option<u8> {
    Some(match escape {
        b'\\' | b'\'' | b'"' => escape,
        b'a' => 7,
        b'b' => 8,
        b'f' => 0x0C,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 0x0B,
        _ => return None,
    })
}

/// The bytes that the inside of a bytes literal means, if all escapes are proper ones.
pub(super) fn checked_bytes(written: &[u8]) -> Option<Vec<u8>> {
    if bytes_error(written).is_some() {
        return None;
    }
    let mut out = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + 1..];
        let escape = *rest.first()?;
        let number = |digits: &[u8], radix: u32| {
            digits.iter().fold(0, |sum, digit| sum * radix + char::from(*digit).to_digit(radix).unwrap_or(0))
                as u8
        };
        let len = match escape {
            b'\n' => 1,
            b'0'..=b'7' => {
                let len = rest.iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7')).count();
                out.push(number(&rest[..len], 8));
                len
            }
            b'x' => {
                out.push(number(rest.get(1..3)?, 16));
                3
            }
            _ => match single(escape) {
                Some(byte) => {
                    out.push(byte);
                    1
                }
                None => {
                    out.push(b'\\');
                    0
                }
            },
        };
        rest = &rest[len..];
    }
    out.extend_from_slice(rest);
    Some(out)
}

/// Reads one escape, `rest` being what follows the backslash; gives back what follows the escape.
fn escape<'a>(rest: &'a str, points: &mut Vec<u32>) -> &'a str {
    let Some(kind) = rest.chars().next() else {
        points.push(u32::from('\\'));
        return rest;
    };
    let after = &rest[kind.len_utf8()..];
    if let Some(simple) = u8::try_from(kind).ok().and_then(single) {
        points.push(simple.into());
        return after;
    }
    match kind {
        '\n' => return after,
        '0'..='7' => {
            let len = rest.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
            points.extend(u32::from_str_radix(&rest[..len], 8));
            return &rest[len..];
        }
        'x' | 'u' | 'U' => {
            let len = [2, 4, 8][usize::from(kind != 'x') + usize::from(kind == 'U')];
            let digits = after.get(..len).and_then(|digits| u32::from_str_radix(digits, 16).ok());
            if let Some(point) = digits.filter(|point| *point <= 0x0010_FFFF) {
                points.push(point);
                return &after[len..];
            }
        }
        'N' => {
            let name = after.strip_prefix('{').and_then(|inside| inside.split_once('}'));
            if let Some((name, after)) = name
                && let Some(named) = character_named(name)
            {
                points.push(u32::from(named));
                return after;
            }
        }
        _ => {}
    }
    points.push(u32::from('\\'));
    rest
}

/// What CPython says of the first escape in a string that means nothing.
pub(super) fn text_error(written: &str) -> Option<String> {
    // CPython counts in a text in which every other character is written as ten.
    let width = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum::<usize>();
    let codec = |start: usize, end: usize, reason: &str| match end - start {
        1 => Some(format!("'unicodeescape' codec can't decode byte 0x5c in position {start}: {reason}")),
        _ => {
            let end = end - 1;
            Some(format!("'unicodeescape' codec can't decode bytes in position {start}-{end}: {reason}"))
        }
    };
    let mut at = 0;
    while let Some(found) = written[at..].find('\\') {
        at += found;
        let start = width(&written[..at]);
        let kind = written[at + 1..].chars().next()?;
        let after = &written[at + 1 + kind.len_utf8()..];
        match kind {
            'x' | 'u' | 'U' => {
                let (len, reason) = match kind {
                    'x' => (2, "truncated \\xXX escape"),
                    'u' => (4, "truncated \\uXXXX escape"),
                    _ => (8, "truncated \\UXXXXXXXX escape"),
                };
                let digits = after.bytes().take(len).take_while(u8::is_ascii_hexdigit).count();
                if digits < len {
                    return codec(start, start + 2 + digits, reason);
                }
                if u32::from_str_radix(&after[..len], 16).is_ok_and(|point| point > 0x0010_FFFF) {
                    return codec(start, start + 2 + len, "illegal Unicode character");
                }
            }
            'N' => {
                let Some(inside) = after.strip_prefix('{') else {
                    return codec(start, start + 2, "malformed \\N character escape");
                };
                let Some((name, _)) = inside.split_once('}').filter(|(name, _)| !name.is_empty()) else {
                    let end = inside.find('}').map_or(inside.len(), |at| at);
                    return codec(start, start + 3 + width(&inside[..end]), "malformed \\N character escape");
                };
                if character_named(name).is_none() {
                    return codec(start, start + 4 + width(name), "unknown Unicode character name");
                }
            }
            _ => {}
        }
        at += 1 + kind.len_utf8();
    }
    None
}

/// What CPython says of the first escape in a bytes literal that means nothing.
pub(super) fn bytes_error(written: &[u8]) -> Option<String> {
    let mut at = 0;
    while let Some(found) = written[at..].iter().position(|byte| *byte == b'\\') {
        at += found;
        if written.get(at + 1) == Some(&b'x') {
            let digits = written[at + 2..].iter().take(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
            if digits < 2 {
                return Some(format!("invalid \\x escape at position {at}"));
            }
        }
        at += 2;
        if at >= written.len() {
            break;
        }
    }
    None
}

/// What CPython warns of in a text with escapes: the first that means nothing, or that is too big.
pub(super) fn warning(written: &str, is_bytes: bool) -> Option<String> {
    let mut rest = written;
    while let Some(at) = rest.find('\\') {
        let escape = &rest[at + 1..];
        let kind = escape.chars().next()?;
        let known = match kind {
            '\n' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' | '0'..='3' => true,
            '4'..='7' => {
                let digits = escape.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                if digits == 3 {
                    return Some(format!("invalid octal escape sequence '\\{}'", &escape[..3]));
                }
                true
            }
            'u' | 'U' | 'N' => !is_bytes,
            _ => !kind.is_ascii(),
        };
        if !known {
            return Some(format!("invalid escape sequence '\\{kind}'"));
        }
        rest = &escape[kind.len_utf8()..];
    }
    None
}

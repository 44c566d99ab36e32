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

/// As `text`, for the text between the fields of an f-string, where braces are doubled.
pub(super) fn fstring_text(written: &str) -> Text {
    let mut points = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find(['\\', '{', '}']) {
        points.extend(rest[..at].chars().map(u32::from));
        rest = &rest[at..];
        if rest.starts_with("\\{") || rest.starts_with("\\}") {
            points.push(u32::from('\\'));
            rest = &rest[1..];
        } else if rest.starts_with('\\') {
            rest = escape(&rest[1..], &mut points);
        } else {
            points.push(u32::from(rest.as_bytes()[0]));
            rest = &rest[rest.len().min(2)..];
        }
    }
    points.extend(rest.chars().map(u32::from));
    Text::from_code_points(points)
}

/// The tokens that the text in a format spec falls into: one ends after each `\N{...}`.
pub(super) fn spec_tokens(written: &str) -> impl Iterator<Item = &str> {
    pieces(written, false)
}

/// The tokens that text between fields falls into: one ends after each doubled brace too.
pub(super) fn fstring_tokens(written: &str) -> impl Iterator<Item = &str> {
    pieces(written, true)
}

fn pieces(written: &str, at_braces: bool) -> impl Iterator<Item = &str> {
    let mut rest = written;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let bytes = rest.as_bytes();
        let (mut at, mut named) = (0, false);
        while at < bytes.len() {
            match bytes[at] {
                b'\\' if bytes[at..].starts_with(b"\\N{") => {
                    named = true;
                    at += 3;
                }
                // A backslash before a brace stands for itself.
                b'\\' if at_braces && matches!(bytes.get(at + 1), Some(b'{' | b'}')) => at += 1,
                b'\\' => at += 2,
                b'}' if named => {
                    at += 1;
                    break;
                }
                b'{' | b'}' if at_braces => {
                    at += 2;
                    break;
                }
                _ => at += 1,
            }
        }
        let mut at = at.min(rest.len());
        while !rest.is_char_boundary(at) {
            at += 1;
        }
        let (token, after) = rest.split_at(at);
        rest = after;
        Some(token)
    })
}

/// Reads one escape, `rest` being what follows the backslash; gives back what follows the escape.
fn escape<'a>(rest: &'a str, points: &mut Vec<u32>) -> &'a str {
    let Some(kind) = rest.chars().next() else {
        points.push(u32::from('\\'));
        return rest;
    };
    let after = &rest[kind.len_utf8()..];
    let simple = match kind {
        '\n' => return after,
        '\\' | '\'' | '"' => kind,
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
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
            points.push(u32::from('\\'));
            return rest;
        }
        'N' => {
            let name = after.strip_prefix('{').and_then(|inside| inside.split_once('}'));
            if let Some((name, after)) = name
                && let Some(named) = character_named(name)
            {
                points.push(u32::from(named));
                return after;
            }
            points.push(u32::from('\\'));
            return rest;
        }
        _ => {
            points.push(u32::from('\\'));
            return rest;
        }
    };
    points.push(u32::from(simple));
    after
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

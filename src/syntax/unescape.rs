//! Escape sequences of string literals. Knows nothing of quotes, prefixes or tokens.

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
                b'\\' => at += 2,
                b'}' if named => {
                    at += 1;
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
                && let Some(named) = unicode_names2::character(name)
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

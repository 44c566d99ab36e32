//! Text measured in terminal columns: cutting, padding, wrapping, and making control characters harmless.
//! Knows nothing of panes.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns the text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text with every control character replaced by its picture, so that no value and no output of the
/// program can steer the terminal. Tabs become spaces up to the next multiple of eight.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut column = 0;
    for c in text.chars() {
        if c == '\t' {
            let stop = 8 - column % 8;
            out.extend(std::iter::repeat_n(' ', stop));
            column += stop;
            continue;
        }
        let shown = picture(c);
        column += shown.width().unwrap_or(0);
        out.push(shown);
    }
    Cow::Owned(out)
}

fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn picture(c: char) -> char {
    match c {
        '\0'..='\x1F' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('.'),
        '\x7F' => '\u{2421}',
        c if is_unprintable(c) => '\u{FFFD}',
        c => c,
    }
}

/// The last part of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The longest beginning that takes at most `columns`, with `…` at its end where something was cut off.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    let text = clean(text);
    if width(&text) <= columns {
        return text;
    }
    let Some(room) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let end = split_at(&text, room);
    Cow::Owned(format!("{}…", &text[..end]))
}

/// `fit`, then filled with spaces on the right.
pub fn pad(text: &str, columns: usize) -> String {
    let mut out = fit(text, columns).into_owned();
    out.extend(std::iter::repeat_n(' ', columns - width(&out)));
    out
}

/// `fit`, then filled with spaces on the left.
pub fn pad_left(text: &str, columns: usize) -> String {
    let text = fit(text, columns);
    format!("{}{text}", " ".repeat(columns - width(&text)))
}

/// The byte at which the first `columns` columns end; a wide character is never cut in two.
pub fn split_at(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns {
            return at;
        }
    }
    text.len()
}

/// Breaks a paragraph into lines of at most `columns`, at spaces where it can.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    wrap_after(0, text, columns)
}

/// The same, where the first line begins after `taken` columns that are in use already.
pub fn wrap_after(taken: usize, text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = taken;
    for mut word in clean(text).split_whitespace() {
        let gap = usize::from(!line.is_empty());
        if used + gap + width(word) > columns && used > 0 {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        while used == 0 && width(word) > columns && columns > 0 {
            let first = word.chars().next().map_or(0, char::len_utf8);
            let (head, tail) = word.split_at(split_at(word, columns).max(first));
            lines.push(head.to_owned());
            word = tail;
        }
        if !line.is_empty() {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += width(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

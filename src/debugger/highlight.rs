//! The program's text with its colours, from the tokens. Knows no theme.

use std::rc::Rc;

use crate::{
    source::{Location, Source},
    syntax::{Token, TokenKind, tokens},
};

#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    /// Tabs expanded; no line end.
    pub text: String,
    /// Highlighting: byte ranges of `text`, in order, not overlapping.
    pub spans: Vec<(u32, u32, Highlight)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Highlight {
    Keyword,
    Name,
    Builtin,
    Definition,
    Number,
    String,
    Comment,
    Operator,
}

const TAB: usize = 4;

const KEYWORDS: &str = "False None True and as assert async await break class continue def del elif else except \
    finally for from global if import in is lambda nonlocal not or pass raise return try while with yield";

const BUILTINS: &str = "abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict dir divmod \
    enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance \
    issubclass iter len list locals map max min next object oct open ord pow print property range repr reversed \
    round set setattr slice sorted staticmethod str sum super tuple type vars zip";

/// Every line of the program. A text that has no tokens (it is not Python after all) has no colours either.
pub fn lines(source: &Source) -> Rc<[SourceLine]> {
    let expand = |number| SourceLine { text: expanded(source.line(number)), spans: Vec::new() };
    let mut lines: Vec<SourceLine> = (1..=source.line_count()).map(expand).collect();
    let mut before = String::new();
    for token in tokens(source).unwrap_or_default() {
        if let Some(highlight) = highlight(&token, &before) {
            paint(&mut lines, source, &token, highlight);
        }
        if !token.text.trim().is_empty() {
            before = token.text;
        }
    }
    lines.into()
}

fn highlight(token: &Token, before: &str) -> Option<Highlight> {
    let is_in = |words: &str| words.split(' ').any(|word| word == token.text);
    Some(match token.kind {
        TokenKind::Name if is_in(KEYWORDS) => Highlight::Keyword,
        TokenKind::Name if matches!(before, "def" | "class") => Highlight::Definition,
        TokenKind::Name if before != "." && is_in(BUILTINS) => Highlight::Builtin,
        TokenKind::Name => Highlight::Name,
        TokenKind::Number => Highlight::Number,
        TokenKind::String | TokenKind::FStringStart | TokenKind::FStringMiddle | TokenKind::FStringEnd => {
            Highlight::String
        }
        TokenKind::Comment => Highlight::Comment,
        TokenKind::Op => Highlight::Operator,
        _ => return None,
    })
}

fn paint(lines: &mut [SourceLine], source: &Source, token: &Token, highlight: Highlight) {
    let ((first, start), (last, end)) = (token.start, token.end);
    for number in first..=last {
        let Ok(number) = usize::try_from(number) else { continue };
        let Some(line) = number.checked_sub(1).and_then(|index| lines.get_mut(index)) else { continue };
        let original = source.line(number);
        let byte = |column: i32| {
            let column = usize::try_from(column).unwrap_or(0);
            original.char_indices().nth(column).map_or(original.len(), |(at, _)| at)
        };
        let from = if number == first as usize { column(original, byte(start)) } else { 0 };
        let to = if number == last as usize { column(original, byte(end)) } else { line.text.len() };
        let painted = line.spans.last().map_or(0, |span| span.1);
        let from = u32::try_from(from).unwrap_or(u32::MAX).max(painted);
        let to = u32::try_from(to).unwrap_or(u32::MAX);
        if from < to {
            line.spans.push((from, to, highlight));
        }
    }
}

fn expanded(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut width = 0;
    for c in line.chars() {
        let count = if c == '\t' { TAB - width % TAB } else { 1 };
        let shown = if c == '\t' { ' ' } else { c };
        text.extend(std::iter::repeat_n(shown, count));
        width += count;
    }
    text
}

/// Where a byte of a line stands in its expanded text.
fn column(line: &str, byte: usize) -> usize {
    expanded(line.get(..byte).unwrap_or(line)).len()
}

/// A place in the program as a place in its expanded lines.
pub fn place_on_screen(source: &Source, place: Location) -> Location {
    let on_line = |line: i32, col: i32| match (usize::try_from(line), usize::try_from(col)) {
        (Ok(line), Ok(col)) => i32::try_from(column(source.line(line), col)).unwrap_or(col as i32),
        _ => col,
    };
    Location { col: on_line(place.line, place.col), end_col: on_line(place.end_line, place.end_col), ..place }
}

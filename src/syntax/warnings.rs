//! Warnings of CPython's tokenizer and parser: escapes that mean nothing, numbers that run into words.

use std::ops::Range;

use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::Ranged;

use super::lexer::{Failure, Kind, Lexer};
use super::pieces::{FString, Piece, Reader};
use super::unescape;
use crate::source::{Source, Warning};

/// Something that CPython refuses, whatever it is.
#[derive(Debug)]
pub(super) struct Refused;

impl From<Failure> for Refused {
    fn from(_: Failure) -> Self {
        Self
    }
}

/// The warnings about the tokens that start before an offset, in CPython's order, if those are tokens with proper
/// texts.
pub(super) fn scan(source: &Source, until: usize) -> Result<Vec<Warning>, Refused> {
    let mut found = Vec::new();
    let mut lexer = Lexer::for_parser(source);
    let mut fstrings = Reader::default();
    let at = |token: &super::lexer::Lexeme, msg| {
        Warning::of_token(source.text(), token.line, (token.start, token.end), msg)
    };
    loop {
        let token = lexer.next()?;
        if token.kind == Kind::EndMarker || token.start >= until {
            return Ok(found);
        }
        found.append(&mut lexer.warnings);
        if matches!(token.kind, Kind::Name | Kind::Number | Kind::Newline) && fstrings.depth() == 0 {
            continue;
        }
        let text = lexer.text(token.start, token.end);
        if token.kind == Kind::String {
            if has_wrong_name(&text) {
                return Err(Refused);
            }
            found.extend(string(&text).map(|msg| at(&token, msg)));
        }
        if token.kind == Kind::FStringMiddle && lexer.in_format() {
            refuse(&text)?;
            found.extend(format(&text).map(|msg| at(&token, msg)));
        }
        let written = |start: usize, end: usize| lexer.text(start, end).into_owned();
        if let Some(fstring) = fstrings.token(token.kind, (&text, token.start, token.level), written) {
            proper_texts(&fstring).try_for_each(|piece| refuse(&piece.text))?;
            found.extend(fstring_texts(&fstring).map(|msg| at(&token, msg)));
        }
    }
}

/// Whether the tokens of a program that the parser crate has read are such that [`scan`] finds nothing, neither
/// a warning nor a mistake: told from the crate's own tokens, since reading all anew takes its time.
pub(super) fn are_plain(text: &str, tokens: &Tokens) -> bool {
    let bytes = text.as_bytes();
    let is_ascii = text.is_ascii();
    let is_plain = |range: Range<usize>| {
        bytes[range].iter().all(|byte| matches!(byte, b' '..=b'[' | b']'..=b'~' | b'\n'))
    };
    // Within a line, a backslash at the end of a row means the same for both.
    let joins_rows = |range: Range<usize>| text[range].replace("\\\n", "").bytes().all(|byte| byte == b' ');
    let mut end = 0;
    let mut before = TokenKind::Newline;
    let mut fstring = PlainFString::default();
    let all_plain = tokens.iter().all(|token| {
        let range = token.start().to_usize()..token.end().to_usize();
        let between = end.min(range.start)..range.start;
        end = range.end;
        let before = std::mem::replace(&mut before, token.kind());
        let in_line = || !is_at_edge(before) && !is_at_edge(token.kind());
        let parted_plainly = between.is_empty()
            || is_plain(between.clone())
            || !fstring.is_open() && in_line() && joins_rows(between);
        parted_plainly
            && match token.kind() {
                kind if kind == TokenKind::FStringStart || fstring.is_open() => {
                    fstring.token(kind, &text[range.clone()], is_plain(range))
                }
                TokenKind::Comment => true,
                TokenKind::String => {
                    let text = &text[range];
                    !text.contains('\\') || !text.contains("\\N") && string(text).is_none()
                }
                TokenKind::Int | TokenKind::Float | TokenKind::Complex => {
                    let behind = bytes.get(range.end);
                    behind.is_none_or(|byte| !byte.is_ascii_alphabetic() && *byte != b'_')
                }
                // Neither names nor operators hold anything else that is odd.
                kind => is_ascii && kind != TokenKind::Indent || is_plain(range),
            }
    });
    all_plain && is_plain(end..bytes.len())
}

/// Whether the token stands at the start or the end of a line, and not for something in it.
fn is_at_edge(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Newline
            | TokenKind::NonLogicalNewline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::Comment
            | TokenKind::EndOfFile
    )
}

/// An f-string among the parser crate's tokens, while it is so simple that both tokenizers must agree on it: its
/// fields stand in one line each, hold no f-string, and there is no field in the format of a field in a format.
#[derive(Default)]
struct PlainFString {
    /// How many braces are open, in an f-string.
    braces: Option<usize>,
}

impl PlainFString {
    const MOST_BRACES: usize = 2;

    fn is_open(&self) -> bool {
        self.braces.is_some()
    }

    /// Takes the next token; says whether the f-string is still a simple one.
    fn token(&mut self, kind: TokenKind, text: &str, is_plain: bool) -> bool {
        let Some(braces) = &mut self.braces else {
            self.braces = Some(0);
            return kind == TokenKind::FStringStart;
        };
        match kind {
            TokenKind::FStringMiddle if *braces == 0 => return is_plain || is_proper_text(text),
            TokenKind::FStringEnd => self.braces = None,
            TokenKind::FStringStart | TokenKind::Comment => return false,
            TokenKind::Lbrace => *braces += 1,
            TokenKind::Rbrace => *braces = braces.saturating_sub(1),
            _ => {}
        }
        is_plain && !text.contains('\n') && self.braces.is_none_or(|braces| braces <= Self::MOST_BRACES)
    }
}

/// Whether the text between an f-string's fields has no escape that is wrong, odd, or read in another way.
fn is_proper_text(text: &str) -> bool {
    let has_doubtful = ["\\N", "\\{", "\\}", "\\\n"].iter().any(|escape| text.contains(escape));
    !has_doubtful
        && !text.ends_with('\\')
        && unescape::warning(text, false).is_none()
        && unescape::text_error(text).is_none()
}

/// What is odd about a string literal.
pub(super) fn string(token: &str) -> Option<String> {
    let quote = token.find(['"', '\''])?;
    let (prefix, quoted) = token.split_at(quote);
    if prefix.contains(['r', 'R']) || !quoted.contains('\\') {
        return None;
    }
    unescape::warning(quoted, prefix.contains(['b', 'B']))
}

/// What is odd about text in a field's format.
pub(super) fn format(text: &str) -> Option<String> {
    unescape::warning(text, false).filter(|msg| !is_brace(msg))
}

/// What is odd about the texts of an f-string; CPython says so when it has read the whole.
pub(super) fn fstring_texts(fstring: &FString) -> impl Iterator<Item = String> {
    proper_texts(fstring).filter_map(|piece| format(&piece.text))
}

/// The pieces in which escapes mean something, but for the formats, which are read by themselves.
pub(super) fn proper_texts(fstring: &FString) -> impl Iterator<Item = &Piece> {
    fstring.pieces.iter().filter(|piece| !fstring.raw && !piece.in_format)
}

fn refuse(text: &str) -> Result<(), Refused> {
    unescape::text_error(text).map_or(Ok(()), |_| Err(Refused))
}

/// The parser crate knows names of characters that are newer than the reproduced CPython.
fn has_wrong_name(token: &str) -> bool {
    let Some(quote) = token.find(['"', '\'']).filter(|_| token.contains("\\N{")) else { return false };
    let (prefix, quoted) = token.split_at(quote);
    !prefix.contains(['r', 'R', 'b', 'B']) && unescape::text_error(quoted).is_some()
}

/// The tokenizer has warned of an escaped brace already.
fn is_brace(msg: &str) -> bool {
    msg.ends_with("'\\{'") || msg.ends_with("'\\}'")
}

//! Warnings of CPython's parser about texts: escapes that mean nothing.

use super::pieces::{FString, Piece};
use super::unescape;

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

/// The tokenizer has warned of an escaped brace already.
fn is_brace(msg: &str) -> bool {
    msg.ends_with("'\\{'") || msg.ends_with("'\\}'")
}

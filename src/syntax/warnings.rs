//! Warnings of CPython's tokenizer and parser: escapes that mean nothing, numbers that run into words.

use super::lexer::{Kind, Lexer};
use super::unescape;
use crate::source::{Source, Warning};

/// All warnings about a program that is no error, in CPython's order.
pub fn warnings(source: &Source) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut lexer = Lexer::for_parser(source);
    // The pieces of each open f-string wait for its end.
    let mut open: Vec<Pieces> = Vec::new();
    while let Ok(token) = lexer.next() {
        found.append(&mut lexer.warnings);
        let text = lexer.text(token.start, token.end);
        match token.kind {
            Kind::EndMarker => break,
            Kind::String => {
                if let Some(msg) = string_warning(&text) {
                    found.push(Warning { line: token.line, msg });
                }
            }
            Kind::FStringStart => open.push(Pieces { raw: text.contains(['r', 'R']), wrong: Vec::new() }),
            Kind::FStringMiddle => {
                let msg = unescape::warning(&text, false).filter(|msg| !is_brace(msg));
                if let (Some(msg), Some(pieces)) = (msg, open.last_mut()) {
                    if lexer.in_format() {
                        found.push(Warning { line: token.line, msg });
                    } else if !pieces.raw {
                        pieces.wrong.push(msg);
                    }
                }
            }
            Kind::FStringEnd => {
                let wrong = open.pop().map(|pieces| pieces.wrong).unwrap_or_default();
                found.extend(wrong.into_iter().map(|msg| Warning { line: token.line, msg }));
            }
            _ => {}
        }
    }
    found
}

struct Pieces {
    raw: bool,
    wrong: Vec<String>,
}

/// The tokenizer has warned of an escaped brace already.
fn is_brace(msg: &str) -> bool {
    msg.ends_with("'\\{'") || msg.ends_with("'\\}'")
}

fn string_warning(token: &str) -> Option<String> {
    let quote = token.find(['"', '\''])?;
    let (prefix, quoted) = token.split_at(quote);
    if prefix.contains(['r', 'R']) || !quoted.contains('\\') {
        return None;
    }
    unescape::warning(quoted, prefix.contains(['b', 'B']))
}

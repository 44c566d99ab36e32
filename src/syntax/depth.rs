//! How deep a program nests, told from its bytes before anything reads it recursively, and from its
//! tokens afterwards. Answers may err on the side of caution: what looks deep is read by the slower way.

use ruff_python_ast::token::{TokenKind, Tokens};

/// Up to here a program may go through the parser crate, which calls itself for each level.
const LONGEST_PIECE: usize = 5_000;
const MOST_BRACKETS: usize = 1_000;
const MOST_WORDS: usize = 2_000;

/// Beyond this a single expression has more operators than any way of reading could take.
const MOST_OPERATORS: usize = 500_000;

/// CPython's own limits.
const BRACKETS: usize = 200;
const LEVELS: usize = 100;
const FSTRINGS: usize = 150;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Shallow,
    /// It may be too deep for a parser that has no limit of its own.
    Deep,
    /// It is too much for anyone.
    Hopeless,
}

/// A rough look at the text. A piece ends at a comma, a semicolon, or a line end outside brackets: what
/// is nested without brackets is nested within one piece. Strings are not told from the rest.
pub(super) fn look(text: &str) -> Look {
    let (mut piece, mut operators, mut brackets, mut words) = (0_usize, 0, 0_usize, 0);
    let mut result = Look::Shallow;
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        piece += 1;
        match byte {
            b',' | b';' => (piece, operators) = (0, 0),
            b'\n' if brackets == 0 => (piece, operators) = (0, 0),
            b'(' | b'[' | b'{' => brackets += 1,
            b')' | b']' | b'}' => brackets = brackets.saturating_sub(1),
            b'l' if bytes[at..].starts_with(b"lambda") => words += 1,
            b'e' if bytes[at..].starts_with(b"elif") => words += 1,
            b'+' | b'-' | b'*' | b'/' | b'.' | b'~' | b'|' | b'&' | b'^' | b'%' | b'@' => operators += 1,
            _ => {}
        }
        if operators > MOST_OPERATORS {
            return Look::Hopeless;
        }
        if piece > LONGEST_PIECE || brackets > MOST_BRACKETS || words > MOST_WORDS {
            result = Look::Deep;
        }
    }
    result
}

/// Whether the program nests deeper than CPython allows, which the parser crate does not mind.
pub(super) fn exceeds_limits(tokens: &Tokens) -> bool {
    let (mut brackets, mut levels, mut fstrings) = (0_usize, 1, 0_usize);
    for token in tokens {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => brackets += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => brackets = brackets.saturating_sub(1),
            TokenKind::Indent => levels += 1,
            TokenKind::Dedent => levels -= 1,
            TokenKind::FStringStart => fstrings += 1,
            TokenKind::FStringEnd => fstrings -= 1,
            _ => continue,
        }
        if brackets > BRACKETS || levels > LEVELS || fstrings + 1 >= FSTRINGS {
            return true;
        }
    }
    false
}

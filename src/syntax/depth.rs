//! How deep a program nests, told from its bytes before anything reads it recursively, and from its
//! tokens afterwards. Answers may err on the side of caution: what looks deep is read by the slower way.

use ruff_python_ast::token::{TokenKind, Tokens};

use super::lexer::{Kind, Lexer};
use crate::source::Source;

/// Up to here a program may go through the parser crate, which calls itself for each level.
const LONGEST_PIECE: usize = 5_000;
const MOST_BRACKETS: usize = 1_000;
const MOST_WORDS: usize = 2_000;

/// Beyond this a single expression has more operators than any way of reading could take.
const MOST_OPERATORS: usize = 500_000;

/// CPython's own limits; in brackets its parser may reach the deepest level that it goes to before it reaches the
/// limit of brackets, which is 200.
const BRACKETS: usize = 80;
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

/// The bytes at which the look stops: ends of pieces, brackets, and a rare letter of each word.
const TELLING: [bool; 256] = table(b",;\n([{)]}bf");

/// The same, where there is room for too many operators.
const TELLING_WITH_OPERATORS: [bool; 256] = table(b",;\n([{)]}bf+-*/.~|&^%@");

const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

/// How much of the text is looked at in one piece first: two of them are shorter than what may be too long.
const STRETCH: usize = 2040;

/// Whether there are so few brackets and words, and so many ends of pieces, that it need not be known where they stand.
/// Most programs are like that, and counting takes little.
fn is_plainly_shallow(bytes: &[u8]) -> bool {
    let mut brackets = 0;
    bytes.len() <= MOST_OPERATORS
        && count_word_parts(bytes) <= MOST_WORDS
        && bytes.chunks(STRETCH).all(|stretch| {
            let opened = count(stretch, |byte| matches!(byte, b'(' | b'[' | b'{'));
            let closed = count(stretch, |byte| matches!(byte, b')' | b']' | b'}'));
            let fits = brackets + opened <= MOST_BRACKETS;
            // What is closed may have been opened nowhere, so that those that follow stay open.
            brackets = (brackets + opened).saturating_sub(closed).max(opened);
            fits && (stretch.len() < STRETCH || count(stretch, |byte| matches!(byte, b',' | b';')) > 0)
        })
}

/// How many bytes are such.
fn count(bytes: &[u8], such: impl Fn(u8) -> bool) -> usize {
    // A sum of bytes is made of many at once.
    let few = |bytes: &[u8]| bytes.iter().map(|&byte| u8::from(such(byte))).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|bytes| usize::from(few(bytes))).sum()
}

/// How many pairs of letters there are that every `lambda` or `elif` has and few other words have.
fn count_word_parts(bytes: &[u8]) -> usize {
    let is_part =
        |(&one, &next): (&u8, &u8)| u8::from((one == b'b') & (next == b'd') | (one == b'l') & (next == b'i'));
    let few = |(ones, nexts): (&[u8], &[u8])| ones.iter().zip(nexts).map(is_part).sum::<u8>();
    let len = usize::from(u8::MAX);
    let nexts = bytes.get(1..).unwrap_or_default();
    bytes.chunks(len).zip(nexts.chunks(len)).map(|pairs| usize::from(few(pairs))).sum()
}

/// A rough look at the text. A piece ends at a comma, a semicolon, or a line end outside brackets: what
/// is nested without brackets is nested within one piece. Strings are not told from the rest.
pub(super) fn look(text: &str) -> Look {
    let bytes = text.as_bytes();
    if is_plainly_shallow(bytes) {
        return Look::Shallow;
    }
    let (mut piece, mut operators, mut brackets, mut words) = (0, 0, 0_usize, 0);
    let mut result = Look::Shallow;
    let telling = if bytes.len() > MOST_OPERATORS { &TELLING_WITH_OPERATORS } else { &TELLING };
    for (at, &byte) in bytes.iter().enumerate() {
        if !telling[usize::from(byte)] {
            continue;
        }
        if at - piece > LONGEST_PIECE {
            result = Look::Deep;
        }
        match byte {
            b',' | b';' => (piece, operators) = (at + 1, 0),
            b'\n' if brackets == 0 => (piece, operators) = (at + 1, 0),
            b'(' | b'[' | b'{' => brackets += 1,
            b')' | b']' | b'}' => brackets = brackets.saturating_sub(1),
            b'b' if bytes[..at].ends_with(b"lam") && bytes[at..].starts_with(b"bda") => words += 1,
            b'f' if bytes[..at].ends_with(b"eli") => words += 1,
            b'+' | b'-' | b'*' | b'/' | b'.' | b'~' | b'|' | b'&' | b'^' | b'%' | b'@' => operators += 1,
            _ => {}
        }
        if operators > MOST_OPERATORS {
            return Look::Hopeless;
        }
        if brackets > MOST_BRACKETS || words > MOST_WORDS {
            result = Look::Deep;
        }
    }
    if bytes.len() - piece > LONGEST_PIECE { Look::Deep } else { result }
}

/// A closer look where the first one was alarmed: at tokens, for strings and comments have no depth.
pub(super) fn is_deep(source: &Source) -> bool {
    let mut lexer = Lexer::for_parser(source);
    let (mut piece, mut words) = (0, 0);
    loop {
        // What has wrong tokens is for the slower way too.
        let Ok(token) = lexer.next() else { return true };
        piece += 1;
        match (token.kind, &*lexer.text(token.start, token.end)) {
            (Kind::EndMarker, _) => return false,
            (Kind::Newline, _) | (Kind::Op, "," | ";") => piece = 0,
            (Kind::Name, "lambda" | "elif") => words += 1,
            _ => {}
        }
        if piece > LONGEST_PIECE || words > MOST_WORDS {
            return true;
        }
    }
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

//! What the tokenizer gives: tokens with their places, or why there is none. Does not know how they are found.

use std::ops::Range;

use super::Sign;
use crate::source::SyntaxError;

/// What kind of token this is, as far as the tokenizer itself tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    EndMarker,
    Name,
    Number,
    String,
    Newline,
    Indent,
    Dedent,
    Op,
    FStringStart,
    FStringMiddle,
    FStringEnd,
    /// Only `tokenize` sees these three.
    Comment,
    Nl,
    Encoding,
}

impl Kind {
    /// The name in Python's `token` module.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EndMarker => "ENDMARKER",
            Self::Name => "NAME",
            Self::Number => "NUMBER",
            Self::String => "STRING",
            Self::Newline => "NEWLINE",
            Self::Indent => "INDENT",
            Self::Dedent => "DEDENT",
            Self::Op => "OP",
            Self::FStringStart => "FSTRING_START",
            Self::FStringMiddle => "FSTRING_MIDDLE",
            Self::FStringEnd => "FSTRING_END",
            Self::Comment => "COMMENT",
            Self::Nl => "NL",
            Self::Encoding => "ENCODING",
        }
    }

    /// Whether the token may reach over several lines.
    pub(in crate::syntax) const fn is_string(self) -> bool {
        matches!(self, Self::String | Self::FStringMiddle)
    }
}

/// A token with its places in bytes. Marks such as DEDENT have no text, and their columns are -1.
#[derive(Clone, Copy, Debug)]
pub(in crate::syntax) struct Lexeme {
    pub kind: Kind,
    pub sign: Sign,
    /// How many brackets are open after it.
    pub level: u16,
    pub start: u32,
    pub end: u32,
    pub line: i32,
    pub col: i32,
    pub end_line: i32,
    pub end_col: i32,
}

impl Lexeme {
    /// Where its text stands.
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Why there is no next token.
#[derive(Clone, Debug)]
pub(in crate::syntax) enum Failure {
    /// An error with its place.
    Raised(Box<SyntaxError>),
    /// The text ended inside brackets, or after a backslash.
    Eof,
    Dedent,
    Tabs,
    TooDeep,
    /// Something follows a backslash on its line.
    Continuation,
    /// A name that is not UTF-8.
    Decode,
}

pub(in crate::syntax) type Lexed<T> = Result<T, Failure>;

/// An open bracket.
#[derive(Clone, Copy, Debug)]
pub(in crate::syntax) struct Bracket {
    pub byte: u8,
    pub line: i32,
    pub col: i32,
}

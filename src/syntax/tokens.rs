//! Tokens as Python's `tokenize` module gives them, its oddities included.

use super::lexer::{Failure, Kind, Lexeme, Lexer, operator_name};
use crate::literal;
use crate::source::{ErrorKind, NoTokens, Source, SyntaxError, utf8_error};

/// A token; lines count from 1, columns are characters from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    pub start: (i32, i32),
    pub end: (i32, i32),
}

impl Token {
    /// The name of the exact type: `LPAR` where the type is `OP`.
    pub fn exact_name(&self) -> &'static str {
        match self.kind {
            Kind::Op => operator_name(&self.text).unwrap_or(Kind::Op.name()),
            kind => kind.name(),
        }
    }
}

/// All tokens of a program.
pub fn tokens(source: &Source) -> Result<Vec<Token>, SyntaxError> {
    let encoding = source.encoding().to_string();
    let mut tokens = vec![Token { kind: Kind::Encoding, text: encoding, start: (0, 0), end: (0, 0) }];
    let mut lexer = Lexer::for_tokenize(source);
    let mut columns = Columns::default();
    loop {
        let lexeme = lexer.next().map_err(|failure| refused(&lexer, failure))?;
        let last = lexeme.kind == Kind::EndMarker;
        // A carriage return in the middle of a line swallows the next byte.
        let (start, end) = (lexeme.start as usize, (lexeme.end as usize).min(lexer.bytes.len()));
        let bytes = &lexer.bytes[start.min(end)..end];
        if let Err(error) = std::str::from_utf8(bytes) {
            return Err(SyntaxError::new(ErrorKind::UnicodeDecode, utf8_error(bytes, error)));
        }
        tokens.push(shown(&lexer, &lexeme, &mut columns));
        if last {
            return Ok(tokens);
        }
    }
}

/// All tokens of a file.
pub fn tokens_of_file(name: &str, bytes: &[u8]) -> Result<Vec<Token>, SyntaxError> {
    let source = Source::for_tokens(name, bytes).map_err(|problem| {
        let name = literal::str_repr(&name.into());
        let msg = match problem {
            NoTokens::NotText => format!("invalid or missing encoding declaration for {name}"),
            NoTokens::Unknown(encoding) => format!("unknown encoding for {name}: {encoding}"),
            NoTokens::Marked => format!("encoding problem for {name}: utf-8"),
            NoTokens::Unread(msg) => msg,
        };
        SyntaxError::new(ErrorKind::Syntax, msg)
    })?;
    tokens(&source)
}

/// What `python -m tokenize` says of a file that is no tokens.
pub fn refusal(name: &str, error: &SyntaxError) -> String {
    match (error.lineno, error.offset) {
        _ if error.kind == ErrorKind::UnicodeDecode => {
            format!("unexpected error: {}\n{error}", error.msg)
        }
        (Some(line), Some(column)) => format!("{name}:{line}:{column}: error: {}", error.msg),
        _ => format!("{name}: error: {}", error.msg),
    }
}

/// The tokens as `python -m tokenize` prints them; with exact types as with its option `-e`.
pub fn listing(tokens: &[Token], exact: bool) -> String {
    let line = |token: &Token| {
        let ((line, col), (end_line, end_col)) = (token.start, token.end);
        let place = format!("{line},{col}-{end_line},{end_col}:");
        let name = if exact { token.exact_name() } else { token.kind.name() };
        format!("{place:<20}{name:<15}{:<15}\n", literal::str_repr(&token.text.as_str().into()))
    };
    tokens.iter().map(line).collect()
}

/// Counts characters; remembers one stretch that is known to be ASCII.
#[derive(Default)]
struct Columns {
    start: usize,
    end: usize,
    ascii: bool,
}

impl Columns {
    /// How many characters the first `len` bytes of a line are; the line reaches from `start` to `end`. A
    /// line is taken to have one more character than it has.
    fn count(&mut self, bytes: &[u8], start: usize, end: usize, len: usize) -> i32 {
        if (self.start, self.end) != (start, end) {
            *self = Self { start, end, ascii: bytes[start..end].is_ascii() };
        }
        let len = len.min(end - start + 1);
        let inside = len.min(end - start);
        let count = match self.ascii {
            true => inside,
            false => String::from_utf8_lossy(&bytes[start..start + inside]).chars().count(),
        };
        (count + len - inside) as i32
    }
}

fn shown(lexer: &Lexer<'_>, lexeme: &Lexeme, columns: &mut Columns) -> Token {
    let kind = lexeme.kind;
    if kind == Kind::EndMarker || kind == Kind::Dedent && lexer.at_eof {
        let place = (lexer.line + 1, 0);
        return Token { kind, text: String::new(), start: place, end: place };
    }
    let last_line = lexer.implicit_newline && lexer.line_end == lexer.len;
    let from = if kind.is_string() { lexer.multi_line_start } else { lexer.line_start };
    let to = (lexer.line_end - usize::from(last_line)).max(from);
    let start_col = match (lexeme.start as usize).checked_sub(from) {
        Some(len) => columns.count(lexer.bytes, from, to, len),
        None => -1,
    };
    let mut end_col = match (lexeme.end as usize).checked_sub(lexer.line_start) {
        Some(len) => columns.count(lexer.bytes, from, to, len),
        None => -1,
    };
    let mut text = lexer.text(lexeme.start as usize, lexeme.end as usize).into_owned();
    if kind == Kind::Newline {
        end_col += 1;
        if !last_line {
            text = if text.starts_with('\r') { "\r\n".to_string() } else { "\n".to_string() };
        }
    } else if kind == Kind::Nl && last_line {
        text.clear();
    }
    Token { kind, text, start: (lexeme.line, start_col), end: (lexeme.end_line, end_col) }
}

/// What `tokenize` raises: its own exception with a place, or an IndentationError.
fn refused(lexer: &Lexer<'_>, failure: Failure) -> SyntaxError {
    let line = lexer.text(lexer.held, lexer.line_end.max(lexer.held + 1) - 1).into_owned();
    let (kind, msg) = match failure {
        Failure::Raised(error) => {
            let msg = match error.msg.contains("unterminated triple-quoted string literal") {
                true => "EOF in multi-line string".to_string(),
                false => error.msg.clone(),
            };
            return SyntaxError { kind: ErrorKind::Token, msg, ..*error };
        }
        Failure::Eof => (ErrorKind::Token, "unexpected EOF in multi-line statement"),
        Failure::Continuation => (ErrorKind::Token, "unexpected character after line continuation character"),
        Failure::Decode => (ErrorKind::Token, "unknown tokenization error"),
        Failure::Dedent => (ErrorKind::Indentation, "unindent does not match any outer indentation level"),
        Failure::Tabs => (ErrorKind::Tab, "inconsistent use of tabs and spaces in indentation"),
        Failure::TooDeep => (ErrorKind::Indentation, "too many levels of indentation"),
    };
    let at_end = msg == "unexpected EOF in multi-line statement";
    SyntaxError {
        filename: Some("<string>".into()),
        lineno: Some(lexer.line),
        offset: Some(if at_end { lexer.held_len() } else { line.chars().count() as i32 + 1 }),
        text: (!at_end).then_some(line),
        ..SyntaxError::new(kind, msg)
    }
}

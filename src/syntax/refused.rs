//! What CPython's grammar has and the parser crate refuses. Knows nothing of the tree that comes of it.

use ruff_python_ast::token::{Token, TokenKind, Tokens};
use ruff_python_parser::ParseError;
use ruff_text_size::Ranged;

use super::lexer::{Kind, Lexer};
use crate::source::Source;

/// The keyword that is a name behind a semicolon, where no `match` statement can stand.
pub(super) const MATCH: &str = "match";

/// The text with another name for each such `match`, if there are any, and that name. All places stay the same.
pub(super) fn with_stand_in(text: &str, tokens: &Tokens) -> Option<(String, String)> {
    let mut places = Vec::new();
    let mut before = None;
    for token in tokens.iter().filter(|token| !token.kind().is_trivia()) {
        if before == Some(TokenKind::Semi) && text[token.range()] == *MATCH {
            places.push(token.range());
        }
        before = Some(token.kind());
    }
    let mut unused = (0..10_000).map(|number| format!("m{number:04}")).filter(|name| !text.contains(name));
    let stand_in = unused.next().filter(|_| !places.is_empty())?;
    let mut text = text.to_owned();
    for place in places {
        text.replace_range(place.start().to_usize()..place.end().to_usize(), &stand_in);
    }
    Some((text, stand_in))
}

/// A stretch of the text that the parser crate must not see: from, to.
pub(super) type Gap = (u32, u32);

/// Where a line ends in the format of a field, in an f-string with single quotes. For the reproduced CPython the format
/// ends there, and up to the brace only blanks and comments follow.
pub(super) fn gaps_in_formats(source: &Source) -> Vec<Gap> {
    let mut lexer = Lexer::for_parser(source);
    let (mut gaps, mut ended) = (Vec::new(), None::<usize>);
    while let Ok(token) = lexer.next() {
        if token.kind == Kind::EndMarker {
            break;
        }
        let goes_on = matches!(lexer.bytes[token.start..token.end], [b'{' | b'}']);
        if let Some(end) = ended.filter(|end| goes_on && *end < token.start) {
            gaps.push((end as u32, token.start as u32));
        }
        let is_format = token.kind == Kind::FStringMiddle && lexer.in_format();
        ended = (is_format && lexer.bytes.get(token.end) == Some(&b'\n')).then_some(token.end);
    }
    gaps
}

/// The text with something harmless in the gaps. All places stay the same.
pub(super) fn without_gaps(text: &str, gaps: &[Gap]) -> String {
    let mut text = text.to_owned();
    for (start, end) in gaps {
        text.replace_range(*start as usize..*end as usize, &"x".repeat((end - start) as usize));
    }
    text
}

/// The crate refuses `raise;`, but reads it well.
pub(super) fn is_bare_raise(tokens: &Tokens, error: &ParseError) -> bool {
    let at = tokens.partition_point(|token| token.start() < error.location.start());
    let is_semicolon = |token: &Token| token.kind() == TokenKind::Semi;
    let mut before = tokens[..at].iter().rev().filter(|token| !token.kind().is_trivia());
    tokens.get(at).is_some_and(is_semicolon) && before.next().is_some_and(|it| it.kind() == TokenKind::Raise)
}

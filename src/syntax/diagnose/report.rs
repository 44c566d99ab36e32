//! Errors and their places.

use std::rc::Rc;

use super::super::lexer::{Failure, Kind, Lexeme};
use super::checks::decode_error;
use super::engine::{Matched, Parser};
use super::grammar::Error;
use super::node::{Labels, Node};
use crate::source::{ErrorKind, SyntaxError};

/// A place as CPython's parser counts it: lines from 1, columns in bytes from 1, and 0 or -1 for none.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub line: i32,
    pub col: i32,
    pub end_line: i32,
    pub end_col: i32,
}

impl Parser<'_> {
    /// An error at a place that is known.
    pub fn error(&self, kind: ErrorKind, span: Span, msg: impl Into<String>) -> SyntaxError {
        let text = self.shown_line(span.line);
        let (mut col, mut end_col) = (span.col, span.end_col);
        if self.source.is_declared() {
            col = characters(&text, col);
            end_col = if end_col > 0 { characters(&text, end_col) } else { end_col };
        }
        SyntaxError {
            filename: Some(self.source.name().clone()),
            lineno: Some(span.line),
            offset: Some(col),
            end_lineno: Some(span.end_line),
            end_offset: Some(end_col),
            text: Some(text),
            ..SyntaxError::new(kind, msg)
        }
    }

    /// The line as CPython shows it: read again from the file, or else what the tokenizer holds, which may be more
    /// than a line.
    fn shown_line(&self, number: i32) -> String {
        let number = number.max(0);
        if let Some(line) = self.source.line_of_file(number) {
            return line;
        }
        if self.lexer.line <= number && self.lexer.held < self.lexer.line_end {
            return self.lexer.text(self.lexer.held, self.lexer.line_end).into_owned();
        }
        match self.source.is_script() {
            true => String::new(),
            false => self.source.line(number as usize).to_string(),
        }
    }

    pub fn error_between(&self, first: &Lexeme, last: &Lexeme, msg: impl Into<String>) -> SyntaxError {
        let (line, col) = (first.line, first.col + 1);
        let span = Span { line, col, end_line: last.end_line, end_col: last.end_col + 1 };
        self.error(ErrorKind::Syntax, span, msg)
    }

    pub fn error_range(&self, first: &Node, last: &Node, msg: impl Into<String>) -> SyntaxError {
        let (line, col) = (first.line, first.col + 1);
        let span = Span { line, col, end_line: last.end_line, end_col: last.end_col + 1 };
        self.error(ErrorKind::Syntax, span, msg)
    }

    /// An error at a token, or where the tokenizer stands if the token has no columns.
    pub fn error_at_token(&self, kind: ErrorKind, number: usize, msg: &str) -> SyntaxError {
        let Lexeme { line, col, end_line, end_col, .. } = self.tokens[number].lexeme;
        let col = if col == -1 { self.lexer.col_reached().max(0) } else { col + 1 };
        let end_col = if end_col == -1 { -1 } else { end_col + 1 };
        self.error(kind, Span { line, col, end_line, end_col }, msg)
    }

    /// An error at the last token that was read.
    pub fn error_here(&self, kind: ErrorKind, msg: &str) -> SyntaxError {
        self.error_at_token(kind, self.tokens.len() - 1, msg)
    }

    /// An error where the tokenizer stands, there being no token.
    pub fn error_at_reading(&self, kind: ErrorKind, msg: &str) -> SyntaxError {
        let (line, col) = (self.lexer.line, self.lexer.col_reached());
        self.error(kind, Span { line, col, end_line: line, end_col: -1 }, msg)
    }

    pub fn error_on_line(&self, kind: ErrorKind, col: i32, msg: &str) -> SyntaxError {
        let line = self.lexer.line;
        self.error(kind, Span { line, col: col + 1, end_line: line, end_col: 0 }, msg)
    }

    pub fn never_closed(&self) -> SyntaxError {
        let bracket = self.lexer.brackets.last().expect("a bracket is open");
        let msg = format!("'{}' was never closed", char::from(bracket.byte));
        let span = Span { line: bracket.line, col: bracket.col + 1, end_line: bracket.line, end_col: 0 };
        self.error(ErrorKind::Syntax, span, msg)
    }

    /// No rule fits, and none of those for mistakes does: `last` is how far the program made sense.
    pub fn generic(&mut self, last: usize) -> SyntaxError {
        if let Some(error) = self.lexer.unread() {
            return error;
        }
        let token = &self.tokens[last].lexeme;
        match token.kind {
            Kind::Indent => self.error_here(ErrorKind::Indentation, "unexpected indent"),
            Kind::Dedent => self.error_here(ErrorKind::Indentation, "unexpected unindent"),
            _ => {
                let error = self.error_between(token, token, "invalid syntax");
                self.rather_a_token(error)
            }
        }
    }

    /// An error of the parser gives way to one that the tokenizer has later.
    pub fn settle(&mut self, error: SyntaxError) -> SyntaxError {
        if let Some(unread) = self.lexer.unread().filter(|unread| unread.lineno.is_none()) {
            return unread;
        }
        match error.is_syntax() && !self.lexer_failed && !self.lexer.at_eof {
            true => self.rather_a_token(error),
            false => error,
        }
    }

    fn rather_a_token(&mut self, error: SyntaxError) -> SyntaxError {
        let line = self.tokens.last().map_or(0, |token| token.lexeme.line);
        let later = loop {
            let next = self.lexer.next();
            self.warnings.append(&mut self.lexer.warnings);
            match next {
                Ok(lexeme) if lexeme.kind == Kind::EndMarker => return error,
                Ok(_) => {}
                Err(Failure::Raised(raised)) => break *raised,
                Err(Failure::Decode) => {
                    let wrong = &self.lexer.bytes[self.lexer.start..self.lexer.cur];
                    break SyntaxError::new(ErrorKind::UnicodeDecode, decode_error(wrong));
                }
                Err(_) => match self.lexer.brackets.last() {
                    Some(bracket) if line > bracket.line => break self.never_closed(),
                    _ => return error,
                },
            }
        };
        // What is wrong inside an f-string's field matters more than how the string goes on.
        if self.lexer.in_fstring() { error } else { later }
    }

    /// Raises the error of an alternative.
    pub fn raise(&mut self, error: &Error, labels: &Labels) -> Matched {
        let node = |label: &str| -> &Rc<Node> {
            let found = labels.iter().find(|(name, _)| *name == label);
            &found.expect("the grammar names what it has labelled").1
        };
        let msg = self.fill_in(&error.message, labels);
        let at = |index: usize| node(error.labels[index]);
        Err(match error.how {
            "at" => self.error_range(at(0), at(0), msg),
            "range" => self.error_range(first_item(at(0)), last_item(at(1)), msg),
            "from" => {
                let start = at(0);
                let end_col = self.lexer.col_reached();
                let (line, col) = (start.line, start.col + 1);
                self.error(ErrorKind::Syntax, Span { line, col, end_line: self.lexer.line, end_col }, msg)
            }
            "here" => self.error_here(ErrorKind::Syntax, &msg),
            "next" => {
                if self.mark == self.tokens.len() {
                    self.fill()?;
                }
                self.error_at_token(ErrorKind::Syntax, self.mark, &msg)
            }
            "indent" => self.error_here(ErrorKind::Indentation, &msg),
            "target" => {
                let Some(wrong) = invalid_target(error.labels[0], at(1)) else { return Ok(None) };
                let verb = if error.labels[0] == "del" { "delete" } else { "assign to" };
                self.error_range(wrong, wrong, format!("cannot {verb} {}", wrong.name))
            }
            how => unreachable!("the grammar places errors in known ways, not {how}"),
        })
    }

    fn fill_in(&self, message: &str, labels: &Labels) -> String {
        let mut out = message.to_string();
        for (label, node) in labels {
            out = out.replace(&format!("{{{label}.name}}"), node.name);
            out = out.replace(&format!("{{{label}.line}}"), &node.line.to_string());
            if let Some(token) = node.token {
                out = out.replace(&format!("{{{label}.text}}"), &self.tokens[token].text);
            }
        }
        out
    }
}

/// A column in bytes as one in characters, at most one behind the last.
fn characters(text: &str, col: i32) -> i32 {
    let Ok(len) = usize::try_from(col) else { return col };
    let inside = len.min(text.len());
    let whole = String::from_utf8_lossy(&text.as_bytes()[..inside]).chars().count();
    (whole + usize::from(len > text.len())) as i32
}

pub(super) fn first_item(node: &Rc<Node>) -> &Rc<Node> {
    if node.name.is_empty() { node.parts.first().map_or(node, first_item) } else { node }
}

/// The last of several; of a comprehension its last condition, or what it runs over.
pub(super) fn last_item(node: &Rc<Node>) -> &Rc<Node> {
    match node.name {
        "" | "comprehension" => node.parts.last().map_or(node, last_item),
        _ => node,
    }
}

/// What in an expression cannot be assigned to, or deleted.
fn invalid_target<'n>(how: &str, node: &'n Rc<Node>) -> Option<&'n Rc<Node>> {
    match node.name {
        "list" | "tuple" => node.parts.iter().find_map(|part| invalid_target(how, part)),
        "starred" if how != "del" => invalid_target(how, &node.parts[0]),
        "comparison" if how == "for" => match node.parts[1].name {
            "in" => invalid_target(how, &node.parts[0]),
            _ => None,
        },
        "name" | "subscript" | "attribute" => None,
        _ => Some(node),
    }
}

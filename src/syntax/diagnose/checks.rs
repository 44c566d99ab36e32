//! What a rule cannot say: the functions that the grammar names after `??`.

use std::rc::Rc;

use super::super::pieces::Reader;
use super::super::{unescape, warnings};
use super::engine::{Matched, Parser, Token};
use super::node::{Labels, MARK, Node};
use super::report::{Span, last_item};
use crate::literal::{self, MOST_DIGITS};
use crate::source::{ErrorKind, SyntaxError, Warning, utf8_error};

impl Parser<'_> {
    pub fn check(&mut self, name: &str, node: &Rc<Node>, labels: &Labels) -> Matched {
        let labelled = |label: &str| {
            let found = labels.iter().find(|(name, _)| *name == label);
            Rc::clone(&found.expect("the grammar labels what its checks look at").1)
        };
        let here = |this: &Self, msg: &str| Err(this.error_here(ErrorKind::Syntax, msg));
        match name {
            "not_equal" => Ok((&*self.tokens[self.mark - 1].text != "<>").then(|| Rc::clone(node))),
            "real" | "imaginary" => self.check_complex_part(name, node),
            "last" => Ok(Some(labelled("a"))),
            "typevartuple_bound" => Err(self.bound_error("TypeVarTuple", &labelled("c"), &labelled("e"))),
            "paramspec_bound" => Err(self.bound_error("ParamSpec", &labelled("c"), &labelled("e"))),
            "conversion" => self.check_conversion(&labelled("m"), &labelled("n")),
            "field" => self.check_field(node, &labelled("c")),
            // The text of `{x=}` is not kept in there, and so CPython fails.
            "nested_field" if labelled("d").name == MARK => {
                let msg = "field 'value' is required for Constant";
                Err(SyntaxError::new(ErrorKind::Value, msg))
            }
            "nested_field" => self.check_field(node, &labelled("c")),
            "text" => self.check_utf8(node),
            "decodes" => self.check_format(node),
            "string" => self.check_string(node),
            "fstring" => self.check_fstring(node),
            "strings" => self.check_strings(node),
            "legacy_statement" => self.check_legacy(&labelled("a"), &labelled("b")),
            "forgotten_comma" => {
                let (a, b) = (labelled("a"), labelled("b"));
                if self.is_legacy(&a) || self.tokens[self.mark - 1].lexeme.level == 0 {
                    return Ok(None);
                }
                Err(self.error_range(&a, &b, "invalid syntax. Perhaps you forgot a comma?"))
            }
            "no_colon_after_key" => {
                let key = labelled("a");
                let span = Span { line: key.line, col: key.end_col, end_line: key.end_line, end_col: 0 };
                Err(self.error(ErrorKind::Syntax, span, "':' expected after dictionary key"))
            }
            "generator_among_arguments" => {
                let (args, clauses) = (labelled("a"), labelled("b"));
                let positional: Vec<_> = args.parts.iter().filter(|arg| !is_keyword(arg)).collect();
                match positional[..] {
                    [] | [_] => Ok(None),
                    [.., last] => Err(self.error_range(
                        last,
                        last_item(&clauses),
                        "Generator expression must be parenthesized",
                    )),
                }
            }
            "positional_after_keyword" => {
                let unpacks = labelled("a").parts.iter().any(|arg| arg.name == "unpacking");
                let what = if unpacks { "keyword argument unpacking" } else { "keyword argument" };
                here(self, &format!("positional argument follows {what}"))
            }
            other => unreachable!("the grammar asks for known checks, not {other}"),
        }
    }

    fn text_of(&self, node: &Node) -> &str {
        node.token.map_or("", |token| &self.tokens[token].text)
    }

    fn check_complex_part(&self, part: &str, node: &Rc<Node>) -> Matched {
        let is_imaginary = self.text_of(node).ends_with(['j', 'J']);
        if is_imaginary == (part == "imaginary") {
            return Ok(Some(Rc::clone(node)));
        }
        Err(self.error_range(node, node, format!("{part} number required in complex literal")))
    }

    fn bound_error(&self, what: &str, colon: &Node, bound: &Node) -> SyntaxError {
        let which = if bound.name == "tuple" { "constraints" } else { "bound" };
        let span = Span {
            line: colon.line,
            col: colon.col + 1,
            end_line: self.lexer.line,
            end_col: self.lexer.col_reached(),
        };
        self.error(ErrorKind::Syntax, span, format!("cannot use {which} with {what}"))
    }

    fn is_legacy(&self, node: &Node) -> bool {
        node.name == "name" && matches!(self.text_of(node), "print" | "exec")
    }

    fn check_legacy(&self, a: &Rc<Node>, b: &Rc<Node>) -> Matched {
        if !self.is_legacy(a) {
            return Ok(None);
        }
        let name = self.text_of(a);
        let msg = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
        Err(self.error_range(a, b, msg))
    }

    fn check_conversion(&self, mark: &Rc<Node>, name: &Rc<Node>) -> Matched {
        if mark.line != name.line || mark.end_col != name.col {
            let msg = "f-string: conversion type must come right after the exclamanation mark";
            return Err(self.error_range(mark, name, msg));
        }
        Ok(Some(Rc::clone(name)))
    }

    fn check_field(&self, node: &Rc<Node>, conversion: &Rc<Node>) -> Matched {
        let name = self.text_of(conversion);
        if conversion.token.is_some() && !matches!(name, "s" | "r" | "a") {
            let shown = literal::str_repr(&name.into());
            let msg = format!("f-string: invalid conversion character {shown}: expected 's', 'r', or 'a'");
            return Err(self.error_range(conversion, conversion, msg));
        }
        Ok(Some(Rc::clone(node)))
    }

    pub fn check_number(&mut self) -> Result<(), SyntaxError> {
        let token = &self.tokens[self.mark];
        let text = &token.text;
        let radix = text.get(1..2).is_some_and(|mark| "xXoObB".contains(mark));
        if text.len() <= MOST_DIGITS || radix || text.contains(['.', 'e', 'E', 'j', 'J']) {
            return Ok(());
        }
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if digits <= MOST_DIGITS {
            return Ok(());
        }
        let msg = format!(
            "Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion: value has {digits} digits; \
             use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer \
             literals to avoid decimal conversion limits."
        );
        let (line, end_line) = (token.lexeme.line, token.lexeme.end_line);
        Err(self.error(ErrorKind::Syntax, Span { line, col: 0, end_line, end_col: 0 }, msg))
    }

    fn warn(&mut self, number: usize, msgs: impl IntoIterator<Item = String>) {
        if !self.invalid {
            let line = self.tokens[number].lexeme.line;
            self.warnings.extend(msgs.into_iter().map(|msg| Warning::syntax(line, msg)));
        }
    }

    fn check_string(&mut self, node: &Rc<Node>) -> Matched {
        let number = self.mark - 1;
        let lexeme = &self.tokens[number].lexeme;
        let bytes = &self.lexer.bytes[lexeme.range()];
        let quote = bytes.iter().position(|byte| matches!(byte, b'"' | b'\'')).unwrap_or(0);
        let has = |letters: &[u8]| bytes[..quote].iter().any(|byte| letters.contains(byte));
        let (is_bytes, is_raw) = (has(b"bB"), has(b"rR"));
        let size =
            if bytes[quote..].starts_with(&[bytes[quote]; 3]) && bytes.len() >= quote + 6 { 3 } else { 1 };
        let (start, end) = (lexeme.start as usize + quote + size, lexeme.end as usize - size);
        if is_bytes {
            if !bytes.is_ascii() {
                let msg = "bytes can only contain ASCII literal characters";
                return Err(self.error_between(lexeme, lexeme, msg));
            }
            let wrong = if is_raw { None } else { unescape::bytes_error(&self.lexer.bytes[start..end]) };
            if let Some(msg) = wrong {
                return Err(self.error_here(ErrorKind::Syntax, &format!("(value error) {msg}")));
            }
        } else if let Some(msg) = self.wrong_text(start, end, is_raw) {
            return Err(self.error_here(ErrorKind::Syntax, &msg));
        }
        let text = Rc::clone(&self.tokens[number].text);
        self.warn(number, warnings::string(&text));
        let Node { name, line, col, end_line, end_col, .. } = **node;
        let (parts, token) = (Vec::new(), Some(number));
        Ok(Some(Rc::new(Node { name, line, col, end_line, end_col, parts, token })))
    }

    /// What is wrong with the text of a string.
    fn wrong_text(&self, start: usize, end: usize, is_raw: bool) -> Option<String> {
        let bytes = &self.lexer.bytes[start..end];
        if str::from_utf8(bytes).is_err() {
            // With escapes in it, each stretch that is not ASCII is decoded by itself.
            let is_whole = is_raw || !bytes.contains(&b'\\');
            let mut stretches = bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii());
            let wrong = stretches.find(|bytes| str::from_utf8(bytes).is_err()).unwrap_or(bytes);
            return Some(format!("(unicode error) {}", decode_error(if is_whole { bytes } else { wrong })));
        }
        let text = self.lexer.text(start, end);
        let wrong = if is_raw { None } else { unescape::text_error(&text) };
        wrong.map(|msg| format!("(unicode error) {msg}"))
    }

    /// Text between fields is made a Python string before anything else is done with it.
    fn check_utf8(&self, node: &Rc<Node>) -> Matched {
        let lexeme = &self.tokens[self.mark - 1].lexeme;
        let bytes = &self.lexer.bytes[lexeme.range()];
        match str::from_utf8(bytes) {
            Ok(_) => Ok(Some(Rc::clone(node))),
            Err(_) => Err(SyntaxError::new(ErrorKind::UnicodeDecode, decode_error(bytes))),
        }
    }

    /// The text of a format is never raw, and CPython forgets to make its error one of syntax.
    fn check_format(&mut self, node: &Rc<Node>) -> Matched {
        let number = self.mark - 1;
        let lexeme = &self.tokens[number].lexeme;
        let text = self.lexer.text(lexeme.start as usize, lexeme.end as usize).into_owned();
        if let Some(msg) = unescape::text_error(&text) {
            return Err(SyntaxError::new(ErrorKind::UnicodeDecode, msg));
        }
        self.warn(number, warnings::format(&text));
        Ok(Some(Rc::clone(node)))
    }

    fn check_fstring(&mut self, node: &Rc<Node>) -> Matched {
        let (mut fstrings, mut whole) = (Reader::default(), None);
        let start = node.parts.first().and_then(|start| start.token).unwrap_or(self.mark);
        for Token { lexeme, text, .. } in &self.tokens[start..self.mark] {
            let written = |start: usize, end: usize| self.lexer.text(start, end).into_owned();
            whole = fstrings.token(lexeme.kind, (text, lexeme.start as usize, lexeme.level.into()), written);
        }
        let Some(fstring) = whole else { return Ok(Some(Rc::clone(node))) };
        for piece in warnings::proper_texts(&fstring) {
            if let Some(msg) = unescape::text_error(&piece.text) {
                return Err(self.error_here(ErrorKind::Syntax, &format!("(unicode error) {msg}")));
            }
        }
        self.warn(self.mark - 1, warnings::fstring_texts(&fstring));
        Ok(Some(Rc::clone(node)))
    }

    /// Neighbouring strings become one, so they must be of one kind.
    fn check_strings(&self, node: &Rc<Node>) -> Matched {
        let parts = if node.name.is_empty() { &node.parts[..] } else { std::slice::from_ref(node) };
        let is_bytes = |part: &Rc<Node>| {
            let text = self.text_of(part);
            let quote = text.find(['"', '\'']).unwrap_or(0);
            part.name == "literal" && text[..quote].contains(['b', 'B'])
        };
        let bytes = parts.iter().filter(|part| is_bytes(part)).count();
        if bytes != 0 && bytes != parts.len() {
            return Err(self.error_here(ErrorKind::Syntax, "cannot mix bytes and nonbytes literals"));
        }
        if parts.len() == 1 {
            return Ok(Some(Rc::clone(node)));
        }
        let has_fields = parts.iter().any(|part| part.name == "f-string expression");
        let name = if has_fields { "f-string expression" } else { "literal" };
        let Node { line, col, end_line, end_col, .. } = **node;
        Ok(Some(Rc::new(Node { name, line, col, end_line, end_col, parts: Vec::new(), token: None })))
    }
}

/// CPython's words for bytes that are not UTF-8.
pub(super) fn decode_error(bytes: &[u8]) -> String {
    match str::from_utf8(bytes) {
        Ok(_) => "unknown error".to_string(),
        Err(error) => utf8_error(bytes, error),
    }
}

fn is_keyword(arg: &Node) -> bool {
    matches!(arg.name, "keyword" | "unpacking")
}

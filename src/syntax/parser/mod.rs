//! From tokens to the tree: CPython's grammar, one function a rule or a few, each named for what it reads. It is only
//! there for programs that are valid: what is wrong with another one, `diagnose` finds out.

mod argument;
mod atom;
mod collection;
mod compound;
mod comprehension;
mod definition;
mod expression;
mod fstring;
mod import;
mod name;
mod number;
mod parameter;
mod pattern;
mod simple;
mod string;
mod target;
mod with_;

use super::ast::{Expr, Name, Stmt};
use super::lexer::{Lexeme, Lexer, Sign};
use crate::source::{Location, Source, Warning};
use name::Names;

/// More levels than this may be more than CPython's parser takes; whether they are, must be looked at closely.
const DEEP: u32 = 5_000;

/// Beyond this they certainly are.
const DEEPEST: u32 = 40_000;

/// So many operators or calls in a row, each holding all before it, make a tree that is too tall for anyone.
const TALLEST: u32 = 100_000;

/// The program is none, or too deep.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refused;

type Read<T> = Result<T, Refused>;

/// Where reading ended before the program did.
pub(super) struct Stop {
    /// All is well before this offset.
    pub near: usize,
    pub too_tall: bool,
    /// With the offset of the token at which each is given.
    pub warnings: Vec<(u32, Warning)>,
}

/// A program's statements.
pub(super) struct Program {
    pub body: Vec<Stmt>,
    pub warnings: Vec<Warning>,
    /// Whether it may be nested deeper than CPython allows.
    pub deep: bool,
}

/// Reads a program whose text is proper UTF-8.
pub(super) fn read(source: &Source, text: &str) -> Result<Program, Stop> {
    let mut parser = Parser::new(source, text);
    let body = parser.program();
    // The tokenizer's warnings stand before the parser's.
    let mut warnings = std::mem::take(&mut parser.warnings);
    warnings.sort_by_key(|(offset, _)| *offset);
    match body {
        Ok(body) => {
            let warnings = warnings.into_iter().map(|(_, warning)| warning).collect();
            Ok(Program { body, warnings, deep: parser.deep })
        }
        Err(Refused) => {
            let (near, too_tall) = (parser.token().start as usize, parser.tall > TALLEST);
            Err(Stop { near, too_tall, warnings })
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    /// The last one is the end of the text, or what stands for the place where the tokenizer failed.
    tokens: Vec<Lexeme>,
    /// The token that is read next.
    at: usize,
    names: Names<'a>,
    /// Elements of what is being read, those of the innermost last.
    elements: Vec<Expr>,
    statements: Vec<Stmt>,
    /// How many levels deep CPython's parser is at most.
    level: u32,
    deep: bool,
    /// How tall the tree of this element may be.
    tall: u32,
    /// With the offset of the token at which it is given.
    warnings: Vec<(u32, Warning)>,
}

/// Where reading can go back to.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    elements: usize,
    warnings: usize,
}

impl<'a> Parser<'a> {
    fn new(source: &'a Source, text: &'a str) -> Self {
        let mut lexer = Lexer::for_parser(source);
        let mut tokens = Vec::with_capacity(text.len() / 4 + 16);
        let mut warnings = Vec::new();
        loop {
            let (token, is_last) = match lexer.next() {
                Ok(token) => (token, token.sign == Sign::EndMarker),
                Err(_) => (lexer.stand_in(), true),
            };
            tokens.push(token);
            if !lexer.warnings.is_empty() {
                warnings.extend(lexer.warnings.drain(..).map(|warning| (token.start, warning)));
            }
            if is_last {
                break;
            }
        }
        Self {
            text,
            names: Names::with_room(text.len()),
            tokens,
            at: 0,
            elements: Vec::new(),
            statements: Vec::new(),
            level: 0,
            deep: false,
            tall: 0,
            warnings,
        }
    }

    fn program(&mut self) -> Read<Vec<Stmt>> {
        while self.sign() != Sign::EndMarker {
            self.statement()?;
        }
        Ok(std::mem::take(&mut self.statements))
    }

    fn token(&self) -> &Lexeme {
        &self.tokens[self.at]
    }

    fn sign(&self) -> Sign {
        self.tokens[self.at].sign
    }

    /// The token behind the next one.
    fn second(&self) -> Sign {
        self.tokens.get(self.at + 1).map_or(Sign::EndMarker, |token| token.sign)
    }

    fn is(&self, sign: Sign) -> bool {
        self.sign() == sign
    }

    fn bump(&mut self) {
        self.at += 1;
    }

    /// Reads a token if it is the next one.
    fn takes(&mut self, sign: Sign) -> bool {
        if self.sign() != sign {
            return false;
        }
        self.at += 1;
        true
    }

    fn expect(&mut self, sign: Sign) -> Read<()> {
        if self.takes(sign) { Ok(()) } else { Err(Refused) }
    }

    fn name(&mut self) -> Read<Name> {
        let token = &self.tokens[self.at];
        if token.sign != Sign::Name {
            return Err(Refused);
        }
        let name = self.names.of(&self.text[token.range()]);
        self.at += 1;
        Ok(name)
    }

    /// Whether the next token is a name written like this.
    fn is_word(&self, word: &str) -> bool {
        let token = self.token();
        token.sign == Sign::Name && &self.text[token.range()] == word
    }

    /// From a token to the one that was read last.
    fn since(&self, start: usize) -> Location {
        let (first, last) = (&self.tokens[start], &self.tokens[self.at - 1]);
        Location::new(first.line, last.end_line, first.col, last.end_col)
    }

    /// The same, the ends of blocks apart.
    fn block_since(&self, start: usize) -> Location {
        let is_text = |token: &&Lexeme| !matches!(token.sign, Sign::Newline | Sign::Indent | Sign::Dedent);
        let first = &self.tokens[start];
        let last = self.tokens[..self.at].iter().rev().find(is_text).unwrap_or(first);
        Location::new(first.line, last.end_line, first.col, last.end_col)
    }

    /// Reads what lies so many levels deeper for CPython at most.
    fn deeper<T>(&mut self, levels: u32, work: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        self.level += levels;
        if self.level > DEEP {
            self.deep = true;
            if self.level > DEEPEST {
                return Err(Refused);
            }
        }
        let result = work(self);
        self.level -= levels;
        result
    }

    /// Notes that something is built around all that was read of this element.
    fn grow(&mut self) -> Read<()> {
        self.tall += 1;
        if self.tall > TALLEST { Err(Refused) } else { Ok(()) }
    }

    fn elements_since(&mut self, start: usize) -> Vec<Expr> {
        self.elements.split_off(start)
    }

    fn mark(&self) -> Mark {
        Mark { at: self.at, elements: self.elements.len(), warnings: self.warnings.len() }
    }

    fn go_back(&mut self, mark: Mark) {
        self.at = mark.at;
        self.elements.truncate(mark.elements);
        self.warnings.truncate(mark.warnings);
    }
}

fn boxed(expr: Expr) -> Box<Expr> {
    Box::new(expr)
}

//! The machine that runs the grammar: alternatives in order, remembered results, rules that start with
//! themselves.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::super::ast::Mode;
use super::super::lexer::{Kind, Lexeme, Lexer};
use super::super::parser::Stop;
use super::first::Tokens;
use super::grammar::{Alternative, GRAMMAR, Grammar, Item, Then};
use super::node::{Labels, MARK, Node, SEVERAL};
use crate::dialect;
use crate::source::{ErrorKind, Source, SyntaxError, Warning};

/// So close to the deepest level, rules are tried that cannot fit too: CPython gives up within one of them. No such
/// rule goes deeper than this.
const CLOSE: usize = 100;

/// How much work is done before an answer in general terms has to do.
const MOST_WORK: u64 = 200_000_000;

/// CPython takes the start of one for the whole here.
const SOFT_KEYWORDS: [&str; 4] = ["_", "case", "match", "type"];

pub(super) struct Token {
    pub lexeme: Lexeme,
    pub text: Rc<str>,
    /// The keyword's or operator's number.
    pub literal: Option<usize>,
    /// Its bit in sets of tokens.
    pub bit: Tokens,
}

pub(super) type Matched = Result<Option<Rc<Node>>, SyntaxError>;

pub(super) struct Parser<'a> {
    pub source: &'a Source,
    pub lexer: Lexer<'a>,
    pub tokens: Vec<Token>,
    pub mark: usize,
    pub invalid: bool,
    /// Whether the tokenizer has failed.
    pub lexer_failed: bool,
    pub grammar: &'static Grammar,
    pub warnings: Vec<Warning>,
    pub mode: Mode,
    /// Whether the text's end still counts as the end of a line: in `single` mode it does once.
    pub ends_line: bool,
    level: usize,
    work: u64,
    memo: FxHashMap<Asked, (Option<Rc<Node>>, usize)>,
}

/// Which rule, at which token.
type Asked = (usize, usize);

impl<'a> Parser<'a> {
    pub fn new(source: &'a Source, mode: Mode) -> Self {
        let lexer = Lexer::for_parser(source);
        let lexer = if mode == Mode::Exec { lexer } else { lexer.unended() };
        Self {
            source,
            lexer,
            tokens: Vec::new(),
            mark: 0,
            invalid: false,
            lexer_failed: false,
            grammar: &GRAMMAR,
            warnings: Vec::new(),
            mode,
            ends_line: false,
            level: 0,
            work: 0,
            memo: FxHashMap::default(),
        }
    }

    /// Reads the program, from the last statement of the outermost level that starts before the stop, if there is one.
    pub fn diagnose(mut self, stop: Option<&Stop>) -> Option<(SyntaxError, Vec<Warning>)> {
        let start = stop.map_or(0, |stop| self.skip_to(stop));
        self.mark = start;
        let error = match self.rule(self.grammar.start(self.mode)) {
            Ok(Some(_)) => self.more_than_one()?,
            Ok(None) => self.look_closer(start),
            Err(error) => self.settle(error),
        };
        Some((error, self.warnings))
    }

    /// What stands behind a statement that should be the only one.
    fn more_than_one(&self) -> Option<SyntaxError> {
        let rest = self.lexer.bytes.get(self.lexer.cur..).unwrap_or_default();
        let more = rest.split(|&byte| byte == b'\n').any(|line| {
            let first = line.iter().find(|byte| !matches!(byte, b' ' | b'\t' | 0x0C));
            first.is_some_and(|&byte| byte != b'#')
        });
        let msg = "multiple statements found while compiling a single statement";
        (self.mode == Mode::Single && more).then(|| self.error_here(ErrorKind::Syntax, msg))
    }

    /// The second reading, in which the rules for mistakes are asked.
    fn look_closer(&mut self, start: usize) -> SyntaxError {
        let last = self.tokens.len() - 1;
        self.memo.clear();
        self.mark = start;
        self.invalid = true;
        match self.rule(self.grammar.start(self.mode)) {
            Ok(_) => self.generic(last),
            Err(error) => self.settle(error),
        }
    }

    /// The token at the mark, read if need be.
    fn token(&mut self) -> Result<&Token, SyntaxError> {
        if self.mark == self.tokens.len() {
            self.fill()?;
        }
        Ok(&self.tokens[self.mark])
    }

    /// Whether what starts with one of those tokens need not be tried here.
    fn skips(&mut self, first: Tokens) -> Result<bool, SyntaxError> {
        let close = self.level + CLOSE > dialect::ALL[0].parser_depth;
        Ok(!close && first != Tokens::MAX && first & self.token()?.bit == 0)
    }

    fn deeper(&mut self, work: impl FnOnce(&mut Self) -> Matched) -> Matched {
        if self.level == dialect::ALL[0].parser_depth {
            let msg = "Parser stack overflowed - Python source too complex to parse";
            return Err(SyntaxError::new(ErrorKind::Memory, msg));
        }
        self.level += 1;
        let result = work(self);
        self.level -= 1;
        result
    }

    fn rule(&mut self, number: usize) -> Matched {
        self.work += 1;
        if self.work > MOST_WORK {
            return Ok(None);
        }
        let rule = &self.grammar.rules[number];
        if self.skips(rule.first)? {
            return Ok(None);
        }
        // Only what CPython remembers is remembered, and for both ways of reading alike.
        if !rule.memo && !rule.left_recursive {
            let without_invalid = rule.name == "expression_without_invalid";
            let invalid = self.invalid;
            self.invalid &= !without_invalid;
            let result = self.deeper(|this| this.alternatives(&rule.alternatives));
            self.invalid = invalid;
            return result;
        }
        let key = (number, self.mark);
        if let Some((known, mark)) = self.memo.get(&key) {
            self.mark = *mark;
            return Ok(known.clone());
        }
        let result = match rule.left_recursive {
            true => self.grow(number, key)?,
            false => self.deeper(|this| this.alternatives(&rule.alternatives))?,
        };
        self.memo.insert(key, (result.clone(), self.mark));
        Ok(result)
    }

    /// A rule that starts with itself: matched with ever more behind its first match.
    fn grow(&mut self, number: usize, key: Asked) -> Matched {
        let start = self.mark;
        let mut best: (Option<Rc<Node>>, usize) = (None, start);
        self.level += 1;
        loop {
            self.memo.insert(key, best.clone());
            self.mark = start;
            let found = self.deeper(|this| this.alternatives(&this.grammar.rules[number].alternatives))?;
            if found.is_none() || self.mark <= best.1 {
                break;
            }
            best = (found, self.mark);
        }
        self.level -= 1;
        self.mark = best.1;
        Ok(best.0)
    }

    fn alternatives(&mut self, alternatives: &'static [Alternative]) -> Matched {
        let start = self.mark;
        for alternative in alternatives {
            if alternative.invalid && !self.invalid {
                continue;
            }
            self.mark = start;
            if self.skips(alternative.first)? {
                continue;
            }
            let mut cut = false;
            if let Some((nodes, labels)) = self.parts(alternative, &mut cut)? {
                return self.finish(&alternative.then, start, nodes, &labels);
            }
            if cut {
                break;
            }
        }
        self.mark = start;
        Ok(None)
    }

    #[expect(clippy::type_complexity, reason = "the pair has no name of its own")]
    fn parts(
        &mut self,
        alternative: &'static Alternative,
        cut: &mut bool,
    ) -> Result<Option<(Vec<Rc<Node>>, Labels)>, SyntaxError> {
        let mut nodes = Vec::new();
        let mut labels = Labels::new();
        for part in &alternative.parts {
            if matches!(part.item, Item::Cut) {
                *cut = true;
                continue;
            }
            let Some(node) = self.item(&part.item)? else { return Ok(None) };
            if let Some(label) = part.label {
                labels.push((label, Rc::clone(&node)));
            }
            nodes.push(node);
        }
        Ok(Some((nodes, labels)))
    }

    /// What a matched alternative comes to; if that is nothing, no other is tried.
    fn finish(
        &mut self,
        then: &'static Then,
        start: usize,
        nodes: Vec<Rc<Node>>,
        labels: &Labels,
    ) -> Matched {
        if let Some(error) = &then.error {
            let raised = self.raise(error, labels)?;
            return self.lexer.unread().map_or(Ok(raised), Err);
        }
        let mut node = self.node(start, nodes, then.name);
        if let Some(check) = then.check {
            match self.check(check, &node, labels)? {
                Some(checked) => node = checked,
                // Where nothing comes of a rule, CPython looks whether there has been an error, whatever it was.
                None => return self.lexer.unread().map_or(Ok(None), Err),
            }
        }
        Ok(Some(node))
    }

    fn node(&self, start: usize, mut nodes: Vec<Rc<Node>>, name: Option<&'static str>) -> Rc<Node> {
        if name.is_none() && nodes.len() == 1 {
            return nodes.remove(0);
        }
        let mut parts = Vec::new();
        for node in nodes {
            match node.name {
                MARK => {}
                SEVERAL => parts.extend(node.parts.iter().cloned()),
                _ => parts.push(node),
            }
        }
        if name.is_none() && parts.len() == 1 {
            return parts.remove(0);
        }
        let name = name.unwrap_or(SEVERAL);
        let Some(first) = self.tokens.get(start).map(|token| &token.lexeme) else {
            let (line, col, end_line, end_col) = (0, 0, 0, 0);
            return Rc::new(Node { name, line, col, end_line, end_col, parts, token: None });
        };
        let is_text = |token: &&Token| {
            !matches!(token.lexeme.kind, Kind::Newline | Kind::Indent | Kind::Dedent | Kind::EndMarker)
        };
        let last = self.tokens[..self.mark].iter().rev().find(is_text).map_or(first, |token| &token.lexeme);
        let (line, col) = (first.line, first.col);
        Rc::new(Node { name, line, col, end_line: last.end_line, end_col: last.end_col, parts, token: None })
    }

    fn item(&mut self, item: &'static Item) -> Matched {
        match item {
            Item::Literal(literal) => {
                let found = self.token()?.literal == Some(*literal);
                Ok(found.then(|| self.take(MARK)))
            }
            Item::Soft(word) => {
                let token = self.token()?;
                let found = token.lexeme.kind == Kind::Name && *token.text == **word;
                Ok(found.then(|| self.take("name")))
            }
            Item::Kind(kind) => self.kind(kind),
            Item::Rule(number) => self.rule(*number),
            Item::Group(alternatives) => self.deeper(|this| this.alternatives(alternatives)),
            Item::Optional(item) => {
                let start = self.mark;
                let found = self.item(item)?;
                if found.is_none() {
                    self.mark = start;
                }
                Ok(Some(found.unwrap_or_else(|| self.node(start, Vec::new(), None))))
            }
            Item::Repeat { item, at_least } => self.deeper(|this| this.repeat(None, item, *at_least)),
            Item::Gather { separator, item } => self.deeper(|this| this.repeat(Some(separator), item, 1)),
            Item::Ahead { item, wanted } => {
                let start = self.mark;
                let found = self.item(item)?.is_some();
                self.mark = start;
                Ok((found == *wanted).then(|| self.node(start, Vec::new(), None)))
            }
            Item::Forced(literal) => {
                if self.token()?.literal == Some(*literal) {
                    return Ok(Some(self.take(MARK)));
                }
                let expected = format!("expected '{}'", self.grammar.literals[*literal]);
                let token = self.tokens[self.mark].lexeme;
                Err(self.error_between(&token, &token, expected))
            }
            Item::Cut => unreachable!("a cut is no item"),
        }
    }

    fn repeat(&mut self, separator: Option<&'static Item>, item: &'static Item, at_least: usize) -> Matched {
        let start = self.mark;
        let mut nodes = Vec::new();
        loop {
            let before = self.mark;
            if let Some(separator) = separator.filter(|_| !nodes.is_empty())
                && self.item(separator)?.is_none()
            {
                self.mark = before;
                break;
            }
            match self.item(item)? {
                Some(node) if self.mark > before => nodes.push(node),
                _ => {
                    self.mark = before;
                    break;
                }
            }
        }
        Ok((nodes.len() >= at_least).then(|| self.sequence(start, nodes)))
    }

    /// As `node`, but a single one stays inside, so that repeats look alike.
    fn sequence(&self, start: usize, nodes: Vec<Rc<Node>>) -> Rc<Node> {
        self.node(start, nodes, Some(SEVERAL))
    }

    fn kind(&mut self, kind: &str) -> Matched {
        let token = self.token()?;
        let name = match (kind, token.lexeme.kind) {
            ("NAME", Kind::Name) if token.literal.is_none() => "name",
            ("SOFT_KEYWORD", Kind::Name)
                if SOFT_KEYWORDS.iter().any(|word| word.starts_with(&*token.text)) =>
            {
                "name"
            }
            ("NUMBER", Kind::Number) => {
                self.check_number()?;
                "literal"
            }
            ("STRING", Kind::String) => "literal",
            ("FSTRING_START", Kind::FStringStart)
            | ("FSTRING_MIDDLE", Kind::FStringMiddle)
            | ("FSTRING_END", Kind::FStringEnd) => "text",
            ("NEWLINE", Kind::Newline)
            | ("INDENT", Kind::Indent)
            | ("DEDENT", Kind::Dedent)
            | ("END", Kind::EndMarker) => MARK,
            _ => return Ok(None),
        };
        Ok(Some(self.take(name)))
    }

    /// The token at the mark as a node.
    fn take(&mut self, name: &'static str) -> Rc<Node> {
        let Lexeme { line, col, end_line, end_col, .. } = self.tokens[self.mark].lexeme;
        let token = Some(self.mark);
        self.mark += 1;
        Rc::new(Node { name, line, col, end_line, end_col, parts: Vec::new(), token })
    }
}

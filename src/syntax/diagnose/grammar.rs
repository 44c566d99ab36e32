//! Reads `grammar.txt` into rules. Knows nothing of tokens or errors beyond their names in that file.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::ast::Mode;
use super::first::{self, Tokens};

/// All rules.
pub(super) struct Grammar {
    pub rules: Vec<Rule>,
    rule_numbers: FxHashMap<&'static str, usize>,
    /// Keywords and operators, by the number that stands for them in [`Item::Literal`].
    pub literals: Vec<&'static str>,
    pub literal_numbers: FxHashMap<&'static str, usize>,
}

impl Grammar {
    /// The rule for a whole text.
    pub fn start(&self, mode: Mode) -> usize {
        self.rule_numbers[match mode {
            Mode::Exec => "file",
            Mode::Eval => "eval",
            Mode::Single => "interactive",
        }]
    }
}

pub(super) struct Rule {
    pub name: &'static str,
    pub memo: bool,
    /// Whether it starts with itself.
    pub left_recursive: bool,
    /// The tokens that it may start with.
    pub first: Tokens,
    pub alternatives: Vec<Alternative>,
}

pub(super) struct Alternative {
    pub parts: Vec<Part>,
    /// Whether it is for mistakes only.
    pub invalid: bool,
    pub first: Tokens,
    pub then: Then,
}

pub(super) struct Part {
    pub label: Option<&'static str>,
    pub item: Item,
}

pub(super) enum Item {
    Literal(usize),
    Soft(&'static str),
    Kind(&'static str),
    Rule(usize),
    Group(Vec<Alternative>),
    Optional(Box<Item>),
    Repeat { item: Box<Item>, at_least: usize },
    Gather { separator: Box<Item>, item: Box<Item> },
    Ahead { item: Box<Item>, wanted: bool },
    Cut,
    Forced(usize),
}

/// What a matched alternative is.
#[derive(Default)]
pub(super) struct Then {
    pub name: Option<&'static str>,
    pub check: Option<&'static str>,
    pub error: Option<Error>,
}

/// How an error is placed, by the labels of its alternative, and what it says.
pub(super) struct Error {
    pub how: &'static str,
    pub labels: Vec<&'static str>,
    pub message: String,
}

pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| read(include_str!("grammar.txt")));

fn read(text: &'static str) -> Grammar {
    let lines = || text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut reader = Reader::default();
    for line in lines().filter(|line| !line.starts_with(' ')) {
        let mut words = line.trim_end_matches(':').split(' ');
        let name = words.next().expect("a rule has a name");
        let memo = words.next().is_some();
        let earlier = reader.numbers.insert(name, reader.rules.len());
        assert!(earlier.is_none(), "there is one rule {name}");
        reader.rules.push(Rule { name, memo, left_recursive: false, first: 0, alternatives: Vec::new() });
    }
    let mut at = 0;
    for line in lines() {
        if line.starts_with(' ') {
            let alternative = reader.line(line.trim_start().trim_start_matches("| "));
            reader.rules[at - 1].alternatives.push(alternative);
        } else {
            at += 1;
        }
    }
    let mut rules = reader.rules;
    for (number, rule) in rules.iter_mut().enumerate() {
        let starts = |alternative: &Alternative| match alternative.parts.first().map(|part| &part.item) {
            Some(Item::Rule(first)) => *first == number,
            _ => false,
        };
        // The one rule that starts with itself by way of another.
        rule.left_recursive = rule.alternatives.iter().any(starts) || rule.name == "attr";
    }
    first::note(&mut rules);
    let literal_numbers = reader.literals.iter().enumerate().map(|(number, text)| (*text, number)).collect();
    Grammar { rules, rule_numbers: reader.numbers, literals: reader.literals, literal_numbers }
}

#[derive(Default)]
struct Reader {
    rules: Vec<Rule>,
    numbers: FxHashMap<&'static str, usize>,
    literals: Vec<&'static str>,
}

/// What is still to be read of a line.
struct Rest(&'static str);

impl Rest {
    fn skip_blanks(&mut self) {
        self.0 = self.0.trim_start();
    }

    fn takes(&mut self, prefix: &str) -> bool {
        match self.0.strip_prefix(prefix) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn until(&mut self, end: impl Fn(char) -> bool) -> &'static str {
        let at = self.0.find(end).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at(at);
        self.0 = rest;
        taken
    }
}

impl Reader {
    fn line(&mut self, line: &'static str) -> Alternative {
        let mut rest = Rest(line);
        let mut alternative = self.alternative(&mut rest);
        assert!(rest.0.is_empty(), "the grammar is well written: {line}");
        alternative.invalid = self.is_invalid(&alternative);
        alternative
    }

    /// CPython passes over an alternative that is nothing but a rule for mistakes. Where more stands around such a
    /// rule, it is asked the first time too, as in dict displays.
    fn is_invalid(&self, alternative: &Alternative) -> bool {
        let [Part { item: Item::Rule(number), .. }] = &alternative.parts[..] else { return false };
        self.rules[*number].name.starts_with("invalid_")
    }

    fn alternatives(&mut self, rest: &mut Rest) -> Vec<Alternative> {
        let mut all = vec![self.alternative(rest)];
        while rest.takes("|") {
            all.push(self.alternative(rest));
        }
        all
    }

    fn alternative(&mut self, rest: &mut Rest) -> Alternative {
        let mut parts = Vec::new();
        let mut then = Then::default();
        loop {
            rest.skip_blanks();
            if rest.takes("=> ") {
                then.name = Some(rest.until(|_| false));
            } else if rest.takes("?? ") {
                then.check = Some(rest.until(|c| !(c.is_ascii_alphabetic() || c == '_')));
            } else if rest.takes("!! ") {
                then.error = Some(error(rest));
            } else if rest.0.is_empty() || rest.0.starts_with(['|', ')', ']']) {
                return Alternative { parts, invalid: false, first: 0, then };
            } else {
                parts.push(self.part(rest));
            }
        }
    }

    fn part(&mut self, rest: &mut Rest) -> Part {
        let bytes = rest.0.as_bytes();
        let label = (bytes[0].is_ascii_lowercase() && bytes.get(1) == Some(&b'=')).then(|| &rest.0[..1]);
        if label.is_some() {
            rest.0 = &rest.0[2..];
        }
        Part { label, item: self.item(rest) }
    }

    fn item(&mut self, rest: &mut Rest) -> Item {
        if rest.takes("~") {
            return Item::Cut;
        }
        if rest.takes("&&") {
            match self.atom(rest) {
                Item::Literal(literal) => return Item::Forced(literal),
                _ => unreachable!("only literals are forced"),
            }
        }
        for (mark, wanted) in [("&", true), ("!", false)] {
            if rest.takes(mark) {
                return Item::Ahead { item: Box::new(self.atom(rest)), wanted };
            }
        }
        let item = self.atom(rest);
        if rest.takes(".") {
            let (separator, item) = (Box::new(item), Box::new(self.atom(rest)));
            assert!(rest.takes("+"), "what is separated is repeated");
            return Item::Gather { separator, item };
        }
        for (mark, at_least) in [("*", 0), ("+", 1)] {
            if rest.takes(mark) {
                return Item::Repeat { item: Box::new(item), at_least };
            }
        }
        item
    }

    fn atom(&mut self, rest: &mut Rest) -> Item {
        if rest.takes("'") {
            let text = rest.until(|c| c == '\'');
            rest.takes("'");
            return Item::Literal(self.literal(text));
        }
        if rest.takes("\"") {
            let text = rest.until(|c| c == '"');
            rest.takes("\"");
            // Only words can be soft keywords.
            return if text == "/" { Item::Literal(self.literal(text)) } else { Item::Soft(text) };
        }
        for (open, close) in [("(", ")"), ("[", "]")] {
            if rest.takes(open) {
                let alternatives = self.alternatives(rest);
                assert!(rest.takes(close), "brackets are closed");
                let group = self.group(alternatives);
                return if open == "[" { Item::Optional(Box::new(group)) } else { group };
            }
        }
        let name = rest.until(|c| !(c.is_ascii_alphanumeric() || c == '_'));
        if name.chars().all(|c| c.is_ascii_uppercase() || c == '_') {
            return Item::Kind(name);
        }
        Item::Rule(*self.numbers.get(name).unwrap_or_else(|| panic!("there is a rule {name}")))
    }

    /// Brackets around a single plain item group nothing.
    fn group(&self, mut alternatives: Vec<Alternative>) -> Item {
        if let [Alternative { parts, then: Then { check: None, .. }, .. }] = &mut alternatives[..]
            && parts.len() == 1
            && parts[0].label.is_none()
        {
            return parts.remove(0).item;
        }
        for alternative in &mut alternatives {
            alternative.invalid = self.is_invalid(alternative);
        }
        Item::Group(alternatives)
    }

    fn literal(&mut self, text: &'static str) -> usize {
        self.literals.iter().position(|literal| *literal == text).unwrap_or_else(|| {
            self.literals.push(text);
            self.literals.len() - 1
        })
    }
}

fn error(rest: &mut Rest) -> Error {
    let mut words = rest.until(|c| c == '"').split_whitespace();
    let how = words.next().expect("an error is placed somehow");
    let labels = words.collect();
    rest.takes("\"");
    let message = rest.until(|_| false).trim_end_matches('"').replace("\\\"", "\"");
    Error { how, labels, message }
}

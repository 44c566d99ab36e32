//! Which tokens a rule may start with, so that what cannot fit is not tried.

use super::grammar::{Alternative, Item, Rule};

/// A set of tokens: a bit for each keyword and operator, and one for each kind of other tokens.
pub(super) type Tokens = u128;

const KINDS: [&str; 11] = [
    "NAME",
    "NUMBER",
    "STRING",
    "FSTRING_START",
    "FSTRING_MIDDLE",
    "FSTRING_END",
    "NEWLINE",
    "INDENT",
    "DEDENT",
    "END",
    "TYPE_COMMENT",
];

/// The bit of a keyword or operator.
pub(super) fn literal(number: usize) -> Tokens {
    assert!(number < 128 - KINDS.len(), "there are few enough keywords and operators");
    1 << number
}

/// The bit of a kind of tokens.
pub(super) fn kind(name: &str) -> Tokens {
    let name = if name == "SOFT_KEYWORD" { "NAME" } else { name };
    let at = KINDS.iter().position(|kind| *kind == name).expect("the grammar knows these kinds");
    1 << (127 - at)
}

/// What something may start with, and whether it may be nothing.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Start {
    tokens: Tokens,
    empty: bool,
}

/// Notes at every rule and alternative what it may start with; everything, where it may be nothing.
pub(super) fn note(rules: &mut [Rule]) {
    let mut starts = vec![Start::default(); rules.len()];
    loop {
        let next: Vec<Start> = rules.iter().map(|rule| any(&rule.alternatives, &starts)).collect();
        if next == starts {
            break;
        }
        starts = next;
    }
    let all = |start: Start| if start.empty { Tokens::MAX } else { start.tokens };
    for (rule, start) in rules.iter_mut().zip(&starts) {
        rule.first = all(*start);
        note_alternatives(&mut rule.alternatives, &starts, all);
    }
}

fn note_alternatives(alternatives: &mut [Alternative], starts: &[Start], all: fn(Start) -> Tokens) {
    for alternative in alternatives {
        alternative.first = all(sequence(alternative, starts));
        for part in &mut alternative.parts {
            note_item(&mut part.item, starts, all);
        }
    }
}

fn note_item(item: &mut Item, starts: &[Start], all: fn(Start) -> Tokens) {
    match item {
        Item::Group(alternatives) => note_alternatives(alternatives, starts, all),
        Item::Optional(item) | Item::Repeat { item, .. } | Item::Ahead { item, .. } => {
            note_item(item, starts, all);
        }
        Item::Gather { separator, item } => {
            note_item(separator, starts, all);
            note_item(item, starts, all);
        }
        Item::Literal(_) | Item::Soft(_) | Item::Kind(_) | Item::Rule(_) | Item::Cut | Item::Forced(_) => {}
    }
}

fn any(alternatives: &[Alternative], starts: &[Start]) -> Start {
    alternatives
        .iter()
        .map(|alternative| sequence(alternative, starts))
        .fold(Start::default(), |a, b| Start { tokens: a.tokens | b.tokens, empty: a.empty || b.empty })
}

fn sequence(alternative: &Alternative, starts: &[Start]) -> Start {
    let mut tokens = 0;
    for part in &alternative.parts {
        let start = item_start(&part.item, starts);
        tokens |= start.tokens;
        if !start.empty {
            return Start { tokens, empty: false };
        }
    }
    Start { tokens, empty: true }
}

fn item_start(item: &Item, starts: &[Start]) -> Start {
    match item {
        Item::Literal(number) => Start { tokens: literal(*number), empty: false },
        Item::Soft(_) => Start { tokens: kind("NAME"), empty: false },
        Item::Kind(name) => Start { tokens: kind(name), empty: false },
        Item::Rule(number) => starts[*number],
        Item::Group(alternatives) => any(alternatives, starts),
        Item::Optional(item) | Item::Repeat { item, at_least: 0 } => {
            Start { empty: true, ..item_start(item, starts) }
        }
        Item::Repeat { item, .. } | Item::Gather { item, .. } => item_start(item, starts),
        // These read nothing; and what is forced is an error where it does not follow.
        Item::Ahead { .. } | Item::Cut => Start { tokens: 0, empty: true },
        Item::Forced(_) => Start { tokens: Tokens::MAX, empty: false },
    }
}

//! Sets of characters in the Unicode version of the reproduced CPython.

use std::sync::LazyLock;

/// The code points at which membership changes, in order.
struct Set(Vec<u32>);

impl Set {
    fn named(name: &str) -> Self {
        let row = include_str!("unicode_sets.txt")
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
            .expect("every set that is asked for is in the file");
        let distance =
            |word: &str| u32::from_str_radix(word, 16).expect("the file holds hexadecimal numbers");
        let mut at = 0;
        let change = |word: &str| {
            at += distance(word);
            at
        };
        Self(row.split(' ').map(change).collect())
    }

    fn has(&self, point: u32) -> bool {
        self.0.partition_point(|change| *change <= point) % 2 == 1
    }
}

static PRINTABLE: LazyLock<Set> = LazyLock::new(|| Set::named("printable"));
static IDENTIFIER_START: LazyLock<Set> = LazyLock::new(|| Set::named("identifier_start"));
static IDENTIFIER_CONTINUE: LazyLock<Set> = LazyLock::new(|| Set::named("identifier_continue"));

/// Whether `repr` shows the character as it is (`str.isprintable`).
pub fn is_printable(point: u32) -> bool {
    match point {
        0..0x7F => point >= 0x20,
        _ => PRINTABLE.has(point),
    }
}

/// Whether an identifier may start with the character.
pub fn is_identifier_start(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '_' => true,
        _ => !c.is_ascii() && IDENTIFIER_START.has(c.into()),
    }
}

/// Whether an identifier may go on with the character.
pub fn is_identifier_continue(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '_' | '0'..='9' => true,
        _ => !c.is_ascii() && IDENTIFIER_CONTINUE.has(c.into()),
    }
}

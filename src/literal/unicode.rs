//! Sets of characters in the Unicode version of the reproduced CPython.

use std::sync::LazyLock;

/// A set of characters: the code points at which membership changes, in order.
pub struct CharSet(Vec<u32>);

const SETS: &str = include_str!("unicode_sets.txt");

impl CharSet {
    /// The set with this name in a file of sets: a line each, distances between changes in hexadecimal.
    pub fn named(file: &str, name: &str) -> Self {
        let row = file
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

    pub fn has(&self, point: u32) -> bool {
        self.0.partition_point(|change| *change <= point) % 2 == 1
    }
}

static PRINTABLE: LazyLock<CharSet> = LazyLock::new(|| CharSet::named(SETS, "printable"));
static IDENTIFIER_START: LazyLock<CharSet> = LazyLock::new(|| CharSet::named(SETS, "identifier_start"));
static IDENTIFIER_CONTINUE: LazyLock<CharSet> = LazyLock::new(|| CharSet::named(SETS, "identifier_continue"));

static ASSIGNED: LazyLock<CharSet> = LazyLock::new(|| CharSet::named(SETS, "assigned"));

/// Whether the code point stands for a character that has a name or an alias.
pub fn is_assigned(c: char) -> bool {
    ASSIGNED.has(c.into())
}

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

//! What characters are: classes and case, in the Unicode version of the reproduced CPython.

use std::{collections::HashMap, sync::LazyLock};

use crate::literal::CharSet;

const TABLES: &str = include_str!("unicode.txt");

macro_rules! sets {
    ($($(#[doc = $doc:literal])* $function:ident $set:ident $name:literal;)*) => {
        $(
            static $set: LazyLock<CharSet> = LazyLock::new(|| CharSet::named(TABLES, $name));

            $(#[doc = $doc])*
            pub fn $function(point: u32) -> bool {
                $set.has(point)
            }
        )*
    };
}

sets! {
    is_alpha ALPHA "alpha";
    is_decimal DECIMAL "decimal";
    is_digit DIGIT "digit";
    is_numeric NUMERIC "numeric";
    is_lower LOWER "lower";
    is_upper UPPER "upper";
    /// A letter that is a title by itself, neither upper nor lower case.
    is_title TITLE "title";
    is_space SPACE "space";
    lowers LOWERS "lowers";
    uppers UPPERS "uppers";
    is_cased CASED "cased";
    is_case_ignorable CASE_IGNORABLE "case_ignorable";
}

/// The value of a decimal digit of any script: they stand in tens.
pub fn decimal(point: u32) -> Option<u8> {
    if !is_decimal(point) {
        return None;
    }
    let first = (0..10).find(|back| !is_decimal(point.wrapping_sub(back + 1))).unwrap_or(9);
    // Runs of more than ten are several sets of digits, one after another.
    let mut start = point - first;
    while start > 0 && is_decimal(start - 1) {
        start -= 1;
    }
    Some(((point - start) % 10) as u8)
}

type Mapping = HashMap<u32, Vec<u32>>;

static TITLES: LazyLock<Mapping> = LazyLock::new(|| mapping("titles"));
static FOLDS: LazyLock<Mapping> = LazyLock::new(|| mapping("folds"));

fn mapping(name: &str) -> Mapping {
    let row = TABLES
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
        .expect("every mapping that is asked for is in the file");
    let hex = |word: &str| u32::from_str_radix(word, 16).expect("the file holds hexadecimal numbers");
    let pair = |pair: &str| {
        let (from, to) = pair.split_once('=').expect("a mapping is written with =");
        (hex(from), to.split('.').map(hex).collect())
    };
    row.split(' ').map(pair).collect()
}

/// Appends the upper case of a character.
pub fn push_upper(out: &mut Vec<u32>, point: u32) {
    match char::from_u32(point) {
        Some(c) if c.is_ascii() => out.push(c.to_ascii_uppercase().into()),
        Some(c) if uppers(point) => out.extend(c.to_uppercase().map(u32::from)),
        _ => out.push(point),
    }
}

/// Appends the lower case of a character, whatever stands around it.
pub fn push_lower(out: &mut Vec<u32>, point: u32) {
    match char::from_u32(point) {
        Some(c) if c.is_ascii() => out.push(c.to_ascii_lowercase().into()),
        Some(c) if lowers(point) => out.extend(c.to_lowercase().map(u32::from)),
        _ => out.push(point),
    }
}

pub fn push_title(out: &mut Vec<u32>, point: u32) {
    match TITLES.get(&point) {
        Some(title) if point >= 128 => out.extend(title),
        _ => push_upper(out, point),
    }
}

pub fn push_folded(out: &mut Vec<u32>, point: u32) {
    match FOLDS.get(&point) {
        Some(folded) if point >= 128 => out.extend(folded),
        _ => push_lower(out, point),
    }
}

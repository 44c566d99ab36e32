//! Which version of CPython wrote a `.pyc`, by the number in its first two bytes.

/// The first number of each version. Since 3.11 each has fifty numbers of its own.
const FIRST: &[(u16, &str)] = &[
    (3000, "3.0"),
    (3141, "3.1"),
    (3160, "3.2"),
    (3190, "3.3"),
    (3250, "3.4"),
    (3320, "3.5"),
    (3360, "3.6"),
    (3390, "3.7"),
    (3400, "3.8"),
    (3420, "3.9"),
    (3430, "3.10"),
    (3450, "3.11"),
    (3500, "3.12"),
    (3550, "3.13"),
    (3600, "3.14"),
    (3650, "3.15"),
];
const AFTER_LAST: u16 = 3700;

/// The numbers of all versions 2 since 2.0.
const PYTHON_2: std::ops::RangeInclusive<u16> = 50_823..=62_211;

/// `None` for a number that no CPython has used.
pub fn version_of_magic(number: u16) -> Option<&'static str> {
    if PYTHON_2.contains(&number) {
        return Some("2");
    }
    let at_most = FIRST.iter().rev().find(|(first, _)| *first <= number);
    at_most.filter(|_| number < AFTER_LAST).map(|(_, version)| *version)
}

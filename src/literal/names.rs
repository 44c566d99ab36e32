//! The names of characters in the Unicode version of the reproduced CPython.

use super::is_assigned;

/// Second names that characters were given after that version.
const LATER_ALIASES: [&str; 4] = [
    "BAMUM LETTER PHASE-A MAEMGBIEE",
    "CUNEIFORM SIGN KALAM",
    "MENDE KIKAKUI SYLLABLE M172 MBO",
    "MENDE KIKAKUI SYLLABLE M174 MBOO",
];

/// The character of that name; the names that are made by a rule must be in capitals.
pub fn character_named(name: &str) -> Option<char> {
    let ruled = ["HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-"];
    let upper = name.to_ascii_uppercase();
    if ruled.iter().any(|start| upper.starts_with(start)) && upper != name || LATER_ALIASES.contains(&&*upper)
    {
        return None;
    }
    unicode_names2::character(name).filter(|c| is_assigned(*c))
}

pub fn name_of_character(c: char) -> Option<String> {
    unicode_names2::name(c).filter(|_| is_assigned(c)).map(|name| name.to_string())
}

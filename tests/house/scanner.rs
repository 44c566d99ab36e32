//! Looks into Rust text without understanding it: which modules it uses, which versions and functions it has. Knows no
//! law.

/// The text with comments blanked, and with the insides of string literals too if asked; lines stay lines.
pub fn code(text: &str, keep_strings: bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    let blank = |c: char| if c == '\n' { '\n' } else { ' ' };
    while at < chars.len() {
        let rest = &chars[at..];
        let len = match rest {
            ['/', '/', ..] => rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => block_comment(rest),
            ['"', ..] => string(rest),
            ['r', '"' | '#', ..] if at == 0 || !is_word(chars[at - 1]) => raw_string(rest),
            ['\'', '\\', _, ..] => 2 + rest[2..].iter().skip(1).take_while(|c| **c != '\'').count() + 2,
            ['\'', _, '\'', ..] => 3,
            _ => 0,
        };
        match len {
            0 => out.push(rest[0]),
            _ if keep_strings && rest[0] != '/' => out.extend(&rest[..len]),
            _ => out.extend(rest[..len].iter().map(|c| blank(*c))),
        }
        at += len.max(1);
    }
    out
}

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn block_comment(text: &[char]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        match text[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn string(text: &[char]) -> usize {
    let mut at = 1;
    while at < text.len() && text[at] != '"' {
        at += if text[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(text.len())
}

fn raw_string(text: &[char]) -> usize {
    let hashes = text[1..].iter().take_while(|c| **c == '#').count();
    if text.get(1 + hashes) != Some(&'"') {
        return 0;
    }
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = &text[2 + hashes..];
    let close = body.windows(end.len()).position(|window| window == end).unwrap_or(body.len());
    (2 + hashes + close + end.len()).min(text.len())
}

/// The modules at the top of the crate that a file names: `crate::a`, `crate::{a, b::c}`, `super::super::a`.
pub fn used_modules(text: &str, depth: usize) -> Vec<String> {
    let squeezed: String = code(text, false).split_whitespace().collect::<Vec<_>>().join(" ");
    let up = "super::".repeat(depth);
    let mut found = Vec::new();
    for door in ["crate::", up.as_str()] {
        for (at, _) in squeezed.match_indices(door) {
            let before = squeezed[..at].chars().next_back();
            if !before.is_some_and(|c| is_word(c) || c == ':') {
                found.extend(first_names(squeezed[at + door.len()..].trim_start()));
            }
        }
    }
    found
}

/// The first name of a path, or of each path in braces.
pub fn first_names(path: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| is_word(*c)).collect::<String>();
    let Some(inside) = path.strip_prefix('{') else { return vec![word(path)] };
    let mut names = vec![word(inside.trim_start())];
    let mut depth = 0;
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(word(inside[at + 1..].trim_start())),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The layers, lowest first, from the `mod` lines of `lib.rs`.
pub fn layers(lib: &str) -> Vec<String> {
    let lines = lib.lines().filter_map(|line| line.strip_prefix("pub mod ").or(line.strip_prefix("mod ")));
    lines.map(|rest| rest.trim_end_matches(';').to_string()).collect()
}

/// `(line, word)` for each version number that stands in code or in a string of it.
pub fn version_numbers(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in code(text, true).lines().enumerate() {
        for word in line.split(|c: char| !(is_word(c) || c == '.')) {
            let word = word.trim_matches('.');
            let digits = word.trim_start_matches(|c: char| c.is_alphabetic() || c == '_');
            let digits: String = digits.chars().filter(|c| *c != '.').collect();
            let names_one = ["310", "311", "312", "313", "314", "315"].iter().any(|version| {
                digits == *version
                    || word.contains('.') && word.starts_with("3.") && digits.starts_with(version)
            });
            // 3.14159 is a number; 3.14 and 3.14.2 are versions.
            let parts: Vec<&str> = word.split('.').collect();
            if names_one && parts.get(1).is_none_or(|minor| minor.len() == 2) {
                found.push((at + 1, word.to_string()));
            }
        }
    }
    found
}

/// `(line, name, lines)` of each function that has a body.
pub fn functions(text: &str) -> Vec<(usize, String, usize)> {
    let text: Vec<char> = code(text, false).chars().collect();
    let word = |at: usize| text[at..].iter().take_while(|c| is_word(**c)).collect::<String>();
    let line = |at: usize| text[..at].iter().filter(|c| **c == '\n').count() + 1;
    let mut found = Vec::new();
    for at in 0..text.len().saturating_sub(3) {
        let begins = text[at..].starts_with(&['f', 'n', ' ']) && (at == 0 || !is_word(text[at - 1]));
        let name = if begins { word(at + 3) } else { continue };
        if let Some(end) = end_of_body(&text[at..]).filter(|_| !name.is_empty()) {
            found.push((line(at), name, line(at + end) - line(at) + 1));
        }
    }
    found
}

/// Where the braces close that open behind a signature; nowhere if it ends without.
fn end_of_body(text: &[char]) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.iter().enumerate() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' => depth -= 1,
            '}' if depth == 1 => return Some(at),
            '}' => depth -= 1,
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[test]
fn the_scanner_sees_uses() {
    for (text, uses) in [
        ("use crate::vm;", "vm"),
        ("use crate::{isa::{Op, ArgKind}, vm::Vm, debugger};", "isa vm debugger"),
        ("use crate::{\n    a::B,\n    c,\n};", "a c"),
        ("fn f() { crate::tui::run(crate::view::x) }", "tui view"),
        ("use super::super::tui::x;", "tui"),
        ("use super::tui;", ""),
        ("// use crate::vm;\n/* crate::vm /* */ crate::vm */ \"crate::vm\" 'c' r#\"crate::vm\"#", ""),
        ("let c = '\"'; crate::a; let d = '\\''; crate::b; let e = \"\\\"\"; crate::c", "a b c"),
        ("fn f<'a>(x: &'a str) { crate::a }", "a"),
        ("other_crate::vm; $crate::isa::x", "isa"),
    ] {
        assert_eq!(used_modules(text, 2).join(" "), uses, "{text}");
    }
    assert_eq!(layers("//! x\npub mod a;\n\npub mod b;\nuse c;"), ["a", "b"]);
}

#[test]
fn the_scanner_sees_versions() {
    let three = "3";
    for (text, seen) in [
        (format!("let v = \"{three}.12\";"), true),
        (format!("PythonVersion::PY{three}12"), true),
        (format!("(3, 12); f({three}12)"), true),
        (format!("say(\"Python {three}.13.2\")"), true),
        (format!("{three}.14159"), false),
        (format!("// since {three}.11\n"), false),
        (format!("let a = {three}120; let b = 1{three}12;"), false),
        ("x.y(3.5, 12)".into(), false),
    ] {
        assert_eq!(!version_numbers(&text).is_empty(), seen, "{text}");
    }
}

#[test]
fn the_scanner_sees_functions() {
    for (text, seen) in [
        ("fn a() {}", "1 a 1"),
        (
            "pub(super) const fn a<T: Fn(u8) -> [u8; 2]>(x: [u8; 3]) -> T\nwhere\n    T: Copy,\n{\n    { x }\n}\n",
            "1 a 6",
        ),
        ("trait T {\n    fn a();\n    fn b() {\n    }\n}", "3 b 2"),
        ("fn a() {\n    let b = '}';\n    // }\n    let c = \"}\";\n}\nfn d() {}", "1 a 5, 6 d 1"),
        ("let f: fn (u8) = g; let of_fn = 1;", ""),
        ("fn a() {\n    fn b() {\n    }\n}", "1 a 4, 2 b 2"),
    ] {
        let shown = functions(text).into_iter().map(|(line, name, lines)| format!("{line} {name} {lines}"));
        assert_eq!(shown.collect::<Vec<_>>().join(", "), seen, "{text}");
    }
}

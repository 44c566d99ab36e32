//! The laws of the house that a machine can check: layers, where things may be named, length, safety, words.
//! `ARCHITECTURE.md` says why they are there. Each scanner is tried on small texts first, so that it cannot
//! pass by seeing nothing.

use std::{
    fs,
    path::{Path, PathBuf},
};

const LONGEST: usize = 600;

/// Pure data, which no one reads from top to bottom.
const MAY_BE_LONG: &[&str] = &["src/isa/table.rs"];

/// A function ends before this line of its own.
const LONGEST_FUNCTION: usize = 60;

/// Tables in the form of a function: (file, function, why). One that is short by now must go from here.
const MAY_BE_LONG_FUNCTIONS: &[(&str, &str, &str)] =
    &[("src/vm/exec/mod.rs", "execute", "the dispatch: one line an instruction, and no `_`")];

/// Which crates may be named in which part of the house only.
const DOORS: &[(&str, &str)] =
    &[("ratatui", "src/tui/"), ("crossterm", "src/tui/"), ("unicode_normalization", "src/syntax/")];

/// Folders of one machine; written in two pieces, or this file would break the law itself.
const MACHINE_PATHS: &[&str] = &[
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("..", "/shared"),
];

/// The text with comments blanked, and with the insides of string literals too if asked; lines stay lines.
fn code(text: &str, keep_strings: bool) -> String {
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

fn is_word(c: char) -> bool {
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
fn used_modules(text: &str, depth: usize) -> Vec<String> {
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
fn first_names(path: &str) -> Vec<String> {
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
fn layers(lib: &str) -> Vec<String> {
    let lines = lib.lines().filter_map(|line| line.strip_prefix("pub mod ").or(line.strip_prefix("mod ")));
    lines.map(|rest| rest.trim_end_matches(';').to_string()).collect()
}

/// `(line, word)` for each version number that stands in code or in a string of it.
fn version_numbers(text: &str) -> Vec<(usize, String)> {
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
fn functions(text: &str) -> Vec<(usize, String, usize)> {
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

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// (path with slashes, text) of every Rust file of the library and the program.
fn sources() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    files_below(Path::new("src"), &mut paths);
    paths.sort();
    let rust = paths.into_iter().filter(|path| path.extension().is_some_and(|ext| ext == "rs"));
    let read =
        |path: PathBuf| (path.to_string_lossy().replace('\\', "/"), fs::read_to_string(&path).expect("text"));
    let found: Vec<_> = rust.map(read).collect();
    assert!(found.len() > 20, "the sources are there");
    found
}

/// The top module a file belongs to, and how deep in it the file's own module lies.
fn place(path: &str) -> (&str, usize) {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    (inside.split('/').next().unwrap_or(inside), inside.split('/').count())
}

fn holds(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn imports_point_down() {
    let layers = layers(&fs::read_to_string("src/lib.rs").expect("lib.rs"));
    let rank = |module: &str| layers.iter().position(|layer| layer == module);
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let (own, depth) = place(&path);
        let Some(own_rank) = rank(own) else { continue };
        for used in used_modules(&text, depth) {
            if rank(&used).is_some_and(|used_rank| used_rank > own_rank) {
                broken.push(format!("{path}: {own} lies below {used} and may not use it"));
            }
        }
    }
    holds(&broken);
}

#[test]
fn crates_stay_behind_their_doors() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let text = code(&text, false);
        for (name, door) in DOORS {
            let named = text.split(|c| !is_word(c)).any(|word| word == *name);
            if named && !path.starts_with(door) {
                broken.push(format!("{path}: {name} is used outside {door}"));
            }
        }
    }
    holds(&broken);
}

#[test]
fn versions_are_named_in_dialects_only() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        if path.starts_with("src/dialect/") {
            continue;
        }
        for (line, word) in version_numbers(&text) {
            broken.push(format!("{path}:{line}: {word} names a Python version"));
        }
    }
    holds(&broken);
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let lines = text.lines().count();
        if lines > LONGEST && !MAY_BE_LONG.contains(&path.as_str()) {
            broken.push(format!("{path}: {lines} lines, at most {LONGEST}"));
        }
        if !text.starts_with("//! ") {
            broken.push(format!("{path}: the first line does not say what the module is"));
        }
    }
    holds(&broken);
}

#[test]
fn functions_are_short() {
    let mut broken = Vec::new();
    let mut excused = Vec::new();
    for (path, text) in sources() {
        for (line, name, lines) in functions(&text).into_iter().filter(|found| found.2 >= LONGEST_FUNCTION) {
            match MAY_BE_LONG_FUNCTIONS.iter().find(|(file, function, _)| *file == path && *function == name)
            {
                Some(excuse) => excused.push(excuse),
                None => broken.push(format!(
                    "{path}:{line}: {name} has {lines} lines, under {LONGEST_FUNCTION} is the law"
                )),
            }
        }
    }
    let unneeded = MAY_BE_LONG_FUNCTIONS.iter().filter(|excuse| !excused.contains(excuse));
    broken.extend(unneeded.map(|(path, name, _)| format!("{path}: {name} needs no excuse")));
    holds(&broken);
}

/// Whose files stand in the table of CPython's names. Those of `flow` need not: they are called what it calls them.
const LIKE_CPYTHON: &[&str] = &["ast_opt", "symbols", "codegen", "assemble"];

#[test]
fn the_compilers_files_are_found_by_cpythons_names() {
    let page = fs::read_to_string("ARCHITECTURE.md").expect("ARCHITECTURE.md");
    let table = page.split("\n## ").find(|part| part.starts_with("CPython's names")).expect("the table");
    let mut broken = Vec::new();
    for (path, _) in sources() {
        let Some((folder, file)) = path.trim_start_matches("src/").split_once('/') else { continue };
        let file = file.trim_end_matches(".rs");
        if LIKE_CPYTHON.contains(&folder) && file != "mod" && !table.contains(&format!("`{file}`")) {
            broken.push(format!("{path}: ARCHITECTURE.md does not say what CPython calls this"));
        }
    }
    holds(&broken);
}

#[test]
fn nothing_is_unsafe_or_silenced() {
    let manifest = fs::read_to_string("Cargo.toml").expect("Cargo.toml");
    assert!(manifest.contains("unsafe_code = \"forbid\""), "Cargo.toml forbids unsafe code");
    let silenced = |text: &str| ["#[allow", "#![allow"].iter().any(|word| code(text, false).contains(word));
    let broken: Vec<_> =
        sources().into_iter().filter(|(_, text)| silenced(text)).map(|(path, _)| path).collect();
    holds(&broken);
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "examples", "benches", ".ci"] {
        files_below(Path::new(folder), &mut paths);
    }
    let top = fs::read_dir(".").expect("the package").map(|entry| entry.expect("readable").path());
    paths.extend(top.filter(|path| path.extension().is_some_and(|ext| ext == "md" || ext == "toml")));
    let mut broken = Vec::new();
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for word in MACHINE_PATHS.iter().filter(|word| text.contains(**word)) {
            broken.push(format!("{}: names {word}", path.display()));
        }
    }
    holds(&broken);
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
    assert_eq!(place("src/vm/exec/names.rs"), ("vm", 3));
    assert_eq!(place("src/vm/mod.rs"), ("vm", 1));
    assert_eq!(place("src/compile.rs"), ("compile", 1));
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

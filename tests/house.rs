//! The laws of the house that a machine can check: layers, where things may be named, length, safety, words.
//! `ARCHITECTURE.md` says why they are there. Each scanner is tried on small texts first, so that it cannot
//! pass by seeing nothing.

#[path = "house/scanner.rs"]
mod scanner;

use std::{
    fs,
    path::{Path, PathBuf},
};

use scanner::{code, functions, is_word, layers, used_modules, version_numbers};

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
fn a_place_is_a_module_and_a_depth() {
    assert_eq!(place("src/vm/exec/names.rs"), ("vm", 3));
    assert_eq!(place("src/vm/mod.rs"), ("vm", 1));
    assert_eq!(place("src/compile.rs"), ("compile", 1));
}

//! Deep nesting, giant programs, and the limits that CPython has for them: the program gives the same answer, and
//! never a crash, in the build at hand and on a stack of the usual size. `golden/deep/README.md` says how the answers
//! were recorded.

#![expect(clippy::print_stdout, reason = "a test log says what was compared")]

use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use serde_json::Value;

/// Below this a program takes no time worth waiting for, even in a build that is not optimised.
const SMALL: usize = 4096;

fn rows(name: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/deep").join(name);
    let text = fs::read_to_string(path).expect("golden file");
    text.lines().map(|line| serde_json::from_str(line).expect("a row")).collect()
}

/// As `tests/oracle/deep_programs.py` writes it.
fn program(family: &Value, depth: usize) -> String {
    let part = |name: &str, level: usize| {
        let text = family[name].as_str().unwrap_or_default();
        match text.contains('{') {
            true => text.replace("{n}", &level.to_string()).replace("{in}", &" ".repeat(level)),
            false => text.to_owned(),
        }
    };
    let mut text = family["first"].as_str().unwrap_or("raise SystemExit\n").to_owned();
    text += &part("head", 0);
    text.extend((0..depth).map(|level| part("open", level)));
    text += &part("middle", depth);
    text.extend((0..depth).rev().map(|level| part("close", level)));
    text + &part("tail", 0)
}

/// What the program says of itself, in the words of `tests/oracle/deep_programs.py`.
fn answer(folder: &Path, text: &str) -> String {
    fs::write(folder.join("deep.py"), text).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_opstep"));
    let done = command.args(["run", "deep.py"]).current_dir(folder).output().expect("it runs");
    let Some(_) = done.status.code() else { return format!("crash: {}", done.status) };
    let error = String::from_utf8_lossy(&done.stderr);
    let error: Vec<&str> = error.lines().filter(|line| !line.contains("SyntaxWarning")).collect();
    let (Some(first), Some(last)) = (error.first(), error.last()) else { return "fine".into() };
    match first
        .strip_prefix("  File \"deep.py\", line ")
        .or(first.split_once("deep.py\", line ").map(|it| it.1))
    {
        Some(line) if first.starts_with("  File") => format!("line {line}: {last}"),
        _ => (*last).to_owned(),
    }
}

/// Where CPython itself crashes, its neighbours give one of these; where it takes too long, any answer will do.
fn is_answer_enough(answer: &str, expected: &str) -> bool {
    match expected {
        "slow" => !answer.starts_with("crash"),
        "crash" => is_refusal(answer),
        _ => answer == expected,
    }
}

fn is_refusal(answer: &str) -> bool {
    ["RecursionError: ", "MemoryError: "].iter().any(|kind| answer.contains(kind))
}

/// Compares the small programs or the others; heavy ones are small, but each level doubles what is compiled.
/// `FAMILY` names those to be compared alone.
fn compare(small: bool) {
    let folder = tempfile::tempdir().expect("a folder");
    let families = rows("families.jsonl");
    let only = std::env::var("FAMILY").unwrap_or_default();
    let (mut compared, mut wrong) = (0, Vec::new());
    for row in rows("answers.jsonl") {
        let name = row["family"].as_str().expect("a name");
        let expected = row["answer"].as_str().expect("an answer");
        let depth = usize::try_from(row["depth"].as_u64().expect("a depth")).expect("a number");
        let family = families.iter().find(|family| family["name"] == name).expect("a family");
        let text = program(family, depth);
        if !name.contains(&only) || small != (text.len() < SMALL && family["heavy"] != true) {
            continue;
        }
        let started = Instant::now();
        let found = answer(folder.path(), &text);
        if started.elapsed() > Duration::from_secs(2) {
            println!("{name} {depth}: {} KB took {:?}", text.len() / 1024, started.elapsed());
        }
        compared += 1;
        if !is_answer_enough(&found, expected) {
            wrong.push(format!("{name} {depth}: {found:?}, CPython says {expected:?}"));
        }
    }
    println!("{compared} programs compared");
    assert!(compared > 0 && wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
#[ignore = "minutes long where the build is not optimised"]
fn limits_are_cpythons() {
    compare(true);
}

#[test]
#[ignore = "minutes long: programs of up to a megabyte"]
fn giants_are_cpythons() {
    compare(false);
}

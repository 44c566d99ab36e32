//! The real binary, command by command, over every example: its output must be the real CPython's.
//!
//! `cargo test --test cli -- --ignored record` asks a CPython again and rewrites `tests/golden/cli/`.

mod support;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use opstep::dialect::PY312;

/// (what it is called, what we are asked, what CPython is asked); the example's path comes last.
#[rustfmt::skip]
const VIEWS: &[(&str, &[&str], &[&str])] = &[
    ("tokens", &["tokens"], &["-m", "tokenize"]),
    ("tokens-exact", &["tokens", "-e"], &["-m", "tokenize", "-e"]),
    ("ast", &["ast"], &["-m", "ast"]),
    ("ast-attributes", &["ast", "-a"], &["-m", "ast", "-a"]),
    ("dis", &["dis"], &["-m", "dis"]),
    ("dis-caches", &["dis", "--caches", "--json"], &["tests/oracle/codedump.py", "--dis", "--caches"]),
    ("tokens-json", &["tokens", "--json"], &["tests/oracle/codedump.py", "--tokens"]),
    ("ast-json", &["ast", "--json"], &["tests/oracle/codedump.py", "--ast"]),
    ("symbols", &["symbols", "--json"], &["tests/oracle/symbols.py"]),
    ("code", &["code"], &["tests/oracle/codedump.py"]),
    ("run", &["run"], &[]),
    ("run-record", &["run", "--record"], &[]),
    ("trace", &["trace", "--stack"], &["tests/oracle/optrace.py", "--stack"]),
    ("trace-max", &["trace", "--max", "17"], &["tests/oracle/optrace.py", "--max", "17"]),
    ("code-positions", &["code", "--positions"], &["tests/oracle/codedump.py", "--positions"]),
];

fn opstep() -> Command {
    Command::new(env!("CARGO_BIN_EXE_opstep"))
}

fn cpython(path: &Path) -> Command {
    let mut command = Command::new(path);
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONHASHSEED", "0");
    command
}

fn examples() -> Vec<PathBuf> {
    programs("examples")
}

fn programs(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the programs");
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    found.sort();
    assert!(found.len() >= 8, "the programs are there");
    found
}

/// All that a command says, without what differs from run to run and from machine to machine.
fn said(output: &Output) -> String {
    let here = format!("{}/", std::env::current_dir().expect("a folder").display());
    let text = |bytes: &[u8]| masked(&String::from_utf8_lossy(bytes).replace(&here, ""));
    let status = output.status.code().map_or("killed".into(), |code| code.to_string());
    format!("status {status}\n=== stdout\n{}=== stderr\n{}", text(&output.stdout), text(&output.stderr))
}

/// The text with each address replaced.
fn masked(text: &str) -> String {
    let mut pieces = text.split(" at 0x");
    let mut out = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        out.push_str(" at 0x...");
        out.push_str(piece.trim_start_matches(|c: char| c.is_ascii_hexdigit() || c == '.'));
    }
    out
}

fn ask(mut command: Command, words: &[&str], example: &Path) -> String {
    said(&command.args(words).arg(example).output().expect("it starts"))
}

fn golden(example: &Path, view: &str) -> PathBuf {
    let name = example.file_stem().expect("a name").to_string_lossy();
    Path::new("tests/golden/cli").join(format!("{name}.{view}"))
}

/// Where two long texts part, in a few lines.
fn difference(ours: &str, theirs: &str) -> Option<String> {
    if ours == theirs {
        return None;
    }
    let same = ours.lines().zip(theirs.lines()).take_while(|(a, b)| a == b).count();
    let from = |text: &str| text.lines().skip(same).take(3).collect::<Vec<_>>().join("\n    ");
    Some(format!("line {}\n  opstep\n    {}\n  CPython\n    {}", same + 1, from(ours), from(theirs)))
}

fn recorded(program: &Path, view: &str) -> String {
    let path = golden(program, view);
    fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is not recorded", path.display()))
}

fn check(view: &str, ours: &[&str], expected: impl Fn(&Path) -> String) {
    let mut broken = Vec::new();
    for example in examples() {
        if let Some(difference) = difference(&ask(opstep(), ours, &example), &expected(&example)) {
            broken.push(format!("{view} {}: {difference}", example.display()));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_view_of_every_example_is_as_recorded() {
    for (view, ours, _) in VIEWS {
        check(view, ours, |example| recorded(example, view));
    }
}

#[test]
fn every_view_of_every_example_is_as_live() {
    let Some(python) = support::python(PY312.micro) else { return };
    for (view, ours, theirs) in VIEWS {
        check(view, ours, |example| ask(cpython(&python), theirs, example));
    }
}

#[test]
#[ignore = "rewrites the golden files; needs a CPython"]
fn record() {
    let python = support::python(PY312.micro).expect("a CPython to ask");
    for (view, _, theirs) in VIEWS {
        for example in examples() {
            fs::write(golden(&example, view), ask(cpython(&python), theirs, &example)).expect("written");
        }
    }
    for program in programs("tests/wrong") {
        fs::write(golden(&program, "wrong"), ask(cpython(&python), &[], &program)).expect("written");
    }
}

/// Programs with a mistake that shows before they run: status, text and carets are CPython's, whichever command meets it.
#[test]
fn wrong_programs_are_refused_as_by_cpython() {
    for program in programs("tests/wrong") {
        let expected = recorded(&program, "wrong");
        for command in ["dis", "run", "run --record"] {
            let difference =
                difference(&ask(opstep(), &command.split(' ').collect::<Vec<_>>(), &program), &expected);
            assert!(
                difference.is_none(),
                "{command} {}: {}",
                program.display(),
                difference.unwrap_or_default()
            );
        }
    }
}

/// The commands that print lines of JSON, and the script that prints the same.
const JSON: &[(&[&str], &[&str])] = &[
    (&["code"], &["tests/oracle/codedump.py"]),
    (&["tokens", "--json"], &["tests/oracle/codedump.py", "--tokens"]),
    (&["ast", "--json"], &["tests/oracle/codedump.py", "--ast"]),
    (&["dis", "--json"], &["tests/oracle/codedump.py", "--dis"]),
    (&["symbols", "--json"], &["tests/oracle/symbols.py"]),
];

/// One line a file, whatever is wrong with it.
#[test]
fn json_of_wrong_programs_is_cpythons() {
    let Some(python) = support::python(PY312.micro) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let rows = [
        ("open_string.py", "x = 1\ny = '''abc\n"),
        ("open_bracket.py", "f(1,\n"),
        ("dedent.py", "if 1:\n    x\n  y\n"),
        ("escape.py", "x = '\\d'\n"),
        ("nothing.py", ""),
        ("surrogate.py", "x = '\\ud800'\n"),
    ];
    let mut programs = programs("tests/wrong");
    for (name, text) in rows {
        programs.push(folder.path().join(name));
        fs::write(&programs[programs.len() - 1], text).expect("written");
    }
    for (ours, theirs) in JSON {
        let theirs = cpython(&python).args(["-W", "ignore"]).args(*theirs).args(&programs).output();
        let ours_said = opstep().args(*ours).args(&programs).output().expect("it starts");
        let difference = difference(&said(&ours_said), &said(&theirs.expect("it starts")));
        assert!(difference.is_none(), "{ours:?}: {}", difference.unwrap_or_default());
    }
}

/// Option for option as the scripts: names as seen from a folder, lists of files, another place for the lines.
#[test]
fn json_takes_the_options_of_the_scripts() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("list"), "examples/fact.py\n\nexamples/loop.py\n").expect("written");
    let list = ["--root", "examples", "--files-from", &path("list"), "examples/add.py"];
    let python = support::python(PY312.micro);
    for (ours, theirs) in JSON {
        let printed = answer(&[*ours, &list].concat(), "");
        let printed = String::from_utf8(printed.stdout).expect("ASCII");
        for (line, name) in printed.lines().zip(["add.py", "fact.py", "loop.py"]) {
            assert!(line.starts_with(&format!("{{\"file\":\"{name}\",")), "{ours:?}: {line}");
        }
        assert_eq!(printed.lines().count(), 3, "{ours:?}");
        let out = path("out");
        let from_stdin = ["--root=examples", "--files-from=-", "examples/add.py", "--out", &out];
        let nothing = answer(&[*ours, &from_stdin].concat(), "examples/fact.py\nexamples/loop.py\n");
        assert!(nothing.stdout.is_empty() && nothing.status.success(), "{ours:?}");
        assert_eq!(fs::read_to_string(&out).expect("written"), printed, "{ours:?}");
        if let Some(python) = &python {
            let theirs = cpython(python).args(*theirs).args(list).output().expect("it starts");
            assert_eq!(printed, String::from_utf8_lossy(&theirs.stdout), "{ours:?}");
        }
    }
}

#[test]
fn symbols_are_a_tree_to_read() {
    let text = "import os\ndef outer(a: int):\n    def inner():\n        return a, os\n    return inner\n";
    let said = answer(&["symbols", "-"], text);
    let expected = "\
module top, line 0
  os     global local imported
  outer  global local assigned namespace
  int    global referenced
    function outer, line 2
      a      local parameter
      inner  local assigned referenced namespace
        function inner, line 3, nested
          a   free referenced
          os  global referenced
";
    assert_eq!(String::from_utf8_lossy(&said.stdout), expected);
}

/// Runs opstep on some words, with a text as its standard input.
fn answer(words: &[&str], stdin: &str) -> Output {
    let piped = || Stdio::piped();
    let mut child =
        opstep().args(words).stdin(piped()).stdout(piped()).stderr(piped()).spawn().expect("it starts");
    // It may be done before it has read all, which is no error here.
    let _ = child.stdin.take().expect("piped").write_all(stdin.as_bytes());
    child.wait_with_output().expect("it ends")
}

#[test]
fn a_mistake_of_the_user_is_one_line_and_status_2() {
    #[rustfmt::skip]
    let rows: &[(&[&str], &str)] = &[
        (&["ast", "no-such-file.py"], "opstep: there is no file \"no-such-file.py\"\n"),
        (&["ast", "examples"], "opstep: \"examples\" is a directory: name a .py or .pyc file in it\n"),
        (&["--nonsense"], "opstep: unexpected argument '--nonsense' found ('opstep --help' lists what there is)\n"),
        (&["--python", "2.7", "explain"], "opstep: invalid value '2.7' for '--python <VERSION>': opstep knows Python 3.12 ('opstep --help' lists what there is)\n"),
        (&["tokens", "--out", "x", "examples/add.py"], "opstep: --root, --files-from and --out go with --json\n"),
        (&["code"], "opstep: name a file, or a list of files with --files-from\n"),
        (&["symbols", "--json", "--files-from", "no-such-list"], "opstep: cannot read \"no-such-list\": No such file or directory (os error 2)\n"),
        (&["run"], "opstep: name a program: a file, - for standard input, or -c CODE\n"),
        (&["run", "-m", "json"], "opstep: -m is not supported yet: name the module's file instead\n"),
        (&["-b", "3", "run", "examples/add.py"], "opstep: -b, -c, -m, --theme and --no-mouse go without a command, or after it\n"),
        (&["examples/add.py"], "opstep: the screen needs a terminal: 'opstep run' runs a program without one, 'opstep trace' prints every instruction\n"),
        (&["run", "--max-steps", "1000", "-c", "while 1: pass"], "opstep: stopped: the limit of steps is reached\n"),
        (&["explain", "CAL"], "opstep: Python 3.12 has no instruction \"CAL\"; did you mean CALL, CACHE, COPY, NOP, SWAP? ('opstep explain' lists them all)\n"),
    ];
    for (words, line) in rows {
        let output = answer(words, "");
        assert_eq!(String::from_utf8_lossy(&output.stderr), *line, "{words:?}");
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty(), "{words:?}");
    }
}

#[test]
fn explain_prints_the_row_of_the_table() {
    let page = answer(&["explain", "for_iter"], "");
    let text = String::from_utf8_lossy(&page.stdout);
    for part in
        ["FOR_ITER  (number 93 in Python 3.12)", "takes         iterator", "caches        1 code unit"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(answer(&["explain", "93"], "").stdout, page.stdout);
    let list = answer(&["explain"], "");
    let list = String::from_utf8_lossy(&list.stdout);
    for op in opstep::isa::Op::ALL {
        assert!(list.contains(&format!("  {} ", op.name())), "{op} is listed");
    }
}

#[test]
fn a_run_gives_what_the_program_gives() {
    #[rustfmt::skip]
    let rows: &[(&[&str], &str, &str, i32)] = &[
        (&["run", "-c", "print(6 * 7)"], "", "42\n", 0),
        (&["run", "-"], "print('from', 'stdin')\n", "from stdin\n", 0),
        (&["run", "-c", "raise SystemExit(3)"], "", "", 3),
        (&["run", "-c", "print(input() + '!')"], "hello\nworld\n", "hello!\n", 0),
        (&["run", "examples/add.py", "--help", "-b"], "", "5\n", 0),
    ];
    for (words, stdin, stdout, status) in rows {
        let output = answer(words, stdin);
        assert_eq!(String::from_utf8_lossy(&output.stdout), *stdout, "{words:?}");
        assert_eq!(output.status.code(), Some(*status), "{words:?}");
    }
}

#[test]
fn a_missing_module_of_the_library_is_not_blamed_on_the_program() {
    let last_line = |module: &str| {
        let output = answer(&["run", "-c", &format!("import {module}")], "");
        String::from_utf8_lossy(&output.stderr).lines().last().expect("a report").to_owned()
    };
    let whose = "opstep does not have this part of the standard library yet";
    let library = format!("ModuleNotFoundError: No module named 'tkinter' ({whose})");
    assert_eq!(last_line("tkinter"), library);
    assert_eq!(last_line("tkinter.ttk"), library);
    assert_eq!(last_line("nowhere"), "ModuleNotFoundError: No module named 'nowhere'");
}

#[test]
fn programs_come_from_everywhere() {
    for (words, stdin) in [(&["ast", "-c", "x"] as &[&str], ""), (&["ast", "-"], "x\n"), (&["ast"], "x\n")] {
        let output = answer(words, stdin);
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains("Name(id='x', ctx=Load())"), "{words:?}: {text}");
        assert_eq!(output.status.code(), Some(0), "{words:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_said_once() {
    let full = fs::File::create("/dev/full").expect("Linux has it");
    let output = opstep().arg("explain").stdout(full).output().expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.starts_with("opstep: cannot write the output: ") && said.lines().count() == 1, "{said}");
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    let mut child =
        opstep().arg("explain").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success() && output.stderr.is_empty());
}

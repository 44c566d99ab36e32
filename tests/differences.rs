//! Known differences from CPython: each file of `tests/differences/` says what both answer, and both must do so still.

mod support;

use std::{fs, path::Path, process::Command};

use opstep::{compile, dialect::PY312, source::Source};

/// What CPython says of a program, in the words that the files use.
const ORACLE: &str = "
import sys, warnings
warnings.simplefilter('ignore')
with open(sys.argv[1], 'rb') as f:
    source = f.read()
try:
    compile(source, 'x.py', 'exec', dont_inherit=True)
    print('compiles')
except Exception as e:
    print(type(e).__name__ + ': ' + (e.msg if isinstance(e, SyntaxError) else str(e)))
";

fn said<'a>(text: &'a str, who: &str) -> &'a str {
    let start = format!("# {who}: ");
    let line = text.lines().find_map(|line| line.strip_prefix(start.as_str()));
    line.unwrap_or_else(|| panic!("the file tells what {who} says"))
}

fn ours(bytes: &[u8]) -> String {
    let source = Source::from_bytes("x.py", bytes);
    match source.and_then(|source| compile::compile(&source, &PY312)) {
        Ok(_) => "compiles".to_string(),
        Err(error) => format!("{}: {}", error.kind.name(), error.msg),
    }
}

/// The programs' paths and texts.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differences");
    let paths = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let programs = paths.filter(|path| path.extension().is_some_and(|extension| extension == "py"));
    let read = |path: std::path::PathBuf| {
        (path.display().to_string(), fs::read_to_string(&path).expect("a program"))
    };
    programs.map(read).collect()
}

#[test]
fn each_difference_is_still_there() {
    let files = files();
    assert!(!files.is_empty(), "there are differences");
    for (path, text) in files {
        let answer = ours(text.as_bytes());
        assert!(answer.starts_with(said(&text, "opstep")), "{path}: opstep says {answer}");
        assert_ne!(said(&text, "opstep"), said(&text, "CPython"), "{path} is a difference");
    }
}

#[test]
fn cpython_says_what_the_files_tell() {
    let Some(python) = support::python("3.12.1") else { return };
    for (path, text) in files() {
        let output = Command::new(&python).args(["-c", ORACLE, &path]).output().expect("it runs");
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(answer.starts_with(said(&text, "CPython")), "{path}: CPython says {answer}");
    }
}

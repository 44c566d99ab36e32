//! What the inputs are made from: the programs of this repository and, if asked, a whole standard library.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use opstep::{
    code::marshal::{Header, Pyc},
    compile,
    dialect::PY312,
    source::Source,
};

/// Where small programs lie; the wrong ones are as welcome as the others. Not those of the known differences, which
/// would be found again and again.
const FOLDERS: &[&str] = &["examples", "tests/run", "tests/wrong", "tests/oracle", "tests/golden/code"];

/// Every program, in an order that does not change.
pub fn programs(with_library: bool) -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    for folder in FOLDERS {
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "py", &mut paths);
    }
    if let Some(library) = library().filter(|_| with_library) {
        files(&library, "py", &mut paths);
    }
    paths.iter().map(|path| fs::read(path).expect("a program")).collect()
}

/// Code files as CPython wrote them, and small programs as we compile them.
pub fn code_files(with_library: bool) -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/code"), "pyc", &mut paths);
    if let Some(library) = library().filter(|_| with_library) {
        files(&library, "pyc", &mut paths);
    }
    let mut found: Vec<_> = paths.iter().map(|path| fs::read(path).expect("a code file")).collect();
    found.retain(|bytes| Pyc::read(bytes, &PY312).is_ok());
    let header = Header::Timestamp { mtime: 0, size: 0 };
    found.extend(programs(false).iter().filter_map(|bytes| {
        let source = Source::from_bytes("fuzz.py", bytes).ok()?;
        let code = compile::compile(&source, &PY312).ok()?;
        Some(Pyc { header, code }.write(&PY312))
    }));
    found
}

fn library() -> Option<PathBuf> {
    let code = "import os; print(os.path.dirname(os.__file__))";
    let out = Command::new(python()?).args(["-c", code]).output().ok()?;
    Some(String::from_utf8_lossy(&out.stdout).trim().into())
}

pub fn python() -> Option<String> {
    let picked = Command::new("sh").args(["tests/oracle/pick-python.sh", PY312.name]).output().ok()?;
    picked.status.success().then(|| String::from_utf8_lossy(&picked.stdout).trim().to_owned())
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
}

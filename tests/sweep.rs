//! The real binary over a whole library, against the CPython that it comes with: code objects, tokens, trees, symbol
//! tables, disassembly, compiled files. Minutes long, so it runs only when asked, in all or in part:
//!
//!     cargo test --release --test sweep -- --ignored --nocapture
//!     OPSTEP_SWEEP=FOLDER cargo test --release --test sweep -- --ignored --nocapture dis
//!
//! `OPSTEP_SWEEP` takes the `.py` files below another folder: any programs, or random ones of `tests/oracle/programs.py`.

#![expect(clippy::print_stdout, reason = "a sweep says what it compared")]

mod support;

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command},
    time::Instant,
};

use opstep::{code::marshal::Pyc, dialect::PY312};

/// So many files are given to one process: what comes out is on the disk for a while.
const CHUNK: usize = 100;

/// Where the programs are, which there are, and who knows the truth.
struct Library {
    python: PathBuf,
    folder: PathBuf,
    /// As seen from the folder.
    files: Vec<String>,
}

impl Library {
    fn find() -> Self {
        let python = support::python(PY312.micro).expect("a sweep needs the CPython that is reproduced");
        let folder = match std::env::var_os("OPSTEP_SWEEP") {
            Some(folder) => PathBuf::from(folder),
            None => standard_library(&python),
        };
        let folder = fs::canonicalize(&folder).expect("the folder is there");
        let mut paths = Vec::new();
        collect(&folder, &mut paths);
        let name = |path: &PathBuf| path.strip_prefix(&folder).expect("below it").display().to_string();
        let files: Vec<String> = paths.iter().map(name).collect();
        assert!(!files.is_empty(), "there are programs in {}", folder.display());
        Self { python, folder, files }
    }
}

fn standard_library(python: &Path) -> PathBuf {
    let code = "import os; print(os.path.dirname(os.__file__))";
    let said = Command::new(python).args(["-c", code]).output().expect("the interpreter runs");
    String::from_utf8_lossy(&said.stdout).trim().into()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a readable folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

fn oracle(script: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle").join(script)
}

/// Both sides of a comparison, and what came out of it.
struct Sweep<'a> {
    library: &'a Library,
    ours: &'a [&'a str],
    theirs: &'a [&'a str],
    scratch: tempfile::TempDir,
    equal: usize,
    refused: usize,
    different: Vec<String>,
}

impl Sweep<'_> {
    fn path(&self, name: &str) -> PathBuf {
        self.scratch.path().join(name)
    }

    fn start(&self, program: &Path, words: &[&str], out: &str) -> Child {
        let mut command = Command::new(program);
        // Some errors show a line that is read again from the file, so both run where the names lead to it.
        command.current_dir(&self.library.folder).args(words).args(["--root", ".", "--files-from"]);
        command.arg(self.path("files")).arg("--out").arg(self.path(out));
        command.spawn().unwrap_or_else(|error| panic!("{}: {error}", program.display()))
    }

    fn chunk(&mut self, files: &[String]) {
        fs::write(self.path("files"), files.join("\n") + "\n").expect("a list");
        let script = oracle(self.theirs[0]).display().to_string();
        let theirs: Vec<&str> =
            ["-W", "ignore", &script].into_iter().chain(self.theirs[1..].iter().copied()).collect();
        let theirs = self.start(&self.library.python, &theirs, "theirs");
        let ours = self.start(Path::new(env!("CARGO_BIN_EXE_opstep")), self.ours, "ours");
        for (name, mut child) in [("CPython", theirs), ("opstep", ours)] {
            let status = child.wait().expect("it ends");
            assert!(status.success(), "{name} has not finished {} to {}", files[0], files[files.len() - 1]);
        }
        let rows = |name: &str| BufReader::new(File::open(self.path(name)).expect("rows")).lines();
        let add =
            |name: &str| File::options().append(true).create(true).open(self.path(name)).expect("a file");
        let (mut ours, mut theirs) = (rows("ours"), rows("theirs"));
        let (mut our_rest, mut their_rest) = (add("ours.jsonl"), add("theirs.jsonl"));
        for file in files {
            let [our, their] = [&mut ours, &mut theirs]
                .map(|rows| rows.next().unwrap_or_else(|| panic!("{file} has no row")).expect("a row"));
            if our == their {
                self.equal += 1;
                self.refused += usize::from(our.contains(",\"error\":{\"type\":"));
            } else {
                self.different.push(file.clone());
                writeln!(our_rest, "{our}").and_then(|()| writeln!(their_rest, "{their}")).expect("written");
            }
        }
    }

    /// Which fields differ in the rows that do.
    fn fields(&self) -> String {
        let mut command = Command::new(&self.library.python);
        command.arg(oracle("codediff.py")).arg(self.path("ours.jsonl")).arg(self.path("theirs.jsonl"));
        String::from_utf8_lossy(&command.output().expect("it starts").stdout).into_owned()
    }
}

/// Asks both sides about every file; lines must be equal to the byte.
fn sweep(what: &str, ours: &[&str], theirs: &[&str]) {
    let library = Library::find();
    let start = Instant::now();
    let scratch = tempfile::tempdir().expect("a folder");
    let mut sweep =
        Sweep { library: &library, ours, theirs, scratch, equal: 0, refused: 0, different: Vec::new() };
    for files in library.files.chunks(CHUNK) {
        sweep.chunk(files);
    }
    let Sweep { equal, refused, different, .. } = &sweep;
    let (files, seconds) = (library.files.len(), start.elapsed().as_secs());
    println!(
        "{what}: {files} files, {equal} equal ({refused} of them refused by both), {} different, {seconds} s",
        different.len()
    );
    assert!(different.is_empty(), "{what} differs first in {}:\n{}", different[0], sweep.fields());
}

#[test]
#[ignore = "minutes long, and needs CPython"]
fn code() {
    sweep("code", &["code"], &["codedump.py", "--code"]);
}

#[test]
#[ignore = "minutes long, and needs CPython"]
fn positions() {
    sweep("positions", &["code", "--positions"], &["codedump.py", "--code", "--positions"]);
}

#[test]
#[ignore = "minutes long, and needs CPython"]
fn tokens() {
    sweep("tokens", &["tokens", "--json"], &["codedump.py", "--tokens"]);
}

#[test]
#[ignore = "minutes long, and needs CPython"]
fn trees() {
    sweep("trees", &["ast", "--json"], &["codedump.py", "--ast"]);
}

#[test]
#[ignore = "minutes long, and needs CPython"]
fn symbols() {
    sweep("symbols", &["symbols", "--json"], &["symbols.py"]);
}

#[test]
#[ignore = "minutes long, and needs CPython"]
fn dis() {
    sweep("dis", &["dis", "--json"], &["codedump.py", "--dis"]);
}

#[test]
#[ignore = "minutes long, and needs CPython"]
fn dis_with_caches() {
    sweep("dis --caches", &["dis", "--json", "--caches"], &["codedump.py", "--dis", "--caches"]);
}

/// Whole `.pyc` files. Where the bytes differ the code in them must not: marshal can write the same in many ways, and
/// what CPython's process had interned before shows in its choice.
#[test]
#[ignore = "minutes long, and needs CPython"]
fn compiled_files() {
    let library = Library::find();
    let scratch = tempfile::tempdir().expect("a folder");
    let list = scratch.path().join("files");
    fs::write(&list, library.files.join("\n") + "\n").expect("a list");
    let mut writer = Command::new(&library.python);
    writer.current_dir(&library.folder).arg(oracle("pycs.py")).arg(&list).arg(scratch.path());
    assert!(writer.status().expect("it starts").success());
    let (mut equal, mut other_bytes) = (0, Vec::new());
    for (number, file) in library.files.iter().enumerate() {
        let theirs = fs::read(scratch.path().join(format!("{number}.pyc"))).ok();
        let target = scratch.path().join("ours.pyc");
        let _ = fs::remove_file(&target);
        let mut compile = Command::new(env!("CARGO_BIN_EXE_opstep"));
        compile.current_dir(&library.folder).args(["compile", file, "-o"]).arg(&target);
        compile.env_remove("SOURCE_DATE_EPOCH").output().expect("it starts");
        let ours = fs::read(&target).ok();
        if ours != theirs {
            let read = |bytes: &[u8]| format!("{:?}", Pyc::read(bytes, &PY312).expect("a compiled file"));
            let (Some(ours), Some(theirs)) = (ours, theirs) else {
                panic!("{file}: only one side compiles it")
            };
            assert!(read(&ours) == read(&theirs), "{file}: its compiled file holds other code");
            other_bytes.push(file.as_str());
        } else {
            equal += usize::from(ours.is_some());
        }
    }
    let other = other_bytes.len();
    println!(
        "compiled files: {equal} equal to the byte, {other} equal but for marshal's references: {other_bytes:?}"
    );
}

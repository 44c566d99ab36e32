//! CPython's own tests of the language and the builtin types, run by the real binary. Minutes long, so only when asked,
//! in all or in part; where no CPython is found there is nothing to run:
//!
//!     cargo test --test cpython -- --ignored --nocapture
//!     OPSTEP_TESTS=test_dict,test_set cargo test --test cpython -- --ignored --nocapture
//!
//! `tests/cpython/README.md` has the table that this prints, and says what stands behind the failures.

#![expect(clippy::print_stdout, reason = "it says what it ran")]

mod support;

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    time::{Duration, Instant},
};

use opstep::dialect::PY312;

/// The files, without `test_`.
const FILES: &[&str] = &[
    "grammar",
    "generators",
    "genexps",
    "listcomps",
    "dictcomps",
    "setcomps",
    "scope",
    "unpack",
    "unpack_ex",
    "class",
    "descr",
    "exceptions",
    "except_star",
    "exception_group",
    "raise",
    "patma",
    "coroutines",
    "asyncgen",
    "with",
    "dict",
    "dictviews",
    "list",
    "tuple",
    "set",
    "int",
    "long",
    "float",
    "complex",
    "bool",
    "bytes",
    "unicode",
    "format",
    "fstring",
    "slice",
    "range",
    "enumerate",
    "iter",
    "builtin",
    "compare",
    "richcmp",
    "augassign",
    "binop",
    "decorators",
    "super",
    "property",
    "keywordonlyarg",
    "positional_only_arg",
    "extcall",
    "call",
    "named_expressions",
    "type_params",
    "type_aliases",
    "global",
    "string_literals",
    "opcodes",
    "pow",
    "hash",
    "index",
    "contains",
    "isinstance",
    "subclassinit",
    "metaclass",
    "yield_from",
    "dynamicclassattribute",
    "pep646_syntax",
    "unary",
    "typechecks",
];

/// A test that says nothing for so long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// How the tests of a file ended.
#[derive(Debug, Default)]
struct Tally {
    passed: Vec<String>,
    skipped: Vec<(String, String)>,
    /// They use a module that is not there.
    needs: Vec<(String, String)>,
    failed: Vec<(String, String)>,
    missing: Vec<String>,
}

impl Tally {
    /// The tests that need not run again.
    fn done(&self) -> BTreeSet<&str> {
        let named = [&self.skipped, &self.needs, &self.failed].into_iter().flatten().map(|(name, _)| &**name);
        named.chain(self.passed.iter().map(|name| &**name)).collect()
    }

    /// What one line of the driver says; true at the end.
    fn note(&mut self, line: &str, started: &mut Option<String>) -> bool {
        let mut words = line.split('\t');
        let (what, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default().to_owned());
        let why = words.collect::<Vec<_>>().join(" ");
        if what == "start" {
            *started = Some(name);
            return false;
        }
        match what {
            "pass" => self.passed.push(name),
            "skip" => self.skipped.push((name, why)),
            "need" => self.needs.push((name, why)),
            "fail" => self.failed.push((name, why)),
            "missing" => self.missing.push(format!("{name} ({why})")),
            "end" => return true,
            other => panic!("the driver says {other:?}"),
        }
        *started = None;
        false
    }
}

/// Where CPython keeps its modules.
fn library(python: &Path) -> PathBuf {
    let code = "import os; print(os.path.dirname(os.__file__))";
    let said = Command::new(python).args(["-c", code]).output().expect("the interpreter runs");
    String::from_utf8_lossy(&said.stdout).trim().into()
}

/// The modules that a file of tests names in its import statements, and those that the files it imports name.
fn imports(lib: &Path, file: &str) -> BTreeSet<String> {
    let named = |file: &str| match fs::read(lib.join(format!("test/{file}.py"))) {
        Ok(text) => imports_of(&String::from_utf8_lossy(&text)),
        Err(_) => BTreeSet::new(),
    };
    let found = named(file);
    let inner: Vec<_> = found.iter().filter_map(|name| name.strip_prefix("test.test_")).collect();
    let inner: Vec<_> = inner.iter().flat_map(|name| named(&format!("test_{name}"))).collect();
    found.into_iter().chain(inner).collect()
}

fn imports_of(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in text.lines().map(str::trim_start) {
        let names = match (line.strip_prefix("import "), line.strip_prefix("from ")) {
            (Some(names), _) => names,
            (_, Some(rest)) => rest.split(" import ").next().unwrap_or_default(),
            _ => continue,
        };
        for name in names.split(',').filter_map(|name| name.split_whitespace().next()) {
            if name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.') && !name.starts_with('.') {
                found.insert(name.to_owned());
            }
        }
    }
    found
}

/// Starts the driver; its lines come through the channel.
fn start(lib: &Path, file: &str, imports: &str, folder: &Path, done: &str) -> (Child, Receiver<String>) {
    let driver = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cpython/driver.py");
    let mut child = Command::new(env!("CARGO_BIN_EXE_opstep"))
        .arg("run")
        .arg(driver)
        .arg(lib)
        .args([file, imports])
        .arg(folder)
        .arg(done)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let (out, err) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
    let (send, lines) = channel();
    let to_err = send.clone();
    std::thread::spawn(move || {
        for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
            let _ = send.send(String::from_utf8_lossy(&line).into_owned());
        }
    });
    std::thread::spawn(move || {
        for line in BufReader::new(err).split(b'\n').map_while(Result::ok) {
            let _ = to_err.send(String::from_utf8_lossy(&line).into_owned());
        }
    });
    (child, lines)
}

/// Runs a file; a test that ends the whole process is noted, and the others run in the next one.
fn run_file(lib: &Path, file: &str) -> Tally {
    let mut tally = Tally::default();
    let folder = tempfile::tempdir().expect("a folder for what the tests write");
    let imports = imports(lib, file).into_iter().collect::<Vec<_>>().join(",");
    if imports.is_empty() {
        return tally;
    }
    loop {
        let done = tally.done().into_iter().collect::<Vec<_>>().join(",");
        let (mut child, lines) = start(lib, file, &imports, folder.path(), &done);
        let mut started = None;
        let mut last = String::new();
        let why = loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => match line.strip_prefix("@@") {
                    Some(said) if tally.note(said, &mut started) => break None,
                    None if !line.trim().is_empty() => last = line,
                    _ => {}
                },
                Err(RecvTimeoutError::Timeout) => break Some("took too long".to_owned()),
                Err(RecvTimeoutError::Disconnected) => break Some(format!("ended the process: {last}")),
            }
        };
        let _ = child.kill();
        child.wait().expect("it ends");
        tally.missing.dedup();
        let Some(why) = why else { return tally };
        match started {
            Some(name) => tally.failed.push((name, why)),
            None => {
                tally.failed.push(("the whole file".into(), why));
                return tally;
            }
        }
    }
}

#[test]
#[ignore = "runs CPython's own tests, for minutes"]
fn cpythons_tests() {
    let Some(python) = support::python(PY312.micro) else { return println!("no CPython is found") };
    let lib = library(&python);
    let wanted = std::env::var("OPSTEP_TESTS").ok();
    let files: Vec<String> = match &wanted {
        Some(files) => files.split(',').map(str::to_owned).collect(),
        None => FILES.iter().map(|file| format!("test_{file}")).collect(),
    };
    println!("| file | passed | failed | needs a module | skipped | seconds |");
    println!("|---|---|---|---|---|---|");
    let mut sums = [0; 4];
    let mut reasons = Vec::new();
    for file in &files {
        let clock = Instant::now();
        let tally = run_file(&lib, file);
        let counts = [&tally.failed, &tally.needs, &tally.skipped].map(Vec::len);
        let counts = [tally.passed.len(), counts[0], counts[1], counts[2]];
        let [passed, failed, needs, skipped] = counts;
        sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        println!("| {file} | {passed} | {failed} | {needs} | {skipped} | {} |", clock.elapsed().as_secs());
        reasons.extend(tally.missing.iter().map(|name| format!("missing {file} {name}")));
        reasons.extend(tally.failed.iter().map(|(name, why)| format!("failed {file} {name}: {why}")));
        reasons.extend(tally.needs.iter().map(|(name, why)| format!("needs {why}: {file} {name}")));
        reasons.extend(tally.skipped.iter().map(|(name, why)| format!("skipped {file} {name}: {why}")));
    }
    let [passed, failed, needs, skipped] = sums;
    println!("| all | {passed} | {failed} | {needs} | {skipped} | |");
    let ran = (passed + failed + needs).max(1);
    println!("\n{:.1} % of {ran} passed\n", 100.0 * passed as f64 / ran as f64);
    reasons.sort();
    println!("{}", reasons.join("\n"));
    assert!(passed > 0, "some pass");
}

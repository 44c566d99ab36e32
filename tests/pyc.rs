//! Compiled files: `opstep compile` writes what CPython's `py_compile` writes, and every command takes a `.pyc`
//! or says in one line why not.

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use opstep::{code::marshal::source_hash, dialect::PY312};

const TEXT: &str = "def double(x):\n    return x * 2\nprint(double(21), __name__, sorted({'größe', 'b'}))\n";

fn opstep(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_opstep"));
    command.args(words).current_dir(folder).env_remove("SOURCE_DATE_EPOCH").output().expect("it starts")
}

/// Runs a command that must succeed and say nothing on standard error.
#[track_caller]
fn done(folder: &Path, words: &[&str]) -> String {
    let output = opstep(folder, words);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{words:?}");
    assert_eq!(output.status.code(), Some(0), "{words:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The one line with which a command is refused.
#[track_caller]
fn refused(folder: &Path, words: &[&str]) -> String {
    let output = opstep(folder, words);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{words:?}: {said}");
    assert!(output.stdout.is_empty() && said.lines().count() == 1, "{words:?}: {said}");
    said
}

fn cpython(python: &Path, folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(python);
    command.args(words).current_dir(folder).env_remove("SOURCE_DATE_EPOCH");
    command
}

#[track_caller]
fn answer(mut command: Command) -> String {
    let output = command.output().expect("it starts");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn folder_with(name: &str, text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(name), text).expect("a file");
    folder
}

/// Python programs of this package, as many and various as there are.
fn programs() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in [
        "examples",
        "tests/oracle/samples",
        "tests/run/classes",
        "tests/run/coroutines",
        "tests/run/errors",
        "tests/run/generators",
        "tests/oracle",
        "src/prelude",
        "benches/programs",
    ] {
        let entries = fs::read_dir(folder).expect("programs").map(|entry| entry.expect("readable").path());
        found.extend(entries.filter(|path| path.extension().is_some_and(|extension| extension == "py")));
    }
    found.sort();
    assert!(found.len() > 50, "the programs are there");
    found
}

/// By `importlib.util.source_hash`.
#[test]
fn sources_are_hashed_as_by_cpython() {
    let long: Vec<u8> = (0..=255).cycle().take(768).collect();
    for (source, hash) in
        [(&b""[..], "baf18eedc9387a25"), (b"x = 1\n", "1522561917f5df08"), (&long, "6cfcd604b750df16")]
    {
        let hex: String = source_hash(source, &PY312).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, hash);
    }
}

#[test]
fn a_compiled_file_goes_where_the_importer_looks() {
    let folder = folder_with("a.b.py", TEXT);
    let here = folder.path();
    fs::write(here.join("plain"), TEXT).expect("a file");
    for (source, target) in [
        ("a.b.py", "__pycache__/a.b.cpython-312.pyc"),
        ("plain", "__pycache__/plaincpython-312.pyc"),
        ("./a.b.py", "__pycache__/a.b.cpython-312.pyc"),
    ] {
        assert_eq!(done(here, &["compile", source]), "");
        assert_eq!(done(here, &["run", target]), "42 __main__ ['b', 'größe']\n");
        fs::remove_file(here.join(target)).expect("it was written");
    }
    done(here, &["compile", "a.b.py", "-o", "new/folder/x.pyc"]);
    assert!(here.join("new/folder/x.pyc").is_file());
    let left: Vec<_> = fs::read_dir(here.join("new/folder")).expect("a folder").collect();
    assert_eq!(left.len(), 1, "nothing else is left beside it");
}

/// Whole files, header and body, in every mode.
#[test]
fn files_are_those_of_py_compile() {
    let Some(python) = support::python(PY312.micro) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path();
    let script = "import py_compile, sys\n\
                  mode = py_compile.PycInvalidationMode[sys.argv[2].replace('-', '_').upper()]\n\
                  py_compile.compile(sys.argv[1], 'theirs.pyc', doraise=True, invalidation_mode=mode)";
    let modes = ["timestamp", "checked-hash", "unchecked-hash"];
    for (at, path) in programs().iter().enumerate() {
        fs::copy(path, here.join("program.py")).expect("a copy");
        let mode = modes[at % modes.len()];
        let quiet = ["-W", "ignore", "-c", script, "program.py", mode];
        answer(cpython(&python, here, &quiet));
        opstep(here, &["compile", "program.py", "-o", "ours.pyc", "--invalidation-mode", mode]);
        let read = |name: &str| fs::read(here.join(name)).expect("it was written");
        assert!(read("ours.pyc") == read("theirs.pyc"), "{} ({mode})", path.display());
    }
    for (epoch, mode) in [("", "timestamp"), ("1", "checked-hash")] {
        for program in [env!("CARGO_BIN_EXE_opstep"), &python.to_string_lossy()] {
            let words: &[&str] = match program.contains("opstep") {
                true => &["compile", "program.py"],
                false => &["-W", "ignore", "-m", "py_compile", "program.py"],
            };
            let mut command = Command::new(program);
            command.args(words).current_dir(here).env("SOURCE_DATE_EPOCH", epoch);
            assert!(command.output().expect("it starts").status.success());
            let written = fs::read(here.join("__pycache__/program.cpython-312.pyc")).expect("it was written");
            assert_eq!(written[4..8] == [3, 0, 0, 0], mode == "checked-hash", "{program} {epoch:?}");
        }
    }
}

/// The interpreter takes our file for its own: it does not even look at the source where it need not.
#[test]
fn cpython_imports_what_is_written() {
    let Some(python) = support::python("3.12") else { return };
    for (mode, after_change) in [("timestamp", "42"), ("unchecked-hash", "42"), ("checked-hash", "63")] {
        let folder = folder_with("written.py", TEXT);
        let here = folder.path();
        done(here, &["compile", "written.py", "--invalidation-mode", mode]);
        let import = || answer(cpython(&python, here, &["-B", "-c", "import written"]));
        assert_eq!(import(), "42 written ['b', 'größe']\n", "{mode}");
        // Another text of the same size and time.
        let source = here.join("written.py");
        let time = fs::metadata(&source).and_then(|metadata| metadata.modified()).expect("a time");
        fs::write(&source, TEXT.replace("x * 2", "x * 3")).expect("written");
        fs::File::options().write(true).open(&source).and_then(|file| file.set_modified(time)).expect("set");
        assert_eq!(import(), format!("{after_change} written ['b', 'größe']\n"), "{mode}");
    }
}

/// What CPython reads from our files is the code that it compiles itself, field for field.
#[test]
fn cpython_reads_its_own_code() {
    let Some(python) = support::python(PY312.micro) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let script = "import marshal, sys\n\
                  sys.path.insert(0, 'tests/oracle')\n\
                  import codedump\n\
                  for name, pyc in zip(sys.argv[1::2], sys.argv[2::2]):\n\
                  \x20   ours = marshal.loads(open(pyc, 'rb').read()[16:])\n\
                  \x20   theirs = compile(open(name, 'rb').read(), name, 'exec', dont_inherit=True)\n\
                  \x20   same = ours == theirs and codedump.code(ours) == codedump.code(theirs)\n\
                  \x20   print(name, same and ours.co_filename == name)";
    let here = Path::new(".");
    let (mut words, mut expected) =
        (vec!["-W".into(), "ignore".into(), "-c".into(), script.into()], String::new());
    for (at, path) in programs().iter().enumerate() {
        let name = path.display().to_string();
        let target = folder.path().join(format!("{at}.pyc")).display().to_string();
        opstep(here, &["compile", &name, "-o", &target]);
        expected += &format!("{name} True\n");
        words.extend([name, target]);
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(answer(cpython(&python, here, &words)), expected);
}

#[test]
fn what_cannot_be_written_is_one_line() {
    let folder = folder_with("x.py", TEXT);
    let here = folder.path();
    fs::create_dir(here.join("folder.pyc")).expect("a folder");
    fs::write(here.join("file"), "").expect("a file");
    let check =
        |words: &[&str], expected: &str| assert_eq!(refused(here, words), format!("opstep: {expected}\n"));
    check(&["compile", "none.py"], "there is no file \"none.py\"");
    check(&["compile", "-"], "name a file: what comes from standard input is not imported");
    check(&["compile", "x.py", "-o", "x.py"], "cannot write \"x.py\": it is the program itself");
    check(&["compile", "x.py", "-o", "folder.pyc"], "cannot write \"folder.pyc\": it is not a regular file");
    let said = refused(here, &["compile", "x.py", "-o", "file/x.pyc"]);
    assert!(said.starts_with("opstep: cannot write \"file/x.pyc\": "), "{said}");
    done(here, &["compile", "x.py", "-o", "x.pyc"]);
    check(&["compile", "x.pyc"], "x.pyc is compiled already: name its source");
    let wrong = opstep(here, &["compile", "-o", "y.pyc", "file"]);
    assert_eq!(wrong.status.code(), Some(0), "an empty program is one");
    fs::write(here.join("wrong.py"), "x = = 1\n").expect("a file");
    let wrong = opstep(here, &["compile", "wrong.py", "-o", "z.pyc"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(!here.join("z.pyc").exists(), "nothing is written of a program that is none");
}

/// A file system that takes no more: what was there stays, and nothing is left beside it.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_there() {
    let folder = folder_with("x.py", TEXT);
    let here = folder.path();
    fs::write(here.join("x.pyc"), "old").expect("a file");
    std::os::unix::fs::symlink("x.pyc", here.join("link.pyc")).expect("a link");
    let script =
        format!("trap '' XFSZ; ulimit -f 0; exec {} compile x.py -o x.pyc", env!("CARGO_BIN_EXE_opstep"));
    let output = Command::new("sh").args(["-c", &script]).current_dir(here).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("opstep: cannot write \"x.pyc\": ") && said.lines().count() == 1, "{said}");
    assert_eq!(fs::read(here.join("x.pyc")).expect("it is there"), b"old");
    assert_eq!(fs::read_dir(here).expect("a folder").count(), 3);
    let said = refused(here, &["compile", "x.py", "-o", "link.pyc"]);
    assert!(said.contains("it is a symbolic link, which would become a file"), "{said}");
}

#[test]
fn a_compiled_file_is_shown_and_run_as_its_source() {
    let folder = folder_with("x.py", TEXT);
    let here = folder.path();
    done(here, &["compile", "x.py", "-o", "x.pyc"]);
    // By its name, or by its first bytes.
    fs::copy(here.join("x.pyc"), here.join("compiled")).expect("a copy");
    for compiled in ["x.pyc", "compiled"] {
        for words in [&["dis"][..], &["dis", "--caches"], &["run"]] {
            let of = |file| done(here, &[words, &[file]].concat());
            assert_eq!(of(compiled), of("x.py"), "{words:?}");
        }
        let row = done(here, &["code", "--positions", compiled]);
        assert_eq!(row.replace(compiled, "x.py"), done(here, &["code", "--positions", "x.py"]));
        for (command, wanted) in [("tokens", "tokens"), ("ast", "tree"), ("symbols", "symbol tables")] {
            let expected =
                format!("opstep: {compiled} is compiled: it holds code, and no {wanted}; name its source\n");
            assert_eq!(refused(here, &[command, compiled]), expected);
        }
        let events = |file: &str| {
            let text = done(here, &["trace", "--script-stdout", "out", "--stack", file]);
            text.lines()
                .map(|line| line.split("\"file\"").next().unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(events(compiled), events("x.py"));
    }
}

/// Names, arguments and tracebacks, with the source at hand and without it.
#[test]
fn a_compiled_program_learns_of_itself_what_cpython_tells_it() {
    let text = "import sys\nprint(__name__, sys.argv, __file__)\ndef f():\n    return 1 / 0\nf()\n";
    let folder = folder_with("x.py", text);
    let here = folder.path().canonicalize().expect("a folder");
    done(&here, &["compile", "x.py", "-o", "sub/x.pyc"]);
    let python = support::python(PY312.micro);
    for source_is_there in [true, false] {
        let ours = opstep(&here, &["run", "sub/x.pyc", "a"]);
        let said = String::from_utf8_lossy(&ours.stderr).into_owned();
        assert_eq!(said.contains("    return 1 / 0\n"), source_is_there, "{said}");
        if let Some(python) = &python {
            let theirs = cpython(python, &here, &["sub/x.pyc", "a"]).output().expect("it starts");
            assert_eq!(String::from_utf8_lossy(&ours.stdout), String::from_utf8_lossy(&theirs.stdout));
            assert_eq!(said, String::from_utf8_lossy(&theirs.stderr));
            assert_eq!(ours.status.code(), theirs.status.code());
        }
        if source_is_there {
            fs::remove_file(here.join("x.py")).expect("it was there");
        }
    }
}

#[test]
fn what_is_no_compiled_file_of_this_version_is_named() {
    let folder = folder_with("x.py", TEXT);
    let here = folder.path();
    done(here, &["compile", "x.py", "-o", "x.pyc"]);
    let sound = fs::read(here.join("x.pyc")).expect("it was written");
    let with = |at: usize, bytes: &[u8]| {
        let mut changed = sound.clone();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        changed
    };
    let other = |number: u16| with(0, &number.to_le_bytes());
    let written = |writer: &str, number: u16| {
        format!("written by {writer}: its magic number is {number}, that of Python 3.12 is 3531")
    };
    let rows: Vec<(Vec<u8>, String)> = vec![
        (vec![], "not a .pyc file: too short for its header".into()),
        (TEXT.into(), "not a .pyc file: it does not begin with a magic number".into()),
        (sound[..10].into(), "damaged .pyc file: the header is cut off".into()),
        (sound[..60].into(), "bad marshal data at byte 26: the data ends too early".into()),
        (with(4, &[4]), "damaged .pyc file: unknown flags 0x4 in its header".into()),
        (with(16, b"N"), "bad marshal data: it does not hold a code object".into()),
        ([&sound[..], b"abc"].concat(), "damaged .pyc file: bytes after its code object (3)".into()),
        (other(62_211), written("Python 2", 62_211)),
        (other(3379), written("Python 3.6", 3379)),
        (other(3413), written("Python 3.8", 3413)),
        (other(3439), written("Python 3.10", 3439)),
        (other(3495), written("Python 3.11", 3495)),
        (other(3530), written("an early Python 3.12", 3530)),
        (other(3571), written("Python 3.13", 3571)),
        (other(3627), written("Python 3.14", 3627)),
        (other(9999), written("an unknown Python", 9999)),
    ];
    for (bytes, problem) in rows {
        fs::write(here.join("bad.pyc"), bytes).expect("a file");
        for command in ["dis", "code", "run", "trace", ""] {
            let words: Vec<&str> = [command, "bad.pyc"].into_iter().filter(|word| !word.is_empty()).collect();
            assert_eq!(refused(here, &words), format!("opstep: bad.pyc: {problem}\n"), "{words:?}");
        }
    }
}

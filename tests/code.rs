//! Code objects and their forms, against what CPython 3.12.1 recorded in `tests/golden/code` (`record.py` there).

use std::{fs, path::PathBuf};

use opstep::{
    code::{
        json,
        marshal::{self, Header, Pyc},
    },
    dialect::PY312,
};
use proptest::prelude::*;

/// Every recorded program: its name and its `.pyc`.
fn recorded() -> Vec<(String, Vec<u8>)> {
    let folder = golden("");
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("golden files")
        .map(|entry| entry.expect("golden files").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pyc"))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, fs::read(path).expect("golden file"))
        })
        .collect();
    found.sort();
    assert!(found.len() > 15, "the golden files are there");
    found
}

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/code").join(name)
}

#[test]
fn json_is_what_the_oracle_prints() {
    for (name, bytes) in recorded() {
        let pyc = Pyc::read(&bytes, &PY312).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file = format!("{name}.py");
        let row = json::Row { file: &file, dialect: &PY312, warnings: &[], positions: true };
        let expected = fs::read_to_string(golden(&format!("{name}.json"))).expect("golden file");
        assert_eq!(json::row(&row, &pyc.code) + "\n", expected, "{name}");
    }
}

#[test]
fn what_is_written_reads_the_same() {
    for (name, bytes) in recorded() {
        let pyc = Pyc::read(&bytes, &PY312).expect("golden file");
        for header in [
            Header::Timestamp { mtime: 1, size: u32::MAX },
            Header::Hash { hash: *b"01234567", checked: true },
            Header::Hash { hash: [0; 8], checked: false },
        ] {
            let copy = Pyc { header, ..pyc.clone() };
            assert_eq!(Pyc::read(&copy.write(&PY312), &PY312), Ok(copy), "{name}");
        }
    }
}

/// Whatever the damage: one clear error or a code object that can be looked at, never a panic.
fn survives(bytes: &[u8]) {
    if let Ok(pyc) = Pyc::read(bytes, &PY312) {
        let row = json::Row { file: "damaged", dialect: &PY312, warnings: &[], positions: true };
        json::row(&row, &pyc.code);
    }
}

#[test]
fn every_truncation_is_an_error() {
    for (name, bytes) in recorded() {
        for length in 0..bytes.len() {
            let error = Pyc::read(&bytes[..length], &PY312).expect_err(&name).to_string();
            assert!(!error.is_empty() && !error.contains('\n'), "{name}: {error}");
        }
    }
}

#[test]
fn every_damaged_byte_is_survived() {
    for (_, bytes) in recorded().into_iter().take(4) {
        for at in 0..bytes.len() {
            for flip in [0x01, 0x80, 0xFF] {
                let mut damaged = bytes.clone();
                damaged[at] ^= flip;
                survives(&damaged);
            }
        }
    }
}

#[test]
fn errors_say_what_is_wrong() {
    let check = |bytes: &[u8], expected: &str| {
        assert_eq!(Pyc::read(bytes, &PY312).expect_err(expected).to_string(), expected);
    };
    check(b"", "not a .pyc file: too short for its header");
    check(b"print", "not a .pyc file: it does not begin with a magic number");
    check(
        b"\xa7\x0d\r\n\0\0\0\0",
        "written by another Python version: its magic number is 3495, Python 3.12 writes 3531",
    );
    check(b"\xcb\x0d\r\n\0\0\0\0", "damaged .pyc file: the header is cut off");
    let header = b"\xcb\x0d\r\n\0\0\0\0\0\0\0\0\0\0\0\0";
    check(&[&header[..], b"N"].concat(), "bad marshal data: it does not hold a code object");
    check(&[&header[..], b")\xff"].concat(), "bad marshal data at byte 2: a size is out of range");
    check(
        &[&header[..], b"r\0\0\0\0"].concat(),
        "bad marshal data at byte 5: it refers to an object that is not there",
    );
    check(
        &[&header[..], &b")\x01".repeat(3000)].concat(),
        "bad marshal data at byte 1000: it is nested too deeply",
    );
    check(
        &[&header[..], b"["].concat(),
        "bad marshal data at byte 1: no code object holds an object of type '['",
    );
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = marshal::read(&bytes, &PY312);
    }
}

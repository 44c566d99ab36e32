//! Code objects and their forms, against what CPython 3.12.1 recorded in `tests/golden/code` (`record.py` there).

use std::{
    fs,
    path::{Path, PathBuf},
};

use opstep::{
    code::{
        Code, Const, dis, json,
        marshal::{self, Header, Pyc},
    },
    compile,
    dialect::PY312,
    isa::Op,
    source::Source,
    syntax::Constant,
};
use proptest::prelude::*;

/// Every recorded program in a folder: its path without extension, and its `.pyc`.
fn recorded(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("golden files")
        .map(|entry| entry.expect("golden files").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pyc"))
        .map(|path| (path.with_extension(""), fs::read(path).expect("golden file")))
        .collect();
    found.sort();
    assert!(found.len() > 15, "the golden files are there");
    found
}

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/code")
}

#[test]
fn json_is_what_the_oracle_prints() {
    check_json(&golden());
}

fn check_json(folder: &Path) {
    for (stem, bytes) in recorded(folder) {
        let name = stem.display();
        let pyc = Pyc::read(&bytes, &PY312).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file = format!("{}.py", stem.file_name().expect("a name").display());
        let row = json::Row { file: &file, dialect: &PY312, warnings: &[], positions: true };
        let expected = fs::read_to_string(stem.with_extension("json")).expect("golden file");
        assert!(json::row(&row, &pyc.code) + "\n" == expected, "{name}");
    }
}

/// `codedump.py --dis` sorts the elements of sets, whose order differs from run to run; so must we.
fn with_sorted_sets(mut text: String, code: &Code) -> String {
    for constant in &code.consts {
        match constant {
            Const::Plain(constant) => text = with_sorted_set(text, constant),
            Const::Code(inner) => text = with_sorted_sets(text, inner),
        }
    }
    text
}

fn with_sorted_set(text: String, constant: &Constant) -> String {
    match constant {
        Constant::FrozenSet(items) if !items.is_empty() => {
            let mut reprs: Vec<_> = items.iter().map(Constant::repr).collect();
            reprs.sort();
            text.replace(
                &dis::repr(&Const::Plain(constant.clone())),
                &format!("frozenset({{{}}})", reprs.join(", ")),
            )
        }
        Constant::Tuple(items) => items.iter().fold(text, with_sorted_set),
        _ => text,
    }
}

#[test]
fn dis_prints_what_pythons_does() {
    check_dis(&golden());
}

fn check_dis(folder: &Path) {
    for (stem, bytes) in recorded(folder) {
        let pyc = Pyc::read(&bytes, &PY312).expect("golden file");
        for (show_caches, suffix) in [(false, "dis"), (true, "caches.dis")] {
            let path = stem.with_extension(suffix);
            let Ok(expected) = fs::read_to_string(&path) else { continue };
            let text = with_sorted_sets(dis::text(&pyc.code, &PY312, show_caches), &pyc.code);
            let different = text.lines().zip(expected.lines()).find(|(ours, theirs)| ours != theirs);
            assert_eq!(different, None, "{}", path.display());
            assert_eq!(text.len(), expected.len(), "{}", path.display());
        }
    }
}

/// Written, and as CPython 3.12.1 lists it.
#[test]
fn sets_of_ints_are_listed_in_cpythons_order() {
    let check = |written: &[i64], expected: &str| {
        let items = written.iter().map(|&item| Constant::Int(item)).collect();
        assert_eq!(dis::repr(&Const::Plain(Constant::FrozenSet(items))), expected);
    };
    check(&[], "frozenset()");
    check(&[10, 2, 3], "frozenset({2, 10, 3})");
    check(&[-1, 0, 8, 16, 24], "frozenset({0, 8, 16, 24, -1})");
    check(&[100, 5, -7, (1 << 61) - 1, 33, 12, 9], "frozenset({2305843009213693951, 33, 100, 5, 9, 12, -7})");
    check(&[64, 32, 16, 8, 4, 2, 1, 0], "frozenset({64, 1, 32, 2, 4, 0, 8, 16})");
}

#[test]
fn what_is_written_reads_the_same() {
    check_writing(&golden());
}

/// A freshly compiled module is written as `marshal.dumps` writes it. (The process that recorded `constants` had
/// interned the name of that file, which shows in its bytes.)
#[test]
fn bytes_are_those_of_marshal() {
    for (stem, bytes) in recorded(&golden()) {
        let pyc = Pyc::read(&bytes, &PY312).expect("golden file");
        let written = pyc.write(&PY312);
        let same = written.iter().zip(&bytes).take_while(|(ours, theirs)| ours == theirs).count();
        let is_the_name = bytes[same..].starts_with(b"\xda\x0cconstants.py");
        assert!(written == bytes || is_the_name, "{}: from byte {same} on", stem.display());
    }
}

fn check_writing(folder: &Path) {
    for (stem, bytes) in recorded(folder) {
        let pyc = Pyc::read(&bytes, &PY312).expect("golden file");
        for header in [
            Header::Timestamp { mtime: 1, size: u32::MAX },
            Header::Hash { hash: *b"01234567", checked: true },
            Header::Hash { hash: [0; 8], checked: false },
        ] {
            let written = Pyc { header, ..pyc.clone() }.write(&PY312);
            let again = Pyc::read(&written, &PY312).expect("our own bytes");
            assert_eq!(again.header, header);
            // Debug text, because a NaN does not equal itself.
            assert_eq!(format!("{:?}", again.code), format!("{:?}", pyc.code), "{}", stem.display());
        }
    }
}

/// The same for other programs, recorded into the folder `$OPSTEP_RECORDED`:
///
///     python3.12 tests/golden/code/record.py FOLDER FILE...
///     OPSTEP_RECORDED=FOLDER cargo test --test code -- --ignored
#[test]
#[ignore = "needs a folder of recorded programs"]
fn all_of_a_library() {
    let folder = std::env::var_os("OPSTEP_RECORDED").expect("OPSTEP_RECORDED names a folder");
    check_json(folder.as_ref());
    check_dis(folder.as_ref());
    check_writing(folder.as_ref());
}

/// Whatever the damage: one clear error or a code object that can be looked at, never a panic.
fn survives(bytes: &[u8]) {
    if let Ok(pyc) = Pyc::read(bytes, &PY312) {
        let row = json::Row { file: "damaged", dialect: &PY312, warnings: &[], positions: true };
        json::row(&row, &pyc.code);
        dis::text(&pyc.code, &PY312, true);
    }
}

#[test]
fn truncation_is_an_error() {
    for (stem, bytes) in recorded(&golden()) {
        let name = stem.display();
        for length in (0..bytes.len()).step_by(3) {
            let error = Pyc::read(&bytes[..length], &PY312).expect_err("it is cut off").to_string();
            assert!(!error.is_empty() && !error.contains('\n'), "{name}: {error}");
        }
    }
}

#[test]
fn every_damaged_byte_is_survived() {
    for (_, bytes) in recorded(&golden()).into_iter().take(4) {
        for at in 0..bytes.len() {
            for flip in [0x01, 0xFF] {
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
        "written by Python 3.11: its magic number is 3495, that of Python 3.12 is 3531",
    );
    check(b"\xcb\x0d\r\n\0\0\0\0", "damaged .pyc file: the header is cut off");
    let header = b"\xcb\x0d\r\n\0\0\0\0\0\0\0\0\0\0\0\0";
    check(&[&header[..], b"N"].concat(), "bad marshal data: it does not hold a code object");
    check(&[&header[..], b")\xff"].concat(), "bad marshal data at byte 2: the data ends too early");
    check(
        &[&header[..], b"r\0\0\0\0"].concat(),
        "bad marshal data at byte 5: it refers to an object that is not there",
    );
    check(
        &[&header[..], b"["].concat(),
        "bad marshal data at byte 1: no code object holds an object of type '['",
    );
}

/// Pairs that hold the next pair twice: few bytes, and more objects than anybody could print.
#[test]
fn references_cannot_make_a_file_endless() {
    let levels = 60_u32;
    let mut bytes = b"\xa9\x02".repeat(levels as usize);
    bytes.extend(b"NN");
    for inner in (1..levels).rev() {
        bytes.push(b'r');
        bytes.extend(inner.to_le_bytes());
    }
    let error = marshal::read(&bytes, &PY312).map(drop).expect_err("it is no code object");
    assert!(error.to_string().ends_with("its references make it endlessly long"), "{error}");
}

/// A set's order is that of its elements' bytes, which are found once each.
#[test]
fn sets_in_sets_are_written_in_time() {
    let mut set = Constant::FrozenSet([Constant::Int(1), Constant::None].into());
    for _ in 0..40 {
        set = Constant::FrozenSet([Constant::Int(2), set].into());
    }
    let source = Source::from_text("sets.py", "x = 1\n");
    let mut code = (*compile::compile(&source, &PY312).expect("it compiles")).clone();
    code.consts = [&[Const::Plain(set)][..], &code.consts].concat();
    let bytes = marshal::write(&code);
    assert!(marshal::read(&bytes, &PY312).is_ok());
}

/// As deep as in CPython, whose `marshal` reads 1999 tuples around a constant and no more.
#[test]
fn nesting_ends_where_cpythons_does() {
    let work = || {
        let said = |tuples| {
            let bytes = [&b")\x01".repeat(tuples)[..], b"N"].concat();
            marshal::read(&bytes, &PY312).map(drop).expect_err("no code object").to_string()
        };
        assert_eq!(said(1999), "bad marshal data: it does not hold a code object");
        assert_eq!(said(2000), "bad marshal data at byte 4000: it is nested too deeply");
    };
    std::thread::Builder::new().stack_size(1 << 28).spawn(work).expect("a thread").join().expect("it holds");
}

#[test]
fn code_that_cannot_run_is_refused() {
    let bytes = fs::read(golden().join("arithmetic.pyc")).expect("golden file");
    let sound = Pyc::read(&bytes, &PY312).expect("golden file");
    let check = |spoil: &dyn Fn(&mut Code), expected: &str| {
        let mut code = Code::clone(&sound.code);
        spoil(&mut code);
        let error = Pyc::read(&Pyc { code: code.into(), ..sound.clone() }.write(&PY312), &PY312);
        let error = error.expect_err(expected).to_string();
        assert!(error.ends_with(expected), "{error}");
    };
    let with = |code: &mut Code, units: &[u8]| code.code[..units.len()].copy_from_slice(units);
    check(&|code| code.code = [].into(), ": the code of a code object is not whole units");
    check(&|code| code.names.clear(), "STORE_NAME asks for number 0 of 0 names");
    check(&|code| code.consts.clear(), "LOAD_CONST asks for number 0 of 0 constants");
    check(&|code| code.stacksize = 0, "the value stack is too low or too high");
    check(&|code| with(code, &[1, 0]), "in <module> at offset 0: the value stack is too low or too high");
    check(&|code| with(code, &[6, 0]), "<module> holds a unit that is no instruction at offset 0");
    check(&|code| with(code, &[110, 255]), "JUMP_FORWARD jumps to 512, where no instruction begins");
    check(&|code| with(code, &[124, 0]), "LOAD_FAST asks for number 0 of 0 variables");
    check(&|code| with(code, &[99, 0]), "SWAP cannot have the argument 0");
    check(&|code| with(code, &[149, 1]), "COPY_FREE_VARS cannot have the argument 1");
    check(&|code| with(code, &[130, 3]), "RAISE_VARARGS cannot have the argument 3");
    let overlapping = [0x80, 2, 2, 0, 0x81, 1, 2, 0];
    check(
        &|code| code.exceptiontable = overlapping.into(),
        "the exception table of <module> leaves the code",
    );
    check(&|code| code.code = [9, 0].into(), "<module> runs past its end");
    check(&|code| code.linetable = [0x80].into(), "the line table of <module> does not fit its code");
    check(&|code| code.exceptiontable = [0xC0].into(), "the exception table of <module> is damaged");
    check(&|code| code.argcount = 1, "<module> has more parameters than local variables");
}

/// Without PUSH_EXC_INFO, RERAISE takes the one value that the handler behind it counts on.
#[test]
fn a_handler_finds_what_it_keeps() {
    let source = Source::from_text("handler.py", "try:\n    a\nfinally:\n    b\n");
    let mut code = (*compile::compile(&source, &PY312).expect("it compiles")).clone();
    let (push, nop) = (PY312.number(Op::PushExcInfo) as u8, PY312.number(Op::Nop) as u8);
    let at = code.code.iter().step_by(2).position(|&unit| unit == push).expect("it has a handler");
    code.code[at * 2] = nop;
    let error = marshal::read(&marshal::write(&code), &PY312).map(drop).expect_err("it cannot run");
    assert!(error.to_string().ends_with("the value stack is too low or too high"), "{error}");
}

proptest! {
    #[test]
    fn any_damage_is_survived(which in 0..16usize, changes in proptest::collection::vec(any::<(u16, u8)>(), 1..4)) {
        let (_, mut bytes) = recorded(&golden()).swap_remove(which);
        for (at, byte) in changes {
            let at = usize::from(at) % bytes.len();
            bytes[at] = byte;
        }
        survives(&bytes);
    }

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = marshal::read(&bytes, &PY312);
    }
}

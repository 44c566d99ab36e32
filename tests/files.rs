//! Programs that read and write files, run by the binary in an empty folder: what they print is what CPython
//! printed, and where a CPython is found, the files they leave are its files.
//! The `.out` files are recorded by `python3.12 PROGRAM`, run in an empty folder.

mod support;

use std::{collections::BTreeMap, fs, path::Path, process::Command};

/// What a program printed, and the files it left.
fn run(name: &str, mut command: Command) -> (String, BTreeMap<String, Vec<u8>>) {
    let folder = std::env::temp_dir().join(format!("opstep-files-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let output = command.current_dir(&folder).output().expect("it runs");
    let files = fs::read_dir(&folder).expect("the folder is there").map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read(&path).expect("a file can be read"))
    });
    let files = files.collect();
    fs::remove_dir_all(&folder).expect("the folder can go");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (format!("{out}{err}"), files)
}

#[test]
fn programs_leave_the_files_that_cpython_leaves() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let paths = fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let mut programs: Vec<_> = paths.filter(|path| path.extension().is_some_and(|of| of == "py")).collect();
    programs.sort();
    assert!(programs.len() > 5, "there are programs");
    for path in programs {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let mut ours = Command::new(env!("CARGO_BIN_EXE_opstep"));
        ours.arg("run").arg(&path);
        let (printed, files) = run(&name, ours);
        let recorded = fs::read_to_string(path.with_extension("out")).expect("CPython's output is recorded");
        assert_eq!(printed, recorded, "{name}");
        if let Some(python) = support::python("3.12.1") {
            let mut theirs = Command::new(python);
            theirs.arg(&path).env("PYTHONHASHSEED", "0").env("LC_ALL", "C.UTF-8");
            assert_eq!(files, run(&format!("{name}-theirs"), theirs).1, "the files of {name}");
        }
    }
}

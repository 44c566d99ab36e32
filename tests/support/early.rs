//! Asks CPython what its first stages make of files.

use std::{path::PathBuf, process::Command};

use super::support;

/// The lines that `tests/oracle/early_stages.py` prints, if there is a CPython.
pub fn ask(stage: &str, files: &[PathBuf]) -> Option<String> {
    let python = support::python("3.12.1")?;
    let run = Command::new(python).args(["tests/oracle/early_stages.py", stage]).args(files).output();
    let run = run.expect("it runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(String::from_utf8(run.stdout).expect("JSON"))
}

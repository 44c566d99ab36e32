//! What several tests need: the real CPython, where there is one.

#![expect(clippy::print_stdout, reason = "a test log says what was compared")]

use std::{path::PathBuf, process::Command};

/// The CPython of that version, if this machine has one. Says which it found, so that a log shows what was compared.
pub fn python(version: &str) -> Option<PathBuf> {
    let picked = Command::new("sh").args(["tests/oracle/pick-python.sh", version]).output().ok()?;
    let path = String::from_utf8(picked.stdout).ok()?.trim().to_owned();
    if !picked.status.success() || path.is_empty() {
        println!("no CPython {version} here: compared with the recorded files only");
        return None;
    }
    println!("compared live with CPython {version} as well");
    Some(path.into())
}

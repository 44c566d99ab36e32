//! The programs on which whole stages are compared.

use std::path::{Path, PathBuf};

use super::programs::python_files;

/// The examples and the tracer's samples.
pub fn programs() -> Vec<PathBuf> {
    ["examples", "tests/oracle/samples"]
        .into_iter()
        .flat_map(|folder| python_files(Path::new(folder)))
        .collect()
}

/// All that lies below `$OPSTEP_SWEEP`.
pub fn swept() -> Vec<PathBuf> {
    python_files(Path::new(&std::env::var_os("OPSTEP_SWEEP").expect("OPSTEP_SWEEP names a folder")))
}

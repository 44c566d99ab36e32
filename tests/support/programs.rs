//! Folders of programs, and what it takes to compile the largest.

#[path = "stack.rs"]
mod stack;

use std::{
    fs,
    path::{Path, PathBuf},
};

pub use stack::on_big_stack;

/// Every `.py` below the folder.
pub fn python_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(python_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
    found.sort();
    found
}

//! The code that is kept of the prelude is what its files become.
//!
//!     cargo test --test prelude -- --ignored
//!
//! makes it anew, after a change to the prelude or to the compiler.

use std::fs;

use opstep::{dialect::PY312, prelude};

const KEPT: &str = "src/prelude/kept.pyc";

#[test]
fn the_kept_code_is_of_these_files() {
    let is_new = fs::read(KEPT).expect("it is kept") == prelude::to_keep(&PY312);
    assert!(is_new, "{KEPT} is out of date: cargo test --test prelude -- --ignored");
}

#[test]
#[ignore = "writes what is kept"]
fn keep() {
    fs::write(KEPT, prelude::to_keep(&PY312)).expect("it can be written");
}

//! Any bytes as a program, any damage to a code file: an answer comes, in time, and nothing breaks.
//!
//! A few seconds of it are part of every test run. Longer:
//!
//!     OPSTEP_FUZZ_SECONDS=1800 cargo test --profile fuzz --test fuzz programs -- --ignored --nocapture
//!     OPSTEP_FUZZ_SECONDS=1800 cargo test --profile fuzz --test fuzz code_files -- --ignored --nocapture
//!     OPSTEP_FUZZ_SECONDS=1800 cargo test --profile fuzz --test fuzz runs -- --ignored --nocapture
//!
//! The inputs are made from the programs of this repository and the library of a CPython, if there is one.
//! `OPSTEP_FUZZ_SEED` chooses others. What breaks something is kept, made small, under the build folder's `tmp/fuzz`;
//! `OPSTEP_FUZZ_INPUT=FILE` with the same command looks at that file only.

#![expect(clippy::print_stdout, reason = "a test log says what was tried")]

mod code_file;
mod corpus;
mod hunt;
mod live;
mod random;
mod running;
mod targets;
mod text;
mod traps;

use std::time::Duration;

use running::RUNS;
use targets::{CODE_FILES, PROGRAMS};

#[test]
fn a_few_seconds_of_programs() {
    hunt::short(&PROGRAMS, Duration::from_secs(3));
}

#[test]
fn a_few_seconds_of_code_files() {
    hunt::short(&CODE_FILES, Duration::from_secs(2));
}

#[test]
fn a_few_seconds_of_runs() {
    hunt::short(&RUNS, Duration::from_secs(2));
}

#[test]
#[ignore = "as long as OPSTEP_FUZZ_SECONDS says"]
fn runs() {
    hunt::long(&RUNS);
}

#[test]
#[ignore = "as long as OPSTEP_FUZZ_SECONDS says"]
fn programs() {
    hunt::long(&PROGRAMS);
}

#[test]
#[ignore = "as long as OPSTEP_FUZZ_SECONDS says"]
fn code_files() {
    hunt::long(&CODE_FILES);
}

/// Whether CPython takes the same damaged programs for programs; prints what it says otherwise. What is refused by
/// one only is kept where the hunt keeps its findings.
///
///     OPSTEP_FUZZ_COUNT=20000 cargo test --profile fuzz --test fuzz cpython -- --ignored --nocapture
#[test]
#[ignore = "needs CPython 3.12.1, and takes minutes"]
fn cpython_accepts_the_same() {
    let [count, seed] = [("COUNT", 2000), ("SEED", 1)].map(|(name, or)| hunt::setting(name).unwrap_or(or));
    let found = hunt::on_stack(PROGRAMS.stack, move || live::compare(count as usize, seed));
    println!("{} compared, {} accepted by CPython", found.compared, found.accepted);
    for (family, times) in found.other_words.iter().chain(&found.disagreed) {
        println!("{times} times: {family}");
    }
    let kept: Vec<_> =
        found.examples.iter().map(|input| hunt::keep(&PROGRAMS, "disagreement", input)).collect();
    let disagreed: usize = found.disagreed.values().sum();
    println!(
        "{disagreed} accepted by one only, {} refused in other words",
        found.other_words.values().sum::<usize>()
    );
    assert!(kept.is_empty(), "{}", kept.join("\n"));
}

/// What is to be found is found, and made small.
#[test]
fn the_hunt_sees_what_breaks() {
    let sorts = [(traps::PANICS, "panic", 1), (traps::OVERFLOWS, "crash", 1), (traps::HANGS, "hang", 2)];
    for (target, sort, seconds) in sorts {
        let found = hunt::findings(&target, Duration::from_secs(seconds)).findings;
        assert!(!found.is_empty(), "{sort} is seen");
        for finding in found {
            assert_eq!(finding.sort, sort);
            assert!(finding.input.contains(&b'x'));
            assert!(sort == "hang" || finding.input == b"x", "{:?}", finding.input);
        }
    }
}

/// Not a test of its own: the process in which the others try their inputs, since an overflow of the stack
/// ends a process.
#[test]
#[ignore = "started by the others"]
fn worker() {
    hunt::work(&[PROGRAMS, CODE_FILES, RUNS, traps::PANICS, traps::HANGS, traps::OVERFLOWS]);
}

//! Code objects that no compiler has made, as they run: what is not refused when it is read ends, one way or another.

use opstep::{
    code::marshal::Pyc,
    dialect::PY312,
    vm::{Event, Limits, Program, Vm},
};

use crate::{code_file, corpus, targets::Target};

pub const RUNS: Target =
    Target { name: "runs", corpus, input: code_file::altered_code, stack: 1 << 26, check: run };

/// What is made for a test is small, and does a good deal in few instructions.
fn corpus(_with_library: bool) -> Vec<Vec<u8>> {
    let mut files = corpus::code_files(false);
    files.retain(|bytes| bytes.len() < 8000);
    files
}

fn run(bytes: &[u8]) -> bool {
    let Ok(pyc) = Pyc::read(bytes, &PY312) else { return false };
    let program = Program {
        code: pyc.code,
        dialect: &PY312,
        argv: vec!["fuzz.pyc".to_owned()],
        path: Vec::new(),
        file: None,
        source: None,
        limits: Limits { memory: 64 << 20, steps: 20_000 },
    };
    let mut vm = Vm::new(program);
    match vm.run(u64::MAX) {
        Event::Finished(_) | Event::Limit(_) | Event::Wants(_) => true,
        other => panic!("a run ended with {other:?}"),
    }
}

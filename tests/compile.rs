//! The whole compiler, against CPython 3.12.1: the same code objects, byte for byte, as whole lines of JSON.

#[path = "support/answers.rs"]
mod answers;
#[path = "support/programs.rs"]
mod programs;

use std::{fs, path::Path};

use answers::{code_row, first_difference};

use opstep::{
    compile::{self, Stages},
    dialect::PY312,
    source::Source,
};
use programs::{on_big_stack, python_files};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn examples_become_cpythons_code() {
    let golden = fs::read_to_string(root().join("tests/golden/compile/examples.jsonl")).expect("golden file");
    let mut programs = python_files(&root().join("examples"));
    programs.sort();
    assert_eq!(golden.lines().count(), programs.len(), "every example is recorded");
    for (path, expected) in programs.iter().zip(golden.lines()) {
        let name = path.strip_prefix(root()).expect("below the root").display().to_string();
        let made = code_row(&name, &fs::read(path).expect("an example"), true);
        assert!(made == expected, "{name}: {}", first_difference(&made, expected));
    }
}

#[test]
fn samples_become_cpythons_code() {
    on_big_stack(|| {
        let mut programs = python_files(&root().join("tests/oracle/samples"));
        programs.push(root().join("tests/golden/code/constants.py"));
        for path in programs {
            let name = path.file_name().expect("a name").display().to_string();
            let golden = root().join("tests/golden/code").join(&name).with_extension("json");
            let expected = fs::read_to_string(golden).expect("golden file");
            let made = code_row(&name, &fs::read(&path).expect("a sample"), true);
            let expected = expected.trim_end();
            assert!(made == expected, "{name}: {}", first_difference(&made, expected));
        }
    });
}

#[test]
fn every_stage_is_kept() {
    let source = Source::from_text("<text>", "def f(x):\n    return [y for y in x]\n");
    let stages = Stages::of(&source, &PY312).expect("it compiles");
    let names: Vec<_> = stages.units.iter().map(|unit| &*unit.code.qualname).collect();
    assert_eq!(names, ["f", "<module>"]);
    assert_eq!(stages.tree, stages.optimized, "there is nothing to fold");
    assert_eq!(stages.units[1].code, stages.compiled.code);
    assert_eq!(Ok(stages.compiled.code), compile::compile(&source, &PY312));
}

//! Pseudo-code, errors, warnings and folded constants of small programs, against CPython's own.

#![expect(clippy::print_stdout, reason = "a test log says what was compared")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/early.rs"]
mod early;
#[path = "support/programs.rs"]
mod programs;
#[path = "support/shown.rs"]
mod shown;
mod support;

use std::process::Command;

use opstep::{
    assemble::assemble,
    ast_opt::{self, Future},
    code::{Const, json},
    codegen::{self, Consts, Unit},
    compile,
    dialect::{self, Dialect, Feature},
    flow,
    source::{Source, SyntaxError},
    symbols, syntax,
    syntax::Constant,
};
use serde_json::{Value, json};

fn rows(text: &str) -> impl Iterator<Item = Value> + '_ {
    text.lines().map(|line| serde_json::from_str(line).expect("the golden files are JSON lines"))
}

/// The units of a program, the module's last.
fn units(text: &str, dialect: &Dialect) -> Result<Vec<Unit>, SyntaxError> {
    let source = Source::from_text("<test>", text);
    let mut module = syntax::parse(&source)?;
    let future = Future::of(&module, &source)?;
    ast_opt::optimize(&mut module, &future, dialect)?;
    let table = symbols::build(&module, &future, &source, dialect)?;
    let mut units = Vec::new();
    let mut finish = |unit: Unit| {
        let code = assemble(&unit, &flow::optimize(&unit, dialect), dialect);
        units.push(unit);
        Ok(code)
    };
    codegen::generate((&module, &table), &source, dialect, &mut Vec::new(), &mut finish)?;
    Ok(units)
}

/// How many programs there were. Each line holds a program and the pseudo-code that CPython makes of it.
fn compare(lines: &str) -> usize {
    for row in rows(lines) {
        let text = row["source"].as_str().unwrap();
        let units = units(text, dialect::ALL[0]).unwrap_or_else(|error| panic!("{text}: {error}"));
        let module = units.last().unwrap();
        let got = shown::rows(&module.sequence);
        let (got, want) = (got.as_array().unwrap(), row["instructions"].as_array().unwrap());
        for (index, (got, want)) in got.iter().zip(want).enumerate() {
            assert_eq!(got, want, "instruction {index} of\n{text}");
        }
        assert_eq!(got.len(), want.len(), "instructions of\n{text}");
        let names: Vec<_> = module.names.iter().map(|name| &**name).collect();
        assert_eq!(json!(names), row["names"], "names of\n{text}");
        assert_eq!(json!(module.consts.len()), row["consts"], "constants of\n{text}");
    }
    lines.lines().count()
}

#[test]
fn pseudo_code_is_that_of_cpython() {
    assert!(compare(include_str!("golden/codegen/programs.jsonl")) > 30, "the golden file is whole");
    if let Some(lines) = early::ask("sequences", &corpus::programs()) {
        assert!(compare(&lines) > 100, "there are programs");
    }
}

/// The same for every module below the folder `$OPSTEP_SWEEP`, and every function's body, with a live CPython:
///
///     OPSTEP_SWEEP=/usr/lib/python3.12 cargo test --test codegen -- --ignored
#[test]
#[ignore = "minutes long, and needs CPython 3.12.1"]
fn pseudo_code_of_a_library_is_that_of_cpython() {
    let lines = early::ask("sequences", &corpus::swept()).expect("a CPython 3.12.1");
    println!("{} modules and bodies", programs::on_big_stack(move || compare(&lines)));
}

#[test]
fn errors_and_warnings_are_those_of_cpython() {
    for row in rows(include_str!("golden/codegen/errors.jsonl")) {
        let text = row["source"].as_str().unwrap();
        let source = Source::from_text("<test>", text);
        let mut warnings = Vec::new();
        let error = match compile::compile_with_warnings(&source, dialect::ALL[0], &mut warnings) {
            Ok(_) => Value::Null,
            Err(e) => json!([e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]),
        };
        assert_eq!(error, row["error"], "error of\n{text}");
        let warnings: Value = warnings.iter().map(|warning| json!([warning.msg, warning.line])).collect();
        assert_eq!(warnings, row["warnings"], "warnings of\n{text}");
    }
}

#[test]
fn constants_fold_as_in_cpython() {
    for row in rows(include_str!("golden/codegen/folding.jsonl")) {
        let text = row["expression"].as_str().unwrap();
        let source = Source::from_text("<test>", text);
        let code =
            compile::compile(&source, dialect::ALL[0]).unwrap_or_else(|error| panic!("{text}: {error}"));
        let about = json::Row { file: "<test>", dialect: dialect::ALL[0], warnings: &[], positions: false };
        let got: Value = serde_json::from_str(&json::row(&about, &code)).unwrap();
        assert_eq!(got["code"], row["code"], "{text}");
    }
}

#[test]
fn a_dialect_says_whether_comprehensions_are_inlined() {
    let inlining = dialect::ALL[0];
    assert!(inlining.has(Feature::InlinedComprehensions));
    let calling = Dialect { features: &[], ..inlining.clone() };
    let names = |dialect| -> Vec<String> {
        let units = units("{x: [y for y in x] for x in (z for z in w)}", dialect).unwrap();
        units.iter().map(|unit| unit.qualname.to_string()).collect()
    };
    assert_eq!(names(inlining), ["<genexpr>", "<module>"]);
    assert_eq!(names(&calling), ["<dictcomp>.<listcomp>", "<dictcomp>", "<genexpr>", "<module>"]);
}

#[test]
fn a_deep_program_is_refused_not_fatal() {
    let work = || {
        let wide = ["-", "not ", "lambda: "].map(|prefix| format!("x = {}a", prefix.repeat(10_000)));
        let long = [".b", "()", "[0]"].map(|suffix| format!("a{} = 1", suffix.repeat(10_000) + ".c"));
        for text in wide.into_iter().chain(long) {
            let error = compile::compile(&Source::from_text("<test>", &text), dialect::ALL[0]).unwrap_err();
            assert!(!error.is_syntax(), "{}: {error}", &text[..20]);
        }
    };
    std::thread::Builder::new().stack_size(512 << 20).spawn(work).unwrap().join().unwrap();
}

#[test]
fn constants_are_kept_once() {
    let tuple = |items: &[Constant]| Constant::Tuple(items.into());
    let values = [
        Constant::Int(1),
        Constant::Bool(true),
        Constant::Float(1.0),
        Constant::Complex { re: 1.0, im: 0.0 },
        Constant::Float(0.0),
        Constant::Float(-0.0),
        Constant::Complex { re: 0.0, im: -0.0 },
        Constant::Str("a".into()),
        Constant::Bytes(b"a"[..].into()),
        Constant::None,
        tuple(&[Constant::Int(1)]),
        tuple(&[Constant::Bool(true)]),
        tuple(&[Constant::Float(0.0)]),
        tuple(&[Constant::Float(-0.0)]),
        tuple(&[tuple(&[Constant::Int(1)])]),
        Constant::FrozenSet([Constant::Int(1), Constant::Int(2)].into()),
    ];
    let mut consts = Consts::default();
    for round in 0..2 {
        for (index, value) in values.iter().enumerate() {
            assert_eq!(consts.add(Const::Plain(value.clone())) as usize, index, "{value:?}, round {round}");
        }
    }
    // A list that comes from elsewhere is looked through for a while, then by tables.
    let mut given = Consts::new(consts.as_slice().to_vec());
    for round in 0..3 {
        for (index, value) in values.iter().enumerate() {
            assert_eq!(given.add(Const::Plain(value.clone())) as usize, index, "{value:?}, round {round}");
        }
    }
    let turned = Constant::FrozenSet([Constant::Int(2), Constant::Int(1)].into());
    assert_eq!(consts.add(Const::Plain(turned)) as usize, values.len() - 1, "a set has no order");
    let nan = |number| {
        let mut nan = Constant::Float(f64::NAN);
        nan.number_nan(number);
        Const::Plain(nan)
    };
    assert_ne!(consts.add(nan(1)), consts.add(nan(2)), "a NaN equals no other");
    assert_eq!(consts.add(nan(1)), consts.add(nan(1)), "a NaN is itself");
}

/// Where a CPython is found, the recorded files are what it would record today.
#[test]
fn golden_files_are_fresh() {
    let Some(python) = support::python("3.12") else { return };
    let check = Command::new(python).args(["tests/golden/codegen/record.py", "--check"]).output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
}

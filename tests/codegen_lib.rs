//! The compiler over whole trees of files, against code objects that CPython has dumped. Too much for every
//! day: `cargo test --test codegen_lib -- --ignored --nocapture`, with OPSTEP_LIB (the folder), OPSTEP_FILES
//! (a list of files in it) and OPSTEP_ROWS (where the rows go, for `tests/oracle/codediff.py`).

use std::{fs, io::Write, path::Path, rc::Rc};

use opstep::{
    assemble, ast_opt,
    code::{Code, json},
    codegen, dialect, flow,
    source::{Source, SyntaxError},
    symbols, syntax,
};

fn compile(source: &Source) -> Result<(Rc<Code>, Vec<codegen::Warning>), SyntaxError> {
    let dialect = dialect::ALL[0];
    let mut module = syntax::parse(source)?;
    let future = ast_opt::Future::of(&module, source)?;
    ast_opt::optimize(&mut module, &future)?;
    let table = symbols::build(&module, &future, source)?;
    let mut finish = |unit: codegen::Unit| {
        let graph = flow::optimize(&unit, dialect);
        Ok(assemble::assemble(&unit, &graph, dialect))
    };
    let generated = codegen::generate(&module, &table, source, &mut finish)?;
    Ok((generated.code, generated.warnings))
}

/// The row of a file that does not compile.
fn failure(file: &str, error: &SyntaxError) -> String {
    let mut row = serde_json::json!({"file": file, "python": dialect::ALL[0].micro, "warnings": []});
    row["error"] = serde_json::json!({"type": error.kind.name(), "msg": error.msg});
    if error.is_syntax() {
        row["error"]["lineno"] = error.lineno.into();
        row["error"]["offset"] = error.offset.into();
        row["error"]["end_lineno"] = error.end_lineno.into();
        row["error"]["end_offset"] = error.end_offset.into();
        row["error"]["text"] = error.text.clone().into();
    }
    row.to_string()
}

#[test]
#[ignore = "needs a folder of Python files and their dump"]
fn whole_folder() {
    let var = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("set {name}"));
    let work = move || {
        let mut out = std::io::BufWriter::new(fs::File::create(var("OPSTEP_ROWS")).unwrap());
        for file in fs::read_to_string(var("OPSTEP_FILES")).unwrap().lines() {
            let name = file.trim_start_matches("./");
            let bytes = fs::read(Path::new(&var("OPSTEP_LIB")).join(name)).unwrap();
            let result = Source::from_bytes(name, &bytes).and_then(|source| compile(&source));
            let line = match result {
                Ok((code, warnings)) => {
                    let warnings: Vec<_> =
                        warnings.iter().map(|w| ("SyntaxWarning", &*w.msg, w.at.line)).collect();
                    let dialect = dialect::ALL[0];
                    json::row(
                        &json::Row { file: name, dialect, warnings: &warnings, positions: false },
                        &code,
                    )
                }
                Err(error) => failure(name, &error),
            };
            writeln!(out, "{line}").unwrap();
        }
    };
    std::thread::Builder::new().stack_size(1 << 30).spawn(work).unwrap().join().unwrap();
}

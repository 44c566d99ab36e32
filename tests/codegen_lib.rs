//! The compiler over whole trees of files, against code objects that CPython has dumped. Too much for every
//! day: `cargo test --test codegen_lib -- --ignored --nocapture`, with OPSTEP_LIB (the folder), OPSTEP_FILES
//! (a list of files in it) and OPSTEP_ROWS (where the rows go, for `tests/oracle/codediff.py`).

use std::{fs, io::Write, path::Path};

use opstep::{
    code::json,
    compile, dialect,
    source::{Source, SyntaxError},
};

/// The row of a file that does not compile.
fn failure(file: &str, error: &SyntaxError, warnings: &[(&str, &str, i32)]) -> String {
    let mut row = serde_json::json!({"file": file, "python": dialect::ALL[0].micro, "warnings": warnings});
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
            let mut found = Vec::new();
            let dialect = dialect::ALL[0];
            let result = Source::from_bytes(name, &bytes)
                .and_then(|source| compile::compile_with_warnings(&source, dialect, &mut found));
            let warnings: Vec<_> = found.iter().map(|w| (w.category.name(), &*w.msg, w.line)).collect();
            let line = match result {
                Ok(code) => json::row(
                    &json::Row { file: name, dialect, warnings: &warnings, positions: false },
                    &code,
                ),
                Err(error) => failure(name, &error, &warnings),
            };
            writeln!(out, "{line}").unwrap();
        }
    };
    std::thread::Builder::new().stack_size(1 << 30).spawn(work).unwrap().join().unwrap();
}

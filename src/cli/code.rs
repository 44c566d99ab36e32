//! `opstep code`: the whole tree of code objects, one line of JSON a file, as `tests/oracle/codedump.py` prints it.

use std::{
    ffi::{OsStr, OsString},
    fs::{self, File},
    io::{self, BufRead, BufWriter, Write},
    path::Path,
};

use super::{Failure, args, input::Input};
use crate::{code::json, compile, dialect::Dialect};

pub(super) fn run(args: &args::Code, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    let mut file = None;
    if let Some(path) = &args.out {
        let created =
            File::create(path).map_err(|error| Failure::User(format!("cannot write {path:?}: {error}")))?;
        file = Some(BufWriter::new(created));
    }
    let out: &mut dyn Write = match &mut file {
        Some(file) => file,
        None => out,
    };
    for path in files(args)? {
        let mut input = Input::from_file(&path)?;
        if let Some(root) = &args.root {
            input.name = relative(Path::new(&path), root);
        }
        writeln!(out, "{}", line(&input, args.positions, dialect)?)?;
    }
    out.flush()?;
    Ok(())
}

fn line(input: &Input, positions: bool, dialect: &Dialect) -> Result<String, Failure> {
    if input.is_compiled(dialect) {
        let code = input.compiled(dialect)?;
        return Ok(json::row(&row(input, positions, dialect, &[]), &code));
    }
    let source = match input.source() {
        Ok(source) => source,
        Err(Failure::Program(error)) => {
            return Ok(json::error_row(&row(input, positions, dialect, &[]), &error));
        }
        Err(other) => return Err(other),
    };
    let mut found = Vec::new();
    let code = compile::compile_with_warnings(&source, dialect, &mut found);
    let warnings: Vec<_> =
        found.iter().map(|warning| (warning.category.name(), &*warning.msg, warning.line)).collect();
    let row = row(input, positions, dialect, &warnings);
    Ok(match code {
        Ok(code) => json::row(&row, &code),
        Err(error) => json::error_row(&row, &error),
    })
}

fn row<'a>(
    input: &'a Input,
    positions: bool,
    dialect: &'a Dialect,
    warnings: &'a [(&'a str, &'a str, i32)],
) -> json::Row<'a> {
    json::Row { file: &input.name, dialect, warnings, positions }
}

fn files(args: &args::Code) -> Result<Vec<OsString>, Failure> {
    let mut files = args.files.clone();
    if let Some(list) = &args.files_from {
        let lines = if list == OsStr::new("-") {
            io::stdin().lock().lines().collect::<io::Result<Vec<_>>>()
        } else {
            fs::read_to_string(list).map(|text| text.lines().map(String::from).collect())
        };
        let lines = lines.map_err(|error| Failure::User(format!("cannot read {list:?}: {error}")))?;
        files.extend(lines.into_iter().filter(|line| !line.trim().is_empty()).map(OsString::from));
    }
    if files.is_empty() {
        return Err(Failure::User("name a file, or a list of files with --files-from".into()));
    }
    Ok(files)
}

/// The path as seen from the root, with slashes.
fn relative(path: &Path, root: &Path) -> String {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let (path, root) = (whole(path), whole(root));
    let common = path.components().zip(root.components()).take_while(|(a, b)| a == b).count();
    let up = root.components().skip(common).map(|_| "..".into());
    let down = path.components().skip(common).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<String>>().join("/")
}

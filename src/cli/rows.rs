//! One line of JSON a file, as the scripts in `tests/oracle/` print them. What is wrong with a program is a line too.

use std::{
    ffi::{OsStr, OsString},
    fs::{self, File},
    io::{self, BufRead, BufWriter, Write},
    path::Path,
    rc::Rc,
};

use super::{
    Failure,
    args::{Inputs, Rows},
    input::{self, Input},
};
use crate::{
    code::{Code, json as code_json},
    dialect::Dialect,
    json::{self, Json, Row},
    source::Warning,
    symbols::SymbolTable,
    syntax::Token,
};

/// What is made of a program.
pub(super) enum Made {
    Code {
        code: Rc<Code>,
        positions: bool,
    },
    /// Under the name of its field.
    Text(&'static str, String),
    Tokens(Vec<Token>),
    Symbols(Box<SymbolTable>),
}

/// How a program becomes that; the warnings are kept even of what is refused in the end.
pub(super) type Make<'a> = dyn Fn(&Input, &mut Vec<Warning>) -> Result<Made, Failure> + 'a;

/// Prints a line for each program that was named.
pub(super) fn print(
    inputs: &Inputs,
    rows: &Rows,
    dialect: &Dialect,
    out: &mut dyn Write,
    make: &Make<'_>,
) -> Result<(), Failure> {
    let mut file = None;
    if let Some(path) = &rows.out {
        let created =
            File::create(path).map_err(|error| Failure::User(format!("cannot write {path:?}: {error}")))?;
        file = Some(BufWriter::new(created));
    }
    let out: &mut dyn Write = match &mut file {
        Some(file) => file,
        None => out,
    };
    if rows.files_from.is_none() {
        for input in input::inputs(inputs)? {
            writeln!(out, "{}", line(input, rows, dialect, make)?)?;
        }
    }
    for path in listed(inputs, rows)? {
        writeln!(out, "{}", line(Input::from_file(&path)?, rows, dialect, make)?)?;
    }
    out.flush()?;
    Ok(())
}

fn line(mut input: Input, rows: &Rows, dialect: &Dialect, make: &Make<'_>) -> Result<String, Failure> {
    if let Some(root) = &rows.root
        && input.is_file()
    {
        input.name = relative(Path::new(&input.name), root);
    }
    let mut found = Vec::new();
    let made = make(&input, &mut found);
    let warnings: Vec<_> =
        found.iter().map(|warning| (warning.category.name(), &*warning.msg, warning.line)).collect();
    let positions = matches!(made, Ok(Made::Code { positions: true, .. }));
    let row = Row { file: &input.name, dialect, warnings: &warnings, positions };
    match made {
        Ok(Made::Code { code, .. }) => Ok(code_json::row(&row, &code)),
        Ok(made) => Ok(json::row(&row, |out| write(out, &made))),
        Err(Failure::Program(error)) => Ok(json::error_row(&row, &error)),
        Err(other) => Err(other),
    }
}

fn write(out: &mut Json, made: &Made) {
    match made {
        Made::Code { .. } => {}
        Made::Text(field, text) => out.field(field, |out| out.str(text)),
        Made::Tokens(tokens) => out.field("tokens", |out| {
            out.list(tokens, |out, token| {
                let ((line, col), (end_line, end_col)) = (token.start, token.end);
                out.enclosed('[', ']', |out| {
                    out.item(|out| out.str(token.exact_name()));
                    out.item(|out| out.str(&token.text));
                    for number in [line, col, end_line, end_col] {
                        out.item(|out| out.number(number));
                    }
                });
            });
        }),
        Made::Symbols(table) => out.field("symbols", |out| table.json(out)),
    }
}

/// The files of a list, after those that were named themselves.
fn listed(inputs: &Inputs, rows: &Rows) -> Result<Vec<OsString>, Failure> {
    let Some(list) = &rows.files_from else { return Ok(Vec::new()) };
    let lines = if list == OsStr::new("-") {
        io::stdin().lock().lines().collect::<io::Result<Vec<_>>>()
    } else {
        fs::read_to_string(list).map(|text| text.lines().map(String::from).collect())
    };
    let lines = lines.map_err(|error| Failure::User(format!("cannot read {list:?}: {error}")))?;
    let lines = lines.into_iter().filter(|line| !line.trim().is_empty()).map(OsString::from);
    Ok(inputs.files.iter().cloned().chain(lines).collect())
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

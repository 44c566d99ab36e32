//! `opstep trace`: one line of JSON for each instruction, call, return, line and exception of a run, as
//! `tests/oracle/optrace.py` prints it.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use super::{
    Failure, args,
    program::{Loaded, Naming, name},
    run::exit_code,
};
use crate::{
    debugger::trace::{self, Options, Streams},
    dialect::Dialect,
    literal::str_repr,
    source::SyntaxError,
    vm::Limits,
};

pub(super) fn run(
    args: &args::Trace,
    dialect: &'static Dialect,
    out: &mut dyn Write,
) -> Result<ExitCode, Failure> {
    let mut file = args.out.as_deref().filter(|path| *path != Path::new("-")).map(create).transpose()?;
    let mut script_file = args.script_stdout.as_deref().map(create).transpose()?;
    // Where the trace has standard output, the program's output goes to standard error.
    let mut instead = io::stderr();
    let (trace, script_out): (&mut dyn Write, &mut dyn Write) = match (&mut file, &mut script_file) {
        (Some(file), Some(script)) => (file, script),
        (Some(file), None) => (file, out),
        (None, Some(script)) => (out, script),
        (None, None) => (out, &mut instead),
    };
    let loaded = match Loaded::new(&args.start, Naming::Normal, dialect) {
        Err(Failure::Program(error)) => {
            writeln!(trace, "{}", refusal(&error))?;
            trace.flush()?;
            return Err(Failure::Program(error));
        }
        loaded => loaded?,
    };
    let script = name(Path::new(&*loaded.code.filename), Naming::Normal);
    let (program, _) = loaded.program(dialect, Limits::default());
    let options =
        Options { stack: args.stack, locals: args.locals, max: args.max.unwrap_or(0), all: args.all };
    let (mut err, mut input) = (io::stderr(), io::stdin().lock());
    let mut streams = Streams { trace, out: script_out, err: &mut err, input: &mut input };
    let status = trace::trace(program, Path::new(&script), &options, &mut streams)?;
    streams.trace.flush()?;
    streams.out.flush()?;
    Ok(exit_code(status))
}

fn create(path: &Path) -> Result<BufWriter<File>, Failure> {
    let created = File::create(path);
    Ok(BufWriter::new(created.map_err(|error| Failure::User(format!("cannot write {path:?}: {error}")))?))
}

/// The whole trace of a program that cannot be compiled.
fn refusal(error: &SyntaxError) -> String {
    let kind = error.kind.name();
    let text = |text: &str| str_repr(&text.into());
    let optional = |value: Option<&str>| value.map_or("None".into(), text);
    let number = |value: Option<i32>| value.map_or("None".into(), |value| value.to_string());
    let place = format!(
        "({}, {}, {}, {}, {}, {})",
        optional(error.filename.as_deref()),
        number(error.lineno),
        number(error.offset),
        optional(error.text.as_deref()),
        number(error.end_lineno),
        number(error.end_offset),
    );
    let shown = ascii_json(&format!("{kind}({}, {place})", text(&error.msg)));
    format!(
        "{{\"seq\":0,\"event\":\"end\",\"reason\":\"exit\",\"exit\":[\"int\",\"1\"],\"uncaught\":[\"{kind}\",{shown}],\
         \"instructions\":0,\"depth_compared\":0,\"depth_mismatched\":0,\"depth_conflicts\":0}}"
    )
}

/// A JSON string in which every character is ASCII.
fn ascii_json(text: &str) -> String {
    let mut out = String::new();
    for c in serde_json::Value::from(text).to_string().chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            out.push_str(&format!("\\u{unit:04x}"));
        }
    }
    out
}

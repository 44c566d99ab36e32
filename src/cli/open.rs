//! `opstep FILE`: the debugger on a screen.

use std::{
    io::{self, IsTerminal},
    process::ExitCode,
};

use super::{
    Failure,
    args::Open,
    program::{Loaded, Naming},
    run::exit_code,
};
use crate::{debugger::Session, dialect::Dialect, tui, vm::Limits};

/// What is shown where no program is named.
const EXAMPLE: (&str, &str) = ("examples/fact.py", include_str!("../../examples/fact.py"));

pub(super) fn run(args: &Open, dialect: &'static Dialect) -> Result<ExitCode, Failure> {
    let start = &args.start;
    let nothing_named = start.code.is_none() && start.module.is_none() && start.program.is_empty();
    let loaded = match nothing_named {
        true => Loaded::built_in(EXAMPLE.0, EXAMPLE.1, dialect)?,
        false => Loaded::new(start, Naming::AsGiven, dialect)?,
    };
    let (program, source) = loaded.program(dialect, Limits::default());
    let mut session = Session::open(program, source);
    for spec in &args.breakpoints {
        session.add_breakpoint(spec).map_err(|wrong| Failure::User(format!("-b {spec}: {wrong}")))?;
    }
    if !io::stdout().is_terminal() {
        return Err(Failure::User(
            "the screen needs a terminal: 'opstep run' runs a program without one, 'opstep trace' prints every \
             instruction"
                .into(),
        ));
    }
    let options = tui::Options {
        theme: args.theme,
        mouse: !args.no_mouse,
        dialect: format!("CPython {}", dialect.micro),
    };
    let shown = tui::run(Box::new(session), &options);
    let status = shown.map_err(|error| Failure::User(format!("cannot use the terminal: {error}")))?;
    Ok(exit_code(status))
}

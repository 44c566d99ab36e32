//! The command line: one file a subcommand, each thin glue over the library. Only this module and the screen
//! touch files, standard streams and exit codes.

mod args;
mod ast;
mod code;
mod compile;
mod dis;
mod explain;
mod failure;
mod input;
mod open;
mod program;
mod rows;
mod run;
mod symbols;
mod tokens;
mod trace;
mod warn;

use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

use args::{Cli, Command};
use failure::Failure;

/// Runs the command that these arguments ask for; the first is the program's own name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return failure::refuse(&error),
    };
    let done = match &cli.command {
        None => open::run(&cli.open, cli.python),
        Some(_) if cli.open.is_used() => {
            Err(Failure::User("-b, -c, -m, --theme and --no-mouse go without a command, or after it".into()))
        }
        Some(command) => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            run(command, &cli, &mut out).and_then(|code| Ok(out.flush().map(|()| code)?))
        }
    };
    done.unwrap_or_else(Failure::report)
}

fn run(command: &Command, cli: &Cli, out: &mut dyn Write) -> Result<ExitCode, Failure> {
    match command {
        Command::Run(args) => return run::run(args, cli.python, out),
        Command::Trace(args) => return trace::run(args, cli.python, out),
        Command::Ast(args) => ast::run(args, cli.python, out)?,
        Command::Compile(args) => compile::run(args, cli.python)?,
        Command::Dis(args) => dis::run(args, cli.python, out)?,
        Command::Symbols(args) => symbols::run(args, cli.python, out)?,
        Command::Tokens(args) => tokens::run(args, cli.python, out)?,
        Command::Code(args) => code::run(args, cli.python, out)?,
        Command::Explain(args) => explain::run(args, cli.python, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

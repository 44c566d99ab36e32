//! What can stand on the command line.

use std::ffi::OsString;

use clap::{Args, Parser, Subcommand};

use crate::dialect::{self, Dialect};

const EXAMPLES: &str = "\
Examples:
  opstep script.py                 step through a program, one instruction a key
  opstep explain CALL              what an instruction does
";

/// Step Python bytecode one instruction per key press, forward and back.
#[derive(Debug, Parser)]
#[command(name = "opstep", version, after_help = EXAMPLES, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,

    /// The version of Python whose compiler and machine are reproduced.
    #[arg(long, global = true, value_name = "VERSION", value_parser = find_dialect)]
    #[arg(default_value = dialect::ALL[0].name)]
    pub python: &'static Dialect,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the syntax tree, as `python -m ast` does
    Ast(Ast),
    /// Say what an instruction does; without a name, list them all
    Explain(Explain),
}

/// What to look at: files, or code given directly.
#[derive(Debug, Args)]
pub(super) struct Inputs {
    /// Code instead of a file
    #[arg(short, value_name = "CODE", conflicts_with = "files")]
    pub code: Option<String>,

    /// Python files; `-` or none: standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<OsString>,
}

#[derive(Debug, Args)]
pub(super) struct Ast {
    #[command(flatten)]
    pub inputs: Inputs,

    /// Print the place of each node too
    #[arg(short = 'a', long = "include-attributes")]
    pub attributes: bool,

    /// Blanks a level
    #[arg(short, long, value_name = "N", default_value_t = 3)]
    pub indent: usize,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// Its name, in any letter case, or its number
    pub opcode: Option<String>,
}

fn find_dialect(name: &str) -> Result<&'static Dialect, String> {
    Dialect::find(name).ok_or_else(|| {
        let known: Vec<&str> = dialect::ALL.iter().map(|dialect| dialect.name).collect();
        format!("opstep knows Python {}", known.join(", "))
    })
}

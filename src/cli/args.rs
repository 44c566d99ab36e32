//! What can stand on the command line.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::dialect::{self, Dialect};

const EXAMPLES: &str = "\
Examples:
  opstep dis script.py             its bytecode
  opstep explain CALL              what an instruction does";

/// Step Python bytecode one instruction per key press, forward and back.
#[derive(Debug, Parser)]
#[command(name = "opstep", version, after_help = EXAMPLES, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Command,

    /// The version of Python whose compiler and machine are reproduced
    #[arg(long, global = true, value_name = "VERSION", value_parser = find_dialect)]
    #[arg(default_value = dialect::ALL[0].name)]
    pub python: &'static Dialect,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the bytecode, as `python -m dis` does
    Dis(Dis),
    /// Print the tokens, as `python -m tokenize` does
    Tokens(Tokens),
    /// Print the syntax tree, as `python -m ast` does
    Ast(Ast),
    /// Print whole trees of code objects, one line of JSON a file
    Code(Code),
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
pub(super) struct Dis {
    #[command(flatten)]
    pub inputs: Inputs,

    /// Show the cache units too
    #[arg(long)]
    pub caches: bool,
}

#[derive(Debug, Args)]
pub(super) struct Tokens {
    #[command(flatten)]
    pub inputs: Inputs,

    /// Name operators by their exact type
    #[arg(short, long)]
    pub exact: bool,
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
pub(super) struct Code {
    /// Python files
    #[arg(value_name = "FILE")]
    pub files: Vec<OsString>,

    /// Name files as seen from this folder
    #[arg(long, value_name = "FOLDER")]
    pub root: Option<PathBuf>,

    /// Read more file names from this file, one a line (`-`: standard input)
    #[arg(long, value_name = "LIST")]
    pub files_from: Option<OsString>,

    /// Write here instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,

    /// Print the place of every code unit too
    #[arg(long)]
    pub positions: bool,
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

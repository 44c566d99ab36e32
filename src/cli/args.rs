//! What can stand on the command line.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::Failure;
use crate::{
    dialect::{self, Dialect},
    tui::ThemeName,
};

const EXAMPLES: &str = "\
Examples:
  opstep script.py                 step through a program, one instruction a key
  opstep -b add+6 script.py 1 2    stop before offset 6 of add; 1 and 2 go to the program
  opstep -c 'print(6 * 7)'         step through code given directly
  opstep run script.py             run it without a screen
  opstep dis script.py             its bytecode
  opstep compile script.py         write it as a .pyc
  opstep trace --stack script.py   every instruction it executes, with the value stack
  opstep explain CALL              what an instruction does
A file that is called like a command goes by its path: opstep ./run";

/// Step Python bytecode one instruction per key press, forward and back.
#[derive(Debug, Parser)]
#[command(name = "opstep", version, after_help = EXAMPLES, disable_help_subcommand = true)]
#[command(override_usage = "opstep [OPTIONS] [FILE] [ARGS]...\n       opstep <COMMAND> ...")]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,

    #[command(flatten)]
    pub open: Open,

    /// The version of Python whose compiler and machine are reproduced
    #[arg(long, global = true, value_name = "VERSION", value_parser = find_dialect)]
    #[arg(default_value = dialect::ALL[0].name)]
    pub python: &'static Dialect,
}

/// The screen: what is debugged, and how it looks.
#[derive(Debug, Args)]
pub(super) struct Open {
    #[command(flatten)]
    pub start: Start,

    /// Stop there: `12` (line), `fact+36` (function and offset), `op:CALL`, `fn:fact`, `exc:ValueError`,
    /// `stack>5`; may be given again
    #[arg(short, long = "break", value_name = "SPEC")]
    pub breakpoints: Vec<String>,

    /// Colours: auto, dark, light or mono
    #[arg(long, value_name = "NAME", default_value = "auto", value_parser = find_theme)]
    pub theme: ThemeName,

    /// Leave the mouse to the terminal
    #[arg(long)]
    pub no_mouse: bool,
}

impl Open {
    /// Whether anything was said that only the screen can use.
    pub(super) fn is_used(&self) -> bool {
        let start = &self.start;
        let names_program = start.code.is_some() || start.module.is_some() || !start.program.is_empty();
        names_program || !self.breakpoints.is_empty() || self.theme != ThemeName::default() || self.no_mouse
    }
}

/// A program and its arguments.
#[derive(Debug, Args)]
pub(super) struct Start {
    /// Code instead of a file
    #[arg(short, value_name = "CODE")]
    pub code: Option<String>,

    /// A module instead of a file
    #[arg(short, value_name = "MODULE", conflicts_with = "code")]
    pub module: Option<String>,

    /// A .py or .pyc file (`-`: standard input), then what it finds in sys.argv
    #[arg(value_names = ["FILE", "ARGS"], trailing_var_arg = true)]
    pub program: Vec<OsString>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run a program without a screen, as `python FILE` does
    Run(Run),
    /// Write the .pyc that Python imports, as `python -m py_compile` does
    Compile(Compile),
    /// Print the bytecode, as `python -m dis` does
    Dis(Dis),
    /// Print the tokens, as `python -m tokenize` does
    Tokens(Tokens),
    /// Print which names each block binds and where it finds them, as Python's symtable says
    Symbols(Symbols),
    /// Print the syntax tree, as `python -m ast` does
    Ast(Ast),
    /// Print whole trees of code objects, one line of JSON a file
    Code(Code),
    /// Run a program and print one line of JSON for each instruction it executes
    Trace(Trace),
    /// Say what an instruction does; without a name, list them all
    Explain(Explain),
}

#[derive(Debug, Args)]
pub(super) struct Run {
    #[command(flatten)]
    pub start: Start,

    /// Keep the history that the debugger keeps, to see what it costs
    #[arg(long)]
    pub record: bool,

    /// Stop after so many instructions
    #[arg(long, value_name = "N")]
    pub max_steps: Option<u64>,

    /// Raise MemoryError when the program's objects take more than this
    #[arg(long, value_name = "MEGABYTES")]
    pub max_memory: Option<u64>,
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
pub(super) struct Compile {
    /// A Python file
    #[arg(value_name = "FILE")]
    pub file: OsString,

    /// Write here instead of to __pycache__ beside the file
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,

    /// How Python tells whether the .pyc is still true to its source: `timestamp` (the default), or, as where
    /// SOURCE_DATE_EPOCH is set, `checked-hash`
    #[arg(long, visible_alias = "invalidation", value_name = "MODE", hide_possible_values = true)]
    pub invalidation_mode: Option<Invalidation>,
}

/// In the words of Python's `compileall`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Invalidation {
    Timestamp,
    CheckedHash,
    UncheckedHash,
}

#[derive(Debug, Args)]
pub(super) struct Dis {
    #[command(flatten)]
    pub inputs: Inputs,

    /// Show the cache units too
    #[arg(long)]
    pub caches: bool,

    /// Print a line of JSON a file
    #[arg(long)]
    pub json: bool,

    #[command(flatten)]
    pub rows: Rows,
}

#[derive(Debug, Args)]
pub(super) struct Tokens {
    #[command(flatten)]
    pub inputs: Inputs,

    /// Name operators by their exact type
    #[arg(short, long)]
    pub exact: bool,

    /// Print a line of JSON a file, with exact types
    #[arg(long)]
    pub json: bool,

    #[command(flatten)]
    pub rows: Rows,
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

    /// Print a line of JSON a file, with the place of each node
    #[arg(long)]
    pub json: bool,

    #[command(flatten)]
    pub rows: Rows,
}

#[derive(Debug, Args)]
pub(super) struct Symbols {
    #[command(flatten)]
    pub inputs: Inputs,

    /// Print a line of JSON a file, with every answer of `symtable`
    #[arg(long)]
    pub json: bool,

    #[command(flatten)]
    pub rows: Rows,
}

/// How lines of JSON are printed.
#[derive(Debug, Args)]
pub(super) struct Rows {
    /// JSON: name files as seen from this folder
    #[arg(long, value_name = "FOLDER")]
    pub root: Option<PathBuf>,

    /// JSON: read more file names from this file, one a line (`-`: standard input)
    #[arg(long, value_name = "LIST")]
    pub files_from: Option<OsString>,

    /// JSON: write here instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

impl Rows {
    /// Refuses these options where no JSON is wanted.
    pub(super) fn refuse(&self) -> Result<(), Failure> {
        match self.root.is_some() || self.files_from.is_some() || self.out.is_some() {
            true => Err(Failure::User("--root, --files-from and --out go with --json".into())),
            false => Ok(()),
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Code {
    #[command(flatten)]
    pub inputs: Inputs,

    #[command(flatten)]
    pub rows: Rows,

    /// Print the place of every code unit too
    #[arg(long)]
    pub positions: bool,
}

#[derive(Debug, Args)]
pub(super) struct Trace {
    #[command(flatten)]
    pub start: Start,

    /// Print the value stack before each instruction
    #[arg(long)]
    pub stack: bool,

    /// Print the local variables too
    #[arg(long)]
    pub locals: bool,

    /// Stop after so many instructions
    #[arg(long, value_name = "N")]
    pub max: Option<u64>,

    /// Trace files outside the program's folder too
    #[arg(long)]
    pub all: bool,

    /// Write the trace here instead of to standard output
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,

    /// The program's standard output goes here (else, where the trace has standard output, to standard error)
    #[arg(long, value_name = "FILE")]
    pub script_stdout: Option<PathBuf>,
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

fn find_theme(name: &str) -> Result<ThemeName, String> {
    ThemeName::parse(name).ok_or_else(|| {
        let known: Vec<&str> = ThemeName::ALL.iter().map(|(name, _)| *name).collect();
        format!("there are {}", known.join(", "))
    })
}

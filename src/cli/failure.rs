//! What can go wrong in a command, and how it is said: one line for a user's mistake, CPython's own text for a
//! mistake in the program.

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use crate::source::SyntaxError;

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Failure {
    /// A mistake of the user, in one line that says what to do.
    User(String),
    /// The program cannot be compiled.
    Program(Box<SyntaxError>),
    /// The program is no sequence of tokens; in the words of `tokenize`.
    Tokens(String),
    /// What was to be written could not be.
    Output(io::Error),
}

impl Failure {
    /// Says it on standard error, and with which status to end.
    pub(super) fn report(self) -> ExitCode {
        match self {
            Self::User(text) => {
                say(&format!("opstep: {text}\n"));
                ExitCode::from(2)
            }
            Self::Program(error) => {
                say(&format!("{error}\n"));
                ExitCode::FAILURE
            }
            Self::Tokens(text) => {
                say(&format!("{text}\n"));
                ExitCode::FAILURE
            }
            // Whoever read our output has seen enough.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Output(error) => {
                say(&format!("opstep: cannot write the output: {error}\n"));
                ExitCode::FAILURE
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<SyntaxError> for Failure {
    fn from(error: SyntaxError) -> Self {
        Self::Program(Box::new(error))
    }
}

/// A closed standard error leaves no one to tell.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Answers a command line that is not one: help and version as asked, else one line.
pub(super) fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let text = error.render();
        let text = if io::stdout().is_terminal() { text.ansi().to_string() } else { text.to_string() };
        return match io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => Failure::Output(error).report(),
        };
    }
    let text = error.render().to_string();
    let about_usage = |line: &&str| line.starts_with("Usage:") || line.starts_with("For more information");
    let said = text.lines().map(str::trim).take_while(|line| !about_usage(line));
    // That a name with dashes could be a file's is no help to who mistyped an option.
    let said: Vec<&str> = said.filter(|line| !line.is_empty() && !line.starts_with("tip: to pass")).collect();
    let said = said.join("; ");
    let said = said.trim_start_matches("error: ");
    Failure::User(format!("{said} ('opstep --help' lists what there is)")).report()
}

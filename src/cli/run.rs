//! `opstep run`: a program without a screen, as `python FILE` runs it.

use std::{
    io::{self, Write},
    process::ExitCode,
    sync::{Arc, atomic::AtomicBool},
};

use signal_hook::{consts::SIGINT, flag};

use super::{
    Failure, args,
    program::{Loaded, Naming},
};
use crate::{
    debugger::run::{self, Ending, World},
    dialect::Dialect,
    vm::Limits,
};

pub(super) fn run(
    args: &args::Run,
    dialect: &'static Dialect,
    out: &mut dyn Write,
) -> Result<ExitCode, Failure> {
    let (program, _) = Loaded::new(&args.start, Naming::Absolute, dialect)?.program(dialect, limits(args));
    let interrupted = listen()?;
    let (mut err, mut input) = (io::stderr().lock(), io::stdin().lock());
    let mut world = World { out, err: &mut err, input: &mut input, interrupted: &interrupted };
    let ending = match args.record {
        true => run::record(program, &mut world)?.0,
        false => run::run(program, &mut world)?,
    };
    match ending {
        Ending::Finished(status) => Ok(exit_code(status)),
        Ending::Limit(what) => Err(Failure::User(format!("stopped: the limit of {what} is reached"))),
    }
}

/// Ctrl-C becomes the program's KeyboardInterrupt; a second one before the program has seen the first ends
/// opstep itself.
fn listen() -> Result<Arc<AtomicBool>, Failure> {
    let interrupted = Arc::new(AtomicBool::new(false));
    flag::register_conditional_default(SIGINT, interrupted.clone())?;
    flag::register(SIGINT, interrupted.clone())?;
    Ok(interrupted)
}

fn limits(args: &args::Run) -> Limits {
    let usual = Limits::default();
    Limits {
        steps: args.max_steps.unwrap_or(usual.steps),
        memory: args.max_memory.map_or(usual.memory, |megabytes| megabytes << 20),
    }
}

/// The low byte, as the operating system keeps it.
pub(super) fn exit_code(status: i32) -> ExitCode {
    ExitCode::from(status.rem_euclid(256) as u8)
}

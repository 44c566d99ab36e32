//! `opstep code`: the whole tree of code objects, one line of JSON a file, as `tests/oracle/codedump.py` prints it.

use std::{io::Write, rc::Rc};

use super::{Failure, args, input::Input, rows};
use crate::{code::Code, compile, dialect::Dialect, source::Warning};

pub(super) fn run(args: &args::Code, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    if args.inputs.files.is_empty() && args.inputs.code.is_none() && args.rows.files_from.is_none() {
        return Err(Failure::User("name a file, or a list of files with --files-from".into()));
    }
    rows::print(&args.inputs, &args.rows, dialect, out, &|input, warnings| {
        Ok(rows::Made::Code { code: code(input, dialect, warnings)?, positions: args.positions })
    })
}

/// The code of a program or compiled file.
pub(super) fn code(
    input: &Input,
    dialect: &Dialect,
    warnings: &mut Vec<Warning>,
) -> Result<Rc<Code>, Failure> {
    match input.is_compiled(dialect) {
        true => input.compiled(dialect),
        false => Ok(compile::compile_with_warnings(&input.source()?, dialect, warnings)?),
    }
}

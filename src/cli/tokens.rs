//! `opstep tokens`: the first stage, as `python -m tokenize` prints it.

use std::io::Write;

use super::{Failure, args, input};
use crate::{dialect::Dialect, syntax};

pub(super) fn run(args: &args::Tokens, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    for input in input::inputs(&args.inputs)? {
        input.refuse_compiled("tokens", dialect)?;
        let tokens = syntax::tokens_of_file(&input.name, &input.bytes)
            .map_err(|error| Failure::Tokens(syntax::refusal(&input.name, &error)))?;
        out.write_all(syntax::listing(&tokens, args.exact).as_bytes())?;
    }
    Ok(())
}

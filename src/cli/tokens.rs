//! `opstep tokens`: the first stage, as `python -m tokenize` prints it.

use std::io::Write;

use super::{Failure, args, input, rows};
use crate::{dialect::Dialect, syntax};

pub(super) fn run(args: &args::Tokens, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    if args.json {
        return rows::print(&args.inputs, &args.rows, dialect, out, &|input, _| {
            input.refuse_compiled("tokens", dialect)?;
            Ok(rows::Made::Tokens(syntax::tokens_of_file(&input.name, &input.bytes)?))
        });
    }
    args.rows.refuse()?;
    for input in input::inputs(&args.inputs)? {
        input.refuse_compiled("tokens", dialect)?;
        let tokens = syntax::tokens_of_file(&input.name, &input.bytes)
            .map_err(|error| Failure::Tokens(syntax::refusal(&input.name, &error)))?;
        out.write_all(syntax::listing(&tokens, args.exact).as_bytes())?;
    }
    Ok(())
}

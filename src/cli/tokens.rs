//! `opstep tokens`: the first stage, as `python -m tokenize` prints it.

use std::io::Write;

use super::{Failure, args, input};
use crate::{dialect::Dialect, source::SyntaxError, syntax};

pub(super) fn run(args: &args::Tokens, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    for input in input::inputs(&args.inputs)? {
        input.refuse_compiled("tokens", dialect)?;
        let tokens = input.text().and_then(|source| Ok(syntax::tokens(&source)?));
        let tokens = tokens.map_err(|failure| match failure {
            Failure::Program(error) => Failure::Tokens(refusal(&input.name, &error)),
            other => other,
        })?;
        out.write_all(syntax::listing(&tokens, args.exact).as_bytes())?;
    }
    Ok(())
}

/// What `tokenize` says of a text that is no tokens.
fn refusal(name: &str, error: &SyntaxError) -> String {
    match (error.lineno, error.offset) {
        (Some(line), Some(column)) if line > 0 => format!("{name}:{line}:{column}: error: {}", error.msg),
        _ => format!("{name}: error: {}", error.msg),
    }
}

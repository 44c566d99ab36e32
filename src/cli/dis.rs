//! `opstep dis`: code and all code in it, as `python -m dis` prints it.

use std::io::Write;

use super::{Failure, args, code, input, rows, warn};
use crate::{code::dis, dialect::Dialect};

pub(super) fn run(args: &args::Dis, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    if args.json {
        return rows::print(&args.inputs, &args.rows, dialect, out, &|input, warnings| {
            let code = code::code(input, dialect, warnings)?;
            Ok(rows::Made::Text("dis", dis::text(&code, dialect, args.caches)))
        });
    }
    args.rows.refuse()?;
    for input in input::inputs(&args.inputs)? {
        let code = match input.is_compiled(dialect) {
            true => input.compiled(dialect)?,
            false => warn::compile(&input.text()?, dialect)?,
        };
        out.write_all(dis::text(&code, dialect, args.caches).as_bytes())?;
    }
    Ok(())
}

//! `opstep ast`: the tree, as `python -m ast` prints it.

use std::io::Write;

use super::{Failure, args, input, rows};
use crate::{
    dialect::Dialect,
    syntax::{self, dump::Style},
};

pub(super) fn run(args: &args::Ast, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    if args.json {
        return rows::print(&args.inputs, &args.rows, dialect, out, &|input, warnings| {
            input.refuse_compiled("tree", dialect)?;
            let tree = syntax::parse_with_warnings(&input.source()?, warnings)?;
            Ok(rows::Made::Text("ast", syntax::dump(&tree, Style::LINE)))
        });
    }
    args.rows.refuse()?;
    let style = Style { indent: Some(args.indent), attributes: args.attributes };
    for input in input::inputs(&args.inputs)? {
        input.refuse_compiled("tree", dialect)?;
        let tree = syntax::parse(&input.text()?)?;
        writeln!(out, "{}", syntax::dump(&tree, style))?;
    }
    Ok(())
}

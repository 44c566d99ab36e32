//! `opstep symbols`: what Python's `symtable` module says of a program.

use std::io::Write;

use super::{
    Failure, args,
    input::{self, Input},
    rows,
};
use crate::{
    ast_opt::Future,
    dialect::Dialect,
    source::{Source, Warning},
    symbols::{self, SymbolTable},
    syntax,
};

pub(super) fn run(args: &args::Symbols, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    let refuse = |input: &Input| input.refuse_compiled("symbol tables", dialect);
    if args.json {
        return rows::print(&args.inputs, &args.rows, dialect, out, &|input, warnings| {
            refuse(input)?;
            Ok(rows::Made::Symbols(Box::new(table(&input.source()?, dialect, warnings)?)))
        });
    }
    args.rows.refuse()?;
    for input in input::inputs(&args.inputs)? {
        refuse(&input)?;
        out.write_all(table(&input.text()?, dialect, &mut Vec::new())?.listing().as_bytes())?;
    }
    Ok(())
}

/// Of the tree as it was written: `symtable` folds nothing.
fn table(source: &Source, dialect: &Dialect, warnings: &mut Vec<Warning>) -> Result<SymbolTable, Failure> {
    let tree = syntax::parse_with_warnings(source, warnings)?;
    let future = Future::of(&tree, source)?;
    Ok(symbols::build(&tree, &future, source, dialect)?)
}

//! Imports.

use super::{
    emit::intrinsic1,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    syntax::{
        Constant,
        ast::{Alias, Name},
    },
};

impl Generator<'_> {
    pub fn import(&mut self, names: &[Alias], at: Location) -> Done {
        for alias in names {
            self.load_int(0, at);
            self.load_const(Constant::None, at);
            self.op_name(Op::ImportName, &alias.name, at);
            match (&alias.asname, alias.name.split_once('.')) {
                (Some(asname), Some((_, inner))) => self.import_inner(inner, asname, at)?,
                (Some(asname), None) => self.store_name(asname, at)?,
                (None, Some((package, _))) => self.store_name(&package.into(), at)?,
                (None, None) => self.store_name(&alias.name, at)?,
            }
        }
        Ok(())
    }

    /// `import a.b.c as d`: the package is on the stack, what is wanted lies inside it.
    fn import_inner(&mut self, inner: &str, asname: &Name, at: Location) -> Done {
        let mut parts = inner.split('.').peekable();
        while let Some(part) = parts.next() {
            let index = self.unit().names.add(&part.into());
            self.op_arg(Op::ImportFrom, index, at);
            if parts.peek().is_some() {
                self.op_arg(Op::Swap, 2, at);
                self.op(Op::PopTop, at);
            }
        }
        self.store_name(asname, at)?;
        self.op(Op::PopTop, at);
        Ok(())
    }

    pub fn import_from(&mut self, module: Option<&Name>, names: &[Alias], level: u32, at: Location) -> Done {
        self.load_int(level as usize, at);
        if module.is_some_and(|module| &**module == "__future__") && is_after(at, self.table.future.at) {
            return self.error(at, "from __future__ imports must occur at the beginning of the file");
        }
        let wanted = names.iter().map(|alias| Constant::Str(alias.name.clone().into()));
        self.load_const(Constant::Tuple(wanted.collect()), at);
        let module = module.cloned().unwrap_or_else(|| "".into());
        self.op_name(Op::ImportName, &module, at);
        for alias in names {
            if &*alias.name == "*" {
                self.op_arg(Op::CallIntrinsic1, intrinsic1::IMPORT_STAR, at);
                self.op(Op::PopTop, Location::NONE);
                return Ok(());
            }
            self.op_name(Op::ImportFrom, &alias.name, at);
            self.store_name(alias.asname.as_ref().unwrap_or(&alias.name), at)?;
        }
        self.op(Op::PopTop, at);
        Ok(())
    }
}

/// Whether one place begins after another ends.
fn is_after(later: Location, earlier: Location) -> bool {
    (later.line, later.col) > (earlier.end_line, earlier.end_col)
}

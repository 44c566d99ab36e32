//! Reading, binding and deleting names: which instruction depends on where the name lives.

use super::generator::{Done, Generator};
use crate::{
    isa::Op,
    source::Location,
    symbols::{Found, mangle},
    syntax::ast::{Context, Name},
};

/// The sorts of places that have instructions of their own.
enum Place {
    Fast,
    Global,
    /// In a cell; the number is the cell's.
    Deref(u32),
    Name,
}

impl Generator<'_> {
    pub fn load_name(&mut self, name: &Name, at: Location) -> Done {
        self.name(name, Context::Load, at)
    }

    pub fn store_name(&mut self, name: &Name, at: Location) -> Done {
        self.name(name, Context::Store, at)
    }

    pub fn delete_name(&mut self, name: &Name, at: Location) -> Done {
        self.name(name, Context::Del, at)
    }

    pub fn name(&mut self, name: &Name, ctx: Context, at: Location) -> Done {
        self.refuse_debug(name, ctx, at)?;
        let unit = self.unit();
        let mangled = mangle(unit.private.as_ref(), name);
        let found = unit.symbols.get(&mangled).found;
        let is_function = unit.scope.is_function_like();
        let place = match found {
            Found::Free => Place::Deref(self.free_cell(&mangled, at)?),
            Found::Cell => Place::Deref(self.unit().cellvars.add(&mangled)),
            Found::Local if is_function || self.unit().is_fast_hidden(&mangled) => Place::Fast,
            Found::GlobalImplicit if is_function => Place::Global,
            Found::GlobalExplicit => Place::Global,
            _ => Place::Name,
        };
        match place {
            Place::Fast => {
                let slot = self.unit().varnames.add(&mangled);
                let op = by_context(ctx, Op::LoadFast, Op::StoreFast, Op::DeleteFast);
                self.op_arg(op, slot, at);
            }
            Place::Deref(cell) => self.deref(cell, ctx, at)?,
            Place::Global => self.global(&mangled, ctx, found, at)?,
            Place::Name => {
                // An inlined comprehension of a class does not see the class's names.
                let unit = self.unit();
                let load = if unit.is_class() && unit.inlined > 0 { Op::LoadGlobal } else { Op::LoadName };
                self.by_name(by_context(ctx, load, Op::StoreName, Op::DeleteName), &mangled, at);
            }
        }
        Ok(())
    }

    fn deref(&mut self, cell: u32, ctx: Context, at: Location) -> Done {
        let unit = self.unit();
        let in_class = unit.is_class() && unit.inlined == 0;
        let sees_class = unit.scope.sees_class_scope;
        let load = if in_class && ctx == Context::Load {
            self.op(Op::LoadLocals, at);
            Op::LoadFromDictOrDeref
        } else if sees_class && ctx == Context::Load {
            self.load_classdict(at)?;
            Op::LoadFromDictOrDeref
        } else {
            Op::LoadDeref
        };
        self.op_arg(by_context(ctx, load, Op::StoreDeref, Op::DeleteDeref), cell, at);
        Ok(())
    }

    fn global(&mut self, name: &Name, ctx: Context, found: Found, at: Location) -> Done {
        let through_class = self.unit().scope.sees_class_scope && found == Found::GlobalImplicit;
        let load = if through_class && ctx == Context::Load {
            self.load_classdict(at)?;
            Op::LoadFromDictOrGlobals
        } else {
            Op::LoadGlobal
        };
        self.by_name(by_context(ctx, load, Op::StoreGlobal, Op::DeleteGlobal), name, at);
        Ok(())
    }

    fn by_name(&mut self, op: Op, name: &Name, at: Location) {
        let index = self.unit().names.add(name);
        self.op_arg(op, if op == Op::LoadGlobal { index << 1 } else { index }, at);
    }

    /// The dictionary of the class that an annotation scope sees.
    fn load_classdict(&mut self, at: Location) -> Done {
        let cell = self.free_cell(&"__classdict__".into(), at)?;
        self.op_arg(Op::LoadDeref, cell, at);
        Ok(())
    }

    /// `__debug__` can be neither bound nor deleted.
    pub fn refuse_debug(&self, name: &Name, ctx: Context, at: Location) -> Done {
        match ctx {
            Context::Store if &**name == "__debug__" => self.error(at, "cannot assign to __debug__"),
            Context::Del if &**name == "__debug__" => self.error(at, "cannot delete __debug__"),
            _ => Ok(()),
        }
    }
}

fn by_context(ctx: Context, load: Op, store: Op, delete: Op) -> Op {
    match ctx {
        Context::Load => load,
        Context::Store => store,
        Context::Del => delete,
    }
}

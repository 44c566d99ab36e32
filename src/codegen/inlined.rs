//! The names of an inlined comprehension: they must not touch those of the unit that it is compiled into.

use super::{Label, emit::count, generator::Generator};
use crate::{
    isa::Op,
    source::{Location, SyntaxError},
    symbols::{Found, Scope, Symbol, Use, mangle},
    syntax::ast::Name,
};

/// What an inlined comprehension has put aside.
pub struct Inlined {
    /// Outer locals of the same names lie on the stack.
    pushed: Vec<Name>,
    /// The unit's own symbols of these names.
    outer: Vec<(Name, Symbol)>,
    hidden: Vec<Name>,
    /// Where an exception goes, and where all goes on.
    labels: Option<(Label, Label)>,
}

impl Generator<'_> {
    /// Puts aside whatever of the unit has the names of the comprehension's own variables.
    pub fn begin_inlined(&mut self, scope: &Scope, at: Location) -> Result<Inlined, SyntaxError> {
        let unit = self.unit();
        let in_class = unit.is_class() && unit.inlined == 0;
        let is_function = unit.scope.is_function_like();
        unit.inlined += 1;
        let mut state = Inlined { pushed: vec![], outer: vec![], hidden: vec![], labels: None };
        for (name, symbol) in scope.symbols.iter() {
            let own = symbol.uses.any(Use::LOCAL) && !symbol.uses.any(Use::NONLOCAL);
            if !own && !in_class {
                continue;
            }
            let unit = self.unit();
            if !is_function && !unit.is_fast_hidden(name) {
                unit.set_fast_hidden(name, true);
                state.hidden.push(name.clone());
            }
            let outer = unit.symbols.get(name);
            if symbol.found != outer.found && !(symbol.found == Found::Cell && outer.found == Found::Free) {
                unit.symbols.to_mut().set(name, symbol);
                state.outer.push((name.clone(), outer));
            }
            let mangled = mangle(unit.private.as_ref(), name);
            let slot = unit.varnames.add(&mangled);
            self.op_arg(Op::LoadFastAndClear, slot, at);
            if symbol.found == Found::Cell {
                let cell = match outer.found {
                    Found::Free => self.free_cell(&mangled, at)?,
                    _ => self.unit().cellvars.add(&mangled),
                };
                self.op_arg(Op::MakeCell, cell, at);
            }
            state.pushed.push(name.clone());
        }
        if !state.pushed.is_empty() {
            // The iterator lies below what was just pushed.
            self.op_arg(Op::Swap, count(state.pushed.len()) + 1, at);
            let labels = (self.label(), self.label());
            state.labels = Some(labels);
            self.jump(Op::SetupFinally, labels.0, at);
        }
        Ok(state)
    }

    pub fn end_inlined(&mut self, state: &Inlined, at: Location) {
        let unit = self.unit();
        unit.inlined -= 1;
        for (name, symbol) in &state.outer {
            unit.symbols.to_mut().set(name, *symbol);
        }
        if let Some((cleanup, end)) = state.labels {
            self.op(Op::PopBlock, Location::NONE);
            self.jump(Op::Jump, end, Location::NONE);
            // On an exception, what has been collected goes and the outer locals come back.
            self.place(cleanup);
            self.op_arg(Op::Swap, 2, Location::NONE);
            self.op(Op::PopTop, Location::NONE);
            self.restore_locals(&state.pushed, at);
            self.op_arg(Op::Reraise, 0, Location::NONE);
            self.place(end);
            self.restore_locals(&state.pushed, at);
        }
        for name in &state.hidden {
            self.unit().set_fast_hidden(name, false);
        }
    }

    fn restore_locals(&mut self, pushed: &[Name], at: Location) {
        self.op_arg(Op::Swap, count(pushed.len()) + 1, at);
        for name in pushed.iter().rev() {
            let unit = self.unit();
            let mangled = mangle(unit.private.as_ref(), name);
            let slot = unit.varnames.add(&mangled);
            self.op_arg(Op::StoreFastMaybeNull, slot, at);
        }
    }
}

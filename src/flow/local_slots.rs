//! The slots of a frame: locals, then cells that are not locals, then free variables (`build_cellfixedoffsets`,
//! `compute_localsplus_info`). Knows no instructions.

use rustc_hash::FxHashSet;

use crate::{code::LocalKind, codegen::Unit, syntax::ast::Name};

/// By the code generator's number of a cell or free variable: its slot.
pub(super) fn cell_slots(unit: &Unit) -> Vec<u32> {
    let mut behind_locals = (0..).skip(unit.varnames.len());
    let mut next = || behind_locals.next().expect("slots do not run out");
    let cells =
        unit.cellvars.iter().map(|cell| match (0..).zip(&unit.varnames).find(|(_, name)| *name == cell) {
            Some((slot, _)) => slot,
            None => next(),
        });
    let mut slots: Vec<u32> = cells.collect();
    slots.extend(unit.freevars.iter().map(|_| next()));
    slots
}

/// Name and kind of every slot in order.
pub fn localsplus(unit: &Unit) -> Vec<(Name, LocalKind)> {
    // A module may have a comprehension, and so a hidden variable, in each line.
    let hidden: FxHashSet<&Name> = unit.fast_hidden.iter().collect();
    let locals = unit.varnames.iter().map(|name| {
        let mut kind = LocalKind::LOCAL;
        if hidden.contains(name) {
            kind |= LocalKind::HIDDEN;
        }
        if unit.cellvars.contains(name) {
            kind |= LocalKind::CELL;
        }
        (name, kind)
    });
    let cells = unit.cellvars.iter().filter(|name| !unit.varnames.contains(name));
    let cells = cells.map(|name| (name, LocalKind::CELL));
    let free = unit.freevars.iter().map(|name| (name, LocalKind::FREE));
    locals.chain(cells).chain(free).map(|(name, kind)| (name.clone(), LocalKind(kind))).collect()
}

//! A unit while it is written: its tables of names and constants, its pseudo-code, the blocks that are open.

use std::borrow::Cow;

use super::{Consts, Label, Sequence, Unit, block::FrameBlock};
use crate::{
    code::flags,
    source::Source,
    symbols::{Block, Found, NameMap, Scope, Symbols, Use},
    syntax::ast::Name,
};

/// What a unit is compiled from; finer than the symbol table's blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
    TypeParams,
}

/// A list of distinct names, each with its index.
#[derive(Clone, Debug, Default)]
pub struct NameTable(NameMap<()>);

impl NameTable {
    pub fn new(names: impl IntoIterator<Item = Name>) -> Self {
        let mut table = Self::default();
        for name in names {
            table.add(&name);
        }
        table
    }

    pub fn add(&mut self, name: &Name) -> u32 {
        number(self.0.find(name).unwrap_or_else(|| self.0.push(name, ())))
    }

    pub fn find(&self, name: &str) -> Option<u32> {
        self.0.find(name).map(number)
    }

    pub fn len(&self) -> u32 {
        number(self.0.entries().len())
    }

    pub fn first(&self) -> Option<&Name> {
        self.0.entries().first().map(|(name, ())| name)
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("fewer names than 2^32")
}

pub struct Builder<'a> {
    pub kind: Kind,
    pub scope: &'a Scope,
    /// The scope's symbols; an inlined comprehension overrides some while it is compiled.
    pub symbols: Cow<'a, Symbols>,
    pub name: Name,
    pub qualname: Name,
    /// The class whose private names are in force.
    pub private: Option<Name>,
    pub firstlineno: i32,
    pub argcount: u32,
    pub posonlyargcount: u32,
    pub kwonlyargcount: u32,
    pub consts: Consts,
    pub names: NameTable,
    pub varnames: NameTable,
    pub cellvars: NameTable,
    pub freevars: NameTable,
    /// Names that inlined comprehensions make fast locals of a module or class, and whether one does just now.
    pub fast_hidden: NameMap<bool>,
    pub sequence: Sequence,
    pub blocks: Vec<FrameBlock<'a>>,
    /// How many inlined comprehensions are open.
    pub inlined: u32,
}

impl<'a> Builder<'a> {
    pub fn new(kind: Kind, name: Name, scope: &'a Scope, firstlineno: i32) -> Self {
        let mut cells = sorted(scope, Found::Cell, Use::COMPREHENSION_CELL);
        if scope.needs_class_closure {
            cells.push("__class__".into());
        }
        if scope.needs_classdict {
            cells.push("__classdict__".into());
        }
        Self {
            kind,
            scope,
            symbols: Cow::Borrowed(&scope.symbols),
            qualname: name.clone(),
            name,
            private: None,
            firstlineno,
            argcount: 0,
            posonlyargcount: 0,
            kwonlyargcount: 0,
            consts: Consts::default(),
            names: NameTable::default(),
            varnames: NameTable::new(scope.params.iter().cloned()),
            cellvars: NameTable::new(cells),
            freevars: NameTable::new(sorted(scope, Found::Free, Use::FREE_CLASS)),
            fast_hidden: NameMap::default(),
            sequence: Sequence::with_room(),
            blocks: vec![],
            inlined: 0,
        }
    }

    pub fn is_class(&self) -> bool {
        self.scope.block == Block::Class
    }

    pub fn label(&mut self) -> Label {
        self.sequence.new_label()
    }

    /// The argument for a free variable: they are counted behind the cells.
    pub fn free_index(&self, name: &str) -> Option<u32> {
        Some(self.cellvars.len() + self.freevars.find(name)?)
    }

    pub fn is_fast_hidden(&self, name: &str) -> bool {
        self.fast_hidden.get(name).is_some_and(|now| *now)
    }

    pub fn set_fast_hidden(&mut self, name: &Name, now: bool) {
        self.fast_hidden.set(name, now);
    }

    fn flags(&self, future: &crate::ast_opt::Future) -> u32 {
        let scope = self.scope;
        let when = |condition: bool, flag: u32| if condition { flag } else { 0 };
        let mut bits = future.inherited
            | when(future.annotations, flags::FUTURE_ANNOTATIONS)
            | when(future.barry_as_bdfl, flags::FUTURE_BARRY_AS_BDFL);
        if scope.is_function_like() {
            bits |= flags::NEWLOCALS | flags::OPTIMIZED;
            bits |= when(scope.nested, flags::NESTED);
            bits |= when(scope.varargs, flags::VARARGS) | when(scope.varkeywords, flags::VARKEYWORDS);
            bits |= match (scope.generator, scope.coroutine) {
                (true, false) => flags::GENERATOR,
                (false, true) => flags::COROUTINE,
                (true, true) => flags::ASYNC_GENERATOR,
                (false, false) => 0,
            };
        }
        bits
    }

    pub fn finish(self, source: &Source, future: &crate::ast_opt::Future) -> Unit {
        Unit {
            flags: self.flags(future),
            name: self.name,
            qualname: self.qualname,
            filename: source.name().clone(),
            argcount: self.posonlyargcount + self.argcount,
            posonlyargcount: self.posonlyargcount,
            kwonlyargcount: self.kwonlyargcount,
            firstlineno: self.firstlineno,
            consts: self.consts.into_vec(),
            names: self.names.0.into_names(),
            varnames: self.varnames.0.into_names(),
            cellvars: self.cellvars.0.into_names(),
            freevars: self.freevars.0.into_names(),
            fast_hidden: self.fast_hidden.into_names(),
            nparams: u32::try_from(self.scope.params.len()).expect("fewer parameters than 2^32"),
            sequence: self.sequence,
        }
    }
}

/// The scope's names of one sort, in the order in which their slots are numbered.
fn sorted(scope: &Scope, found: Found, uses: Use) -> Vec<Name> {
    let chosen = scope.symbols.iter().filter(|(_, symbol)| symbol.found == found || symbol.uses.any(uses));
    let mut names: Vec<Name> = chosen.map(|(name, _)| name.clone()).collect();
    names.sort();
    names
}

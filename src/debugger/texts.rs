//! The texts that code comes from: the program's own, those of the modules that it has imported, and those that it
//! has had compiled.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use rustc_hash::FxHashMap;

use super::highlight::{self, SourceLine};
use crate::{source::Source, vm::Vm};

/// A file's text, with its colours once they are asked for.
#[derive(Debug)]
pub struct FileText {
    pub source: Source,
    lines: OnceCell<Rc<[SourceLine]>>,
}

impl FileText {
    fn new(source: Source) -> Rc<Self> {
        Rc::new(Self { source, lines: OnceCell::new() })
    }

    pub fn lines(&self) -> Rc<[SourceLine]> {
        self.lines.get_or_init(|| highlight::lines(&self.source)).clone()
    }
}

#[derive(Debug, Default)]
pub struct Texts {
    known: RefCell<FxHashMap<Rc<str>, Rc<FileText>>>,
    /// Texts without a file share their names: each is known by where its own stands in memory.
    compiled: RefCell<FxHashMap<*const u8, Rc<FileText>>>,
}

impl Texts {
    /// `name` is what the program's code calls its file.
    pub fn new(name: &Rc<str>, source: Option<Source>) -> Self {
        let texts = Self::default();
        texts.known.borrow_mut().extend(source.map(|source| (name.clone(), FileText::new(source))));
        texts
    }

    pub fn get(&self, name: &Rc<str>, vm: &Vm) -> Option<Rc<FileText>> {
        if let Some(known) = self.compiled.borrow().get(&name.as_ptr()) {
            return Some(known.clone());
        }
        if let Some(source) = vm.heap().compilations.source(name) {
            let text = FileText::new(source);
            self.compiled.borrow_mut().insert(name.as_ptr(), text.clone());
            return Some(text);
        }
        if let Some(known) = self.known.borrow().get(name) {
            return Some(known.clone());
        }
        let text = FileText::new(vm.heap().world.module(name)?.source().ok()?);
        self.known.borrow_mut().insert(name.clone(), text.clone());
        Some(text)
    }
}

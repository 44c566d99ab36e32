//! Identifiers: equal ones share one allocation.

use std::rc::Rc;

use rustc_hash::{FxBuildHasher, FxHashMap};
use unicode_normalization::UnicodeNormalization;

use super::super::ast::Name;

/// How much text there is for each new name, at most.
const BYTES_PER_NAME: usize = 64;

pub(super) struct Names<'a> {
    /// As they are written.
    known: FxHashMap<&'a str, Name>,
    /// Those that are written in another way than they are meant.
    normalized: FxHashMap<String, Name>,
}

impl<'a> Names<'a> {
    /// For a text of this length.
    pub fn with_room(text: usize) -> Self {
        let known = FxHashMap::with_capacity_and_hasher(text / BYTES_PER_NAME, FxBuildHasher);
        Self { known, normalized: FxHashMap::default() }
    }

    pub fn of(&mut self, written: &'a str) -> Name {
        if let Some(name) = self.known.get(written) {
            return Rc::clone(name);
        }
        let name = match written.is_ascii() {
            true => self.normalized.get(written).map_or_else(|| written.into(), Rc::clone),
            false => self.normal(written),
        };
        self.known.insert(written, Rc::clone(&name));
        name
    }

    /// A name that stands nowhere in one piece.
    pub fn made(&mut self, text: String) -> Name {
        if let Some(name) = self.known.get(text.as_str()) {
            return Rc::clone(name);
        }
        Rc::clone(self.normalized.entry(text).or_insert_with_key(|text| text.as_str().into()))
    }

    fn normal(&mut self, written: &str) -> Name {
        self.made(written.nfkc().collect())
    }
}

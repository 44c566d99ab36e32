//! Identifiers: equal ones share one allocation.

use std::rc::Rc;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use super::super::ast::Name;

#[derive(Default)]
pub(super) struct Names<'a> {
    /// As they are written.
    known: FxHashMap<&'a str, Name>,
    /// Those that are written in another way than they are meant.
    normalized: FxHashMap<String, Name>,
}

impl<'a> Names<'a> {
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

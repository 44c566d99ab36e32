//! The payload of `str`: text with what is asked of it often, kept.

use std::{
    cell::{Cell, OnceCell},
    rc::Rc,
};

use crate::source::Text;

use super::hash;

#[derive(Clone, Debug)]
pub struct Str {
    text: Text,
    /// In code points.
    len: usize,
    hash: Cell<Option<i64>>,
    /// The code points, once one has been asked for by number in text that is not ASCII.
    wide: OnceCell<Box<[u32]>>,
}

impl Str {
    pub fn new(text: Text) -> Self {
        let bytes = text.as_bytes();
        let len = if bytes.is_ascii() {
            bytes.len()
        } else {
            bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
        };
        Self { text, len, hash: Cell::new(None), wide: OnceCell::new() }
    }

    pub fn text(&self) -> &Text {
        &self.text
    }

    /// How many code points.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn is_ascii(&self) -> bool {
        self.len == self.text.as_bytes().len()
    }

    /// Its bytes, one a character.
    pub fn ascii(&self) -> Option<&[u8]> {
        self.is_ascii().then(|| self.text.as_bytes())
    }

    /// The code points by number.
    pub fn wide(&self) -> &[u32] {
        self.wide.get_or_init(|| self.text.code_points().collect())
    }

    pub fn point(&self, at: usize) -> u32 {
        match self.ascii() {
            Some(bytes) => u32::from(bytes[at]),
            None => self.wide()[at],
        }
    }

    /// The code points from `start` up to `end`.
    pub fn slice(&self, start: usize, end: usize) -> Text {
        match self.text.as_str() {
            Some(text) if self.is_ascii() => text[start..end].into(),
            _ => Text::from_code_points(self.wide()[start..end].iter().copied()),
        }
    }

    pub fn hash(&self) -> i64 {
        self.hash.get().unwrap_or_else(|| {
            let hash = hash::of_text(&self.text);
            self.hash.set(Some(hash));
            hash
        })
    }
}

impl From<Rc<str>> for Str {
    fn from(text: Rc<str>) -> Self {
        Self::new(Text::from(text))
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.text == other.text
    }
}

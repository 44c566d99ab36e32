//! The hash table of dicts and namespaces: entries in the order of insertion, found through an index.
//!
//! It only compares hashes. Whether two keys are equal may need Python code, so the caller is given the
//! candidates and asks.

use std::cell::Cell;

use super::Value;

#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub hash: i64,
    /// `Null` in an entry that was deleted.
    pub key: Value,
    pub value: Value,
}

#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    /// Entry numbers by hash, open addressing, a power of two long; empty while the dict is small.
    index: Vec<u32>,
    used: usize,
    /// Given to the present set of keys by whoever wants to remember it (0: nobody has); taken back when the
    /// set of keys changes. Never given twice.
    keys_version: Cell<u64>,
}

const UNUSED: u32 = u32::MAX;
/// Up to this many entries are searched one after another.
const SMALL: usize = 8;

impl Dict {
    pub fn with_capacity(capacity: usize) -> Self {
        Self { entries: Vec::with_capacity(capacity), ..Self::default() }
    }

    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// About how much memory it takes.
    pub fn bytes(&self) -> u64 {
        self.entries.len() as u64 * 48 + 80
    }

    /// Entries, deleted ones included: their numbers stay until the table is rebuilt.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)
    }

    /// What is in it, in order of insertion.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.key.is_null())
    }

    /// The number of the first entry in use from `from` on.
    pub fn next_used(&self, from: usize) -> Option<usize> {
        (from..self.entries.len()).find(|&at| !self.entries[at].key.is_null())
    }

    /// The number of the last entry in use before `before`.
    pub fn last_used(&self, before: usize) -> Option<usize> {
        (0..before.min(self.entries.len())).rev().find(|&at| !self.entries[at].key.is_null())
    }

    /// A number for the present set of keys; the same until a key is added or removed.
    pub fn keys_version(&self, new: impl FnOnce() -> u64) -> u64 {
        if self.keys_version.get() == 0 {
            self.keys_version.set(new());
        }
        self.keys_version.get()
    }

    /// Whether the keys are those that had this version.
    #[inline(always)]
    pub fn has_keys_version(&self, version: u64) -> bool {
        self.keys_version.get() == version
    }

    /// The entry with exactly this key object: enough for interned names, which are equal only if identical
    /// to another interned name.
    #[inline]
    pub fn find_same(&self, hash: i64, key: Value) -> Option<usize> {
        self.candidates(hash).find(|&at| self.entries[at].key == key)
    }

    /// The numbers of the entries whose keys have this hash.
    #[inline]
    pub fn candidates(&self, hash: i64) -> Candidates<'_> {
        let at = if self.index.is_empty() { 0 } else { hash as usize & (self.index.len() - 1) };
        Candidates { dict: self, hash, at, perturb: hash as u64 }
    }

    /// The same in the order in which CPython's table is probed, and as often as an entry is met there: what a search
    /// that asks `__eq__` shows.
    pub fn probed(&self, hash: i64) -> Vec<usize> {
        if !self.index.is_empty() {
            return self.candidates(hash).collect();
        }
        let mut index = [UNUSED; 16];
        let index = if self.entries.len() <= 5 { &mut index[..8] } else { &mut index[..] };
        for (number, entry) in self.entries.iter().enumerate() {
            let at = probe(entry.hash, index.len()).find(|&at| index[at] == UNUSED);
            index[at.expect("there is room")] = number as u32;
        }
        let met = probe(hash, index.len()).map(|at| index[at]).take_while(|&number| number != UNUSED);
        let met = met.map(|number| number as usize);
        met.filter(|&at| self.entries[at].hash == hash && !self.entries[at].key.is_null()).collect()
    }

    /// Gives the value that was there.
    pub fn set_at(&mut self, at: usize, value: Value) -> Value {
        std::mem::replace(&mut self.entries[at].value, value)
    }

    /// Adds a key that is known not to be there.
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        self.keys_version.set(0);
        if self.entries.len() >= SMALL && (self.entries.len() + 1) * 3 > self.index.len() * 2 {
            self.rebuild();
        }
        let number = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.used += 1;
        if !self.index.is_empty() {
            self.enter(hash, number);
        }
    }

    pub fn remove_at(&mut self, at: usize) -> Entry {
        self.keys_version.set(0);
        let entry = self.entries[at];
        self.entries[at].key = Value::Null;
        self.entries[at].value = Value::Null;
        self.used -= 1;
        entry
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    fn enter(&mut self, hash: i64, number: u32) {
        let at = probe(hash, self.index.len()).find(|&at| self.index[at] == UNUSED);
        self.index[at.expect("there is room")] = number;
    }

    /// Drops deleted entries and makes room for as many again.
    fn rebuild(&mut self) {
        self.entries.retain(|entry| !entry.key.is_null());
        if self.entries.len() < SMALL {
            self.index.clear();
            return;
        }
        let size = (self.entries.len() * 3).next_power_of_two();
        self.index.clear();
        self.index.resize(size, UNUSED);
        for number in 0..self.entries.len() {
            self.enter(self.entries[number].hash, number as u32);
        }
    }
}

/// The places of an index this long where an entry with this hash may stand, one after another, without end.
fn probe(hash: i64, size: usize) -> impl Iterator<Item = usize> {
    let mut perturb = hash as u64;
    std::iter::successors(Some(hash as usize & (size - 1)), move |at| {
        perturb >>= 5;
        Some((at * 5 + perturb as usize + 1) & (size - 1))
    })
}

/// See [`Dict::candidates`].
#[derive(Debug)]
pub struct Candidates<'a> {
    dict: &'a Dict,
    hash: i64,
    at: usize,
    perturb: u64,
}

impl Iterator for Candidates<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.dict.index.is_empty() {
            while let Some(entry) = self.dict.entries.get(self.at) {
                self.at += 1;
                if entry.hash == self.hash && !entry.key.is_null() {
                    return Some(self.at - 1);
                }
            }
            return None;
        }
        let mask = self.dict.index.len() - 1;
        loop {
            let number = self.dict.index[self.at];
            if number == UNUSED {
                return None;
            }
            self.perturb >>= 5;
            self.at = (self.at * 5 + self.perturb as usize + 1) & mask;
            let entry = &self.dict.entries[number as usize];
            if entry.hash == self.hash && !entry.key.is_null() {
                return Some(number as usize);
            }
        }
    }
}

//! The hash table of sets, laid out as CPython's: a set is printed in the order of its table.
//!
//! Like [`super::Dict`] it only compares hashes and hands out candidates.

use super::Value;

#[derive(Clone, Copy, Debug)]
pub struct SetEntry {
    /// `Null` where there is none.
    pub key: Value,
    pub hash: i64,
}

#[derive(Clone, Debug)]
pub struct Set {
    table: Vec<SetEntry>,
    /// Places that are or were in use.
    fill: usize,
    used: usize,
    /// Where `pop` looks first.
    finger: usize,
}

const EMPTY: SetEntry = SetEntry { key: Value::Null, hash: 0 };
/// What a removed key leaves behind: no key has the hash -1.
const REMOVED: SetEntry = SetEntry { key: Value::Null, hash: -1 };
const MIN_SIZE: usize = 8;
/// How many neighbours are tried before jumping.
const NEIGHBOURS: usize = 9;

impl Default for Set {
    fn default() -> Self {
        Self { table: vec![EMPTY; MIN_SIZE], fill: 0, used: 0, finger: 0 }
    }
}

impl SetEntry {
    fn is_virgin(&self) -> bool {
        self.key.is_null() && self.hash == 0
    }
}

impl Set {
    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// About how much memory it takes.
    pub fn bytes(&self) -> u64 {
        self.table().len() as u64 * 24 + 56
    }

    /// Places of the table, used or not.
    pub fn table(&self) -> &[SetEntry] {
        &self.table
    }

    pub fn iter(&self) -> impl Iterator<Item = &SetEntry> {
        self.table.iter().filter(|entry| !entry.key.is_null())
    }

    /// The first place in use from `from` on.
    pub fn next_used(&self, from: usize) -> Option<usize> {
        (from..self.table.len()).find(|&at| !self.table[at].key.is_null())
    }

    /// The places that are looked at for this hash, in order, up to one that was never used.
    fn probe(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        let mask = self.table.len() - 1;
        let (mut start, mut step, mut perturb) = (hash as usize & mask, 0, hash as u64);
        std::iter::from_fn(move || {
            let last = if start + NEIGHBOURS <= mask { NEIGHBOURS } else { 0 };
            if step > last {
                perturb >>= 5;
                start = start.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
                step = 0;
            }
            let at = start + step;
            step += 1;
            Some(at)
        })
    }

    /// The places of the keys with this hash.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        self.probe(hash)
            .take_while(|&at| !self.table[at].is_virgin())
            .filter(move |&at| self.table[at].hash == hash && !self.table[at].key.is_null())
    }

    /// Adds a key that is known not to be there.
    pub fn insert_new(&mut self, hash: i64, key: Value) {
        let mut free = None;
        let mut virgin = 0;
        for at in self.probe(hash) {
            if self.table[at].is_virgin() {
                virgin = at;
                break;
            }
            if self.table[at].key.is_null() {
                free = Some(at);
            }
        }
        self.used += 1;
        let at = free.unwrap_or(virgin);
        self.table[at] = SetEntry { key, hash };
        if free.is_none() {
            self.fill += 1;
            if self.fill * 5 >= (self.table.len() - 1) * 3 {
                self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
            }
        }
    }

    pub fn remove_at(&mut self, at: usize) -> Value {
        self.used -= 1;
        std::mem::replace(&mut self.table[at], REMOVED).key
    }

    /// Takes some key out: the first from where the last one was taken.
    pub fn pop(&mut self) -> Option<Value> {
        let from = self.finger & (self.table.len() - 1);
        let at = self.next_used(from).or_else(|| self.next_used(0))?;
        self.finger = at + 1;
        Some(self.remove_at(at))
    }

    /// Becomes a copy of the other's very table where CPython does not insert anew: this set was never used, both
    /// tables are as long, and nothing was removed from the other.
    pub fn take_over(&mut self, other: &Self) -> bool {
        let fits = self.fill == 0 && self.table.len() == other.table.len() && other.fill == other.used;
        if fits {
            *self = other.clone();
        }
        fits
    }

    /// Forgets removed keys if they are many.
    pub fn tidy(&mut self) {
        if self.fill - self.used > (self.table.len() - 1) / 4 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Makes room before another set or dict of this many keys is merged in, as CPython does.
    pub fn reserve_for(&mut self, more: usize) {
        if (self.fill + more) * 5 >= (self.table.len() - 1) * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    fn resize(&mut self, at_least: usize) {
        let mut size = MIN_SIZE;
        while size <= at_least {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.table, vec![EMPTY; size]);
        self.fill = self.used;
        for entry in old.into_iter().filter(|entry| !entry.key.is_null()) {
            let at = self.probe(entry.hash).find(|&at| self.table[at].is_virgin());
            self.table[at.expect("the table has room")] = entry;
        }
    }
}

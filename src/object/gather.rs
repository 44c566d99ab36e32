//! Everything that an iterable of a builtin type gives, at once. What needs Python code answers `Twin`.

use super::{Escape, Heap, Sym, Value};

impl Heap {
    /// Everything an iterable of a builtin type gives.
    pub fn items_of(&mut self, value: Value) -> Result<Vec<Value>, Escape> {
        if let Some(items) = self.plain_items(value) {
            return Ok(items.to_vec());
        }
        let mut items = Vec::new();
        self.each_item(value, |heap, item| {
            if items.is_empty() || items.len() == items.capacity() {
                heap.room_for(2 * size_of_val(&items[..]) as u64)?;
            }
            items.push(item);
            Ok(true)
        })?;
        Ok(items)
    }

    /// What lies in a list or tuple, unless its class has a way of its own to go over it.
    fn plain_items(&self, value: Value) -> Option<&[Value]> {
        self.as_sequence(value).filter(|_| self.user_special(value, Sym::Iter).is_none())
    }

    /// The same as [`Self::items_of`] for whoever makes a list of it, and so asks first how many there will be.
    pub fn items_for_list(&mut self, value: Value) -> Result<Vec<Value>, Escape> {
        match self.user_special(value, Sym::Len) {
            Some(_) if self.has_items(value) => Err(Escape::Twin),
            _ => self.items_of(value),
        }
    }

    /// Takes the items of an iterable of a builtin type, as long as `take` says so. A way that is very long, or makes
    /// very much on the way, is Python's to go: there it can be interrupted, and what it leaves behind collected.
    pub fn each_item(
        &mut self,
        value: Value,
        mut take: impl FnMut(&mut Self, Value) -> Result<bool, Escape>,
    ) -> Result<(), Escape> {
        const VERY_LONG: usize = 1 << 27;
        const VERY_MUCH: u64 = 512 << 20;
        if let Some(items) = self.plain_items(value) {
            let items = items.to_vec();
            for item in items {
                if !take(self, item)? {
                    break;
                }
            }
            return Ok(());
        }
        let iter = self.make_iter(value)?;
        if !self.is_plain_iter(iter) {
            return Err(Escape::Twin);
        }
        let Value::Ref(handle) = iter else { unreachable!("iterators are on the heap") };
        if self.items_left(handle) > VERY_LONG {
            return Err(Escape::Twin);
        }
        if iter == value {
            self.note_place(iter);
        }
        let most = self.bytes_in_use() + VERY_MUCH;
        while let Some(item) = self.next_item(handle)? {
            if self.bytes_in_use() > most || self.is_full() {
                return Err(Escape::Twin);
            }
            if !take(self, item)? {
                break;
            }
        }
        Ok(())
    }
}

//! Putting values into containers and taking them out. Each change says what the container gained and lost, in
//! CPython's order, so that nobody need look through all of it to see who has lost a holder.

use std::rc::Rc;

use super::{Dict, Entry, Handle, Heap, Obj, Set, Value};

impl Heap {
    /// A dict that is known to be one, to be changed in any way.
    #[inline]
    pub fn dict_mut(&mut self, handle: Handle) -> &mut Dict {
        self.part_mut(handle, dict, Dict::bytes).expect("a dict is expected")
    }

    #[inline]
    pub fn list_mut(&mut self, handle: Handle) -> &mut Vec<Value> {
        self.part_mut(handle, items, bytes_of).expect("a list is expected")
    }

    pub fn set_mut(&mut self, handle: Handle) -> &mut Set {
        self.part_mut(handle, set, Set::bytes).expect("a set is expected")
    }

    #[inline]
    fn told_dict(&mut self, handle: Handle) -> &mut Dict {
        self.part_told(handle, dict, Dict::bytes).expect("a dict is expected")
    }

    #[inline]
    fn told_list(&mut self, handle: Handle) -> &mut Vec<Value> {
        self.part_told(handle, items, bytes_of).expect("a list is expected")
    }

    fn told_set(&mut self, handle: Handle) -> &mut Set {
        self.part_told(handle, set, Set::bytes).expect("a set is expected")
    }

    /// `list.append`, in the books too.
    #[inline]
    pub fn append(&mut self, list: Handle, item: Value) {
        self.told_list(list).push(item);
        self.charge(16);
        self.gains(list, item);
    }

    pub fn extend(&mut self, list: Handle, new: Vec<Value>) {
        new.iter().for_each(|&each| self.gains(list, each));
        self.told_list(list).extend(new);
    }

    pub fn insert_item(&mut self, list: Handle, at: usize, item: Value) {
        self.told_list(list).insert(at, item);
        self.gains(list, item);
    }

    pub fn remove_item(&mut self, list: Handle, at: usize) -> Value {
        let item = self.told_list(list).remove(at);
        self.loses(list, item);
        item
    }

    /// Puts an item in the place of another, if there is one.
    #[inline]
    pub fn replace_item(&mut self, list: Handle, at: usize, item: Value) -> bool {
        let Some(place) = self.told_list(list).get_mut(at) else { return false };
        let old = std::mem::replace(place, item);
        self.gains(list, item);
        self.loses(list, old);
        true
    }

    /// Puts items in the place of those that follow each other from `start` on. These go from their end.
    pub fn replace_items(&mut self, list: Handle, start: usize, count: usize, new: &[Value]) {
        let items = self.told_list(list);
        let mut old = Vec::new();
        if new.len() == count {
            old.extend_from_slice(&items[start..start + count]);
            items[start..start + count].copy_from_slice(new);
        } else {
            old.extend(items.splice(start..start + count, new.iter().copied()));
        }
        new.iter().for_each(|&each| self.gains(list, each));
        old.into_iter().rev().for_each(|each| self.loses(list, each));
    }

    pub fn clear_list(&mut self, list: Handle) {
        let items = std::mem::take(self.told_list(list));
        items.into_iter().rev().for_each(|each| self.loses(list, each));
    }

    #[inline]
    pub fn replace_value(&mut self, dict: Handle, at: usize, value: Value) {
        let old = self.told_dict(dict).set_at(at, value);
        self.gains(dict, value);
        self.loses(dict, old);
    }

    /// Sets what [`Heap::dict_find`] has looked for.
    pub fn dict_put(&mut self, dict: Handle, found: Option<usize>, hash: i64, key: Value, value: Value) {
        match found {
            Some(at) => self.replace_value(dict, at, value),
            None => {
                self.told_dict(dict).insert_new(hash, key, value);
                self.charge(48);
                self.gains(dict, key);
                self.gains(dict, value);
            }
        }
    }

    pub fn remove_entry(&mut self, dict: Handle, at: usize) -> Entry {
        let entry = self.told_dict(dict).remove_at(at);
        self.loses(dict, entry.key);
        self.loses(dict, entry.value);
        entry
    }

    pub fn clear_dict(&mut self, dict: Handle) {
        let table = std::mem::take(self.told_dict(dict));
        for entry in table.iter() {
            self.loses(dict, entry.key);
            self.loses(dict, entry.value);
        }
    }

    /// Adds a key that is known not to be there.
    pub fn insert_key(&mut self, set: Handle, hash: i64, key: Value) {
        self.told_set(set).insert_new(hash, key);
        self.charge(24);
        self.gains(set, key);
    }

    pub fn remove_key(&mut self, set: Handle, at: usize) -> Value {
        let key = self.told_set(set).remove_at(at);
        self.loses(set, key);
        key
    }

    pub fn clear_set(&mut self, set: Handle) {
        let keys = std::mem::take(self.told_set(set));
        keys.iter().for_each(|entry| self.loses(set, entry.key));
    }

    /// `set.pop`
    pub fn pop_key(&mut self, set: Handle) -> Option<Value> {
        let key = self.told_set(set).pop()?;
        self.loses(set, key);
        Some(key)
    }
}

fn dict(obj: &mut Obj) -> Option<&mut Rc<Dict>> {
    if let Obj::Dict(dict) = obj { Some(dict) } else { None }
}

fn items(obj: &mut Obj) -> Option<&mut Rc<Vec<Value>>> {
    if let Obj::List(items) = obj { Some(items) } else { None }
}

fn set(obj: &mut Obj) -> Option<&mut Rc<Set>> {
    if let Obj::Set(set) = obj { Some(set) } else { None }
}

fn bytes_of(items: &Vec<Value>) -> u64 {
    std::mem::size_of_val(&**items) as u64
}

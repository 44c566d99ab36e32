//! What is done with dicts and sets by key: hash, find, then change. Where a user's `__hash__` or `__eq__`
//! decides, the answer is `Twin`, before anything has been changed.

use std::rc::Rc;

use super::{Escape, Handle, Heap, Obj, Set, Type, Value};

impl Heap {
    fn dict_rc(&self, handle: Handle) -> Rc<super::Dict> {
        match self.obj(handle) {
            Obj::Dict(dict) => dict.clone(),
            other => panic!("a dict is expected, not {other:?}"),
        }
    }

    fn set_rc(&self, handle: Handle) -> Rc<Set> {
        match self.obj(handle) {
            Obj::Set(set) => set.clone(),
            other => panic!("a set is expected, not {other:?}"),
        }
    }

    /// Where the key stands, found without asking any method; `None` where one would have to be asked.
    #[inline]
    fn quick_find(&self, dict: Handle, key: Value, hash: i64) -> Option<Option<usize>> {
        let Obj::Dict(dict) = self.obj(dict) else { panic!("a dict is expected") };
        for at in dict.candidates(hash) {
            let other = dict.entries()[at].key;
            if other == key {
                return Some(Some(at));
            }
            match (self.as_str(other), self.as_str(key)) {
                (Some(a), Some(b)) if a == b => return Some(Some(at)),
                (Some(_), Some(_)) => {}
                _ => return None,
            }
        }
        Some(None)
    }

    pub fn dict_find(&mut self, dict: Handle, key: Value, hash: i64) -> Result<Option<usize>, Escape> {
        match self.quick_find(dict, key, hash) {
            Some(found) => Ok(found),
            None => self.find_in_dict(&self.dict_rc(dict), key, hash),
        }
    }

    pub fn dict_get(&mut self, dict: Handle, key: Value) -> Result<Option<Value>, Escape> {
        let hash = self.hash(key)?;
        let found = self.dict_find(dict, key, hash)?;
        let Obj::Dict(table) = self.obj(dict) else { panic!("a dict is expected") };
        Ok(found.and_then(|at| table.entry(at)).map(|entry| entry.value))
    }

    pub fn dict_set(&mut self, dict: Handle, key: Value, value: Value) -> Result<(), Escape> {
        let hash = self.hash(key)?;
        let found = self.dict_find(dict, key, hash)?;
        self.dict_put(dict, found, hash, key, value);
        Ok(())
    }

    /// Removes the key; its value, if it was there.
    pub fn dict_remove(&mut self, dict: Handle, key: Value) -> Result<Option<Value>, Escape> {
        let hash = self.hash(key)?;
        let found = self.dict_find(dict, key, hash)?;
        Ok(found.map(|at| self.remove_entry(dict, at).value))
    }

    pub fn set_find(&mut self, set: Handle, key: Value, hash: i64) -> Result<Option<usize>, Escape> {
        let table = self.set_rc(set);
        self.find_in_set(&table, key, hash)
    }

    /// Adds the key; whether it was new.
    pub fn set_add(&mut self, set: Handle, key: Value) -> Result<bool, Escape> {
        let hash = self.hash(key)?;
        let found = self.set_find(set, key, hash)?;
        if found.is_none() {
            self.insert_key(set, hash, key);
        }
        Ok(found.is_none())
    }

    pub fn set_remove(&mut self, set: Handle, key: Value) -> Result<bool, Escape> {
        let hash = self.hash(key)?;
        let found = self.set_find(set, key, hash)?;
        Ok(found.map(|at| self.remove_key(set, at)).is_some())
    }

    /// Adds to a set that is not on the heap yet.
    pub fn add_to_set(&mut self, set: &mut Set, key: Value) -> Result<(), Escape> {
        let hash = self.hash(key)?;
        if self.find_in_set(set, key, hash)?.is_none() {
            set.insert_new(hash, key);
        }
        Ok(())
    }

    /// A `frozenset` of constants.
    pub fn frozen_set(&mut self, items: &[Value]) -> Value {
        let mut set = Set::default();
        for &item in items {
            self.add_to_set(&mut set, item).expect("constants can be hashed");
        }
        self.alloc(Type::FrozenSet, Obj::Set(Rc::new(set)))
    }
}

//! A table from names to values in the order of the names' first mention. Most blocks have few names, and looking at
//! each of them takes less time than asking a hash table, let alone filling one.

use rustc_hash::FxHashMap;

use crate::syntax::ast::Name;

/// How many names are looked through one by one.
const FEW: usize = 16;

#[derive(Clone, Debug)]
pub struct NameMap<T> {
    entries: Vec<(Name, T)>,
    /// The index of each name, once there are more than a few.
    index: FxHashMap<Name, usize>,
}

impl<T> Default for NameMap<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), index: FxHashMap::default() }
    }
}

impl<T> NameMap<T> {
    pub fn find(&self, name: &str) -> Option<usize> {
        if self.entries.len() > FEW {
            return self.index.get(name).copied();
        }
        // Equal names are mostly the same text, and then no bytes need a look.
        let same = self.entries.iter().position(|(known, _)| std::ptr::eq(&**known, name));
        same.or_else(|| self.entries.iter().position(|(known, _)| **known == *name))
    }

    pub fn get(&self, name: &str) -> Option<&T> {
        self.find(name).map(|at| &self.entries[at].1)
    }

    /// The name's value, a new one where it has none yet.
    pub fn entry(&mut self, name: &Name) -> &mut T
    where
        T: Default,
    {
        let at = self.find(name).unwrap_or_else(|| self.push(name, T::default()));
        &mut self.entries[at].1
    }

    /// Gives the name this value, whether it has one or not.
    pub fn set(&mut self, name: &Name, value: T) {
        match self.find(name) {
            Some(at) => self.entries[at].1 = value,
            None => {
                self.push(name, value);
            }
        }
    }

    /// Adds a name that is not there yet; answers its index.
    pub fn push(&mut self, name: &Name, value: T) -> usize {
        let at = self.entries.len();
        if at == 0 {
            self.entries.reserve(FEW / 2);
        }
        self.entries.push((name.clone(), value));
        if at == FEW {
            let named = self.entries.iter().enumerate();
            self.index.extend(named.map(|(at, (name, _))| (name.clone(), at)));
        } else if at > FEW {
            self.index.insert(name.clone(), at);
        }
        at
    }

    pub fn entries(&self) -> &[(Name, T)] {
        &self.entries
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&Name, &mut T)> {
        self.entries.iter_mut().map(|(name, value)| (&*name, value))
    }

    pub fn into_names(self) -> Vec<Name> {
        self.entries.into_iter().map(|(name, _)| name).collect()
    }
}

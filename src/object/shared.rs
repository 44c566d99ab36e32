//! What all clones of one machine share and never take back: numbers given once, and what lookups have found lately.

use std::{cell::Cell, rc::Rc};

use super::{Cache, Handle, Value};

/// Memory that cannot be used again because a clone still has it: so many bytes cost as much as one that is copied.
const KEPT_PER_COPIED: u64 = 4;

#[derive(Debug)]
pub struct Shared {
    versions: Cell<u64>,
    /// Bytes that were copied because a clone still had them.
    copied: Cell<u64>,
    /// What looking up names in classes has found lately.
    lookups: Box<[Cell<Lookup>]>,
    /// What instructions have remembered of attributes lately, whichever they were.
    accesses: Box<[Cell<KnownAccess>]>,
}

/// What a class of this version has under a name: the class of the MRO that has it (its own number where
/// nothing was found), and the value (`Null` where nothing was found).
#[derive(Clone, Copy, Debug)]
struct Lookup {
    version: u64,
    name: Handle,
    owner: Handle,
    value: Value,
}

const LOOKUPS: usize = 2048;

/// What an instruction does with an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Load,
    Store,
}

/// What an instruction has remembered of a class and a name, for others that meet them.
#[derive(Clone, Copy, Debug)]
struct KnownAccess {
    name: Handle,
    access: Access,
    cache: Cache,
}

const ACCESSES: usize = 1024;

impl Default for Shared {
    fn default() -> Self {
        let nothing = Lookup { version: 0, name: Handle(0), owner: Handle(0), value: Value::Null };
        let unknown = KnownAccess { name: Handle(0), access: Access::Load, cache: Cache::EMPTY };
        Self {
            versions: Cell::new(0),
            copied: Cell::new(0),
            lookups: vec![Cell::new(nothing); LOOKUPS].into(),
            accesses: vec![Cell::new(unknown); ACCESSES].into(),
        }
    }
}

impl Shared {
    /// How many bytes clones have cost so far: what one of them writes to is copied first, and what one of them has
    /// left behind stays as long as another has it.
    pub fn copied(&self) -> u64 {
        self.copied.get()
    }

    /// A clone was made that has so many bytes for itself.
    pub fn count_copied(&self, bytes: u64) {
        self.copied.set(self.copied.get() + bytes);
    }

    /// So many bytes cannot be used again, because a clone still has them.
    pub(super) fn kept(&self, bytes: u64) {
        self.copied.set(self.copied.get() + bytes / KEPT_PER_COPIED);
    }

    /// A number that no clone has had before.
    pub(super) fn new_version(&self) -> u64 {
        let next = self.versions.get() + 1;
        self.versions.set(next);
        next
    }

    /// What the pointer holds, to be changed: copied first if others hold it too.
    #[inline(always)]
    pub(super) fn own<'a, T: Clone>(&self, shared: &'a mut Rc<T>, size: impl FnOnce(&T) -> u64) -> &'a mut T {
        if Rc::strong_count(shared) > 1 {
            self.copied.set(self.copied.get() + size(shared));
        }
        Rc::make_mut(shared)
    }

    fn place(&self, version: u64, name: Handle) -> &Cell<Lookup> {
        let mixed = (version as usize).wrapping_mul(31) ^ (name.0 as usize).wrapping_mul(7);
        &self.lookups[mixed % LOOKUPS]
    }

    /// What was found before: `None` if that is not known, `Some(None)` if there was nothing.
    #[inline]
    pub(super) fn known(&self, version: u64, name: Handle) -> Option<Option<(Handle, Value)>> {
        let lookup = self.place(version, name).get();
        (lookup.version == version && lookup.name == name)
            .then(|| lookup.value.present().map(|value| (lookup.owner, value)))
    }

    #[inline(always)]
    fn access_place(&self, version: u64, name: Handle, access: Access) -> &Cell<KnownAccess> {
        let mixed = (version as usize).wrapping_mul(31) ^ (name.0 as usize).wrapping_mul(7);
        &self.accesses[(mixed ^ access as usize) % ACCESSES]
    }

    /// What was remembered of this name in a class of this version (0: nobody remembers anything of it).
    #[inline(always)]
    pub fn access(&self, version: u64, name: Handle, access: Access) -> Option<Cache> {
        let known = self.access_place(version, name, access).get();
        (version != 0 && known.cache.version == version && known.name == name && known.access == access)
            .then_some(known.cache)
    }

    pub fn keep_access(&self, name: Handle, access: Access, cache: Cache) {
        self.access_place(cache.version, name, access).set(KnownAccess { name, access, cache });
    }

    pub(super) fn remember(&self, version: u64, name: Handle, found: Option<(Handle, Value)>) {
        let (owner, value) = found.unwrap_or((Handle(0), Value::Null));
        self.place(version, name).set(Lookup { version, name, owner, value });
    }
}

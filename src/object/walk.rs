//! Where iterators stand: noted before a native walks over them, put back when only Python code can go on, and how much is
//! left of them. Takes no step.

use num_traits::ToPrimitive;

use super::{Handle, Heap, Iter, Obj, Value};

impl Heap {
    /// Notes where an iterator stands that somebody else holds: what has walked over it may find later that only
    /// Python code can go on, from the start.
    pub(super) fn note_place(&mut self, iterator: Value) {
        let Value::Ref(handle) = iterator else { return };
        let obj = self.obj(handle).clone();
        if let Obj::Iter(iter) = &obj {
            let mut inner = Vec::new();
            iter.visit(&mut |value| inner.push(value));
            for value in inner {
                if self.is_plain_iter(value) {
                    self.note_place(value);
                }
            }
        }
        self.walked.push((handle, obj));
    }

    /// A native begins: what others have walked over is no concern of it.
    #[inline(always)]
    pub fn begin_walking(&mut self) {
        self.walked.clear();
    }

    /// Puts the iterators that have been walked over back where they stood.
    pub fn walk_back(&mut self) {
        for (handle, obj) in std::mem::take(&mut self.walked) {
            *self.obj_mut(handle) = obj;
        }
    }

    /// How many items an iterator still has, as far as it knows.
    pub fn items_left(&self, iterator: Handle) -> usize {
        let len = |of: Handle| self.payload_len(of.into()).unwrap_or(0);
        match self.obj(iterator) {
            Obj::Counter { left, .. } => *left as usize,
            Obj::Iter(iter) => match &**iter {
                Iter::Sequence { of: Some(of), next } => len(*of).saturating_sub(*next),
                Iter::Backwards { of: Some(of), left } => (*left).min(len(*of)),
                Iter::Dict { of: Some(of), next, used, backwards, .. } => match self.obj(*of) {
                    Obj::Dict(dict) if dict.len() == *used => {
                        let entries = dict.entries();
                        let left = if *backwards {
                            &entries[..*next]
                        } else {
                            &entries[(*next).min(entries.len())..]
                        };
                        left.iter().filter(|entry| !entry.key.is_null()).count()
                    }
                    _ => 0,
                },
                Iter::Set { of: Some(of), next, used } => match self.obj(*of) {
                    Obj::Set(set) if set.len() == *used => set.table()[(*next).min(set.table().len())..]
                        .iter()
                        .filter(|entry| !entry.key.is_null())
                        .count(),
                    _ => 0,
                },
                Iter::Range { left, .. } => left.to_usize().unwrap_or(usize::MAX >> 1),
                _ => 0,
            },
            _ => 0,
        }
    }
}

//! Set algebra, step by step as CPython does it: the order of the keys in the result shows the steps.

use super::{Escape, Heap, Obj, Operator, Set, Sym, Type, Value};

impl Heap {
    /// Adds every key of `other`.
    pub fn merge_sets(&mut self, set: &mut Set, other: &Set) -> Result<(), Escape> {
        if other.is_empty() {
            return Ok(());
        }
        set.reserve_for(other.len());
        if set.take_over(other) {
            return Ok(());
        }
        for entry in other.iter() {
            if self.find_in_set(set, entry.key, entry.hash)?.is_none() {
                set.insert_new(entry.hash, entry.key);
            }
        }
        Ok(())
    }

    /// A set of the same keys, in a table of its own size.
    pub fn copy_of_set(&mut self, set: &Set) -> Result<Set, Escape> {
        let mut copy = Set::default();
        self.merge_sets(&mut copy, set)?;
        Ok(copy)
    }

    /// `a & b` and so on.
    pub fn combine_sets(&mut self, operator: Operator, a: &Set, b: &Set) -> Result<Set, Escape> {
        match operator {
            Operator::Or => {
                let mut result = self.copy_of_set(a)?;
                self.merge_sets(&mut result, b)?;
                Ok(result)
            }
            Operator::And => {
                // The smaller one is walked.
                let (walked, other) = if b.len() > a.len() { (a, b) } else { (b, a) };
                self.filter_set(walked, other, true)
            }
            // Where there is little to take out, it is taken out of a copy.
            Operator::Subtract if a.len() >> 2 > b.len() => {
                let mut result = self.copy_of_set(a)?;
                self.subtract_set(&mut result, b)?;
                Ok(result)
            }
            Operator::Subtract => self.filter_set(a, b, false),
            _ => {
                let mut result = self.copy_of_set(b)?;
                self.toggle_set(&mut result, a)?;
                Ok(result)
            }
        }
    }

    /// `a &= b` and so on.
    pub fn change_set(&mut self, operator: Operator, a: &mut Set, b: &Set) -> Result<(), Escape> {
        match operator {
            Operator::Or => self.merge_sets(a, b),
            Operator::And => {
                *a = self.combine_sets(operator, a, b)?;
                Ok(())
            }
            Operator::Subtract => self.subtract_set(a, b),
            _ => self.toggle_set(a, b),
        }
    }

    /// `a &= a` and so on: no item is looked for, and what is left lies as in a fresh table.
    pub fn change_set_with_itself(&mut self, operator: Operator, a: &mut Set) -> Result<(), Escape> {
        match operator {
            Operator::Or => {}
            Operator::And => *a = self.copy_of_set(a)?,
            _ => *a = Set::default(),
        }
        Ok(())
    }

    /// The keys of `walked` that are, or are not, in `other`.
    fn filter_set(&mut self, walked: &Set, other: &Set, wanted: bool) -> Result<Set, Escape> {
        let mut result = Set::default();
        for entry in walked.iter() {
            if self.find_in_set(other, entry.key, entry.hash)?.is_some() == wanted
                && self.find_in_set(&result, entry.key, entry.hash)?.is_none()
            {
                result.insert_new(entry.hash, entry.key);
            }
        }
        Ok(result)
    }

    /// Takes every key of `other` out.
    pub fn subtract_set(&mut self, set: &mut Set, other: &Set) -> Result<(), Escape> {
        for entry in other.iter() {
            self.discard(set, entry.hash, entry.key)?;
        }
        set.tidy();
        Ok(())
    }

    /// Takes the key out; whether it was there.
    pub fn discard(&mut self, set: &mut Set, hash: i64, key: Value) -> Result<bool, Escape> {
        let found = self.find_in_set(set, key, hash)?;
        Ok(found.map(|at| set.remove_at(at)).is_some())
    }

    /// Takes the keys of `other` out that are there, and adds the others.
    fn toggle_set(&mut self, set: &mut Set, other: &Set) -> Result<(), Escape> {
        for entry in other.iter() {
            if !self.discard(set, entry.hash, entry.key)? {
                set.insert_new(entry.hash, entry.key);
            }
        }
        Ok(())
    }

    /// A set that is looked for in a set stands for a frozenset of the same items.
    pub fn as_set_key(&mut self, key: Value) -> Value {
        match self.as_set(key) {
            // A class of its own may say that it can be hashed.
            Some(set) if self.layout(key) == Type::Set && self.user_special(key, Sym::Hash).is_none() => {
                let copy = std::rc::Rc::new(set.clone());
                self.alloc(Type::FrozenSet, Obj::Set(copy))
            }
            _ => key,
        }
    }
}

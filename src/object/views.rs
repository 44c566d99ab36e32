//! `keys()` and `items()` of dicts as sets: their operators and comparisons.

use super::{Comparison, Escape, Heap, NOT_IMPLEMENTED, Obj, Operator, Set, Type, Value};

impl Heap {
    /// Whether it is a view that behaves like a set.
    pub fn is_set_view(&self, value: Value) -> bool {
        matches!(self.layout(value), Type::DictKeys | Type::DictItems)
    }

    /// `view op other`, either way round: the other may be anything iterable.
    pub(super) fn combine_views(&mut self, operator: Operator, a: Value, b: Value) -> Result<Value, Escape> {
        let result = match operator {
            Operator::And => {
                let (view, other) = if self.is_set_view(a) { (a, b) } else { (b, a) };
                self.intersect_view(view, other)?
            }
            Operator::Or => {
                let mut result = self.set_of_view(a)?;
                match self.as_set(b).cloned() {
                    Some(other) => self.merge_sets(&mut result, &other)?,
                    None => {
                        for item in self.items_of(b)? {
                            self.add_to_set(&mut result, item)?;
                        }
                    }
                }
                result
            }
            _ => {
                let mut result = self.set_of_view(a)?;
                let other = self.set_of_view(b)?;
                self.change_set(operator, &mut result, &other)?;
                result
            }
        };
        Ok(self.set(result))
    }

    /// `set(value)`.
    fn set_of_view(&mut self, value: Value) -> Result<Set, Escape> {
        if let Some(set) = self.as_set(value).cloned() {
            return self.copy_of_set(&set);
        }
        if let (Type::DictKeys, Some(Obj::View(dict))) =
            (self.layout(value), value.handle().map(|handle| self.obj(handle)))
        {
            let dict = self.as_dict((*dict).into()).cloned().unwrap_or_default();
            let mut set = Set::default();
            set.reserve_for(dict.len());
            dict.iter().for_each(|entry| set.insert_new(entry.hash, entry.key));
            return Ok(set);
        }
        let items = self.items_of(value)?;
        self.set_of(&items)
    }

    fn intersect_view(&mut self, view: Value, other: Value) -> Result<Set, Escape> {
        let len = |heap: &Self, value| heap.payload_len(value).unwrap_or(0);
        let set = self.as_set(other).cloned().filter(|set| len(self, view) <= set.len());
        if let Some(set) = set {
            let items = self.items_of(view)?;
            let mut result = Set::default();
            for item in items {
                let hash = self.hash(item)?;
                if self.find_in_set(&set, item, hash)?.is_some() {
                    self.add_to_set(&mut result, item)?;
                }
            }
            return Ok(result);
        }
        let swap = self.is_set_view(other) && len(self, other) > len(self, view);
        let (view, walked) = if swap { (other, view) } else { (view, other) };
        let mut result = Set::default();
        for item in self.items_of(walked)? {
            if self.contains(view, item)? {
                self.add_to_set(&mut result, item)?;
            }
        }
        Ok(result)
    }

    /// A view against a set or another view.
    pub(super) fn compare_views(
        &mut self,
        comparison: Comparison,
        a: Value,
        b: Value,
    ) -> Result<Value, Escape> {
        let is_set = |heap: &Self, value| heap.is_set_view(value) || heap.as_set(value).is_some();
        if !is_set(self, a) || !is_set(self, b) {
            return Ok(NOT_IMPLEMENTED.into());
        }
        let (x, y) = (self.payload_len(a).unwrap_or(0), self.payload_len(b).unwrap_or(0));
        let holds = match comparison {
            Comparison::Eq => x == y && self.all_within(a, b)?,
            Comparison::Ne => x != y || !self.all_within(a, b)?,
            Comparison::Lt => x < y && self.all_within(a, b)?,
            Comparison::Le => x <= y && self.all_within(a, b)?,
            Comparison::Gt => x > y && self.all_within(b, a)?,
            Comparison::Ge => x >= y && self.all_within(b, a)?,
        };
        Ok(Value::Bool(holds))
    }

    fn all_within(&mut self, a: Value, b: Value) -> Result<bool, Escape> {
        for item in self.items_of(a)? {
            if !self.contains(b, item)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

//! Iterating over values of builtin types. What needs Python code answers `Twin`.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

use super::{Escape, Handle, Heap, Iter, Obj, Sym, Type, Value, With, Yields};

impl Heap {
    /// `iter(value)`.
    pub fn make_iter(&mut self, value: Value) -> Result<Value, Escape> {
        match self.user_special(value, Sym::Iter) {
            Some(Value::None) => return Err(self.not_iterable(value)),
            Some(_) => return Err(Escape::Twin),
            None => {}
        }
        // A standard stream is its own iterator.
        if self.is_exact(value, Type::TextIO) {
            return Ok(value);
        }
        self.make_iter_payload(value)
    }

    /// As the builtin type's own `__iter__`, whatever a subclass defines.
    pub fn make_iter_payload(&mut self, value: Value) -> Result<Value, Escape> {
        let Value::Ref(handle) = value else { return Err(self.not_iterable(value)) };
        let of = Some(handle);
        let sequence = Iter::Sequence { of, next: 0 };
        let (class, iter) = match self.obj(handle) {
            Obj::List(_) => (Type::ListIterator, sequence),
            Obj::Tuple(_) => (Type::TupleIterator, sequence),
            // An object of a subclass keeps its text elsewhere.
            Obj::Str(text) if text.is_ascii() && self.is_exact(value, Type::Str) => {
                (Type::StrAsciiIterator, sequence)
            }
            Obj::Str(_) => (Type::StrIterator, sequence),
            Obj::Bytes(_) => (Type::BytesIterator, sequence),
            Obj::ByteArray(_) => (Type::ByteArrayIterator, sequence),
            Obj::MemoryView(_) => {
                let view = self.open_memory(value)?;
                self.is_row(&view)?;
                let len = view.count();
                (Type::MemoryIterator, Iter::Memory { of, next: 0, len })
            }
            Obj::Dict(dict) => (Type::DictKeyIterator, dict_iter(handle, dict, Yields::Keys, false)),
            Obj::View(of) => {
                let (class, yields) = match Type::at(self.slot(handle).class) {
                    Some(Type::DictValues) => (Type::DictValueIterator, Yields::Values),
                    Some(Type::DictItems) => (Type::DictItemIterator, Yields::Items),
                    _ => (Type::DictKeyIterator, Yields::Keys),
                };
                let Obj::Dict(dict) = self.obj(*of) else { panic!("a view is one of a dict") };
                (class, dict_iter(*of, dict, yields, false))
            }
            Obj::Proxy(of) => {
                let Obj::Dict(dict) = self.obj(*of) else { panic!("a proxy is one of a dict") };
                (Type::DictKeyIterator, dict_iter(*of, dict, Yields::Keys, false))
            }
            Obj::Set(set) => (Type::SetIterator, Iter::Set { of, next: 0, used: set.len() }),
            Obj::Range(range) => {
                let range = range.clone();
                return Ok(self.range_iter(&range.start, &range.step, &range.len));
            }
            Obj::Iter(_) | Obj::Counter { .. } | Obj::AsyncStep(_) => return Ok(value),
            Obj::Generator(_) if self.is_exact(value, Type::Generator) => return Ok(value),
            Obj::Wrapped(_) if self.is_exact(value, Type::CoroutineWrapper) => return Ok(value),
            _ => match self.special(value, Sym::GetItem) {
                Some(_) => (Type::SequenceIterator, Iter::GetItem { of: value, next: 0 }),
                _ => return Err(self.not_iterable(value)),
            },
        };
        Ok(self.iter(class, iter))
    }

    /// Whether its type says anything of iterating, be it that it refuses.
    pub fn has_items(&self, value: Value) -> bool {
        let class = self.class_of(value);
        self.lookup(class, Sym::Iter).is_some() || self.lookup(class, Sym::GetItem).is_some()
    }

    fn not_iterable(&mut self, value: Value) -> Escape {
        let name = self.type_name(value);
        self.type_error(format!("'{name}' object is not iterable"))
    }

    pub fn dict_iter(&mut self, dict: Handle, yields: Yields, backwards: bool) -> Value {
        let Obj::Dict(table) = self.obj(dict) else { panic!("a dict is expected") };
        let iter = dict_iter(dict, table, yields, backwards);
        let class = match (yields, backwards) {
            (Yields::Keys, false) => Type::DictKeyIterator,
            (Yields::Values, false) => Type::DictValueIterator,
            (Yields::Items, false) => Type::DictItemIterator,
            (Yields::Keys, true) => Type::DictReverseKeyIterator,
            (Yields::Values, true) => Type::DictReverseValueIterator,
            (Yields::Items, true) => Type::DictReverseItemIterator,
        };
        self.iter(class, iter)
    }

    /// An iterator over `len` numbers.
    pub fn range_iter(&mut self, start: &BigInt, step: &BigInt, len: &BigInt) -> Value {
        let last = start + step * len;
        if let (Some(next), Some(step), Some(left), Some(_)) =
            (start.to_i64(), step.to_i32(), len.to_u32(), last.to_i64())
        {
            return self.alloc(Type::RangeIterator, Obj::Counter { next, step, left });
        }
        let iter = Iter::Range { next: start.clone(), step: step.clone(), left: len.clone() };
        let class = if last.to_i64().is_some() { Type::RangeIterator } else { Type::LongRangeIterator };
        self.iter(class, iter)
    }

    /// The next item of a builtin iterator, `None` at its end.
    #[inline]
    pub fn next_item(&mut self, handle: Handle) -> Result<Option<Value>, Escape> {
        match self.obj(handle) {
            Obj::Counter { left: 0, .. } => Ok(None),
            Obj::Counter { .. } => {
                let Obj::Counter { next, step, left } = self.obj_mut(handle) else {
                    unreachable!("just seen")
                };
                let value = *next;
                *next += i64::from(*step);
                *left -= 1;
                Ok(Some(Value::Int(value)))
            }
            Obj::Iter(iter) => match **iter {
                Iter::Sequence { of: Some(of), next } => Ok(self.next_of_sequence(handle, of, next)),
                Iter::Enumerate { of, next } => self.next_enumerated(handle, of, next),
                _ => self.next_slow(handle),
            },
            _ => Err(Escape::Twin),
        }
    }

    fn iter_mut(&mut self, handle: Handle) -> &mut Iter {
        match self.obj_mut(handle) {
            Obj::Iter(iter) => Rc::make_mut(iter),
            other => panic!("an iterator is expected, not {other:?}"),
        }
    }

    fn next_of_sequence(&mut self, handle: Handle, of: Handle, at: usize) -> Option<Value> {
        let item = self.item_at(of, at);
        let Iter::Sequence { of, next } = self.iter_mut(handle) else { unreachable!("just seen") };
        match item {
            Some(_) => *next = at + 1,
            None => *of = None,
        }
        item
    }

    /// The item of a sequence, if it has so many.
    fn item_at(&mut self, of: Handle, at: usize) -> Option<Value> {
        match self.obj(of) {
            Obj::List(items) => items.get(at).copied(),
            Obj::Tuple(items) => items.get(at).copied(),
            Obj::Bytes(bytes) => bytes.get(at).map(|&byte| Value::Int(byte.into())),
            Obj::ByteArray(bytes) => bytes.get(at).map(|&byte| Value::Int(byte.into())),
            Obj::Str(text) if at < text.len() => match text.ascii() {
                Some(bytes) => {
                    let byte = bytes[at];
                    Some(self.ascii_char(byte))
                }
                None => {
                    let char = text.slice(at, at + 1);
                    Some(self.text(char))
                }
            },
            _ => None,
        }
    }

    fn next_slow(&mut self, handle: Handle) -> Result<Option<Value>, Escape> {
        let iter = match self.obj(handle) {
            Obj::Iter(iter) => iter,
            Obj::AsyncStep(_) => return Err(self.take_async_step(handle, Value::None)),
            Obj::Wrapped(coroutine) if self.slot(handle).class == Type::CoroutineWrapper.handle() => {
                return Err(Escape::resume(*coroutine, With::Value, [Value::None]));
            }
            _ => return Err(Escape::Twin),
        };
        match (**iter).clone() {
            Iter::Sequence { .. } => Ok(None),
            Iter::Memory { .. } => self.next_of_memory(handle),
            Iter::Backwards { of: Some(of), left: at } => self.next_backwards(handle, of, at),
            Iter::Dict { of: Some(of), next, used, yields, backwards, .. } => {
                self.next_of_dict(handle, of, next, used, yields, backwards)
            }
            Iter::Set { of: Some(of), next, used } => {
                let Obj::Set(set) = self.obj(of) else { panic!("a set iterator is one of a set") };
                if set.len() != used {
                    return Err(self.raise(Type::RuntimeError, "Set changed size during iteration"));
                }
                let found = set.next_used(next).map(|at| (at, set.table()[at].key));
                let Iter::Set { of, next, .. } = self.iter_mut(handle) else { unreachable!("just seen") };
                match found {
                    Some((at, _)) => *next = at + 1,
                    None => *of = None,
                }
                Ok(found.map(|(_, key)| key))
            }
            Iter::Range { left, .. } if left.is_zero() => Ok(None),
            Iter::Range { next: value, .. } => {
                let Iter::Range { next, step, left } = self.iter_mut(handle) else {
                    unreachable!("just seen")
                };
                *next += &*step;
                *left -= 1;
                Ok(Some(self.big(value)))
            }
            Iter::Enumerate { .. } | Iter::Backwards { .. } | Iter::Dict { .. } | Iter::Set { .. } => {
                Ok(None)
            }
            Iter::Zip { of, strict } => self.next_zipped(&of, strict),
            Iter::Map { function, of } => self.next_mapped(function, &of),
            Iter::Filter { .. }
            | Iter::GetItem { .. }
            | Iter::GetItemBackwards { .. }
            | Iter::Callable { .. } => Err(Escape::Twin),
        }
    }

    fn next_backwards(&mut self, handle: Handle, of: Handle, at: usize) -> Result<Option<Value>, Escape> {
        let item = match at.checked_sub(1) {
            Some(at) if self.as_memory(of.into()).is_some() => self.memory_at(of.into(), at).map(Some),
            at => Ok(at.and_then(|at| self.item_at(of, at))),
        };
        let Iter::Backwards { of, left } = self.iter_mut(handle) else { unreachable!("just seen") };
        match item {
            Ok(Some(_)) => *left = at - 1,
            _ => *of = None,
        }
        item
    }

    fn next_of_dict(
        &mut self,
        handle: Handle,
        of: Handle,
        at: usize,
        used: usize,
        yields: Yields,
        backwards: bool,
    ) -> Result<Option<Value>, Escape> {
        let Obj::Dict(dict) = self.obj(of) else { panic!("a dict iterator is one of a dict") };
        if dict.len() != used {
            return Err(self.raise(Type::RuntimeError, "dictionary changed size during iteration"));
        }
        let found = if backwards { dict.last_used(at) } else { dict.next_used(at) };
        let entry = found.map(|at| dict.entries()[at]);
        let Iter::Dict { of, next, left, .. } = self.iter_mut(handle) else { unreachable!("just seen") };
        let (Some(entry), Some(found)) = (entry, found) else {
            *of = None;
            return Ok(None);
        };
        if *left == 0 && !backwards {
            *of = None;
            return Err(self.raise(Type::RuntimeError, "dictionary keys changed during iteration"));
        }
        *left = left.saturating_sub(1);
        *next = if backwards { found } else { found + 1 };
        Ok(Some(match yields {
            Yields::Keys => entry.key,
            Yields::Values => entry.value,
            Yields::Items => self.tuple(vec![entry.key, entry.value]),
        }))
    }

    /// The next item of something that was given to another iterator: only if Rust can take it.
    fn next_inner(&mut self, of: Value) -> Result<Option<Value>, Escape> {
        let Value::Ref(handle) = of else { return Err(Escape::Twin) };
        match self.obj(handle) {
            Obj::Counter { .. } => self.next_item(handle),
            Obj::Iter(_) if self.is_plain_iter(of) => self.next_item(handle),
            _ => Err(Escape::Twin),
        }
    }

    /// Whether it is an iterator that gives its items without calling anything.
    pub fn is_plain_iter(&self, of: Value) -> bool {
        let Value::Ref(handle) = of else { return false };
        match self.obj(handle) {
            Obj::Counter { .. } => true,
            Obj::Iter(iter) => match &**iter {
                Iter::Sequence { .. }
                | Iter::Memory { .. }
                | Iter::Backwards { .. }
                | Iter::Dict { .. }
                | Iter::Set { .. }
                | Iter::Range { .. } => true,
                Iter::Enumerate { of, .. } => self.is_plain_iter(*of),
                Iter::Zip { of, strict } => !strict && of.iter().all(|&each| self.is_plain_iter(each)),
                Iter::GetItem { .. }
                | Iter::GetItemBackwards { .. }
                | Iter::Callable { .. }
                | Iter::Map { .. }
                | Iter::Filter { .. } => false,
            },
            _ => false,
        }
    }

    fn next_enumerated(&mut self, handle: Handle, of: Value, number: Value) -> Result<Option<Value>, Escape> {
        let Some(item) = self.next_inner(of)? else { return Ok(None) };
        let after = match number {
            Value::Int(int) if int < i64::MAX => Value::Int(int + 1),
            _ => self.binary(super::Operator::Add, false, number, Value::Int(1))?,
        };
        let Iter::Enumerate { next, .. } = self.iter_mut(handle) else { unreachable!("just seen") };
        *next = after;
        Ok(Some(self.tuple(vec![number, item])))
    }

    fn next_zipped(&mut self, of: &[Value], strict: bool) -> Result<Option<Value>, Escape> {
        if strict {
            return Err(Escape::Twin);
        }
        let items = self.next_of_each(of)?.filter(|items| !items.is_empty());
        Ok(items.map(|items| self.tuple(items)))
    }

    fn next_mapped(&mut self, function: Value, of: &[Value]) -> Result<Option<Value>, Escape> {
        match self.next_of_each(of)? {
            Some(items) => Err(Escape::call(function, items)),
            None => Ok(None),
        }
    }

    /// One item of every iterator, as long as all have one.
    fn next_of_each(&mut self, of: &[Value]) -> Result<Option<Vec<Value>>, Escape> {
        if !of.iter().all(|&each| self.is_plain_iter(each)) {
            return Err(Escape::Twin);
        }
        of.iter().map(|&each| self.next_inner(each)).collect()
    }
}

fn dict_iter(of: Handle, dict: &super::Dict, yields: Yields, backwards: bool) -> Iter {
    let next = if backwards { dict.entries().len() } else { 0 };
    Iter::Dict { of: Some(of), next, used: dict.len(), left: dict.len(), yields, backwards }
}

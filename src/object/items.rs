//! `container[key]`, with slices. What needs Python code answers `Twin`.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{Escape, Handle, Heap, Obj, Range, Sym, Type, Value};

/// A slice cut to a length: the first item, the step, how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub start: i64,
    pub step: i64,
    pub count: usize,
}

impl Cut {
    pub fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count).map(move |number| (self.start + number as i64 * self.step) as usize)
    }
}

impl Heap {
    /// An int, or what `__index__` would make one; cut to what fits.
    pub fn index(&mut self, value: Value) -> Result<i64, Escape> {
        if let Value::Int(int) = value {
            return Ok(int);
        }
        if let Some(big) = self.big_int(value) {
            return Ok(big.to_i64().unwrap_or(if big.is_negative() { i64::MIN } else { i64::MAX }));
        }
        if self.user_special(value, Sym::Index).is_some() {
            return Err(Escape::Twin);
        }
        let name = self.type_name(value);
        Err(self.type_error(format!("'{name}' object cannot be interpreted as an integer")))
    }

    /// As `slice.indices` for a sequence of this length.
    pub fn cut(&mut self, slice: [Value; 3], len: usize) -> Result<Cut, Escape> {
        let len = i64::try_from(len).expect("a length fits");
        let step = if slice[2].is_none() { 1 } else { self.slice_index(slice[2])? };
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let step = step.max(-i64::MAX);
        let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
        let mut bound = |value: Value, default: i64| -> Result<i64, Escape> {
            if value.is_none() {
                return Ok(default);
            }
            let at = self.slice_index(value)?;
            Ok(if at < 0 { (at.saturating_add(len)).max(low) } else { at.min(high) })
        };
        let start = bound(slice[0], if step < 0 { high } else { low })?;
        let stop = bound(slice[1], if step < 0 { low } else { high })?;
        let count = if step < 0 {
            if stop < start { (start - stop - 1) / -step + 1 } else { 0 }
        } else if start < stop {
            (stop - start - 1) / step + 1
        } else {
            0
        };
        Ok(Cut { start, step, count: count as usize })
    }

    fn slice_index(&mut self, value: Value) -> Result<i64, Escape> {
        if matches!(value, Value::Int(_))
            || self.is_int(value)
            || self.user_special(value, Sym::Index).is_some()
        {
            return self.index(value);
        }
        Err(self.type_error("slice indices must be integers or None or have an __index__ method"))
    }

    pub fn as_slice(&self, value: Value) -> Option<[Value; 3]> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Slice(parts) => Some(**parts),
                _ => None,
            },
            _ => None,
        }
    }

    /// The place in a sequence that an index means.
    pub(super) fn place(
        &mut self,
        key: Value,
        len: usize,
        what: &str,
        message: &str,
    ) -> Result<usize, Escape> {
        let at = match key {
            Value::Int(at) => at,
            _ if self.is_int(key) => match self.small_int(key) {
                Some(at) => at,
                None => {
                    return Err(self.does_not_fit(Type::IndexError, key));
                }
            },
            _ if self.user_special(key, Sym::Index).is_some() => return Err(Escape::Twin),
            _ => {
                let name = self.type_name(key);
                return Err(match what {
                    "string" => self.type_error(format!("string indices must be integers, not '{name}'")),
                    "byte" | "range" | "list" | "tuple" | "bytearray" => {
                        self.type_error(format!("{what} indices must be integers or slices, not {name}"))
                    }
                    _ => self.type_error(format!("{what} must be integers or slices, not {name}")),
                });
            }
        };
        let place = if at < 0 { at + len as i64 } else { at };
        if place < 0 || place >= len as i64 {
            return Err(self.index_error(message));
        }
        Ok(place as usize)
    }

    /// The item of a list or tuple itself, not of a subclass, where it has one under this number.
    #[inline(always)]
    pub fn quick_item(&self, container: Value, key: Value) -> Option<Value> {
        let (Value::Ref(handle), Value::Int(at)) = (container, key) else { return None };
        let slot = self.slot(handle);
        let items: &[Value] = match &slot.obj {
            Obj::List(items) => items,
            Obj::Tuple(items) => items,
            _ => return None,
        };
        let place = if at < 0 { at.wrapping_add(items.len() as i64) } else { at };
        items.get(place as usize).copied().filter(|_| Type::at(slot.class).is_some())
    }

    /// `list[start:stop]` of a list itself where the bounds are plain: no slice is made for it.
    pub fn quick_slice(&mut self, list: Value, start: Value, stop: Value) -> Option<Value> {
        let cut = self.plain_cut(list, start, stop)?;
        let items = take(self.as_sequence(list)?, cut);
        Some(self.list(items))
    }

    /// `list[start:stop] = other` where both are lists themselves and the bounds plain. Whether they were.
    pub fn quick_set_slice(&mut self, list: Value, start: Value, stop: Value, other: Value) -> bool {
        let (Some(cut), Value::Ref(handle)) = (self.plain_cut(list, start, stop), list) else { return false };
        let Some(other) = self.as_list(other).filter(|_| self.is_exact(other, Type::List)).cloned() else {
            return false;
        };
        self.replace_cut(handle, cut, &other);
        true
    }

    fn plain_cut(&mut self, list: Value, start: Value, stop: Value) -> Option<Cut> {
        let is_plain = |bound| matches!(bound, Value::Int(_) | Value::None);
        if !self.is_exact(list, Type::List) || !is_plain(start) || !is_plain(stop) {
            return None;
        }
        let len = self.as_list(list)?.len();
        self.cut([start, stop, Value::None], len).ok()
    }

    /// Puts items in the place of those that follow each other from the cut's start on.
    pub(super) fn replace_cut(&mut self, list: Handle, cut: Cut, new: &[Value]) {
        let start = cut.start as usize;
        self.replace_items(list, start, cut.count, new);
        self.charge(new.len() as u64 * 16);
    }

    pub fn get_item(&mut self, container: Value, key: Value) -> Result<Value, Escape> {
        if let Value::Ref(handle) = container
            && self.slot(handle).class == Type::Dict.handle()
        {
            return self.get_key(container, handle, key);
        }
        if self.user_special(container, Sym::GetItem).is_some() {
            return Err(Escape::Twin);
        }
        self.get_item_payload(container, key)
    }

    /// As the builtin type's own `__getitem__`, whatever a subclass defines.
    pub fn get_item_payload(&mut self, container: Value, key: Value) -> Result<Value, Escape> {
        let Value::Ref(handle) = container else { return Err(self.not_subscriptable(container)) };
        let slice = self.as_slice(key);
        match self.obj(handle).clone() {
            Obj::List(items) => match slice {
                Some(slice) => {
                    let cut = self.cut(slice, items.len())?;
                    let items = take(&items, cut);
                    Ok(self.list(items))
                }
                None => Ok(items[self.place(key, items.len(), "list", "list index out of range")?]),
            },
            Obj::Tuple(items) => match slice {
                Some(slice) => {
                    let cut = self.cut(slice, items.len())?;
                    if cut.count == items.len() && cut.step == 1 && self.is_exact(container, Type::Tuple) {
                        return Ok(container);
                    }
                    let items = take(&items, cut);
                    Ok(self.tuple(items))
                }
                None => Ok(items[self.place(key, items.len(), "tuple", "tuple index out of range")?]),
            },
            Obj::Str(text) => match slice {
                Some(slice) => {
                    let cut = self.cut(slice, text.len())?;
                    if cut.count == text.len() && cut.step == 1 && self.is_exact(container, Type::Str) {
                        return Ok(container);
                    }
                    let part = if cut.step == 1 {
                        text.slice(cut.start as usize, cut.start as usize + cut.count)
                    } else {
                        crate::source::Text::from_code_points(cut.indices().map(|at| text.point(at)))
                    };
                    Ok(self.text(part))
                }
                None => {
                    let at = self.place(key, text.len(), "string", "string index out of range")?;
                    Ok(self.text(text.slice(at, at + 1)))
                }
            },
            Obj::Bytes(_) | Obj::ByteArray(_) => self.get_byte(container, key, slice),
            Obj::MemoryView(_) => self.get_memory(container, key),
            Obj::Dict(_) => self.get_key(container, handle, key),
            Obj::Proxy(dict) => self.get_key(container, dict, key),
            Obj::Range(range) => match slice {
                Some(slice) => self.slice_range(&range, slice),
                None => self.range_item(&range, key),
            },
            Obj::Class(_) => Err(self.parametrise(handle, key)),
            _ => Err(self.not_subscriptable(container)),
        }
    }

    /// The call that answers `class[key]`, or why there is none. The class is asked for the method as for any
    /// attribute: its metaclass has a say.
    fn parametrise(&mut self, class: Handle, key: Value) -> Escape {
        // `type` is parametrised by itself only: its instances, the classes, are not.
        if class == Type::Type.handle() {
            return Escape::prelude("_generic_alias", [class.into(), key]);
        }
        match self.get_attribute(class.into(), Sym::ClassGetItem.into()) {
            Ok(method) if !method.is_none() => Escape::call(method, [key]),
            Err(Escape::Call(_)) => Escape::prelude("_class_item", [class.into(), key]),
            Err(Escape::Raise(raised)) if !self.is_instance(raised.into(), Type::AttributeError) => {
                Escape::Raise(raised)
            }
            _ => {
                let name = self.class(class).name.clone();
                self.type_error(format!("type '{name}' is not subscriptable"))
            }
        }
    }

    fn not_subscriptable(&mut self, value: Value) -> Escape {
        let name = self.type_name(value);
        self.type_error(format!("'{name}' object is not subscriptable"))
    }

    fn get_key(&mut self, container: Value, dict: Handle, key: Value) -> Result<Value, Escape> {
        match self.dict_get(dict, key)? {
            Some(value) => Ok(value),
            None => match self.user_special(container, Sym::Missing) {
                Some(missing) => Err(Escape::call(missing, [container, key])),
                None => Err(self.key_error(key)),
            },
        }
    }

    fn get_byte(&mut self, container: Value, key: Value, slice: Option<[Value; 3]>) -> Result<Value, Escape> {
        let bytes = self.as_bytes(container).unwrap_or_default().to_vec();
        match slice {
            Some(slice) => {
                let cut = self.cut(slice, bytes.len())?;
                let part = cut.indices().map(|at| bytes[at]).collect();
                Ok(self.bytes_like(container, part))
            }
            None => {
                let (what, message) = if self.layout(container) == Type::Bytes {
                    ("byte", "index out of range")
                } else {
                    ("bytearray", "bytearray index out of range")
                };
                let at = self.place(key, bytes.len(), what, message)?;
                Ok(Value::Int(bytes[at].into()))
            }
        }
    }

    fn range_item(&mut self, range: &Range, key: Value) -> Result<Value, Escape> {
        let Some(at) = self.big_int(key) else {
            return Err(match self.place(key, 0, "range", "") {
                Err(escape) => escape,
                Ok(_) => unreachable!("not an int"),
            });
        };
        let place = if at.is_negative() { at + &range.len } else { at };
        if place.is_negative() || place >= range.len {
            return Err(self.index_error("range object index out of range"));
        }
        Ok(self.big(&range.start + place * &range.step))
    }

    fn slice_range(&mut self, range: &Range, slice: [Value; 3]) -> Result<Value, Escape> {
        let step = if slice[2].is_none() { BigInt::from(1) } else { self.big_slice_index(slice[2])? };
        if step.is_zero() {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let (low, high) = match step.is_negative() {
            true => (BigInt::from(-1), &range.len - 1),
            false => (BigInt::zero(), range.len.clone()),
        };
        let mut bound = |value: Value, default: &BigInt| -> Result<BigInt, Escape> {
            if value.is_none() {
                return Ok(default.clone());
            }
            let at = self.big_slice_index(value)?;
            Ok(if at.is_negative() { (at + &range.len).max(low.clone()) } else { at.min(high.clone()) })
        };
        let (first, last) = if step.is_negative() { (&high, &low) } else { (&low, &high) };
        let (start, stop) = (bound(slice[0], first)?, bound(slice[1], last)?);
        let place = |at: BigInt| &range.start + &range.step * at;
        Ok(self.range(place(start), place(stop), &range.step * step))
    }

    /// An index of a slice, however large.
    fn big_slice_index(&mut self, value: Value) -> Result<BigInt, Escape> {
        match self.big_int(value) {
            Some(int) => Ok(int),
            None => Ok(self.slice_index(value)?.into()),
        }
    }

    /// `range(start, stop, step)`; the step is not zero.
    pub fn range(&mut self, start: BigInt, stop: BigInt, step: BigInt) -> Value {
        let distance = if step.is_negative() { &start - &stop } else { &stop - &start };
        let len = if distance.is_positive() { (distance - 1) / step.abs() + 1 } else { BigInt::zero() };
        let small = start.to_i64().zip(step.to_i64()).zip(len.to_i64()).map(|((a, b), c)| (a, b, c));
        self.alloc(Type::Range, Obj::Range(Rc::new(Range { start, stop, step, len, small })))
    }
}

fn take(items: &[Value], cut: Cut) -> Vec<Value> {
    if cut.step == 1 {
        let start = cut.start as usize;
        return items[start..start + cut.count].to_vec();
    }
    cut.indices().map(|at| items[at]).collect()
}

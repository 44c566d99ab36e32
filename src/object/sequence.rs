//! `+` and `*` of sequences: what stands in CPython's slots for sequences, which are asked after those for numbers.
//! Must not know frames: who counts by a method of its own is left to others.

use std::rc::Rc;

use super::{Escape, Heap, Obj, Operator, Sym, Type, Value};

impl Heap {
    /// Whether it is laid out as a sequence that can be joined and repeated.
    pub fn is_sequence_payload(&self, value: Value) -> bool {
        matches!(
            value,
            Value::Ref(handle) if matches!(
                self.obj(handle),
                Obj::Str(_) | Obj::List(_) | Obj::Tuple(_) | Obj::Bytes(_) | Obj::ByteArray(_)
            )
        )
    }

    /// Whether its class still has what the builtin sequence does for the operator: a method of either name empties
    /// the slot.
    fn keeps_sequence_slot(&self, operator: Operator, value: Value) -> bool {
        let [plain, reflected, _] = operator.methods();
        let own = |name| self.user_special(value, name).is_some();
        let is_emptied = match operator {
            Operator::Add => own(plain),
            Operator::Multiply => own(plain) || own(reflected),
            _ => true,
        };
        self.is_sequence_payload(value) && !is_emptied
    }

    /// What `+` and `*` come to when no slot for numbers knew an answer.
    pub fn operate_as_sequences(
        &mut self,
        operator: Operator,
        in_place: bool,
        a: Value,
        b: Value,
    ) -> Result<Value, Escape> {
        let [.., own] = operator.methods();
        let is_sequence =
            self.is_sequence_payload(a) && matches!(operator, Operator::Add | Operator::Multiply);
        if in_place
            && is_sequence
            && self.user_special(a, own).is_none()
            && let Some(changed) = self.change(operator, a, b)
        {
            return changed;
        }
        if self.keeps_sequence_slot(operator, a) {
            return if operator == Operator::Add { self.concatenate(a, b) } else { self.repeat(a, b) };
        }
        // In place, the right operand is asked only where the left one's type has no such slots at all.
        let asks_right = operator == Operator::Multiply && !(in_place && self.has_sequence_slots(a));
        if asks_right && self.keeps_sequence_slot(operator, b) {
            return self.repeat(b, a);
        }
        Err(self.unsupported(operator, in_place, a, b))
    }

    /// Whether CPython's type has a table of slots for sequences, be it empty: each class of the program's has one.
    fn has_sequence_slots(&self, value: Value) -> bool {
        use Type as T;
        let has = matches!(
            self.layout(value),
            T::Dict
                | T::Set
                | T::FrozenSet
                | T::Range
                | T::MemoryView
                | T::MappingProxy
                | T::DictKeys
                | T::DictValues
                | T::DictItems
        );
        has || self.is_sequence_payload(value) || Type::at(self.class_of(value)).is_none()
    }

    /// `a + b` of a sequence.
    pub fn concatenate(&mut self, a: Value, b: Value) -> Result<Value, Escape> {
        if let (Some(x), Some(y)) = (self.as_str(a), self.as_str(b)) {
            if x.is_empty() && self.is_exact(b, Type::Str) {
                return Ok(b);
            }
            if y.is_empty() && self.is_exact(a, Type::Str) {
                return Ok(a);
            }
            let size = x.text().as_bytes().len() + y.text().as_bytes().len();
            let (x, y) = (x.text().clone(), y.text().clone());
            self.room_for(size as u64)?;
            return Ok(self.text(match (x.as_str(), y.as_str()) {
                (Some(x), Some(y)) => {
                    let mut all = String::with_capacity(size);
                    all.push_str(x);
                    all.push_str(y);
                    all.into()
                }
                _ => crate::source::Text::from_code_points(x.code_points().chain(y.code_points())),
            }));
        }
        let (Value::Ref(x), Value::Ref(y)) = (a, b) else { return Err(self.cannot_join(a, b)) };
        match (self.obj(x).clone(), self.obj(y).clone()) {
            (Obj::List(x), Obj::List(y)) => {
                self.room_for((size_of_val(&x[..]) + size_of_val(&y[..])) as u64)?;
                Ok(self.list([&x[..], &y[..]].concat()))
            }
            (Obj::Tuple(x), Obj::Tuple(y)) => {
                if x.is_empty() && self.is_exact(b, Type::Tuple) {
                    return Ok(b);
                }
                if y.is_empty() && self.is_exact(a, Type::Tuple) {
                    return Ok(a);
                }
                self.room_for((size_of_val(&x[..]) + size_of_val(&y[..])) as u64)?;
                Ok(self.tuple([&x[..], &y[..]].concat()))
            }
            (Obj::Bytes(_) | Obj::ByteArray(_), Obj::Bytes(_) | Obj::ByteArray(_) | Obj::MemoryView(_)) => {
                let Some(right) = self.buffer(b).map(std::borrow::Cow::into_owned) else {
                    return Err(self.cannot_join(a, b));
                };
                self.room_for((self.as_bytes(a).unwrap_or_default().len() + right.len()) as u64)?;
                let all = [self.as_bytes(a).unwrap_or_default(), &right].concat();
                Ok(self.bytes_like(a, all))
            }
            (Obj::Bytes(_) | Obj::ByteArray(_), _) if self.lends(b) => Err(Escape::Twin),
            _ => Err(self.cannot_join(a, b)),
        }
    }

    /// An int that counts or numbers items, and is too large for it.
    pub fn does_not_fit(&mut self, error: Type, number: Value) -> Escape {
        let class = self.type_name(number);
        self.raise(error, format!("cannot fit '{class}' into an index-sized integer"))
    }

    fn cannot_join(&mut self, a: Value, b: Value) -> Escape {
        let (left, right) = (self.type_name(a), self.type_name(b));
        let kind = self.layout(a);
        self.type_error(match kind {
            Type::Bytes | Type::ByteArray => format!("can't concat {right} to {left}"),
            _ => {
                let kind = kind.name();
                format!("can only concatenate {kind} (not \"{right}\") to {kind}")
            }
        })
    }

    /// `a += b` of a bytearray.
    pub fn extend_bytes(&mut self, a: Value, b: Value) -> Result<Value, Escape> {
        let handle = a.handle().expect("a bytearray is on the heap");
        match self.buffer(b).map(std::borrow::Cow::into_owned) {
            Some(more) => {
                let len = self.as_bytes(a).unwrap_or_default().len();
                self.may_resize(handle, len + more.len())?;
                self.room_for(more.len() as u64)?;
                self.charge(more.len() as u64);
                self.bytes_mut(handle).extend(more);
                Ok(a)
            }
            None if self.lends(b) => Err(Escape::Twin),
            None => Err(self.cannot_join(a, b)),
        }
    }

    /// `bytes` or `bytearray`, as `like` is.
    pub fn bytes_like(&mut self, like: Value, bytes: Vec<u8>) -> Value {
        if self.layout(like) == Type::ByteArray {
            return self.alloc(Type::ByteArray, Obj::ByteArray(Rc::new(bytes)));
        }
        self.bytes(bytes)
    }

    /// A sequence times a number.
    pub fn repeat(&mut self, sequence: Value, count: Value) -> Result<Value, Escape> {
        if !self.is_int(count) {
            if self.user_special(count, Sym::Index).is_some() {
                return Err(Escape::Twin);
            }
            let class = self.type_name(count);
            return Err(self.type_error(format!("can't multiply sequence by non-int of type '{class}'")));
        }
        let times = count;
        let Some(count) = self.small_int(times) else {
            return Err(self.does_not_fit(Type::OverflowError, times));
        };
        let handle = sequence.handle().expect("a sequence is on the heap");
        let count = usize::try_from(count.max(0)).expect("not negative");
        if count == 1 && self.is_exact(sequence, Type::Tuple) {
            return Ok(sequence);
        }
        let len = match self.obj(handle) {
            Obj::Str(text) => text.text().as_bytes().len() as u64,
            Obj::Bytes(bytes) => bytes.len() as u64,
            Obj::ByteArray(bytes) => bytes.len() as u64,
            _ => size_of_val(self.as_sequence(sequence).unwrap_or_default()) as u64,
        };
        if count > 1 {
            self.room_for(len.saturating_mul(count as u64))?;
        }
        match self.obj(handle).clone() {
            Obj::Str(text) => match text.text().as_str() {
                Some(text) => Ok(self.str(&text.repeat(count))),
                None => {
                    let points: Vec<u32> = text.text().code_points().collect();
                    Ok(self.text(crate::source::Text::from_code_points(points.repeat(count))))
                }
            },
            Obj::List(items) => Ok(self.list(items.repeat(count))),
            Obj::Tuple(items) => Ok(self.tuple(items.repeat(count))),
            Obj::Bytes(bytes) => Ok(self.bytes(bytes.repeat(count))),
            Obj::ByteArray(bytes) => Ok(self.bytes_like(sequence, bytes.repeat(count))),
            other => panic!("a sequence is expected, not {other:?}"),
        }
    }
}

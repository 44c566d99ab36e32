//! Truth and length of values of builtin types. What needs Python code answers `Twin`.

use num_traits::ToPrimitive;

use super::{Escape, Heap, NOT_IMPLEMENTED, Obj, Sym, Type, Value};

impl Heap {
    /// `bool(value)`.
    #[inline]
    pub fn truth(&self, value: Value) -> Result<bool, Escape> {
        match value {
            Value::Bool(bool) => Ok(bool),
            Value::None | Value::Null => Ok(false),
            Value::Int(int) => Ok(int != 0),
            Value::Float(float) => Ok(float != 0.0),
            Value::Ref(_) => self.truth_of_object(value),
        }
    }

    fn truth_of_object(&self, value: Value) -> Result<bool, Escape> {
        // Numbers have a truth of their own, before which no length counts.
        let is_number = matches!(self.layout(value), Type::Int | Type::Bool | Type::Float | Type::Complex);
        let counts = !is_number && self.user_special(value, Sym::Len).is_some();
        if self.user_special(value, Sym::Bool).is_some() || counts {
            return Err(Escape::Twin);
        }
        // A view may have no length.
        if let Some(view) = self.as_memory(value)
            && (view.of.is_none() || view.dimensions.is_empty())
        {
            return Err(Escape::Twin);
        }
        // Not without a warning.
        if value == NOT_IMPLEMENTED.into() {
            return Err(Escape::Twin);
        }
        Ok(self.payload_truth(value))
    }

    /// As the builtin types' own methods say, whatever a subclass defines.
    pub fn payload_truth(&self, value: Value) -> bool {
        match value {
            Value::Bool(bool) => bool,
            Value::None | Value::Null => false,
            Value::Int(int) => int != 0,
            Value::Float(float) => float != 0.0,
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Int(big) => **big != num_bigint::BigInt::ZERO,
                Obj::Float(float) => *float != 0.0,
                Obj::Complex(parts) => **parts != (0.0, 0.0),
                _ => self.payload_len(value) != Some(0),
            },
        }
    }

    /// The length of a value of a builtin type that has one.
    pub fn payload_len(&self, value: Value) -> Option<usize> {
        let Value::Ref(handle) = value else { return None };
        Some(match self.obj(handle) {
            Obj::Str(text) => text.len(),
            Obj::Bytes(bytes) => bytes.len(),
            Obj::ByteArray(bytes) => bytes.len(),
            Obj::MemoryView(view) if view.of.is_some() => view.dimensions.first()?.count,
            Obj::List(items) => items.len(),
            Obj::Tuple(items) => items.len(),
            Obj::Dict(dict) => dict.len(),
            Obj::Set(set) => set.len(),
            Obj::Range(range) => range.len.to_i64().map_or(usize::MAX, |len| len as usize),
            Obj::View(of) | Obj::Proxy(of) => match self.obj(*of) {
                Obj::Dict(dict) => dict.len(),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// `len(value)`.
    pub fn len(&mut self, value: Value) -> Result<usize, Escape> {
        if self.user_special(value, Sym::Len).is_some() {
            return Err(Escape::Twin);
        }
        match self.payload_len(value) {
            Some(usize::MAX) => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
            Some(len) => Ok(len),
            None if self.as_memory(value).is_some() => self.memory_len(value),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(format!("object of type '{name}' has no len()")))
            }
        }
    }
}

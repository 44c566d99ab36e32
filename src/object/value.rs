//! What a variable, a stack slot or a list item holds. Knows nothing of what handles point at.

/// An object on the heap, by its number. The same number is the same object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(pub u32);

/// A Python value. What is small and cannot change stands in the value itself; the rest is on the heap.
///
/// Equality is Python's `is`; whether two values compare equal is a question for the heap.
///
/// Its tag is as wide as a number, so that a copy is two words and never the odd bytes between.
#[derive(Clone, Copy, Debug)]
#[repr(u64)]
pub enum Value {
    /// No value: an unset variable, or the empty slot that CPython pushes as `NULL`.
    Null,
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Ref(Handle),
}

impl Value {
    pub const fn is_null(self) -> bool {
        matches!(self, Self::Null)
    }

    pub const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }

    /// The value, unless it is the empty slot.
    pub const fn present(self) -> Option<Self> {
        match self {
            Self::Null => None,
            value => Some(value),
        }
    }

    pub const fn handle(self) -> Option<Handle> {
        match self {
            Self::Ref(handle) => Some(handle),
            _ => None,
        }
    }
}

impl PartialEq for Value {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Self::Null, Self::Null) | (Self::None, Self::None) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Int(a), Self::Int(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a.to_bits() == b.to_bits(),
            (Self::Ref(a), Self::Ref(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Value {}

impl From<Handle> for Value {
    fn from(handle: Handle) -> Self {
        Self::Ref(handle)
    }
}

//! What a frame still owes when the frame it waits for returns: plain data, so that it can be cloned.

use crate::object::Handle;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resume {
    /// Push the value: a call.
    #[default]
    Push,
    /// Drop it: `__setitem__`, `__delattr__`, a print.
    Discard,
    /// It was `__init__`: it must have returned None, and the instance is the value.
    FinishInstance(Handle),
}

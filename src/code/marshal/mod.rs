//! CPython's marshal format, as far as code objects need it, and the header of a `.pyc`. Knows nothing of
//! files: bytes in, bytes out.

mod pyc;
mod read;
mod shared;
mod write;

pub use pyc::{Header, Pyc, source_hash};
pub use read::read;
pub use write::write;

/// Set on an object's type byte when a later `r` may refer back to it.
const FLAG_REF: u8 = 0x80;

/// Why bytes are not a code object: one line, to be shown after the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(String);

impl Error {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

//! The finished product of the compiler: code objects, and the forms they are written in.

pub mod flags;
mod object;

pub use object::{Code, Const, LocalKind};

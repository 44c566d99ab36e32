//! The finished product of the compiler: code objects, and the forms they are written in.

mod object;

pub use object::{Code, Const, LocalKind};

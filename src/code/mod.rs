//! The finished product of the compiler: code objects, and the forms they are written in.

mod depth;
pub mod dis;
mod exceptions;
pub mod flags;
mod instructions;
pub mod json;
mod labels;
mod lines;
pub mod marshal;
mod object;
mod verify;

pub use depth::Unbalanced;
pub use exceptions::ExceptionEntry;
pub use instructions::Instruction;
pub use lines::{LineRange, form as line_form};
pub use object::{Code, Const, GENERIC_PREFIX, LocalKind};

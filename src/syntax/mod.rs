//! From text to tokens and tree, in CPython's terms. The parser crate lives behind this door and nowhere else.

pub mod ast;
mod constant;

pub use constant::Constant;

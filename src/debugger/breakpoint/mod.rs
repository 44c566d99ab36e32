//! Breakpoints: what a user asks for, and where in the program that is.

mod spec;

pub use spec::{Spec, SpecPlace};

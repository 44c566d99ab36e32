//! Breakpoints: what a user asks for, and where in the program that is.

mod resolve;
mod spec;

use super::Place;

pub use resolve::lines_with_code;
pub use spec::{Spec, SpecPlace};

/// A breakpoint that stands in the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakpoint {
    pub number: u32,
    pub spec: Spec,
    /// Where it is, for those on an offset or a function.
    pub places: Vec<Place>,
    pub enabled: bool,
}

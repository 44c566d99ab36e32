//! Breakpoints: what a user asks for, and where in the program that is.

mod condition;
mod resolve;
mod spec;

use super::Place;

pub use condition::Condition;
pub use resolve::lines_with_code;
pub use spec::{Spec, SpecPlace};

/// A breakpoint that stands in the program.
#[derive(Clone, Debug)]
pub struct Breakpoint {
    pub number: u32,
    pub spec: Spec,
    /// Where it is, for those on an offset or a function.
    pub places: Vec<Place>,
    /// What must be true beside.
    pub condition: Option<Condition>,
    pub enabled: bool,
}

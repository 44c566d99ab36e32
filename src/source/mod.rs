//! The program's text: characters, places in it, and how bytes become text. Knows nothing of Python's grammar.

mod location;
mod text;

pub use location::Location;
pub use text::Text;

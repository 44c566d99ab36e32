//! The program's text: characters, places in it, and how bytes become text. Knows nothing of Python's grammar.

mod bytes;
mod charset;
mod error;
mod error_at;
mod location;
mod program;
mod text;
mod warning;

pub(crate) use bytes::find;
pub use charset::NoTokens;
pub(crate) use charset::{charmap, utf8_error};
pub use error::{ErrorKind, SyntaxError};
pub use location::Location;
pub use program::{Line, Lines, Source};
pub use text::Text;
pub use warning::{Category, Place, Warning};

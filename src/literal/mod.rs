//! How Python writes values as text: the `repr` of strings, bytes and floats, and which characters it
//! shows. Plain functions of plain data: knows neither syntax nor objects.

mod names;
mod number;
mod string;
mod unicode;

pub use names::{character_named, name_of_character};
pub use number::{MOST_DIGITS, complex_repr, float_repr};
pub use string::{ascii_only, bytes_repr, str_ascii, str_repr};
pub use unicode::{CharSet, is_assigned, is_identifier_continue, is_identifier_start, is_printable};

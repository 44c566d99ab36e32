//! The functions and methods that are written in Rust, by subject.

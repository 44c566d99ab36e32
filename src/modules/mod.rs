//! Standard modules that are written in Rust.

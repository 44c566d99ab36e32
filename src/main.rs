//! The `opstep` program.

fn main() {}

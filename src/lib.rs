//! opstep: CPython's compiler and stack machine, made visible and steppable.
//!
//! The modules stand in the order of the way from text to screen. Each may use those above it, never
//! those below; `tests/house.rs` holds that.

pub mod source;

pub mod literal;

pub mod isa;

pub mod dialect;

pub mod json;

pub mod syntax;

pub mod ast_opt;

pub mod symbols;

pub mod code;

pub mod codegen;

pub mod flow;

pub mod assemble;

pub mod compile;

pub mod object;

pub mod builtins;

pub mod modules;

pub mod prelude;

pub mod vm;

pub mod debugger;

pub mod view;

pub mod tui;

pub mod cli;

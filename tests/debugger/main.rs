//! The debugger and what it shows, without a screen.

mod breakpoints;
mod history;
mod long;
mod moving;
mod programs;
mod spec;
#[path = "../support/mod.rs"]
mod support;
mod trace;
mod views;

//! The text that Python's `dis` module prints for a code object, to the letter. (Addresses of inner code
//! objects are `0x...`.)

mod argument;
mod set_order;

use std::{collections::HashMap, fmt::Write};

use super::{Code, Const, Instruction, instructions::Units};
use crate::{dialect::Dialect, isa::Op};

pub use argument::{argument, repr};

/// The whole listing: the code object, then all inside it.
pub fn text(code: &Code, dialect: &Dialect, show_caches: bool) -> String {
    let mut out = String::new();
    listing(&mut out, code, dialect, show_caches);
    out
}

fn listing(out: &mut String, code: &Code, dialect: &Dialect, show_caches: bool) {
    disassemble(out, code, dialect, show_caches);
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            line(out, format_args!(""));
            line(out, format_args!("Disassembly of {}:", repr(constant)));
            listing(out, inner, dialect, show_caches);
        }
    }
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(out, "{text}").expect("a String takes all");
}

/// One line of the listing, before it is laid out.
struct Row<'a> {
    line: Option<i32>,
    is_target: bool,
    offset: u32,
    name: &'a str,
    arg: Option<u32>,
    words: String,
}

struct Layout {
    /// Zero where no line is known at all: the column is then left out.
    line_width: usize,
    offset_width: usize,
}

impl Layout {
    fn row(&self, row: &Row<'_>) -> String {
        let mut text = String::new();
        if self.line_width > 0 {
            let number = row.line.map(|line| line.to_string()).unwrap_or_default();
            text = format!("{number:>width$} ", width = self.line_width);
        }
        let mark = if row.is_target { ">>" } else { "  " };
        text += &format!("    {mark} {:>width$} {:<20}", row.offset, row.name, width = self.offset_width);
        if let Some(arg) = row.arg {
            text += &format!(" {:>5}", arg.cast_signed());
            if !row.words.is_empty() {
                text += &format!(" ({})", row.words);
            }
        }
        text.truncate(text.trim_end().len());
        text
    }
}

fn disassemble(out: &mut String, code: &Code, dialect: &Dialect, show_caches: bool) {
    let starts: HashMap<u32, i32> = code.line_starts().into_iter().collect();
    let targets = code.labels(&code.instructions(dialect));
    let width =
        |largest: i64, from: i64, least| if largest >= from { largest.to_string().len() } else { least };
    let line_width = starts.values().max().map_or(0, |last| width((*last).into(), 1000, 3));
    let layout = Layout { line_width, offset_width: width(code.code.len() as i64 - 2, 10_000, 4) };
    for unit in Units::new(&code.code, dialect) {
        let starts_line = starts.get(&unit.offset).copied();
        if starts_line.is_some() && unit.offset > 0 {
            line(out, format_args!(""));
        }
        let row = Row {
            line: starts_line,
            is_target: targets.contains(&unit.offset),
            offset: unit.offset,
            name: unit.op.name(),
            arg: dialect.has_arg(unit.op).then_some(unit.arg),
            words: argument(code, &unit, dialect),
        };
        line(out, format_args!("{}", layout.row(&row)));
        if show_caches {
            caches(out, &layout, code, &unit, dialect);
        }
    }
    exception_table(out, code);
}

/// The caches of an instruction: each number that it keeps there, named at its first unit.
fn caches(out: &mut String, layout: &Layout, code: &Code, unit: &Instruction, dialect: &Dialect) {
    let mut offset = unit.offset;
    for &(name, size) in dialect.cache_fields(unit.op) {
        let data = &code.code[offset as usize + 2..][..2 * usize::from(size)];
        let value = data.iter().rev().fold(0u64, |value, &byte| value << 8 | u64::from(byte));
        for part in 0..size {
            offset += 2;
            let words = if part == 0 { format!("{name}: {value}") } else { String::new() };
            let name = Op::Cache.name();
            let row = Row { line: None, is_target: false, offset, name, arg: Some(0), words };
            line(out, format_args!("{}", layout.row(&row)));
        }
    }
}

fn exception_table(out: &mut String, code: &Code) {
    let entries = code.exception_entries();
    if !entries.is_empty() {
        line(out, format_args!("ExceptionTable:"));
    }
    for entry in entries {
        let lasti = if entry.lasti { " lasti" } else { "" };
        let last = i64::from(entry.end) - 2;
        line(out, format_args!("  {} to {last} -> {} [{}]{lasti}", entry.start, entry.target, entry.depth));
    }
}

//! A code object as rows of text, once and for all: what of the disassembly never changes.

use std::rc::Rc;

use super::codes::CodeFacts;
use crate::{source::Location, source::Source};

#[derive(Clone, Debug, PartialEq)]
pub struct ListingRow {
    pub offset: u32,
    /// Where the row begins a new source line.
    pub line: Option<u32>,
    /// `L1`, for jump targets and handlers.
    pub label: Option<String>,
    pub op: &'static str,
    pub arg: Option<u32>,
    /// The argument in words: `n`, `<=`, `to L1`, `NULL + fact`.
    pub arg_text: String,
    /// Stack depth before; `None` where the code is unreachable.
    pub depth: Option<u32>,
    pub pops: u32,
    pub pushes: u32,
    /// Cache units after it.
    pub caches: u32,
    pub at: Option<Location>,
    /// The source text of `at`, shortened to one line.
    pub text: String,
    /// Offset it may jump to.
    pub target: Option<u32>,
}

impl CodeFacts {
    /// One row an instruction.
    pub(super) fn rows(&self, source: Option<&Source>) -> Rc<[ListingRow]> {
        let starts = self.code.line_starts();
        let row = |(pc, each): (usize, &crate::code::Instruction)| {
            let place = self.places[pc];
            let starts_line = starts.iter().find(|(offset, _)| *offset == each.start);
            let pc = u32::try_from(pc).expect("a code object has fewer instructions");
            ListingRow {
                offset: each.start,
                line: starts_line.and_then(|(_, line)| u32::try_from(*line).ok()),
                label: self.labels.get(&pc).map(|number| format!("L{number}")),
                op: each.op.name(),
                arg: self.dialect.has_arg(each.op).then_some(each.arg),
                arg_text: self.argument_words(pc),
                depth: self.depths[pc as usize],
                pops: each.op.pop_count(each.arg),
                pushes: each.op.push_count(each.arg, false),
                caches: each.caches.into(),
                at: (!place.is_none()).then_some(place),
                text: source
                    .map_or_else(String::new, |source| super::words::shorten(&excerpt(source, place))),
                target: each.jump_target(),
            }
        };
        self.instructions.iter().enumerate().map(row).collect()
    }

    /// The exception table in words, one line an entry.
    pub fn exception_table(&self) -> Vec<String> {
        let entry = |entry: &crate::code::ExceptionEntry| {
            let last = self.instructions.iter().rfind(|each| each.start < entry.end);
            let last = last.map_or(entry.start, |each| each.start);
            let lasti = if entry.lasti { ", and lasti is pushed" } else { "" };
            let handler = self.label_or_offset(entry.target);
            format!("{}–{last} → {handler}, stack cut to {}{lasti}", entry.start, entry.depth)
        };
        self.code.exception_entries().iter().map(entry).collect()
    }
}

/// The source text of a place; empty where its columns are not known.
pub fn excerpt(source: &Source, place: Location) -> String {
    let (Ok(first), Ok(last)) = (usize::try_from(place.line), usize::try_from(place.end_line)) else {
        return String::new();
    };
    let (Ok(start), Ok(end)) = (usize::try_from(place.col), usize::try_from(place.end_col)) else {
        return String::new();
    };
    let mut text = String::new();
    for number in first..=last {
        let line = source.line(number);
        let from = if number == first { start } else { 0 };
        let to = if number == last { end } else { line.len() };
        text.push_str(line.get(from..to).unwrap_or_default());
        if number < last {
            text.push('\n');
        }
    }
    text
}

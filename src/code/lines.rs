//! The line table: which place in the source each instruction comes from (CPython's `co_lines` and
//! `co_positions`).

use super::Code;
use crate::source::Location;

/// Neighbouring bytes of code that come from the same line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineRange {
    /// Byte offsets, the end exclusive.
    pub start: u32,
    pub end: u32,
    /// `None` for code that stands for nothing in the source.
    pub line: Option<i32>,
}

/// One entry of the table: so many units with the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub units: u32,
    pub at: Location,
}

/// Reads the table entry by entry. `None` ends it; [`Entries::is_damaged`] says whether that was the end.
pub(super) struct Entries<'a> {
    bytes: &'a [u8],
    line: i32,
    damaged: bool,
}

/// The forms of an entry that are not short (the number of a short one is the column's group of eight).
pub mod form {
    pub const ONE_LINE: u8 = 10;
    pub const NO_COLUMNS: u8 = 13;
    pub const LONG: u8 = 14;
    pub const NONE: u8 = 15;
}

impl<'a> Entries<'a> {
    pub(super) fn new(code: &'a Code) -> Self {
        Self { bytes: &code.linetable, line: code.firstlineno, damaged: false }
    }

    pub(super) fn is_damaged(&self) -> bool {
        self.damaged
    }

    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(byte)
    }

    /// Six bits a byte, least first; bit 6 says that more follow.
    fn varint(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in (0..32).step_by(6) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x3F) << shift;
            if byte & 0x40 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// The sign is the lowest bit.
    fn signed_varint(&mut self) -> Option<i32> {
        let value = self.varint()?;
        let magnitude = (value >> 1).cast_signed();
        Some(if value & 1 == 0 { magnitude } else { -magnitude })
    }

    fn step(&mut self, delta: i32) -> Option<i32> {
        self.line = self.line.checked_add(delta)?;
        Some(self.line)
    }

    fn entry(&mut self) -> Option<Entry> {
        let first = self.byte()?;
        let units = u32::from(first & 0x07) + 1;
        if first & 0x80 == 0 {
            return None;
        }
        let at = match first >> 3 & 0x0F {
            form::NONE => Location::NONE,
            form::LONG => {
                let delta = self.signed_varint()?;
                let line = self.step(delta)?;
                let end_line = line.checked_add_unsigned(self.varint()?)?;
                let col = self.varint()?.cast_signed().checked_sub(1)?;
                let end_col = self.varint()?.cast_signed().checked_sub(1)?;
                Location::new(line, end_line, col, end_col)
            }
            form::NO_COLUMNS => {
                let delta = self.signed_varint()?;
                let line = self.step(delta)?;
                Location::new(line, line, -1, -1)
            }
            one_line @ form::ONE_LINE.. => {
                let line = self.step(i32::from(one_line - form::ONE_LINE))?;
                Location::new(line, line, self.byte()?.into(), self.byte()?.into())
            }
            group => {
                let columns = self.byte()?;
                let col = i32::from(group) << 3 | i32::from(columns >> 4 & 7);
                Location::new(self.line, self.line, col, col + i32::from(columns & 0x0F))
            }
        };
        Some(Entry { units, at })
    }
}

impl Iterator for Entries<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        if self.bytes.is_empty() || self.damaged {
            return None;
        }
        let entry = self.entry();
        self.damaged = entry.is_none();
        entry
    }
}

impl Code {
    /// `co_lines()`: stretches of one line, in order.
    pub fn lines(&self) -> Vec<LineRange> {
        let mut ranges: Vec<LineRange> = Vec::new();
        let mut start = 0;
        for entry in Entries::new(self) {
            let end = start + 2 * entry.units;
            let line = (!entry.at.is_none()).then_some(entry.at.line);
            match ranges.last_mut() {
                Some(last) if last.line == line => last.end = end,
                _ => ranges.push(LineRange { start, end, line }),
            }
            start = end;
        }
        ranges
    }

    /// Where a new line begins: (offset, line), as `dis.findlinestarts` has it.
    pub fn line_starts(&self) -> Vec<(u32, i32)> {
        let mut starts: Vec<(u32, i32)> = Vec::new();
        for range in self.lines() {
            if let Some(line) = range.line
                && starts.last().is_none_or(|&(_, last)| last != line)
            {
                starts.push((range.start, line));
            }
        }
        starts
    }

    /// `co_positions()`: the place of every unit, caches included.
    pub fn positions(&self) -> Vec<Location> {
        let mut places = Vec::with_capacity(self.code.len() / 2);
        for entry in Entries::new(self) {
            places.extend(std::iter::repeat_n(entry.at, entry.units as usize));
        }
        places
    }
}

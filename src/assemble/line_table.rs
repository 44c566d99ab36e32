//! Which place in the source each instruction comes from, as bytes (`assemble_location_info`).

use super::Placed;
use crate::{code::line_form, source::Location};

pub(super) struct Writer {
    bytes: Vec<u8>,
    /// Lines are written as the difference to this one.
    line: i32,
    /// Where the last instructions come from, and how many code units they take.
    at: Location,
    units: u32,
}

impl Writer {
    /// For code of so many units.
    pub(super) fn new(firstlineno: i32, units: u32) -> Self {
        let bytes = Vec::with_capacity(units as usize);
        Self { bytes, line: firstlineno, at: Location::NONE, units: 0 }
    }

    pub(super) fn instr(&mut self, instr: &Placed) {
        if instr.at != self.at {
            self.entries();
            self.at = instr.at;
        }
        self.units += instr.size();
    }

    pub(super) fn finish(mut self) -> Box<[u8]> {
        self.entries();
        self.bytes.into()
    }

    /// An entry holds at most eight units.
    fn entries(&mut self) {
        while self.units > 0 {
            let units = self.units.min(8);
            self.entry(self.at, units);
            self.units -= units;
        }
    }

    /// The shortest form that can say it.
    fn entry(&mut self, at: Location, units: u32) {
        if at.is_none() {
            return self.begin(line_form::NONE, units);
        }
        let delta = at.line - self.line;
        self.line = at.line;
        let one_line = at.end_line == at.line;
        let (col, end_col) = (at.col.cast_unsigned(), at.end_col.cast_unsigned());
        let width = end_col.wrapping_sub(col);
        match delta {
            0 if one_line && col < 80 && width < 16 => {
                self.bytes.extend([first((col >> 3) as u8, units), ((col & 7) << 4 | width) as u8]);
            }
            0..3 if one_line && col < 128 && end_col < 128 => {
                let form = line_form::ONE_LINE + delta as u8;
                self.bytes.extend([first(form, units), col as u8, end_col as u8]);
            }
            _ if (at.col < 0 || at.end_col < 0) && (one_line || at.end_line == -1) => {
                self.begin(line_form::NO_COLUMNS, units);
                self.signed(delta);
            }
            _ => {
                self.begin(line_form::LONG, units);
                self.signed(delta);
                self.unsigned(at.end_line - at.line);
                self.unsigned(at.col + 1);
                self.unsigned(at.end_col + 1);
            }
        }
    }

    fn begin(&mut self, form: u8, units: u32) {
        self.bytes.push(first(form, units));
    }

    /// The sign is the lowest bit.
    fn signed(&mut self, value: i32) {
        self.number(value.unsigned_abs() << 1 | u32::from(value < 0));
    }

    fn unsigned(&mut self, value: i32) {
        self.number(value.cast_unsigned());
    }

    /// Six bits a byte, least significant first; bit 6 says that more follow.
    fn number(&mut self, mut value: u32) {
        while value >= 64 {
            self.bytes.push((value & 0x3F) as u8 | 0x40);
            value >>= 6;
        }
        self.bytes.push(value as u8);
    }
}

/// The first byte of an entry.
fn first(form: u8, units: u32) -> u8 {
    0x80 | form << 3 | (units - 1) as u8
}

//! Which place in the source each instruction comes from, as bytes (`assemble_location_info`).

use super::Placed;
use crate::{code::line_form, source::Location};

pub(super) fn write(placed: &[Placed], firstlineno: i32) -> Box<[u8]> {
    let mut table = LineTable { bytes: Vec::with_capacity(3 * placed.len()), line: firstlineno };
    let mut at = Location::NONE;
    let mut units = 0;
    for instr in placed {
        if instr.at != at {
            table.entries(at, units);
            at = instr.at;
            units = 0;
        }
        units += instr.size;
    }
    table.entries(at, units);
    table.bytes.into()
}

struct LineTable {
    bytes: Vec<u8>,
    /// Lines are written as the difference to this one.
    line: i32,
}

impl LineTable {
    /// An entry holds at most eight units.
    fn entries(&mut self, at: Location, mut units: u32) {
        while units > 0 {
            self.entry(at, units.min(8));
            units -= units.min(8);
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
        let columns = u8::try_from(at.col).ok().zip(u8::try_from(at.end_col).ok());
        match columns.filter(|_| one_line) {
            Some((col, end_col)) if delta == 0 && col < 80 && end_col >= col && end_col - col < 16 => {
                self.bytes.extend([first(col >> 3, units), (col & 7) << 4 | (end_col - col)]);
            }
            Some((col, end_col)) if (0..3).contains(&delta) && col < 128 && end_col < 128 => {
                self.bytes.extend([first(line_form::ONE_LINE + delta as u8, units), col, end_col]);
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

//! Which instructions each handler guards, as bytes (`assemble_exception_table`).

use super::{Handler, Placed};

/// Marks the first byte of an entry.
const BEGINS_ENTRY: u8 = 0x80;
/// Says that the number goes on in the next byte.
const GOES_ON: u8 = 0x40;

#[derive(Default)]
pub(super) struct Writer {
    table: Vec<u8>,
    /// Who guards what came last, since where, and where that ends. In code units.
    current: Option<Handler>,
    start: u32,
    offset: u32,
}

impl Writer {
    pub(super) fn instr(&mut self, instr: &Placed) {
        let is_guarded = instr.handler.is_some() || self.current.is_some();
        if is_guarded
            && instr.handler.map(|handler| handler.offset) != self.current.map(|handler| handler.offset)
        {
            self.entry();
            (self.start, self.current) = (self.offset, instr.handler);
        }
        self.offset += instr.size();
    }

    pub(super) fn finish(mut self) -> Box<[u8]> {
        self.entry();
        self.table.into()
    }

    fn entry(&mut self) {
        let Some(handler) = self.current else { return };
        // The handler begins with the exception pushed, and below it the offset if it asks for it.
        let depth = handler.depth - 1 - u32::from(handler.lasti);
        let first = self.table.len();
        number(&mut self.table, self.start);
        self.table[first] |= BEGINS_ENTRY;
        number(&mut self.table, self.offset - self.start);
        number(&mut self.table, handler.offset);
        number(&mut self.table, depth << 1 | u32::from(handler.lasti));
    }
}

/// Six bits a byte, most significant first.
fn number(table: &mut Vec<u8>, value: u32) {
    for shift in [24, 18, 12, 6] {
        if value >> shift != 0 {
            table.push((value >> shift & 0x3F) as u8 | GOES_ON);
        }
    }
    table.push((value & 0x3F) as u8);
}

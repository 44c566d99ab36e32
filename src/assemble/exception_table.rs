//! Which instructions each handler guards, as bytes (`assemble_exception_table`).

use super::{Handler, Placed};

/// Marks the first byte of an entry.
const BEGINS_ENTRY: u8 = 0x80;
/// Says that the number goes on in the next byte.
const GOES_ON: u8 = 0x40;

pub(super) fn write(placed: &[Placed]) -> Box<[u8]> {
    let mut table = Vec::new();
    let mut start = 0;
    let mut offset = 0;
    let mut current: Option<Handler> = None;
    for instr in placed {
        if instr.handler.map(|handler| handler.offset) != current.map(|handler| handler.offset) {
            entry(&mut table, start, offset, current);
            start = offset;
            current = instr.handler;
        }
        offset += instr.size;
    }
    entry(&mut table, start, offset, current);
    table.into()
}

fn entry(table: &mut Vec<u8>, start: u32, end: u32, handler: Option<Handler>) {
    let Some(handler) = handler else { return };
    // The handler begins with the exception pushed, and below it the offset if it asks for it.
    let depth = handler.depth - 1 - u32::from(handler.lasti);
    let first = table.len();
    number(table, start);
    table[first] |= BEGINS_ENTRY;
    number(table, end - start);
    number(table, handler.offset);
    number(table, depth << 1 | u32::from(handler.lasti));
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

//! The exception table: where to go when an instruction raises.

use super::Code;

/// One row. All places are byte offsets, the end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExceptionEntry {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    /// The value stack is cut to this depth before the exception is pushed.
    pub depth: u32,
    /// Whether the offset of the instruction that raised is pushed under the exception.
    pub lasti: bool,
}

impl ExceptionEntry {
    /// Whether it guards the instruction at this offset.
    pub const fn covers(&self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }
}

/// Six bits a byte, most significant first; bit 6 says that more follow, bit 7 marks an entry's beginning.
fn varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut value: u32 = 0;
    loop {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value = value.checked_mul(64)? | u32::from(byte & 0x3F);
        if byte & 0x40 == 0 {
            return Some(value);
        }
    }
}

/// The rows of a table, or `None` if it is damaged.
pub(super) fn parse(mut table: &[u8]) -> Option<Vec<ExceptionEntry>> {
    let mut entries = Vec::new();
    while !table.is_empty() {
        let start = varint(&mut table)?.checked_mul(2)?;
        let end = varint(&mut table)?.checked_mul(2)?.checked_add(start)?;
        let target = varint(&mut table)?.checked_mul(2)?;
        let depth = varint(&mut table)?;
        entries.push(ExceptionEntry { start, end, target, depth: depth >> 1, lasti: depth & 1 != 0 });
    }
    Some(entries)
}

impl Code {
    pub fn exception_entries(&self) -> Vec<ExceptionEntry> {
        parse(&self.exceptiontable).unwrap_or_default()
    }
}

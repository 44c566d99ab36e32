//! Looks for a byte in others, eight at a time. Knows nothing of what they mean.

const ONES: u64 = u64::from_le_bytes([1; SIZE]);
const SIZE: usize = 8;

/// Where a byte stands among eight: the highest bit of each one, the first lowest. Behind the first, one too many may be
/// marked.
fn marks(byte: u8, bytes: [u8; SIZE]) -> u64 {
    let differences = u64::from_le_bytes(bytes) ^ (ONES * u64::from(byte));
    differences.wrapping_sub(ONES) & !differences & (ONES << 7)
}

fn first(marks: u64) -> usize {
    marks.trailing_zeros() as usize / 8
}

/// Where a byte stands first.
#[inline]
pub fn find(byte: u8, bytes: &[u8]) -> Option<usize> {
    let (pieces, rest) = bytes.as_chunks::<SIZE>();
    for (at, piece) in pieces.iter().enumerate() {
        let marks = marks(byte, *piece);
        if marks != 0 {
            return Some(at * SIZE + first(marks));
        }
    }
    rest.iter().position(|&other| other == byte).map(|at| pieces.len() * SIZE + at)
}

/// Shows every place where a byte stands, in order.
pub(super) fn each(byte: u8, bytes: &[u8], mut show: impl FnMut(usize)) {
    let (pieces, rest) = bytes.as_chunks::<SIZE>();
    for (at, piece) in pieces.iter().enumerate() {
        if marks(byte, *piece) != 0 {
            for (inside, _) in piece.iter().enumerate().filter(|(_, other)| **other == byte) {
                show(at * SIZE + inside);
            }
        }
    }
    for (inside, _) in rest.iter().enumerate().filter(|(_, other)| **other == byte) {
        show(pieces.len() * SIZE + inside);
    }
}

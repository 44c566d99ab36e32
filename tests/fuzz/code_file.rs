//! Code files that are nearly right: what damages them knows where their lengths, types, references and
//! instructions are.

use std::ops::Range;

use crate::random::{Random, changes};

const HEADER: usize = 16;
/// What an object can begin with, whether a code object may hold it or not.
const TYPES: &[u8] = b"NTF.SiIlgyfxsutzZaAr()[{><cR0?";
const NUMBERS: &[u32] =
    &[0, 1, 2, 3, 127, 128, 255, 256, 0x7FFF, 0xFFFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF];

/// Where something stands in the bytes.
#[derive(Debug, Default)]
struct Map {
    /// The first bytes of objects.
    types: Vec<usize>,
    /// Lengths and references, of four bytes.
    numbers: Vec<usize>,
    /// Lengths of one byte.
    short_lengths: Vec<usize>,
    /// Whole objects.
    objects: Vec<Range<usize>>,
    /// What byte strings hold: instructions, tables, kinds of variables.
    contents: Vec<Range<usize>>,
}

/// Walks objects as long as they make sense.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    map: Map,
}

impl Walk<'_> {
    fn skip(&mut self, count: usize) -> Option<Range<usize>> {
        let end = self.at.checked_add(count).filter(|end| *end <= self.bytes.len())?;
        Some(std::mem::replace(&mut self.at, end)..end)
    }

    fn number(&mut self) -> Option<usize> {
        let range = self.skip(4)?;
        self.map.numbers.push(range.start);
        let bytes = self.bytes[range].try_into().expect("four bytes");
        usize::try_from(i32::from_le_bytes(bytes).unsigned_abs()).ok()
    }

    fn short(&mut self) -> Option<usize> {
        let at = self.skip(1)?.start;
        self.map.short_lengths.push(at);
        Some(self.bytes[at].into())
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        let start = self.skip(1)?.start;
        self.map.types.push(start);
        match self.bytes[start] & 0x7F {
            b'N' | b'T' | b'F' | b'.' | b'S' => {}
            b'i' | b'r' => {
                self.number()?;
            }
            b'I' | b'g' => {
                self.skip(8)?;
            }
            b'y' => {
                self.skip(16)?;
            }
            b'l' => {
                let digits = self.number()?;
                self.skip(digits.checked_mul(2)?)?;
            }
            b's' | b'u' | b't' | b'a' | b'A' => {
                let length = self.number()?;
                let range = self.skip(length)?;
                self.map.contents.push(range);
            }
            b'z' | b'Z' => {
                let length = self.short()?;
                self.skip(length)?;
            }
            b')' => {
                let count = self.short()?;
                self.objects(count, depth)?;
            }
            b'(' | b'>' => {
                let count = self.number()?;
                self.objects(count, depth)?;
            }
            b'c' => {
                for _ in 0..5 {
                    self.number()?;
                }
                self.objects(8, depth)?;
                self.number()?;
                self.objects(2, depth)?;
            }
            _ => return None,
        }
        self.map.objects.push(start..self.at);
        Some(())
    }

    fn objects(&mut self, count: usize, depth: usize) -> Option<()> {
        if depth == 0 {
            return None;
        }
        (0..count).try_for_each(|_| self.object(depth - 1))
    }
}

fn map(bytes: &[u8]) -> Map {
    let mut walk = Walk { bytes, at: HEADER.min(bytes.len()), map: Map::default() };
    // Where the bytes stop making sense, the map stops.
    let _ = walk.object(100);
    walk.map
}

/// An input of the given number.
pub fn input(files: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = random.pick(files).clone();
    for _ in 0..changes(random) {
        mutate(&mut bytes, files, random);
    }
    bytes
}

/// An input whose objects are whole: only what its strings hold is changed, or which objects they are.
pub fn altered_code(files: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = random.pick(files).clone();
    for _ in 0..changes(random) {
        let map = map(&bytes);
        if map.contents.is_empty() || map.objects.is_empty() {
            break;
        }
        match random.below(8) {
            0 => splice(&mut bytes, &map, files, random),
            1 => number(&mut bytes, *random.pick(&map.numbers), random),
            _ => content(&mut bytes, random.pick(&map.contents).clone(), random),
        }
    }
    bytes
}

fn mutate(bytes: &mut Vec<u8>, files: &[Vec<u8>], random: &mut Random) {
    let map = map(bytes);
    match random.below(24) {
        0..=2 if !map.types.is_empty() => {
            let flag = if random.once_in(2) { 0x80 } else { 0 };
            bytes[*random.pick(&map.types)] = random.pick(TYPES) | flag;
        }
        3..=6 if !map.numbers.is_empty() => number(bytes, *random.pick(&map.numbers), random),
        7 if !map.short_lengths.is_empty() => {
            let at = *random.pick(&map.short_lengths);
            bytes[at] = *random.pick(&[0, 1, 255, bytes[at].wrapping_add(1), bytes[at].wrapping_sub(1)]);
        }
        8..=10 if !map.objects.is_empty() => splice(bytes, &map, files, random),
        11..=17 if !map.contents.is_empty() => content(bytes, random.pick(&map.contents).clone(), random),
        18 => bytes.truncate(random.below(bytes.len() + 1)),
        19 => {
            let other = random.pick(files);
            bytes.extend(&other[random.below(other.len())..]);
        }
        20 if !map.objects.is_empty() => {
            let object = random.pick(&map.objects).clone();
            let times = if random.once_in(3) { random.between(900, 3000) } else { random.between(1, 5) };
            let around = *random.pick::<&[u8]>(&[b")\x01", b"\xA9\x01", b"(\x01\0\0\0", b">\x01\0\0\0"]);
            bytes.splice(object.start..object.start, around.repeat(times));
        }
        21 => {
            let at = random.below(HEADER).min(bytes.len().saturating_sub(1));
            bytes[at..].iter_mut().take(1).for_each(|byte| *byte = random.byte() & 3);
        }
        _ if bytes.is_empty() => bytes.push(random.byte()),
        _ => {
            let at = random.below(bytes.len());
            bytes[at] ^= 1 << random.below(8);
        }
    }
}

fn number(bytes: &mut [u8], at: usize, random: &mut Random) {
    let old = u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    let new = match random.below(4) {
        0 => old.wrapping_add(1),
        1 => old.wrapping_sub(1),
        2 => random.below(64) as u32,
        _ => *random.pick(NUMBERS),
    };
    bytes[at..at + 4].copy_from_slice(&new.to_le_bytes());
}

/// An object goes, comes twice, or becomes another one, of this file or of another.
fn splice(bytes: &mut Vec<u8>, objects: &Map, files: &[Vec<u8>], random: &mut Random) {
    let here = random.pick(&objects.objects).clone();
    let there = random.pick(&objects.objects).clone();
    match random.below(4) {
        0 => drop(bytes.drain(here)),
        1 => {
            let piece = bytes[there].to_vec();
            bytes.splice(here.start..here.start, piece);
        }
        2 => {
            let piece = bytes[there].to_vec();
            bytes.splice(here, piece);
        }
        _ => {
            let other = random.pick(files);
            let objects = map(other).objects;
            let piece = other[random.pick(&objects).clone()].to_vec();
            bytes.splice(here, piece);
        }
    }
}

/// Bytes within a string: mostly an instruction or its argument, or an entry of a table.
fn content(bytes: &mut [u8], range: Range<usize>, random: &mut Random) {
    if range.is_empty() {
        return;
    }
    for _ in 0..random.between(1, 4) {
        let at = random.between(range.start, range.end);
        let unit = range.start + ((at - range.start) & !1);
        match random.below(6) {
            0 => bytes[unit] = random.byte(),
            1 => bytes[(unit + 1).min(range.end - 1)] = random.below(8) as u8,
            2 => bytes[(unit + 1).min(range.end - 1)] = random.byte(),
            3 => bytes[at] = random.byte(),
            4 => {
                let from = range.start + random.below(range.len()) / 2 * 2;
                let count = random.between(1, 9).min(range.end - from.max(unit));
                bytes.copy_within(from..from + count, unit);
            }
            _ => bytes[at] = bytes[at].wrapping_add(1),
        }
    }
}

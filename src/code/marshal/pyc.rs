//! The sixteen bytes before the code object in a `.pyc`: magic number, flags, and what to compare with the source.

use std::{hash::Hasher, rc::Rc};

use siphasher::sip::SipHasher13;

use super::{Error, read, write};
use crate::{
    code::Code,
    dialect::{Dialect, version_of_magic},
};

/// A compiled module as it lies on disk.
#[derive(Clone, Debug, PartialEq)]
pub struct Pyc {
    pub header: Header,
    pub code: Rc<Code>,
}

/// How the importer tells whether the file is still true to its source (PEP 552).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// The source's modification time and size, both modulo 2^32.
    Timestamp { mtime: u32, size: u32 },
    /// The source's SipHash; `checked` asks the importer to compare it.
    Hash { hash: [u8; 8], checked: bool },
}

const HASH_BASED: u32 = 0b01;
const CHECK_SOURCE: u32 = 0b10;

impl Pyc {
    pub fn read(bytes: &[u8], dialect: &Dialect) -> Result<Self, Error> {
        let Some((magic, rest)) = bytes.split_first_chunk::<4>() else {
            return Err(Error::new("not a .pyc file: too short for its header"));
        };
        if *magic != dialect.magic {
            return Err(Error::new(other_magic(*magic, dialect)));
        }
        let Some((header, body)) = rest.split_first_chunk::<12>() else {
            return Err(Error::new("damaged .pyc file: the header is cut off"));
        };
        let (flags, stamp) = header.split_first_chunk::<4>().expect("four of twelve");
        let header = Header::read(u32::from_le_bytes(*flags), stamp)?;
        let (code, rest) = read(body, dialect)?;
        match rest.len() {
            0 => Ok(Self { header, code }),
            count => Err(Error::new(format!("damaged .pyc file: bytes after its code object ({count})"))),
        }
    }

    pub fn write(&self, dialect: &Dialect) -> Vec<u8> {
        let mut bytes = dialect.magic.to_vec();
        self.header.write(&mut bytes);
        bytes.extend(write(&self.code));
        bytes
    }
}

impl Header {
    fn read(flags: u32, stamp: &[u8]) -> Result<Self, Error> {
        let stamp: [u8; 8] = stamp.try_into().expect("twelve bytes less the flags");
        if flags & !(HASH_BASED | CHECK_SOURCE) != 0 {
            return Err(Error::new(format!("damaged .pyc file: unknown flags {flags:#x} in its header")));
        }
        if flags & HASH_BASED != 0 {
            return Ok(Self::Hash { hash: stamp, checked: flags & CHECK_SOURCE != 0 });
        }
        let [a, b, c, d, e, f, g, h] = stamp;
        Ok(Self::Timestamp {
            mtime: u32::from_le_bytes([a, b, c, d]),
            size: u32::from_le_bytes([e, f, g, h]),
        })
    }

    fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Timestamp { mtime, size } => {
                out.extend(0u32.to_le_bytes());
                out.extend(mtime.to_le_bytes());
                out.extend(size.to_le_bytes());
            }
            Self::Hash { hash, checked } => {
                let flags = HASH_BASED | if checked { CHECK_SOURCE } else { 0 };
                out.extend(flags.to_le_bytes());
                out.extend(hash);
            }
        }
    }
}

/// What a hash-based header keeps of a source: its SipHash, the magic number being the key.
pub fn source_hash(source: &[u8], dialect: &Dialect) -> [u8; 8] {
    let mut hasher = SipHasher13::new_with_keys(u32::from_le_bytes(dialect.magic).into(), 0);
    hasher.write(source);
    hasher.finish().to_le_bytes()
}

/// CPython's magic is a number followed by CR LF, so text that passed through an editor is noticed.
fn other_magic(magic: [u8; 4], dialect: &Dialect) -> String {
    let [low, high, rest @ ..] = magic;
    if rest != *b"\r\n" {
        return "not a .pyc file: it does not begin with a magic number".to_owned();
    }
    let found = u16::from_le_bytes([low, high]);
    let wanted = u16::from_le_bytes([dialect.magic[0], dialect.magic[1]]);
    let writer = match version_of_magic(found) {
        Some(version) if version == dialect.name => format!("an early Python {version}"),
        Some(version) => format!("Python {version}"),
        None => "an unknown Python".to_owned(),
    };
    format!("written by {writer}: its magic number is {found}, that of Python {} is {wanted}", dialect.name)
}

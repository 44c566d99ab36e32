//! A Python `str`: Unicode text in which lone surrogates are allowed.

use std::rc::Rc;

/// Shared, immutable text. Nearly all text is plain UTF-8; only what holds a lone surrogate is kept as
/// generalised UTF-8, so equal texts always have equal representations.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Text {
    Utf8(Rc<str>),
    /// Generalised UTF-8 with at least one lone surrogate (each as three bytes `ED A0..BF 80..BF`).
    Surrogates(Rc<[u8]>),
}

impl Text {
    /// Builds text from code points; those above U+10FFFF are an error of the caller.
    pub fn from_code_points(points: impl IntoIterator<Item = u32>) -> Self {
        let mut bytes = Vec::new();
        let mut lone = false;
        for point in points {
            match char::from_u32(point) {
                Some(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
                None => {
                    assert!(point <= 0xFFFF, "a code point is at most U+10FFFF");
                    lone = true;
                    bytes.extend([0xED, 0x80 | (point >> 6 & 0x3F) as u8, 0x80 | (point & 0x3F) as u8]);
                }
            }
        }
        if lone {
            return Self::Surrogates(bytes.into());
        }
        Self::Utf8(String::from_utf8(bytes).expect("encoded from chars").into())
    }

    /// Builds text from UTF-8 in which lone surrogates are allowed; `None` if it is not that.
    pub fn from_generalised_utf8(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        loop {
            let valid = match std::str::from_utf8(rest) {
                Ok(_) if rest.len() == bytes.len() => return std::str::from_utf8(bytes).ok().map(Self::from),
                Ok(_) => return Some(Self::Surrogates(bytes.into())),
                Err(error) => error.valid_up_to(),
            };
            match &rest[valid..] {
                [0xED, 0xA0..=0xBF, 0x80..=0xBF, after @ ..] => rest = after,
                _ => return None,
            }
        }
    }

    /// The text as a `str`, unless it holds a lone surrogate.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Utf8(text) => Some(text),
            Self::Surrogates(_) => None,
        }
    }

    /// The (generalised) UTF-8 bytes.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Utf8(text) => text.as_bytes(),
            Self::Surrogates(bytes) => bytes,
        }
    }

    /// The code points, surrogates included.
    pub fn code_points(&self) -> impl Iterator<Item = u32> + '_ {
        let bytes = self.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            let first = u32::from(*bytes.get(at)?);
            let (len, mut point) = match first {
                0..0x80 => (1, first),
                0x80..0xE0 => (2, first & 0x1F),
                0xE0..0xF0 => (3, first & 0x0F),
                _ => (4, first & 0x07),
            };
            for &next in &bytes[at + 1..at + len] {
                point = point << 6 | u32::from(next) & 0x3F;
            }
            at += len;
            Some(point)
        })
    }

    /// The text with each lone surrogate replaced by U+FFFD, for a screen.
    pub fn to_lossy(&self) -> String {
        self.code_points().map(|point| char::from_u32(point).unwrap_or('\u{FFFD}')).collect()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Utf8(text.into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Utf8(text.into())
    }
}

impl From<Rc<str>> for Text {
    fn from(text: Rc<str>) -> Self {
        Self::Utf8(text)
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.to_lossy())
    }
}

//! The formats of a view's items: bytes as objects, and objects as bytes. Knows no views.

use num_traits::ToPrimitive;

use super::{Escape, Heap, Obj, Sym, Value};

/// What the items are: a letter of the module `struct`, perhaps after an `@`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    pub letter: u8,
    pub marked: bool,
}

/// An item taken out.
pub(super) enum Item {
    Int(i128),
    Float(f64),
    Bool(bool),
    Byte(u8),
}

impl Format {
    pub(super) const BYTES: Self = Self { letter: b'B', marked: false };

    /// The format with this text, if it is a native one of one letter.
    pub fn of(text: &str) -> Option<Self> {
        let (marked, rest) = text.strip_prefix('@').map_or((false, text), |rest| (true, rest));
        match rest.as_bytes() {
            [letter] if b"cbB?hHiIlLqQnNfdeP".contains(letter) => Some(Self { letter: *letter, marked }),
            _ => None,
        }
    }

    pub fn text(self) -> String {
        format!("{}{}", if self.marked { "@" } else { "" }, char::from(self.letter))
    }

    /// How many bytes an item has.
    pub fn size(self) -> usize {
        match self.letter {
            b'c' | b'b' | b'B' | b'?' => 1,
            b'h' | b'H' | b'e' => 2,
            b'i' | b'I' | b'f' => 4,
            _ => 8,
        }
    }

    pub fn is_bytes(self) -> bool {
        matches!(self.letter, b'c' | b'b' | b'B')
    }

    fn is_signed(self) -> bool {
        matches!(self.letter, b'b' | b'h' | b'i' | b'l' | b'q' | b'n')
    }

    pub(super) fn unpack(self, bytes: &[u8]) -> Item {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        let word = u64::from_le_bytes(word);
        match self.letter {
            b'c' => Item::Byte(bytes[0]),
            b'?' => Item::Bool(word != 0),
            b'e' => Item::Float(half_as_float(word as u16)),
            b'f' => Item::Float(f32::from_bits(word as u32).into()),
            b'd' => Item::Float(f64::from_bits(word)),
            _ if self.is_signed() => {
                let unused = 64 - 8 * bytes.len();
                Item::Int((((word << unused) as i64) >> unused).into())
            }
            _ => Item::Int(word.into()),
        }
    }
}

impl Item {
    pub(super) fn equals(&self, other: &Self) -> bool {
        let number = |item: &Self| match *item {
            Self::Int(int) => Some(int),
            Self::Bool(bool) => Some(bool.into()),
            Self::Float(float) if float.fract() == 0.0 && float.abs() < 1e20 => Some(float as i128),
            _ => None,
        };
        match (self, other) {
            (Self::Float(x), Self::Float(y)) => x == y,
            (Self::Byte(x), Self::Byte(y)) => x == y,
            _ => number(self).is_some() && number(self) == number(other),
        }
    }
}

impl Heap {
    /// An object as the bytes of an item.
    pub(super) fn pack(&mut self, format: Format, value: Value) -> Result<Vec<u8>, Escape> {
        let letter = char::from(format.letter);
        let wrong_type =
            |heap: &mut Self| heap.type_error(format!("memoryview: invalid type for format '{letter}'"));
        let wrong_value =
            |heap: &mut Self| heap.value_error(format!("memoryview: invalid value for format '{letter}'"));
        match letter {
            '?' => Ok(vec![self.truth(value)?.into()]),
            'c' => match value.handle().map(|handle| self.obj(handle)) {
                Some(Obj::Bytes(bytes)) if bytes.len() == 1 => Ok(bytes.to_vec()),
                Some(Obj::Bytes(_)) => Err(wrong_value(self)),
                _ => Err(wrong_type(self)),
            },
            'e' | 'f' | 'd' => {
                if [Sym::Float, Sym::Index].iter().any(|&name| self.user_special(value, name).is_some()) {
                    return Err(Escape::Twin);
                }
                if self.real(value).is_none() {
                    return Err(wrong_type(self));
                }
                let Ok(float) = self.to_float(value) else { return Err(wrong_value(self)) };
                match letter {
                    'e' => float_as_half(float)
                        .map(|half| half.to_le_bytes().to_vec())
                        .ok_or_else(|| wrong_value(self)),
                    'f' => Ok((float as f32).to_le_bytes().to_vec()),
                    _ => Ok(float.to_le_bytes().to_vec()),
                }
            }
            _ => {
                // A pointer is an int and nothing that stands for one.
                if letter != 'P' && self.user_special(value, Sym::Index).is_some() {
                    return Err(Escape::Twin);
                }
                let Some(int) = self.big_int(value) else { return Err(wrong_type(self)) };
                let bits = 8 * format.size() as u32;
                let low = if format.is_signed() || letter == 'P' { -(1i128 << (bits - 1)) } else { 0 };
                let high = (1i128 << (bits - u32::from(format.is_signed()))) - 1;
                match int.to_i128().filter(|int| (low..=high).contains(int)) {
                    Some(int) => Ok(int.to_le_bytes()[..format.size()].to_vec()),
                    None => Err(wrong_value(self)),
                }
            }
        }
    }
}

/// A float of 16 bits: a sign, 5 bits of exponent, 10 of fraction.
fn half_as_float(half: u16) -> f64 {
    let fraction = f64::from(half & 0x3ff) / 1024.0;
    let size = match half >> 10 & 0x1f {
        0 => fraction * 2f64.powi(-14),
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        exponent => (1.0 + fraction) * 2f64.powi(i32::from(exponent) - 15),
    };
    if half >> 15 == 1 { -size } else { size }
}

/// The nearest float of 16 bits, the even one of two; none where it is too large for that.
fn float_as_half(float: f64) -> Option<u16> {
    let sign = u16::from(float.is_sign_negative()) << 15;
    let size = float.abs();
    if float.is_nan() {
        return Some(sign | 0x7e00);
    }
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // Below the smallest normal one all have its exponent. What rounding carries over belongs to the exponent.
    let exponent = if size < 2f64.powi(-14) { -14 } else { (size.to_bits() >> 52) as i32 - 1023 };
    let steps = (size / 2f64.powi(exponent - 10)).round_ties_even();
    let bits = steps + f64::from(exponent + 14) * 1024.0;
    if bits < f64::from(0x7c00) { Some(sign | bits as u16) } else { None }
}

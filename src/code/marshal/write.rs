//! Code object to bytes, in version 4 of the format. Names are written once and referred to afterwards, as
//! CPython does with interned strings; other sharing is left out, which readers do not notice.

use std::collections::HashMap;

use num_bigint::{BigInt, Sign};

use super::FLAG_REF;
use crate::{
    code::{Code, Const},
    source::Text,
    syntax::{Constant, ast::Name},
};

/// Writes one code object with all it holds.
pub fn write(code: &Code) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.code(code);
    writer.out
}

#[derive(Default)]
struct Writer {
    out: Vec<u8>,
    /// The reference number of each interned string written so far.
    interned: HashMap<Text, u32>,
}

impl Writer {
    fn int(&mut self, value: u32) {
        self.out.extend(value.to_le_bytes());
    }

    fn length(&mut self, length: usize) {
        self.int(u32::try_from(length).expect("sizes in a code object fit 32 bits"));
    }

    fn code(&mut self, code: &Code) {
        self.out.push(b'c');
        for count in [code.argcount, code.posonlyargcount, code.kwonlyargcount, code.stacksize, code.flags] {
            self.int(count);
        }
        self.bytes(&code.code);
        self.tuple_head(code.consts.len());
        for constant in &code.consts {
            match constant {
                Const::Plain(constant) => self.constant(constant),
                Const::Code(code) => self.code(code),
            }
        }
        self.names(code.names.len(), code.names.iter());
        self.names(code.localsplus.len(), code.localsplus.iter().map(|(name, _)| name));
        let kinds: Vec<u8> = code.localsplus.iter().map(|(_, kind)| kind.0).collect();
        self.bytes(&kinds);
        self.name(&code.filename);
        self.name(&code.name);
        self.name(&code.qualname);
        self.int(code.firstlineno.cast_unsigned());
        self.bytes(&code.linetable);
        self.bytes(&code.exceptiontable);
    }

    fn names<'a>(&mut self, count: usize, names: impl Iterator<Item = &'a Name>) {
        self.tuple_head(count);
        for name in names {
            self.name(name);
        }
    }

    fn name(&mut self, name: &Name) {
        self.interned(&Text::Utf8(name.clone()));
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.out.push(b's');
        self.length(bytes.len());
        self.out.extend(bytes);
    }

    fn tuple_head(&mut self, count: usize) {
        match u8::try_from(count) {
            Ok(count) => self.out.extend([b')', count]),
            Err(_) => {
                self.out.push(b'(');
                self.length(count);
            }
        }
    }

    fn constant(&mut self, constant: &Constant) {
        match constant {
            Constant::None => self.out.push(b'N'),
            Constant::Ellipsis => self.out.push(b'.'),
            Constant::Bool(false) => self.out.push(b'F'),
            Constant::Bool(true) => self.out.push(b'T'),
            Constant::Int(value) => match i32::try_from(*value) {
                Ok(value) => {
                    self.out.push(b'i');
                    self.int(value.cast_unsigned());
                }
                Err(_) => self.long(&BigInt::from(*value)),
            },
            Constant::BigInt(value) => self.long(value),
            Constant::Float(value) => {
                self.out.push(b'g');
                self.out.extend(value.to_le_bytes());
            }
            Constant::Complex { re, im } => {
                self.out.push(b'y');
                self.out.extend(re.to_le_bytes());
                self.out.extend(im.to_le_bytes());
            }
            Constant::Str(text) if looks_like_a_name(text) => self.interned(text),
            Constant::Str(text) => self.text(text, false),
            Constant::Bytes(bytes) => self.bytes(bytes),
            Constant::Tuple(items) => {
                self.tuple_head(items.len());
                items.iter().for_each(|item| self.constant(item));
            }
            Constant::FrozenSet(items) => {
                self.out.push(b'>');
                self.length(items.len());
                items.iter().for_each(|item| self.constant(item));
            }
        }
    }

    /// Digits of fifteen bits, least first; their count carries the sign.
    fn long(&mut self, value: &BigInt) {
        let bits = value.magnitude().to_radix_le(2);
        let digits: Vec<u16> = bits
            .chunks(15)
            .map(|chunk| chunk.iter().rev().fold(0, |digit, &bit| digit << 1 | u16::from(bit)))
            .collect();
        let count = i32::try_from(digits.len()).expect("an int of a program fits its file");
        self.out.push(b'l');
        self.int(if value.sign() == Sign::Minus { -count } else { count }.cast_unsigned());
        self.out.extend(digits.iter().flat_map(|digit| digit.to_le_bytes()));
    }

    fn interned(&mut self, text: &Text) {
        if let Some(&number) = self.interned.get(text) {
            self.out.push(b'r');
            self.int(number);
            return;
        }
        let number = u32::try_from(self.interned.len()).expect("fewer names than 2^32");
        self.interned.insert(text.clone(), number);
        self.text(text, true);
    }

    fn text(&mut self, text: &Text, interned: bool) {
        let bytes = text.as_bytes();
        let ascii = bytes.is_ascii();
        let kind = match (ascii, ascii && bytes.len() < 256, interned) {
            (true, true, true) => b'Z',
            (true, true, false) => b'z',
            (true, false, true) => b'A',
            (true, false, false) => b'a',
            (false, _, true) => b't',
            (false, _, false) => b'u',
        };
        self.out.push(if interned { kind | FLAG_REF } else { kind });
        match u8::try_from(bytes.len()) {
            Ok(short) if ascii => self.out.push(short),
            _ => self.length(bytes.len()),
        }
        self.out.extend(bytes);
    }
}

/// CPython interns the string constants that could be names.
fn looks_like_a_name(text: &Text) -> bool {
    text.as_bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

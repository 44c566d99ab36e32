//! Code object to bytes, in version 4 of the format and with CPython's own references.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use num_bigint::{BigInt, Sign};

use super::{
    FLAG_REF,
    shared::{CodeObject, Graph, Id, Kind, Object},
};
use crate::{code::Code, source::Text};

/// Writes one code object with all it holds: the bytes of `marshal.dumps` where the module has just been compiled.
///
/// CPython's process shows in its bytes at three places, and there they may differ: a class in a function or class
/// whose dotted name the process had interned before, a constant that is an identifier outside ASCII, and a set of
/// strings that several functions share.
pub fn write(code: &Code) -> Vec<u8> {
    let graph = Graph::of(code);
    let alone = RefCell::default();
    let mut writer = Writer::new(&graph, &alone);
    writer.object(graph.root(), false);
    writer.out
}

struct Writer<'a> {
    graph: &'a Graph,
    out: Vec<u8>,
    /// The numbers of the objects that can be referred to.
    numbers: HashMap<Id, u32>,
    alone: &'a Alone,
}

/// The bytes of set elements by themselves: found once, or sets in sets would double the work at each level.
type Alone = RefCell<HashMap<Id, Rc<[u8]>>>;

impl<'a> Writer<'a> {
    fn new(graph: &'a Graph, alone: &'a Alone) -> Self {
        Self { graph, out: Vec::new(), numbers: HashMap::new(), alone }
    }

    fn int(&mut self, value: u32) {
        self.out.extend(value.to_le_bytes());
    }

    fn length(&mut self, length: usize) {
        self.int(u32::try_from(length).expect("sizes in a code object fit 32 bits"));
    }

    /// `held` says that whoever writes it holds it once more.
    fn object(&mut self, id: Id, held: bool) {
        if let Object::Single(kind) = self.graph.object(id) {
            self.out.push(*kind);
            return;
        }
        if let Some(&number) = self.numbers.get(&id) {
            self.out.push(b'r');
            self.int(number);
            return;
        }
        let mut flag = 0;
        if held || self.graph.is_shared(id) {
            flag = FLAG_REF;
            let number = u32::try_from(self.numbers.len()).expect("fewer objects than 2^32");
            self.numbers.insert(id, number);
        }
        self.body(id, flag);
    }

    fn body(&mut self, id: Id, flag: u8) {
        match self.graph.object(id) {
            Object::Single(kind) => self.out.push(*kind),
            Object::Int(value) => match i32::try_from(*value) {
                Ok(value) => {
                    self.out.push(b'i' | flag);
                    self.int(value.cast_unsigned());
                }
                Err(_) => self.long(&BigInt::from(*value), flag),
            },
            Object::Long(value) => self.long(value, flag),
            Object::Float(bits) => {
                self.out.push(b'g' | flag);
                self.out.extend(bits.to_le_bytes());
            }
            Object::Complex(re, im) => {
                self.out.push(b'y' | flag);
                self.out.extend(re.to_le_bytes());
                self.out.extend(im.to_le_bytes());
            }
            Object::Str(text, kind) => self.text(text, *kind == Kind::Interned, flag),
            Object::Bytes(bytes) => {
                self.out.push(b's' | flag);
                self.length(bytes.len());
                self.out.extend_from_slice(bytes);
            }
            Object::Tuple(items) => self.tuple(items, flag),
            Object::FrozenSet(items) => self.set(items, flag),
            Object::Code(code) => self.code(code, flag),
        }
    }

    fn code(&mut self, code: &CodeObject, flag: u8) {
        self.out.push(b'c' | flag);
        for number in code.numbers {
            self.int(number);
        }
        let (before, tables) = code.parts.split_at(8);
        before.iter().for_each(|part| self.object(*part, false));
        self.int(code.firstlineno.cast_unsigned());
        tables.iter().for_each(|part| self.object(*part, false));
    }

    fn tuple(&mut self, items: &[Id], flag: u8) {
        match u8::try_from(items.len()) {
            Ok(count) => self.out.extend([b')' | flag, count]),
            Err(_) => {
                self.out.push(b'(' | flag);
                self.length(items.len());
            }
        }
        items.iter().for_each(|item| self.object(*item, false));
    }

    /// In the order of the bytes that each element would be by itself: a set has none of its own.
    fn set(&mut self, items: &[Id], flag: u8) {
        self.out.push(b'>' | flag);
        self.length(items.len());
        let mut sorted: Vec<(Rc<[u8]>, Id)> = items.iter().map(|item| (self.alone(*item), *item)).collect();
        sorted.sort();
        sorted.iter().for_each(|(_, item)| self.object(*item, true));
    }

    fn alone(&self, id: Id) -> Rc<[u8]> {
        if let Some(known) = self.alone.borrow().get(&id) {
            return known.clone();
        }
        let mut writer = Writer::new(self.graph, self.alone);
        writer.object(id, false);
        let bytes: Rc<[u8]> = writer.out.into();
        self.alone.borrow_mut().insert(id, bytes.clone());
        bytes
    }

    /// Digits of fifteen bits, least first; their count carries the sign.
    fn long(&mut self, value: &BigInt, flag: u8) {
        let bits = value.magnitude().to_radix_le(2);
        let digits: Vec<u16> = bits
            .chunks(15)
            .map(|chunk| chunk.iter().rev().fold(0, |digit, &bit| digit << 1 | u16::from(bit)))
            .collect();
        let count = i32::try_from(digits.len()).expect("an int of a program fits its file");
        self.out.push(b'l' | flag);
        self.int(if value.sign() == Sign::Minus { -count } else { count }.cast_unsigned());
        self.out.extend(digits.iter().flat_map(|digit| digit.to_le_bytes()));
    }

    fn text(&mut self, text: &Text, interned: bool, flag: u8) {
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
        self.out.push(kind | flag);
        match u8::try_from(bytes.len()) {
            Ok(short) if ascii => self.out.push(short),
            _ => self.length(bytes.len()),
        }
        self.out.extend(bytes);
    }
}

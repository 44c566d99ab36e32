//! The constants of a unit, each kept once. Knows when the compiler takes two constants for one.

use rustc_hash::FxHashMap;

use crate::{
    code::{Code, Const},
    source::Text,
    syntax::Constant,
};

/// A growing list of distinct constants.
///
/// Two are one when type and value agree all the way down: `1`, `True` and `1.0` stay apart, so do `0.0`
/// and `-0.0`, and so do tuples that hold them.
#[derive(Clone, Debug, Default)]
pub struct Consts {
    list: Vec<Const>,
    by_value: FxHashMap<Simple, u32>,
    /// All others.
    by_key: FxHashMap<Box<[u8]>, u32>,
    /// How many of the list have their keys already: most lists are never added to again.
    keyed: usize,
    /// Where keys are made.
    key: Key,
}

impl Consts {
    /// A table that holds what a unit has collected so far.
    pub fn new(list: Vec<Const>) -> Self {
        Self { list, ..Self::default() }
    }

    /// The constant's index, a new one where it is not in the table yet.
    pub fn add(&mut self, constant: Const) -> u32 {
        while self.keyed < self.list.len() {
            let known = self.list[self.keyed].clone();
            self.index(&known, self.keyed);
            self.keyed += 1;
        }
        let next = self.list.len();
        let index = self.index(&constant, next);
        if index == next {
            self.list.push(constant);
            self.keyed += 1;
        }
        u32::try_from(index).expect("fewer constants than 2^32")
    }

    /// The index of the constant that is taken for the same; its own, if there is none.
    fn index(&mut self, constant: &Const, own: usize) -> usize {
        let number = u32::try_from(own).expect("fewer constants than 2^32");
        if let Some(simple) = Simple::of(constant) {
            return *self.by_value.entry(simple).or_insert(number) as usize;
        }
        self.key.make(constant);
        if let Some(&known) = self.by_key.get(&*self.key.bytes) {
            return known as usize;
        }
        self.by_key.insert(self.key.bytes.as_slice().into(), number);
        own
    }

    pub fn get(&self, index: u32) -> &Const {
        &self.list[index as usize]
    }

    pub fn as_slice(&self) -> &[Const] {
        &self.list
    }

    pub fn into_vec(self) -> Vec<Const> {
        self.list
    }
}

/// Most constants are of a kind that can be compared as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Simple {
    None,
    Bool(bool),
    Int(i64),
    Str(Text),
}

impl Simple {
    fn of(constant: &Const) -> Option<Self> {
        match constant {
            Const::Plain(Constant::None) => Some(Self::None),
            Const::Plain(Constant::Bool(value)) => Some(Self::Bool(*value)),
            Const::Plain(Constant::Int(value)) => Some(Self::Int(*value)),
            Const::Plain(Constant::Str(text)) => Some(Self::Str(text.clone())),
            _ => None,
        }
    }
}

/// Bytes that are equal exactly when the compiler may use one constant for both. A NaN is the same only as
/// itself, which its bits say as long as it is numbered.
#[derive(Clone, Debug, Default)]
struct Key {
    bytes: Vec<u8>,
}

impl Key {
    fn make(&mut self, constant: &Const) {
        self.bytes.clear();
        self.constant(constant);
    }

    fn constant(&mut self, constant: &Const) {
        match constant {
            Const::Plain(value) => self.value(value),
            Const::Code(code) => self.code(code),
        }
    }

    fn value(&mut self, value: &Constant) {
        match value {
            Constant::None => self.tag(b'N'),
            Constant::Ellipsis => self.tag(b'.'),
            Constant::Bool(value) => self.tag(if *value { b'T' } else { b'F' }),
            Constant::Int(value) => {
                self.tag(b'i');
                self.bytes.extend(value.to_le_bytes());
            }
            Constant::BigInt(value) => {
                self.tag(b'l');
                self.blob(&value.to_signed_bytes_le());
            }
            Constant::Float(value) => {
                self.tag(b'f');
                self.float(*value);
            }
            Constant::Complex { re, im } => {
                self.tag(b'c');
                self.float(*re);
                self.float(*im);
            }
            Constant::Str(text) => {
                self.tag(b's');
                self.blob(text.as_bytes());
            }
            Constant::Bytes(bytes) => {
                self.tag(b'b');
                self.blob(bytes);
            }
            Constant::Tuple(items) => {
                self.tag(b'(');
                self.number(items.len());
                items.iter().for_each(|item| self.value(item));
            }
            Constant::FrozenSet(items) => self.set(items),
        }
    }

    /// The order of a set's elements does not matter.
    fn set(&mut self, items: &[Constant]) {
        let one = |item: &Constant| {
            let mut key = Self::default();
            key.value(item);
            key
        };
        let mut keys: Vec<_> = items.iter().map(one).collect();
        keys.sort_by(|one, other| one.bytes.cmp(&other.bytes));
        self.tag(b'{');
        self.number(keys.len());
        for key in keys {
            self.bytes.extend(key.bytes);
        }
    }

    /// What the real interpreter compares of two code objects: neither the qualified name nor the file.
    fn code(&mut self, code: &Code) {
        self.tag(b'C');
        self.blob(code.name.as_bytes());
        for number in [code.argcount, code.posonlyargcount, code.kwonlyargcount, code.flags] {
            self.bytes.extend(number.to_le_bytes());
        }
        self.bytes.extend(code.firstlineno.to_le_bytes());
        self.blob(&code.code);
        self.number(code.consts.len());
        code.consts.iter().for_each(|constant| self.constant(constant));
        self.names(code.names.iter());
        self.names(code.localsplus.iter().map(|(name, _)| name));
        self.blob(&code.linetable);
        self.blob(&code.exceptiontable);
    }

    fn names<'a>(&mut self, names: impl ExactSizeIterator<Item = &'a crate::syntax::ast::Name>) {
        self.number(names.len());
        names.for_each(|name| self.blob(name.as_bytes()));
    }

    fn float(&mut self, value: f64) {
        self.bytes.extend(value.to_bits().to_le_bytes());
    }

    fn blob(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.bytes.extend(bytes);
    }

    fn number(&mut self, number: usize) {
        self.bytes.extend((number as u64).to_le_bytes());
    }

    fn tag(&mut self, tag: u8) {
        self.bytes.push(tag);
    }
}

//! The constants of a unit, each kept once. Knows when the compiler takes two constants for one.

use std::{
    hash::{Hash, Hasher},
    rc::Rc,
};

use rustc_hash::FxHashMap;

use crate::{
    code::{Code, Const},
    source::Text,
    syntax::Constant,
};

/// How many constants are looked through one by one.
const FEW: usize = 8;

/// How often a long list that comes from elsewhere is looked through before tables are made for it: the passes over
/// the graph add few constants.
const PATIENCE: usize = 16;

/// A growing list of distinct constants.
///
/// Two are one when type and value agree all the way down: `1`, `True` and `1.0` stay apart, so do `0.0`
/// and `-0.0`, and so do tuples that hold them.
#[derive(Clone, Debug, Default)]
pub struct Consts {
    list: Vec<Const>,
    by_value: FxHashMap<Simple, u32>,
    by_code: FxHashMap<SameCode, u32>,
    /// All others.
    by_key: FxHashMap<Box<[u8]>, u32>,
    /// How many of the list stand in these tables: most lists stay so short that none does.
    keyed: usize,
    /// How many more constants are looked for without these tables.
    patience: usize,
    /// Where keys are made.
    key: Key,
}

impl Consts {
    /// A table that holds what a unit has collected so far.
    pub fn new(list: Vec<Const>) -> Self {
        Self { list, patience: PATIENCE, ..Self::default() }
    }

    /// The constant's index, a new one where it is not in the table yet.
    pub fn add(&mut self, constant: Const) -> u32 {
        let next = self.list.len();
        let index = if next <= FEW || self.patience > 0 {
            self.patience = self.patience.saturating_sub(1);
            self.list.iter().position(|known| same(known, &constant)).unwrap_or(next)
        } else {
            self.look_up(&constant)
        };
        if index == next {
            if next == 0 {
                self.list.reserve(FEW);
            }
            self.list.push(constant);
        }
        number(index)
    }

    fn look_up(&mut self, constant: &Const) -> usize {
        while self.keyed < self.list.len() {
            let known = self.list[self.keyed].clone();
            self.index(&known, self.keyed);
            self.keyed += 1;
        }
        let next = self.list.len();
        let index = self.index(constant, next);
        self.keyed += usize::from(index == next);
        index
    }

    /// The index of the constant that is taken for the same; its own, if there is none.
    fn index(&mut self, constant: &Const, own: usize) -> usize {
        let own = number(own);
        let index = match (Simple::of(constant), constant) {
            (Some(simple), _) => *self.by_value.entry(simple).or_insert(own),
            (None, Const::Code(code)) => *self.by_code.entry(SameCode(Rc::clone(code))).or_insert(own),
            (None, Const::Plain(value)) => {
                self.key.make(value);
                match self.by_key.get(&*self.key.bytes) {
                    Some(&known) => known,
                    None => *self.by_key.entry(self.key.bytes.as_slice().into()).or_insert(own),
                }
            }
        };
        index as usize
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

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("fewer constants than 2^32")
}

/// Whether the compiler may use one constant for both. A NaN is the same only as itself, which its bits say as long as
/// it is numbered.
fn same(one: &Const, other: &Const) -> bool {
    match (one, other) {
        (Const::Plain(one), Const::Plain(other)) => same_value(one, other),
        (Const::Code(one), Const::Code(other)) => same_code(one, other),
        _ => false,
    }
}

fn same_value(one: &Constant, other: &Constant) -> bool {
    let same_float = |one: f64, other: f64| one.to_bits() == other.to_bits();
    match (one, other) {
        (Constant::None, Constant::None) | (Constant::Ellipsis, Constant::Ellipsis) => true,
        (Constant::Bool(one), Constant::Bool(other)) => one == other,
        (Constant::Int(one), Constant::Int(other)) => one == other,
        (Constant::BigInt(one), Constant::BigInt(other)) => one == other,
        (Constant::Float(one), Constant::Float(other)) => same_float(*one, *other),
        (Constant::Complex { re, im }, Constant::Complex { re: other_re, im: other_im }) => {
            same_float(*re, *other_re) && same_float(*im, *other_im)
        }
        (Constant::Str(one), Constant::Str(other)) => one == other,
        (Constant::Bytes(one), Constant::Bytes(other)) => one == other,
        (Constant::Tuple(one), Constant::Tuple(other)) => {
            one.len() == other.len() && one.iter().zip(&**other).all(|(one, other)| same_value(one, other))
        }
        // The order of a set's elements does not matter.
        (Constant::FrozenSet(_), Constant::FrozenSet(_)) => Key::of(one).bytes == Key::of(other).bytes,
        _ => false,
    }
}

/// What the real interpreter compares of two code objects: neither the qualified name nor the file.
fn same_code(one: &Code, other: &Code) -> bool {
    let numbers = |code: &Code| {
        (code.firstlineno, code.argcount, code.posonlyargcount, code.kwonlyargcount, code.flags)
    };
    let mut locals = one.localsplus.iter().map(|(name, _)| name);
    numbers(one) == numbers(other)
        && one.name == other.name
        && one.code == other.code
        && one.linetable == other.linetable
        && one.exceptiontable == other.exceptiontable
        && one.names == other.names
        && one.localsplus.len() == other.localsplus.len()
        && other.localsplus.iter().all(|(name, _)| locals.next() == Some(name))
        && one.consts.len() == other.consts.len()
        && one.consts.iter().zip(&other.consts).all(|(one, other)| same(one, other))
}

/// A code object as a key: equal are those that may be merged.
#[derive(Clone, Debug)]
struct SameCode(Rc<Code>);

impl PartialEq for SameCode {
    fn eq(&self, other: &Self) -> bool {
        same_code(&self.0, &other.0)
    }
}

impl Eq for SameCode {}

impl Hash for SameCode {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.firstlineno.hash(state);
        self.0.code.hash(state);
        self.0.linetable.hash(state);
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

/// Bytes that are equal exactly when the compiler may use one constant for both.
#[derive(Clone, Debug, Default)]
struct Key {
    bytes: Vec<u8>,
}

impl Key {
    fn of(value: &Constant) -> Self {
        let mut key = Self::default();
        key.value(value);
        key
    }

    fn make(&mut self, value: &Constant) {
        self.bytes.clear();
        self.value(value);
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
        let mut keys: Vec<_> = items.iter().map(Self::of).collect();
        keys.sort_by(|one, other| one.bytes.cmp(&other.bytes));
        self.tag(b'{');
        self.number(keys.len());
        for key in keys {
            self.bytes.extend(key.bytes);
        }
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

//! What stands in an object's place on the heap: one variant for each way in which objects are laid out.

use std::rc::Rc;

use num_bigint::BigInt;

use super::{
    Dict, GetSet, Handle, Native, Set, Value,
    class::Class,
    code::CodeObject,
    exception::{Exception, Traceback},
    frame::FrameObject,
    function::{Function, Method, Module, Property, Super},
    generator::{AsyncStep, Generator},
    iterator::Iter,
    memoryview::MemoryView,
    text::Str,
    weak::WeakRef,
};

/// An object without its type and attributes. Big payloads stand behind an `Rc` of their own, so that copying
/// a page of 64 objects is cheap.
#[derive(Clone, Debug)]
pub enum Obj {
    /// Nobody's place.
    Free,
    /// An object with nothing but a type and perhaps attributes.
    Plain,
    /// An int that does not fit an `i64`, or an instance of a subclass of `int`.
    Int(Rc<BigInt>),
    /// An instance of a subclass of `float`; floats themselves stand in their values.
    Float(f64),
    Complex(Rc<(f64, f64)>),
    Str(Rc<Str>),
    Bytes(Rc<[u8]>),
    ByteArray(Rc<Vec<u8>>),
    MemoryView(Rc<MemoryView>),
    List(Rc<Vec<Value>>),
    Tuple(Rc<[Value]>),
    Dict(Rc<Dict>),
    /// A `set` or a `frozenset`.
    Set(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<[Value; 3]>),
    /// A dict's `keys()`, `values()` or `items()`, as the type says.
    View(Handle),
    /// A read-only view of the dict.
    Proxy(Handle),
    Class(Rc<Class>),
    Function(Rc<Function>),
    /// A function of a module, or a method of a type (its `owner`).
    Native(&'static Native, Handle),
    /// An attribute of a builtin type (the owner) that Rust code computes.
    GetSet(&'static GetSet, Handle),
    Method(Rc<Method>),
    Property(Rc<Property>),
    /// `staticmethod` or `classmethod`, as the type says.
    Wrapped(Value),
    Super(Rc<Super>),
    /// The dict of names is the object's attributes.
    Module(Rc<Module>),
    Cell(Value),
    Code(Rc<CodeObject>),
    /// A range iterator whose numbers are small.
    Counter {
        next: i64,
        step: i32,
        left: u32,
    },
    Iter(Rc<Iter>),
    Exception(Rc<Exception>),
    Traceback(Rc<Traceback>),
    Frame(Rc<FrameObject>),
    Weak(Rc<WeakRef>),
    Generator(Rc<Generator>),
    AsyncStep(Rc<AsyncStep>),
    /// Values in slots that a class names (`__slots__`).
    Slots(Rc<Vec<Value>>),
    /// A slot's descriptor: its number.
    Member(u32, Handle),
}

/// `range(start, stop, step)`: ints of any size, and how many there are.
#[derive(Clone, Debug)]
pub struct Range {
    pub start: BigInt,
    pub stop: BigInt,
    pub step: BigInt,
    pub len: BigInt,
    /// Start, step and length again where they are small.
    pub small: Option<(i64, i64, i64)>,
}

impl Range {
    /// Whether it runs through the same numbers.
    pub fn is_like(&self, other: &Self) -> bool {
        let (nothing, one) = (BigInt::ZERO, BigInt::from(1));
        self.len == other.len
            && (self.len == nothing
                || self.start == other.start && (self.len == one || self.step == other.step))
    }
}

const VALUE: u64 = std::mem::size_of::<Value>() as u64;

impl Obj {
    /// About how many bytes it has beside its place. A function of the object's content only.
    pub fn payload_bytes(&self) -> u64 {
        let many = |count: usize, size: u64| count as u64 * size;
        match self {
            Self::Free
            | Self::Plain
            | Self::Float(_)
            | Self::View(_)
            | Self::Proxy(_)
            | Self::Native(..)
            | Self::GetSet(..)
            | Self::Wrapped(_)
            | Self::Cell(_)
            | Self::Counter { .. }
            | Self::Member(..) => 0,
            Self::Int(big) => big.bits() / 8 + 32,
            Self::Str(text) => text.text().as_bytes().len() as u64 + 64,
            Self::Bytes(bytes) => bytes.len() as u64 + 16,
            Self::ByteArray(bytes) => bytes.len() as u64 + 40,
            Self::List(items) => many(items.len(), VALUE) + 40,
            Self::Tuple(items) => many(items.len(), VALUE) + 16,
            Self::Dict(dict) => dict.bytes(),
            Self::Set(set) => set.bytes(),
            Self::Slots(items) => many(items.len(), VALUE) + 40,
            Self::Generator(generator) => many(generator.values.len(), VALUE) + 120,
            Self::Code(_) | Self::Class(_) => 400,
            Self::Complex(_)
            | Self::AsyncStep(_)
            | Self::MemoryView(_)
            | Self::Range(_)
            | Self::Slice(_)
            | Self::Function(_)
            | Self::Method(_)
            | Self::Property(_)
            | Self::Super(_)
            | Self::Module(_)
            | Self::Iter(_)
            | Self::Exception(_)
            | Self::Traceback(_)
            | Self::Weak(_) => 96,
            Self::Frame(frame) => many(frame.values.len(), VALUE) + 120,
        }
    }

    /// Names every value that this object holds.
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        match self {
            Self::Free
            | Self::Plain
            | Self::Int(_)
            | Self::Float(_)
            | Self::Complex(_)
            | Self::Str(_)
            | Self::Bytes(_)
            | Self::ByteArray(_)
            | Self::Range(_)
            | Self::Counter { .. } => {}
            Self::List(items) | Self::Slots(items) => items.iter().copied().for_each(see),
            Self::Tuple(items) => items.iter().copied().for_each(see),
            Self::Dict(dict) => dict.iter().for_each(|entry| {
                see(entry.key);
                see(entry.value);
            }),
            Self::Set(set) => set.iter().for_each(|entry| see(entry.key)),
            Self::MemoryView(view) => {
                view.of.into_iter().chain(view.lender).for_each(|part| see(part.into()));
            }
            Self::Slice(parts) => parts.iter().copied().for_each(see),
            Self::View(of)
            | Self::Proxy(of)
            | Self::Native(_, of)
            | Self::GetSet(_, of)
            | Self::Member(_, of) => {
                see((*of).into());
            }
            Self::Wrapped(value) | Self::Cell(value) => see(*value),
            Self::Class(class) => class.visit(see),
            Self::Function(function) => function.visit(see),
            Self::Method(method) => method.visit(see),
            Self::Property(property) => property.visit(see),
            Self::Super(parts) => parts.visit(see),
            Self::Module(module) => see(module.name),
            Self::Code(code) => code.visit(see),
            Self::Iter(iter) => iter.visit(see),
            Self::Exception(exception) => exception.visit(see),
            Self::Traceback(traceback) => traceback.visit(see),
            Self::Frame(frame) => frame.visit(see),
            Self::Weak(weak) => see(weak.callback),
            Self::Generator(generator) => generator.visit(see),
            Self::AsyncStep(step) => step.visit(see),
        }
    }
}

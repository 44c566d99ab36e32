//! Values and the heap they live in: one file a type or a question. Knows nothing of frames.

mod access;
mod attributes;
mod boot;
mod builtin_types;
mod bulk;
mod byte_items;
mod change;
mod class;
mod code;
mod collect;
mod compare;
mod compiled;
mod complex;
mod dict;
mod exception;
mod exception_text;
mod format;
mod frame;
mod function;
mod garbage;
mod gather;
mod generations;
mod generator;
pub mod hash;
mod heap;
mod items;
mod iterate;
mod iterator;
mod lifetimes;
mod memory_format;
mod memory_items;
mod memoryview;
mod module_file;
pub mod number;
mod obj;
mod operator;
mod outcome;
mod repr;
mod sequence;
mod set;
mod set_algebra;
mod set_attributes;
mod set_items;
mod shared;
mod short;
mod super_attributes;
mod symbols;
mod table;
mod text;
mod truth;
mod value;
mod views;
mod walk;
mod weak;
mod world;

pub use attributes::Found;
pub use builtin_types::Type;
pub use bulk::find_bytes;
pub use class::Class;
pub use code::{
    ASYNC_GENERATOR, COROUTINE, Cache, CodeObject, GENERATOR, Handler, ITERABLE_COROUTINE, Instr, NEW_LOCALS,
    OPTIMIZED, VARARGS, VARKEYWORDS,
};
pub use compare::{Comparison, quick_comparison};
pub use compiled::{Compilations, Compiled, Question, Written};
pub use dict::{Dict, Entry};
pub use exception::{Exception, Traceback};
pub use frame::{FrameObject, FramePart, Life};
pub use function::{Function, Method, Module, Property, Super};
pub use generator::{AsyncStep, Generator, Progress, State, StepKind};
pub use heap::{DictHandle, Heap, Slot};
pub use items::Cut;
pub use iterator::{Iter, Yields};
pub use lifetimes::{Ending, Moment, Roots};
pub use memory_format::Format;
pub use memoryview::{MemoryView, Order};
pub use module_file::{ModuleFile, ModuleKind, NoCode};
pub use number::Real;
pub use number::quick_arithmetic;
pub use obj::{Obj, Range};
pub use operator::Operator;
pub use outcome::{
    Answer, Args, Arity, Callee, Clock, Escape, GetSet, Native, Outcome, Parameters, Scope, Setter, TailCall,
    Want, With,
};
pub use set::{Set, SetEntry};
pub use shared::Access;
pub use symbols::{ELLIPSIS, EMPTY_TUPLE, NOT_IMPLEMENTED, Sym};
pub use text::Str;
pub use value::{Handle, Value};
pub use weak::{WeakRef, WeakTable};
pub use world::{Output, Stream, World};

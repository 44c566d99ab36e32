//! The functions and methods that are written in Rust: one file a type or a subject, each with its tables.
//!
//! A native is given the heap and its arguments, never the machine. What needs Python code it hands on:
//! `Escape::Twin` to the function of the prelude that does the same, `Escape::call` to any callable.

mod arguments;
mod bytes;
mod callables;
mod class;
mod closest;
mod code;
mod compile;
mod descriptors;
mod dict;
mod exception_parts;
mod exceptions;
mod frames;
mod function;
mod functions;
mod generators;
mod groups;
mod helpers;
mod imports;
mod io;
mod iterator_state;
mod iterators;
mod list;
mod memoryview;
mod numbers;
mod numeric;
mod object;
mod pieces;
mod property;
mod range;
mod reduce;
mod reflection;
mod set;
mod sort;
mod special;
mod sum;
mod surface;
mod syntax_errors;
mod text;
mod tuple;
mod wrappers;

pub(crate) use closest::closest;
pub(crate) use functions::is_callable;
pub(crate) use iterators::check_enumerate;
pub(crate) use syntax_errors::as_error as as_syntax_error;

use crate::object::{ELLIPSIS, GetSet, Handle, Heap, NOT_IMPLEMENTED, Native, Obj, Type, Value};
pub use special::sequence_method;

/// What a type has beside what it inherits.
pub(crate) struct TypeTable {
    pub of: Type,
    pub methods: &'static [Native],
    pub attributes: &'static [GetSet],
}

/// Every type's table. A new file adds its line here.
static TYPES: &[&TypeTable] = &[
    &object::OBJECT,
    &class::TYPE,
    &property::PROPERTY,
    &function::FUNCTION,
    &callables::METHOD,
    &callables::BUILTIN_FUNCTION,
    &callables::MODULE,
    &code::CODE,
    &callables::CELL,
    &range::SLICE,
    &range::RANGE,
    &descriptors::SUPER,
    &descriptors::STATIC_METHOD,
    &descriptors::CLASS_METHOD,
    &descriptors::METHOD_DESCRIPTOR,
    &descriptors::SLOT_WRAPPER,
    &descriptors::GETSET,
    &descriptors::MEMBER,
    &exceptions::BASE_EXCEPTION,
    &exceptions::STOP_ITERATION,
    &exceptions::SYSTEM_EXIT,
    &exceptions::NAME_ERROR,
    &exceptions::ATTRIBUTE_ERROR,
    &exceptions::IMPORT_ERROR,
    &exception_parts::OS_ERROR,
    &exception_parts::UNICODE_ENCODE_ERROR,
    &exception_parts::UNICODE_DECODE_ERROR,
    &exception_parts::UNICODE_TRANSLATE_ERROR,
    &TypeTable { of: Type::BaseException, methods: exception_parts::COPYING, attributes: &[] },
    &syntax_errors::SYNTAX_ERROR,
    &frames::FRAME,
    &frames::TRACEBACK,
    &groups::BASE_EXCEPTION_GROUP,
    &list::LIST,
    &memoryview::MEMORY_VIEW,
    &memoryview::OF_BYTES,
    &memoryview::OF_ARRAYS,
    &tuple::TUPLE,
    &iterators::ENUMERATE,
    &iterators::ZIP,
    &iterators::MAP,
    &iterators::FILTER,
    &iterators::REVERSED,
    &generators::GENERATOR,
    &generators::COROUTINE,
    &generators::COROUTINE_WRAPPER,
    &generators::ASYNC_GENERATOR,
    &generators::ASYNC_SEND,
    &generators::ASYNC_THROW,
    &io::TEXT_IO,
];

/// Functions of the module `builtins`, by file.
static FUNCTIONS: &[&[Native]] = &[
    class::HELPERS,
    closest::FUNCTIONS,
    compile::FUNCTIONS,
    frames::FUNCTIONS,
    functions::FUNCTIONS,
    functions::HELPERS,
    imports::FUNCTIONS,
    iterators::FUNCTIONS,
    iterator_state::HELPERS,
    memoryview::HELPERS,
    numbers::FUNCTIONS,
    sum::FUNCTIONS,
    sum::HELPERS,
    io::FUNCTIONS,
    helpers::FUNCTIONS,
    text::HELPERS,
];

/// Methods that are not called on an object.
static UNBOUND: &[(Type, Type, &Native)] = &[
    (Type::Object, Type::ClassMethodDescriptor, &object::INIT_SUBCLASS),
    (Type::Object, Type::ClassMethodDescriptor, &reflection::SUBCLASS_HOOK),
    (Type::Type, Type::ClassMethodDescriptor, &reflection::PREPARE),
    (Type::Dict, Type::ClassMethodDescriptor, &dict::FROM_KEYS),
    (Type::Bytes, Type::ClassMethodDescriptor, &bytes::FROM_HEX),
    (Type::ByteArray, Type::ClassMethodDescriptor, &bytes::FROM_HEX),
    (Type::MemoryView, Type::ClassMethodDescriptor, &memoryview::FROM_FLAGS),
    (Type::Str, Type::StaticMethod, &text::MAKE_TRANS),
    (Type::Bytes, Type::StaticMethod, &bytes::MAKE_TRANS),
    (Type::ByteArray, Type::StaticMethod, &bytes::MAKE_TRANS),
];

/// Types that can be parametrised: `list[int]`.
static GENERIC: &[Type] = &[
    Type::List,
    Type::Tuple,
    Type::Dict,
    Type::Set,
    Type::FrozenSet,
    Type::Enumerate,
    Type::MappingProxy,
    Type::AsyncGenerator,
    Type::BaseExceptionGroup,
];

/// What a module says of itself.
pub fn module_doc(heap: &mut Heap, name: &str) -> Value {
    match surface::of_function(name, "!").and_then(|said| said.text) {
        Some(text) => heap.str(text),
        None => Value::None,
    }
}

/// Fills the builtin types and makes the module `builtins`.
pub fn install(heap: &mut Heap) {
    let modules = heap.dict(crate::object::Dict::default());
    heap.modules = modules;
    let doc = module_doc(heap, "builtins");
    let module = heap.module("builtins", doc);
    heap.register_module("builtins", module);
    let names = heap.give_attributes(module);
    heap.builtins = names.into();
    for &of in Type::ALL {
        if of.is_named() {
            let name = heap.intern(of.name());
            heap.set_own(module, name, of.into());
        }
    }
    for table in [
        TYPES,
        numeric::TYPES,
        text::TYPES,
        dict::TYPES,
        set::TYPES,
        bytes::TYPES,
        wrappers::TYPES,
        reduce::TYPES,
        reflection::TYPES,
    ]
    .into_iter()
    .flatten()
    {
        fill_type(heap, table);
    }
    exceptions::give_constructors(heap);
    special::install(heap);
    give_dicts(heap);
    iterator_state::install(heap);
    for (owner, kind, native) in UNBOUND {
        add_unbound(heap, *owner, *kind, native);
    }
    for owner in GENERIC {
        make_generic(heap, *owner);
    }
    for (owner, native) in numeric::CLASS_METHODS {
        add_unbound(heap, *owner, Type::ClassMethodDescriptor, native);
    }
    surface::install(heap);
    for &native in FUNCTIONS.iter().copied().flatten().collect::<Vec<_>>().iter() {
        let function = heap.alloc(Type::BuiltinFunction, Obj::Native(native, module));
        let name = heap.intern(native.name);
        // A leading underscore marks what only the prelude may use.
        if native.name.starts_with('_') && !native.name.starts_with("__") {
            continue;
        }
        heap.set_own(module, name, function);
    }
    add_constants(heap, module);
}

/// The names in `builtins` that are no functions and no types.
fn add_constants(heap: &mut Heap, module: Handle) {
    for (name, value) in [
        ("None", Value::None),
        ("True", Value::Bool(true)),
        ("False", Value::Bool(false)),
        ("Ellipsis", ELLIPSIS.into()),
        ("NotImplemented", NOT_IMPLEMENTED.into()),
        ("__debug__", Value::Bool(true)),
        ("EnvironmentError", Type::OSError.into()),
        ("IOError", Type::OSError.into()),
    ] {
        let name = heap.intern(name);
        heap.set_own(module, name, value);
    }
}

/// `__dict__` for the types whose instances have attributes of their own, each where that begins.
fn give_dicts(heap: &mut Heap) {
    for &of in Type::ALL {
        let has_dict = |of: Type| heap.class(of.handle()).has_dict;
        if of != Type::Type && has_dict(of) && !has_dict(of.base()) {
            let is_field = surface::is_member(Some(of), object::DICT.name);
            add_attribute(heap, of.handle(), if is_field { &object::DICT_TO_READ } else { &object::DICT });
        }
    }
}

/// The functions that only the prelude sees: put among its names.
pub fn install_helpers(heap: &mut Heap, prelude: Handle) {
    let hidden = FUNCTIONS.iter().copied().flatten().filter(|native| native.name.starts_with('_'));
    put_helpers(heap, prelude, hidden);
}

/// Puts functions among the prelude's names.
pub(crate) fn put_helpers(
    heap: &mut Heap,
    prelude: Handle,
    natives: impl IntoIterator<Item = &'static Native>,
) {
    for native in natives {
        let function = heap.alloc(Type::BuiltinFunction, Obj::Native(native, prelude));
        let name = heap.intern(native.name);
        heap.set_own(prelude, name, function);
    }
}

/// Puts a type's methods and attributes among its names.
fn fill_type(heap: &mut Heap, table: &'static TypeTable) {
    let owner = table.of.handle();
    for native in table.methods {
        add_method(heap, owner, native);
    }
    for getset in table.attributes {
        add_attribute(heap, owner, getset);
    }
}

/// Methods with names like those of operators that are none.
const PLAIN_METHODS: &[&str] = &[
    "__reversed__",
    "__format__",
    "__sizeof__",
    "__reduce__",
    "__reduce_ex__",
    "__getstate__",
    "__dir__",
    "__round__",
    "__trunc__",
    "__floor__",
    "__ceil__",
    "__getnewargs__",
    "__bytes__",
    "__alloc__",
    "__complex__",
    "__length_hint__",
    "__setstate__",
    "__subclasses__",
    "__instancecheck__",
    "__subclasscheck__",
    "__set_name__",
    "__class_getitem__",
    "__getformat__",
    "__enter__",
    "__exit__",
];

/// Puts an attribute that Rust code computes among a type's names.
pub(crate) fn add_attribute(heap: &mut Heap, owner: Handle, getset: &'static GetSet) {
    let kind = match surface::is_member(Type::at(owner), getset.name) {
        true => Type::Member,
        false => Type::GetSet,
    };
    let made = heap.alloc(kind, Obj::GetSet(getset, owner));
    let name = heap.intern(getset.name);
    heap.set_own(owner, name, made);
}

/// Lets a type be parametrised: `list[int]`.
pub(crate) fn make_generic(heap: &mut Heap, owner: Type) {
    add_unbound(heap, owner, Type::ClassMethodDescriptor, &object::CLASS_GETITEM);
}

/// The kind of object that CPython has for a method of a type.
pub(crate) fn kind_of_method(owner: Handle, name: &str) -> Type {
    match name {
        "__new__" => Type::BuiltinFunction,
        "__getitem__" if matches!(Type::at(owner), Some(Type::List | Type::Dict)) => Type::MethodDescriptor,
        "__contains__" if matches!(Type::at(owner), Some(Type::Dict | Type::Set | Type::FrozenSet)) => {
            Type::MethodDescriptor
        }
        name if PLAIN_METHODS.contains(&name) => Type::MethodDescriptor,
        name if name.starts_with("__") => Type::SlotWrapper,
        _ => Type::MethodDescriptor,
    }
}

/// Puts a method among a type's names.
pub(crate) fn add_method(heap: &mut Heap, owner: Handle, native: &'static Native) {
    let made = heap.alloc(kind_of_method(owner, native.name), Obj::Native(native, owner));
    let name = heap.intern(native.name);
    heap.set_own(owner, name, made);
}

/// As `add_method`, but the method gets the class (`classmethod`) or nothing (`staticmethod`) instead of an object.
fn add_unbound(heap: &mut Heap, owner: Type, kind: Type, native: &'static Native) {
    let function = heap.alloc(Type::BuiltinFunction, Obj::Native(native, owner.handle()));
    let made = heap.alloc(kind, Obj::Wrapped(function));
    let name = heap.intern(native.name);
    heap.set_own(owner.handle(), name, made);
}

//! What CPython's types show among their own names and of themselves, beyond what they can do: which attributes are
//! fields of their structs, which methods of a base they name again, what documentation there is.

mod documentation;
mod sizes;

pub(super) use documentation::{Said, of_function, of_method, of_type};
pub(super) use sizes::{Shape, flags, in_front, of_class, of_object};

use crate::object::{Arity, Escape, Heap, Native, Obj, Sym, Type, Value};

/// Attributes that are fields of the object's struct in CPython: `member_descriptor`s, the others being
/// `getset_descriptor`s.
const MEMBERS: &[(Type, &[&str])] = &[
    (
        Type::Type,
        &["__base__", "__basicsize__", "__itemsize__", "__flags__", "__dictoffset__", "__weakrefoffset__"],
    ),
    (Type::Complex, &["imag", "real"]),
    (Type::Range, &["start", "step", "stop"]),
    (Type::Slice, &["start", "step", "stop"]),
    (Type::Property, &["fdel", "fget", "fset", "__doc__"]),
    (Type::StaticMethod, &["__func__", "__wrapped__"]),
    (Type::ClassMethod, &["__func__", "__wrapped__"]),
    (Type::Super, &["__self__", "__self_class__", "__thisclass__"]),
    (Type::Function, &["__builtins__", "__closure__", "__globals__", "__module__", "__doc__"]),
    (Type::Method, &["__func__", "__self__"]),
    (Type::BuiltinFunction, &["__module__"]),
    (Type::MethodWrapper, &["__self__"]),
    (Type::SlotWrapper, &["__name__", "__objclass__"]),
    (Type::MethodDescriptor, &["__name__", "__objclass__"]),
    (Type::ClassMethodDescriptor, &["__name__", "__objclass__"]),
    (Type::GetSet, &["__name__", "__objclass__"]),
    (Type::Member, &["__name__", "__objclass__"]),
    (Type::Coroutine, &["cr_origin"]),
    (Type::AsyncGenerator, &["ag_running"]),
    (Type::Module, &["__dict__"]),
    (
        Type::Code,
        &["co_argcount", "co_consts", "co_exceptiontable", "co_filename", "co_firstlineno", "co_flags"],
    ),
    (Type::Code, &["co_kwonlyargcount", "co_linetable", "co_name", "co_names", "co_nlocals"]),
    (Type::Code, &["co_posonlyargcount", "co_qualname", "co_stacksize"]),
    (Type::Frame, &["f_trace_lines"]),
    (Type::Traceback, &["tb_frame", "tb_lasti"]),
    (Type::BaseException, &["__suppress_context__"]),
    (Type::BaseExceptionGroup, &["exceptions", "message"]),
    (Type::AttributeError, &["name", "obj"]),
    (Type::ImportError, &["msg", "name", "name_from", "path"]),
    (Type::NameError, &["name"]),
    (Type::OSError, &["errno", "filename", "filename2", "strerror"]),
    (Type::StopIteration, &["value"]),
    (Type::SyntaxError, &["end_lineno", "end_offset", "filename", "lineno"]),
    (Type::SyntaxError, &["msg", "offset", "print_file_and_line", "text"]),
    (Type::SystemExit, &["code"]),
    (Type::UnicodeDecodeError, &["encoding", "end", "object", "reason", "start"]),
    (Type::UnicodeEncodeError, &["encoding", "end", "object", "reason", "start"]),
    (Type::UnicodeTranslateError, &["encoding", "end", "object", "reason", "start"]),
];

/// Methods that types have among their own names though they do no more than those of their bases.
const AGAIN: &[(&[&str], &[Type])] = &[
    (&["__delattr__", "__setattr__"], &[Type::BaseException, Type::Method, Type::Module, Type::Frame]),
    (&["__reduce__"], &[Type::AttributeError, Type::ImportError, Type::OSError]),
    (
        &["__str__"],
        &[Type::AttributeError, Type::ImportError, Type::KeyError, Type::NameError, Type::OSError],
    ),
    (&["__str__"], &[Type::SyntaxError, Type::UnicodeDecodeError, Type::UnicodeEncodeError]),
    (&["__str__"], &[Type::UnicodeTranslateError, Type::ByteArray, Type::Bytes]),
    (&["__sizeof__"], &[Type::ByteArray, Type::Dict, Type::FrozenSet, Type::Int, Type::List, Type::Set]),
    (&["__sizeof__"], &[Type::Str, Type::Type, Type::Generator, Type::Coroutine, Type::AsyncGenerator]),
    (&["__sizeof__"], &[Type::Code, Type::Frame]),
    (&["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"], &[Type::NoneType]),
    (&["__getattribute__"], &[Type::BuiltinFunction, Type::MethodWrapper, Type::SlotWrapper]),
    (
        &["__getattribute__"],
        &[Type::MethodDescriptor, Type::ClassMethodDescriptor, Type::GetSet, Type::Member],
    ),
    (&["__getattribute__"], &[Type::CoroutineWrapper, Type::AsyncSend, Type::AsyncThrow]),
    (&["__getattribute__"], &[Type::Code, Type::Frame, Type::Traceback, Type::Cell, Type::EllipsisType]),
    (&["__getattribute__"], &[Type::MappingProxy, Type::DictKeys, Type::DictValues, Type::DictItems]),
    (&["__getattribute__"], &[Type::DictKeyIterator, Type::DictValueIterator, Type::DictItemIterator]),
    (&["__getattribute__"], &[Type::ListIterator, Type::ListReverseIterator, Type::TupleIterator]),
    (&["__getattribute__"], &[Type::StrIterator, Type::StrAsciiIterator, Type::BytesIterator]),
    (&["__getattribute__"], &[Type::ByteArrayIterator, Type::MemoryIterator, Type::RangeIterator]),
    (&["__getattribute__"], &[Type::LongRangeIterator, Type::SetIterator, Type::SequenceIterator]),
    (&["__getattribute__"], &[Type::CallableIterator]),
];

macro_rules! by_prelude {
    ($($native:ident $name:literal $arity:expr, $function:literal;)*) => {
        $(static $native: Native = Native::new($name, $arity, |_, args| Err(Escape::prelude($function, args.values())));)*
    };
}

by_prelude! {
    STATE_OF_ERROR "__getstate__" Arity::Zero, "_exception_state";
    REDUCE_SET "__reduce__" Arity::Zero, "_set_reduce";
    REDUCE_RANGE "__reduce__" Arity::Zero, "_range_reduce";
    REDUCE_ARRAY "__reduce__" Arity::Zero, "_bytearray_reduce";
    REDUCE_ARRAY_BY "__reduce_ex__" Arity::Positional(0, 1), "_bytearray_reduce";
}

/// How objects are made again that are not made as most are.
const REDUCED: &[(&Native, &[Type])] = &[
    (&STATE_OF_ERROR, &[Type::AttributeError]),
    (&REDUCE_SET, &[Type::Set, Type::FrozenSet]),
    (&REDUCE_RANGE, &[Type::Range, Type::Slice]),
    (&REDUCE_ARRAY, &[Type::ByteArray]),
    (&REDUCE_ARRAY_BY, &[Type::ByteArray]),
];

/// Whether an attribute of a type is a field of the object's struct.
pub(super) fn is_member(of: Option<Type>, name: &str) -> bool {
    MEMBERS.iter().any(|(owner, names)| Some(*owner) == of && names.contains(&name))
}

/// After all types have their methods.
pub(super) fn install(heap: &mut Heap) {
    for (names, types) in AGAIN {
        for &of in *types {
            for name in *names {
                name_again(heap, of, name);
            }
        }
    }
    for (native, types) in REDUCED {
        for of in *types {
            let name = heap.intern(native.name);
            if heap.own(of.handle(), name).is_none() {
                super::add_method(heap, of.handle(), native);
            }
        }
    }
    // The one builtin type that is made as programs make theirs.
    let module = heap.intern("builtins");
    heap.set_own(Type::ExceptionGroup.handle(), Sym::Module, module.into());
    super::add_attribute(heap, Type::ExceptionGroup.handle(), &super::class::WEAKREF);
    for &of in Type::ALL {
        if heap.own(of.handle(), Sym::Doc).is_none() {
            let text = of_type(of.name()).text.map_or(Value::None, |text| heap.str(text));
            heap.set_own(of.handle(), Sym::Doc, text);
        }
    }
}

fn name_again(heap: &mut Heap, of: Type, name: &str) {
    let name = heap.intern(name);
    let inherited = heap.lookup(of.handle(), name).and_then(Value::handle);
    let Some(Obj::Native(native, owner)) = inherited.map(|handle| heap.obj(handle)) else {
        panic!("{of:?} inherits no such method");
    };
    if *owner == of.handle() {
        return;
    }
    let native = *native;
    super::add_method(heap, of.handle(), native);
}

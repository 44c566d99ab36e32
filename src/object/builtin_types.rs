//! The types that are there before a program starts, as one table: number, name, base.
//!
//! Their type objects stand first on every heap, in this order, so that a type's handle is its row number.

use super::{Handle, Value};

macro_rules! builtin_types {
    ($($variant:ident $name:literal $base:ident $module:ident;)*) => {
        /// A type that the machine itself knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u32)]
        pub enum Type {
            $($variant,)*
        }

        impl Type {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// `__name__`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The one base; `object` is its own.
            pub const fn base(self) -> Self {
                match self {
                    $(Self::$variant => Self::$base,)*
                }
            }

            /// Whether the type has a name in `builtins`; the others can only be met.
            pub const fn is_named(self) -> bool {
                match self {
                    $(Self::$variant => builtin_types!(@$module),)*
                }
            }
        }
    };
    (@named) => { true };
    (@met) => { false };
}

builtin_types! {
    Object "object" Object named;
    Type "type" Object named;
    NoneType "NoneType" Object met;
    Int "int" Object named;
    Bool "bool" Int named;
    Float "float" Object named;
    Complex "complex" Object named;
    Str "str" Object named;
    Bytes "bytes" Object named;
    ByteArray "bytearray" Object named;
    List "list" Object named;
    Tuple "tuple" Object named;
    Dict "dict" Object named;
    Set "set" Object named;
    FrozenSet "frozenset" Object named;
    Range "range" Object named;
    Slice "slice" Object named;
    Function "function" Object met;
    BuiltinFunction "builtin_function_or_method" Object met;
    MethodDescriptor "method_descriptor" Object met;
    SlotWrapper "wrapper_descriptor" Object met;
    MethodWrapper "method-wrapper" Object met;
    ClassMethodDescriptor "classmethod_descriptor" Object met;
    GetSet "getset_descriptor" Object met;
    Member "member_descriptor" Object met;
    Method "method" Object met;
    Module "module" Object met;
    Cell "cell" Object met;
    Code "code" Object met;
    Frame "frame" Object met;
    Traceback "traceback" Object met;
    Generator "generator" Object met;
    Coroutine "coroutine" Object met;
    AsyncGenerator "async_generator" Object met;
    AsyncSend "async_generator_asend" Object met;
    AsyncThrow "async_generator_athrow" Object met;
    AsyncWrapped "async_generator_wrapped_value" Object met;
    CoroutineWrapper "coroutine_wrapper" Object met;
    NotImplementedType "NotImplementedType" Object met;
    EllipsisType "ellipsis" Object met;
    Property "property" Object named;
    StaticMethod "staticmethod" Object named;
    ClassMethod "classmethod" Object named;
    Super "super" Object named;
    MappingProxy "mappingproxy" Object met;
    SimpleNamespace "SimpleNamespace" Object met;
    MemoryView "memoryview" Object named;
    DictKeys "dict_keys" Object met;
    DictValues "dict_values" Object met;
    DictItems "dict_items" Object met;
    ListIterator "list_iterator" Object met;
    ListReverseIterator "list_reverseiterator" Object met;
    TupleIterator "tuple_iterator" Object met;
    StrAsciiIterator "str_ascii_iterator" Object met;
    StrIterator "str_iterator" Object met;
    BytesIterator "bytes_iterator" Object met;
    ByteArrayIterator "bytearray_iterator" Object met;
    MemoryIterator "memory_iterator" Object met;
    RangeIterator "range_iterator" Object met;
    LongRangeIterator "longrange_iterator" Object met;
    DictKeyIterator "dict_keyiterator" Object met;
    DictValueIterator "dict_valueiterator" Object met;
    DictItemIterator "dict_itemiterator" Object met;
    DictReverseKeyIterator "dict_reversekeyiterator" Object met;
    DictReverseValueIterator "dict_reversevalueiterator" Object met;
    DictReverseItemIterator "dict_reverseitemiterator" Object met;
    SetIterator "set_iterator" Object met;
    SequenceIterator "iterator" Object met;
    CallableIterator "callable_iterator" Object met;
    LineIterator "line_iterator" Object met;
    PositionsIterator "positions_iterator" Object met;
    AliasIterator "generic_alias_iterator" Object met;
    Enumerate "enumerate" Object named;
    Zip "zip" Object named;
    Map "map" Object named;
    Filter "filter" Object named;
    Reversed "reversed" Object named;
    TextIO "TextIOWrapper" Object met;
    WeakRef "ReferenceType" Object met;

    BaseException "BaseException" Object named;
    BaseExceptionGroup "BaseExceptionGroup" BaseException named;
    GeneratorExit "GeneratorExit" BaseException named;
    KeyboardInterrupt "KeyboardInterrupt" BaseException named;
    SystemExit "SystemExit" BaseException named;
    Exception "Exception" BaseException named;
    ExceptionGroup "ExceptionGroup" BaseExceptionGroup named;
    ArithmeticError "ArithmeticError" Exception named;
    FloatingPointError "FloatingPointError" ArithmeticError named;
    OverflowError "OverflowError" ArithmeticError named;
    ZeroDivisionError "ZeroDivisionError" ArithmeticError named;
    AssertionError "AssertionError" Exception named;
    AttributeError "AttributeError" Exception named;
    BufferError "BufferError" Exception named;
    EOFError "EOFError" Exception named;
    ImportError "ImportError" Exception named;
    ModuleNotFoundError "ModuleNotFoundError" ImportError named;
    LookupError "LookupError" Exception named;
    IndexError "IndexError" LookupError named;
    KeyError "KeyError" LookupError named;
    MemoryError "MemoryError" Exception named;
    NameError "NameError" Exception named;
    UnboundLocalError "UnboundLocalError" NameError named;
    OSError "OSError" Exception named;
    BlockingIOError "BlockingIOError" OSError named;
    ChildProcessError "ChildProcessError" OSError named;
    ConnectionError "ConnectionError" OSError named;
    BrokenPipeError "BrokenPipeError" ConnectionError named;
    ConnectionAbortedError "ConnectionAbortedError" ConnectionError named;
    ConnectionRefusedError "ConnectionRefusedError" ConnectionError named;
    ConnectionResetError "ConnectionResetError" ConnectionError named;
    FileExistsError "FileExistsError" OSError named;
    FileNotFoundError "FileNotFoundError" OSError named;
    InterruptedError "InterruptedError" OSError named;
    IsADirectoryError "IsADirectoryError" OSError named;
    NotADirectoryError "NotADirectoryError" OSError named;
    PermissionError "PermissionError" OSError named;
    ProcessLookupError "ProcessLookupError" OSError named;
    TimeoutError "TimeoutError" OSError named;
    ReferenceError "ReferenceError" Exception named;
    RuntimeError "RuntimeError" Exception named;
    NotImplementedError "NotImplementedError" RuntimeError named;
    RecursionError "RecursionError" RuntimeError named;
    StopAsyncIteration "StopAsyncIteration" Exception named;
    StopIteration "StopIteration" Exception named;
    SyntaxError "SyntaxError" Exception named;
    IndentationError "IndentationError" SyntaxError named;
    TabError "TabError" IndentationError named;
    SystemError "SystemError" Exception named;
    TypeError "TypeError" Exception named;
    ValueError "ValueError" Exception named;
    UnicodeError "UnicodeError" ValueError named;
    UnicodeDecodeError "UnicodeDecodeError" UnicodeError named;
    UnicodeEncodeError "UnicodeEncodeError" UnicodeError named;
    UnicodeTranslateError "UnicodeTranslateError" UnicodeError named;
    Warning "Warning" Exception named;
    BytesWarning "BytesWarning" Warning named;
    DeprecationWarning "DeprecationWarning" Warning named;
    EncodingWarning "EncodingWarning" Warning named;
    FutureWarning "FutureWarning" Warning named;
    ImportWarning "ImportWarning" Warning named;
    PendingDeprecationWarning "PendingDeprecationWarning" Warning named;
    ResourceWarning "ResourceWarning" Warning named;
    RuntimeWarning "RuntimeWarning" Warning named;
    SyntaxWarning "SyntaxWarning" Warning named;
    UnicodeWarning "UnicodeWarning" Warning named;
    UserWarning "UserWarning" Warning named;
}

impl Type {
    /// The type object.
    pub const fn handle(self) -> Handle {
        Handle(self as u32)
    }

    /// The builtin type with this type object.
    pub fn at(handle: Handle) -> Option<Self> {
        Self::ALL.get(handle.0 as usize).copied()
    }

    /// Whether a class may not name it as a base.
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Bool
                | Self::NoneType
                | Self::Range
                | Self::Slice
                | Self::Function
                | Self::BuiltinFunction
                | Self::MethodDescriptor
                | Self::SlotWrapper
                | Self::MethodWrapper
                | Self::ClassMethodDescriptor
                | Self::GetSet
                | Self::Member
                | Self::Method
                | Self::Generator
                | Self::Coroutine
                | Self::AsyncGenerator
                | Self::NotImplementedType
                | Self::EllipsisType
                | Self::MappingProxy
                | Self::Cell
                | Self::Code
                | Self::Frame
                | Self::Traceback
                | Self::MemoryView
                | Self::LineIterator
                | Self::PositionsIterator
                | Self::AliasIterator
        )
    }
}

impl From<Type> for Value {
    fn from(of: Type) -> Self {
        Self::Ref(of.handle())
    }
}

//! What the argument of an instruction means. Knows no numbers of a Python version.

/// What an instruction's argument means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArgKind {
    None,
    /// A number of things.
    Count,
    /// A place in the value stack, counted from the top, which is 1.
    Depth,
    /// A place in `co_consts`.
    Const,
    /// A place in `co_names`.
    Name,
    /// A place in `co_names` above one bit: the attribute is about to be called (LOAD_ATTR).
    Attr,
    /// A place in `co_names` above one bit: push NULL as well (LOAD_GLOBAL).
    Global,
    /// A place in `co_names` above two bits: as for an attribute, and whether `super` has arguments.
    SuperAttr,
    /// A slot of the frame with a local variable.
    Local,
    /// A slot of the frame with a cell.
    Free,
    /// A comparison operator, above bits that are the interpreter's own.
    Compare,
    /// A place in [`BINARY_OPERATORS`](super::BINARY_OPERATORS).
    Binary,
    /// A place in [`INTRINSICS_1`](super::INTRINSICS_1).
    Intrinsic1,
    /// A place in [`INTRINSICS_2`](super::INTRINSICS_2).
    Intrinsic2,
    /// 1 turns the answer round: `is not`, `not in`.
    Invert,
    /// A place in [`RESUME_KINDS`](super::RESUME_KINDS).
    Resume,
    /// Bits 0 and 1: conversion; bit 2: a format lies on the stack.
    Format,
    /// Bits that say what lies below the code object.
    Function,
    /// Bit 0: there are keyword arguments.
    CallEx,
    /// How many values make the slice: 2 or 3.
    Slice,
    /// How much stands after `raise`: 0 nothing, 1 an exception, 2 its cause too.
    Raise,
    /// Depth below the exception at which the place of the first raise lies; 0: there is none.
    Reraise,
    /// Low byte: targets before the star; above it: targets after.
    UnpackEx,
    /// Which construct awaits: 0 `await`, 1 `__aenter__`, 2 `__aexit__`.
    Awaitable,
    /// The higher bits of the next instruction's argument.
    Prefix,
    /// How many code units to jump on, counted from the next instruction (behind its own caches).
    JumpForward,
    /// How many code units to jump back.
    JumpBackward,
    /// Compiler only: a label in either direction.
    Jump,
    /// Compiler only: the handler's label.
    Handler,
    /// That of the instruction it stands for.
    Instrumented,
}

impl ArgKind {
    /// The argument in words, for the reference.
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Count => "a number of things",
            Self::Depth => "a depth in the stack; the top is 1",
            Self::Const => "a place in co_consts",
            Self::Name => "a place in co_names",
            Self::Attr => "a place in co_names, shifted left by one; bit 0: it is about to be called",
            Self::Global => "a place in co_names, shifted left by one; bit 0: push NULL first",
            Self::SuperAttr => {
                "a place in co_names, shifted left by two; bit 0: it is about to be called; \
                 bit 1: super() has arguments"
            }
            Self::Local => "a local variable",
            Self::Free => "a cell: one of the variables shared between functions",
            Self::Compare => "a comparison operator",
            Self::Binary => "a binary operator",
            Self::Intrinsic1 | Self::Intrinsic2 => "an internal function",
            Self::Invert => "0, or 1 to turn the answer round",
            Self::Resume => "0 start, 1 after yield, 2 after yield from, 3 after await",
            Self::Format => "bits 0 and 1: conversion (1 !s, 2 !r, 3 !a); bit 2: a format lies on top",
            Self::Function => "bit 0 defaults, bit 1 keyword-only defaults, bit 2 annotations, bit 3 closure",
            Self::CallEx => "bit 0: there are keyword arguments",
            Self::Slice => "2 or 3: how many values make the slice",
            Self::Raise => "0, 1 or 2: how much stands after raise",
            Self::Reraise => "the depth of the place of the first raise below the exception; 0: none",
            Self::UnpackEx => "low byte: targets before the star; above it: targets after it",
            Self::Awaitable => "0 await, 1 entering async with, 2 leaving it",
            Self::Prefix => "the higher bits of the next instruction's argument",
            Self::JumpForward => "code units to jump forward",
            Self::JumpBackward => "code units to jump backward",
            Self::Jump => "a label",
            Self::Handler => "the handler's label",
            Self::Instrumented => "that of the instruction it stands for",
        }
    }

    /// Whether the argument names a place to go on, forward or backward.
    pub const fn is_jump(self) -> bool {
        matches!(self, Self::JumpForward | Self::JumpBackward | Self::Jump)
    }

    /// The argument is or contains a place in `co_names`.
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Attr | Self::Global | Self::SuperAttr)
    }

    /// The place in `co_names` that an argument of this kind names.
    pub const fn name_index(self, arg: u32) -> Option<u32> {
        match self {
            Self::Name => Some(arg),
            Self::Attr | Self::Global => Some(arg >> 1),
            Self::SuperAttr => Some(arg >> 2),
            _ => None,
        }
    }
}

/// The operators of BINARY_OP, by its argument.
pub const BINARY_OPERATORS: [&str; 26] = [
    "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^", "+=", "&=", "//=", "<<=", "@=",
    "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^=",
];

/// In [`BINARY_OPERATORS`], how far behind `+` stands `+=`, and so with each.
pub const IN_PLACE: u32 = 13;

/// The operators of COMPARE_OP, by number.
pub const COMPARISONS: [&str; 6] = ["<", "<=", "==", "!=", ">", ">="];

/// The internal functions of CALL_INTRINSIC_1, by its argument.
pub const INTRINSICS_1: [&str; 12] = [
    "INTRINSIC_1_INVALID",
    "INTRINSIC_PRINT",
    "INTRINSIC_IMPORT_STAR",
    "INTRINSIC_STOPITERATION_ERROR",
    "INTRINSIC_ASYNC_GEN_WRAP",
    "INTRINSIC_UNARY_POSITIVE",
    "INTRINSIC_LIST_TO_TUPLE",
    "INTRINSIC_TYPEVAR",
    "INTRINSIC_PARAMSPEC",
    "INTRINSIC_TYPEVARTUPLE",
    "INTRINSIC_SUBSCRIPT_GENERIC",
    "INTRINSIC_TYPEALIAS",
];

/// The internal functions of CALL_INTRINSIC_2, by its argument.
pub const INTRINSICS_2: [&str; 5] = [
    "INTRINSIC_2_INVALID",
    "INTRINSIC_PREP_RERAISE_STAR",
    "INTRINSIC_TYPEVAR_WITH_BOUND",
    "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
    "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
];

/// Where a RESUME stands, by its argument.
pub const RESUME_KINDS: [&str; 4] = ["start", "after yield", "after yield from", "after await"];

//! The bits of `co_flags`.

pub const OPTIMIZED: u32 = 0x1;
pub const NEWLOCALS: u32 = 0x2;
pub const VARARGS: u32 = 0x4;
pub const VARKEYWORDS: u32 = 0x8;
pub const NESTED: u32 = 0x10;
pub const GENERATOR: u32 = 0x20;
pub const COROUTINE: u32 = 0x80;
pub const ITERABLE_COROUTINE: u32 = 0x100;
pub const ASYNC_GENERATOR: u32 = 0x200;
pub const FUTURE_DIVISION: u32 = 0x2_0000;
pub const FUTURE_ABSOLUTE_IMPORT: u32 = 0x4_0000;
pub const FUTURE_WITH_STATEMENT: u32 = 0x8_0000;
pub const FUTURE_PRINT_FUNCTION: u32 = 0x10_0000;
pub const FUTURE_UNICODE_LITERALS: u32 = 0x20_0000;
pub const FUTURE_BARRY_AS_BDFL: u32 = 0x40_0000;
pub const FUTURE_GENERATOR_STOP: u32 = 0x80_0000;
pub const FUTURE_ANNOTATIONS: u32 = 0x100_0000;

/// What code hands on to the code that it has compiled.
pub const FUTURES: u32 = FUTURE_DIVISION
    | FUTURE_ABSOLUTE_IMPORT
    | FUTURE_WITH_STATEMENT
    | FUTURE_PRINT_FUNCTION
    | FUTURE_UNICODE_LITERALS
    | FUTURE_BARRY_AS_BDFL
    | FUTURE_GENERATOR_STOP
    | FUTURE_ANNOTATIONS;

//! The instructions, whatever the Python version: made from the one table in `table.rs`.

mod table;

pub(crate) use table::for_each_instruction;

/// What an instruction's argument means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgKind {
    None,
    /// A number whose meaning is the instruction's own.
    Count,
    Const,
    Name,
    Local,
    Free,
    Compare,
    Binary,
    Intrinsic1,
    Intrinsic2,
    Jump,
    /// Pseudo-instructions: the handler's label.
    Handler,
}

macro_rules! define_op {
    ($($variant:ident $name:ident $kind:ident;)*) => {
        /// An instruction or pseudo-instruction.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Op {
            $($variant,)*
        }

        impl Op {
            pub const ALL: &'static [Op] = &[$(Op::$variant,)*];

            /// CPython's name for it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Op::$variant => stringify!($name),)*
                }
            }

            pub const fn arg_kind(self) -> ArgKind {
                match self {
                    $(Op::$variant => ArgKind::$kind,)*
                }
            }
        }
    };
}

for_each_instruction!(define_op);

//! What an instruction's argument stands for, in `dis`'s words.

use super::set_order::ordered;
use crate::{
    code::{Code, Const, Instruction},
    dialect::Dialect,
    isa::{ArgKind, BINARY_OPERATORS, INTRINSICS_1, INTRINSICS_2},
    syntax::Constant,
};

const CONVERSIONS: [&str; 4] = ["", "str", "repr", "ascii"];
const FUNCTION_PARTS: [&str; 4] = ["defaults", "kwdefaults", "annotations", "closure"];

/// The text that `dis` shows in parentheses; empty where it shows none.
pub fn argument(code: &Code, instruction: &Instruction, dialect: &Dialect) -> String {
    let arg = instruction.arg;
    let kind = instruction.op.arg_kind();
    let name = || {
        let index = kind.name_index(arg)?;
        code.names.get(index as usize).map(ToString::to_string)
    };
    let known = match kind {
        ArgKind::Const => code.consts.get(arg as usize).map(repr),
        ArgKind::Name => name(),
        ArgKind::Global if arg & 1 != 0 => name().map(|name| format!("NULL + {name}")),
        ArgKind::Attr | ArgKind::SuperAttr if arg & 1 != 0 => {
            name().map(|name| format!("NULL|self + {name}"))
        }
        ArgKind::Global | ArgKind::Attr | ArgKind::SuperAttr => name(),
        ArgKind::Local | ArgKind::Free => code.localsplus.get(arg as usize).map(|(name, _)| name.to_string()),
        ArgKind::JumpForward | ArgKind::JumpBackward => {
            instruction.jump_target().map(|target| format!("to {target}"))
        }
        ArgKind::Compare => dialect.comparison(arg).map(str::to_owned),
        ArgKind::Binary => BINARY_OPERATORS.get(arg as usize).map(|&operator| operator.to_owned()),
        ArgKind::Intrinsic1 => INTRINSICS_1.get(arg as usize).map(|&name| name.to_owned()),
        ArgKind::Intrinsic2 => INTRINSICS_2.get(arg as usize).map(|&name| name.to_owned()),
        ArgKind::Format => Some(format(arg)),
        ArgKind::Function => Some(function_parts(arg)),
        _ => None,
    };
    known.unwrap_or_default()
}

/// `repr` of a constant. A code object that only lies there has no address.
pub fn repr(constant: &Const) -> String {
    match constant {
        Const::Plain(constant @ (Constant::FrozenSet(_) | Constant::Tuple(_))) => ordered(constant).repr(),
        Const::Plain(constant) => constant.repr(),
        Const::Code(code) => {
            format!(
                "<code object {} at 0x..., file \"{}\", line {}>",
                code.name, code.filename, code.firstlineno
            )
        }
    }
}

fn format(arg: u32) -> String {
    let conversion = CONVERSIONS[(arg & 3) as usize];
    match (conversion, arg & 4 != 0) {
        (_, false) => conversion.to_owned(),
        ("", true) => "with format".to_owned(),
        (_, true) => format!("{conversion}, with format"),
    }
}

fn function_parts(arg: u32) -> String {
    let parts = FUNCTION_PARTS.iter().enumerate().filter(|(bit, _)| arg >> bit & 1 != 0);
    parts.map(|(_, part)| *part).collect::<Vec<_>>().join(", ")
}

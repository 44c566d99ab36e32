//! Instructions in words: what their arguments name. Knows code objects, not the machine.

use super::codes::CodeFacts;
use crate::{
    code::{Code, Const},
    isa::{ArgKind, BINARY_OPERATORS, INTRINSICS_1, INTRINSICS_2, RESUME_KINDS},
};

/// Texts longer than this are shortened on screen.
const LONGEST: usize = 40;

/// One line of at most [`LONGEST`] characters.
pub fn shorten(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_owned();
    if text.contains('\n') {
        for word in words {
            line.push(' ');
            line.push_str(word);
        }
    } else {
        line = text.to_owned();
    }
    if line.chars().count() > LONGEST {
        line = line.chars().take(LONGEST - 1).collect();
        line.push('…');
    }
    line
}

impl CodeFacts {
    /// An instruction and what its argument names: `LOAD_FAST n`.
    pub fn instruction_words(&self, pc: u32) -> String {
        let each = &self.instructions[pc as usize];
        match self.argument_words(pc) {
            arg if arg.is_empty() => each.op.name().to_owned(),
            arg => format!("{} {arg}", each.op.name()),
        }
    }

    /// The same with its offset: `36 BINARY_OP -`.
    pub fn instruction_at(&self, pc: u32) -> String {
        format!("{} {}", self.offset(pc), self.instruction_words(pc))
    }

    /// What the argument means: `n`, `-`, `to L1`, `NULL + print`; empty without argument.
    pub fn argument_words(&self, pc: u32) -> String {
        let each = &self.instructions[pc as usize];
        let arg = each.arg;
        let code = &*self.code;
        match each.op.arg_kind() {
            ArgKind::None => String::new(),
            ArgKind::Const => code.consts.get(arg as usize).map_or_else(String::new, constant_words),
            kind @ (ArgKind::Name | ArgKind::Attr | ArgKind::Global | ArgKind::SuperAttr) => {
                let name = kind.name_index(arg).and_then(|at| code.names.get(at as usize));
                let name = name.map_or("?", |name| name);
                match kind {
                    ArgKind::Global if arg & 1 == 1 => format!("NULL + {name}"),
                    ArgKind::Attr | ArgKind::SuperAttr if arg & 1 == 1 => format!("NULL|self + {name}"),
                    _ => name.to_owned(),
                }
            }
            ArgKind::Local | ArgKind::Free => slot_name(code, arg).to_owned(),
            ArgKind::Compare => self.dialect.comparison(arg).unwrap_or("?").to_owned(),
            ArgKind::Binary => listed(&BINARY_OPERATORS, arg),
            ArgKind::Intrinsic1 => listed(&INTRINSICS_1, arg),
            ArgKind::Intrinsic2 => listed(&INTRINSICS_2, arg),
            ArgKind::Resume => listed(&RESUME_KINDS, arg & 3),
            ArgKind::JumpForward | ArgKind::JumpBackward => each
                .jump_target()
                .map_or_else(String::new, |target| format!("to {}", self.label_or_offset(target))),
            ArgKind::Function => function_parts(arg),
            ArgKind::Format => conversion(arg),
            ArgKind::Invert => ["", "not"][(arg & 1) as usize].to_owned(),
            _ => arg.to_string(),
        }
    }

    pub fn label_or_offset(&self, offset: u32) -> String {
        let label = self.at_offset(offset).and_then(|pc| self.labels.get(&pc));
        label.map_or_else(|| offset.to_string(), |number| format!("L{number}"))
    }
}

fn listed(words: &[&str], arg: u32) -> String {
    words.get(arg as usize).map_or_else(|| arg.to_string(), |word| (*word).to_owned())
}

/// The variable in a slot of the frame.
pub fn slot_name(code: &Code, slot: u32) -> &str {
    code.localsplus.get(slot as usize).map_or("?", |(name, _)| name)
}

fn function_parts(arg: u32) -> String {
    let parts = ["defaults", "kwdefaults", "annotations", "closure"];
    let with = parts.iter().enumerate().filter(|(bit, _)| arg >> bit & 1 == 1).map(|(_, part)| *part);
    with.collect::<Vec<_>>().join(", ")
}

fn conversion(arg: u32) -> String {
    let conversion = ["", "str", "repr", "ascii"][(arg & 3) as usize];
    match (conversion, arg & 4) {
        (only, 0) => only.to_owned(),
        ("", _) => "with format".to_owned(),
        (both, _) => format!("{both}, with format"),
    }
}

/// A constant as `dis` shows it, shortened.
fn constant_words(constant: &Const) -> String {
    match constant {
        Const::Code(code) => format!("<code {}>", code.qualname),
        Const::Plain(plain) => shorten(&plain.repr()),
    }
}

//! Whether a code object from outside can be trusted: every argument within its table, every jump to an
//! instruction, every table well-formed, the value stack never too low. Who reads code objects afterwards need
//! not ask again.

use std::collections::HashSet;

use super::{Code, Const, Instruction, LocalKind, Unbalanced, exceptions, flags, lines};
use crate::{
    dialect::Dialect,
    isa::{ArgKind, BINARY_OPERATORS, COMPARISONS, INTRINSICS_1, INTRINSICS_2, Op},
    syntax::Constant,
};

impl Code {
    /// Says what is wrong with it, if it cannot be run.
    pub fn verify(&self, dialect: &Dialect) -> Result<(), String> {
        verify(self, dialect)
    }

    /// Python's `==`: what it is called as a whole and which file it comes from does not matter.
    pub fn is_like(&self, other: &Self) -> bool {
        let like = |pair: (&Const, &Const)| match pair {
            (Const::Code(a), Const::Code(b)) => a.is_like(b),
            (a, b) => a == b,
        };
        let of = |code: &Self| {
            (code.argcount, code.posonlyargcount, code.kwonlyargcount, code.flags, code.firstlineno)
        };
        of(self) == of(other)
            && self.name == other.name
            && self.code == other.code
            && self.consts.len() == other.consts.len()
            && self.consts.iter().zip(&other.consts).all(like)
            && self.names == other.names
            && self.localsplus.iter().map(|(name, _)| name).eq(other.localsplus.iter().map(|(name, _)| name))
            && self.linetable == other.linetable
            && self.exceptiontable == other.exceptiontable
    }
}

/// Checks one code object, not those among its constants.
pub(super) fn verify(code: &Code, dialect: &Dialect) -> Result<(), String> {
    if code.code.is_empty() || !code.code.len().is_multiple_of(2) {
        return Err("the code of a code object is not whole units".to_owned());
    }
    check_parameters(code)?;
    let instructions = code.instructions(dialect);
    check_units(code, &instructions)?;
    let starts: HashSet<u32> = instructions.iter().map(|instruction| instruction.start).collect();
    for instruction in &instructions {
        check_argument(code, instruction, &starts, dialect).map_err(|what| {
            format!("in {} at offset {}: {} {what}", code.qualname, instruction.offset, instruction.op.name())
        })?;
    }
    check_tables(code, &starts)?;
    check_keywords(code, &instructions)?;
    let unbalanced = |offset: u32| {
        format!("in {} at offset {offset}: the value stack is too low or too high", code.qualname)
    };
    let depths = code.stack_depths(&instructions).map_err(|Unbalanced(offset)| unbalanced(offset))?;
    let handlers = code.exception_entries();
    for (instruction, depth) in instructions.iter().zip(depths) {
        let Some(depth) = depth else { continue };
        // It looks below what it takes.
        let reaches_down = instruction.op == Op::Reraise && depth <= instruction.arg;
        let covers = |at: u32, entry: &exceptions::ExceptionEntry| (entry.start..entry.end).contains(&at);
        let handler = handlers.iter().find(|entry| covers(instruction.start, entry));
        // A handler finds as much as it keeps, though what has failed has let go of its operands.
        if reaches_down || handler.is_some_and(|entry| entry.depth > instruction.left_when_failed(depth)) {
            return Err(unbalanced(instruction.offset));
        }
    }
    Ok(())
}

fn check_parameters(code: &Code) -> Result<(), String> {
    let stars = [flags::VARARGS, flags::VARKEYWORDS].iter().filter(|&&flag| code.flags & flag != 0).count();
    let wanted = u64::from(code.argcount) + u64::from(code.kwonlyargcount) + stars as u64;
    if code.posonlyargcount > code.argcount || wanted > code.nlocals() as u64 {
        return Err(format!("{} has more parameters than local variables", code.qualname));
    }
    Ok(())
}

/// The instructions cover the code from its first byte to its last, and control does not leave it there.
fn check_units(code: &Code, instructions: &[Instruction]) -> Result<(), String> {
    let mut at = 0;
    for instruction in instructions {
        if instruction.op == Op::Cache || instruction.start != at {
            return Err(format!("{} holds a unit that is no instruction at offset {at}", code.qualname));
        }
        at = instruction.end();
    }
    if at as usize != code.code.len() {
        return Err(format!("{} holds a unit that is no instruction at offset {at}", code.qualname));
    }
    match instructions.last() {
        Some(last) if last.op.is_terminator() => Ok(()),
        _ => Err(format!("{} runs past its end", code.qualname)),
    }
}

fn check_argument(
    code: &Code,
    instruction: &Instruction,
    starts: &HashSet<u32>,
    dialect: &Dialect,
) -> Result<(), String> {
    let arg = instruction.arg;
    let kind = instruction.op.arg_kind();
    check_shape(code, instruction)?;
    let (index, length, table) = match kind {
        ArgKind::Const => (arg, code.consts.len(), "constants"),
        ArgKind::Local | ArgKind::Free => (arg, code.localsplus.len(), "variables"),
        ArgKind::Binary => (arg, BINARY_OPERATORS.len(), "operators"),
        ArgKind::Compare => (arg >> dialect.compare_shift, COMPARISONS.len(), "operators"),
        ArgKind::Intrinsic1 => (arg, INTRINSICS_1.len(), "internal functions"),
        ArgKind::Intrinsic2 => (arg, INTRINSICS_2.len(), "internal functions"),
        _ if let Some(index) = kind.name_index(arg) => (index, code.names.len(), "names"),
        _ if let Some(target) = instruction.jump_target() => {
            let ends_loop = || u16::from(code.code[target as usize]) == dialect.number(Op::EndFor);
            let lands = starts.contains(&target) && (instruction.op != Op::ForIter || ends_loop());
            return lands
                .then_some(())
                .ok_or_else(|| format!("jumps to {target}, where no instruction begins"));
        }
        _ => return Ok(()),
    };
    if index as usize >= length {
        return Err(format!("asks for number {index} of {length} {table}"));
    }
    Ok(())
}

/// Names of keyword arguments stand right before the call that has these arguments.
fn check_keywords(code: &Code, instructions: &[Instruction]) -> Result<(), String> {
    for pair in instructions.windows(2).filter(|pair| pair[0].op == Op::KwNames) {
        let names = match &code.consts[pair[0].arg as usize] {
            Const::Plain(Constant::Tuple(names)) => names.len(),
            _ => 0,
        };
        if pair[1].op != Op::Call || (pair[1].arg as usize) < names {
            let offset = pair[0].offset;
            return Err(format!("in {} at offset {offset}: KW_NAMES belongs to no call", code.qualname));
        }
    }
    Ok(())
}

/// What else an instruction takes for granted of its argument.
fn check_shape(code: &Code, instruction: &Instruction) -> Result<(), String> {
    let arg = instruction.arg as usize;
    let is_name = |item: &Constant| matches!(item, Constant::Str(_));
    let as_it_should = match (instruction.op, instruction.op.arg_kind()) {
        (Op::KwNames, _) => {
            matches!(code.consts.get(arg), Some(Const::Plain(Constant::Tuple(names))) if names.iter().all(is_name))
        }
        (Op::CopyFreeVars, _) => arg == code.freevars().count(),
        (_, ArgKind::Depth) => arg > 0,
        (Op::RaiseVarargs, _) => arg <= 2,
        (_, ArgKind::Free) => {
            code.localsplus.get(arg).is_some_and(|(_, kind)| kind.has(LocalKind::CELL | LocalKind::FREE))
        }
        _ => true,
    };
    as_it_should.then_some(()).ok_or_else(|| format!("cannot have the argument {arg}"))
}

fn check_tables(code: &Code, starts: &HashSet<u32>) -> Result<(), String> {
    let Some(entries) = exceptions::parse(&code.exceptiontable) else {
        return Err(format!("the exception table of {} is damaged", code.qualname));
    };
    let begins = |at: u32| starts.contains(&at);
    let ends = |at: u32| begins(at) || at as usize == code.code.len();
    let in_order = entries.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let whole = |entry: &exceptions::ExceptionEntry| {
        begins(entry.start) && begins(entry.target) && ends(entry.end) && entry.start < entry.end
    };
    if !in_order || !entries.iter().all(whole) {
        return Err(format!("the exception table of {} leaves the code", code.qualname));
    }
    let mut places = lines::Entries::new(code);
    let units: u64 = places.by_ref().map(|entry| u64::from(entry.units)).sum();
    if places.is_damaged() || units * 2 != code.code.len() as u64 {
        return Err(format!("the line table of {} does not fit its code", code.qualname));
    }
    let slot = LocalKind::LOCAL | LocalKind::CELL | LocalKind::FREE;
    if code.localsplus.iter().any(|(_, kind)| !kind.has(slot)) {
        return Err(format!("{} has a variable of no kind", code.qualname));
    }
    Ok(())
}

//! A code object made ready to run: decoded once, its constants and names on the heap. Shared, never changed
//! but for its caches, which belong to no moment: what they remember carries numbers that are given only once.

use std::{
    cell::{Cell, OnceCell},
    rc::Rc,
};

use crate::{
    code::{Code, Const, Instruction, LocalKind},
    dialect::Dialect,
    isa::Op,
    source::Location,
    syntax::Constant,
};

use super::{Comparison, Handle, Heap, Obj, Value, builtin_types::Type, symbols};

/// One decoded instruction. Jumps name the number of the instruction they go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instr {
    pub op: Op,
    pub arg: u32,
}

/// What an instruction remembers of the last time. All zero: nothing.
#[derive(Clone, Copy, Debug)]
pub struct Cache {
    pub version: u64,
    pub version2: u64,
    pub at: u32,
    pub value: Value,
}

impl Cache {
    pub const EMPTY: Self = Self { version: 0, version2: 0, at: 0, value: Value::Null };
}

/// Where an exception raised between two instructions goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u32,
    pub push_lasti: bool,
}

#[derive(Debug)]
pub struct CodeObject {
    pub code: Rc<Code>,
    pub instrs: Box<[Instr]>,
    /// Byte offset of each instruction's first unit (an `EXTENDED_ARG` belongs to what it extends), and the
    /// code's length at the end.
    pub offsets: Box<[u32]>,
    pub caches: Box<[Cell<Cache>]>,
    pub handlers: Box<[Handler]>,
    pub consts: Box<[Value]>,
    pub names: Box<[Value]>,
    /// Names of the slots of a frame.
    pub slots: Box<[Value]>,
    pub name: Value,
    pub qualname: Value,
    pub filename: Value,
    /// Whether all its parameters go by position, one value each.
    pub is_positional: bool,
    pub argcount: u32,
    pub posonlyargcount: u32,
    pub kwonlyargcount: u32,
    pub nslots: u32,
    /// How many free variables: they are the last slots.
    pub nfree: u32,
    pub stacksize: u32,
    pub flags: u32,
    pub dialect: &'static Dialect,
    /// The place of each instruction, once one has been asked for.
    positions: OnceCell<Box<[Location]>>,
    /// How deep the stack is when each instruction has failed, once that has been asked for.
    failed_depths: OnceCell<Box<[u32]>>,
}

pub const OPTIMIZED: u32 = 1;
pub const NEW_LOCALS: u32 = 2;
pub const VARARGS: u32 = 4;
pub const VARKEYWORDS: u32 = 8;
pub const GENERATOR: u32 = 0x20;
pub const COROUTINE: u32 = 0x80;
pub const ITERABLE_COROUTINE: u32 = 0x100;
pub const ASYNC_GENERATOR: u32 = 0x200;

impl CodeObject {
    pub fn has_flag(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        self.consts.iter().chain(&self.names).chain(&self.slots).copied().for_each(&mut *see);
        [self.name, self.qualname, self.filename].into_iter().for_each(see);
    }

    /// Whether a frame that goes on here stands in a `yield from` or an `await`.
    pub fn resumes_delegating(&self, pc: u32) -> bool {
        self.instrs.get(pc as usize).is_some_and(|next| next.op == Op::Resume && next.arg >= 2)
    }

    /// The instruction that begins at this byte offset.
    pub fn at_offset(&self, offset: u32) -> Option<u32> {
        self.offsets[..self.instrs.len()].binary_search(&offset).ok().map(|at| at as u32)
    }

    /// Where the instruction comes from.
    pub fn position(&self, pc: u32) -> Location {
        let positions = self.positions.get_or_init(|| {
            let units = self.code.positions();
            let of = |pc| units.get(self.unit_of_op(pc) as usize).copied().unwrap_or(Location::NONE);
            (0..self.instrs.len() as u32).map(of).collect()
        });
        positions.get(pc as usize).copied().unwrap_or(Location::NONE)
    }

    /// How deep the stack is when the instruction has failed.
    pub fn failed_depth(&self, pc: u32) -> u32 {
        let depths = self.failed_depths.get_or_init(|| {
            let instructions = self.code.instructions(self.dialect);
            let before = self.code.stack_depths(&instructions).unwrap_or_default();
            let left = |(depth, instruction): (Option<u32>, &Instruction)| {
                depth.map_or(u32::MAX, |depth| instruction.left_when_failed(depth))
            };
            before.into_iter().zip(&instructions).map(left).collect()
        });
        depths.get(pc as usize).copied().unwrap_or(u32::MAX)
    }

    pub fn line_at(&self, pc: u32) -> Option<u32> {
        u32::try_from(self.position(pc).line).ok()
    }

    /// The code unit of the instruction itself, behind its `EXTENDED_ARG`s.
    pub fn unit_of_op(&self, pc: u32) -> u32 {
        let first = self.offsets[pc as usize] as usize / 2;
        let prefix = self.dialect.number(Op::ExtendedArg) as u8;
        let units = self.code.code[first * 2..].iter().step_by(2);
        (first + units.take_while(|&&number| number == prefix).count()) as u32
    }

    /// The instruction that a code unit belongs to, be it one of its caches.
    pub fn at_unit(&self, unit: u32) -> u32 {
        (self.offsets.partition_point(|&offset| offset / 2 <= unit) as u32).saturating_sub(1)
    }

    pub fn handler(&self, pc: u32) -> Option<&Handler> {
        // Inner ranges do not overlap outer ones: the table is cut so that one entry holds for each place.
        let after = self.handlers.partition_point(|handler| handler.start <= pc);
        self.handlers[..after].last().filter(|handler| pc < handler.end)
    }
}

impl Heap {
    /// Puts a code object on the heap, and with it all that are among its constants.
    pub fn load_code(&mut self, code: &Rc<Code>, dialect: &'static Dialect) -> Handle {
        let consts = code.consts.iter().map(|constant| self.load_const(constant, dialect)).collect();
        self.load_code_with(code, dialect, consts)
    }

    /// The same with constants that are objects already.
    pub fn load_code_with(
        &mut self,
        code: &Rc<Code>,
        dialect: &'static Dialect,
        consts: Box<[Value]>,
    ) -> Handle {
        let (instrs, offsets) = decode(code, dialect);
        let units = UnitMap::new(&offsets);
        let handlers = handlers(&code.exceptiontable, &units);
        let names = code.names.iter().map(|name| self.intern(name).into()).collect();
        let slots: Box<[Value]> = code.localsplus.iter().map(|(name, _)| self.intern(name).into()).collect();
        let nfree = code.localsplus.iter().filter(|(_, kind)| kind.has(LocalKind::FREE)).count() as u32;
        let object = CodeObject {
            caches: vec![Cell::new(Cache::EMPTY); instrs.len()].into(),
            instrs,
            offsets,
            handlers,
            consts,
            names,
            nslots: slots.len() as u32,
            slots,
            name: self.intern(&code.name).into(),
            qualname: self.intern(&code.qualname).into(),
            filename: self.intern(&code.filename).into(),
            is_positional: code.kwonlyargcount == 0 && code.flags & (VARARGS | VARKEYWORDS) == 0,
            argcount: code.argcount,
            posonlyargcount: code.posonlyargcount,
            kwonlyargcount: code.kwonlyargcount,
            nfree,
            stacksize: code.stacksize,
            flags: code.flags,
            code: code.clone(),
            dialect,
            positions: OnceCell::new(),
            failed_depths: OnceCell::new(),
        };
        self.alloc_handle(Type::Code.handle(), Obj::Code(Rc::new(object)))
    }

    fn load_const(&mut self, constant: &Const, dialect: &'static Dialect) -> Value {
        match constant {
            Const::Code(code) => self.load_code(code, dialect).into(),
            Const::Plain(plain) => self.load_constant(plain),
        }
    }

    /// The value as a constant, if it can be one.
    pub fn as_constant(&self, value: Value) -> Option<Constant> {
        let items =
            |items: &[Value]| items.iter().map(|&item| self.as_constant(item)).collect::<Option<Vec<_>>>();
        Some(match value {
            Value::Null => return None,
            Value::None => Constant::None,
            Value::Bool(value) => Constant::Bool(value),
            Value::Int(value) => Constant::Int(value),
            Value::Float(value) => Constant::Float(value),
            _ if value == symbols::ELLIPSIS.into() => Constant::Ellipsis,
            Value::Ref(handle) => match (Type::at(self.slot(handle).class)?, self.obj(handle)) {
                (Type::Int, Obj::Int(value)) => Constant::BigInt(value.clone()),
                (Type::Complex, Obj::Complex(parts)) => Constant::Complex { re: parts.0, im: parts.1 },
                (Type::Str, Obj::Str(text)) => Constant::Str(text.text().clone()),
                (Type::Bytes, Obj::Bytes(bytes)) => Constant::Bytes(bytes.clone()),
                (Type::Tuple, Obj::Tuple(parts)) => Constant::Tuple(items(parts)?.into()),
                (Type::FrozenSet, Obj::Set(set)) => {
                    let parts: Vec<Value> = set.iter().map(|entry| entry.key).collect();
                    Constant::FrozenSet(items(&parts)?.into())
                }
                _ => return None,
            },
        })
    }

    pub fn load_constant(&mut self, constant: &Constant) -> Value {
        match constant {
            Constant::None => Value::None,
            Constant::Ellipsis => symbols::ELLIPSIS.into(),
            Constant::Bool(value) => Value::Bool(*value),
            Constant::Int(value) => Value::Int(*value),
            Constant::BigInt(value) => self.big((**value).clone()),
            Constant::Float(value) => Value::Float(*value),
            Constant::Complex { re, im } => self.complex(*re, *im),
            Constant::Str(text) => match text.as_str() {
                // CPython interns constants that look like names.
                Some(name) if name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric()) => {
                    self.intern(name).into()
                }
                _ => self.text(text.clone()),
            },
            Constant::Bytes(bytes) => self.bytes(bytes.clone()),
            Constant::Tuple(items) => {
                let items = items.iter().map(|item| self.load_constant(item)).collect();
                self.tuple(items)
            }
            Constant::FrozenSet(items) => {
                let items: Vec<Value> = items.iter().map(|item| self.load_constant(item)).collect();
                self.frozen_set(&items)
            }
        }
    }
}

fn decode(code: &Code, dialect: &Dialect) -> (Box<[Instr]>, Box<[u32]>) {
    let (mut instrs, mut offsets) = (Vec::new(), Vec::new());
    // For each jump, the unit it goes to.
    let (mut at, mut first, mut extended, mut jumps) = (0, 0, 0u32, Vec::new());
    while at < code.code.len() / 2 {
        let (number, low) = (code.code[at * 2], code.code[at * 2 + 1]);
        let op = dialect.op(number).expect("the dialect names every opcode in a code object");
        let caches = dialect.caches(op);
        let mut arg = extended << 8 | u32::from(low);
        at += 1;
        if op == Op::ExtendedArg {
            extended = arg;
            continue;
        }
        let next = at + caches as usize;
        match op {
            Op::JumpBackward | Op::JumpBackwardNoInterrupt => jumps.push((instrs.len(), next - arg as usize)),
            Op::JumpForward
            | Op::PopJumpIfFalse
            | Op::PopJumpIfTrue
            | Op::PopJumpIfNone
            | Op::PopJumpIfNotNone
            | Op::ForIter
            | Op::Send => jumps.push((instrs.len(), next + arg as usize)),
            Op::CompareOp => arg = comparison(dialect, arg),
            _ => {}
        }
        instrs.push(Instr { op, arg });
        offsets.push(first as u32 * 2);
        (at, first, extended) = (next, next, 0);
    }
    offsets.push(code.code.len() as u32);
    let units = UnitMap::new(&offsets);
    for (number, unit) in jumps {
        instrs[number].arg = units.instr(unit as u32);
    }
    (instrs.into(), offsets.into())
}

/// The number of the comparison among [`Comparison::ALL`], whatever bits the dialect adds.
fn comparison(dialect: &Dialect, arg: u32) -> u32 {
    let symbol = dialect.comparison(arg).expect("the dialect knows its comparisons");
    let number = Comparison::ALL.iter().position(|comparison| comparison.symbol() == symbol);
    number.expect("the six comparisons of the language") as u32
}

/// From code units to the instructions they belong to.
struct UnitMap(Vec<u32>);

impl UnitMap {
    fn new(offsets: &[u32]) -> Self {
        let mut of = Vec::new();
        for (number, pair) in offsets.windows(2).enumerate() {
            of.extend((pair[0]..pair[1]).step_by(2).map(|_| number as u32));
        }
        of.push(offsets.len() as u32 - 1);
        Self(of)
    }

    fn instr(&self, unit: u32) -> u32 {
        self.0[unit as usize]
    }
}

/// The exception table: four numbers an entry, six bits a byte, the most significant first.
fn handlers(table: &[u8], units: &UnitMap) -> Box<[Handler]> {
    let mut bytes = table.iter();
    let mut number = || {
        let mut byte = *bytes.next()?;
        let mut value = u32::from(byte & 0x3F);
        while byte & 0x40 != 0 {
            byte = *bytes.next()?;
            value = value << 6 | u32::from(byte & 0x3F);
        }
        Some(value)
    };
    let mut found = Vec::new();
    while let (Some(start), Some(len), Some(target), Some(depth)) = (number(), number(), number(), number()) {
        found.push(Handler {
            start: units.instr(start),
            end: units.instr(start + len),
            target: units.instr(target),
            depth: depth >> 1,
            push_lasti: depth & 1 == 1,
        });
    }
    found.into()
}

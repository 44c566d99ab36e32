//! Bytes to code object. The bytes may be anything: every length is checked against what is left before
//! memory is asked for, and what comes out has been verified, so that the machine may trust it.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};

use super::{Error, FLAG_REF};
use crate::{
    code::{Code, Const, LocalKind, verify},
    dialect::Dialect,
    source::Text,
    syntax::{Constant, ast::Name},
};

/// How deep objects may lie in each other, as in CPython: lambdas within lambdas come that far, and hostile
/// bytes shall not exhaust the stack.
const MAX_DEPTH: u32 = 2000;
/// How many objects there may be for each byte once references are followed: a few bytes can say "twice what I said
/// before" many times over, and nobody could print or run that.
const MAX_SPREAD: usize = 64;
/// As many are always allowed.
const FREE_SPREAD: usize = 1 << 18;

/// Reads one code object; the bytes after it are returned too.
pub fn read<'a>(bytes: &'a [u8], dialect: &Dialect) -> Result<(Rc<Code>, &'a [u8]), Error> {
    let mut reader = Reader { bytes, at: 0, refs: Vec::new(), depth: 0, spread: 0, dialect };
    match reader.object()? {
        Object::Code(code) => Ok((code, &bytes[reader.at..])),
        _ => Err(Error::new("bad marshal data: it does not hold a code object")),
    }
}

/// What can stand inside a code object. A tuple of constants only is itself a constant.
#[derive(Clone)]
enum Object {
    Plain(Constant),
    Code(Rc<Code>),
    Mixed(Rc<[Object]>),
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Objects that may be referred to; `None` while still being read.
    refs: Vec<Option<(Object, usize)>>,
    depth: u32,
    /// How many objects there are so far, those that are referred to counted each time.
    spread: usize,
    dialect: &'a Dialect,
}

impl Reader<'_> {
    fn error(&self, what: &str) -> Error {
        Error::new(format!("bad marshal data at byte {}: {what}", self.at))
    }

    fn take(&mut self, count: usize) -> Result<&[u8], Error> {
        let rest = &self.bytes[self.at..];
        if count > rest.len() {
            return Err(self.error("the data ends too early"));
        }
        self.at += count;
        Ok(&rest[..count])
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        Ok(self.take(N)?.try_into().expect("took N bytes"))
    }

    fn byte(&mut self) -> Result<u8, Error> {
        let [byte] = self.array()?;
        Ok(byte)
    }

    fn int(&mut self) -> Result<i32, Error> {
        Ok(i32::from_le_bytes(self.array()?))
    }

    /// A number of things of which each takes at least `size` bytes.
    fn length(&mut self, size: usize) -> Result<usize, Error> {
        let count = self.int()?;
        self.fits(count, size)
    }

    fn fits(&self, count: i32, size: usize) -> Result<usize, Error> {
        let count = usize::try_from(count).map_err(|_| self.error("a size is negative"))?;
        match count * size <= self.bytes.len() - self.at {
            true => Ok(count),
            false => Err(self.error("the data ends too early")),
        }
    }

    fn object(&mut self) -> Result<Object, Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("it is nested too deeply"));
        }
        let tag = self.byte()?;
        let kind = tag & !FLAG_REF;
        // The number belongs to the object's beginning, before what it holds is read.
        let slot = (tag & FLAG_REF != 0 && !matches!(kind, b'N' | b'T' | b'F' | b'.' | b'r')).then(|| {
            self.refs.push(None);
            self.refs.len() - 1
        });
        let before = self.spread;
        let object = self.body(kind)?;
        self.spread += 1;
        if self.spread > FREE_SPREAD + MAX_SPREAD * self.bytes.len() {
            return Err(self.error("its references make it endlessly long"));
        }
        if let Some(slot) = slot {
            self.refs[slot] = Some((object.clone(), self.spread - before));
        }
        self.depth -= 1;
        Ok(object)
    }

    fn body(&mut self, kind: u8) -> Result<Object, Error> {
        Ok(match kind {
            b'c' => Object::Code(self.code()?),
            b'r' => {
                let index = self.int()?;
                let known = usize::try_from(index).ok().and_then(|index| self.refs.get(index)?.clone());
                let (object, spread) =
                    known.ok_or_else(|| self.error("it refers to an object that is not there"))?;
                self.spread += spread;
                object
            }
            b'(' => {
                let count = self.length(1)?;
                self.tuple(count)?
            }
            b')' => {
                let count = i32::from(self.byte()?);
                let count = self.fits(count, 1)?;
                self.tuple(count)?
            }
            _ => Object::Plain(self.constant(kind)?),
        })
    }

    fn constant(&mut self, kind: u8) -> Result<Constant, Error> {
        Ok(match kind {
            b'N' => Constant::None,
            b'.' => Constant::Ellipsis,
            b'F' => Constant::Bool(false),
            b'T' => Constant::Bool(true),
            b'i' => Constant::Int(self.int()?.into()),
            b'I' => Constant::Int(i64::from_le_bytes(self.array()?)),
            b'l' => self.long()?,
            b'g' => Constant::Float(self.float()?),
            b'y' => Constant::Complex { re: self.float()?, im: self.float()? },
            b's' => {
                let count = self.length(1)?;
                Constant::Bytes(self.take(count)?.into())
            }
            b'a' | b'A' => {
                let count = self.length(1)?;
                Constant::Str(self.latin1(count)?)
            }
            b'z' | b'Z' => {
                let count = self.byte()?.into();
                Constant::Str(self.latin1(count)?)
            }
            b'u' | b't' => {
                let count = self.length(1)?;
                Constant::Str(self.utf8(count)?)
            }
            b'>' => {
                let count = self.length(1)?;
                match self.items(count)? {
                    Items::Plain(items) => Constant::FrozenSet(items),
                    Items::Mixed(_) => return Err(self.error("a set holds a code object")),
                }
            }
            _ => {
                return Err(self.error(&format!("no code object holds an object of type {:?}", kind as char)));
            }
        })
    }

    fn float(&mut self) -> Result<f64, Error> {
        Ok(f64::from_le_bytes(self.array()?))
    }

    /// Digits of fifteen bits, their count negative for a negative number.
    fn long(&mut self) -> Result<Constant, Error> {
        let count = self.int()?;
        let sign = if count < 0 { Sign::Minus } else { Sign::Plus };
        let count = self.fits(count.checked_abs().unwrap_or(i32::MAX), 2)?;
        let mut bits = Vec::with_capacity(count * 15);
        let mut last = 1;
        for _ in 0..count {
            last = u16::from_le_bytes(self.array()?);
            if last >> 15 != 0 {
                return Err(self.error("a digit of an int is out of range"));
            }
            bits.extend((0..15).map(|bit| (last >> bit & 1) as u8));
        }
        if last == 0 {
            return Err(self.error("an int is not normalised"));
        }
        Ok(BigInt::from_radix_le(sign, &bits, 2).expect("digits are zero and one").into())
    }

    fn latin1(&mut self, count: usize) -> Result<Text, Error> {
        Ok(Text::from_code_points(self.take(count)?.iter().map(|&byte| byte.into())))
    }

    fn utf8(&mut self, count: usize) -> Result<Text, Error> {
        let bytes = self.take(count)?;
        Text::from_generalised_utf8(bytes).ok_or_else(|| self.error("a string is not UTF-8"))
    }

    fn tuple(&mut self, count: usize) -> Result<Object, Error> {
        Ok(match self.items(count)? {
            Items::Plain(items) => Object::Plain(Constant::Tuple(items)),
            Items::Mixed(items) => Object::Mixed(items),
        })
    }

    fn items(&mut self, count: usize) -> Result<Items, Error> {
        let mut plain: Vec<Constant> = Vec::new();
        let mut mixed: Vec<Object> = Vec::new();
        for _ in 0..count {
            match self.object()? {
                Object::Plain(item) if mixed.is_empty() => plain.push(item),
                item => {
                    mixed.extend(plain.drain(..).map(Object::Plain));
                    mixed.push(item);
                }
            }
        }
        Ok(if mixed.is_empty() { Items::Plain(plain.into()) } else { Items::Mixed(mixed.into()) })
    }

    fn code(&mut self) -> Result<Rc<Code>, Error> {
        let mut counts = [0; 5];
        for count in &mut counts {
            let number = self.int()?;
            *count = u32::try_from(number).map_err(|_| self.error("a count of a code object is negative"))?;
        }
        let [argcount, posonlyargcount, kwonlyargcount, stacksize, flags] = counts;
        let code = self.bytes()?;
        let consts = self.consts()?;
        let names = self.names()?;
        let local_names = self.names()?;
        let kinds = self.bytes()?;
        if local_names.len() != kinds.len() {
            return Err(self.error("a code object has not one kind for each local variable"));
        }
        let localsplus =
            local_names.into_iter().zip(&kinds).map(|(name, &kind)| (name, LocalKind(kind))).collect();
        let code = Code {
            filename: self.name()?,
            name: self.name()?,
            qualname: self.name()?,
            firstlineno: self.int()?,
            linetable: self.bytes()?,
            exceptiontable: self.bytes()?,
            argcount,
            posonlyargcount,
            kwonlyargcount,
            stacksize,
            flags,
            code,
            consts,
            names,
            localsplus,
        };
        verify::verify(&code, self.dialect).map_err(|what| self.error(&what))?;
        Ok(Rc::new(code))
    }

    fn consts(&mut self) -> Result<Vec<Const>, Error> {
        match self.object()? {
            Object::Plain(Constant::Tuple(items)) => Ok(items.iter().cloned().map(Const::Plain).collect()),
            Object::Mixed(items) => items
                .iter()
                .map(|item| match item {
                    Object::Plain(constant) => Ok(Const::Plain(constant.clone())),
                    Object::Code(code) => Ok(Const::Code(Rc::clone(code))),
                    Object::Mixed(_) => Err(self.error("a tuple constant holds a code object")),
                })
                .collect(),
            _ => Err(self.error("the constants of a code object are not a tuple")),
        }
    }

    fn names(&mut self) -> Result<Vec<Name>, Error> {
        match self.object()? {
            Object::Plain(Constant::Tuple(items)) => items.iter().map(|item| self.as_name(item)).collect(),
            _ => Err(self.error("the names of a code object are not a tuple of strings")),
        }
    }

    fn name(&mut self) -> Result<Name, Error> {
        match self.object()? {
            Object::Plain(constant) => self.as_name(&constant),
            _ => Err(self.error("a name is not a string")),
        }
    }

    fn as_name(&self, constant: &Constant) -> Result<Name, Error> {
        match constant {
            Constant::Str(Text::Utf8(name)) => Ok(Rc::clone(name)),
            Constant::Str(_) => Err(self.error("a name holds a lone surrogate")),
            _ => Err(self.error("a name is not a string")),
        }
    }

    fn bytes(&mut self) -> Result<Box<[u8]>, Error> {
        match self.object()? {
            Object::Plain(Constant::Bytes(bytes)) => Ok((*bytes).into()),
            _ => Err(self.error("a table of a code object is not bytes")),
        }
    }
}

enum Items {
    Plain(Rc<[Constant]>),
    Mixed(Rc<[Object]>),
}

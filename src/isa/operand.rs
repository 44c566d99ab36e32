//! The operands of an instruction: their names, and how many of each there are for a given argument.
//! Knows nothing of what the names mean.

use std::fmt;

/// How many of an operand there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    One,
    /// As many as the argument says.
    Arg,
    /// The argument less this.
    ArgLess(u32),
    /// The argument's low byte.
    LowByte,
    /// The argument without its low byte.
    AboveLowByte,
    /// One if the argument has one of these bits.
    If(u32),
    /// One if the argument has none of these bits.
    Unless(u32),
    /// One if the argument is this.
    IfEqual(u32),
}

impl Count {
    const fn of(self, arg: u32) -> u32 {
        match self {
            Self::One => 1,
            Self::Arg => arg,
            Self::ArgLess(less) => arg.saturating_sub(less),
            Self::LowByte => arg & 0xFF,
            Self::AboveLowByte => arg >> 8,
            Self::If(bits) => (arg & bits != 0) as u32,
            Self::Unless(bits) => (arg & bits == 0) as u32,
            Self::IfEqual(value) => (arg == value) as u32,
        }
    }

    /// The condition or number in words, where it is not simply one.
    fn words(self) -> Option<String> {
        match self {
            Self::One => None,
            Self::Arg => Some("as many as the argument says".into()),
            Self::ArgLess(less) => Some(format!("the argument less {less}")),
            Self::LowByte => Some("the argument's low byte".into()),
            Self::AboveLowByte => Some("the argument above its low byte".into()),
            Self::If(bits) => Some(format!("if the argument has {}", bits_in_words(bits))),
            Self::Unless(bits) => Some(format!("unless the argument has {}", bits_in_words(bits))),
            Self::IfEqual(value) => Some(format!("if the argument is {value}")),
        }
    }
}

fn bits_in_words(bits: u32) -> String {
    let set: Vec<String> = (0..u32::BITS).filter(|at| bits >> at & 1 == 1).map(|at| at.to_string()).collect();
    format!("bit {}", set.join(" or "))
}

/// One entry of a table row: `value`, `arg[oparg]`, `(key, value)[oparg]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operands {
    pub names: &'static [&'static str],
    pub count: Count,
    /// Numbered from the top of the stack: the first is the topmost.
    pub down: bool,
}

impl Operands {
    /// How many slots of the stack these are.
    pub const fn slots(&self, arg: u32) -> u32 {
        self.count.of(arg) * self.names.len() as u32
    }

    fn each(&'static self, arg: u32) -> impl Iterator<Item = Operand> {
        let count = self.count.of(arg);
        let numbered =
            !matches!(self.count, Count::One | Count::If(_) | Count::Unless(_) | Count::IfEqual(_));
        (0..count).flat_map(move |at| {
            let number = if self.down { count - at } else { at + 1 };
            self.names.iter().map(move |name| Operand { name, number: numbered.then_some(number) })
        })
    }
}

/// The entry as the reference prints it: `arg (as many as the argument says)`.
impl fmt::Display for Operands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.names.join(", "))?;
        match self.count.words() {
            Some(words) => write!(f, " ({words})"),
            None => Ok(()),
        }
    }
}

/// The name of one slot: `left`, `arg 2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operand {
    pub name: &'static str,
    /// From 1, where there may be several of that name.
    pub number: Option<u32>,
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            Some(number) => write!(f, "{} {number}", self.name),
            None => f.write_str(self.name),
        }
    }
}

/// All slots of a list for an argument, bottom first.
pub(super) fn expand(list: &'static [Operands], arg: u32) -> impl Iterator<Item = Operand> {
    list.iter().flat_map(move |operands| operands.each(arg))
}

/// Whether how many slots a list takes depends on no bit of the argument from this one up.
pub(super) const fn depend_on_bits_below(list: &[Operands], bit: u32) -> bool {
    let mut at = 0;
    while at < list.len() {
        let is_below = match list[at].count {
            Count::One => true,
            Count::If(bits) | Count::Unless(bits) => bits < bit,
            _ => false,
        };
        if !is_below {
            return false;
        }
        at += 1;
    }
    true
}

/// How many slots of the stack a list takes.
pub(super) const fn slots(list: &[Operands], arg: u32) -> u32 {
    let mut sum = 0;
    let mut at = 0;
    while at < list.len() {
        sum += list[at].slots(arg);
        at += 1;
    }
    sum
}

/// Reads one bracketed list of a table row.
macro_rules! operands {
    ([$($operand:tt $([$($count:tt)*])?),*]) => {
        &[$($crate::isa::operand::operands!(@entry $operand [$($($count)*)?])),*]
    };
    (@entry $operand:tt [oparg $($rest:tt)*]) => {
        $crate::isa::operand::operands!(@number $operand $($rest)*)
    };
    (@entry $operand:tt []) => { $crate::isa::operand::operands!(@make $operand One, false) };
    (@entry $operand:tt [if oparg == $value:literal]) => {
        $crate::isa::operand::operands!(@make $operand IfEqual($value), false)
    };
    (@entry $operand:tt [if oparg & $bits:literal]) => {
        $crate::isa::operand::operands!(@make $operand If($bits), false)
    };
    (@entry $operand:tt [unless oparg & $bits:literal]) => {
        $crate::isa::operand::operands!(@make $operand Unless($bits), false)
    };
    (@number $operand:tt) => { $crate::isa::operand::operands!(@make $operand Arg, false) };
    (@number $operand:tt down) => { $crate::isa::operand::operands!(@make $operand Arg, true) };
    (@number $operand:tt - $less:literal) => {
        $crate::isa::operand::operands!(@make $operand ArgLess($less), false)
    };
    (@number $operand:tt & 0xFF down) => { $crate::isa::operand::operands!(@make $operand LowByte, true) };
    (@number $operand:tt >> 8 down) => { $crate::isa::operand::operands!(@make $operand AboveLowByte, true) };
    (@make ($($name:tt),*) $count:ident $(($number:literal))?, $down:literal) => {
        $crate::isa::operand::Operands {
            names: &[$(stringify!($name)),*],
            count: $crate::isa::operand::Count::$count $(($number))?,
            down: $down,
        }
    };
    (@make $name:tt $count:ident $(($number:literal))?, $down:literal) => {
        $crate::isa::operand::operands!(@make ($name) $count $(($number))?, $down)
    };
}

pub(super) use operands;

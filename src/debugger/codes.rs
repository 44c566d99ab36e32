//! The code objects of a program, numbered, with what is worked out about each of them once.

use std::{cell::OnceCell, collections::BTreeMap, rc::Rc};

use rustc_hash::FxHashMap;

use super::{
    Place,
    lines::{Lines, Previous},
    listing::ListingRow,
};
use crate::{
    code::{Code, Const, Instruction},
    dialect::Dialect,
    isa::Op,
    source::{Location, Source},
};

/// One code object and what is known of it.
#[derive(Debug)]
pub struct CodeFacts {
    /// Its number in the session.
    pub number: u32,
    pub code: Rc<Code>,
    pub dialect: &'static Dialect,
    pub instructions: Vec<Instruction>,
    /// By instruction.
    pub places: Vec<Location>,
    pub lines: Lines,
    /// By instruction.
    pub effects: Vec<Effect>,
    /// Stack depth before each instruction; `None` where control never comes.
    pub depths: Vec<Option<u32>>,
    /// Jump targets and handlers, by instruction: numbered from 1 in order of offset.
    pub labels: BTreeMap<u32, u32>,
    listing: OnceCell<Rc<[ListingRow]>>,
}

/// What an instruction does to the value stack, as far as the code alone can tell.
#[derive(Clone, Copy, Debug)]
pub struct Effect {
    /// How many slots it takes off or writes anew.
    pub touched: u32,
    /// For the first instruction of a handler: what depth the stack was cut to.
    pub cut_to: Option<u32>,
}

impl CodeFacts {
    fn new(number: u32, code: Rc<Code>, dialect: &'static Dialect) -> Self {
        let instructions = code.instructions(dialect);
        let lines = Lines::new(&code, &instructions);
        let units = code.positions();
        let place =
            |each: &Instruction| units.get(each.start as usize / 2).copied().unwrap_or(Location::NONE);
        let places = instructions.iter().map(place).collect();
        let handlers = code.exception_entries();
        let effect = |each: &Instruction| Effect {
            touched: each.op.pop_count(each.arg) - each.op.kept(each.arg, false),
            cut_to: handlers.iter().find(|entry| entry.target == each.start).map(|entry| entry.depth),
        };
        let effects = instructions.iter().map(effect).collect();
        let depths = code.stack_depths(&instructions).unwrap_or_else(|_| vec![None; instructions.len()]);
        let pc_of = |offset: u32| instructions.binary_search_by_key(&offset, |each| each.start).ok();
        let targets = code.labels(&instructions).into_iter().filter_map(pc_of);
        let labels = targets.map(|pc| u32::try_from(pc).expect("fewer instructions")).zip(1..).collect();
        let listing = OnceCell::new();
        Self { number, code, dialect, instructions, places, lines, effects, depths, labels, listing }
    }

    /// Where a frame stands that was put at an offset, be it in caches.
    pub fn stands_at(&self, offset: u32) -> Previous {
        let pc = self.instructions.partition_point(|each| each.start <= offset).saturating_sub(1);
        let in_caches = self.instructions.get(pc).is_some_and(|each| offset > each.offset);
        let pc = u32::try_from(pc).expect("fewer instructions than that");
        Previous { in_caches, by_exception: true, ..Previous::at(pc) }
    }

    /// The rows of its listing, with the source text where that is at hand.
    pub fn listing(&self, source: Option<&Source>) -> Rc<[ListingRow]> {
        self.listing.get_or_init(|| self.rows(source)).clone()
    }

    /// The number of the instruction at an offset.
    pub fn at_offset(&self, offset: u32) -> Option<u32> {
        let found = self.instructions.binary_search_by_key(&offset, |each| each.start).or_else(|_| {
            // Behind EXTENDED_ARGs, `dis` shows the instruction at its own unit.
            self.instructions.binary_search_by_key(&offset, |each| each.offset)
        });
        found.ok().and_then(|pc| u32::try_from(pc).ok())
    }

    pub fn offset(&self, pc: u32) -> u32 {
        self.instructions.get(pc as usize).map_or(0, |each| each.start)
    }

    pub fn place(&self, pc: u32) -> Place {
        Place { code: self.number, offset: self.offset(pc) }
    }

    /// Why there is no instruction at this offset, and which ones are near.
    pub fn refuse(&self, offset: u32) -> String {
        let name = &self.code.qualname;
        let after = self.instructions.iter().position(|each| each.start > offset);
        let before = after.unwrap_or(self.instructions.len()).checked_sub(1).map(|at| &self.instructions[at]);
        match (before, after.map(|at| &self.instructions[at])) {
            (Some(before), Some(after)) => {
                let inside = if offset % 2 == 1 { "is not even" } else { "is inside the cache" };
                let of = if offset % 2 == 1 { String::new() } else { format!(" of {}", before.op.name()) };
                let (low, high) = (before.start, after.start);
                format!(
                    "{name}+{offset} {inside}{of}: the nearest instructions are {name}+{low} and {name}+{high}"
                )
            }
            (Some(last), None) => {
                format!("{name}+{offset} is past the end: the last instruction is {name}+{}", last.start)
            }
            (None, _) => format!("{name}+{offset} is before the first instruction"),
        }
    }

    /// The first instruction that a caller of the function sees run: RESUME, behind what prepares the frame.
    pub fn entry(&self) -> u32 {
        let resume = self.instructions.iter().position(|each| each.op == Op::Resume);
        u32::try_from(resume.unwrap_or(0)).expect("a code object has fewer instructions")
    }
}

/// The list of code objects: those of the program in order (a code object, then those in its constants),
/// then those that turn up later.
#[derive(Debug)]
pub struct Codes {
    all: Vec<Rc<CodeFacts>>,
    by_address: FxHashMap<*const Code, u32>,
    dialect: &'static Dialect,
}

impl Codes {
    pub fn new(program: &Rc<Code>, dialect: &'static Dialect) -> Self {
        let mut codes = Self { all: Vec::new(), by_address: FxHashMap::default(), dialect };
        codes.add_tree(program);
        codes
    }

    pub fn dialect(&self) -> &'static Dialect {
        self.dialect
    }

    fn add_tree(&mut self, code: &Rc<Code>) {
        self.number_of(code);
        for constant in &code.consts {
            if let Const::Code(inner) = constant {
                self.add_tree(inner);
            }
        }
    }

    /// The number of a code object; a new one if it was not met before.
    pub fn number_of(&mut self, code: &Rc<Code>) -> u32 {
        let next = u32::try_from(self.all.len()).expect("fewer code objects than that");
        let number = *self.by_address.entry(Rc::as_ptr(code)).or_insert(next);
        if number == next {
            // The list holds the code object, so that its address stays its own.
            self.all.push(Rc::new(CodeFacts::new(number, code.clone(), self.dialect)));
        }
        number
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What is known of a code object that was numbered here.
    pub fn facts(&self, number: u32) -> &Rc<CodeFacts> {
        &self.all[number as usize]
    }

    pub fn get(&self, number: u32) -> Option<&Rc<CodeFacts>> {
        self.all.get(number as usize)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Rc<CodeFacts>> {
        self.all.iter()
    }

    /// What is known of a code object, if it was met before.
    pub fn find(&self, code: &Rc<Code>) -> Option<&Rc<CodeFacts>> {
        self.by_address.get(&Rc::as_ptr(code)).and_then(|number| self.get(*number))
    }

    /// Those with this qualified name; failing that, the one with this plain name.
    pub fn named(&self, name: &str) -> Result<Vec<&Rc<CodeFacts>>, String> {
        let exact: Vec<_> = self.all.iter().filter(|each| &*each.code.qualname == name).collect();
        if !exact.is_empty() {
            return Ok(exact);
        }
        let plain: Vec<_> = self.all.iter().filter(|each| &*each.code.name == name).collect();
        match plain.len() {
            0 => Err(format!("there is no function {name}; there are {}", self.names(self.all.iter()))),
            1 => Ok(plain),
            _ => Err(format!("{name} may be {}", self.names(plain.into_iter()))),
        }
    }

    fn names<'a>(&self, codes: impl Iterator<Item = &'a Rc<CodeFacts>>) -> String {
        let mut names: Vec<&str> = codes.map(|each| &*each.code.qualname).collect();
        names.dedup();
        let more = names.len().saturating_sub(12);
        names.truncate(12);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        names.join(", ") + &more
    }
}

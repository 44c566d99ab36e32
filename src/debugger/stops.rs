//! Where the breakpoints of a session make a run stop, in the form that is asked before every instruction.

use super::{
    breakpoint::{Breakpoint, SpecPlace},
    codes::{CodeFacts, Codes},
    track::{Here, Track},
};
use crate::vm::Vm;

/// Bits of one instruction.
const ALWAYS: u8 = 1;
/// Only where a line begins with it.
const LINE: u8 = 2;

/// The breakpoints, spread out over the instructions.
#[derive(Debug, Default)]
pub struct Stops {
    /// By code object and instruction.
    places: Vec<Vec<u8>>,
    /// The least depth that a breakpoint on the stack waits for to be exceeded.
    stack: Option<usize>,
    raises: bool,
}

impl Stops {
    pub fn new(breakpoints: &[Breakpoint], codes: &Codes) -> Self {
        let mut stops = Self::default();
        for each in breakpoints.iter().filter(|each| each.enabled) {
            match &each.spec.place {
                SpecPlace::Exception(_) => stops.raises = true,
                SpecPlace::Stack(depth) => {
                    let depth = *depth as usize;
                    stops.stack = Some(stops.stack.map_or(depth, |least| least.min(depth)));
                }
                _ => {}
            }
        }
        stops.cover_new(codes, breakpoints);
        stops
    }

    /// Spreads the breakpoints over the code objects that have turned up since.
    #[inline]
    pub fn cover_new(&mut self, codes: &Codes, breakpoints: &[Breakpoint]) {
        while self.places.len() < codes.len() {
            let facts = &codes.facts(u32::try_from(self.places.len()).expect("fewer code objects than that"));
            self.places.push(cover(facts, breakpoints));
        }
    }

    /// Whether some breakpoint may stop here; which one, and whether it does, is asked of each.
    pub fn may_stop(&self, here: &Here) -> bool {
        let bits = self.places.get(here.code as usize).map_or(0, |row| row[here.pc as usize]);
        let (before, now) = here.stack;
        bits & ALWAYS != 0
            || bits & LINE != 0 && here.line.is_some()
            || self.stack.is_some_and(|least| now > before && now > least)
    }

    pub fn on_raise(&self) -> bool {
        self.raises
    }
}

/// The bits of every instruction of a code object.
fn cover(facts: &CodeFacts, breakpoints: &[Breakpoint]) -> Vec<u8> {
    let bits = |pc: u32| {
        let here = breakpoints.iter().filter(|each| each.enabled).map(|each| each.bits(facts, pc));
        here.fold(0, |all, bits| all | bits)
    };
    let count = u32::try_from(facts.instructions.len()).expect("fewer instructions than that");
    (0..count).map(bits).collect()
}

impl Breakpoint {
    fn bits(&self, facts: &CodeFacts, pc: u32) -> u8 {
        match &self.spec.place {
            SpecPlace::Line { .. } => match self.on_line(facts, pc) {
                true => LINE,
                false => 0,
            },
            _ if self.on_instruction(facts, pc) => ALWAYS,
            _ => 0,
        }
    }

    fn on_line(&self, facts: &CodeFacts, pc: u32) -> bool {
        let SpecPlace::Line { file, line } = &self.spec.place else { return false };
        let named = file.as_ref().is_none_or(|file| is_file(&facts.code.filename, file));
        named && facts.lines.of(pc) == Some(*line)
    }

    fn on_instruction(&self, facts: &CodeFacts, pc: u32) -> bool {
        match &self.spec.place {
            SpecPlace::Offset { .. } => self.places.iter().any(|place| *place == facts.place(pc)),
            SpecPlace::Instruction(op) => facts.instructions[pc as usize].op == *op,
            SpecPlace::Function(_) => self.places.iter().any(|place| *place == facts.place(pc)),
            _ => false,
        }
    }

    /// Whether it stops at this moment, its hit count apart.
    pub fn stops_at(&self, here: &Here, facts: &CodeFacts) -> bool {
        let (before, now) = here.stack;
        match &self.spec.place {
            SpecPlace::Line { .. } => here.line.is_some() && self.on_line(facts, here.pc),
            SpecPlace::Stack(depth) => now > *depth as usize && before <= *depth as usize,
            SpecPlace::Exception(_) => false,
            _ => self.on_instruction(facts, here.pc),
        }
    }

    /// Whether its condition is true now. Why there is no answer comes in words.
    pub fn holds(&self, vm: &Vm) -> Result<bool, String> {
        self.condition.as_ref().map_or(Ok(true), |condition| condition.holds(vm))
    }

    /// Whether [`Breakpoint::hits`] counts the moment itself already when it is reached.
    pub fn counts_on_arrival(&self) -> bool {
        matches!(self.spec.place, SpecPlace::Exception(_))
    }

    /// How often it has been hit before the instruction that comes next.
    pub fn hits(&self, track: &Track, codes: &Codes) -> u64 {
        let sum = |count: &dyn Fn(&CodeFacts) -> u64| codes.iter().map(|facts| count(facts)).sum();
        match &self.spec.place {
            SpecPlace::Stack(depth) => track.grown_above(*depth),
            SpecPlace::Exception(name) => track.raises(name.as_deref()),
            SpecPlace::Line { .. } => sum(&|facts| self.hits_in(facts, track, true)),
            _ => sum(&|facts| self.hits_in(facts, track, false)),
        }
    }

    fn hits_in(&self, facts: &CodeFacts, track: &Track, lines: bool) -> u64 {
        let Some(hits) = track.hits(facts) else { return 0 };
        let counts = if lines { &hits.lines } else { &hits.runs };
        let here = |pc: u32| if lines { self.on_line(facts, pc) } else { self.on_instruction(facts, pc) };
        (0..).zip(counts).filter(|(pc, _)| here(*pc)).map(|(_, count)| u64::from(*count)).sum()
    }
}

/// Whether a code object's file is the one that the user named, with or without its folders.
pub fn is_file(filename: &str, named: &str) -> bool {
    filename == named || filename.strip_suffix(named).is_some_and(|folder| folder.ends_with('/'))
}

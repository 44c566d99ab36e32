//! What a debugger knows beside the machine: how often each instruction ran, since when a frame is open, who
//! pushed a slot. It belongs to the moment: a clone of both goes the same way again.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{
    codes::{CodeFacts, Codes},
    lines::Previous,
    standing,
};
use crate::vm::{FrameView, Vm};

/// The step that wrote a slot, and which instruction of the frame's code did it or was waiting for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pushed {
    pub step: u64,
    pub pc: u32,
}

impl Pushed {
    /// Was there before the frame was looked at: a generator brings its stack along.
    const UNKNOWN: Self = Self { step: u64::MAX, pc: 0 };

    pub fn known(self) -> Option<Self> {
        (self != Self::UNKNOWN).then_some(self)
    }
}

/// How often the instructions of one code object have run.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// By instruction.
    pub runs: Vec<u32>,
    /// By instruction: how often it began its source line.
    pub lines: Vec<u32>,
}

/// A frame of the machine, as far as it has been watched. Hidden frames have their place but nothing in it.
#[derive(Clone, Debug)]
pub struct FrameTrack {
    pub id: u64,
    /// The step of the instruction that opened it.
    pub since: u64,
    /// The number of its code object.
    code: u32,
    /// The instruction that ran last in it.
    pub last: Option<u32>,
    /// Where it stands since then.
    stands: Option<Previous>,
    /// Where its slots begin in [`Track::slots`].
    base: usize,
}

/// Where the machine stands, as the rules for stopping see it.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    pub step: u64,
    /// Frames open, hidden ones included.
    pub depth: usize,
    pub code: u32,
    pub pc: u32,
    /// The line that begins here.
    pub line: Option<u32>,
    /// How high the frame's stack was before the last instruction, and is now.
    pub stack: (usize, usize),
}

#[derive(Clone, Debug, Default)]
pub struct Track {
    frames: Vec<FrameTrack>,
    slots: Vec<Pushed>,
    hits: Vec<Rc<Hits>>,
    /// By depth: how often a frame's stack has grown above it.
    grown: Vec<u32>,
    /// By type: how many exceptions of it, or of one derived from it, have been raised.
    raised: Rc<FxHashMap<Rc<str>, u64>>,
    /// The moment taken in last.
    here: Option<Here>,
    /// Its instruction has been begun.
    begun: bool,
    /// The instruction that had run last in the frame until then, and where the frame stood.
    before: (Option<u32>, Option<Previous>),
    /// The exception on its way has come out of a frame that the innermost one had opened.
    from_callee: bool,
    /// The last step that raised an exception.
    last_raise: Option<u64>,
}

impl Track {
    /// Takes in what the last instruction has done. Asking twice at one moment changes nothing.
    pub fn arrive(&mut self, vm: &Vm, top: &FrameView, codes: &mut Codes) -> Here {
        let step = vm.steps();
        if let Some(here) = self.here
            && here.step == step
            && !self.begun
        {
            return here;
        }
        let depth = vm.depth();
        let code = self.enter(depth, step, top, codes);
        let facts = codes.facts(code);
        let frame = self.frames.last().expect("entered");
        let effect = facts.effects[top.pc as usize];
        let height = self.slots.len() - frame.base;
        let now = top.stack.len();
        let touched = frame.last.map_or(0, |last| facts.effects[last as usize].touched as usize);
        let kept = match effect.cut_to {
            Some(depth) => depth as usize,
            None => height.saturating_sub(touched),
        };
        let pushed = match frame.last {
            Some(pc) => Pushed { step: step.saturating_sub(1), pc },
            None => Pushed::UNKNOWN,
        };
        let line = facts.lines.begun(top.pc, frame.stands);
        self.slots.truncate(frame.base + kept.min(now));
        self.slots.resize(frame.base + now, pushed);
        let here = Here { step, depth, code, pc: top.pc, line, stack: (height, now) };
        self.here = Some(here);
        self.begun = false;
        here
    }

    /// Makes the last frame known the one that runs, and gives its code's number.
    fn enter(&mut self, depth: usize, step: u64, top: &FrameView, codes: &mut Codes) -> u32 {
        if let Some(gone) = self.frames.get(depth) {
            self.slots.truncate(gone.base);
            self.frames.truncate(depth);
        }
        if let Some(frame) = self.frames.last()
            && self.frames.len() == depth
            && frame.id == top.id
        {
            return frame.code;
        }
        if self.frames.len() == depth
            && let Some(gone) = self.frames.pop()
        {
            self.slots.truncate(gone.base);
        }
        let base = self.slots.len();
        let since = step.saturating_sub(1);
        while self.frames.len() + 1 < depth {
            self.frames.push(FrameTrack { id: u64::MAX, since, code: 0, last: None, stands: None, base });
        }
        let code = codes.number_of(&top.code.code);
        self.frames.push(FrameTrack { id: top.id, since, code, last: None, stands: None, base });
        if self.hits.len() <= code as usize {
            self.hits.resize(code as usize + 1, Rc::default());
        }
        if self.hits[code as usize].runs.is_empty() {
            let count = codes.facts(code).instructions.len();
            self.hits[code as usize] = Rc::new(Hits { runs: vec![0; count], lines: vec![0; count] });
        }
        code
    }

    /// The instruction that comes next is going to run, and the frame to stand there.
    pub fn depart(&mut self, here: &Here, stands: Previous) {
        self.begun = true;
        self.from_callee = false;
        self.count(here, u32::wrapping_add);
        let frame = self.frames.last_mut().expect("arrived");
        self.before = (frame.last, frame.stands);
        (frame.last, frame.stands) = (Some(here.pc), Some(stands));
    }

    /// An exception has come to the innermost frame.
    pub fn come(&mut self, vm: &Vm, top: &FrameView, codes: &mut Codes) {
        self.enter(vm.depth(), vm.steps(), top, codes);
        let frame = self.frames.last_mut().expect("entered");
        frame.stands = Some(standing::raised(frame.stands, top, self.from_callee));
    }

    /// The innermost frame is left by an exception.
    pub fn unwound(&mut self) {
        self.from_callee = true;
    }

    /// The instruction has not run after all: it needs an answer from outside first, and begins again then.
    pub fn retract(&mut self, step: u64) {
        // Where the steps differ, an instruction of a hidden frame is waiting: the visible one has run.
        let Some(here) = self.here.filter(|here| self.begun && here.step == step) else { return };
        self.begun = false;
        self.count(&here, u32::wrapping_sub);
        let frame = self.frames.last_mut().expect("departed");
        (frame.last, frame.stands) = self.before;
    }

    fn count(&mut self, here: &Here, change: fn(u32, u32) -> u32) {
        let hits = Rc::make_mut(&mut self.hits[here.code as usize]);
        let runs = &mut hits.runs[here.pc as usize];
        *runs = change(*runs, 1);
        if here.line.is_some() {
            let lines = &mut hits.lines[here.pc as usize];
            *lines = change(*lines, 1);
        }
        let (before, now) = here.stack;
        if now > before {
            if self.grown.len() < now {
                self.grown.resize(now, 0);
            }
            self.grown[before..now].iter_mut().for_each(|count| *count = change(*count, 1));
        }
    }

    /// The instruction that runs.
    pub fn running(&self) -> Option<Here> {
        self.here.filter(|_| self.begun)
    }

    /// The next visible instruction, if it has not begun.
    pub fn arrived(&self) -> Option<Here> {
        self.here.filter(|_| !self.begun)
    }

    /// The instruction that runs raises an exception of a type with these names (its own and those of its
    /// bases). False if that is known: one raise may come to many frames.
    pub fn raise(&mut self, names: &[Rc<str>]) -> bool {
        let step = self.running().map(|here| here.step);
        if self.last_raise == step {
            return false;
        }
        self.last_raise = step;
        let raised = Rc::make_mut(&mut self.raised);
        names.iter().for_each(|name| *raised.entry(name.clone()).or_default() += 1);
        true
    }

    /// What is known of an open frame.
    pub fn frame(&self, id: u64) -> Option<&FrameTrack> {
        self.frames.iter().rfind(|frame| frame.id == id)
    }

    /// The frame that so many others wait for.
    pub fn at_depth(&self, outer: usize) -> Option<&FrameTrack> {
        self.frames.get(outer)
    }

    /// Who wrote a slot of a frame, counted from the bottom.
    pub fn pushed(&self, id: u64, slot: usize) -> Option<Pushed> {
        let at = self.frames.iter().rposition(|frame| frame.id == id)?;
        let end = self.frames.get(at + 1).map_or(self.slots.len(), |next| next.base);
        let slot = self.frames[at].base + slot;
        (slot < end).then(|| self.slots[slot]).and_then(Pushed::known)
    }

    pub fn hits(&self, facts: &CodeFacts) -> Option<&Hits> {
        self.hits.get(facts.number as usize).map(|hits| &**hits).filter(|hits| !hits.runs.is_empty())
    }

    /// How often a frame's stack has grown above this depth.
    pub fn grown_above(&self, depth: u32) -> u64 {
        self.grown.get(depth as usize).copied().unwrap_or(0).into()
    }

    /// How many exceptions of this type have been raised; `None`: of any.
    pub fn raises(&self, name: Option<&str>) -> u64 {
        self.raised.get(name.unwrap_or("BaseException")).copied().unwrap_or(0)
    }
}

//! One moment of a run, and how it is moved on: the machine together with what is tracked beside it.

use std::rc::Rc;

use super::{
    breakpoint::{Breakpoint, SpecPlace},
    codes::Codes,
    standing,
    stops::Stops,
    track::{Here, Track},
};
use crate::{
    isa::Op,
    object::Handle,
    vm::{Event, Vm, Watch},
};

#[derive(Clone, Debug)]
pub struct Moment {
    pub vm: Vm,
    pub track: Track,
}

/// What a run is looking for. The instruction that it begins with is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// This step.
    pub step: u64,
    /// At most so many frames open.
    pub depth: usize,
    /// The beginning of a source line.
    pub line: bool,
    /// An instruction of a code object.
    pub place: Option<(u32, u32)>,
    pub breakpoints: bool,
}

impl Goal {
    /// Nothing: the end of the program.
    pub const END: Self = Self { step: u64::MAX, depth: 0, line: false, place: None, breakpoints: false };

    pub const fn step(step: u64) -> Self {
        Self { step, ..Self::END }
    }
}

/// What a run has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    Goal,
    Breakpoint(u32),
    /// A breakpoint whose condition has no answer, and why.
    BadCondition(u32, Rc<str>),
    /// The instruction that ran at this step has raised an exception of this type.
    Raise(u64, Rc<str>),
}

/// What does not change while a run goes on.
pub struct Rules<'a> {
    pub codes: &'a mut Codes,
    pub stops: &'a mut Stops,
    pub breakpoints: &'a [Breakpoint],
}

/// Watches a run for its goal.
pub struct Lookout<'a, 'b> {
    rules: &'a mut Rules<'b>,
    track: &'a mut Track,
    goal: Goal,
    /// Where to come back for a checkpoint, goal or no goal.
    pause: u64,
    /// The instruction with which the run begins: it is not looked at.
    pub first: bool,
    /// A raise at this step has been reported already.
    known_raise: Option<u64>,
    /// Do not stop at what is found; keep the last.
    collect: bool,
    /// Steps from here on are not looked at.
    end: u64,
    pub found: Option<(u64, Reached)>,
}

impl<'a, 'b> Lookout<'a, 'b> {
    fn new(rules: &'a mut Rules<'b>, track: &'a mut Track, goal: Goal) -> Self {
        Self {
            rules,
            track,
            goal,
            pause: u64::MAX,
            first: false,
            known_raise: None,
            collect: false,
            end: u64::MAX,
            found: None,
        }
    }

    fn look(&self, vm: &Vm, here: &Here) -> Option<Reached> {
        let goal = &self.goal;
        if goal.breakpoints
            && self.rules.stops.may_stop(here)
            && let Some(reached) = self.breakpoint(vm, here)
        {
            return Some(reached);
        }
        let there = here.step >= goal.step
            || here.depth <= goal.depth
            || goal.line && here.line.is_some()
            || goal.place == Some((here.code, here.pc));
        there.then_some(Reached::Goal)
    }

    /// The first breakpoint that stops here, now.
    fn breakpoint(&self, vm: &Vm, here: &Here) -> Option<Reached> {
        let facts = self.rules.codes.facts(here.code);
        let enabled = self.rules.breakpoints.iter().filter(|each| each.enabled);
        let mut hit = enabled.filter(|each| each.stops_at(here, facts)).filter(|each| {
            each.spec.from_hit == 1
                || each.hits(self.track, self.rules.codes) + u64::from(!each.counts_on_arrival())
                    >= each.spec.from_hit
        });
        hit.find_map(|each| match each.holds(vm) {
            Ok(holds) => holds.then_some(Reached::Breakpoint(each.number)),
            Err(why) => Some(Reached::BadCondition(each.number, why.into())),
        })
    }

    fn find(&mut self, step: u64, reached: Reached) -> bool {
        if self.collect {
            if step < self.end {
                self.found = Some((step, reached));
            }
            return false;
        }
        self.found = Some((step, reached));
        true
    }
}

impl Watch for Lookout<'_, '_> {
    #[inline]
    fn before(&mut self, vm: &Vm) -> bool {
        let Some(top) = vm.top() else { return false };
        let here = self.track.arrive(vm, &top, self.rules.codes);
        self.rules.stops.cover_new(self.rules.codes, self.rules.breakpoints);
        if !self.collect && self.found.is_some() {
            return true;
        }
        if !self.first
            && let Some(reached) = self.look(vm, &here)
            && self.find(here.step, reached)
        {
            return true;
        }
        if here.step >= self.pause {
            return true;
        }
        self.first = false;
        let stands = standing::after(vm.heap(), &top, self.rules.codes.facts(here.code));
        self.track.depart(&here, stands);
        false
    }

    fn raised(&mut self, vm: &Vm, exception: Handle) {
        if let Some(top) = vm.top() {
            self.track.come(vm, &top, self.rules.codes);
        }
        let Some(here) = self.track.running() else { return };
        let op = self.rules.codes.facts(here.code).instructions[here.pc as usize].op;
        if matches!(op, Op::Reraise | Op::EndAsyncFor | Op::CleanupThrow) {
            return;
        }
        let heap = vm.heap();
        let mro = &heap.class(heap.class_of(exception.into())).mro;
        let names: Vec<Rc<str>> = mro.iter().map(|&each| heap.class(each).name.clone()).collect();
        if !self.track.raise(&names) {
            return;
        }
        if !self.goal.breakpoints || !self.rules.stops.on_raise() || self.known_raise == Some(here.step) {
            return;
        }
        let stop = self.rules.breakpoints.iter().filter(|each| each.enabled).find_map(|each| {
            let SpecPlace::Exception(wanted) = &each.spec.place else { return None };
            let of_kind = match wanted {
                Some(wanted) => names.iter().any(|name| **name == **wanted),
                None => !ENDINGS.contains(&&*names[0]),
            };
            let hit = of_kind && self.track.raises(wanted.as_deref()) >= each.spec.from_hit;
            (hit && each.holds(vm) != Ok(false)).then(|| Reached::Raise(here.step, names[0].clone()))
        });
        if let Some(reached) = stop {
            self.find(here.step, reached);
        }
    }

    fn unwound(&mut self, _: &Vm, _: Handle) {
        self.track.unwound();
    }
}

/// Exceptions that end an iteration are part of every loop; `exc` alone does not mean them.
const ENDINGS: [&str; 3] = ["StopIteration", "StopAsyncIteration", "GeneratorExit"];

/// How a run was asked to go.
#[derive(Clone, Copy, Debug)]
pub struct Leg {
    pub goal: Goal,
    pub pause: u64,
    pub first: bool,
    pub known_raise: Option<u64>,
}

impl Moment {
    pub fn new(vm: Vm) -> Self {
        Self { vm, track: Track::default() }
    }

    pub fn step(&self) -> u64 {
        self.vm.steps()
    }

    /// A copy that is kept: what of it shares nothing with this one is counted.
    pub fn to_keep(&self) -> Self {
        Self { vm: self.vm.to_keep(), track: self.track.clone() }
    }

    /// The bytes that kept moments have made the program copy.
    pub fn copied(&self) -> u64 {
        self.vm.heap().shared.copied()
    }

    /// Runs on for at most `budget` instructions. Gives back whether the first instruction is still to come.
    pub fn advance(
        &mut self,
        leg: &Leg,
        budget: u64,
        rules: &mut Rules,
    ) -> (Event, Option<(u64, Reached)>, bool) {
        let mut lookout = Lookout::new(rules, &mut self.track, leg.goal);
        (lookout.pause, lookout.first, lookout.known_raise) = (leg.pause, leg.first, leg.known_raise);
        let event = self.vm.run_watched(budget, &mut lookout);
        (event, lookout.found, lookout.first)
    }

    /// Runs on to the step `end` and gives back the last moment before it that has what is looked for.
    pub fn scan(
        &mut self,
        goal: Goal,
        end: u64,
        budget: u64,
        rules: &mut Rules,
    ) -> (Event, Option<(u64, Reached)>) {
        let mut lookout = Lookout::new(rules, &mut self.track, goal);
        (lookout.pause, lookout.collect, lookout.end) = (end, true, end);
        let event = self.vm.run_watched(budget, &mut lookout);
        (event, lookout.found)
    }
}

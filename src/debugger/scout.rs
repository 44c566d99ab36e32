//! A clone of the machine that runs ahead of the session, so that the timeline knows what is to come.

use std::rc::Rc;

use super::{
    answer::{Clocks, find_module},
    timeline::{Mark, MarkKind, Recorder, Timeline},
};
use crate::{
    object::{Answer, Handle, Want},
    vm::{Event, Vm, Watch},
};

/// A program that runs on for more steps than this is not explored to its end.
const FARTHEST: u64 = 20_000_000;

#[derive(Debug)]
pub struct Scout {
    vm: Vm,
    recorder: Recorder,
    /// The visible frames that were open: (identity, function).
    open: Vec<(u64, Rc<str>)>,
    written: usize,
    /// The program wants a line that has not been typed yet.
    blocked: bool,
    /// The session itself has been farther.
    reached: (u64, bool),
}

impl Scout {
    pub fn new(vm: &Vm) -> Self {
        Self {
            vm: vm.clone(),
            recorder: Recorder::default(),
            open: Vec::new(),
            written: 0,
            blocked: false,
            reached: (0, false),
        }
    }

    pub fn timeline(&self) -> Timeline {
        let mut timeline = self.recorder.timeline().clone();
        let (step, ended) = self.reached;
        timeline.known = timeline.known.max(step);
        timeline.complete |= ended;
        timeline
    }

    /// The session has come to this step, which may be the end.
    pub fn reach(&mut self, step: u64, ended: bool) {
        self.reached = (self.reached.0.max(step), self.reached.1 || ended);
    }

    pub fn unblock(&mut self) {
        self.blocked = false;
    }

    /// Goes on for at most `budget` instructions. `true`: there is more to find out.
    pub fn explore(&mut self, budget: u64, clocks: &Clocks) -> bool {
        if self.recorder.timeline().complete || self.blocked || self.vm.steps() >= FARTHEST {
            return false;
        }
        let mut eyes =
            Eyes { recorder: &mut self.recorder, open: &mut self.open, written: &mut self.written };
        let event = self.vm.run_watched(budget, &mut eyes);
        eyes.look(&self.vm);
        let step = self.vm.steps();
        self.recorder.reach(step);
        match event {
            Event::Ran | Event::Stopped => true,
            Event::Wants(Want::Clock(clock)) => {
                self.vm.answer(clocks.read(clock));
                true
            }
            Event::Wants(Want::Room) => {
                self.vm.answer(Answer::Taken);
                true
            }
            Event::Wants(Want::Module(name)) => {
                self.vm.answer(find_module(self.vm.heap(), name));
                true
            }
            // It only looks ahead: no file is to be changed before the program is there.
            Event::Wants(Want::Line | Want::File(_)) => {
                self.blocked = true;
                false
            }
            Event::Finished(_) => {
                self.recorder.finish(step);
                false
            }
            Event::Limit(_) => false,
        }
    }
}

struct Eyes<'a> {
    recorder: &'a mut Recorder,
    open: &'a mut Vec<(u64, Rc<str>)>,
    written: &'a mut usize,
}

impl Eyes<'_> {
    fn mark(&mut self, step: u64, kind: MarkKind, name: Rc<str>) {
        let depth = u32::try_from(self.open.len()).unwrap_or(u32::MAX);
        self.recorder.mark(Mark { step, kind, depth, name });
    }

    /// Notes which frames have come and gone with the last instruction.
    fn frames(&mut self, vm: &Vm, step: u64) {
        let frames: Vec<_> =
            vm.frames().filter(|frame| !frame.hidden).map(|frame| (frame.id, frame.code)).collect();
        let same =
            self.open.iter().zip(frames.iter().rev()).take_while(|(open, frame)| open.0 == frame.0).count();
        while self.open.len() > same {
            let name = self.open[self.open.len() - 1].1.clone();
            self.mark(step, MarkKind::Return, name);
            self.open.pop();
        }
        for (id, code) in frames.iter().rev().skip(same) {
            let name = code.code.qualname.clone();
            self.open.push((*id, name.clone()));
            if self.open.len() > 1 {
                self.mark(step, MarkKind::Call, name);
            }
        }
    }

    fn look(&mut self, vm: &Vm) {
        // What is seen now has been done by the instruction before.
        let step = vm.steps().saturating_sub(1);
        let top = vm.top().filter(|top| !top.hidden).map(|top| top.id);
        if top != self.open.last().map(|(id, _)| *id) {
            self.frames(vm, step);
        }
        let written = vm.output().len();
        if written != *self.written {
            *self.written = written;
            self.mark(step, MarkKind::Output, "".into());
        }
    }
}

impl Watch for Eyes<'_> {
    #[inline]
    fn before(&mut self, vm: &Vm) -> bool {
        self.look(vm);
        false
    }

    fn raised(&mut self, vm: &Vm, exception: Handle) {
        let name = vm.heap().type_name(exception.into());
        self.mark(vm.steps().saturating_sub(1), MarkKind::Raise, name);
    }
}

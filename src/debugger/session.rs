//! A debugging session: a program, the moment it stands at, and the ways it can be moved in time.

use std::rc::Rc;

use super::{
    Command, Stop,
    answer::{Clocks, file, find_module},
    breakpoint::Breakpoint,
    codes::Codes,
    history::{History, Limits},
    moment::{Goal, Leg, Moment, Reached, Rules},
    motion::Motion,
    scout::Scout,
    stops::Stops,
    texts::{FileText, Texts},
    timeline::Timeline,
};
use crate::{
    object::{Answer, Want},
    source::Source,
    vm::{Event, Program, Vm},
};

/// A line that the program has read from its standard input.
#[derive(Clone, Debug)]
pub struct Typed {
    /// How many answers the program had had before.
    pub position: usize,
    /// How many writes it had made before.
    pub output: usize,
    pub text: Rc<str>,
}

#[derive(Debug)]
pub struct Session {
    pub(super) codes: Codes,
    texts: Texts,
    pub(super) breakpoints: Vec<Breakpoint>,
    pub(super) stops: Stops,
    pub(super) now: Moment,
    pub(super) history: History<Moment>,
    /// The command under way.
    pub(super) motion: Option<Motion>,
    /// A command that has stopped because the program wants input.
    pub(super) held: Option<Motion>,
    /// At which step a raise has been reported.
    pub(super) raise_reported: Option<u64>,
    wants_input: bool,
    typed: Vec<Typed>,
    clocks: Clocks,
    scout: Scout,
    /// The moment before the present one, where it is known.
    before: Option<Rc<Moment>>,
}

impl Session {
    /// Opens a program; it stands before its first instruction.
    pub fn open(program: Program, source: Option<Source>) -> Self {
        let codes = Codes::new(&program.code, program.dialect);
        let name = program.code.filename.clone();
        let vm = Vm::watched(program);
        let scout = Scout::new(&vm);
        let now = Moment::new(vm);
        let stops = Stops::new(&[], &codes);
        let mut session = Self {
            history: History::new(0, now.clone(), Limits::default()),
            codes,
            texts: Texts::new(&name, source),
            breakpoints: Vec::new(),
            stops,
            now,
            motion: None,
            held: None,
            raise_reported: None,
            wants_input: false,
            typed: Vec::new(),
            clocks: Clocks::default(),
            scout,
            before: None,
        };
        session.settle();
        let first = session.now.clone();
        session.history = History::new(first.step(), first, Limits::default());
        session
    }

    /// How many visible instructions have run.
    pub fn step(&self) -> u64 {
        self.now.step()
    }

    /// The exit status, once the program has ended.
    pub fn finished(&self) -> Option<i32> {
        self.now.vm.finished()
    }

    pub fn vm(&self) -> &Vm {
        &self.now.vm
    }

    pub fn codes(&self) -> &Codes {
        &self.codes
    }

    pub fn breakpoints(&self) -> &[Breakpoint] {
        &self.breakpoints
    }

    /// The text of a file that code names as its own, where it is at hand.
    pub fn text(&self, file: &Rc<str>) -> Option<Rc<FileText>> {
        self.texts.get(file, &self.now.vm)
    }

    /// The lines that the program has read up to now.
    pub fn typed(&self) -> impl Iterator<Item = &Typed> {
        let used = self.now.vm.heap().world.position();
        self.typed.iter().filter(move |typed| typed.position < used)
    }

    pub(crate) fn now(&self) -> &Moment {
        &self.now
    }

    /// The moment one step earlier, if there is one.
    pub(crate) fn moment_before(&mut self) -> Option<Rc<Moment>> {
        let step = self.now.step().checked_sub(1)?;
        if let Some(before) = &self.before
            && before.step() == step
        {
            return Some(before.clone());
        }
        let (_, moment) = self.history.at_or_before(step)?;
        let mut moment = moment.clone();
        let mut rules =
            Rules { codes: &mut self.codes, stops: &mut self.stops, breakpoints: &self.breakpoints };
        while moment.step() < step {
            let (event, _) = moment.scan(Goal::END, step, u64::MAX, &mut rules);
            if !matches!(event, Event::Ran | Event::Stopped) {
                return None;
            }
        }
        self.before = Some(Rc::new(moment));
        self.before.clone()
    }

    /// Sets a command going; [`Session::work`] does it. A command that is given again after it has stopped for
    /// input goes on where it was.
    pub fn begin(&mut self, command: Command) {
        if matches!(command, Command::Step(_)) {
            self.before = Some(Rc::new(self.now.clone()));
        }
        let held = self.held.take().filter(|held| held.command == command && !self.wants_input);
        self.motion = Some(held.unwrap_or_else(|| self.motion_for(command)));
    }

    /// Does the whole command.
    pub fn apply(&mut self, command: Command) -> Stop {
        self.begin(command);
        loop {
            if let Some(stop) = self.work(u64::MAX) {
                return stop;
            }
        }
    }

    /// Gives up the command that is going on, where it stands now.
    pub fn interrupt(&mut self) {
        if self.motion.take().is_some() {
            self.settle();
        }
    }

    /// Answers a program that waits for a line; `None` is the end of the input.
    pub fn feed_input(&mut self, line: Option<&str>) {
        if !self.wants_input {
            return;
        }
        self.wants_input = false;
        let text: Rc<str> =
            line.map_or_else(|| "".into(), |line| format!("{}\n", line.trim_end_matches('\n')).into());
        let (position, output) = (self.now.vm.heap().world.position(), self.now.vm.output().len());
        self.typed.push(Typed { position, output, text: text.clone() });
        self.now.vm.answer(Answer::Line(text));
        self.scout.unblock();
    }

    /// Whether the program waits for a line of input.
    pub fn wants_input(&self) -> bool {
        self.wants_input
    }

    pub fn timeline(&self) -> Timeline {
        let mut timeline = self.scout.timeline();
        timeline.oldest = self.history.oldest();
        timeline
    }

    /// How many moments are kept, and the memory that they are thought to hold.
    pub fn kept(&self) -> (usize, u64) {
        (self.history.len(), self.history.bytes())
    }

    /// Finds out more about the future, on a clone. `true`: there is more to find out.
    pub fn explore(&mut self, budget: u64) -> bool {
        self.scout.explore(budget, &self.clocks)
    }

    /// Runs on for one slice. `None`: it came as far as it was asked to.
    pub(super) fn slice(&mut self, leg: &Leg, budget: u64) -> (Slice, bool) {
        let mut rules =
            Rules { codes: &mut self.codes, stops: &mut self.stops, breakpoints: &self.breakpoints };
        let step = self.now.vm.steps();
        let (event, found, first) = self.now.advance(leg, budget, &mut rules);
        let slice = match (event, found) {
            (_, Some((_, reached))) => Slice::Found(reached),
            (Event::Ran, None) => Slice::Unfinished,
            (Event::Stopped, None) => Slice::Paused,
            (Event::Finished(status), None) => {
                self.scout.reach(self.now.step(), true);
                Slice::End(Stop::Finished(status))
            }
            (Event::Limit(text), None) => Slice::End(Stop::Limit(text.to_owned())),
            (Event::Wants(want), None) => self.wanted(want),
        };
        // An instruction that has to begin again has not been begun.
        let first = first || leg.first && self.now.vm.steps() == step && self.now.track.arrived().is_some();
        (slice, first)
    }

    fn wanted(&mut self, want: Want) -> Slice {
        let step = self.now.step();
        self.now.track.retract(step);
        match want {
            Want::Line => {
                self.wants_input = true;
                Slice::End(Stop::WantsInput)
            }
            Want::Clock(clock) => {
                self.now.vm.answer(self.clocks.read(clock));
                Slice::Unfinished
            }
            Want::File(question) => {
                self.now.vm.answer(file(self.now.vm.heap(), question));
                self.scout.unblock();
                Slice::Unfinished
            }
            Want::Room => {
                self.now.vm.answer(Answer::Taken);
                Slice::Unfinished
            }
            Want::Module(name) => {
                self.now.vm.answer(find_module(self.now.vm.heap(), name));
                Slice::Unfinished
            }
        }
    }

    /// Goes on until a visible instruction is about to run.
    pub(super) fn settle(&mut self) {
        let leg = Leg { goal: Goal::END, pause: self.now.step(), first: true, known_raise: None };
        while let (Slice::Unfinished, _) = self.slice(&leg, SETTLE) {}
        self.scout.reach(self.now.step(), false);
    }

    pub(super) fn restore(&mut self, moment: Moment) {
        self.now = moment;
        self.wants_input = false;
    }
}

const SETTLE: u64 = 100_000;

/// What became of a slice of a run.
#[derive(Debug)]
pub(super) enum Slice {
    /// The budget is spent.
    Unfinished,
    /// It stands where it was to pause.
    Paused,
    Found(Reached),
    End(Stop),
}

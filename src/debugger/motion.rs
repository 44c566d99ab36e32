//! How a command becomes a way through time, and how that way is gone in pieces that can be interrupted.

use super::{
    Command, Stop,
    moment::{Goal, Leg, Moment, Reached, Rules},
    session::{Session, Slice},
};
use crate::vm::Event;

/// A command under way.
#[derive(Debug)]
pub(super) struct Motion {
    pub command: Command,
    way: Way,
}

#[derive(Debug)]
enum Way {
    /// Nothing is left to do.
    Stay(Stop),
    Ahead(Ahead),
    /// To a step of the past, and then on.
    Seek(Seek),
    Search(Box<Search>),
}

#[derive(Debug)]
struct Ahead {
    goal: Goal,
    first: bool,
    known_raise: Option<u64>,
}

#[derive(Debug)]
struct Seek {
    target: u64,
    then: Then,
    /// The way from the moment that was restored.
    ahead: Option<Ahead>,
}

impl Seek {
    fn new(target: u64, then: Then) -> Self {
        Self { target, then, ahead: None }
    }
}

#[derive(Debug)]
enum Then {
    Stop(Stop),
    /// If the moment lies inside a call that this depth has made, to that call.
    OutOfCalls(usize),
}

/// Looks through the past, stretch by stretch, the latest first.
#[derive(Debug)]
struct Search {
    goal: Goal,
    /// The stretch that is looked through: a copy of its beginning, and where it ends.
    scratch: Option<Moment>,
    end: u64,
    start: u64,
    found: Option<(u64, Reached)>,
}

impl Session {
    pub(super) fn motion_for(&self, command: Command) -> Motion {
        let step = self.now.step();
        let depth = self.now.vm.depth().max(1);
        let ahead = |goal| Way::Ahead(Ahead { goal, first: true, known_raise: self.raise_reported });
        let stepping = Goal { breakpoints: true, ..Goal::END };
        let way = match &command {
            Command::Step(count) => {
                // An instruction that waits for input has been begun, and is still to be done.
                let begun = self.now.track.running().is_some() && self.now.vm.finished().is_none();
                ahead(Goal::step((step - u64::from(begun)).saturating_add(*count)))
            }
            Command::Back(_) | Command::OverBack | Command::OutBack | Command::PreviousLine
                if step <= self.history.oldest() =>
            {
                Way::Stay(Stop::AtStart)
            }
            Command::Back(count) => self.seek(step.saturating_sub(*count)),
            Command::Over => ahead(Goal { depth, ..stepping }),
            Command::OverBack => Way::Seek(Seek::new(step - 1, Then::OutOfCalls(depth))),
            Command::Out => ahead(Goal { depth: depth - 1, ..stepping }),
            Command::OutBack => self.seek(self.opened().unwrap_or(0)),
            Command::NextLine => ahead(Goal { line: true, ..stepping }),
            Command::PreviousLine => self.search(Goal { line: true, ..Goal::END }),
            Command::Run => ahead(stepping),
            Command::RunBack => self.search(stepping),
            Command::RunTo(place) | Command::RunBackTo(place) => {
                let facts = self.codes.get(place.code);
                let pc = facts.and_then(|facts| facts.at_offset(place.offset));
                let goal = Goal { place: pc.map(|pc| (place.code, pc)), ..stepping };
                if matches!(command, Command::RunTo(_)) { ahead(goal) } else { self.search(goal) }
            }
            Command::Goto(target) => self.seek(*target),
            Command::Start => self.seek(self.history.oldest()),
            Command::End => ahead(Goal::END),
        };
        Motion { command, way }
    }

    fn seek(&self, target: u64) -> Way {
        let oldest = self.history.oldest();
        let then = Then::Stop(if target < oldest { Stop::AtOldest(oldest) } else { Stop::Done });
        Way::Seek(Seek::new(target.max(oldest), then))
    }

    fn search(&self, goal: Goal) -> Way {
        let end = self.now.step();
        Way::Search(Box::new(Search { goal, scratch: None, end, start: end, found: None }))
    }

    /// The step that opened the innermost visible frame.
    fn opened(&self) -> Option<u64> {
        let top = self.now.vm.frames().find(|frame| !frame.hidden)?;
        self.now.track.frame(top.id).map(|frame| frame.since)
    }

    /// Works at the command for about `budget` instructions. `None`: not finished yet.
    pub fn work(&mut self, budget: u64) -> Option<Stop> {
        let Some(mut motion) = self.motion.take() else { return Some(Stop::Done) };
        let mut purse = Purse { left: budget };
        while purse.left > 0 {
            let before = purse.left;
            let done = match &mut motion.way {
                Way::Stay(stop) => Some(stop.clone()),
                Way::Ahead(ahead) => self.go_ahead(ahead, &mut purse),
                Way::Seek(seek) => match self.go_to(seek, &mut purse) {
                    Some(Next::Stop(stop)) => Some(stop),
                    Some(Next::Way(way)) => {
                        motion.way = way;
                        None
                    }
                    None => None,
                },
                Way::Search(search) => {
                    if let Some(way) = self.look_back(search, &mut purse) {
                        motion.way = way;
                    }
                    None
                }
            };
            if let Some(stop) = done {
                return Some(self.stopped(motion, stop));
            }
            // Keeping books takes no instructions, but time.
            purse.left = purse.left.min(before - 1);
        }
        self.motion = Some(motion);
        None
    }

    fn stopped(&mut self, motion: Motion, stop: Stop) -> Stop {
        self.raise_reported = matches!(stop, Stop::Raised(_)).then(|| self.now.step());
        if stop == Stop::WantsInput {
            self.held = Some(motion);
        }
        stop
    }

    fn go_ahead(&mut self, ahead: &mut Ahead, purse: &mut Purse) -> Option<Stop> {
        match self.run_on(ahead, purse)? {
            Slice::Found(Reached::Goal) => Some(Stop::Done),
            Slice::Found(Reached::Breakpoint(number)) => Some(Stop::Breakpoint(number)),
            Slice::Found(Reached::BadCondition(number, why)) => {
                Some(Stop::BadCondition(number, why.to_string()))
            }
            Slice::Found(Reached::Raise(step, name)) => {
                self.jump(step);
                Some(Stop::Raised(name.to_string()))
            }
            Slice::End(stop) => Some(stop),
            Slice::Unfinished | Slice::Paused => None,
        }
    }

    /// Runs on towards a goal, keeping moments on the way. `None`: not there yet.
    fn run_on(&mut self, ahead: &mut Ahead, purse: &mut Purse) -> Option<Slice> {
        let target = (ahead.goal.step < u64::MAX).then_some(ahead.goal.step);
        let from = self.now.step();
        let pause = self.history.next_due(from, target, self.now.copied());
        let leg = Leg { goal: ahead.goal, pause, first: ahead.first, known_raise: ahead.known_raise };
        let ticks = self.now.vm.ticks();
        let (slice, first) = self.slice(&leg, purse.left);
        purse.spend(self.now.vm.ticks() - ticks);
        ahead.first = first;
        match slice {
            Slice::Paused => {
                // The last moment may have turned out to be dear meanwhile.
                if self.history.next_due(from, target, self.now.copied()) <= self.now.step() {
                    self.keep();
                }
                None
            }
            Slice::Unfinished => None,
            done => Some(done),
        }
    }

    /// Remembers the present moment.
    fn keep(&mut self) {
        let step = self.now.step();
        if self.history.wants(step) {
            let (copied, whole) = (self.now.copied(), self.now.vm.bytes());
            self.history.keep(step, self.now.to_keep(), whole, copied, step);
        }
    }

    fn go_to(&mut self, seek: &mut Seek, purse: &mut Purse) -> Option<Next> {
        if seek.ahead.is_none() {
            let (near, moment) = self.history.at_or_before(seek.target).expect("the oldest is not after it");
            if seek.target < self.now.step() || near > self.now.step() {
                let moment = moment.clone();
                self.restore(moment);
            }
        }
        let ahead = Ahead { goal: Goal::step(seek.target), first: true, known_raise: None };
        let ahead = seek.ahead.get_or_insert(ahead);
        let stop = if ahead.first && self.now.step() == seek.target {
            None
        } else {
            match self.run_on(ahead, purse)? {
                Slice::End(stop) => Some(stop),
                _ => None,
            }
        };
        Some(match (stop, &seek.then) {
            (Some(stop), _) => Next::Stop(stop),
            (None, Then::Stop(stop)) => Next::Stop(stop.clone()),
            (None, Then::OutOfCalls(depth)) => self.out_of_calls(*depth),
        })
    }

    /// Having gone one step back: out of the calls that the frame at this depth had made.
    fn out_of_calls(&self, depth: usize) -> Next {
        match self.now.track.at_depth(depth).filter(|_| self.now.vm.depth() > depth) {
            Some(inner) => Next::Way(self.seek(inner.since)),
            None => Next::Stop(Stop::Done),
        }
    }

    /// Looks through one more piece of the past.
    fn look_back(&mut self, search: &mut Search, purse: &mut Purse) -> Option<Way> {
        let oldest = self.history.oldest();
        if search.scratch.is_none() {
            if search.end <= oldest {
                return Some(Way::Seek(Seek::new(oldest, Then::Stop(Stop::AtStart))));
            }
            let (start, moment) = self.history.at_or_before(search.end - 1).expect("the oldest is before it");
            search.start = start;
            search.scratch = Some(moment.clone());
        }
        let scratch = search.scratch.as_mut().expect("just made");
        let mut rules =
            Rules { codes: &mut self.codes, stops: &mut self.stops, breakpoints: &self.breakpoints };
        let ticks = scratch.vm.ticks();
        let (event, found) = scratch.scan(search.goal, search.end, purse.left, &mut rules);
        purse.spend(scratch.vm.ticks() - ticks);
        search.found = found.or(search.found.take());
        if event == Event::Ran {
            return None;
        }
        search.scratch = None;
        search.end = search.start;
        let (step, reached) = search.found.take()?;
        let stop = match reached {
            Reached::Goal => Stop::Done,
            Reached::Breakpoint(number) => Stop::Breakpoint(number),
            Reached::BadCondition(number, why) => Stop::BadCondition(number, why.to_string()),
            Reached::Raise(_, name) => Stop::Raised(name.to_string()),
        };
        Some(Way::Seek(Seek::new(step, Then::Stop(stop))))
    }

    /// Goes to a step just passed.
    fn jump(&mut self, step: u64) {
        let mut seek = Seek::new(step, Then::Stop(Stop::Done));
        while self.go_to(&mut seek, &mut Purse { left: u64::MAX }).is_none() {}
    }
}

enum Next {
    Stop(Stop),
    Way(Way),
}

/// How much work is left.
struct Purse {
    left: u64,
}

impl Purse {
    fn spend(&mut self, instructions: u64) {
        self.left = self.left.saturating_sub(instructions);
    }
}

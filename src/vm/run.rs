//! The loop: fetch, execute, until there is a reason to stop.

use crate::{
    isa::Op,
    object::{Instr, Type, Want},
};

use super::{Event, Unwatched, Vm, Watch, exec, unwind::Leave};

/// How many more instructions may be executed before the loop looks up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Purse {
    left: u64,
}

impl Vm {
    /// Executes exactly one instruction, be it of a hidden frame.
    pub fn step(&mut self) -> Event {
        self.run(1)
    }

    /// Executes at most `budget` instructions.
    pub fn run(&mut self, budget: u64) -> Event {
        self.run_watched(budget, &mut Unwatched)
    }

    /// The same, with somebody looking on.
    pub fn run_watched<W: Watch>(&mut self, budget: u64, watch: &mut W) -> Event {
        if let Some(status) = self.finished {
            return Event::Finished(status);
        }
        let end = self.ticks.saturating_add(budget);
        loop {
            let interrupt = self.heap.world.next_interrupt(self.ticks);
            let pause = end.min(self.program.limits.steps).min(interrupt.unwrap_or(u64::MAX));
            if let Some(event) = self.run_until(pause, watch) {
                return event;
            }
            if self.ticks >= self.program.limits.steps {
                return Event::Limit("steps");
            }
            if self.ticks >= end {
                return Event::Ran;
            }
            if let Some(event) = self.interrupted(watch) {
                return event;
            }
        }
    }

    /// Executes instructions until so many have been executed in all, or there is a reason to come back.
    fn run_until<W: Watch>(&mut self, pause: u64, watch: &mut W) -> Option<Event> {
        let mut purse = Purse { left: pause.saturating_sub(self.ticks) };
        while purse.left > 0 {
            if W::LOOKS && !self.current.hidden {
                self.ticks = pause - purse.left;
                if watch.before(self) {
                    return Some(Event::Stopped);
                }
            }
            let instr = self.current.code.instrs[self.current.pc as usize];
            self.begin(&mut purse);
            let mut more = if W::LOOKS { Purse { left: 0 } } else { purse };
            let done = exec::execute(self, instr, &mut more);
            if !W::LOOKS {
                purse = more;
            }
            if let Err(leave) = done {
                self.ticks = pause - purse.left;
                if let Some(event) = self.leave(leave, watch) {
                    return Some(event);
                }
            }
            if self.heap.has_mortals() {
                self.ticks = pause - purse.left;
                if let Some(event) = self.bury_the_dead(watch) {
                    return Some(event);
                }
            }
        }
        self.ticks = self.ticks.max(pause);
        None
    }

    #[cold]
    #[inline(never)]
    fn bury_the_dead<W: Watch>(&mut self, watch: &mut W) -> Option<Event> {
        // Between KW_NAMES and its call nothing dies.
        let done = if self.kw_names.is_null() { self.bury() } else { Ok(()) };
        done.err().and_then(|leave| self.leave(leave, watch))
    }

    /// Goes on to the next instruction, and pays for it.
    #[inline(always)]
    fn begin(&mut self, purse: &mut Purse) {
        self.current.pc += 1;
        purse.left -= 1;
        if self.current.hidden {
            self.hidden_ticks += 1;
        }
    }

    /// Goes on at once to an instruction that follows the present one, if it is paid for and of this kind. Only
    /// for pairs between which nothing can be seen to happen: no call, no object's end.
    #[inline(always)]
    pub(super) fn go_on(&mut self, purse: &mut Purse, is_it: impl FnOnce(Op) -> bool) -> Option<Instr> {
        let next = *self.current.code.instrs.get(self.current.pc as usize)?;
        if purse.left == 0 || !is_it(next.op) {
            return None;
        }
        self.begin(purse);
        Some(next)
    }

    /// The user's Ctrl-C takes the place of the next instruction.
    fn interrupted<W: Watch>(&mut self, watch: &mut W) -> Option<Event> {
        let raised = self.heap.new_exception(Type::KeyboardInterrupt, Vec::new());
        self.current.pc += 1;
        // A moment of its own, but no step.
        (self.ticks, self.hidden_ticks) = (self.ticks + 1, self.hidden_ticks + 1);
        self.leave(Leave::Raise(raised), watch)
    }

    /// What could not simply go on.
    fn leave<W: Watch>(&mut self, leave: Leave, watch: &mut W) -> Option<Event> {
        match leave {
            Leave::Raise(raised) => {
                self.set_context(raised);
                let event = self.unwind(raised, true, watch);
                if self.heap.is_instance(raised.into(), Type::MemoryError) {
                    // What the frames that were left had kept is free now, and needed.
                    self.take_away_garbage();
                }
                event
            }
            Leave::Throw(raised) => self.unwind(raised, true, watch),
            Leave::Reraise(raised) => self.unwind(raised, false, watch),
            Leave::Wants(want) => Some(self.start_over(want)),
            Leave::Finished => match self.reporting {
                Some(raised) => self.uncaught(raised),
                None => self.finished.map(Event::Finished),
            },
        }
    }

    /// The instruction has not been executed: it needs an answer first.
    fn start_over(&mut self, want: Want) -> Event {
        self.current.pc -= 1;
        self.ticks -= 1;
        self.hidden_ticks -= u64::from(self.current.hidden);
        Event::Wants(want)
    }

    /// A moment at which nothing but the roots holds an object: collects garbage when it is time.
    #[inline(always)]
    pub(super) fn safe_point(&mut self) -> Result<(), Leave> {
        if self.heap.wants_collection() { self.collect() } else { Ok(()) }
    }

    #[cold]
    fn collect(&mut self) -> Result<(), Leave> {
        self.take_away_garbage();
        if self.is_full() {
            return Err(self.heap.no_memory().into());
        }
        Ok(())
    }

    /// Whether the program has used up its memory: what lies on the heap, and the frames it waits in.
    pub(super) fn is_full(&self) -> bool {
        // Where there is no more room they move to a place of twice the size.
        self.heap.is_full_with(2 * self.frames_bytes())
    }

    /// What the frames take, each clone its own.
    pub fn frames_bytes(&self) -> u64 {
        (size_of_val(&self.stack[..]) + size_of_val(&self.waiting[..])) as u64
    }

    pub(super) fn take_away_garbage(&mut self) {
        let others = super::lifetimes::roots_beside_stack(self);
        self.heap.collect(self.stack.iter().copied().chain(others));
    }
}

//! The loop: fetch, execute, until there is a reason to stop.

use crate::object::{Type, Want};

use super::{Event, Unwatched, Vm, Watch, exec, unwind::Leave};

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
            while self.ticks < pause {
                if !self.current.hidden && watch.before(self) {
                    return Event::Stopped;
                }
                let instr = self.current.code.instrs[self.current.pc as usize];
                self.current.pc += 1;
                self.ticks += 1;
                self.steps += u64::from(!self.current.hidden);
                if let Err(leave) = exec::execute(self, instr)
                    && let Some(event) = self.leave(leave, watch)
                {
                    return event;
                }
                if self.heap.has_mortals()
                    && self.kw_names.is_null()
                    && let Err(leave) = self.bury()
                    && let Some(event) = self.leave(leave, watch)
                {
                    return event;
                }
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

    /// The user's Ctrl-C takes the place of the next instruction.
    fn interrupted<W: Watch>(&mut self, watch: &mut W) -> Option<Event> {
        let raised = self.heap.new_exception(Type::KeyboardInterrupt, Vec::new());
        self.current.pc += 1;
        self.ticks += 1;
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
        self.steps -= u64::from(!self.current.hidden);
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
        if self.heap.is_full() {
            return Err(self.heap.no_memory().into());
        }
        Ok(())
    }

    fn take_away_garbage(&mut self) {
        let others = super::lifetimes::roots_beside_stack(self);
        self.heap.collect(self.stack.iter().copied().chain(others));
    }
}

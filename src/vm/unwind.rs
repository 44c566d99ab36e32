//! The way of an exception: through frames to a handler, or out of the program.

use std::rc::Rc;

use crate::{
    isa::Op,
    object::{Escape, Handle, Handler, Obj, Traceback, Type, Value, Want},
};

use super::{Event, Resume, Vm, Watch, report};

/// Why the loop cannot simply go on with the next instruction.
#[derive(Clone, Copy, Debug)]
pub(super) enum Leave {
    /// Raised here: this line goes into the traceback.
    Raise(Handle),
    /// The same, but what is being handled is not what it was raised in.
    Throw(Handle),
    /// Sent on its way again.
    Reraise(Handle),
    /// The instruction starts over once this is answered.
    Wants(Want),
    Finished,
}

/// What an instruction's work comes to.
pub(super) type Flow = Result<(), Leave>;

impl From<Escape> for Leave {
    fn from(escape: Escape) -> Self {
        match escape {
            Escape::Raise(raised) => Self::Raise(raised),
            Escape::Reraise(raised) => Self::Reraise(raised),
            Escape::Wants(want) => Self::Wants(want),
            Escape::Twin | Escape::Call(_) => panic!("calls are made where the operands are known"),
        }
    }
}

impl Vm {
    /// The instruction finds what no compiler would have put there.
    #[cold]
    pub(super) fn bad_bytecode(&mut self, wanted: &str) -> Leave {
        self.heap.raise(Type::SystemError, format!("bad bytecode: {wanted} is expected")).into()
    }

    /// The exception that an instruction needs.
    pub(super) fn expect_exception(&mut self, value: Value) -> Result<Handle, Leave> {
        self.as_exception(value).ok_or_else(|| self.bad_bytecode("an exception"))
    }

    /// Takes the exception to where it is handled. `here` says whether it was raised by the present line.
    pub(super) fn unwind<W: Watch>(
        &mut self,
        mut raised: Handle,
        here: bool,
        watch: &mut W,
    ) -> Option<Event> {
        let mut add_line = here;
        let started_hidden = self.current.hidden;
        // Where the running frame stands, in code units, if not at the instruction that raised.
        let mut place = if here { None } else { self.raised_at.take() };
        loop {
            if add_line {
                let is_ignored = matches!(self.current.resume, Resume::Finalized { .. });
                let is_silent = started_hidden && self.is_silent_end(raised);
                match self.resume_raised(raised) {
                    Some(Ok(())) => {
                        if !self.current.hidden && !is_ignored && !is_silent {
                            watch.raised(self, raised);
                        }
                        return None;
                    }
                    // What was owed raised something else.
                    Some(Err(leave)) => return self.unwind_other(leave, watch),
                    None => {}
                }
            }
            self.current.resume = Resume::Push;
            let handler = self.current.code.handler(self.current.pc - 1).copied();
            let hidden = self.current.hidden;
            if !hidden {
                match self.come_to_frame(handler, raised, place, add_line, watch) {
                    Ok(false) => {}
                    Ok(true) => return None,
                    Err(leave) => return self.unwind_other(leave, watch),
                }
            }
            if let Some(handler) = handler {
                self.enter_handler(handler, raised, place);
                return None;
            }
            if !hidden {
                watch.unwound(self, raised);
            }
            let generator = self.current.generator;
            if !self.leave_frame(place) {
                return self.uncaught(raised);
            }
            if let Some(generator) = generator {
                raised = self.raised_by_generator(generator, raised);
            }
            add_line = true;
            place = if hidden { None } else { self.end_of_call() };
        }
    }

    /// The exception goes into the traceback, unless it was raised again, and lets go of what the frame has no use for
    /// any more. Says whether something was called for what has died: then the exception waits.
    fn come_to_frame<W: Watch>(
        &mut self,
        handler: Option<Handler>,
        raised: Handle,
        place: Option<u32>,
        add_line: bool,
        watch: &mut W,
    ) -> Result<bool, Leave> {
        if add_line {
            if self.let_operands_die(raised)? {
                return Ok(true);
            }
            self.add_traceback(self.waiting.len(), raised, place);
            watch.raised(self, raised);
        }
        let depth = handler.map_or(0, |handler| handler.depth as usize);
        self.let_stack_die(depth, raised, place)
    }

    /// What was to be done for an exception on its way has come to another one, or to the same once more.
    fn unwind_other<W: Watch>(&mut self, leave: Leave, watch: &mut W) -> Option<Event> {
        match leave {
            Leave::Raise(other) => {
                self.set_context(other);
                self.unwind(other, true, watch)
            }
            Leave::Throw(other) => self.unwind(other, true, watch),
            Leave::Reraise(other) => self.unwind(other, false, watch),
            Leave::Wants(_) | Leave::Finished => panic!("what a frame owes can only be done or raise"),
        }
    }

    /// An iterator of the machine's own has ended: in CPython it is C, and a loop is told without an exception. Only
    /// what `anext()` gives always raises one.
    fn is_silent_end(&self, raised: Handle) -> bool {
        let exception = self.heap.exception(raised);
        let receiver = self.stack.last().copied().filter(|_| self.current.resume == Resume::Send);
        self.heap.is_instance(raised.into(), Type::StopIteration)
            && exception.traceback.is_none()
            && exception.extra[0].is_none()
            && receiver.is_none_or(|receiver| &*self.heap.type_name(receiver) != "anext_awaitable")
    }

    /// A frame that has called a Python function stands behind the caches of its call, as CPython's does: its
    /// loop has run the callee itself.
    fn end_of_call(&self) -> Option<u32> {
        let frame = &self.current;
        let at = (frame.pc as usize).checked_sub(1)?;
        let is_generator = |handle| matches!(self.heap.obj(handle), Obj::Generator(_));
        let by_itself = match frame.code.instrs[at].op {
            Op::Call => frame.resume == Resume::Push,
            Op::Send => self.stack.last().and_then(|value| value.handle()).is_some_and(is_generator),
            _ => false,
        };
        by_itself.then(|| frame.code.offsets[at + 1] / 2 - 1)
    }

    fn enter_handler(&mut self, handler: Handler, raised: Handle, place: Option<u32>) {
        let frame = &mut self.current;
        // Only of code that no compiler makes there may be less: an instruction has failed whose operand the handler counts.
        self.stack.resize(frame.stack_base() + handler.depth as usize, Value::None);
        if handler.push_lasti {
            let place = place.unwrap_or_else(|| frame.code.unit_of_op(frame.pc - 1));
            self.stack.push(Value::Int(i64::from(place)));
        }
        self.stack.push(raised.into());
        frame.pc = handler.target;
    }

    /// Gives up the running frame; false if it was the last. What was raised again keeps the place where it was
    /// first, and the frame's object says so too.
    fn leave_frame(&mut self, place: Option<u32>) -> bool {
        if let Some(unit) = place {
            self.current.pc = self.current.code.at_unit(unit) + 1;
        }
        if let Some(generator) = self.current.generator {
            self.close_generator(generator);
        } else if !self.frame_objects.is_empty() {
            self.end_frame_object();
        }
        self.stack.truncate(self.current.floor as usize);
        self.depth -= u32::from(!self.current.hidden);
        match self.waiting.pop() {
            Some(frame) => {
                self.current = frame;
                true
            }
            None => false,
        }
    }

    /// The open frame with this number, which may stand at another place than where it is, goes into the traceback.
    pub(super) fn add_traceback(&mut self, number: usize, raised: Handle, place: Option<u32>) {
        let next = self.heap.exception(raised).traceback;
        let frame = self.frame_object(number, true);
        let stands = self.frame_at(number).stands();
        let code = self.frame_at(number).code.clone();
        let at = place.map_or(stands, |unit| code.at_unit(unit));
        let lasti = place.unwrap_or_else(|| code.unit_of_op(at)) as i32 * 2;
        let lineno = code.line_at(at);
        let traceback = Traceback { next, code, frame, pc: at, lasti, lineno };
        let made = self.heap.alloc(Type::Traceback, Obj::Traceback(Rc::new(traceback)));
        self.heap.exception_mut(raised).traceback = made;
    }

    /// A new exception remembers the one that was being handled.
    pub(super) fn set_context(&mut self, raised: Handle) {
        let Value::Ref(handled) = self.handling() else { return };
        if handled == raised {
            return;
        }
        // The chain must not become a ring.
        let mut at = handled;
        let mut steps = 0;
        while let Value::Ref(context) = self.heap.exception(at).context {
            if context == raised {
                self.heap.exception_mut(at).context = Value::None;
                break;
            }
            at = context;
            steps += 1;
            if steps > 100_000 {
                break;
            }
        }
        self.heap.exception_mut(raised).context = handled.into();
    }

    /// Nobody handled it: the program is over, once those exceptions that have a `__str__` of their own have
    /// been asked for their text.
    pub(super) fn uncaught(&mut self, raised: Handle) -> Option<Event> {
        if let Some(unasked) = report::unasked(&mut self.heap, raised) {
            self.reporting = Some(raised);
            self.run_alone("_exception_text", &[unasked.into()]);
            return None;
        }
        if report::hides_text(&mut self.heap, raised) {
            self.reporting = Some(raised);
            self.run_alone("_exit_text", &[raised.into()]);
            return None;
        }
        if let Some(hook) = self.own_excepthook(raised) {
            (self.hooked, self.reporting) = (true, Some(raised));
            self.run_alone("_call_excepthook", &[hook, raised.into()]);
            return None;
        }
        let is_exit = self.heap.is_instance(raised.into(), Type::SystemExit);
        let status = if self.hooked && !is_exit { 1 } else { report::report(self, raised) };
        self.reporting = None;
        self.finished = self.end(status);
        self.finished.map(Event::Finished)
    }

    /// What the program has put in the place of `sys.excepthook`, if that has not been called yet.
    fn own_excepthook(&mut self, raised: Handle) -> Option<Value> {
        let is_exit = self.heap.is_instance(raised.into(), Type::SystemExit);
        if self.hooked || is_exit || !report::is_own_hook(&self.heap, "excepthook", "__excepthook__") {
            return None;
        }
        let sys = self.heap.find_module("sys")?.handle()?;
        self.heap.own(sys, self.heap.interned("excepthook")?)
    }

    /// Makes a function of the prelude the only frame.
    fn run_alone(&mut self, name: &'static str, args: &[Value]) {
        self.handling = Value::None;
        let function = self.prelude(name);
        let handle = function.handle().expect("a function is on the heap");
        let asking = self.function(handle).clone();
        self.stack.clear();
        self.stack.extend_from_slice(args);
        let opened = self.open(asking.code.clone(), asking.code_handle, asking.globals, function, true, 0, 0);
        opened.expect("a hidden frame always opens");
        self.waiting.clear();
    }
}

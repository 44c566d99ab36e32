//! Frames that are put away and taken up again: generators, coroutines, async generators.
//!
//! An async generator is driven by steps (`asend()` and the like). Its frame knows the step that drives it, so
//! that leaving the frame can say what that means to whoever waits for the step.

use std::rc::Rc;

use crate::isa::Op;
use crate::object::{
    ASYNC_GENERATOR, COROUTINE, Escape, Generator, Handle, Obj, Progress, State, StepKind, Type, Value,
};

use super::{
    Frame, Resume, Vm,
    unwind::{Flow, Leave},
};

/// What becomes of what a generator gives back: it is delivered as `resume` says, in place of all from `floor` on.
#[derive(Clone, Copy)]
pub(super) struct Owed {
    pub resume: Resume,
    pub floor: usize,
}

impl Vm {
    /// To whom nothing lies on the stack.
    pub(super) fn owed(&self, resume: Resume) -> Owed {
        Owed { resume, floor: self.stack.len() }
    }

    /// Goes on with a generator's frame.
    pub(super) fn resume_generator(&mut self, handle: Handle, sent: Value, owed: Owed) -> Flow {
        let generator = self.heap.generator(handle).clone();
        match generator.state {
            State::Running => return Err(self.already_running(handle)),
            State::Finished => {
                self.stack.truncate(owed.floor);
                self.current.resume = owed.resume;
                if self.heap.is_exact(handle.into(), Type::Generator) {
                    return self.end_of_iteration(Value::None);
                }
                return Err(self.exhausted(handle));
            }
            State::Created if !sent.is_none() => {
                self.end_step(handle, false);
                let kind = self.heap.generator_kind(handle);
                let text = format!("can't send non-None value to a just-started {kind}");
                return Err(self.heap.type_error(text).into());
            }
            State::Created | State::Suspended => {}
        }
        self.take_up(handle, &generator, owed)?;
        // A frame that is started anew also finds the value that its first RETURN_GENERATOR pops off.
        self.push(sent)
    }

    pub(super) fn already_running(&mut self, handle: Handle) -> Leave {
        let kind = self.heap.generator_kind(handle);
        self.heap.value_error(format!("{kind} already executing")).into()
    }

    /// Nothing comes from it any more.
    pub(super) fn exhausted(&mut self, handle: Handle) -> Leave {
        match Type::at(self.heap.slot(handle).class) {
            Some(Type::Coroutine) => {
                self.heap.raise(Type::RuntimeError, "cannot reuse already awaited coroutine").into()
            }
            Some(Type::AsyncGenerator) => {
                self.end_step(handle, true);
                self.heap.raise_args(Type::StopAsyncIteration, Vec::new()).into()
            }
            _ => self.heap.stop_iteration(Value::None).into(),
        }
    }

    /// Makes a generator's frame the running one, its values back on the stack.
    pub(super) fn take_up(&mut self, handle: Handle, generator: &Generator, owed: Owed) -> Flow {
        self.current.resume = owed.resume;
        let base = self.stack.len();
        self.stack.extend_from_slice(&generator.values);
        self.frames_opened += 1;
        let frame = Frame {
            code: generator.code.clone(),
            code_handle: generator.code_handle,
            pc: generator.pc,
            base: base as u32,
            floor: owed.floor as u32,
            globals: generator.globals,
            names: Value::Null,
            function: generator.function,
            resume: Resume::Push,
            hidden: generator.hidden,
            generator: Some(handle),
            id: self.frames_opened,
        };
        self.enter(frame)?;
        let own = self.heap.generator(handle).handling;
        let outer = std::mem::replace(&mut self.handling, own);
        if generator.state == State::Created {
            self.heap.forget_mortal(handle);
        }
        let payload = self.heap.generator_mut(handle);
        payload.state = State::Running;
        payload.values = Vec::new();
        payload.handling = outer;
        Ok(())
    }

    /// The function's frame becomes a generator, which is what the call returns.
    pub(super) fn make_generator(&mut self) -> Flow {
        let frame = &self.current;
        let (name, qualname) = match frame.function {
            Value::Ref(function) => {
                let function = self.function(function);
                (function.name, function.qualname)
            }
            _ => (frame.code.name, frame.code.qualname),
        };
        let generator = Generator {
            state: State::Created,
            code: frame.code.clone(),
            code_handle: frame.code_handle,
            globals: frame.globals,
            function: frame.function,
            pc: frame.pc,
            values: self.stack[frame.base as usize..].to_vec(),
            name,
            qualname,
            handling: Value::None,
            hidden: frame.hidden,
            step: None,
            closed: false,
            finalizer: Value::Null,
            origin: Value::None,
            frame: None,
        };
        let class = match frame.code.flags {
            flags if flags & COROUTINE != 0 => Type::Coroutine,
            flags if flags & ASYNC_GENERATOR != 0 => Type::AsyncGenerator,
            _ => Type::Generator,
        };
        let generator = match class == Type::Coroutine && self.heap.origin_depth > 0 {
            true => Generator { origin: self.origin(), ..generator },
            false => generator,
        };
        let made = self.heap.alloc_handle(class.handle(), Obj::Generator(Rc::new(generator)));
        if class == Type::Coroutine {
            // If nobody ever awaits it, that is worth a warning.
            self.heap.make_mortal(made);
        }
        self.give_back(made.into())
    }

    /// Where the running function was called, the innermost place first: file, line and name of each.
    fn origin(&mut self) -> Value {
        let callers = self.waiting.iter().rev().filter(|frame| !frame.hidden).take(self.heap.origin_depth);
        let place = |frame: &Frame| {
            let line = frame.code.line_at(frame.stands()).map_or(Value::None, |line| Value::Int(line.into()));
            vec![frame.code.filename, line, frame.code.name]
        };
        let places: Vec<_> = callers.map(place).collect();
        let places = places.into_iter().map(|place| self.heap.tuple(place)).collect();
        self.heap.tuple(places)
    }

    /// Puts the running generator's frame away, and gives the value to whoever asked for it.
    pub(super) fn yield_value(&mut self, value: Value) -> Flow {
        let Some(handle) = self.current.generator else { return Err(self.bad_bytecode("a generator")) };
        let values = self.stack[self.current.base as usize..].to_vec();
        let pc = self.current.pc;
        let own = self.handling;
        let payload = self.heap.generator_mut(handle);
        payload.state = State::Suspended;
        payload.values = values;
        payload.pc = pc;
        let outer = std::mem::replace(&mut payload.handling, own);
        self.handling = outer;
        if self.has_cleanup(pc) || self.heap.is_exact(handle.into(), Type::AsyncGenerator) {
            self.heap.make_mortal(handle);
        }
        let wrapped = match value {
            Value::Ref(wrapped) if self.heap.is_exact(value, Type::AsyncWrapped) => {
                match self.heap.obj(wrapped) {
                    Obj::Wrapped(inner) => Some(*inner),
                    _ => None,
                }
            }
            _ => None,
        };
        match wrapped {
            None => self.give_back(value),
            Some(value) => self.yield_to_step(handle, value),
        }
    }

    /// Whether closing the generator here runs code of its own. The two instructions of the handler that every
    /// generator has are seen by none but who looks on, and to notice every death is dear.
    fn has_cleanup(&self, pc: u32) -> bool {
        let code = &self.current.code;
        code.handler(pc - 1).is_some_and(|handler| {
            self.watched && !self.current.hidden
                || code.instrs[handler.target as usize].op != Op::CallIntrinsic1
        })
    }

    /// An async generator has come to a `yield`: the step that drove it is done.
    fn yield_to_step(&mut self, handle: Handle, value: Value) -> Flow {
        let kind = self.leave_step(handle, false, true);
        self.return_to_caller();
        match kind {
            Some(StepKind::Close) => {
                Err(self.heap.raise(Type::RuntimeError, "async generator ignored GeneratorExit").into())
            }
            _ => Err(self.heap.stop_iteration(value).into()),
        }
    }

    /// No step drives the async generator any longer. Says which kind did.
    pub(super) fn end_step(&mut self, handle: Handle, closed: bool) -> Option<StepKind> {
        self.leave_step(handle, closed, false)
    }

    /// The same where the generator may have yielded. Of `athrow()`, only an exception that it raises at once ends the
    /// step: it can be gone on with.
    fn leave_step(&mut self, handle: Handle, closed: bool, yields: bool) -> Option<StepKind> {
        let generator = self.heap.generator_mut(handle);
        generator.closed |= closed;
        let step = generator.step.take()?;
        let step = self.heap.async_step_mut(step);
        if step.kind != StepKind::Throw || !yields && step.progress != Progress::Continued {
            step.progress = Progress::Done;
        }
        Some(step.kind)
    }

    /// The frame that asked the running generator is the running one again.
    fn return_to_caller(&mut self) {
        if self.heap.has_mortals() {
            self.heap.leaves(&self.stack, self.current.floor as usize);
        }
        self.stack.truncate(self.current.floor as usize);
        self.depth -= u32::from(!self.current.hidden);
        self.current = self.waiting.pop().expect("somebody asked the generator");
    }

    /// `return` in a generator ends the iteration.
    pub(super) fn return_from_generator(&mut self, value: Value) -> Flow {
        let handle = self.current.generator.expect("the frame is a generator's");
        self.close_generator(handle);
        self.return_to_caller();
        if !self.heap.is_exact(handle.into(), Type::AsyncGenerator) {
            // A loop is ended without an exception, unless there is a value, which only an exception can bring.
            return match self.current.resume {
                Resume::ForIter if !value.is_none() => Err(self.heap.stop_iteration(value).into()),
                _ => self.end_of_iteration(value),
            };
        }
        Err(match self.end_step(handle, true) {
            Some(StepKind::Close) => self.heap.stop_iteration(Value::None).into(),
            _ => self.heap.raise_args(Type::StopAsyncIteration, Vec::new()).into(),
        })
    }

    /// Its body has ended; what it handled no longer is.
    pub(super) fn close_generator(&mut self, generator: Handle) {
        self.heap.forget_mortal(generator);
        if self.heap.generator(generator).frame.is_some() {
            self.end_frame_object();
        }
        let payload = self.heap.generator_mut(generator);
        payload.state = State::Finished;
        let outer = std::mem::replace(&mut payload.handling, Value::None);
        self.handling = outer;
    }

    /// An exception has left the generator's frame: what comes out of it.
    pub(super) fn raised_by_generator(&mut self, handle: Handle, raised: Handle) -> Handle {
        if !self.heap.is_exact(handle.into(), Type::AsyncGenerator) {
            return raised;
        }
        let is_end = [Type::StopAsyncIteration, Type::GeneratorExit]
            .into_iter()
            .any(|end| self.heap.is_instance(raised.into(), end));
        match self.end_step(handle, is_end) {
            Some(StepKind::Close) if is_end => match self.heap.stop_iteration(Value::None) {
                Escape::Raise(ended) => ended,
                _ => raised,
            },
            _ => raised,
        }
    }
}

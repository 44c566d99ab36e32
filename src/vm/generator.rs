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

impl Vm {
    /// Goes on with a generator's frame. What it yields is delivered as `resume` says.
    pub(super) fn resume_generator(&mut self, handle: Handle, sent: Value, resume: Resume) -> Flow {
        let generator = self.heap.generator(handle).clone();
        match generator.state {
            State::Running => return Err(self.already_running(handle)),
            State::Finished => {
                self.current.resume = resume;
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
        self.take_up(handle, &generator, resume)?;
        // A frame that is started anew also finds the value that its first RETURN_GENERATOR pops off.
        self.push(sent)
    }

    fn already_running(&mut self, handle: Handle) -> Leave {
        let kind = self.heap.generator_kind(handle);
        self.heap.value_error(format!("{kind} already executing")).into()
    }

    /// Nothing comes from it any more.
    fn exhausted(&mut self, handle: Handle) -> Leave {
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

    /// `throw(*args)`: raises an exception in a generator, or hands it on to what it delegates to.
    pub(super) fn throw(&mut self, handle: Handle, args: &[Value], resume: Resume) -> Flow {
        let generator = self.heap.generator(handle).clone();
        if let Some(inner) = generator.delegate() {
            if self.is_exit(args[0]) && self.closes_on_exit(&generator) {
                return self.close_and_throw(handle, inner, args, resume);
            }
            let inner_generator = inner.handle().filter(|&inner| self.is_plain_generator(inner));
            if let Some(inner) = inner_generator {
                self.take_up(handle, &generator, resume)?;
                self.stack.push(Value::None);
                return self.throw(inner, args, Resume::Delegate);
            }
            let name = self.heap.intern("throw");
            match self.heap.get_attribute(inner, name.into()) {
                Ok(method) => {
                    self.heap.generator_mut(handle).state = State::Running;
                    let args = self.heap.tuple(args.to_vec());
                    let hand_on = self.prelude("_throw_into_other");
                    return self.call_values(hand_on, &[handle.into(), method, args], resume);
                }
                // It has a way of its own to find attributes.
                Err(Escape::Twin | Escape::Call(_)) => {
                    let args = self.heap.tuple(args.to_vec());
                    let find = self.prelude("_throw_by_name");
                    return self.call_values(find, &[handle.into(), inner, args], resume);
                }
                Err(Escape::Raise(raised)) if self.heap.is_instance(raised.into(), Type::AttributeError) => {}
                Err(other) => return Err(other.into()),
            }
        }
        self.throw_here(handle, &generator, args, resume)
    }

    fn is_plain_generator(&self, handle: Handle) -> bool {
        matches!(Type::at(self.heap.slot(handle).class), Some(Type::Generator | Type::Coroutine))
    }

    fn is_exit(&self, thrown: Value) -> bool {
        let class = match (thrown, self.heap.as_class(thrown)) {
            (Value::Ref(class), Some(_)) => class,
            _ => self.heap.class_of(thrown),
        };
        self.heap.is_subclass(class, Type::GeneratorExit.handle())
    }

    /// An async generator that is being closed or thrown into may still await something on its way out.
    fn closes_on_exit(&self, generator: &Generator) -> bool {
        generator.step.is_none_or(|step| self.heap.async_step(step).kind == StepKind::Send)
    }

    /// First closes what the generator delegates to, then raises in the generator. Its frame is not open
    /// meanwhile.
    fn close_and_throw(&mut self, handle: Handle, inner: Value, args: &[Value], resume: Resume) -> Flow {
        let Some(raised) = self.thrown(args)? else {
            return self.throw_made(handle, args, resume);
        };
        self.heap.generator_mut(handle).state = State::Running;
        let close = self.prelude("_close_and_throw");
        self.call_values(close, &[handle.into(), inner, raised.into()], resume)
    }

    /// The exception to raise; `None` where it must first be made from its class.
    fn thrown(&mut self, args: &[Value]) -> Result<Option<Handle>, Leave> {
        let value = args.get(1).copied().filter(|value| !value.is_none());
        if let Some(&traceback) = args.get(2)
            && !traceback.is_none()
            && !self.heap.is_exact(traceback, Type::Traceback)
        {
            return Err(self.heap.type_error("throw() third argument must be a traceback object").into());
        }
        if self.heap.as_class(args[0]).is_some()
            && args[0]
                .handle()
                .is_some_and(|class| self.heap.is_subclass(class, Type::BaseException.handle()))
        {
            return Ok(value.and_then(|value| self.as_exception(value)).filter(|&value| {
                args[0].handle().is_some_and(|class| self.heap.is_instance(value.into(), class))
            }));
        }
        match (self.as_exception(args[0]), value) {
            (Some(_), Some(_)) => {
                Err(self.heap.type_error("instance exception may not have a separate value").into())
            }
            (Some(raised), None) => Ok(Some(raised)),
            (None, _) => {
                let class = self.heap.type_name(args[0]);
                let text = format!(
                    "exceptions must be classes or instances deriving from BaseException, not {class}"
                );
                Err(self.heap.type_error(text).into())
            }
        }
    }

    /// Has the exception made from its class, then throws it.
    fn throw_made(&mut self, handle: Handle, args: &[Value], resume: Resume) -> Flow {
        let made_of = match args.get(1).copied().filter(|value| !value.is_none()) {
            None => Vec::new(),
            Some(value) => match self.heap.as_tuple(value) {
                Some(items) => items.to_vec(),
                None => vec![value],
            },
        };
        let made_of = self.heap.tuple(made_of);
        let throw = self.prelude("_throw_made");
        self.call_values(throw, &[handle.into(), args[0], made_of], resume)
    }

    /// Raises an exception in the generator itself.
    pub(super) fn throw_past_delegate(&mut self, handle: Handle, args: &[Value], resume: Resume) -> Flow {
        let generator = self.heap.generator(handle).clone();
        self.throw_here(handle, &generator, args, resume)
    }

    fn throw_here(&mut self, handle: Handle, generator: &Generator, args: &[Value], resume: Resume) -> Flow {
        let Some(raised) = self.thrown(args)? else {
            return self.throw_made(handle, args, resume);
        };
        if let Some(&traceback) = args.get(2)
            && !traceback.is_none()
        {
            self.heap.exception_mut(raised).traceback = traceback;
        }
        match generator.state {
            State::Running => Err(self.already_running(handle)),
            State::Finished => {
                self.end_step(handle, false);
                self.current.resume = resume;
                match self.heap.is_exact(handle.into(), Type::Coroutine) {
                    true => Err(self.exhausted(handle)),
                    false => Err(Leave::Raise(raised)),
                }
            }
            State::Created | State::Suspended => {
                self.take_up(handle, generator, resume)?;
                self.stack.push(Value::None);
                // It stands behind the instruction it was left in.
                Err(Leave::Raise(raised))
            }
        }
    }

    /// Makes a generator's frame the running one, its values back on the stack.
    fn take_up(&mut self, handle: Handle, generator: &Generator, resume: Resume) -> Flow {
        self.current.resume = resume;
        let floor = self.stack.len();
        self.stack.extend_from_slice(&generator.values);
        self.frames_opened += 1;
        let frame = Frame {
            code: generator.code.clone(),
            code_handle: generator.code_handle,
            pc: generator.pc,
            base: floor as u32,
            floor: floor as u32,
            globals: generator.globals,
            names: Value::Null,
            function: generator.function,
            resume: Resume::Push,
            hidden: generator.hidden,
            generator: Some(handle),
            id: self.frames_opened,
        };
        self.enter(frame)?;
        let outer = self.handling;
        let own = self.heap.generator(handle).handling;
        if !own.is_none() {
            self.handling = own;
        }
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
            frame: None,
        };
        let class = match frame.code.flags {
            flags if flags & COROUTINE != 0 => Type::Coroutine,
            flags if flags & ASYNC_GENERATOR != 0 => Type::AsyncGenerator,
            _ => Type::Generator,
        };
        let made = self.heap.alloc_handle(class.handle(), Obj::Generator(Rc::new(generator)));
        if class == Type::Coroutine {
            // If nobody ever awaits it, that is worth a warning.
            self.heap.make_mortal(made);
        }
        self.give_back(made.into())
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
        let outer = std::mem::replace(&mut payload.handling, Value::None);
        if own != outer {
            payload.handling = own;
        }
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
        let kind = self.end_step(handle, false);
        self.return_to_caller();
        match kind {
            Some(StepKind::Close) => {
                Err(self.heap.raise(Type::RuntimeError, "async generator ignored GeneratorExit").into())
            }
            _ => Err(self.heap.stop_iteration(value).into()),
        }
    }

    /// No step drives the async generator any longer. Says which kind did.
    fn end_step(&mut self, handle: Handle, closed: bool) -> Option<StepKind> {
        let generator = self.heap.generator_mut(handle);
        generator.closed |= closed;
        let step = generator.step.take()?;
        let step = self.heap.async_step_mut(step);
        step.progress = Progress::Done;
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

//! `throw()` of generators and coroutines: an exception raised where one stands, or handed on to what it delegates to.

use crate::object::{Escape, Generator, Handle, State, StepKind, Type, Value};

use super::{
    Resume, Vm,
    generator::Owed,
    unwind::{Flow, Leave},
};

impl Vm {
    /// `throw(*args)`: raises an exception in a generator, or hands it on to what it delegates to.
    pub(super) fn throw(&mut self, handle: Handle, args: &[Value], owed: Owed) -> Flow {
        let generator = self.heap.generator(handle).clone();
        if let Some(inner) = generator.delegate() {
            if self.is_exit(args[0]) && self.closes_on_exit(&generator) {
                return self.close_and_throw(handle, inner, args, owed);
            }
            let inner_generator = inner.handle().filter(|&inner| self.is_plain_generator(inner));
            if let Some(inner) = inner_generator {
                self.take_up(handle, &generator, owed)?;
                self.stack.push(Value::None);
                let delegates = self.owed(Resume::Delegate);
                return self.throw(inner, args, delegates);
            }
            let name = self.heap.intern("throw");
            match self.heap.get_attribute(inner, name.into()) {
                Ok(method) => {
                    self.heap.generator_mut(handle).state = State::Running;
                    let args = self.heap.tuple(args.to_vec());
                    let hand_on = self.prelude("_throw_into_other");
                    return self.call_instead(hand_on, &[handle.into(), method, args], owed);
                }
                // It has a way of its own to find attributes.
                Err(Escape::Twin | Escape::Call(_)) => {
                    let args = self.heap.tuple(args.to_vec());
                    let find = self.prelude("_throw_by_name");
                    return self.call_instead(find, &[handle.into(), inner, args], owed);
                }
                Err(Escape::Raise(raised)) if self.heap.is_instance(raised.into(), Type::AttributeError) => {}
                Err(other) => return Err(other.into()),
            }
        }
        self.throw_here(handle, &generator, args, owed)
    }

    /// Has the prelude do it.
    fn call_instead(&mut self, callee: Value, args: &[Value], owed: Owed) -> Flow {
        self.stack.truncate(owed.floor);
        self.call_values(callee, args, owed.resume)
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
    fn close_and_throw(&mut self, handle: Handle, inner: Value, args: &[Value], owed: Owed) -> Flow {
        let Some(raised) = self.thrown(args)? else {
            return self.throw_made(handle, args, owed);
        };
        self.heap.generator_mut(handle).state = State::Running;
        let close = self.prelude("_close_and_throw");
        self.call_instead(close, &[handle.into(), inner, raised.into()], owed)
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
    fn throw_made(&mut self, handle: Handle, args: &[Value], owed: Owed) -> Flow {
        let made_of = match args.get(1).copied().filter(|value| !value.is_none()) {
            None => Vec::new(),
            Some(value) => match self.heap.as_tuple(value) {
                Some(items) => items.to_vec(),
                None => vec![value],
            },
        };
        let made_of = self.heap.tuple(made_of);
        let throw = self.prelude("_throw_made");
        self.call_instead(throw, &[handle.into(), args[0], made_of], owed)
    }

    /// Raises an exception in the generator itself.
    pub(super) fn throw_past_delegate(&mut self, handle: Handle, args: &[Value], owed: Owed) -> Flow {
        let generator = self.heap.generator(handle).clone();
        self.throw_here(handle, &generator, args, owed)
    }

    fn throw_here(&mut self, handle: Handle, generator: &Generator, args: &[Value], owed: Owed) -> Flow {
        let Some(raised) = self.thrown(args)? else {
            return self.throw_made(handle, args, owed);
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
                self.stack.truncate(owed.floor);
                self.current.resume = owed.resume;
                match self.heap.is_exact(handle.into(), Type::Coroutine) {
                    true => Err(self.exhausted(handle)),
                    false => Err(Leave::Throw(raised)),
                }
            }
            State::Created | State::Suspended => {
                self.take_up(handle, generator, owed)?;
                self.stack.push(Value::None);
                // Only what the generator itself handles is what this was raised in.
                if !self.handling.is_none() {
                    self.set_context(raised);
                }
                // It stands behind the instruction it was left in.
                Err(Leave::Throw(raised))
            }
        }
    }
}

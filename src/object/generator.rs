//! The payload of generators and coroutines: a frame that is not running, put away. And of the awaitables that
//! an async generator hands out: one step of it, to be taken later.

use std::rc::Rc;

use super::{Escape, Handle, Heap, Obj, Value, With, builtin_types::Type, code::CodeObject};

#[derive(Clone, Debug)]
pub struct Generator {
    pub state: State,
    pub code: Rc<CodeObject>,
    pub code_handle: Handle,
    pub globals: Handle,
    pub function: Value,
    /// The instruction it goes on with.
    pub pc: u32,
    /// Its variables and its part of the value stack; empty while it runs or once it has ended.
    pub values: Vec<Value>,
    pub name: Value,
    pub qualname: Value,
    /// The exception that was being handled when it was left; while it runs, what those handle that it runs for.
    pub handling: Value,
    pub hidden: bool,
    /// Of an async generator: the step that is being taken, until the generator yields or ends.
    pub step: Option<Handle>,
    /// Of an async generator: it was closed, or has ended.
    pub closed: bool,
    /// Of an async generator: `Null` until its first step is asked for, then the hook that is told of its end in place
    /// of closing it, or `None`.
    pub finalizer: Value,
    /// Of a coroutine: where it was made, if that is kept, as a tuple of places, or `None`.
    pub origin: Value,
    /// Its frame as an object, if anybody has asked for that.
    pub frame: Option<Handle>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Created,
    Suspended,
    Running,
    Finished,
}

impl Generator {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        self.code.visit(see);
        see(self.code_handle.into());
        see(self.globals.into());
        [self.function, self.name, self.qualname, self.handling, self.finalizer, self.origin]
            .into_iter()
            .for_each(&mut *see);
        for part in [self.step, self.frame].into_iter().flatten() {
            see(part.into());
        }
        self.values.iter().copied().for_each(see);
    }

    /// What it delegates to: it stands in a `yield from` or an `await`.
    pub fn delegate(&self) -> Option<Value> {
        (self.state == State::Suspended && self.code.resumes_delegating(self.pc))
            .then(|| self.values.last().copied())
            .flatten()
    }
}

/// What `asend()`, `athrow()` and `aclose()` of an async generator return.
#[derive(Clone, Debug)]
pub struct AsyncStep {
    pub generator: Handle,
    pub kind: StepKind,
    pub progress: Progress,
    /// What to send; or a tuple of the arguments of `athrow`.
    pub value: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    Send,
    Throw,
    Close,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Created,
    Begun,
    /// It has been gone on with.
    Continued,
    Done,
}

impl AsyncStep {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        see(self.generator.into());
        see(self.value);
    }
}

impl Heap {
    pub fn generator(&self, handle: Handle) -> &Generator {
        match self.obj(handle) {
            Obj::Generator(generator) => generator,
            other => panic!("a generator is expected, not {other:?}"),
        }
    }

    pub fn generator_mut(&mut self, handle: Handle) -> &mut Generator {
        match self.obj_mut(handle) {
            Obj::Generator(generator) => Rc::make_mut(generator),
            other => panic!("a generator is expected, not {other:?}"),
        }
    }

    pub fn async_step(&self, handle: Handle) -> &AsyncStep {
        match self.obj(handle) {
            Obj::AsyncStep(step) => step,
            other => panic!("a step of an async generator is expected, not {other:?}"),
        }
    }

    pub fn async_step_mut(&mut self, handle: Handle) -> &mut AsyncStep {
        match self.obj_mut(handle) {
            Obj::AsyncStep(step) => Rc::make_mut(step),
            other => panic!("a step of an async generator is expected, not {other:?}"),
        }
    }

    /// What messages call it.
    pub fn generator_kind(&self, handle: Handle) -> &'static str {
        match Type::at(self.slot(handle).class) {
            Some(Type::Coroutine) => "coroutine",
            Some(Type::AsyncGenerator) => "async generator",
            _ => "generator",
        }
    }

    /// Whether `await` takes it as it is: a coroutine, or a generator that was made one.
    pub fn is_coroutine(&self, value: Value) -> bool {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Generator(generator) => {
                    self.is_exact(value, Type::Coroutine)
                        || generator.code.has_flag(super::code::ITERABLE_COROUTINE)
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// The first step of an async generator is asked for: it keeps the hooks that `sys` has now. The answer is the one
    /// to be called before.
    pub fn begin_async_generator(&mut self, handle: Handle) -> Option<Value> {
        if !self.generator(handle).finalizer.is_null() {
            return None;
        }
        let name = self.interned("_asyncgen_hooks")?;
        let hooks = self.own(self.prelude.handle()?, name)?;
        let &[first, last] = self.as_sequence(hooks)? else { return None };
        self.generator_mut(handle).finalizer = last;
        if !last.is_none() {
            self.make_mortal(handle);
        }
        Some(first).filter(|first| !first.is_none())
    }

    /// The coroutine of what its `__await__` has answered.
    pub fn awaited_by(&self, value: Value) -> Option<Handle> {
        match self.obj(value.handle().filter(|_| self.is_exact(value, Type::CoroutineWrapper))?) {
            Obj::Wrapped(coroutine) => coroutine.handle(),
            _ => None,
        }
    }

    /// A step is taken once.
    pub fn step_is_done(&mut self, kind: StepKind) -> Escape {
        let own = if kind == StepKind::Send { "__anext__()/asend()" } else { "aclose()/athrow()" };
        self.raise(Type::RuntimeError, format!("cannot reuse already awaited {own}"))
    }

    /// Takes the step, or goes on with it: `sent` is what its waiter sends. Answers with the call to make.
    pub fn take_async_step(&mut self, handle: Handle, sent: Value) -> Escape {
        let step = self.async_step(handle).clone();
        let (closed, state) = (self.generator(step.generator).closed, self.generator(step.generator).state);
        let is_running = self.generator(step.generator).step.is_some();
        let what = match step.kind {
            StepKind::Send => "anext()",
            StepKind::Throw => "athrow()",
            StepKind::Close => "aclose()",
        };
        if step.progress == Progress::Done {
            return self.step_is_done(step.kind);
        }
        let throws = step.kind != StepKind::Send;
        if throws && state == State::Finished {
            self.async_step_mut(handle).progress = Progress::Done;
            return self.stop_iteration(Value::None);
        }
        let mut value = sent;
        if step.progress == Progress::Created {
            if is_running {
                if throws {
                    self.async_step_mut(handle).progress = Progress::Done;
                }
                let text = format!("{what}: asynchronous generator is already running");
                return self.raise(Type::RuntimeError, text);
            }
            if throws && closed {
                self.async_step_mut(handle).progress = Progress::Done;
                return self.raise_args(Type::StopAsyncIteration, Vec::new());
            }
            if throws && !sent.is_none() {
                let text = "can't send non-None value to a just-started coroutine";
                return self.raise(Type::RuntimeError, text);
            }
            if sent.is_none() {
                value = step.value;
            }
            self.async_step_mut(handle).progress = Progress::Begun;
        } else {
            self.async_step_mut(handle).progress = Progress::Continued;
        }
        let generator = self.generator_mut(step.generator);
        if step.progress == Progress::Created {
            generator.step = Some(handle);
        }
        generator.closed |= step.kind == StepKind::Close;
        let begins = throws && step.progress == Progress::Created;
        let args = match (begins, step.kind) {
            (true, StepKind::Close) => vec![Type::GeneratorExit.into()],
            (true, _) => self.as_sequence(value).unwrap_or_default().to_vec(),
            (false, _) => vec![value],
        };
        let with = if begins { With::Exception } else { With::Value };
        Escape::resume(step.generator.into(), with, args)
    }
}

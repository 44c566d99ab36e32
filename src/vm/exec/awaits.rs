//! `await`, `async for`, `async with`.

use crate::object::{AsyncStep, EMPTY_TUPLE, Obj, Progress, StepKind, Sym, Type, Value};

use super::super::{
    Resume, Vm,
    unwind::{Flow, Leave},
};

/// `place` says whose result it is: 1 that of `__aenter__`, 2 that of `__aexit__`.
pub(super) fn get_awaitable(vm: &mut Vm, place: u32) -> Flow {
    let value = vm.peek(1);
    if vm.heap.is_coroutine(value) {
        return vm.check_not_awaited(value);
    }
    if vm.heap.special(value, Sym::Await).is_none() {
        let class = vm.heap.type_name(value);
        let of = match place {
            1 => "__aenter__",
            2 => "__aexit__",
            _ => {
                let text = format!("object {class} can't be used in 'await' expression");
                return Err(vm.heap.type_error(text).into());
            }
        };
        let text =
            format!("'async with' received an object from {of} that does not implement __await__: {class}");
        return Err(vm.heap.type_error(text).into());
    }
    let twin = vm.prelude("_awaitable");
    vm.call_values(twin, &[value], Resume::Awaitable)
}

impl Vm {
    /// The iterator of an awaitable, in place of it.
    pub(in crate::vm) fn take_awaitable(&mut self, made: Value) -> Flow {
        self.check_not_awaited(made)?;
        self.stack.pop();
        self.push(made)
    }

    /// What `__aiter__` has answered.
    pub(in crate::vm) fn take_async_iterator(&mut self, made: Value) -> Flow {
        if self.heap.special(made, Sym::ANext).is_none() {
            let class = self.heap.type_name(made);
            let text = format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {class}"
            );
            return Err(self.heap.type_error(text).into());
        }
        self.stack.pop();
        self.push(made)
    }

    /// What `__anext__` has answered.
    pub(in crate::vm) fn take_async_next(&mut self, made: Value) -> Flow {
        if self.heap.is_coroutine(made) {
            return self.push(made);
        }
        let twin = self.prelude("_anext_awaitable");
        self.call_values(twin, &[made], Resume::Push)
    }

    pub(in crate::vm) fn check_not_awaited(&mut self, value: Value) -> Flow {
        if let Value::Ref(handle) = value
            && let Obj::Generator(generator) = self.heap.obj(handle)
            && generator.delegate().is_some()
            && self.heap.is_exact(value, Type::Coroutine)
        {
            return Err(self.heap.raise(Type::RuntimeError, "coroutine is being awaited already").into());
        }
        Ok(())
    }
}

pub(super) fn get_aiter(vm: &mut Vm) -> Flow {
    let value = vm.peek(1);
    if vm.heap.is_exact(value, Type::AsyncGenerator) {
        return Ok(());
    }
    let Some(method) = vm.heap.special(value, Sym::AIter) else {
        let class = vm.heap.type_name(value);
        let text = format!("'async for' requires an object with __aiter__ method, got {class}");
        return Err(vm.heap.type_error(text).into());
    };
    vm.call_special(method, value, &[], Resume::AsyncIterator)
}

pub(super) fn get_anext(vm: &mut Vm) -> Flow {
    let value = vm.peek(1);
    if let Value::Ref(generator) = value
        && vm.heap.is_exact(value, Type::AsyncGenerator)
    {
        if let Some(hook) = vm.heap.begin_async_generator(generator) {
            let (first, method) = (vm.prelude("_first_iteration"), vm.heap.intern("__anext__"));
            let args = [hook, value, method.into(), EMPTY_TUPLE.into()];
            return vm.call_values(first, &args, Resume::Push);
        }
        let step =
            AsyncStep { generator, kind: StepKind::Send, progress: Progress::Created, value: Value::None };
        let step = vm.heap.alloc(Type::AsyncSend, Obj::AsyncStep(std::rc::Rc::new(step)));
        return vm.push(step);
    }
    let Some(method) = vm.heap.special(value, Sym::ANext) else {
        let class = vm.heap.type_name(value);
        let text = format!("'async for' requires an iterator with __anext__ method, got {class}");
        return Err(vm.heap.type_error(text).into());
    };
    vm.call_special(method, value, &[], Resume::AsyncNext)
}

pub(super) fn before_async_with(vm: &mut Vm) -> Flow {
    super::exceptions::enter(vm, Sym::AEnter, Sym::AExit, "asynchronous context manager protocol")
}

/// On the stack: the asynchronous iterator, and the exception that its `__anext__` has ended with.
pub(super) fn end_async_for(vm: &mut Vm) -> Flow {
    let raised = vm.pop();
    if vm.heap.is_instance(raised, Type::StopAsyncIteration) {
        vm.stack.pop();
        return Ok(());
    }
    Err(Leave::Reraise(vm.expect_exception(raised)?))
}

//! Raising, handling, `with`.

use crate::object::{ASYNC_GENERATOR, COROUTINE, Handle, Obj, Sym, Type, Value};

use super::super::{
    Resume, Vm,
    unwind::{Flow, Leave},
};

pub(super) fn push_exc_info(vm: &mut Vm) -> Flow {
    let raised = vm.pop();
    vm.expect_exception(raised)?;
    vm.stack.push(vm.handling);
    vm.handling = raised;
    vm.push(raised)
}

pub(super) fn pop_except(vm: &mut Vm) -> Flow {
    let outer = vm.pop();
    if !outer.is_none() {
        vm.expect_exception(outer)?;
    }
    let handled = std::mem::replace(&mut vm.handling, outer);
    if vm.heap.is_instance(handled, Type::MemoryError) {
        // Its traceback has kept what the frames that it left had.
        vm.take_away_garbage();
    }
    Ok(())
}

pub(super) fn check_exc_match(vm: &mut Vm) -> Flow {
    let (wanted, raised) = (vm.peek(1), vm.peek(2));
    let classes = match vm.heap.as_tuple(wanted) {
        Some(classes) => classes.to_vec(),
        None => vec![wanted],
    };
    let class = vm.heap.class_of(raised);
    let mut matches = false;
    for each in classes {
        match each {
            Value::Ref(handle)
                if vm.heap.as_class(each).is_some()
                    && vm.heap.is_subclass(handle, Type::BaseException.handle()) =>
            {
                matches |= vm.heap.is_subclass(class, handle);
            }
            _ => {
                let text = "catching classes that do not inherit from BaseException is not allowed";
                return Err(vm.heap.type_error(text).into());
            }
        }
    }
    vm.stack.pop();
    vm.push(Value::Bool(matches))
}

pub(super) fn check_eg_match(vm: &mut Vm) -> Flow {
    let (wanted, raised) = (vm.peek(1), vm.peek(2));
    if !raised.is_none() {
        vm.expect_exception(raised)?;
    }
    let twin = vm.prelude("_match_group");
    vm.call_values(twin, &[raised, wanted], Resume::MatchGroup)
}

pub(super) fn load_assertion_error(vm: &mut Vm) -> Flow {
    vm.push(Type::AssertionError.into())
}

/// `depth` says where the place of the first raise lies; only what looks at the frame's line needs it.
pub(super) fn reraise(vm: &mut Vm, depth: u32) -> Flow {
    let raised = vm.pop();
    let raised = vm.expect_exception(raised)?;
    if depth > 0
        && let Value::Int(unit) = vm.peek(depth as usize)
    {
        vm.raised_at = Some(unit as u32);
    }
    Err(Leave::Reraise(raised))
}

pub(super) fn raise_varargs(vm: &mut Vm, count: u32) -> Flow {
    if count == 0 {
        return match vm.handling() {
            Value::Ref(raised) => Err(Leave::Reraise(raised)),
            _ => Err(vm.heap.raise(Type::RuntimeError, "No active exception to reraise").into()),
        };
    }
    let cause = if count == 2 { vm.pop() } else { Value::Null };
    let raised = vm.pop();
    if is_exception_class(vm, raised) {
        // The instance is made first, and then raised.
        if count == 2 && !cause.is_none() && cause.handle().is_none() {
            return Err(vm.heap.type_error("exception causes must derive from BaseException").into());
        }
        return vm.call_values(raised, &[], Resume::Raise { cause: cause.handle(), from: count == 2 });
    }
    vm.raise_value(raised, cause)
}

fn is_exception_class(vm: &Vm, value: Value) -> bool {
    match value {
        Value::Ref(handle) => {
            vm.heap.as_class(value).is_some() && vm.heap.is_subclass(handle, Type::BaseException.handle())
        }
        _ => false,
    }
}

impl Vm {
    /// What is left of a group, and what matched: that is handled now.
    pub(in crate::vm) fn take_group_match(&mut self, parts: Value) -> Flow {
        let parts = self.heap.as_sequence(parts).unwrap_or_default();
        let &[rest, matched] = parts else { panic!("the prelude answers with two parts") };
        self.drop_many(2);
        if !matched.is_none() {
            self.handling = matched;
        }
        self.stack.push(rest);
        self.push(matched)
    }

    /// Raises a value that must be an exception; `cause` is `Null` where none was given.
    pub(in crate::vm) fn raise_value(&mut self, raised: Value, cause: Value) -> Flow {
        let Some(handle) = self.as_exception(raised) else {
            return Err(self.heap.type_error("exceptions must derive from BaseException").into());
        };
        match cause {
            Value::Null => {}
            Value::None => self.set_cause(handle, Value::None),
            _ if is_exception_class(self, cause) => {
                return self.call_values(cause, &[], Resume::Cause { of: handle });
            }
            _ if self.as_exception(cause).is_some() => self.set_cause(handle, cause),
            _ => return Err(self.heap.type_error("exception causes must derive from BaseException").into()),
        }
        Err(Leave::Raise(handle))
    }

    pub(in crate::vm) fn set_cause(&mut self, raised: Handle, cause: Value) {
        let payload = self.heap.exception_mut(raised);
        payload.cause = cause;
        payload.suppress_context = true;
    }

    pub(in crate::vm) fn as_exception(&self, value: Value) -> Option<Handle> {
        let handle = value.handle()?;
        matches!(self.heap.obj(handle), Obj::Exception(_)).then_some(handle)
    }
}

/// Inside a generator, the exception that would end it becomes RuntimeError.
pub(super) fn stop_iteration_error(vm: &mut Vm, value: Value) -> Flow {
    let raised = vm.expect_exception(value)?;
    let code = &vm.current.code;
    let (kind, is_async) = match () {
        () if code.has_flag(COROUTINE) => ("coroutine", false),
        () if code.has_flag(ASYNC_GENERATOR) => ("async generator", true),
        () => ("generator", false),
    };
    let end = match () {
        () if vm.heap.is_instance(value, Type::StopIteration) => "StopIteration",
        () if is_async && vm.heap.is_instance(value, Type::StopAsyncIteration) => "StopAsyncIteration",
        () => return Ok(()),
    };
    let text = vm.heap.str(&format!("{kind} raised {end}"));
    let error = vm.heap.new_exception(Type::RuntimeError, vec![text]);
    let payload = vm.heap.exception_mut(error);
    payload.cause = raised.into();
    payload.context = raised.into();
    payload.suppress_context = true;
    vm.stack.pop();
    vm.push(error.into())
}

pub(super) fn before_with(vm: &mut Vm) -> Flow {
    enter(vm, Sym::Enter, Sym::Exit, "context manager protocol")
}

/// Pushes the method that leaves the context, and calls the one that enters it.
pub(super) fn enter(vm: &mut Vm, enters: Sym, exits: Sym, protocol: &str) -> Flow {
    let manager = vm.peek(1);
    let (enter, exit) = (vm.heap.special(manager, enters), vm.heap.special(manager, exits));
    let (Some(enter), Some(exit)) = (enter, exit) else {
        let class = vm.heap.type_name(manager);
        let missed =
            if enter.is_some() { format!(" (missed {} method)", exits.text()) } else { String::new() };
        let text = format!("'{class}' object does not support the {protocol}{missed}");
        return Err(vm.heap.type_error(text).into());
    };
    let kinds = [vm.heap.bound_special(enter, manager), vm.heap.bound_special(exit, manager)];
    let [Some(_), Some(exit)] = kinds else {
        let twin = vm.prelude("_bind_two");
        return vm.call_values(twin, &[manager, enter, exit], Resume::Enter);
    };
    vm.stack.pop();
    vm.stack.push(exit);
    vm.call_special(enter, manager, &[], Resume::Push)
}

impl Vm {
    /// The two methods of a context manager, as their own `__get__` has bound them: one is called, one kept.
    pub(in crate::vm) fn enter_bound(&mut self, pair: Value) -> Flow {
        let Some(&[enter, exit]) = self.heap.as_sequence(pair) else {
            return Err(self.bad_bytecode("two methods"));
        };
        self.stack.pop();
        self.stack.push(exit);
        self.call_values(enter, &[], Resume::Push)
    }
}

/// On the stack: exit function, place of the raise, previous exception, exception.
pub(super) fn with_except_start(vm: &mut Vm) -> Flow {
    let (raised, exit) = (vm.peek(1), vm.peek(4));
    let class = Value::Ref(vm.heap.class_of(raised));
    let traceback = match vm.as_exception(raised) {
        Some(handle) => vm.heap.exception(handle).traceback,
        None => Value::None,
    };
    vm.call_values(exit, &[class, raised, traceback], Resume::Push)
}

pub(super) fn cleanup_throw(vm: &mut Vm) -> Flow {
    let raised = vm.peek(1);
    let handle = vm.expect_exception(raised)?;
    if vm.heap.is_instance(raised, Type::StopIteration) {
        let value = vm.heap.exception(handle).extra[0];
        vm.drop_many(3);
        vm.stack.push(Value::None);
        return vm.push(value);
    }
    Err(Leave::Reraise(handle))
}

//! `for`, and generators: frames that are put away and taken up again.

use std::rc::Rc;

use crate::object::{COROUTINE, Escape, Generator, Handle, Obj, State, Sym, Type, Value};

use super::super::{Frame, Resume, Vm, unwind::Flow};

#[inline(always)]
pub(super) fn get_iter(vm: &mut Vm) -> Flow {
    let value = vm.peek(1);
    match vm.heap.make_iter(value) {
        Ok(iter) => {
            vm.stack.pop();
            vm.push(iter)
        }
        Err(Escape::Twin) => match vm.heap.user_special(value, Sym::Iter) {
            Some(method) => vm.call_special(method, value, &[], Resume::Iterator),
            None => panic!("only a user's __iter__ needs Python"),
        },
        Err(other) => Err(other.into()),
    }
}

#[inline(always)]
pub(super) fn for_iter(vm: &mut Vm, target: u32) -> Flow {
    let Value::Ref(iter) = vm.peek(1) else { panic!("an iterator is on the heap") };
    match vm.heap.next_item(iter) {
        Ok(Some(item)) => vm.push(item),
        Ok(None) => {
            vm.stack.pop();
            vm.current.pc = target + 1;
            Ok(())
        }
        Err(escape) => for_iter_slow(vm, iter, escape),
    }
}

#[inline(never)]
fn for_iter_slow(vm: &mut Vm, iter: Handle, escape: Escape) -> Flow {
    match escape {
        Escape::Twin => {
            if let Obj::Generator(_) = vm.heap.obj(iter) {
                return vm.resume_generator(iter, Value::None, Resume::ForIter);
            }
            vm.call_next(iter.into(), Resume::ForIter)
        }
        Escape::Call(call) => {
            vm.current.resume = Resume::ForIter;
            let floor = vm.stack.len();
            vm.tail_call(*call, floor)
        }
        other => Err(other.into()),
    }
}

impl Vm {
    /// Asks an iterator for its next item by way of Python.
    pub(in crate::vm) fn call_next(&mut self, iter: Value, resume: Resume) -> Flow {
        match self.heap.user_special(iter, Sym::Next) {
            Some(method) => self.call_special(method, iter, &[], resume),
            None if matches!(iter, Value::Ref(handle) if matches!(self.heap.obj(handle), Obj::Iter(_))) => {
                let twin = self.prelude("_next");
                self.call_values(twin, &[iter], resume)
            }
            None => {
                let class = self.heap.type_name(iter);
                Err(self.heap.type_error(format!("'{class}' object is not an iterator")).into())
            }
        }
    }

    /// Goes on with a generator's frame. What it yields is delivered as `resume` says.
    pub(in crate::vm) fn resume_generator(&mut self, handle: Handle, sent: Value, resume: Resume) -> Flow {
        let generator = self.generator(handle).clone();
        match generator.state {
            State::Running => {
                return Err(self.heap.value_error("generator already executing").into());
            }
            State::Finished => {
                self.current.resume = resume;
                return Err(self.heap.stop_iteration(Value::None).into());
            }
            State::Created if !sent.is_none() => {
                let text = "can't send non-None value to a just-started generator";
                return Err(self.heap.type_error(text).into());
            }
            State::Created | State::Suspended => {}
        }
        self.take_up(handle, &generator, resume)?;
        // A frame that is started anew also finds the value that its first RETURN_GENERATOR pops off.
        self.push(sent)
    }

    /// Raises an exception where a generator's frame stands.
    pub(in crate::vm) fn throw_into(&mut self, handle: Handle, raised: Value, resume: Resume) -> Flow {
        let generator = self.generator(handle).clone();
        let raised = raised.handle().expect("an exception is on the heap");
        match generator.state {
            State::Running => Err(self.heap.value_error("generator already executing").into()),
            State::Created | State::Finished => {
                self.generator_mut(handle).state = State::Finished;
                self.current.resume = resume;
                Err(crate::vm::unwind::Leave::Raise(raised))
            }
            State::Suspended => {
                self.take_up(handle, &generator, resume)?;
                // It stands behind the instruction it was left in.
                Err(crate::vm::unwind::Leave::Raise(raised))
            }
        }
    }

    /// Makes a generator's frame the running one, its values back on the stack.
    pub(in crate::vm) fn take_up(&mut self, handle: Handle, generator: &Generator, resume: Resume) -> Flow {
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
        let own = self.generator(handle).handling;
        if !own.is_none() {
            self.handling = own;
        }
        let payload = self.generator_mut(handle);
        payload.state = State::Running;
        payload.values = Vec::new();
        payload.handling = outer;
        Ok(())
    }

    pub(in crate::vm) fn generator(&self, handle: Handle) -> &Generator {
        match self.heap.obj(handle) {
            Obj::Generator(generator) => generator,
            other => panic!("a generator is expected, not {other:?}"),
        }
    }

    pub(in crate::vm) fn generator_mut(&mut self, handle: Handle) -> &mut Generator {
        match self.heap.obj_mut(handle) {
            Obj::Generator(generator) => Rc::make_mut(generator),
            other => panic!("a generator is expected, not {other:?}"),
        }
    }
}

/// The function's frame becomes a generator, which is what the call returns.
pub(super) fn return_generator(vm: &mut Vm) -> Flow {
    let frame = &vm.current;
    let (name, qualname) = match frame.function {
        Value::Ref(function) => {
            let function = vm.function(function);
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
        values: vm.stack[frame.base as usize..].to_vec(),
        name,
        qualname,
        handling: Value::None,
        hidden: frame.hidden,
    };
    let class = if frame.code.has_flag(COROUTINE) { Type::Coroutine } else { Type::Generator };
    let made = vm.heap.alloc(class, Obj::Generator(Rc::new(generator)));
    vm.give_back(made)
}

pub(super) fn yield_value(vm: &mut Vm) -> Flow {
    let value = vm.pop();
    let handle = vm.current.generator.expect("only a generator yields");
    let values = vm.stack[vm.current.base as usize..].to_vec();
    let pc = vm.current.pc;
    let own = vm.handling;
    let payload = vm.generator_mut(handle);
    payload.state = State::Suspended;
    payload.values = values;
    payload.pc = pc;
    let outer = std::mem::replace(&mut payload.handling, Value::None);
    if own != outer {
        payload.handling = own;
    }
    vm.handling = outer;
    vm.give_back(value)
}

/// `return` in a generator ends the iteration.
pub(super) fn return_from_generator(vm: &mut Vm, value: Value) -> Flow {
    let handle = vm.current.generator.expect("the frame is a generator's");
    vm.close_generator(handle);
    vm.stack.truncate(vm.current.floor as usize);
    vm.depth -= u32::from(!vm.current.hidden);
    vm.current = vm.waiting.pop().expect("somebody asked the generator");
    vm.end_of_iteration(value)
}

pub(super) fn end_for(vm: &mut Vm) -> Flow {
    vm.drop_many(2);
    Ok(())
}

pub(super) fn end_send(vm: &mut Vm) -> Flow {
    let value = vm.pop();
    vm.stack.pop();
    vm.push(value)
}

/// On the stack: the one that is delegated to, and the value for it.
pub(super) fn send(vm: &mut Vm, target: u32) -> Flow {
    let (receiver, sent) = (vm.peek(2), vm.peek(1));
    let Value::Ref(handle) = receiver else { panic!("an iterator is on the heap") };
    if let Obj::Generator(_) = vm.heap.obj(handle) {
        vm.stack.pop();
        return vm.resume_generator(handle, sent, Resume::Send);
    }
    if !sent.is_none() {
        let name = vm.heap.intern("send");
        let method = vm.heap.get_attribute(receiver, name.into())?;
        vm.stack.pop();
        return vm.call_values(method, &[sent], Resume::Send);
    }
    match vm.heap.next_item(handle) {
        Ok(Some(item)) => {
            vm.stack.pop();
            vm.push(item)
        }
        Ok(None) => {
            vm.stack.pop();
            vm.current.pc = target;
            vm.push(Value::None)
        }
        Err(Escape::Twin) => {
            vm.stack.pop();
            vm.call_next(receiver, Resume::Send)
        }
        Err(Escape::Call(call)) => {
            vm.stack.pop();
            vm.current.resume = Resume::Send;
            let floor = vm.stack.len();
            vm.tail_call(*call, floor)
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) fn get_yield_from_iter(vm: &mut Vm) -> Flow {
    if vm.heap.is_exact(vm.peek(1), Type::Generator) {
        return Ok(());
    }
    get_iter(vm)
}

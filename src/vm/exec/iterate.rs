//! `for`, `yield` and `yield from`.

use crate::object::{COROUTINE, Escape, Handle, ITERABLE_COROUTINE, Obj, Sym, Type, Value};

use super::{
    super::{Resume, Vm, run::Purse, unwind::Flow},
    names::destination,
};

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
pub(super) fn for_iter(vm: &mut Vm, target: u32, purse: &mut Purse) -> Flow {
    let Value::Ref(iter) = vm.peek(1) else { return Err(vm.bad_bytecode("an iterator")) };
    match vm.heap.next_item(iter) {
        Ok(Some(item)) => match destination(vm, purse) {
            Some(variable) => {
                *variable = item;
                Ok(())
            }
            None => vm.push(item),
        },
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
                let owed = vm.owed(Resume::ForIter);
                return vm.resume_generator(iter, Value::None, owed);
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
            None if let Some(coroutine) = self.heap.awaited_by(iter) => {
                let owed = self.owed(resume);
                self.resume_generator(coroutine, Value::None, owed)
            }
            None if self.heap.is_exact(iter, Type::TextIO) => {
                let twin = self.prelude("_stream_next");
                self.call_values(twin, &[iter], resume)
            }
            None => {
                let class = self.heap.type_name(iter);
                Err(self.heap.type_error(format!("'{class}' object is not an iterator")).into())
            }
        }
    }
}

pub(super) fn yield_value(vm: &mut Vm) -> Flow {
    let value = vm.pop();
    vm.yield_value(value)
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
    let Value::Ref(handle) = receiver else { return Err(vm.bad_bytecode("an iterator")) };
    if let Obj::Generator(_) = vm.heap.obj(handle) {
        vm.stack.pop();
        let owed = vm.owed(Resume::Send);
        return vm.resume_generator(handle, sent, owed);
    }
    if let Obj::AsyncStep(_) = vm.heap.obj(handle) {
        vm.stack.pop();
        return vm.follow(|heap| heap.take_async_step(handle, sent), Resume::Send);
    }
    if !sent.is_none() {
        // Finding the method may take Python code.
        let send = vm.prelude("_send_to");
        vm.stack.pop();
        return vm.call_values(send, &[receiver, sent], Resume::Send);
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
    let value = vm.peek(1);
    if vm.heap.is_exact(value, Type::Coroutine) {
        if !vm.current.code.has_flag(COROUTINE) && !vm.current.code.has_flag(ITERABLE_COROUTINE) {
            let text = "cannot 'yield from' a coroutine object in a non-coroutine generator";
            return Err(vm.heap.type_error(text).into());
        }
        return Ok(());
    }
    if vm.heap.is_exact(value, Type::Generator) {
        return Ok(());
    }
    get_iter(vm)
}

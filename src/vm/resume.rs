//! What a frame still owes when the frame it waits for returns: plain data, so that it can be cloned.
//!
//! The operands of the instruction stay on the stack until the value is there.

use crate::isa::Op;
use crate::object::{Comparison, Escape, Handle, NOT_IMPLEMENTED, Sym, Type, Value};

use super::{
    Vm, report,
    unwind::{Flow, Leave},
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resume {
    /// Push the value: a call.
    #[default]
    Push,
    /// The same for what CPython calls from C: the frame stands at the call meanwhile, and not behind it.
    Called,
    /// Push it in place of the topmost operands.
    Replace(u32),
    /// Drop it and the topmost operands: `__setitem__`, `__delattr__`.
    Drop(u32),
    /// It was `__init__`: it must have returned None, and the instance is the value.
    FinishInstance(Handle),
    /// The truth of the condition on top: jump if it is the wanted one.
    Jump { wanted: bool },
    /// The truth of the operand on top: push its contrary.
    Not,
    /// `__bool__` or `__len__` has answered; its truth is then what the outer one owes.
    Contains { invert: bool },
    /// A binary operator's method has answered; if it does not know, the next stage is tried.
    Binary { arg: u32, stage: u8 },
    /// The same for a comparison. `negate`: it was `__eq__` that stands in for `__ne__`.
    Compare { number: u32, stage: u8, negate: bool },
    /// An attribute's value; for a call NULL goes below it.
    Attribute { is_call: bool },
    /// `__iter__` has answered: it must be an iterator.
    Iterator,
    /// The next item, or the end of the loop if StopIteration comes.
    ForIter,
    /// The next item of what is delegated to, or its final value if StopIteration comes.
    Send,
    /// What an exception was handed on to has answered: the generator yields that.
    Delegate,
    /// The methods that enter and leave a context, as a tuple: in place of its manager.
    Enter,
    /// An awaitable's iterator, in place of it.
    Awaitable,
    /// `__aiter__` has answered: it must have `__anext__`.
    AsyncIterator,
    /// `__anext__` has answered: it must be awaitable.
    AsyncNext,
    /// What is left of a group of exceptions and what matched, as a tuple: what matched is then handled.
    MatchGroup,
    /// The items for an unpacking, as a list.
    Unpack { before: u32, after: Option<u32> },
    /// The arguments of a call, as a tuple.
    CallEx { with_keywords: bool },
    /// An exception to raise, made from its class.
    Raise { cause: Option<Handle>, from: bool },
    /// Nothing: it was a finalizer, and what it raises is only reported. It may have been called while an
    /// exception was on its way, which then goes on.
    Finalized { of: Handle, raising: Raising },
    /// The cause of an exception to raise, made from its class.
    Cause { of: Handle },
}

/// What goes on when a finalizer has returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raising {
    Nothing,
    /// An exception, which has let go of an instruction's operands.
    From(Handle),
    /// An exception on its way out of the frame or into its handler, and where the frame stands in its traceback.
    Through(Handle, Option<u32>),
}

impl Raising {
    pub fn exception(self) -> Option<Handle> {
        match self {
            Self::Nothing => None,
            Self::From(raised) | Self::Through(raised, _) => Some(raised),
        }
    }

    /// Where the frame stands, if not at the instruction that ran last in it.
    pub fn place(self) -> Option<u32> {
        if let Self::Through(_, place) = self { place } else { None }
    }
}

impl Vm {
    /// Does with a value what is owed.
    pub(super) fn resume(&mut self, owed: Resume, value: Value) -> Flow {
        match owed {
            Resume::Push | Resume::Called | Resume::ForIter | Resume::Send => self.push(value),
            Resume::Finalized { raising, .. } => self.finalized(raising),
            Resume::Delegate => {
                self.stack.pop();
                self.yield_value(value)
            }
            Resume::Enter => self.enter_bound(value),
            Resume::Awaitable => self.take_awaitable(value),
            Resume::AsyncIterator => self.take_async_iterator(value),
            Resume::AsyncNext => self.take_async_next(value),
            Resume::Replace(count) => {
                self.drop_operands(count as usize);
                self.push(value)
            }
            Resume::Drop(count) => {
                self.drop_operands(count as usize);
                Ok(())
            }
            Resume::FinishInstance(instance) => self.finish_instance(instance, value),
            Resume::Jump { wanted } => self.jump_if(wanted, value),
            Resume::Not => {
                let truth = self.check_truth(value)?;
                self.stack.pop();
                self.push(Value::Bool(!truth))
            }
            Resume::Contains { invert } => self.contained(value, invert),
            Resume::Binary { arg, stage } => {
                if value == Value::from(NOT_IMPLEMENTED) {
                    return self.binary_stages(arg, stage);
                }
                self.drop_many(2);
                self.push(value)
            }
            Resume::Compare { number, stage, negate } => self.compared(value, number, stage, negate),
            Resume::Attribute { is_call } => {
                self.stack.pop();
                if is_call {
                    self.stack.push(Value::Null);
                }
                self.push(value)
            }
            Resume::Iterator => self.take_iterator(value),
            Resume::MatchGroup => self.take_group_match(value),
            Resume::Unpack { before, after } => {
                let items = self.heap.as_sequence(value).unwrap_or_default().to_vec();
                self.stack.pop();
                self.spread(items, before as usize, after.map(|after| after as usize))
            }
            Resume::CallEx { with_keywords } => self.call_with_tuple(value, with_keywords),
            Resume::Raise { cause, from } => {
                let none = if from { Value::None } else { Value::Null };
                self.raise_value(value, cause.map_or(none, Value::Ref))
            }
            Resume::Cause { of } => self.raise_with_cause(of, value),
        }
    }

    fn contained(&mut self, answer: Value, invert: bool) -> Flow {
        match self.heap.truth(answer) {
            Ok(found) => {
                self.drop_many(2);
                self.push(Value::Bool(found != invert))
            }
            Err(Escape::Twin) => {
                let twin = self.prelude("_truth");
                self.call_values(twin, &[answer], Resume::Contains { invert })
            }
            Err(other) => Err(other.into()),
        }
    }

    fn finish_instance(&mut self, instance: Handle, returned: Value) -> Flow {
        if !returned.is_none() {
            let class = self.heap.type_name(returned);
            let text = format!("__init__() should return None, not '{class}'");
            return Err(self.heap.type_error(text).into());
        }
        self.push(instance.into())
    }

    fn jump_if(&mut self, wanted: bool, answer: Value) -> Flow {
        let truth = self.check_truth(answer)?;
        self.stack.pop();
        if truth == wanted {
            let jump = self.current.code.instrs[self.current.pc as usize - 1];
            self.current.pc = jump.arg;
        }
        Ok(())
    }

    fn take_iterator(&mut self, made: Value) -> Flow {
        if self.heap.special(made, Sym::Next).is_none() {
            let class = self.heap.type_name(made);
            let text = format!("iter() returned non-iterator of type '{class}'");
            return Err(self.heap.type_error(text).into());
        }
        self.stack.pop();
        self.push(made)
    }

    fn call_with_tuple(&mut self, arguments: Value, with_keywords: bool) -> Flow {
        let depth = usize::from(with_keywords);
        let keywords = if with_keywords { self.peek(1) } else { Value::Null };
        let callee = self.peek(depth + 2);
        let items = self.heap.as_sequence(arguments).unwrap_or_default().to_vec();
        self.call_spread(callee, &items, keywords, depth + 3)
    }

    fn raise_with_cause(&mut self, raised: Handle, cause: Value) -> Flow {
        if self.as_exception(cause).is_none() {
            return Err(self.heap.type_error("exception causes must derive from BaseException").into());
        }
        self.set_cause(raised, cause);
        Err(Leave::Raise(raised))
    }

    /// An exception comes to the waiting frame: whether what it owes knows what to do with it.
    pub(super) fn resume_raised(&mut self, raised: Handle) -> Option<Flow> {
        let owed = self.current.resume;
        if let Resume::Attribute { .. } = owed {
            let waiting = self.current.code.instrs[self.current.pc as usize - 1];
            if waiting.op == Op::LoadAttr {
                let (object, name) = (self.peek(1), self.name(waiting.arg >> 1));
                self.heap.say_what_lacks(raised, object, name);
            }
        }
        if let Resume::Finalized { of, raising } = owed {
            if report::is_own_hook(&self.heap, "unraisablehook", "__unraisablehook__") {
                let named = report::finalizer(self, of, raised, raising.place());
                let tell = self.prelude("_unraisable");
                return Some(self.call_values(tell, &[named, raised.into()], owed));
            }
            self.current.resume = Resume::Push;
            report::ignored(self, of, raised, raising.place());
            return Some(self.finalized(raising));
        }
        if owed == Resume::Delegate && !self.handling.is_none() {
            // Thrown on into the generator that delegates, as it was into the other.
            self.set_context(raised);
        }
        if !matches!(owed, Resume::ForIter | Resume::Send)
            || !self.heap.is_instance(raised.into(), Type::StopIteration)
        {
            return None;
        }
        let value = self.heap.exception(raised).extra[0];
        Some(self.end_of_iteration(value))
    }

    /// The iterator that the running frame waited for has ended.
    pub(super) fn end_of_iteration(&mut self, value: Value) -> Flow {
        let target = |vm: &Self| vm.current.code.instrs[vm.current.pc as usize - 1].arg;
        match std::mem::take(&mut self.current.resume) {
            Resume::ForIter => {
                self.stack.pop();
                self.current.pc = target(self) + 1;
                Ok(())
            }
            Resume::Send => {
                self.current.pc = target(self);
                self.push(value)
            }
            _ => Err(self.heap.stop_iteration(value).into()),
        }
    }

    /// Asks a user's `__bool__` or `__len__`.
    pub(super) fn ask_truth(&mut self, value: Value, resume: Resume) -> Flow {
        match self.heap.user_special(value, Sym::Bool) {
            Some(method) => self.call_special(method, value, &[], resume),
            None => {
                let twin = self.prelude("_is_not_empty");
                self.call_values(twin, &[value], resume)
            }
        }
    }

    /// What `__bool__` has answered.
    fn check_truth(&mut self, answer: Value) -> Result<bool, Leave> {
        match answer {
            Value::Bool(truth) => Ok(truth),
            other => {
                let class = self.heap.type_name(other);
                Err(self.heap.type_error(format!("__bool__ should return bool, returned {class}")).into())
            }
        }
    }

    /// Tries the methods of a comparison in CPython's order, from a stage on: right first if its class derives from the left one's, left, right, identity.
    pub(super) fn compare_stages(&mut self, number: u32, from: u8) -> Flow {
        let comparison = Comparison::ALL[number as usize];
        let (a, b) = (self.peek(2), self.peek(1));
        let (left, right) = (self.heap.class_of(a), self.heap.class_of(b));
        let reflected = comparison.reflected();
        let right_first = left != right && self.heap.is_subclass(right, left);
        for stage in from..3 {
            let (this, other, comparison) = match stage {
                0 if right_first => (b, a, reflected),
                1 => (a, b, comparison),
                2 if !right_first => (b, a, reflected),
                _ => continue,
            };
            if let Some((method, negate)) = self.comparing_method(comparison, this) {
                let resume = Resume::Compare { number, stage: stage + 1, negate };
                if self.binds_itself(method) {
                    let twin = self.prelude("_call_comparison");
                    return self.call_values(twin, &[method, this, other], resume);
                }
                return self.call_special(method, this, &[other], resume);
            }
            match self.heap.compare_payloads(comparison, this, other) {
                Ok(answer) if answer == Value::from(NOT_IMPLEMENTED) => {}
                Err(Escape::Twin) => {
                    let twin = self.prelude("_compare");
                    let args = [Value::Int(number.into()), a, b];
                    return self.call_values(twin, &args, Resume::Replace(2));
                }
                Ok(answer) => {
                    self.drop_many(2);
                    return self.push(answer);
                }
                Err(other) => return Err(other.into()),
            }
        }
        let answer = self.heap.compare_default(comparison, a, b)?;
        self.drop_many(2);
        self.push(answer)
    }

    /// A user's method for it; `__ne__` is `__eq__` turned round where only that is defined.
    fn comparing_method(&self, comparison: Comparison, value: Value) -> Option<(Value, bool)> {
        let found = self.heap.user_special(value, comparison.method()).map(|method| (method, false));
        match comparison {
            Comparison::Ne => found.or_else(|| self.heap.turned_round(value).map(|method| (method, true))),
            _ => found,
        }
    }

    fn compared(&mut self, value: Value, number: u32, stage: u8, negate: bool) -> Flow {
        if value == Value::from(NOT_IMPLEMENTED) {
            return self.compare_stages(number, stage);
        }
        if negate {
            return match self.heap.truth(value) {
                Ok(truth) => {
                    self.drop_many(2);
                    self.push(Value::Bool(!truth))
                }
                Err(Escape::Twin) => {
                    let twin = self.prelude("_not");
                    self.call_values(twin, &[value], Resume::Replace(2))
                }
                Err(other) => Err(other.into()),
            };
        }
        self.drop_many(2);
        self.push(value)
    }

    /// What Rust code came to, in place of the topmost `drop` operands.
    pub(super) fn settle_in_place(
        &mut self,
        outcome: Result<Value, Escape>,
        drop: u32,
        twin: &'static str,
        args: &[Value],
    ) -> Flow {
        self.settle(outcome, twin, args, Resume::Replace(drop))
    }
}

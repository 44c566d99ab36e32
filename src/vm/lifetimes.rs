//! Finalizers: called between two instructions, as soon as what they belong to has died.

use crate::object::{Handle, Roots, State, Sym, Type, Value};

use super::{
    Frame, Resume, Vm, report,
    unwind::{Flow, Leave},
};

impl Vm {
    /// Calls the finalizer of an object that has died, if there is one.
    #[cold]
    pub(super) fn bury(&mut self) -> Flow {
        let roots = Roots { stack: &self.stack, others: roots_beside_stack(self) };
        match self.heap.next_dead(&roots) {
            Some(dead) => self.finalize(dead, None),
            None => Ok(()),
        }
    }

    /// An instruction has failed and let go of its operands. Says whether a finalizer was called for one that has
    /// died of it: the exception then waits. Another exception comes from a finalizer that cannot be called.
    pub(super) fn let_operands_die(&mut self, raised: Handle) -> Result<bool, Handle> {
        while self.heap.has_mortals() {
            let frame = &self.current;
            let left = frame.stack_base().saturating_add(frame.code.failed_depth(frame.pc - 1) as usize);
            self.stack.truncate(left);
            let others = roots_beside_stack(self).into_iter().chain([Value::Ref(raised)]).collect();
            let Some(dead) = self.heap.next_dead(&Roots { stack: &self.stack, others }) else { break };
            match self.finalize(dead, Some(raised)) {
                Ok(()) => return Ok(true),
                Err(Leave::Raise(other)) if other != raised => return Err(other),
                // It was over at once.
                Err(_) => {}
            }
        }
        Ok(false)
    }

    pub(super) fn finalized(&mut self, raising: Option<Handle>) -> Flow {
        self.heap.finalized();
        raising.map_or(Ok(()), |raised| Err(Leave::Raise(raised)))
    }

    fn finalize(&mut self, dead: Handle, raising: Option<Handle>) -> Flow {
        self.heap.forget_mortal(dead);
        if self.heap.weak_ref(dead.into()).is_some() {
            self.heap.drop_weak_ref(dead);
            return self.finalized(raising);
        }
        if self.heap.begin_finalizer(dead) {
            self.heap.forget_finalizer(dead);
            return self.tell_weak_refs(dead, raising);
        }
        let this = Value::Ref(dead);
        if self.heap.as_memory(this).is_some() {
            self.heap.release_memory(dead);
            return self.no_finalizer(dead, raising);
        }
        let resume = Resume::Finalized { of: dead, raising };
        let suspends = [Type::Generator, Type::Coroutine, Type::AsyncGenerator];
        if suspends.into_iter().any(|of| self.heap.is_exact(this, of)) {
            let state = self.heap.generator(dead).state;
            if state == State::Created && self.heap.is_exact(this, Type::Coroutine) {
                let warn = self.prelude("_warn_unawaited");
                let ending = Value::Bool(self.ending.is_some());
                return self.call_values(warn, &[this, ending], resume);
            }
            if state != State::Suspended {
                return self.no_finalizer(dead, raising);
            }
            let close = self.prelude("_generator_close");
            return self.call_values(close, &[this], resume);
        }
        match self.heap.special(this, Sym::Del) {
            Some(method) => self.call_special(method, this, &[], resume),
            None => self.no_finalizer(dead, raising),
        }
    }

    fn no_finalizer(&mut self, dead: Handle, raising: Option<Handle>) -> Flow {
        self.heap.forget_mortal(dead);
        self.heap.forget_finalizer(dead);
        self.tell_weak_refs(dead, raising)
    }

    /// Weak references to what has died are dead themselves; who wanted to know is told.
    fn tell_weak_refs(&mut self, dead: Handle, raising: Option<Handle>) -> Flow {
        let called = self.heap.clear_weak_refs(dead);
        if called.is_empty() || self.ending.is_some() {
            return self.finalized(raising);
        }
        let refs = self.heap.tuple(called.into_iter().map(Value::Ref).collect());
        let call = self.prelude("_call_weak");
        self.call_values(call, &[refs], Resume::Finalized { of: dead, raising })
    }

    /// `gc.collect()`
    pub(super) fn collect_now(&mut self) -> Value {
        let roots = Roots { stack: &self.stack, others: roots_beside_stack(self) };
        let count = self.heap.count_cyclic_garbage(&roots);
        self.take_away_garbage();
        Value::Int(count as i64)
    }

    /// `sys.getrefcount(value)`: the argument itself lies on the stack no longer, but counts.
    pub(super) fn count_references(&self, value: Value) -> Value {
        let roots = Roots { stack: &self.stack, others: Vec::new() };
        Value::Int(self.heap.count_references(&roots, value) as i64 + 1)
    }

    /// `gc.get_referrers(*wanted)`
    pub(super) fn referrers(&mut self, wanted: Value) -> Value {
        let roots = Roots { stack: &self.stack, others: roots_beside_stack(self) };
        let wanted = self.heap.as_sequence(wanted).unwrap_or_default().to_vec();
        let found = self.heap.referrers(&roots, &wanted);
        self.heap.list(found.into_iter().map(Value::Ref).collect())
    }
}

impl Vm {
    /// The program has ended: finalizes what is left, one object after the other, then reports this status.
    pub(super) fn end(&mut self, status: i32) -> Option<i32> {
        let Some(&left) = self.heap.mortals().first() else { return Some(status) };
        self.ending = Some(status);
        self.stack.clear();
        self.waiting.clear();
        self.depth = 0;
        self.handling = Value::None;
        let base = self.prelude("_rest").handle().expect("a function is on the heap");
        let rest = self.function(base).clone();
        let opened = self.open(rest.code.clone(), rest.code_handle, rest.globals, base.into(), true, 0, 0);
        opened.expect("a hidden frame always opens");
        self.waiting.clear();
        // What cannot even be called is reported; the frame comes back here.
        if let Err(leave) = self.finalize(left, None) {
            self.current.resume = Resume::Push;
            if let Leave::Raise(raised) = leave {
                report::ignored(self, left, raised);
            }
        }
        None
    }
}

/// What the machine holds beside the value stack.
pub(super) fn roots_beside_stack(vm: &Vm) -> Vec<Value> {
    let reporting = vm.reporting.map_or(Value::Null, Value::Ref);
    let frames = vm.waiting.iter().chain([&vm.current]);
    let own = [vm.handling, vm.kw_names, vm.main_module, reporting];
    let objects = vm.frame_objects.iter().map(|&(_, handle)| handle.into());
    frames.flat_map(Frame::roots).chain(own).chain(objects).collect()
}

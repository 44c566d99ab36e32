//! Finalizers: called between two instructions, as soon as what they belong to has died.

use crate::isa::Op;
use crate::object::{Ending, Handle, Moment, Roots, State, Sym, Type, Value};

use super::{
    Frame, Resume, Vm, report,
    resume::Raising,
    unwind::{Flow, Leave},
};

impl Vm {
    /// Does what is to be done for the next object that has died, if there is one.
    #[cold]
    pub(super) fn bury(&mut self) -> Flow {
        self.bury_with(Raising::Nothing).map(|_| ())
    }

    /// An instruction has failed and let go of its operands. Says whether something was called for one that has
    /// died of it: the exception then waits. Another exception comes from a finalizer that cannot be called.
    pub(super) fn let_operands_die(&mut self, raised: Handle) -> Result<bool, Leave> {
        let frame = &self.current;
        let left = frame.stack_base().saturating_add(frame.code.failed_depth(frame.pc - 1) as usize);
        let is_set = frame.code.instrs[frame.pc as usize - 1].op == Op::BuildSet;
        // What a set was made of lay in the frames that made it: the operand that failed goes first, the set last.
        if is_set {
            self.heap.unwinds();
        }
        self.order_operands(left);
        self.stack.truncate(left);
        self.bury_with(Raising::From(raised))
    }

    /// The instruction that runs has been done by Python code, and lets go of so many operands.
    pub(super) fn drop_operands(&mut self, count: usize) {
        let left = self.stack.len() - count;
        self.order_operands(left);
        self.stack.truncate(left);
    }

    /// Some instructions let go of their last operand first. Where a slice was made, it goes with its ends, then the
    /// value that was to be assigned, then the container.
    fn order_operands(&mut self, floor: usize) {
        let frame = &self.current;
        match frame.code.instrs[frame.pc as usize - 1].op {
            Op::BuildMap | Op::BuildConstKeyMap => self.heap.unwinds(),
            Op::BinarySlice | Op::StoreSlice if self.heap.has_mortals() => {
                let made = self.stack.last().and_then(|&slice| Some((slice, self.heap.as_slice(slice)?)));
                let Some((slice, [start, stop, _])) = made else { return };
                self.stack.pop();
                self.stack[floor..].reverse();
                self.stack.extend([stop, start, slice]);
                self.heap.leaves(&self.stack, floor);
                self.heap.unwinds();
            }
            _ => {}
        }
    }

    /// What lies on the stack of the frame above so many values goes before its exception is handled, or leaves the
    /// frame. The answers are the same.
    pub(super) fn let_stack_die(
        &mut self,
        depth: usize,
        raised: Handle,
        place: Option<u32>,
    ) -> Result<bool, Leave> {
        let left = self.current.stack_base() + depth;
        if self.stack.len() > left {
            self.stack.truncate(left);
            self.heap.unwinds();
        }
        self.bury_with(Raising::Through(raised, place))
    }

    /// Says whether something was called.
    fn bury_with(&mut self, raising: Raising) -> Result<bool, Leave> {
        while self.heap.has_mortals() {
            let machine = Beside {
                waiting: &self.waiting,
                current: &self.current,
                own: [
                    self.handling,
                    self.kw_names,
                    self.main_module,
                    self.reporting.map_or(Value::Null, Value::Ref),
                    raising.exception().map_or(Value::Null, Value::Ref),
                ],
                frame_objects: &self.frame_objects,
            };
            // What a call has returned to may have gone on at once, and called again.
            let settled = self.waiting.last().map_or(0, |frame| frame.base as usize);
            let frames = self.waiting.len();
            let moment = Moment { stack: &self.stack, settled, frames, beside: &|from| machine.roots(from) };
            let called = match self.heap.next_ending(&moment) {
                None => return Ok(false),
                Some(Ending::Finalizer(dead)) => self.finalize(dead, raising)?,
                Some(Ending::Callbacks(dead, refs)) => self.call_weak(dead, refs, raising)?,
            };
            if called {
                return Ok(true);
            }
            self.heap.end_goes_on();
        }
        Ok(false)
    }

    pub(super) fn finalized(&mut self, raising: Raising) -> Flow {
        self.heap.end_goes_on();
        match raising {
            Raising::Nothing => Ok(()),
            Raising::From(raised) => Err(Leave::Raise(raised)),
            Raising::Through(raised, place) => {
                self.raised_at = place;
                Err(Leave::Reraise(raised))
            }
        }
    }

    /// Calls the object's finalizer, if it has one.
    fn finalize(&mut self, dead: Handle, raising: Raising) -> Result<bool, Leave> {
        let this = Value::Ref(dead);
        let resume = Resume::Finalized { of: dead, raising };
        let suspends = [Type::Generator, Type::Coroutine, Type::AsyncGenerator];
        if suspends.into_iter().any(|of| self.heap.is_exact(this, of)) {
            let generator = self.heap.generator(dead);
            let (state, hook) = (generator.state, generator.finalizer);
            let is_open = matches!(state, State::Created | State::Suspended) && !generator.closed;
            if is_open && !hook.is_null() && !hook.is_none() {
                self.heap.begin_finalizer(dead);
                return self.call_values(hook, &[this], resume).map(|()| true);
            }
            if state == State::Created && self.heap.is_exact(this, Type::Coroutine) {
                self.heap.begin_finalizer(dead);
                let warn = self.prelude("_warn_unawaited");
                let ending = Value::Bool(self.ending.is_some());
                return self.call_values(warn, &[this, ending], resume).map(|()| true);
            }
            if state != State::Suspended {
                return Ok(false);
            }
            self.heap.begin_finalizer(dead);
            let close = self.prelude("_generator_close");
            return self.call_values(close, &[this], resume).map(|()| true);
        }
        match self.heap.special(this, Sym::Del) {
            Some(method) if self.heap.weak_ref(this).is_none() => {
                self.heap.begin_finalizer(dead);
                self.call_special(method, this, &[], resume).map(|()| true)
            }
            _ => Ok(false),
        }
    }

    /// Calls those who wanted to know of the object's end.
    fn call_weak(&mut self, dead: Handle, refs: Vec<Handle>, raising: Raising) -> Result<bool, Leave> {
        if self.ending.is_some() {
            return Ok(false);
        }
        let refs = self.heap.tuple(refs.into_iter().map(Value::Ref).collect());
        let call = self.prelude("_call_weak");
        self.call_values(call, &[refs], Resume::Finalized { of: dead, raising }).map(|()| true)
    }

    /// `gc.collect()`
    pub(super) fn collect_now(&mut self) -> Value {
        let roots = Roots { stack: &self.stack, others: roots_beside_stack(self) };
        let count = self.heap.count_cyclic_garbage(&roots);
        self.heap.keep_order();
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
    /// The program has ended: lets go of the last exception, finalizes what is left, one object after the other, then
    /// reports this status.
    pub(super) fn end(&mut self, status: i32) -> Option<i32> {
        if self.ending.is_none() && self.heap.has_mortals() {
            self.ending = Some(status);
            self.rest();
            return None;
        }
        let Some(left) = self.heap.first_left() else { return Some(status) };
        self.sources_closed = true;
        self.rest();
        self.heap.end_anyway(left);
        match self.finalize(left, Raising::Nothing) {
            Ok(true) => {}
            Ok(false) => self.heap.end_goes_on(),
            // What cannot even be called is reported; the frame comes back here.
            Err(leave) => {
                self.heap.end_goes_on();
                self.current.resume = Resume::Push;
                if let Leave::Raise(raised) = leave {
                    report::ignored(self, left, raised, None);
                }
            }
        }
        None
    }
}

impl Vm {
    /// No frame is open but the one that finalizers return to.
    fn rest(&mut self) {
        self.stack.clear();
        self.waiting.clear();
        self.depth = 0;
        self.handling = Value::None;
        let base = self.prelude("_rest").handle().expect("a function is on the heap");
        let rest = self.function(base).clone();
        let opened = self.open(rest.code.clone(), rest.code_handle, rest.globals, base.into(), true, 0, 0);
        opened.expect("a hidden frame always opens");
        self.waiting.clear();
    }
}

/// What the machine holds beside the value stack.
struct Beside<'a> {
    waiting: &'a [Frame],
    current: &'a Frame,
    own: [Value; 5],
    frame_objects: &'a [(u64, Handle)],
}

impl Beside<'_> {
    /// Without the outermost frames, up to this one.
    fn roots(&self, from: usize) -> Vec<Value> {
        let frames = self.waiting[from.min(self.waiting.len())..].iter().chain([self.current]);
        let objects = self.frame_objects.iter().map(|&(_, handle)| handle.into());
        frames.flat_map(Frame::roots).chain(self.own).chain(objects).collect()
    }
}

pub(super) fn roots_beside_stack(vm: &Vm) -> Vec<Value> {
    let reporting = vm.reporting.map_or(Value::Null, Value::Ref);
    let own = [vm.handling, vm.kw_names, vm.main_module, reporting, Value::Null];
    Beside { waiting: &vm.waiting, current: &vm.current, own, frame_objects: &vm.frame_objects }.roots(0)
}

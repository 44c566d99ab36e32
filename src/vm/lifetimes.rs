//! Finalizers: called between two instructions, as soon as what they belong to has died.

use crate::object::{Handle, Roots, State, Sym, Type, Value};

use super::{Frame, Resume, Vm, unwind::Flow};

impl Vm {
    /// Calls the finalizer of an object that has died, if there is one.
    #[cold]
    pub(super) fn bury(&mut self) -> Flow {
        let roots = Roots { stack: &self.stack, others: roots_beside_stack(self) };
        match self.heap.next_dead(&roots) {
            Some(dead) => self.finalize(dead),
            None => Ok(()),
        }
    }

    pub(super) fn finalized(&mut self) -> Flow {
        self.heap.finalized();
        Ok(())
    }

    fn finalize(&mut self, dead: Handle) -> Flow {
        self.heap.forget_mortal(dead);
        let this = Value::Ref(dead);
        if self.heap.is_instance(this, Type::Generator) || self.heap.is_instance(this, Type::Coroutine) {
            if self.heap.generator(dead).state != State::Suspended {
                self.heap.finalized();
                return Ok(());
            }
            let close = self.prelude("_generator_close");
            return self.call_values(close, &[this], Resume::Finalized { of: dead });
        }
        match self.heap.special(this, Sym::Del) {
            Some(method) => self.call_special(method, this, &[], Resume::Finalized { of: dead }),
            None => {
                self.heap.finalized();
                Ok(())
            }
        }
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
        // What cannot even be called is passed over; the frame comes back here.
        if self.finalize(left).is_err() {
            self.current.resume = Resume::Push;
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

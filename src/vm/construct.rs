//! Calling a class: making the instance, then initialising it.

use std::rc::Rc;

use crate::{
    builtins::check_enumerate,
    object::{Handle, Obj, Sym, Type, Value},
};

use super::{Resume, Vm, call::Names, unwind::Flow};

impl Vm {
    /// Calls the class `class` with the arguments from `first` on.
    pub(super) fn construct(&mut self, class: Handle, first: usize, floor: usize, names: Names) -> Flow {
        let class_value = Value::Ref(class);
        if let Some(method) = self.heap.user_special(class_value, Sym::Call) {
            let first = self.prepend(class_value, first, floor);
            self.called_from_outside();
            return self.call(method, first, floor, names);
        }
        let Some((owner, new)) = self.heap.lookup_owner(class, Sym::New) else {
            let name = self.heap.class(class).name.clone();
            return Err(self.heap.type_error(format!("cannot create '{name}' instances")).into());
        };
        let in_two_steps = matches!(
            Type::at(class),
            Some(Type::Property | Type::StaticMethod | Type::ClassMethod | Type::Super | Type::Module)
        );
        if Type::at(class).is_some() && !in_two_steps {
            if owner != class
                && class != Type::Object.handle()
                && self.heap.class(class).layout != Type::at(owner).unwrap_or(Type::Object)
                && !self.heap.is_subclass(class, Type::BaseException.handle())
            {
                let name = self.heap.class(class).name.clone();
                return Err(self.heap.type_error(format!("cannot create '{name}' instances")).into());
            }
            if class == Type::Enumerate.handle() {
                let names = names.as_deref().unwrap_or_default();
                check_enumerate(&mut self.heap, self.stack.len() - first - names.len(), names)?;
            }
            let first = self.prepend(class_value, first, floor);
            return self.call(new, first, floor, names);
        }
        let init = self.heap.lookup_owner(class, Sym::Init);
        let plain = owner == Type::Object.handle() && !self.heap.class(class).is_abstract;
        let by_user = init.filter(|&(owner, _)| Type::at(owner).is_none());
        match by_user {
            Some((_, init)) if plain && matches!(self.current.resume, Resume::Push | Resume::Called) => {
                self.initialise(class, init, first, floor, names)
            }
            None if plain => {
                if self.stack.len() > first {
                    let name = self.heap.class(class).name.clone();
                    return Err(self.heap.type_error(format!("{name}() takes no arguments")).into());
                }
                let instance = self.new_instance(class);
                self.stack.truncate(floor);
                self.deliver(instance.into())
            }
            _ => {
                let twin = self.prelude("_construct");
                let first = self.prepend(class_value, first, floor);
                self.call(twin, first, floor, names)
            }
        }
    }

    /// `__init__` is a Python function: the instance waits for it.
    fn initialise(&mut self, class: Handle, init: Value, first: usize, floor: usize, names: Names) -> Flow {
        let instance = self.new_instance(class);
        self.current.resume = Resume::FinishInstance(instance);
        let first = self.prepend(instance.into(), first, floor);
        self.call(init, first, floor, names)
    }

    fn new_instance(&mut self, class: Handle) -> Handle {
        let slots = self.heap.class(class).slots as usize;
        let obj = if slots == 0 { Obj::Plain } else { Obj::Slots(Rc::new(vec![Value::Null; slots])) };
        self.heap.alloc_handle(class, obj)
    }
}

//! `import`. A module that is there already is found at once; the rest is the prelude's work.

use crate::object::{Obj, Value};

use super::super::{Resume, Vm, unwind::Flow};

/// On the stack: the level and the list of names.
pub(super) fn import_name(vm: &mut Vm, number: u32) -> Flow {
    let name = vm.name(number);
    let (level, from) = (vm.peek(2), vm.peek(1));
    let import = vm.import_function();
    if level == Value::Int(0)
        && from.is_none()
        && import.is_none()
        && !vm.heap.lossy(name).contains('.')
        && let Some(module) =
            vm.heap.as_dict(vm.heap.modules).and_then(|modules| vm.heap.find_name(modules, name))
        && !module.value.is_none()
    {
        let module = module.value;
        vm.drop_many(2);
        return vm.push(module);
    }
    let globals = vm.current.globals.into();
    let locals = match vm.current.names {
        Value::Null => Value::None,
        names => names,
    };
    let import = import.unwrap_or_else(|| vm.prelude("_import"));
    vm.call_values(import, &[name, globals, locals, from, level], Resume::Replace(2))
}

impl Vm {
    /// What stands for `__import__` among the builtins, unless it is the machine's own.
    fn import_function(&mut self) -> Option<Value> {
        let name = self.heap.intern("__import__");
        let found = self.heap.own(self.heap.find_module("builtins")?.handle()?, name)?;
        match self.heap.obj(found.handle()?) {
            Obj::Native(native, _) if native.name == "__import__" => None,
            _ => Some(found),
        }
    }
}

pub(super) fn import_from(vm: &mut Vm, number: u32) -> Flow {
    let (module, name) = (vm.peek(1), vm.name(number));
    if let Some(value) = module.handle().and_then(|handle| vm.heap.own(handle, name))
        && matches!(module, Value::Ref(handle) if matches!(vm.heap.obj(handle), Obj::Module(_)))
    {
        return vm.push(value);
    }
    let twin = vm.prelude("_import_from");
    vm.call_values(twin, &[module, name], Resume::Push)
}

/// `from module import *`: into the names of the running module.
pub(super) fn import_star(vm: &mut Vm, module: Value) -> Flow {
    let names = vm.current.names;
    let twin = vm.prelude("_import_star");
    vm.call_values(twin, &[module, names], Resume::Replace(1))
}

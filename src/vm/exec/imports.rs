//! `import`: modules that are loaded already.

use crate::object::{Escape, Type, Value};

use super::super::{Vm, unwind::Flow};

/// On the stack: the level and the list of names.
pub(super) fn import_name(vm: &mut Vm, number: u32) -> Flow {
    let name = vm.name(number);
    let from = vm.peek(1);
    let text = vm.heap.lossy(name).into_owned();
    let modules = vm.heap.as_dict(vm.heap.modules);
    let found = modules.and_then(|modules| vm.heap.find_name(modules, name)).map(|entry| entry.value);
    let Some(mut module) = found else {
        let message = vm.heap.str(&format!("No module named '{text}'"));
        let raised = vm.heap.new_exception(Type::ModuleNotFoundError, vec![message]);
        vm.heap.exception_mut(raised).extra[0] = name;
        return Err(Escape::Raise(raised).into());
    };
    // `import a.b` binds `a`; `from a.b import c` wants `a.b`.
    if from.is_none()
        && let Some((top, _)) = text.split_once('.')
    {
        let top = vm.heap.intern(top).into();
        let modules = vm.heap.as_dict(vm.heap.modules);
        module =
            modules.and_then(|modules| vm.heap.find_name(modules, top)).map_or(module, |entry| entry.value);
    }
    vm.drop_many(2);
    vm.push(module)
}

pub(super) fn import_from(vm: &mut Vm, number: u32) -> Flow {
    let (module, name) = (vm.peek(1), vm.name(number));
    let own = module.handle().and_then(|handle| vm.heap.own(handle, name));
    match own {
        Some(value) => vm.push(value),
        None => {
            let module_name = module
                .handle()
                .and_then(|handle| vm.heap.own(handle, crate::object::Sym::Name))
                .unwrap_or(Value::None);
            let text = format!(
                "cannot import name '{}' from '{}' (unknown location)",
                vm.heap.lossy(name),
                vm.heap.lossy(module_name)
            );
            Err(vm.heap.raise(Type::ImportError, text).into())
        }
    }
}

/// `from module import *`.
pub(super) fn import_star(vm: &mut Vm, module: Value) -> Flow {
    let Some(dict) = module.handle().and_then(|handle| vm.heap.attributes(handle)) else {
        return Err(vm
            .heap
            .raise(Type::ImportError, "from-import-* object has no __dict__ and no __all__")
            .into());
    };
    let entries: Vec<_> = dict.iter().copied().collect();
    let all = vm.heap.interned("__all__").and_then(|name| vm.heap.own(module.handle()?, name));
    let wanted = all.and_then(|all| vm.heap.as_sequence(all)).map(<[Value]>::to_vec);
    let Value::Ref(names) = vm.current.names else { panic!("a module body has a namespace") };
    for entry in entries {
        let public = match &wanted {
            Some(wanted) => wanted.contains(&entry.key),
            None => !vm.heap.lossy(entry.key).starts_with('_'),
        };
        if public {
            vm.heap.dict_set_name(names, entry.key, entry.value);
        }
    }
    vm.stack.pop();
    vm.push(Value::None)
}

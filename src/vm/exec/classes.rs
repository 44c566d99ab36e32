//! What class statements need.

use crate::object::{Dict, Sym, Type, Value};

use super::super::{Resume, Vm, unwind::Flow};

pub(super) fn load_build_class(vm: &mut Vm) -> Flow {
    let builtins = vm.heap.builtins_of(vm.current.globals.into());
    if super::names::is_mapping(vm, builtins) {
        let twin = vm.prelude("_builder_from");
        return vm.call_values(twin, &[builtins], Resume::Push);
    }
    let found = vm.heap.as_dict(builtins).and_then(|names| vm.heap.find_name(names, Sym::Build.into()));
    match found.map(|entry| entry.value) {
        Some(build) => vm.push(build),
        None => Err(vm.heap.raise(Type::NameError, "__build_class__ not found").into()),
    }
}

pub(super) fn setup_annotations(vm: &mut Vm) -> Flow {
    let Value::Ref(names) = vm.current.names else { return Err(vm.bad_bytecode("a namespace")) };
    if !vm.heap.is_exact(names.into(), Type::Dict) {
        let twin = vm.prelude("_setup_annotations");
        return vm.call_values(twin, &[names.into()], Resume::Drop(0));
    }
    let name = Value::from(Sym::Annotations);
    let exists = vm.heap.as_dict(names.into()).is_some_and(|dict| vm.heap.find_name(dict, name).is_some());
    if !exists {
        let annotations = vm.heap.dict(Dict::default());
        vm.heap.dict_set_name(names, name, annotations);
    }
    Ok(())
}

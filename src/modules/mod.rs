//! Standard modules that are written in Rust: one file a module.

mod gc;
mod sys;
mod time;
mod weakref;

use crate::{
    dialect::Dialect,
    object::{Handle, Heap, Native, Obj, Type},
};

pub use sys::{set_argv, set_path};

/// Makes the modules, so that `import` finds them.
pub fn install(heap: &mut Heap, dialect: &Dialect) {
    sys::install(heap, dialect);
    time::install(heap);
    gc::install(heap);
    weakref::install(heap);
}

/// Gives the prelude the functions of modules that only it may call.
pub fn install_helpers(heap: &mut Heap, prelude: Handle) {
    crate::builtins::put_helpers(heap, prelude, weakref::HELPERS);
}

/// A module of these functions.
fn make(heap: &mut Heap, name: &str, functions: &'static [Native]) -> Handle {
    let doc = crate::builtins::module_doc(heap, name);
    let module = heap.module(name, doc);
    for native in functions {
        let function = heap.alloc(Type::BuiltinFunction, Obj::Native(native, module));
        let name = heap.intern(native.name);
        heap.set_own(module, name, function);
    }
    heap.register_module(name, module);
    module
}

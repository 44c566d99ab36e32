//! What `import` needs of Rust: asking the world for a module's file, and making its code run.

use crate::object::{
    Answer, Args, Arity, Escape, Heap, ModuleFile, ModuleKind, Native, NoCode, Outcome, Sym, Type, Value,
    Want,
};

use super::compile;

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("__import__", Arity::Any, |_, _| Err(Escape::Twin)).twin("_import"),
    Native::new("_modules", Arity::Zero, |heap, _| Ok(heap.modules)),
    Native::new("_sys_path", Arity::Zero, sys_path),
    Native::new("_cache_tag", Arity::Zero, |heap, _| Ok(heap.str(heap.dialect.cache_tag))),
    Native::new("_find_module", Arity::One, find_module),
    Native::new("_new_module", Arity::One, new_module),
    Native::new("_exec_module", Arity::Positional(2, 2), exec_module),
];

fn sys_path(heap: &mut Heap, _args: &Args) -> Outcome {
    let path = heap.interned("path").and_then(|name| heap.own(heap.find_module("sys")?.handle()?, name));
    Ok(path.unwrap_or_else(|| heap.list(Vec::new())))
}

/// `_find_module((name, *places))`: (kind, path, whether it is a package, places of its modules), or None.
fn find_module(heap: &mut Heap, args: &Args) -> Outcome {
    // Nothing is made before the answer is there: a replay, which has it at once, makes nothing either.
    let question = args.get(0).handle().expect("a tuple is on the heap");
    let found = match heap.world.ask(Want::Module(question))? {
        Answer::Module(found) => found,
        Answer::Failed(why) => return Err(heap.raise(Type::OSError, &*why)),
        other => panic!("a module was asked for, not {other:?}"),
    };
    let Some(found) = found else { return Ok(Value::None) };
    let ModuleFile { kind, path, is_package, places, .. } = &*found;
    let kind = heap.str(match kind {
        ModuleKind::Source => "source",
        ModuleKind::Compiled => "compiled",
        ModuleKind::Namespace => "namespace",
    });
    let path = if path.is_empty() { Value::None } else { heap.str(path) };
    let places = places.iter().map(|place| heap.str(place)).collect();
    let places = heap.list(places);
    Ok(heap.tuple(vec![kind, path, Value::Bool(*is_package), places]))
}

fn new_module(heap: &mut Heap, args: &Args) -> Outcome {
    let name = heap.lossy(args.get(0)).into_owned();
    let module = heap.module(&name, Value::None);
    let builtins = heap.find_module("builtins").unwrap_or(Value::None);
    heap.set_own(module, Sym::Builtins, builtins);
    Ok(module.into())
}

/// `_exec_module(path, module)`: runs the code of the file that was found, among the module's names.
fn exec_module(heap: &mut Heap, args: &Args) -> Outcome {
    let path = heap.lossy(args.get(0)).into_owned();
    let file = heap.world.module(&path).expect("the world was asked for it");
    let (code, warnings) = file.code(heap.dialect);
    if let Ok(source) = file.source() {
        compile::say(heap, warnings, &source);
    }
    let code = match code {
        Ok(code) => code.clone(),
        Err(NoCode::Wrong(error)) => return Err(compile::refusal(heap, &path, error)),
        Err(NoCode::Damaged(why)) => return Err(heap.raise(Type::ImportError, why)),
    };
    let module = args.get(1).handle().expect("a module is on the heap");
    let names = heap.give_attributes(module);
    let code = heap.load_code(&code, heap.dialect);
    Err(compile::body(heap, code, names, names.into(), Value::None))
}

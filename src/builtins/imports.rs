//! What `import` needs of Rust: asking the world for a module's file, and making its code run.

use std::rc::Rc;

use crate::{
    code::Code,
    object::{
        Answer, Args, Arity, Callee, Escape, Function, Handle, Heap, ModuleFile, ModuleKind, Native, NoCode,
        Obj, Outcome, Sym, TailCall, Type, Value, Want,
    },
    source::{ErrorKind, SyntaxError},
};

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
    let code = match file.code(heap.dialect) {
        Ok(code) => code.clone(),
        Err(NoCode::Wrong(error)) => return Err(syntax_error(heap, &path, error)),
        Err(NoCode::Damaged(why)) => return Err(heap.raise(Type::ImportError, why)),
    };
    let module = args.get(1).handle().expect("a module is on the heap");
    let names = heap.give_attributes(module);
    run(heap, &code, names)
}

/// The exception that says what is wrong with a program.
fn syntax_error(heap: &mut Heap, path: &str, error: &SyntaxError) -> Escape {
    let class = match error.kind {
        ErrorKind::Indentation => Type::IndentationError,
        ErrorKind::Tab => Type::TabError,
        ErrorKind::Recursion => Type::RecursionError,
        ErrorKind::Memory => Type::MemoryError,
        ErrorKind::Overflow => Type::OverflowError,
        ErrorKind::Value => Type::ValueError,
        _ => Type::SyntaxError,
    };
    if !error.is_syntax() {
        return heap.raise(class, &error.msg);
    }
    let message = heap.str(&error.msg);
    let number = |number: Option<i32>| number.map_or(Value::None, |number| Value::Int(number.into()));
    let filename = heap.str(error.filename.as_deref().unwrap_or(path));
    let text = error.text.as_deref().map_or(Value::None, |text| heap.str(text));
    let place = [error.lineno, error.offset, error.end_lineno, error.end_offset].map(number);
    let details = heap.tuple(vec![filename, place[0], place[1], text, place[2], place[3]]);
    heap.raise_args(class, vec![message, details])
}

/// The call that runs the code of a module in this namespace.
fn run(heap: &mut Heap, code: &Rc<Code>, names: Handle) -> Outcome {
    let code_handle = heap.load_code(code, heap.dialect);
    let Obj::Code(code) = heap.obj(code_handle) else { panic!("a code object was made") };
    let code = code.clone();
    let function = Function {
        code_handle,
        globals: names,
        name: code.name,
        qualname: code.qualname,
        module: Value::None,
        doc: Value::None,
        defaults: Value::None,
        kwdefaults: Value::None,
        closure: Value::None,
        annotations: Value::Null,
        hidden: false,
        code,
    };
    let function = heap.alloc(Type::Function, Obj::Function(Rc::new(function)));
    let callee = Callee::Body { function, names: names.into() };
    Err(Escape::Call(Box::new(TailCall { callee, args: Vec::new() })))
}

//! `compile`, `exec` and `eval`: from a text to a code object, and from a code object to a frame that runs it.

use std::rc::Rc;

use crate::{
    object::{
        Args, Arity, Callee, Escape, Function, Handle, Heap, NEW_LOCALS, Native, Obj, Outcome, Parameters,
        Question, Scope, Stream, TailCall, Type, Value, Written,
    },
    source::{Category, ErrorKind, Source, SyntaxError, Warning},
    syntax::ast::Mode,
};

static COMPILE: Parameters = Parameters {
    names: &["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"],
    positional_only: 0,
    positional: 6,
    required: 3,
};
static EXEC: Parameters = Parameters {
    names: &["source", "globals", "locals", "closure"],
    positional_only: 3,
    positional: 3,
    required: 1,
};

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("compile", Arity::Named(&COMPILE), |_, args| {
        let left_out = [Value::Null, Value::Null, Value::Null, Value::Int(0), Value::Bool(false)];
        let left_out = [&left_out[..], &[Value::Int(-1), Value::Int(-1)]].concat();
        Err(to_prelude("_compile", args, &left_out))
    }),
    Native::new("exec", Arity::Named(&EXEC), |_, args| Err(to_prelude("_exec", args, &[Value::None; 4]))),
    Native::new("eval", Arity::Positional(1, 3), |_, args| {
        let given = [args.get(0), args.get(1), args.get(2)];
        Err(to_prelude("_eval", &Args::new(&given, &[]), &[Value::None; 3]))
    }),
    Native::new("_compile_text", Arity::Positional(4, 4), compile_text),
    Native::new("_run_code", Arity::Positional(4, 4), run_code),
    Native::new("_free_count", Arity::One, |heap, args| {
        Ok(code_of(heap, args.get(0)).map_or(Value::None, |code| Value::Int(code.nfree.into())))
    }),
    Native::new("_caller_flags", Arity::Zero, |_, _| Err(Escape::scope(Scope::Flags))),
    Native::new("_caller_builtins", Arity::One, |heap, args| Ok(heap.builtins_of(args.get(0)))),
    Native::new("_global", Arity::Positional(2, 2), global),
];

/// The prelude's function goes on, with what stands for the arguments that were left out.
fn to_prelude(name: &'static str, args: &Args, left_out: &[Value]) -> Escape {
    let given = args.values().iter().zip(left_out);
    let given: Vec<_> = given.map(|(given, other)| given.present().unwrap_or(*other)).collect();
    Escape::prelude(name, given)
}

fn code_of(heap: &Heap, value: Value) -> Option<Rc<crate::object::CodeObject>> {
    match heap.obj(value.handle()?) {
        Obj::Code(code) => Some(code.clone()),
        _ => None,
    }
}

/// `_compile_text(source, filename, mode, flags)`: a code object or an error, and what there is to warn of; None
/// where the text cannot be encoded.
fn compile_text(heap: &mut Heap, args: &Args) -> Outcome {
    let source = args.get(0);
    let text = match (heap.as_str(source).map(|text| text.text().clone()), heap.as_bytes(source)) {
        (Some(text), _) if text.as_str().is_none() => return Ok(Value::None),
        (Some(text), _) => Written::Text(text),
        (None, bytes) => Written::Bytes(bytes.unwrap_or_default().into()),
    };
    let has_null = match &text {
        Written::Text(text) => text.as_bytes().contains(&0),
        Written::Bytes(bytes) => bytes.contains(&0),
    };
    if has_null {
        let text = "source code string cannot contain null bytes";
        return Err(heap.raise(Type::SyntaxError, text));
    }
    let mode = match &*heap.lossy(args.get(2)) {
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ => Mode::Exec,
    };
    let filename: Rc<str> = heap.lossy(args.get(1)).into();
    let inherited = heap.small_int(args.get(3)).unwrap_or(0) as u32;
    let question = Question { text, filename: filename.clone(), mode, inherited };
    let answer = heap.compilations.ask(question, heap.dialect);
    let mut warnings = Vec::new();
    if let Some(source) = &answer.source {
        warnings.extend(answer.warnings.iter().map(|warning| as_tuple(heap, warning, source, &filename)));
    }
    let warnings = heap.tuple(warnings);
    let (code, error) = match &answer.code {
        Ok(code) => (heap.load_code(code, heap.dialect).into(), Value::None),
        Err(error) => match refusal(heap, &filename, error) {
            Escape::Raise(raised) => (Value::None, raised.into()),
            other => return Err(other),
        },
    };
    Ok(heap.tuple(vec![code, error, warnings]))
}

/// (class, message, line, the arguments of the error that it is where such warnings are errors).
fn as_tuple(heap: &mut Heap, warning: &Warning, source: &Source, filename: &str) -> Value {
    let class = match warning.category {
        Category::Syntax => Type::SyntaxWarning,
        Category::Deprecation => Type::DeprecationWarning,
    };
    let message = heap.str(&warning.msg);
    let error = match warning.category {
        Category::Syntax => {
            let details = details(heap, filename, &warning.as_error(source));
            heap.tuple(vec![message, details])
        }
        Category::Deprecation => Value::None,
    };
    heap.tuple(vec![class.into(), message, Value::Int(warning.line.into()), error])
}

/// Writes the warnings of the compiler, those that CPython shows to everybody.
pub(super) fn say(heap: &mut Heap, warnings: &[Warning], source: &Source) {
    for warning in warnings.iter().filter(|warning| warning.category == Category::Syntax) {
        heap.write(Stream::Err, &warning.shown(source));
    }
}

/// The exception that says what is wrong with a program.
pub(super) fn refusal(heap: &mut Heap, path: &str, error: &SyntaxError) -> Escape {
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
    if error.filename.is_none() && error.lineno.is_none() {
        return heap.raise_args(class, vec![message]);
    }
    let details = details(heap, path, error);
    if !error.placed_later {
        return heap.raise_args(class, vec![message, details]);
    }
    let raised = heap.raise_args(class, vec![message]);
    if let Escape::Raise(raised) = raised {
        super::syntax_errors::place(heap, raised, details);
    }
    raised
}

/// Where an error stands, as its class takes it.
fn details(heap: &mut Heap, path: &str, error: &SyntaxError) -> Value {
    let number = |number: Option<i32>| number.map_or(Value::None, |number| Value::Int(number.into()));
    let filename = heap.str(error.filename.as_deref().unwrap_or(path));
    let text = error.text.as_deref().map_or(Value::None, |text| heap.str(text));
    let place = [error.lineno, error.offset, error.end_lineno, error.end_offset].map(number);
    heap.tuple(vec![filename, place[0], place[1], text, place[2], place[3]])
}

/// `_run_code(code, globals, locals, closure)`: the value that the code returns.
fn run_code(heap: &mut Heap, args: &Args) -> Outcome {
    let code = args.get(0).handle().expect("a code object is on the heap");
    let globals = args.get(1).handle().expect("a dict is on the heap");
    Err(body(heap, code, globals, args.get(2), args.get(3)))
}

/// The call that runs code in a namespace. Code that has its variables in slots is called as a function is.
pub(super) fn body(
    heap: &mut Heap,
    code_handle: Handle,
    globals: Handle,
    names: Value,
    closure: Value,
) -> Escape {
    let code = code_of(heap, code_handle.into()).expect("a code object is expected");
    let has_slots = code.has_flag(NEW_LOCALS);
    let function = Function { closure, ..heap.function_of(code_handle, code, globals) };
    let function = heap.alloc(Type::Function, Obj::Function(Rc::new(function)));
    if has_slots {
        return Escape::call(function, []);
    }
    Escape::Call(Box::new(TailCall { callee: Callee::Body { function, names }, args: Vec::new() }))
}

/// `_global(globals, name)`: what the name means to code with these globals where it has no nearer meaning.
fn global(heap: &mut Heap, args: &Args) -> Outcome {
    let (globals, name) = (args.get(0), args.get(1));
    match heap.global(globals, name) {
        Some(value) => Ok(value),
        None => Err(Escape::prelude("_load_from", [name, heap.builtins_of(globals)])),
    }
}

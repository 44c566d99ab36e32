//! Functions written in Python as objects: what they show of themselves, and how programs make them.

use std::rc::Rc;

use crate::object::{
    Args, Arity, CodeObject, Escape, Function, GetSet, Heap, Native, Obj, Outcome, Parameters, Setter, Sym,
    Type, Value,
};

use super::{
    TypeTable,
    arguments::{some, wrong_type},
};

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

const fn both(name: &'static str, get: fn(&mut Heap, Value) -> Outcome, set: Setter) -> GetSet {
    GetSet { name, get, set: Some(set) }
}

static NEW: Parameters = Parameters {
    names: &["cls", "code", "globals", "name", "argdefs", "closure"],
    positional_only: 1,
    positional: 6,
    required: 3,
};

pub(super) static FUNCTION: TypeTable = TypeTable {
    of: Type::Function,
    methods: &[super::descriptors::GET, Native::new("__new__", Arity::Named(&NEW), new)],
    attributes: &[
        both(
            "__name__",
            |heap, this| Ok(function(heap, this).name),
            |heap, this, value| {
                function_mut(heap, this).name =
                    checked(heap, "__name__", "a string object", Type::Str, false, value)?;
                Ok(())
            },
        ),
        both(
            "__qualname__",
            |heap, this| Ok(function(heap, this).qualname),
            |heap, this, value| {
                let value = checked(heap, "__qualname__", "a string object", Type::Str, false, value)?;
                function_mut(heap, this).qualname = value;
                Ok(())
            },
        ),
        both(
            "__doc__",
            |heap, this| Ok(function(heap, this).doc),
            |heap, this, value| {
                function_mut(heap, this).doc = value.present().unwrap_or(Value::None);
                Ok(())
            },
        ),
        both(
            "__module__",
            |heap, this| Ok(function(heap, this).module),
            |heap, this, value| {
                function_mut(heap, this).module = value.present().unwrap_or(Value::None);
                Ok(())
            },
        ),
        both(
            "__defaults__",
            |heap, this| Ok(function(heap, this).defaults),
            |heap, this, value| {
                let value = checked(heap, "__defaults__", "a tuple object", Type::Tuple, true, value)?;
                function_mut(heap, this).defaults = value;
                Ok(())
            },
        ),
        both(
            "__kwdefaults__",
            |heap, this| Ok(function(heap, this).kwdefaults),
            |heap, this, value| {
                let value = checked(heap, "__kwdefaults__", "a dict object", Type::Dict, true, value)?;
                function_mut(heap, this).kwdefaults = value;
                Ok(())
            },
        ),
        both("__annotations__", annotations, |heap, this, value| {
            let value = checked(heap, "__annotations__", "a dict object", Type::Dict, true, value)?;
            function_mut(heap, this).annotations = if value.is_none() { Value::Null } else { value };
            Ok(())
        }),
        both("__code__", |heap, this| Ok(function(heap, this).code_handle.into()), set_code),
        get("__closure__", |heap, this| Ok(function(heap, this).closure)),
        get("__globals__", |heap, this| Ok(function(heap, this).globals.into())),
        get("__builtins__", |heap, this| {
            let globals = function(heap, this).globals;
            let own =
                heap.as_dict(globals.into()).and_then(|names| heap.find_name(names, Sym::Builtins.into()));
            match own.map(|entry| entry.value) {
                Some(Value::Ref(module)) if matches!(heap.obj(module), Obj::Module(_)) => {
                    Ok(heap.give_attributes(module).into())
                }
                Some(names) => Ok(names),
                None => Ok(heap.builtins),
            }
        }),
        GetSet {
            name: "__type_params__",
            get: |heap, this| Ok(function(heap, this).type_params),
            set: Some(|heap, this, value| {
                if heap.as_tuple(value).is_none() {
                    return Err(heap.type_error("__type_params__ must be set to a tuple"));
                }
                function_mut(heap, this).type_params = value;
                Ok(())
            }),
        },
    ],
};

/// A value that the attribute of a function may have; `None` stands for a deleted one where that is allowed.
fn checked(heap: &mut Heap, name: &str, what: &str, of: Type, may_go: bool, value: Value) -> Outcome {
    match value {
        Value::Null | Value::None if may_go => Ok(Value::None),
        value if !value.is_null() && heap.is_instance(value, of) => Ok(value),
        _ => Err(heap.type_error(format!("{name} must be set to {what}"))),
    }
}

fn function(heap: &Heap, this: Value) -> Rc<crate::object::Function> {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Function(function)) => function.clone(),
        other => panic!("a function is expected, not {other:?}"),
    }
}

fn set_code(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    let handle = value.handle();
    let Some(Obj::Code(code)) = handle.map(|handle| heap.obj(handle)) else {
        return Err(heap.type_error("__code__ must be set to a code object"));
    };
    let code = code.clone();
    let now = function(heap, this);
    let cells = heap.as_tuple(now.closure).map_or(0, |cells| cells.len());
    if cells != code.nfree as usize {
        let name = heap.lossy(now.name).into_owned();
        let free = code.nfree;
        return Err(
            heap.value_error(format!("{name}() requires a code object with {cells} free vars, not {free}"))
        );
    }
    let function = function_mut(heap, this);
    function.code_handle = value.handle().expect("a code object is on the heap");
    function.code = code;
    Ok(())
}

fn function_mut(heap: &mut Heap, this: Value) -> &mut crate::object::Function {
    match this.handle().map(|handle| heap.obj_mut(handle)) {
        Some(Obj::Function(function)) => Rc::make_mut(function),
        other => panic!("a function is expected, not {other:?}"),
    }
}

/// A dict; what the compiler left is a tuple of names and values in turn.
fn annotations(heap: &mut Heap, this: Value) -> Outcome {
    let now = function(heap, this).annotations;
    if heap.as_dict(now).is_some() {
        return Ok(now);
    }
    let pairs = heap.as_tuple(now).cloned().unwrap_or_default();
    let dict = heap.dict(crate::object::Dict::default());
    if let Value::Ref(handle) = dict {
        for pair in pairs.chunks_exact(2) {
            heap.dict_set_name(handle, pair[0], pair[1]);
        }
    }
    function_mut(heap, this).annotations = dict;
    Ok(dict)
}

/// `FunctionType(code, globals, name, argdefs, closure)`
fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let [_, code_value, globals, name, defaults, closure] = *args.values() else {
        unreachable!("the class and one value for each parameter are given");
    };
    let code = match code_value.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Code(code)) => code.clone(),
        _ => return Err(wrong_type(heap, "function", "'code'", "code", code_value)),
    };
    if heap.as_dict(globals).is_none() {
        return Err(wrong_type(heap, "function", "'globals'", "dict", globals));
    }
    let name = some(name);
    if name.is_some_and(|name| heap.as_str(name).is_none()) {
        return Err(heap.type_error("arg 3 (name) must be None or string"));
    }
    let defaults = some(defaults);
    if defaults.is_some_and(|defaults| heap.as_tuple(defaults).is_none()) {
        return Err(heap.type_error("arg 4 (defaults) must be None or tuple"));
    }
    let closure = checked_closure(heap, &code, some(closure))?;
    let code_handle = code_value.handle().expect("a code object is on the heap");
    let plain = heap.function_of(code_handle, code, globals.handle().expect("a dict is on the heap"));
    let name = name.unwrap_or(plain.name);
    let made = Function { name, defaults: defaults.unwrap_or(Value::None), closure, ..plain };
    Ok(heap.alloc(Type::Function, Obj::Function(Rc::new(made))))
}

/// One cell for each variable that the code has from outside.
fn checked_closure(heap: &mut Heap, code: &CodeObject, closure: Option<Value>) -> Outcome {
    let cells = closure.and_then(|closure| heap.as_tuple(closure).cloned());
    if closure.is_some() && cells.is_none() {
        return Err(heap.type_error("arg 5 (closure) must be None or tuple"));
    }
    if closure.is_none() && code.nfree > 0 {
        return Err(heap.type_error("arg 5 (closure) must be tuple"));
    }
    let cells = cells.unwrap_or_default();
    if cells.len() != code.nfree as usize {
        let (name, free) = (heap.lossy(code.name).into_owned(), code.nfree);
        let text = format!("{name} requires closure of length {free}, not {}", cells.len());
        return Err(heap.value_error(text));
    }
    for &cell in cells.iter() {
        if !matches!(cell.handle().map(|handle| heap.obj(handle)), Some(Obj::Cell(_))) {
            let given = heap.type_name(cell);
            return Err(heap.type_error(format!("arg 5 (closure) expected cell, found {given}")));
        }
    }
    Ok(closure.unwrap_or(Value::None))
}

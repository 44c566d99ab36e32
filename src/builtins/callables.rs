//! What functions, methods, modules and cells show of themselves.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Escape, GetSet, Heap, Native, Obj, Outcome, Parameters, Setter, Sym, Type, Value,
};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

const fn both(name: &'static str, get: fn(&mut Heap, Value) -> Outcome, set: Setter) -> GetSet {
    GetSet { name, get, set: Some(set) }
}

pub(super) static FUNCTION: TypeTable = TypeTable {
    of: Type::Function,
    methods: &[super::descriptors::GET],
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

fn method_parts(heap: &Heap, this: Value) -> (Value, Value) {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Method(method)) => (method.function, method.this),
        _ => (this, Value::None),
    }
}

/// What a native, bound or not, is called.
fn native_name(heap: &mut Heap, this: Value) -> Outcome {
    let (function, _) = method_parts(heap, this);
    let name = match function.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Native(native, _)) => native.name,
        _ => "",
    };
    Ok(heap.intern(name).into())
}

/// The module or class that a function stands in, or what a method is bound to.
fn native_self(heap: &mut Heap, this: Value) -> Outcome {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Native(_, home)) => Ok((*home).into()),
        _ => Ok(method_parts(heap, this).1),
    }
}

fn native_qualname(heap: &mut Heap, this: Value) -> Outcome {
    let (function, bound) = method_parts(heap, this);
    let Some(Obj::Native(native, home)) = function.handle().map(|handle| heap.obj(handle).clone()) else {
        return native_name(heap, this);
    };
    let class = match heap.as_class(home.into()) {
        None => return native_name(heap, this),
        Some(_) if heap.as_class(bound).is_some() => heap.class_qualname(bound.handle().unwrap_or(home)),
        Some(_) => match bound {
            Value::None => heap.class_qualname(home),
            bound => heap.class_qualname(heap.class_of(bound)),
        },
    };
    Ok(heap.str(&format!("{class}.{}", native.name)))
}

pub(super) static METHOD: TypeTable = TypeTable {
    of: Type::Method,
    methods: &[
        Native::new("__getattribute__", Arity::One, method_attribute),
        Native::new("__new__", Arity::Positional(3, 3), method_new),
    ],
    attributes: &[
        get("__func__", |heap, this| Ok(method_parts(heap, this).0)),
        get("__self__", |heap, this| Ok(method_parts(heap, this).1)),
    ],
};

fn method_new(heap: &mut Heap, args: &Args) -> Outcome {
    let (function, this) = (args.get(1), args.get(2));
    if !super::functions::is_callable(heap, function) {
        return Err(heap.type_error("first argument must be callable"));
    }
    if this.is_none() {
        return Err(heap.type_error("instance must not be None"));
    }
    let method = crate::object::Method { function, this };
    Ok(heap.alloc(Type::Method, Obj::Method(Rc::new(method))))
}

/// What a method does not have itself its function has.
fn method_attribute(heap: &mut Heap, args: &Args) -> Outcome {
    let name = super::functions::attribute_name(heap, args.get(1))?;
    let (function, _) = method_parts(heap, args.get(0));
    heap.get_attribute(function, name)
}

pub(super) static BUILTIN_FUNCTION: TypeTable = TypeTable {
    of: Type::BuiltinFunction,
    methods: &[],
    attributes: &[
        get("__name__", native_name),
        get("__qualname__", native_qualname),
        get("__self__", native_self),
        get("__module__", |heap, this| match this.handle().map(|handle| heap.obj(handle).clone()) {
            Some(Obj::Native(_, home)) => Ok(match heap.obj(home) {
                Obj::Module(module) => module.name,
                _ => Value::None,
            }),
            _ => Ok(Value::None),
        }),
    ],
};

static MODULE_ARGS: Parameters =
    Parameters { names: &["name", "doc"], positional_only: 0, positional: 2, required: 1 };

pub(super) static MODULE: TypeTable = TypeTable {
    of: Type::Module,
    methods: &[
        Native::new("__new__", Arity::Any, |heap, args| {
            let class = super::helpers::class_argument(heap, args, Type::Module)?;
            let name = heap.intern("?").into();
            Ok(heap.alloc(class, Obj::Module(Rc::new(crate::object::Module { name }))))
        }),
        Native::new("__init__", Arity::Named(&MODULE_ARGS), module_init),
    ],
    attributes: &[],
};

fn module_init(heap: &mut Heap, args: &Args) -> Outcome {
    let (this, name) = (args.get(0).handle().expect("a module is on the heap"), args.get(1));
    if heap.as_str(name).is_none() {
        let class = heap.type_name(name);
        return Err(heap.type_error(format!("module() argument 'name' must be str, not {class}")));
    }
    *heap.obj_mut(this) = Obj::Module(Rc::new(crate::object::Module { name }));
    let none = Value::None;
    let doc = args.get(2).present().unwrap_or(none);
    for (key, value) in
        [(Sym::Name, name), (Sym::Doc, doc), (Sym::Package, none), (Sym::Loader, none), (Sym::Spec, none)]
    {
        heap.set_own(this, key, value);
    }
    Ok(Value::None)
}

pub(super) static CELL: TypeTable = TypeTable {
    of: Type::Cell,
    methods: &[],
    attributes: &[get("cell_contents", |heap, this| match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Cell(Value::Null)) => Err(heap.value_error("Cell is empty")),
        Some(Obj::Cell(content)) => Ok(*content),
        _ => Ok(Value::None),
    })],
};

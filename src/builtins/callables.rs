//! What methods, builtin functions, modules and cells show of themselves.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Dict, Escape, GetSet, Heap, Native, Obj, Outcome, Parameters, Sym, Type, Value,
};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
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
        REDUCE,
    ],
    attributes: &[
        get("__func__", |heap, this| Ok(method_parts(heap, this).0)),
        get("__self__", |heap, this| Ok(method_parts(heap, this).1)),
        get("__doc__", |heap, this| {
            let (function, _) = method_parts(heap, this);
            heap.get_attribute(function, Sym::Doc.into())
        }),
    ],
};

/// How a method is made again: found under its name in what it is bound to.
pub(super) const REDUCE: Native =
    Native::new("__reduce__", Arity::Zero, |_, args| Err(Escape::prelude("_bound_reduce", [args.get(0)])));

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
    if heap.lookup(Type::Method.handle(), name).is_some() {
        return super::object::getattribute(heap, args);
    }
    let (function, _) = method_parts(heap, args.get(0));
    heap.get_attribute(function, name)
}

pub(super) static BUILTIN_FUNCTION: TypeTable = TypeTable {
    of: Type::BuiltinFunction,
    methods: &[REDUCE],
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
    attributes: &[GetSet {
        name: "__annotations__",
        get: module_annotations,
        set: Some(set_module_annotations),
    }],
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

/// A dict, made when somebody asks.
fn module_annotations(heap: &mut Heap, this: Value) -> Outcome {
    let module = this.handle().expect("a module is on the heap");
    if let Some(own) = heap.own(module, Sym::Annotations) {
        return Ok(own);
    }
    let made = heap.dict(Dict::default());
    heap.set_own(module, Sym::Annotations, made);
    Ok(made)
}

fn set_module_annotations(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    let module = this.handle().expect("a module is on the heap");
    if !value.is_null() {
        heap.set_own(module, Sym::Annotations, value);
    } else if !heap.remove_own(module, Sym::Annotations.into()) {
        return Err(heap.attribute_error("__annotations__", Value::None, Value::None));
    }
    Ok(())
}

fn cell_new(heap: &mut Heap, args: &Args) -> Outcome {
    if args.has_keywords() {
        return Err(heap.type_error("cell() takes no keyword arguments"));
    }
    let content = args.positional();
    super::arguments::count(heap, "cell", content.len() - 1, 0, 1)?;
    Ok(heap.cell(args.get(1)))
}

pub(super) static CELL: TypeTable = TypeTable {
    of: Type::Cell,
    methods: &[Native::new("__new__", Arity::Any, cell_new)],
    attributes: &[GetSet { name: "cell_contents", get: cell_contents, set: Some(set_cell_contents) }],
};

fn set_cell_contents(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    *heap.obj_mut(this.handle().expect("a cell is on the heap")) = Obj::Cell(value);
    Ok(())
}

fn cell_contents(heap: &mut Heap, this: Value) -> Outcome {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Cell(Value::Null)) => Err(heap.value_error("Cell is empty")),
        Some(Obj::Cell(content)) => Ok(*content),
        _ => Ok(Value::None),
    }
}

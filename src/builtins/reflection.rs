//! What every object answers about itself: its names, its size, how it is copied.

use crate::object::{
    Args, Arity, ELLIPSIS, Escape, Handle, Heap, NOT_IMPLEMENTED, Native, Obj, Outcome, Sym, Type, Value,
};

use super::TypeTable;

pub(super) static TYPES: &[&TypeTable] = &[
    &TypeTable {
        of: Type::Object,
        methods: &[
            Native::new("__dir__", Arity::Zero, object_dir).twin("_object_dir"),
            Native::new("__sizeof__", Arity::Zero, |heap, args| {
                Ok(Value::Int(super::surface::of_object(heap, args.get(0))))
            }),
        ],
        attributes: &[],
    },
    &TypeTable {
        of: Type::Type,
        methods: &[Native::new("__dir__", Arity::Zero, |heap, args| {
            let class = args.get(0).handle().expect("a class is on the heap");
            let names = class_names(heap, class);
            Ok(list_of(heap, names))
        })],
        attributes: &[],
    },
    &TypeTable {
        of: Type::NoneType,
        methods: &[Native::new("__new__", Arity::Any, |heap, args| single(heap, args, Value::None))],
        attributes: &[],
    },
    &TypeTable {
        of: Type::EllipsisType,
        methods: &[
            Native::new("__new__", Arity::Any, |heap, args| single(heap, args, ELLIPSIS.into())),
            Native::new("__reduce__", Arity::Zero, |heap, _| Ok(heap.intern("Ellipsis").into())),
        ],
        attributes: &[],
    },
    &TypeTable {
        of: Type::NotImplementedType,
        methods: &[
            Native::new("__new__", Arity::Any, |heap, args| single(heap, args, NOT_IMPLEMENTED.into())),
            Native::new("__reduce__", Arity::Zero, |heap, _| Ok(heap.intern("NotImplemented").into())),
        ],
        attributes: &[],
    },
    &TypeTable {
        of: Type::Module,
        methods: &[Native::new("__dir__", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_module_dir")],
        attributes: &[],
    },
];

pub(super) static SUBCLASS_HOOK: Native =
    Native::new("__subclasshook__", Arity::Positional(2, 2), |_, _| Ok(NOT_IMPLEMENTED.into()));

/// `type.__prepare__`
pub(super) static PREPARE: Native =
    Native::new("__prepare__", Arity::Any, |heap, _| Ok(heap.dict(crate::object::Dict::default())));

/// The one object of a type.
fn single(heap: &mut Heap, args: &Args, value: Value) -> Outcome {
    if args.values().len() > 1 {
        let class = heap.type_name(value);
        let class = if class.as_ref() == "ellipsis" { "EllipsisType".into() } else { class };
        return Err(heap.type_error(format!("{class} takes no arguments")));
    }
    Ok(value)
}

fn own_names(heap: &Heap, of: Handle) -> Vec<String> {
    let names = heap.attributes(of).into_iter().flat_map(crate::object::Dict::iter);
    names
        .filter(|entry| heap.as_str(entry.key).is_some())
        .map(|entry| heap.lossy(entry.key).into_owned())
        .collect()
}

/// The names in a class and those it derives from.
pub(super) fn class_names(heap: &Heap, class: Handle) -> Vec<String> {
    heap.class(class).mro.iter().flat_map(|&each| own_names(heap, each)).collect()
}

/// The names of an object's attributes, as its type lists them.
pub(super) fn names(heap: &Heap, this: Value) -> Vec<String> {
    match this {
        Value::Ref(handle) if heap.as_class(this).is_some() => class_names(heap, handle),
        Value::Ref(handle) => {
            let class = heap.class_of(this);
            let mut names = class_names(heap, class);
            if heap.class(class).has_dict {
                names.extend(own_names(heap, handle));
            }
            names
        }
        _ => class_names(heap, heap.class_of(this)),
    }
}

/// The names in order, each once.
pub(super) fn list_of(heap: &mut Heap, mut names: Vec<String>) -> Value {
    names.sort_unstable();
    names.dedup();
    let names = names.iter().map(|name| heap.intern(name).into()).collect();
    heap.list(names)
}

fn object_dir(heap: &mut Heap, args: &Args) -> Outcome {
    let this = args.get(0);
    // A class of the user's may answer `__dict__` or `__class__` by itself.
    let own_ways = [Sym::GetAttribute, Sym::GetAttr, Sym::Class, Sym::Dict];
    let has_own_way = |way: &Sym| match heap.user_special(this, *way) {
        Some(Value::Ref(found)) => !matches!(heap.obj(found), Obj::GetSet(..)),
        found => found.is_some(),
    };
    if own_ways.iter().any(has_own_way) {
        return Err(Escape::Twin);
    }
    let names = names(heap, this);
    Ok(list_of(heap, names))
}

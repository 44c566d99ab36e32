//! `_weakref`: references that do not keep what they refer to.

use crate::object::{Args, Arity, Comparison, Escape, Heap, Native, Outcome, Scope, Sym, Type, Value};

static FUNCTIONS: &[Native] = &[
    Native::new("getweakrefcount", Arity::One, |heap, args| {
        let count = args.get(0).handle().map_or(0, |target| heap.weak_refs(target).len());
        Ok(Value::Int(count as i64))
    }),
    Native::new("getweakrefs", Arity::One, |heap, args| {
        let refs = args.get(0).handle().map_or(Vec::new(), |target| heap.weak_refs(target).to_vec());
        Ok(heap.list(refs.into_iter().map(Value::Ref).collect()))
    }),
    Native::new("proxy", Arity::Positional(1, 2), |_, args| {
        let callback = args.get(1).present().unwrap_or(Value::None);
        Err(Escape::prelude("_weak_proxy", [args.get(0), callback]))
    }),
    Native::new("_remove_dead_weakref", Arity::Positional(2, 2), |_, args| {
        Err(Escape::prelude("_remove_dead_weakref", args.positional()))
    }),
];

/// What only the prelude may call.
pub(super) static HELPERS: &[Native] = &[
    Native::new("_take_callback", Arity::One, |heap, args| {
        let weak = args.get(0).handle().and_then(|handle| heap.weak_ref_mut(handle));
        Ok(weak.map_or(Value::None, |weak| std::mem::replace(&mut weak.callback, Value::None)))
    }),
    Native::new("_keep_hash", Arity::Positional(2, 2), |heap, args| {
        let hash = heap.small_int(args.get(1)).unwrap_or(0);
        heap.keep_weak_hash(args.get(0).handle().expect("a weak reference"), hash);
        Ok(args.get(1))
    }),
    Native::new("_report_text", Arity::Positional(2, 2), |_, args| {
        let raised = args.get(0).handle().expect("an exception is on the heap");
        Err(Escape::scope(Scope::Report { raised, alone: args.get(1) == Value::Bool(true) }))
    }),
    Native::new("_library_names", Arity::Zero, |heap, _| {
        let names = heap.dialect.library.lines().map(|name| heap.intern(name).into()).collect();
        Ok(heap.tuple(names))
    }),
];

static METHODS: &[Native] = &[
    Native::new("__new__", Arity::Positional(2, 3), new),
    Native::new("__init__", Arity::Positional(1, 2), |_, _| Ok(Value::None)),
    Native::new("__call__", Arity::Zero, |heap, args| Ok(target(heap, args.get(0)))),
    Native::new("__hash__", Arity::Zero, |heap, args| heap.hash_payload(args.get(0)).map(Value::Int))
        .twin("_weak_hash"),
    Native::new("__eq__", Arity::One, |heap, args| {
        heap.compare_payloads(Comparison::Eq, args.get(0), args.get(1))
    })
    .twin("_compare_eq"),
    Native::new("__ne__", Arity::One, |heap, args| {
        heap.compare_payloads(Comparison::Ne, args.get(0), args.get(1))
    })
    .twin("_compare_ne"),
    Native::new("__repr__", Arity::Zero, |heap, args| {
        let text = heap.repr_payload(args.get(0))?;
        Ok(heap.str(&text))
    }),
];

pub(super) fn install(heap: &mut Heap) {
    let module = super::make(heap, "_weakref", FUNCTIONS);
    let class = Type::WeakRef.handle();
    let name = heap.intern("weakref");
    heap.set_own(class, Sym::Module, name.into());
    for native in METHODS {
        crate::builtins::add_method(heap, class, native);
    }
    crate::builtins::add_attribute(heap, class, &CALLBACK);
    crate::builtins::make_generic(heap, Type::WeakRef);
    for name in ["ref", "ReferenceType"] {
        let name = heap.intern(name);
        heap.set_own(module, name, class.into());
    }
}

static CALLBACK: crate::object::GetSet = crate::object::GetSet {
    name: "__callback__",
    get: |heap, this| Ok(heap.weak_ref(this).map_or(Value::None, |weak| weak.callback)),
    set: None,
};

/// What it refers to, or None.
fn target(heap: &Heap, this: Value) -> Value {
    heap.weak_ref(this).and_then(|weak| weak.target.present()).unwrap_or(Value::None)
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = args.get(0).handle().expect("a class is on the heap");
    let Some(target) = args.get(1).handle().filter(|_| heap.can_be_weak(args.get(1))) else {
        let name = heap.type_name(args.get(1));
        return Err(heap.type_error(format!("cannot create weak reference to '{name}' object")));
    };
    let callback = args.get(2).present().unwrap_or(Value::None);
    Ok(heap.make_weak_ref(class, target, callback))
}

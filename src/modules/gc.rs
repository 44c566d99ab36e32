//! `gc`: garbage is collected when the machine needs room, or when it is asked here. Only what cycles kept is
//! counted: the rest is gone for CPython as soon as nothing refers to it.

use crate::object::{Arity, Escape, Heap, Native, Obj, Scope, Value};

static FUNCTIONS: &[Native] = &[
    Native::new("collect", Arity::Positional(0, 1), |heap, args| {
        if let Some(generation) = args.get(0).present() {
            let generation = heap.index(generation)?;
            if !(0..=2).contains(&generation) {
                return Err(heap.value_error("invalid generation"));
            }
        }
        Err(Escape::scope(Scope::Collect))
    }),
    Native::new("enable", Arity::Zero, |heap, _| set_enabled(heap, true)),
    Native::new("disable", Arity::Zero, |heap, _| set_enabled(heap, false)),
    Native::new("isenabled", Arity::Zero, |heap, _| Ok(Value::Bool(heap.gc_enabled))),
    Native::new("get_referrers", Arity::AtLeast(0), |heap, args| {
        let wanted = heap.tuple(args.positional().to_vec());
        Err(Escape::scope(Scope::Referrers(wanted)))
    }),
    Native::new("get_referents", Arity::AtLeast(0), |heap, args| {
        let mut parts = Vec::new();
        for handle in args.positional().iter().filter_map(|value| value.handle()) {
            let first = parts.len();
            match heap.obj(handle) {
                Obj::List(_) | Obj::Tuple(_) | Obj::Dict(_) | Obj::Set(_) => {
                    heap.obj(handle).visit(&mut |part| parts.extend(part.present()));
                }
                _ => heap.each_part(handle, &mut |part| parts.extend(part.present())),
            }
            // Lists and tuples are gone through from their end.
            if matches!(heap.obj(handle), Obj::List(_) | Obj::Tuple(_)) {
                parts[first..].reverse();
            }
        }
        Ok(heap.list(parts))
    }),
    Native::new("is_tracked", Arity::One, |heap, args| {
        let tracked = args.get(0).handle().is_some_and(|handle| is_tracked(heap.obj(handle)));
        Ok(Value::Bool(tracked))
    }),
    Native::new("get_threshold", Arity::Zero, |heap, _| {
        Ok(heap.tuple(vec![Value::Int(700), Value::Int(10), Value::Int(10)]))
    }),
    Native::new("get_debug", Arity::Zero, |_, _| Ok(Value::Int(0))),
];

pub(super) fn install(heap: &mut Heap) {
    let module = super::make(heap, "gc", FUNCTIONS);
    for name in ["garbage", "callbacks"] {
        let (name, empty) = (heap.intern(name), heap.list(Vec::new()));
        heap.set_own(module, name, empty);
    }
}

fn set_enabled(heap: &mut Heap, enabled: bool) -> crate::object::Outcome {
    heap.gc_enabled = enabled;
    Ok(Value::None)
}

/// Whether CPython's collector looks at such objects.
fn is_tracked(obj: &Obj) -> bool {
    !matches!(
        obj,
        Obj::Int(_)
            | Obj::Float(_)
            | Obj::Complex(_)
            | Obj::Str(_)
            | Obj::Bytes(_)
            | Obj::ByteArray(_)
            | Obj::Range(_)
            | Obj::Code(_)
            | Obj::Counter { .. }
    )
}

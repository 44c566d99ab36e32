//! What several natives share, and the small natives that only the prelude may call.

use crate::object::{
    Args, Arity, Callee, Comparison, Escape, Handle, Heap, Iter, Native, Obj, Outcome, State, Sym, TailCall,
    Type, Value, With,
};

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("_dict_next", Arity::Positional(3, 3), dict_next),
    Native::new("_dict_key", Arity::Positional(2, 2), dict_key),
    Native::new("_dict_value", Arity::Positional(2, 2), dict_value),
    Native::new("_dict_put", Arity::Positional(5, 5), dict_put),
    Native::new("_dict_drop", Arity::Positional(2, 2), dict_drop),
    Native::new("_set_next", Arity::Positional(3, 3), set_next),
    Native::new("_set_key", Arity::Positional(2, 2), set_key),
    Native::new("_set_entry", Arity::Positional(2, 2), set_entry),
    Native::new("_set_put", Arity::Positional(3, 3), set_put),
    Native::new("_set_drop", Arity::Positional(2, 2), set_drop),
    Native::new("_run_body", Arity::Positional(2, 2), run_body),
    Native::new("_iter_set", Arity::Positional(2, 2), iter_set),
    Native::new("_special", Arity::Positional(2, 2), special),
    Native::new("_payload_repr", Arity::One, payload_repr),
    Native::new("_raise_key", Arity::One, raise_key),
    Native::new("_compare_default", Arity::Positional(3, 3), compare_default),
    Native::new("_lt_once", Arity::Positional(2, 2), lt_once).twin("_compare_lt"),
    Native::new("_layout", Arity::One, layout),
    Native::new("_ask_attribute", Arity::Positional(2, 2), |heap, args| {
        heap.get_attribute(args.get(0), args.get(1))
    }),
    Native::new("_say_what_lacks", Arity::Positional(3, 3), |heap, args| {
        heap.say_what_lacks(handle(args, 0), args.get(1), args.get(2));
        Ok(Value::None)
    }),
    Native::new("_join_sequences", Arity::Positional(2, 2), |heap, args| {
        heap.concatenate(args.get(0), args.get(1))
    }),
    Native::new("_repeat_sequence", Arity::Positional(2, 2), |heap, args| {
        heap.repeat(args.get(0), args.get(1))
    }),
    Native::new("_keep_text", Arity::Positional(2, 2), keep_text),
    Native::new("_sort_by", Arity::Positional(3, 3), sort_by),
    Native::new("_replace_list", Arity::Positional(2, 2), replace_list),
    Native::new("_hash_of_hashes", Arity::One, hash_of_hashes),
    Native::new("_is_class", Arity::One, is_class),
    Native::new("_bytes_in_front", Arity::One, |heap, args| {
        Ok(Value::Int(super::surface::in_front(heap, args.get(0))))
    }),
    Native::new("_alias_iterator", Arity::One, |heap, args| {
        let once = heap.list(vec![args.get(0)]).handle();
        Ok(heap.iter(Type::AliasIterator, Iter::Sequence { of: once, next: 0 }))
    }),
    Native::new("_is_coroutine", Arity::One, |heap, args| Ok(Value::Bool(heap.is_coroutine(args.get(0))))),
    Native::new("_throw", Arity::Positional(2, 2), |_, args| {
        Err(Escape::resume(args.get(0), With::Exception, [args.get(1)]))
    }),
    Native::new("_throw_silently", Arity::AtLeast(2), |_, args| {
        Err(Escape::resume(args.get(0), With::Exception, &args.positional()[1..]))
    }),
    Native::new("_throw_here", Arity::AtLeast(2), |heap, args| {
        heap.generator_mut(handle(args, 0)).state = State::Suspended;
        Err(Escape::resume(args.get(0), With::ExceptionHere, &args.positional()[1..]))
    }),
    Native::new("_suspend", Arity::One, |heap, args| {
        heap.generator_mut(handle(args, 0)).state = State::Suspended;
        Ok(Value::None)
    }),
    Native::new("_derives", Arity::Positional(2, 2), derives),
    Native::new("_hashed", Arity::One, hashed),
    Native::new("_view_dict", Arity::One, |heap, args| match heap.obj(handle(args, 0)) {
        Obj::View(dict) => Ok((*dict).into()),
        other => panic!("a view is expected, not {other:?}"),
    }),
    Native::new("_percent_next", Arity::Positional(2, 2), |heap, args| {
        let parts = heap.next_percent_piece(args.get(0), number(heap, args, 1) as usize)?;
        Ok(heap.tuple(parts.to_vec()))
    }),
    Native::new("_is_percent_mapping", Arity::Positional(2, 2), |heap, args| {
        let of_bytes = heap.as_bytes(args.get(1)).is_some();
        Ok(Value::Bool(heap.is_percent_mapping(args.get(0), of_bytes)))
    }),
    Native::new("_frame_super", Arity::Zero, super::descriptors::frame_super),
    Native::new("_put_doc", Arity::Positional(3, 3), super::property::put_doc),
    Native::new("_super_of", Arity::Positional(4, 4), super::descriptors::super_of),
    Native::new("_name_property", Arity::Positional(2, 2), super::property::name_property),
];

/// The class that a `__new__` is asked for: one that derives from `of`.
pub(super) fn class_argument(heap: &mut Heap, args: &Args, of: Type) -> Result<Handle, Escape> {
    let name = of.name();
    let Some(&class) = args.positional().first() else {
        return Err(heap.type_error(format!("{name}.__new__(): not enough arguments")));
    };
    match class {
        Value::Ref(handle) if heap.as_class(class).is_some() => {
            if heap.is_subclass(handle, of.handle()) {
                let layout = heap.class(handle).layout;
                if layout == of
                    || heap.is_subclass(of.handle(), Type::BaseException.handle())
                    || of == Type::BaseException
                {
                    return Ok(handle);
                }
                // The place of such an object is filled by its own type only.
                let given = heap.class(handle).name.clone();
                let text = format!("{name}.__new__({given}) is not safe, use {}.__new__()", layout.name());
                return Err(heap.type_error(text));
            }
            let given = heap.class(handle).name.clone();
            Err(heap.type_error(format!("{name}.__new__({given}): {given} is not a subtype of {name}")))
        }
        other => {
            let given = heap.type_name(other);
            Err(heap.type_error(format!("{name}.__new__(X): X is not a type object ({given})")))
        }
    }
}

fn handle(args: &Args, at: usize) -> Handle {
    args.get(at).handle().expect("the prelude passes what it was given")
}

fn number(heap: &Heap, args: &Args, at: usize) -> i64 {
    heap.small_int(args.get(at)).expect("the prelude passes an int")
}

/// `_dict_next(dict, hash, seen)`: the entry with this hash that is met after so many (one may be met twice), or -1.
fn dict_next(heap: &mut Heap, args: &Args) -> Outcome {
    let (hash, seen) = (number(heap, args, 1), number(heap, args, 2) as usize);
    let Obj::Dict(dict) = heap.obj(handle(args, 0)) else { panic!("a dict is expected") };
    Ok(Value::Int(dict.probed(hash).get(seen).map_or(-1, |&at| at as i64)))
}

fn dict_key(heap: &mut Heap, args: &Args) -> Outcome {
    let at = number(heap, args, 1) as usize;
    let Obj::Dict(dict) = heap.obj(handle(args, 0)) else { panic!("a dict is expected") };
    Ok(dict.entry(at).map(|entry| entry.key).and_then(Value::present).unwrap_or(Value::None))
}

fn dict_value(heap: &mut Heap, args: &Args) -> Outcome {
    let at = number(heap, args, 1) as usize;
    let Obj::Dict(dict) = heap.obj(handle(args, 0)) else { panic!("a dict is expected") };
    Ok(dict.entry(at).map(|entry| entry.value).and_then(Value::present).unwrap_or(Value::None))
}

/// `_dict_put(dict, at, hash, key, value)`: at an entry, or a new one where `at` is -1.
fn dict_put(heap: &mut Heap, args: &Args) -> Outcome {
    let at = usize::try_from(number(heap, args, 1)).ok();
    let hash = number(heap, args, 2);
    heap.dict_put(handle(args, 0), at, hash, args.get(3), args.get(4));
    Ok(Value::None)
}

fn dict_drop(heap: &mut Heap, args: &Args) -> Outcome {
    let at = number(heap, args, 1) as usize;
    Ok(heap.remove_entry(handle(args, 0), at).value)
}

fn set_next(heap: &mut Heap, args: &Args) -> Outcome {
    let (hash, seen) = (number(heap, args, 1), number(heap, args, 2) as usize);
    let Obj::Set(set) = heap.obj(handle(args, 0)) else { panic!("a set is expected") };
    Ok(Value::Int(set.candidates(hash).nth(seen).map_or(-1, |at| at as i64)))
}

fn set_key(heap: &mut Heap, args: &Args) -> Outcome {
    let at = number(heap, args, 1) as usize;
    let Obj::Set(set) = heap.obj(handle(args, 0)) else { panic!("a set is expected") };
    Ok(set.table().get(at).and_then(|entry| entry.key.present()).unwrap_or(Value::None))
}

/// `_set_entry(set, at)`: the first entry from this place on as its key, its hash and the place behind it; or None.
fn set_entry(heap: &mut Heap, args: &Args) -> Outcome {
    let from = number(heap, args, 1) as usize;
    let Obj::Set(set) = heap.obj(handle(args, 0)) else { panic!("a set is expected") };
    let Some(at) = set.next_used(from) else { return Ok(Value::None) };
    let entry = set.table()[at];
    Ok(heap.tuple(vec![entry.key, Value::Int(entry.hash), Value::Int(at as i64 + 1)]))
}

/// `_set_put(set, hash, key)`: a key that is not there.
fn set_put(heap: &mut Heap, args: &Args) -> Outcome {
    let hash = number(heap, args, 1);
    heap.insert_key(handle(args, 0), hash, args.get(2));
    Ok(Value::None)
}

fn set_drop(heap: &mut Heap, args: &Args) -> Outcome {
    let at = number(heap, args, 1) as usize;
    Ok(heap.remove_key(handle(args, 0), at))
}

/// `_run_body(function, namespace)`: a class body, run with its names in this dict.
fn run_body(_heap: &mut Heap, args: &Args) -> Outcome {
    let callee = Callee::Body { function: args.get(0), names: args.get(1) };
    Err(Escape::Call(Box::new(TailCall { callee, args: Vec::new() })))
}

/// Where an iterator stands: its number, or None once it has ended.
fn iter_set(heap: &mut Heap, args: &Args) -> Outcome {
    let value = args.get(1);
    let int = heap.small_int(value);
    let Obj::Iter(iter) = heap.obj_mut(handle(args, 0)) else { return Ok(Value::None) };
    match std::rc::Rc::make_mut(iter) {
        Iter::Enumerate { next, .. } => *next = value,
        Iter::GetItem { next, of } => match int {
            Some(int) => *next = int,
            None => *of = Value::None,
        },
        Iter::GetItemBackwards { left, of } => match int {
            Some(int) => *left = int,
            None => *of = Value::None,
        },
        Iter::Callable { callee, .. } => *callee = Value::None,
        _ => {}
    }
    Ok(Value::None)
}

/// `_special(object, name)`: what its type has under this name, unbound; None if nothing.
fn special(heap: &mut Heap, args: &Args) -> Outcome {
    let name = heap.lossy(args.get(1)).into_owned();
    let name = heap.intern(&name);
    let class = heap.class_of(args.get(0));
    let Some(found) = heap.lookup(class, name) else { return Ok(Value::None) };
    if found.is_none() || heap.is_method(found) {
        return Ok(found);
    }
    // Any other descriptor is asked first, by a function that takes the object like a method does.
    let name = heap.intern("_call_special");
    let prelude = heap.prelude.handle().expect("the prelude runs");
    let through = heap.own(prelude, name).expect("the prelude has it");
    Ok(heap.bind(through, found))
}

/// The text of a value that has no values inside that must be asked.
fn payload_repr(heap: &mut Heap, args: &Args) -> Outcome {
    let text = heap.repr_payload(args.get(0))?;
    Ok(heap.str(&text))
}

/// `_hashed(container)`: a set's items or a dict's keys with the hashes that it knows; of a dict also the values.
fn hashed(heap: &mut Heap, args: &Args) -> Outcome {
    let rows: Vec<Vec<Value>> = match heap.obj(handle(args, 0)) {
        Obj::Set(set) => set.iter().map(|entry| vec![entry.key, Value::Int(entry.hash)]).collect(),
        Obj::Dict(dict) => {
            dict.iter().map(|entry| vec![entry.key, Value::Int(entry.hash), entry.value]).collect()
        }
        other => panic!("a set or a dict is expected, not {other:?}"),
    };
    let rows = rows.into_iter().map(|row| heap.tuple(row)).collect();
    Ok(heap.list(rows))
}

fn raise_key(heap: &mut Heap, args: &Args) -> Outcome {
    Err(heap.key_error(args.get(0)))
}

/// `_compare_default(number, a, b)`: what holds where no method answered.
fn compare_default(heap: &mut Heap, args: &Args) -> Outcome {
    let number = number(heap, args, 0) as usize;
    heap.compare_default(Comparison::ALL[number], args.get(1), args.get(2))
}

/// `_lt_once(a, b)`: what the class of `a` says to `a < b`, and nobody else.
fn lt_once(heap: &mut Heap, args: &Args) -> Outcome {
    let (a, b) = (args.get(0), args.get(1));
    match heap.user_special(a, Sym::Lt) {
        Some(method) => Err(heap.special_call(method, vec![a, b])),
        None => heap.compare_payloads(Comparison::Lt, a, b),
    }
}

/// The name of the builtin type that lays the value out.
fn layout(heap: &mut Heap, args: &Args) -> Outcome {
    let name = heap.layout(args.get(0)).name();
    Ok(heap.str(name))
}

/// `_keep_text(exception, text)`: what `str()` of it is, for the traceback.
fn keep_text(heap: &mut Heap, args: &Args) -> Outcome {
    heap.exception_mut(handle(args, 0)).text = args.get(1);
    Ok(Value::None)
}

/// `_sort_by(list, keys, reverse)`: whether Rust could compare the keys and has sorted the list by them.
fn sort_by(heap: &mut Heap, args: &Args) -> Outcome {
    let keys = heap.as_sequence(args.get(1)).unwrap_or_default().to_vec();
    let items = heap.as_sequence(args.get(0)).unwrap_or_default().to_vec();
    let reverse = heap.truth(args.get(2))?;
    if items.len() != keys.len() {
        return Ok(Value::Bool(false));
    }
    match super::sort::sort_order(heap, &keys, reverse) {
        Ok(order) => {
            *heap.list_mut(handle(args, 0)) = order.into_iter().map(|at| items[at]).collect();
            Ok(Value::Bool(true))
        }
        // A user's method must compare: the prelude sorts by itself.
        Err(Escape::Twin) => Ok(Value::Bool(false)),
        Err(other) => Err(other),
    }
}

/// `_replace_list(list, items)`: the list's new content.
fn replace_list(heap: &mut Heap, args: &Args) -> Outcome {
    let items = heap.as_sequence(args.get(1)).unwrap_or_default().to_vec();
    *heap.list_mut(handle(args, 0)) = items;
    Ok(Value::None)
}

fn is_class(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Bool(heap.as_class(args.get(0)).is_some()))
}

/// `issubclass(cls, base)` of two classes, without asking the base.
fn derives(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Bool(heap.is_subclass(handle(args, 0), handle(args, 1))))
}

/// The hash of a tuple whose items have these hashes.
fn hash_of_hashes(heap: &mut Heap, args: &Args) -> Outcome {
    let items = heap.as_sequence(args.get(0)).unwrap_or_default();
    let hashes: Vec<i64> = items.iter().filter_map(|&item| heap.small_int(item)).collect();
    Ok(Value::Int(crate::object::hash::of_tuple(hashes.into_iter())))
}

//! The constructors of `str`, `bytes`, `dict` and the sets.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Escape, Handle, Heap, Native, Obj, Outcome, Parameters, Set, Str, Type, Value,
};

static STR: Parameters = Parameters {
    names: &["cls", "object", "encoding", "errors"],
    positional_only: 1,
    positional: 4,
    required: 1,
};

static NEW: &[(Type, Native)] = &[
    (Type::Str, Native::new("__new__", Arity::Named(&STR), str_new).twin("_str_new")),
    (Type::Bytes, Native::new("__new__", Arity::Positional(1, 3), bytes_new).twin("_bytes_new")),
    (Type::ByteArray, Native::new("__new__", Arity::Positional(1, 3), bytes_new).twin("_bytes_new")),
    (Type::Dict, Native::new("__new__", Arity::Any, dict_new).twin("_dict_new")),
    (Type::Set, Native::new("__new__", Arity::Positional(1, 2), set_new).twin("_set_new")),
    (Type::FrozenSet, Native::new("__new__", Arity::Positional(1, 2), set_new).twin("_set_new")),
];

static INIT: &[(Type, Native)] = &[
    (Type::Dict, Native::new("__init__", Arity::Any, dict_init).twin("_dict_init")),
    (Type::Set, Native::new("__init__", Arity::Positional(0, 1), set_init).twin("_set_init")),
];

pub(super) fn install(heap: &mut Heap) {
    for (of, native) in NEW.iter().chain(INIT) {
        super::add_method(heap, of.handle(), native);
    }
}

fn class_of(args: &Args) -> Handle {
    args.get(0).handle().expect("a class is on the heap")
}

fn str_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::Str)?;
    let text = match (args.get(1), args.get(2)) {
        (Value::Null, _) => crate::object::Sym::Empty.into(),
        (object, Value::Null) => heap.str_of(object)?,
        (object, _) => match heap.as_bytes(object).map(<[u8]>::to_vec) {
            Some(bytes) => match String::from_utf8(bytes) {
                Ok(text) => heap.str(&text),
                Err(_) => return Err(heap.raise(Type::UnicodeDecodeError, "invalid data")),
            },
            None => {
                let name = heap.type_name(object);
                let text = format!("decoding to str: need a bytes-like object, {name} found");
                return Err(heap.type_error(text));
            }
        },
    };
    if class == Type::Str.handle() {
        return Ok(text);
    }
    let payload = heap.as_str(text).cloned().unwrap_or_else(|| Str::new("".into()));
    Ok(heap.alloc(class, Obj::Str(Rc::new(payload))))
}

fn bytes_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_of(args);
    let bytes = match args.get(1) {
        Value::Null => Vec::new(),
        text if heap.as_str(text).is_some() => {
            if args.get(2).is_null() {
                return Err(heap.type_error("string argument without an encoding"));
            }
            heap.as_str(text).map(|text| text.text().as_bytes().to_vec()).unwrap_or_default()
        }
        count if heap.is_int(count) => {
            let count = heap.index(count)?;
            let Ok(count) = usize::try_from(count) else { return Err(heap.value_error("negative count")) };
            heap.room_for(count as u64)?;
            vec![0; count]
        }
        other => match heap.as_bytes(other) {
            Some(bytes) => bytes.to_vec(),
            None => {
                let mut bytes = Vec::new();
                for item in heap.items_of(other)? {
                    match u8::try_from(heap.index(item)?) {
                        Ok(byte) => bytes.push(byte),
                        Err(_) => return Err(heap.value_error("bytes must be in range(0, 256)")),
                    }
                }
                bytes
            }
        },
    };
    let obj = match heap.class(class).layout {
        Type::ByteArray => Obj::ByteArray(Rc::new(bytes)),
        _ => Obj::Bytes(bytes.into()),
    };
    Ok(heap.alloc(class, obj))
}

fn dict_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::Dict)?;
    let made = heap.alloc_handle(class, Obj::Dict(Rc::default()));
    if class == Type::Dict.handle() {
        fill(heap, made, args)?;
    }
    Ok(made.into())
}

fn dict_init(heap: &mut Heap, args: &Args) -> Outcome {
    let this = class_of(args);
    fill(heap, this, args)?;
    Ok(Value::None)
}

/// `dict(mapping or pairs, **names)`; also what `dict.update` does.
pub(super) fn fill(heap: &mut Heap, dict: Handle, args: &Args) -> Result<(), Escape> {
    match *args.positional() {
        [_] => {}
        [_, source] if heap.as_dict(source).is_some() => heap.update_dict(dict, source)?,
        [_, source] => {
            let keys = heap.intern("keys");
            if heap.special(source, crate::object::Sym::Iter).is_none() || heap.special_name(source, keys) {
                return Err(Escape::Twin);
            }
            let pairs = heap.items_of(source)?;
            heap.update_pairs(dict, &pairs)?;
        }
        ref more => {
            let given = more.len() - 1;
            return Err(heap.type_error(format!("dict expected at most 1 argument, got {given}")));
        }
    }
    for (name, value) in args.keywords().collect::<Vec<_>>() {
        heap.dict_set_name(dict, name, value);
    }
    Ok(())
}

impl Heap {
    /// Whether the value's type has something under this interned name.
    fn special_name(&self, value: Value, name: Handle) -> bool {
        self.lookup(self.class_of(value), name).is_some()
    }
}

fn set_items(heap: &mut Heap, source: Value) -> Result<Set, Escape> {
    if source.is_null() {
        return Ok(Set::default());
    }
    if let Some(other) = heap.as_set(source).cloned() {
        let mut set = Set::default();
        heap.merge_sets(&mut set, &other)?;
        return Ok(set);
    }
    if let Some(dict) = heap.as_dict(source).cloned() {
        let mut set = Set::default();
        set.reserve_for(dict.len());
        for entry in dict.iter() {
            set.insert_new(entry.hash, entry.key);
        }
        return Ok(set);
    }
    let items = heap.items_of(source)?;
    heap.set_of(&items)
}

fn set_new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_of(args);
    let layout = heap.class(class).layout;
    if layout == Type::FrozenSet
        && class == Type::FrozenSet.handle()
        && heap.is_exact(args.get(1), Type::FrozenSet)
    {
        return Ok(args.get(1));
    }
    let fills = class == Type::Set.handle() || layout == Type::FrozenSet;
    let set = if fills { set_items(heap, args.get(1))? } else { Set::default() };
    Ok(heap.alloc(class, Obj::Set(Rc::new(set))))
}

fn set_init(heap: &mut Heap, args: &Args) -> Outcome {
    let set = set_items(heap, args.get(1))?;
    *heap.set_mut(class_of(args)) = set;
    Ok(Value::None)
}

//! What only a `bytearray` can: change.

use std::rc::Rc;

use crate::object::{Args, Arity, Escape, Handle, Heap, Native, Obj, Operator, Outcome, Type, Value};

use super::{
    super::{
        arguments::{Res, big_int, bytes_of, size},
        helpers::class_argument,
    },
    like,
    make::content,
    this,
};

pub(super) const METHODS: &[Native] = &[
    Native::new("__new__", Arity::Any, new).twin("_bytearray_new"),
    Native::new("__init__", Arity::Any, init).twin("_bytearray_init"),
    Native::new("append", Arity::One, append),
    Native::new("extend", Arity::One, extend).twin("_bytearray_extend"),
    Native::new("pop", Arity::Positional(0, 1), pop),
    Native::new("clear", Arity::Zero, |heap, args| {
        heap.may_resize(handle(args), 0)?;
        array(heap, args).clear();
        Ok(Value::None)
    }),
    Native::new("reverse", Arity::Zero, |heap, args| {
        array(heap, args).reverse();
        Ok(Value::None)
    }),
    Native::new("insert", Arity::Positional(2, 2), insert),
    Native::new("remove", Arity::One, remove),
    Native::new("__alloc__", Arity::Zero, |heap, args| {
        let len = this(heap, args).len() as i64;
        Ok(Value::Int(if len == 0 { 0 } else { len + 1 }))
    }),
    Native::new("__iadd__", Arity::One, |heap, args| heap.extend_bytes(args.get(0), args.get(1)))
        .twin("_bytearray_iadd"),
    Native::new("__imul__", Arity::One, |heap, args| {
        size(heap, args.get(1))?;
        heap.change(Operator::Multiply, args.get(0), args.get(1)).expect("a bytearray can be repeated")
    })
    .twin("_list_imul"),
    Native::new("copy", Arity::Zero, |heap, args| {
        let bytes = this(heap, args).to_vec();
        Ok(like(heap, args, bytes))
    }),
];

fn handle(args: &Args) -> Handle {
    args.get(0).handle().expect("a bytearray is on the heap")
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::ByteArray)?;
    // An instance of a subclass is filled by its `__init__`.
    let exact = class == Type::ByteArray.handle();
    let bytes = if exact { content(heap, args, "bytearray")? } else { Vec::new() };
    Ok(heap.alloc(class, Obj::ByteArray(Rc::new(bytes))))
}

fn init(heap: &mut Heap, args: &Args) -> Outcome {
    let bytes = content(heap, args, "bytearray")?;
    heap.may_resize(handle(args), 0)?;
    heap.charge(bytes.len() as u64);
    *array(heap, args) = bytes;
    Ok(Value::None)
}

fn array<'a>(heap: &'a mut Heap, args: &Args) -> &'a mut Vec<u8> {
    heap.bytes_mut(handle(args))
}

/// Refuses to grow by so many bytes, or to shrink, where a view forbids it.
fn resize(heap: &mut Heap, args: &Args, by: isize) -> Res<()> {
    let len = this(heap, args).len();
    heap.may_resize(handle(args), len.saturating_add_signed(by))
}

fn append(heap: &mut Heap, args: &Args) -> Outcome {
    let byte = byte(heap, args.get(1))?;
    resize(heap, args, 1)?;
    array(heap, args).push(byte);
    heap.charge(1);
    Ok(Value::None)
}

fn byte(heap: &mut Heap, value: Value) -> Res<u8> {
    let int = big_int(heap, value)?;
    u8::try_from(int).map_err(|_| heap.value_error("byte must be in range(0, 256)"))
}

fn extend(heap: &mut Heap, args: &Args) -> Outcome {
    let more = match bytes_of(heap, args.get(1)) {
        Some(bytes) => bytes.to_vec(),
        None if heap.lends(args.get(1)) => return Err(Escape::Twin),
        None => {
            let items = match heap.items_for_list(args.get(1)) {
                Err(Escape::Raise(_)) => {
                    let name = heap.type_name(args.get(1));
                    return Err(heap.type_error(format!("can't extend bytearray with {name}")));
                }
                other => other?,
            };
            items.into_iter().map(|item| byte(heap, item)).collect::<Res<Vec<u8>>>()?
        }
    };
    resize(heap, args, more.len() as isize)?;
    heap.charge(more.len() as u64);
    array(heap, args).extend(more);
    Ok(Value::None)
}

fn pop(heap: &mut Heap, args: &Args) -> Outcome {
    let at = if args.get(1).is_null() { -1 } else { size(heap, args.get(1))? };
    let len = array(heap, args).len() as i64;
    if len == 0 {
        return Err(heap.index_error("pop from empty bytearray"));
    }
    let at = if at < 0 { at + len } else { at };
    if !(0..len).contains(&at) {
        return Err(heap.index_error("pop index out of range"));
    }
    resize(heap, args, -1)?;
    Ok(Value::Int(array(heap, args).remove(at as usize).into()))
}

fn insert(heap: &mut Heap, args: &Args) -> Outcome {
    let at = size(heap, args.get(1))?;
    let byte = byte(heap, args.get(2))?;
    let len = array(heap, args).len() as i64;
    let at = if at < 0 { at.saturating_add(len).max(0) } else { at.min(len) };
    resize(heap, args, 1)?;
    array(heap, args).insert(at as usize, byte);
    heap.charge(1);
    Ok(Value::None)
}

fn remove(heap: &mut Heap, args: &Args) -> Outcome {
    let byte = byte(heap, args.get(1))?;
    match array(heap, args).iter().position(|&other| other == byte) {
        Some(at) => {
            resize(heap, args, -1)?;
            array(heap, args).remove(at);
            Ok(Value::None)
        }
        None => Err(heap.value_error("value not found in bytearray")),
    }
}

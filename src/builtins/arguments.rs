//! What the arguments of natives are, and CPython's words where they are something else.

use std::rc::Rc;

use crate::object::{Args, Escape, Handle, Heap, Obj, Str, Sym, Type, Value};

pub type Res<T> = Result<T, Escape>;

/// The text of a `str`, held on its own so that the heap can go on being used.
pub fn text_of(heap: &Heap, value: Value) -> Option<Rc<Str>> {
    match heap.obj(value.handle()?) {
        Obj::Str(text) => Some(text.clone()),
        _ => None,
    }
}

pub fn bytes_of(heap: &Heap, value: Value) -> Option<Rc<[u8]>> {
    match heap.obj(value.handle()?) {
        Obj::Bytes(bytes) => Some(bytes.clone()),
        _ => heap.buffer(value).map(|bytes| bytes.as_ref().into()),
    }
}

/// The value where it was given and is not `None`.
pub fn some(value: Value) -> Option<Value> {
    value.present().filter(|value| !value.is_none())
}

/// A user's class that says how to be taken as an int.
pub fn has_index(heap: &Heap, value: Value) -> bool {
    heap.user_special(value, Sym::Index).is_some()
}

fn not_an_int(heap: &mut Heap, value: Value) -> Escape {
    if has_index(heap, value) {
        return heap.wants_index(value);
    }
    let name = heap.type_name(value);
    heap.type_error(format!("'{name}' object cannot be interpreted as an integer"))
}

/// An int that counts or numbers things.
pub fn size(heap: &mut Heap, value: Value) -> Res<i64> {
    match heap.small_int(value) {
        Some(int) => Ok(int),
        None if heap.is_int(value) => {
            Err(heap.overflow_error("Python int too large to convert to C ssize_t"))
        }
        None => Err(not_an_int(heap, value)),
    }
}

/// An int where C code takes an `int`.
pub fn c_int(heap: &mut Heap, value: Value) -> Res<i32> {
    match heap.small_int(value) {
        Some(int) => match i32::try_from(int) {
            Ok(int) => Ok(int),
            Err(_) if int > 0 => Err(heap.overflow_error("signed integer is greater than maximum")),
            Err(_) => Err(heap.overflow_error("signed integer is less than minimum")),
        },
        None if heap.is_int(value) => Err(heap.overflow_error("Python int too large to convert to C int")),
        None => Err(not_an_int(heap, value)),
    }
}

/// An int of any size.
pub fn big_int(heap: &mut Heap, value: Value) -> Res<num_bigint::BigInt> {
    match heap.big_int(value) {
        Some(int) => Ok(int),
        None => Err(not_an_int(heap, value)),
    }
}

/// What a flag argument means; a user's object needs Python.
pub fn flag(heap: &mut Heap, value: Value, default: bool) -> Res<bool> {
    match value {
        Value::Null => Ok(default),
        value => heap.truth(value),
    }
}

/// The optional `start` and `end` of `find`, `count`, `index` and so on, as places in something this long. A start
/// behind the end stays there: even the empty string is not found then.
pub fn bounds(heap: &mut Heap, start: Value, end: Value, len: usize) -> Res<(usize, usize)> {
    let start = bound(heap, start)?.unwrap_or(0);
    let end = bound(heap, end)?.unwrap_or(i64::MAX);
    let len = len as i64;
    let clamp = |at: i64| if at < 0 { at.saturating_add(len).max(0) } else { at };
    Ok((clamp(start) as usize, clamp(end).min(len) as usize))
}

/// A position in a sequence of this length, `None` not allowed; negative ones count from the end.
pub fn position(heap: &mut Heap, value: Value, len: i64) -> Res<i64> {
    let at = if heap.is_int(value) || has_index(heap, value) { bound(heap, value)? } else { None };
    match at {
        Some(at) if at < 0 => Ok(at.saturating_add(len).max(0)),
        Some(at) => Ok(at),
        None => Err(heap.type_error("slice indices must be integers or have an __index__ method")),
    }
}

fn bound(heap: &mut Heap, value: Value) -> Res<Option<i64>> {
    let Some(value) = some(value) else { return Ok(None) };
    if let Some(int) = heap.small_int(value) {
        return Ok(Some(int));
    }
    if heap.is_int(value) {
        return Ok(Some(if heap.is_negative(value) { i64::MIN } else { i64::MAX }));
    }
    if has_index(heap, value) {
        return Err(heap.wants_index(value));
    }
    Err(heap.type_error("slice indices must be integers or None or have an __index__ method"))
}

/// The keyword arguments by name, those that are not `known` refused in the name of `function`.
pub fn keywords<const N: usize>(
    heap: &mut Heap,
    args: &Args,
    function: &str,
    known: [&str; N],
) -> Res<[Value; N]> {
    let mut found = [Value::Null; N];
    for (name, value) in args.keywords() {
        let text = heap.lossy(name).into_owned();
        match known.iter().position(|known| *known == text) {
            Some(at) => found[at] = value,
            None => {
                let text = format!("'{text}' is an invalid keyword argument for {function}()");
                return Err(heap.type_error(text));
            }
        }
    }
    Ok(found)
}

/// How an argument of the wrong type is called.
pub fn wrong_type(heap: &mut Heap, function: &str, which: &str, wanted: &str, value: Value) -> Escape {
    let name = if value.is_none() { "None".into() } else { heap.type_name(value) };
    let space = if which.is_empty() { "" } else { " " };
    heap.type_error(format!("{function}() argument{space}{which} must be {wanted}, not {name}"))
}

/// The positional arguments after the class.
pub fn rest<'a>(args: &Args<'a>) -> &'a [Value] {
    args.positional().get(1..).unwrap_or(&[])
}

/// Refuses keyword arguments in the name of a type.
pub fn no_keywords(heap: &mut Heap, args: &Args, of: &str) -> Res<()> {
    if args.has_keywords() {
        return Err(heap.type_error(format!("{of}() takes no keyword arguments")));
    }
    Ok(())
}

/// As [`no_keywords`], but a class with an `__init__` of its own may have keyword arguments for that.
pub fn no_keywords_of_new(heap: &mut Heap, args: &Args, class: Handle, of: Type) -> Res<()> {
    if class == of.handle() || heap.lookup(class, Sym::Init) == heap.lookup(of.handle(), Sym::Init) {
        return no_keywords(heap, args, of.name());
    }
    Ok(())
}

/// Refuses more or fewer arguments than from `least` to `most`, as C's argument tuples are unpacked.
pub fn count(heap: &mut Heap, name: &str, given: usize, least: usize, most: usize) -> Res<()> {
    let s = |count: usize| if count == 1 { "" } else { "s" };
    if least == most && given != least {
        return Err(heap.type_error(format!("{name} expected {least} argument{}, got {given}", s(least))));
    }
    if given < least {
        let text = format!("{name} expected at least {least} argument{}, got {given}", s(least));
        return Err(heap.type_error(text));
    }
    if given > most {
        let text = format!("{name} expected at most {most} argument{}, got {given}", s(most));
        return Err(heap.type_error(text));
    }
    Ok(())
}

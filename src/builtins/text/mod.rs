//! The type `str`. Text is searched as bytes: UTF-8 finds nothing between characters.

mod ask;
mod case;
pub mod chars;
mod codecs;
mod edit;
mod search;
mod split;
mod template;

mod translate;

use std::rc::Rc;

use crate::{
    object::{Args, Arity, Escape, Handle, Heap, Native, Obj, Outcome, Str, Type, Value},
    source::Text,
};

use super::{
    TypeTable,
    arguments::{Res, bytes_of, keywords, rest, text_of},
    helpers::class_argument,
};

pub use codecs::{decode, decode_arguments, encode_arguments};
pub use search::{find, rfind};

/// The object of a method.
fn this(heap: &Heap, args: &Args) -> Rc<Str> {
    text_of(heap, args.get(0)).expect("text")
}

/// Text from bytes that were cut out of text between characters.
pub fn cut(bytes: &[u8]) -> Text {
    Text::from_generalised_utf8(bytes).expect("text is cut between characters")
}

fn make(heap: &mut Heap, bytes: &[u8]) -> Value {
    heap.text(cut(bytes))
}

/// A `str` argument, by its number.
fn text_argument(heap: &mut Heap, function: &str, number: usize, value: Value) -> Res<Rc<Str>> {
    match text_of(heap, value) {
        Some(text) => Ok(text),
        None => {
            let which = if number == 0 { String::new() } else { number.to_string() };
            Err(super::arguments::wrong_type(heap, function, &which, "str", value))
        }
    }
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::Str)?;
    let named = keywords(heap, args, "str", ["object", "encoding", "errors"])?;
    let rest = rest(args);
    if rest.len() > 3 {
        let given = rest.len();
        return Err(heap.type_error(format!("str() takes at most 3 arguments ({given} given)")));
    }
    let [object, encoding, errors] = [0, 1, 2].map(|at| rest.get(at).copied().unwrap_or(named[at]));
    if object.is_null() {
        return Ok(of_class(heap, class, "".into()));
    }
    if encoding.is_null() && errors.is_null() {
        let text = heap.str_of(object)?;
        if class == Type::Str.handle() {
            return Ok(text);
        }
        let text = text_of(heap, text).expect("str gives text").text().clone();
        return Ok(of_class(heap, class, text));
    }
    let (encoding, errors) = decode_arguments(heap, "str", encoding, errors)?;
    if heap.as_str(object).is_some() {
        return Err(heap.type_error("decoding str is not supported"));
    }
    let Some(bytes) = bytes_of(heap, object) else {
        if heap.lends(object) {
            return Err(Escape::Twin);
        }
        let name = heap.type_name(object);
        return Err(heap.type_error(format!("decoding to str: need a bytes-like object, {name} found")));
    };
    let text = decode(heap, &bytes, &encoding, &errors)?;
    Ok(of_class(heap, class, text))
}

fn of_class(heap: &mut Heap, class: Handle, text: Text) -> Value {
    if class == Type::Str.handle() {
        return heap.text(text);
    }
    heap.alloc(class, Obj::Str(Rc::new(Str::new(text))))
}

fn new_arguments(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args).text().clone();
    let copy = heap.text(text);
    Ok(heap.tuple(vec![copy]))
}

const TYPE: &[Native] = &[
    Native::new("__new__", Arity::Any, new).twin("_str_new"),
    Native::new("__getnewargs__", Arity::Zero, new_arguments),
];

const fn part(methods: &'static [Native]) -> TypeTable {
    TypeTable { of: Type::Str, methods, attributes: &[] }
}

pub(super) static TYPES: &[&TypeTable] = &[
    &part(TYPE),
    &part(ask::METHODS),
    &part(case::METHODS),
    &part(edit::METHODS),
    &part(codecs::METHODS),
    &part(search::METHODS),
    &part(split::METHODS),
    &part(template::METHODS),
    &part(translate::METHODS),
];

pub(super) use template::HELPERS;
pub(super) use translate::MAKE_TRANS;

//! `str.translate` and `str.maketrans`.

use crate::{
    builtins::arguments::{count, text_of},
    object::{Args, Arity, Dict, Escape, Heap, Native, Outcome, Type, Value},
    source::Text,
};

use super::this;

fn translate(heap: &mut Heap, args: &Args) -> Outcome {
    let text = this(heap, args);
    let table = args.get(1);
    let mut out = Vec::new();
    for point in text.text().code_points() {
        let to = match heap.get_item(table, Value::Int(point.into())) {
            Ok(to) => to,
            Err(Escape::Raise(raised)) if heap.is_instance(raised.into(), Type::LookupError) => {
                out.push(point);
                continue;
            }
            Err(Escape::Call(_)) => return Err(Escape::Twin),
            Err(other) => return Err(other),
        };
        if to.is_none() {
            continue;
        }
        if let Some(text) = text_of(heap, to) {
            out.extend(text.text().code_points());
            continue;
        }
        match heap.small_int(to) {
            Some(point @ 0..=0x10_FFFF) => out.push(point as u32),
            Some(_) => return Err(heap.value_error("character mapping must be in range(0x110000)")),
            None => return Err(heap.type_error("character mapping must return integer, None or str")),
        }
    }
    Ok(heap.text(Text::from_code_points(out)))
}

/// The table of a dict, its keys as numbers.
fn from_dict(heap: &mut Heap, one: Value) -> Outcome {
    let Some(entries) = heap.as_dict(one).map(|dict| dict.iter().copied().collect::<Vec<_>>()) else {
        let text = "if you give only one argument to maketrans it must be a dict";
        return Err(heap.type_error(text));
    };
    let made = heap.dict(Dict::default());
    let dict = made.handle().expect("a dict is on the heap");
    for entry in entries {
        let key = match text_of(heap, entry.key) {
            Some(text) if text.len() == 1 => Value::Int(text.point(0).into()),
            Some(_) => {
                return Err(heap.value_error("string keys in translate table must be of length 1"));
            }
            None if heap.is_int(entry.key) => entry.key,
            None => return Err(heap.type_error("keys in translate table must be strings or integers")),
        };
        heap.dict_set(dict, key, entry.value)?;
    }
    Ok(made)
}

fn make_trans(heap: &mut Heap, args: &Args) -> Outcome {
    let given = args.positional();
    count(heap, "maketrans", given.len(), 1, 3)?;
    if let [one] = given {
        return from_dict(heap, *one);
    }
    let mut table = Dict::default();
    let mut texts = Vec::new();
    for (number, &value) in given.iter().enumerate() {
        match text_of(heap, value) {
            Some(text) => texts.push(text),
            None if number == 0 => {
                return Err(heap
                    .type_error("first maketrans argument must be a string if there is a second argument"));
            }
            None => {
                return Err(crate::builtins::arguments::wrong_type(
                    heap,
                    "maketrans",
                    &(number + 1).to_string(),
                    "str",
                    value,
                ));
            }
        }
    }
    if texts[0].len() != texts[1].len() {
        return Err(heap.value_error("the first two maketrans arguments must have equal length"));
    }
    let pairs = texts[0].text().code_points().zip(texts[1].text().code_points());
    let mut pairs: Vec<(u32, Value)> = pairs.map(|(from, to)| (from, Value::Int(to.into()))).collect();
    if let Some(deleted) = texts.get(2) {
        pairs.extend(deleted.text().code_points().map(|point| (point, Value::None)));
    }
    for (from, to) in pairs {
        let (key, hash) = (Value::Int(from.into()), i64::from(from));
        match table.find_same(hash, key) {
            Some(at) => drop(table.set_at(at, to)),
            None => table.insert_new(hash, key, to),
        }
    }
    Ok(heap.dict(table))
}

pub const METHODS: &[Native] = &[Native::new("translate", Arity::One, translate).twin("_str_translate")];
pub static MAKE_TRANS: Native = Native::new("maketrans", Arity::Any, make_trans);

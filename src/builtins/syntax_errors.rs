//! `SyntaxError`: what its arguments say, by name.

use crate::object::{Escape, GetSet, Handle, Heap, Outcome, Type, Value};

use super::TypeTable;

/// An attribute: what the program has set, else the part of the details at this place.
macro_rules! part {
    ($name:literal, $at:expr) => {
        GetSet {
            name: $name,
            get: |heap, this| Ok(part(heap, this, $name, $at)),
            set: Some(|heap, this, value| set(heap, this, $name, value)),
        }
    };
}

pub(super) static SYNTAX_ERROR: TypeTable = TypeTable {
    of: Type::SyntaxError,
    methods: &[],
    attributes: &[
        GetSet { name: "msg", get: message, set: Some(|heap, this, value| set(heap, this, "msg", value)) },
        part!("filename", 0),
        part!("lineno", 1),
        part!("offset", 2),
        part!("text", 3),
        part!("end_lineno", 4),
        part!("end_offset", 5),
        part!("print_file_and_line", usize::MAX),
    ],
};

fn handle(this: Value) -> Handle {
    this.handle().expect("an exception is on the heap")
}

fn own(heap: &Heap, this: Value, name: &str) -> Option<Value> {
    heap.own(handle(this), heap.interned(name)?)
}

fn set(heap: &mut Heap, this: Value, name: &str, value: Value) -> Result<(), Escape> {
    let name = heap.intern(name);
    heap.set_own(handle(this), name, value.present().unwrap_or(Value::None));
    Ok(())
}

fn args(heap: &Heap, this: Value) -> Vec<Value> {
    heap.as_sequence(heap.exception(handle(this)).args).unwrap_or_default().to_vec()
}

fn message(heap: &mut Heap, this: Value) -> Outcome {
    let own = own(heap, this, "msg");
    Ok(own.unwrap_or_else(|| args(heap, this).first().copied().unwrap_or(Value::None)))
}

fn part(heap: &Heap, this: Value, name: &str, at: usize) -> Value {
    if let Some(value) = own(heap, this, name) {
        return value;
    }
    let args = args(heap, this);
    let details = args.get(1).filter(|_| args.len() == 2).and_then(|&details| heap.as_sequence(details));
    details.and_then(|details| details.get(at).copied()).unwrap_or(Value::None)
}

/// Says afterwards where an error stands, which its arguments do not.
pub(super) fn place(heap: &mut Heap, raised: Handle, details: Value) {
    let details = heap.as_sequence(details).unwrap_or_default().to_vec();
    for (name, value) in
        ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].iter().zip(details)
    {
        let name = heap.intern(name);
        heap.set_own(raised, name, value);
    }
}

/// The exception as the compiler's own error, if it names a line.
pub(crate) fn as_error(heap: &Heap, raised: Handle) -> Option<crate::source::SyntaxError> {
    use crate::source::{ErrorKind, SyntaxError};
    let this = Value::Ref(raised);
    if !heap.is_instance(this, Type::SyntaxError) {
        return None;
    }
    let number =
        |name, at| heap.small_int(part(heap, this, name, at)).and_then(|number| i32::try_from(number).ok());
    let lineno = Some(number("lineno", 1)?);
    let kind = match heap.layout(this) {
        Type::IndentationError => ErrorKind::Indentation,
        Type::TabError => ErrorKind::Tab,
        _ => ErrorKind::Syntax,
    };
    let text = |name, at| {
        let text = part(heap, this, name, at);
        heap.as_str(text).map(|text| text.text().to_lossy())
    };
    let message = own(heap, this, "msg").or_else(|| args(heap, this).first().copied()).unwrap_or(Value::None);
    Some(SyntaxError {
        filename: text("filename", 0).map(Into::into),
        lineno,
        offset: number("offset", 2),
        end_lineno: number("end_lineno", 4),
        end_offset: number("end_offset", 5),
        text: text("text", 3),
        ..SyntaxError::new(kind, heap.lossy(message))
    })
}

//! `print`, `input`, and the standard streams as objects. Nothing is written here but the machine's own log.

use crate::object::{
    Answer, Args, Arity, Escape, Heap, Native, Outcome, Parameters, Stream, Type, Value, Want,
};

use super::TypeTable;

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("print", Arity::Any, print).twin("_print"),
    Native::new("input", Arity::Positional(0, 1), |_, _| Err(Escape::Twin)).twin("_input"),
    Native::new("_read_line", Arity::Zero, read_line),
    Native::new("_write", Arity::Positional(2, 2), write_to),
    Native::new("open", Arity::Any, |_, _| Err(Escape::Twin)).twin("_open"),
    Native::new("breakpoint", Arity::Any, |_, _| Err(Escape::Twin)).twin("_breakpoint"),
    Native::new("_file", Arity::One, file),
];

static PRINT: Parameters =
    Parameters { names: &["sep", "end", "file", "flush"], positional_only: 0, positional: 0, required: 0 };

fn print(heap: &mut Heap, args: &Args) -> Outcome {
    let mut options = [Value::Null; 4];
    for (name, value) in args.keywords() {
        let text = heap.lossy(name).into_owned();
        match PRINT.names.iter().position(|known| *known == text) {
            Some(at) => options[at] = value,
            None => {
                return Err(heap.type_error(format!("'{text}' is an invalid keyword argument for print()")));
            }
        }
    }
    let mut separator = |at: usize, default: &str| match options[at] {
        Value::Null | Value::None => Ok(default.to_owned()),
        value if heap.as_str(value).is_some() => Ok(heap.lossy(value).into_owned()),
        other => {
            let class = heap.type_name(other);
            Err(heap.type_error(format!("{} must be None or a string, not {class}", PRINT.names[at])))
        }
    };
    let (sep, end) = (separator(0, " ")?, separator(1, "\n")?);
    let file = match options[2] {
        Value::Null | Value::None => standard(heap, "stdout"),
        file => file,
    };
    let Some(stream) = stream_of(heap, file) else { return Err(Escape::Twin) };
    heap.world.ask_for_room()?;
    let mut text = String::new();
    for (number, &value) in args.positional().iter().enumerate() {
        if number > 0 {
            text.push_str(&sep);
        }
        let value = heap.str_of(value)?;
        text.push_str(&heap.lossy(value));
    }
    text.push_str(&end);
    heap.write(stream, &text);
    Ok(Value::None)
}

/// `sys.stdout` and so on, as it is now.
fn standard(heap: &Heap, name: &str) -> Value {
    let found = heap.find_module("sys").and_then(|sys| {
        let name = heap.interned(name)?;
        heap.own(sys.handle()?, name)
    });
    found.unwrap_or(Value::None)
}

/// The stream behind one of the machine's own file objects.
pub(super) fn stream_of(heap: &Heap, file: Value) -> Option<Stream> {
    if !heap.is_exact(file, Type::TextIO) || is_closed(heap, file) {
        return None;
    }
    let name = heap.interned("name").and_then(|name| heap.own(file.handle()?, name))?;
    match &*heap.lossy(name) {
        "<stdout>" => Some(Stream::Out),
        "<stderr>" => Some(Stream::Err),
        _ => None,
    }
}

fn is_closed(heap: &Heap, file: Value) -> bool {
    let closed = heap.interned("closed").and_then(|name| heap.own(file.handle()?, name));
    closed == Some(Value::Bool(true))
}

/// A line of standard input, its end included. It asks first, so that asking again changes nothing.
fn read_line(heap: &mut Heap, _args: &Args) -> Outcome {
    match heap.world.ask(Want::Line)? {
        Answer::Line(line) => Ok(heap.str(&line)),
        Answer::Failed(why) => Err(heap.raise(Type::OSError, &*why)),
        other => panic!("a line was asked for, not {other:?}"),
    }
}

/// `_file(question)`: (0, bytes), or an error's number and words.
fn file(heap: &mut Heap, args: &Args) -> Outcome {
    let question = args.get(0).handle().expect("a tuple is on the heap");
    let parts = match heap.world.ask(Want::File(question))? {
        Answer::File(Ok(bytes)) => vec![Value::Int(0), heap.bytes(bytes)],
        Answer::File(Err((number, words))) => vec![Value::Int(number.into()), heap.str(&words)],
        other => panic!("a file was asked for, not {other:?}"),
    };
    Ok(heap.tuple(parts))
}

/// `_write(file, text)`: whether it was one of the machine's own streams.
fn write_to(heap: &mut Heap, args: &Args) -> Outcome {
    let file = match args.get(0) {
        Value::None => standard(heap, "stdout"),
        file => file,
    };
    let Some(stream) = stream_of(heap, file) else { return Ok(Value::Bool(false)) };
    heap.world.ask_for_room()?;
    let text = heap.lossy(args.get(1)).into_owned();
    heap.write(stream, &text);
    Ok(Value::Bool(true))
}

pub(super) static TEXT_IO: TypeTable = TypeTable {
    of: Type::TextIO,
    methods: &[
        Native::new("write", Arity::One, write),
        Native::new("flush", Arity::Zero, |heap, args| while_open(heap, args, Value::None)),
        Native::new("close", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_close"),
        Native::new("isatty", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_isatty"),
        Native::new("tell", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_tell"),
        Native::new("seek", Arity::Positional(1, 2), |_, _| Err(Escape::Twin)).twin("_stream_seek"),
        Native::new("truncate", Arity::Positional(0, 1), |_, _| Err(Escape::Twin)).twin("_stream_truncate"),
        Native::new("read", Arity::Positional(0, 1), |_, _| Err(Escape::Twin)).twin("_stream_read"),
        Native::new("readline", Arity::Positional(0, 1), |_, _| Err(Escape::Twin)).twin("_stream_readline"),
        Native::new("readlines", Arity::Positional(0, 1), |_, _| Err(Escape::Twin)).twin("_stream_readlines"),
        Native::new("writelines", Arity::One, |_, _| Err(Escape::Twin)).twin("_stream_writelines"),
        Native::new("__iter__", Arity::Zero, |heap, args| while_open(heap, args, args.get(0))),
        Native::new("__next__", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_next"),
        Native::new("__enter__", Arity::Zero, |heap, args| while_open(heap, args, args.get(0))),
        Native::new("__exit__", Arity::AtLeast(0), |_, _| Err(Escape::Twin)).twin("_stream_exit"),
        Native::new("__repr__", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_repr"),
        Native::new("fileno", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_fileno"),
        Native::new("readable", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_is_readable"),
        Native::new("writable", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_is_writable"),
        // What cannot be sought in is no terminal either.
        Native::new("seekable", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_stream_isatty"),
        Native::new("reconfigure", Arity::Any, |_, _| Ok(Value::None)),
    ],
    attributes: &[],
};

/// The answer, unless the stream is closed.
fn while_open(heap: &mut Heap, args: &Args, answer: Value) -> Outcome {
    match is_closed(heap, args.get(0)) {
        true => Err(Escape::prelude("_stream_open", [args.get(0)])),
        false => Ok(answer),
    }
}

fn write(heap: &mut Heap, args: &Args) -> Outcome {
    let Some(len) = heap.as_str(args.get(1)).map(crate::object::Str::len) else {
        let class = heap.type_name(args.get(1));
        return Err(heap.type_error(format!("write() argument must be str, not {class}")));
    };
    let Some(stream) = stream_of(heap, args.get(0)) else {
        return Err(Escape::prelude("_not_writable", [args.get(0)]));
    };
    heap.world.ask_for_room()?;
    let text = heap.lossy(args.get(1)).into_owned();
    heap.write(stream, &text);
    Ok(Value::Int(len as i64))
}

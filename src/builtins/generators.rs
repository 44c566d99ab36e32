//! Generators, coroutines and async generators as objects. Whatever runs their frames is a call for the machine
//! to make.

use std::rc::Rc;

use crate::object::{
    Args, Arity, AsyncStep, Escape, GetSet, Handle, Heap, Native, Obj, Outcome, Progress, State, StepKind,
    Type, Value, With,
};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

const SEND: Native = Native::new("send", Arity::One, send);
const THROW: Native = Native::new("throw", Arity::Positional(1, 3), throw);
const CLOSE: Native = Native::new("close", Arity::Zero, close).twin("_generator_close");
const NAME: GetSet =
    GetSet { name: "__name__", get: |heap, this| Ok(generator(heap, this).name), set: Some(set_name) };
const QUALNAME: GetSet = GetSet {
    name: "__qualname__",
    get: |heap, this| Ok(generator(heap, this).qualname),
    set: Some(set_qualname),
};
const REPR: Native = Native::new("__repr__", Arity::Zero, |heap, args| {
    let text = heap.repr_payload(args.get(0))?;
    Ok(heap.str(&text))
});

/// What happens when it dies.
const DEL: Native = Native::new("__del__", Arity::Zero, |heap, args| {
    let state = match generator(heap, args.get(0)).state {
        State::Created => "created",
        State::Finished => return Ok(Value::None),
        State::Suspended | State::Running => "suspended",
    };
    let state = heap.intern(state).into();
    Err(Escape::prelude("_generator_del", [args.get(0), state]))
});

pub(super) static GENERATOR: TypeTable = TypeTable {
    of: Type::Generator,
    methods: &[SEND, THROW, CLOSE, REPR, DEL],
    attributes: &[
        get("gi_running", is_running),
        get("gi_suspended", is_suspended),
        get("gi_yieldfrom", delegate),
        get("gi_code", code),
        get("gi_frame", super::frames::of_generator),
        NAME,
        QUALNAME,
    ],
};

pub(super) static COROUTINE: TypeTable = TypeTable {
    of: Type::Coroutine,
    methods: &[
        SEND,
        THROW,
        CLOSE,
        REPR,
        DEL,
        Native::new("__await__", Arity::Zero, |heap, args| {
            Ok(heap.alloc(Type::CoroutineWrapper, Obj::Wrapped(args.get(0))))
        }),
    ],
    attributes: &[
        get("cr_running", is_running),
        get("cr_suspended", is_suspended),
        get("cr_await", delegate),
        get("cr_code", code),
        get("cr_frame", super::frames::of_generator),
        get("cr_origin", |heap, this| Ok(generator(heap, this).origin)),
        NAME,
        QUALNAME,
    ],
};

pub(super) static COROUTINE_WRAPPER: TypeTable = TypeTable {
    of: Type::CoroutineWrapper,
    methods: &[
        Native::new("__iter__", Arity::Zero, |_, args| Ok(args.get(0))),
        Native::new("__next__", Arity::Zero, |heap, args| {
            Err(Escape::resume(wrapped(heap, args), With::Value, [Value::None]))
        }),
        Native::new("send", Arity::One, |heap, args| {
            Err(Escape::resume(wrapped(heap, args), With::Value, [args.get(1)]))
        }),
        Native::new("throw", Arity::Positional(1, 3), |heap, args| {
            Err(throw_in(wrapped(heap, args), &args.positional()[1..]))
        }),
        Native::new("close", Arity::Zero, |heap, args| {
            let coroutine = wrapped(heap, args);
            close_one(heap, coroutine)
                .map_or_else(|| Err(Escape::prelude("_generator_close", [coroutine])), Ok)
        }),
    ],
    attributes: &[],
};

pub(super) static ASYNC_GENERATOR: TypeTable = TypeTable {
    of: Type::AsyncGenerator,
    methods: &[
        Native::new("__aiter__", Arity::Zero, |_, args| Ok(args.get(0))),
        Native::new("__anext__", Arity::Zero, |heap, args| step(heap, args, StepKind::Send, Value::None)),
        Native::new("asend", Arity::One, |heap, args| step(heap, args, StepKind::Send, args.get(1))),
        Native::new("athrow", Arity::Positional(1, 3), |heap, args| {
            let thrown = heap.tuple(args.positional()[1..].to_vec());
            let step = step(heap, args, StepKind::Throw, thrown)?;
            match args.positional().len() {
                ..3 => Ok(step),
                _ => Err(Escape::prelude("_athrow_parts", [step])),
            }
        }),
        Native::new("aclose", Arity::Zero, |heap, args| step(heap, args, StepKind::Close, Value::None)),
        REPR,
        DEL,
    ],
    attributes: &[
        get("ag_running", |heap, this| Ok(Value::Bool(generator(heap, this).step.is_some()))),
        get("ag_suspended", is_suspended),
        get("ag_await", delegate),
        get("ag_code", code),
        get("ag_frame", super::frames::of_generator),
        NAME,
        QUALNAME,
    ],
};

const STEP_METHODS: &[Native] = &[
    Native::new("__await__", Arity::Zero, |_, args| Ok(args.get(0))),
    Native::new("__iter__", Arity::Zero, |_, args| Ok(args.get(0))),
    Native::new("__next__", Arity::Zero, |heap, args| Err(heap.take_async_step(handle(args), Value::None))),
    Native::new("send", Arity::One, |heap, args| Err(heap.take_async_step(handle(args), args.get(1)))),
    Native::new("throw", Arity::Positional(1, 3), throw_in_step),
    Native::new("close", Arity::Zero, |heap, args| {
        heap.async_step_mut(handle(args)).progress = Progress::Done;
        Ok(Value::None)
    }),
];

pub(super) static ASYNC_SEND: TypeTable =
    TypeTable { of: Type::AsyncSend, methods: STEP_METHODS, attributes: &[] };
pub(super) static ASYNC_THROW: TypeTable =
    TypeTable { of: Type::AsyncThrow, methods: STEP_METHODS, attributes: &[] };

fn handle(args: &Args) -> Handle {
    args.get(0).handle().expect("it is on the heap")
}

fn generator(heap: &Heap, this: Value) -> &crate::object::Generator {
    heap.generator(this.handle().expect("a generator is on the heap"))
}

fn wrapped(heap: &Heap, args: &Args) -> Value {
    match heap.obj(handle(args)) {
        Obj::Wrapped(inner) => *inner,
        other => panic!("a wrapper is expected, not {other:?}"),
    }
}

fn set_text(heap: &mut Heap, value: Value, name: &str) -> Result<(), Escape> {
    match heap.as_str(value) {
        Some(_) => Ok(()),
        None => Err(heap.type_error(format!("{name} must be set to a string object"))),
    }
}

fn set_name(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    set_text(heap, value, "__name__")?;
    heap.generator_mut(this.handle().expect("a generator is on the heap")).name = value;
    Ok(())
}

fn set_qualname(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    set_text(heap, value, "__qualname__")?;
    heap.generator_mut(this.handle().expect("a generator is on the heap")).qualname = value;
    Ok(())
}

fn is_running(heap: &mut Heap, this: Value) -> Outcome {
    Ok(Value::Bool(generator(heap, this).state == State::Running))
}

fn is_suspended(heap: &mut Heap, this: Value) -> Outcome {
    Ok(Value::Bool(generator(heap, this).state == State::Suspended))
}

fn delegate(heap: &mut Heap, this: Value) -> Outcome {
    Ok(generator(heap, this).delegate().unwrap_or(Value::None))
}

fn code(heap: &mut Heap, this: Value) -> Outcome {
    Ok(generator(heap, this).code_handle.into())
}

fn send(_heap: &mut Heap, args: &Args) -> Outcome {
    Err(Escape::resume(args.get(0), With::Value, [args.get(1)]))
}

fn throw_in(generator: Value, args: &[Value]) -> Escape {
    Escape::resume(generator, With::Exception, args)
}

/// `throw(value)`, `throw(type)`, or the old form with three arguments.
fn throw(_heap: &mut Heap, args: &Args) -> Outcome {
    if args.positional().len() > 2 {
        return Err(Escape::prelude("_throw_parts", args.positional()));
    }
    Err(throw_in(args.get(0), &args.positional()[1..]))
}

fn close(heap: &mut Heap, args: &Args) -> Outcome {
    close_one(heap, args.get(0)).ok_or(Escape::Twin)
}

/// Closes a generator that has not begun, or has ended; another must run for that.
fn close_one(heap: &mut Heap, this: Value) -> Option<Value> {
    match generator(heap, this).state {
        State::Created => {
            heap.forget_mortal(this.handle()?);
            let generator = heap.generator_mut(this.handle()?);
            generator.state = State::Finished;
            generator.values.clear();
            Some(Value::None)
        }
        State::Finished => Some(Value::None),
        State::Suspended | State::Running => None,
    }
}

/// A step of an async generator, to be awaited.
fn step(heap: &mut Heap, args: &Args, kind: StepKind, value: Value) -> Outcome {
    if let Some(hook) = heap.begin_async_generator(handle(args)) {
        let method = heap.intern(match kind {
            StepKind::Send => "asend",
            StepKind::Throw => "athrow",
            StepKind::Close => "aclose",
        });
        let given = match (kind, args.positional().len()) {
            // `__anext__` sends None.
            (StepKind::Send, 1) => vec![Value::None],
            _ => args.positional()[1..].to_vec(),
        };
        let given = heap.tuple(given);
        return Err(Escape::prelude("_first_iteration", [hook, args.get(0), method.into(), given]));
    }
    let step = AsyncStep { generator: handle(args), kind, progress: Progress::Created, value };
    let class = if kind == StepKind::Send { Type::AsyncSend } else { Type::AsyncThrow };
    Ok(heap.alloc(class, Obj::AsyncStep(Rc::new(step))))
}

/// Raises an exception where the async generator that the step drives stands.
fn throw_in_step(heap: &mut Heap, args: &Args) -> Outcome {
    let this = handle(args);
    let step = heap.async_step(this).clone();
    if step.progress == Progress::Done {
        return Err(heap.step_is_done(step.kind));
    }
    match step.progress {
        Progress::Created => heap.generator_mut(step.generator).step = Some(this),
        _ => heap.async_step_mut(this).progress = Progress::Continued,
    }
    Err(throw_in(step.generator.into(), &args.positional()[1..]))
}

//! Frames and tracebacks as objects. Where a living frame stands only the machine knows, so it is asked.

use std::rc::Rc;

use crate::object::{
    Args, Arity, Escape, FrameObject, FramePart, GetSet, Handle, Heap, Life, Native, Obj, Outcome,
    Parameters, Scope, State, Traceback, Type, Value,
};

use super::TypeTable;

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

macro_rules! of_machine {
    ($name:literal, $part:ident) => {
        get($name, |_, this| Err(Escape::scope(Scope::Frame(handle(this), FramePart::$part))))
    };
}

fn handle(this: Value) -> Handle {
    this.handle().expect("it is on the heap")
}

pub(super) static FRAME: TypeTable = TypeTable {
    of: Type::Frame,
    methods: &[
        Native::new("clear", Arity::Zero, |_, args| Err(Escape::prelude("_frame_clear", [args.get(0)]))),
        Native::new("__repr__", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_frame_repr"),
    ],
    attributes: &[
        of_machine!("f_back", Back),
        of_machine!("f_locals", Locals),
        of_machine!("f_lasti", LastInstruction),
        GetSet {
            name: "f_lineno",
            get: |_, this| Err(Escape::scope(Scope::Frame(handle(this), FramePart::Line))),
            set: Some(|heap, _, _| Err(heap.value_error("f_lineno can only be set in a trace function"))),
        },
        get("f_code", |heap, this| Ok(heap.frame(handle(this)).code_handle.into())),
        get("f_globals", |heap, this| Ok(heap.frame(handle(this)).globals.into())),
        get("f_builtins", |heap, this| {
            let globals = heap.frame(handle(this)).globals;
            Ok(heap.builtins_of(globals.into()))
        }),
        GetSet {
            name: "f_trace",
            get: |heap, this| Ok(heap.frame(handle(this)).trace),
            set: Some(|heap, this, value| {
                heap.frame_mut(handle(this)).trace = value.present().unwrap_or(Value::None);
                Ok(())
            }),
        },
        get("f_trace_lines", |_, _| Ok(Value::Bool(true))),
        get("f_trace_opcodes", |_, _| Ok(Value::Bool(false))),
    ],
};

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("_frame", Arity::Zero, |_, _| Err(Escape::scope(Scope::Caller(0)))),
    Native::new("_program_line", Arity::Positional(2, 2), |heap, args| {
        let line = heap.small_int(args.get(1)).and_then(|line| u32::try_from(line).ok());
        Err(Escape::scope(Scope::SourceLine(handle(args.get(0)), line.unwrap_or(0))))
    }),
    Native::new("_clear_frame", Arity::One, |_, args| Err(Escape::scope(Scope::Clear(handle(args.get(0)))))),
];

/// The frame of a generator or coroutine; None once it has ended.
pub(super) fn of_generator(heap: &mut Heap, this: Value) -> Outcome {
    let generator = handle(this);
    let payload = heap.generator(generator);
    if payload.state == State::Finished {
        return Ok(Value::None);
    }
    if let Some(known) = payload.frame {
        heap.frame_mut(known).seen = true;
        return Ok(known.into());
    }
    let made = FrameObject {
        code: payload.code.clone(),
        code_handle: payload.code_handle,
        globals: payload.globals,
        names: Value::Null,
        life: Life::Generator(generator),
        back: Value::None,
        pc: 0,
        values: Vec::new(),
        seen: true,
        trace: Value::None,
    };
    let made = heap.alloc_handle(Type::Frame.handle(), Obj::Frame(Rc::new(made)));
    heap.generator_mut(generator).frame = Some(made);
    Ok(made.into())
}

static NEW_TRACEBACK: Parameters = Parameters {
    names: &["cls", "tb_next", "tb_frame", "tb_lasti", "tb_lineno"],
    positional_only: 1,
    positional: 5,
    required: 5,
};

pub(super) static TRACEBACK: TypeTable = TypeTable {
    of: Type::Traceback,
    methods: &[
        Native::new("__new__", Arity::Named(&NEW_TRACEBACK), new_traceback),
        Native::new("__dir__", Arity::Zero, |heap, _| {
            let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"];
            let names = names.map(|name| heap.intern(name).into());
            Ok(heap.list(names.to_vec()))
        }),
    ],
    attributes: &[
        get("tb_frame", |heap, this| Ok(traceback(heap, this).frame.into())),
        GetSet { name: "tb_next", get: |heap, this| Ok(traceback(heap, this).next), set: Some(set_next) },
        get("tb_lasti", |heap, this| Ok(Value::Int(traceback(heap, this).lasti.into()))),
        get("tb_lineno", |heap, this| {
            Ok(traceback(heap, this).lineno.map_or(Value::None, |line| Value::Int(line.into())))
        }),
    ],
};

fn traceback(heap: &Heap, this: Value) -> &Rc<Traceback> {
    match heap.obj(handle(this)) {
        Obj::Traceback(traceback) => traceback,
        other => panic!("a traceback is expected, not {other:?}"),
    }
}

fn check_next(heap: &mut Heap, value: Value) -> Result<Value, Escape> {
    if value.is_none() || heap.is_exact(value, Type::Traceback) {
        return Ok(value);
    }
    let class = heap.type_name(value);
    Err(heap.type_error(format!("expected traceback object or None, got '{class}'")))
}

fn new_traceback(heap: &mut Heap, args: &Args) -> Outcome {
    let frame = args.get(2);
    if !heap.is_exact(frame, Type::Frame) {
        let class = if frame.is_none() { "None".into() } else { heap.type_name(frame) };
        let text = format!("TracebackType() argument 'tb_frame' must be frame, not {class}");
        return Err(heap.type_error(text));
    }
    let (lasti, lineno) =
        (super::arguments::c_int(heap, args.get(3))?, super::arguments::c_int(heap, args.get(4))?);
    let next = check_next(heap, args.get(1))?;
    let frame = handle(frame);
    let code = heap.frame(frame).code.clone();
    let after = code.offsets.partition_point(|&offset| i64::from(offset) <= i64::from(lasti));
    let pc = after.saturating_sub(1).min(code.instrs.len() - 1) as u32;
    let lineno = u32::try_from(lineno).ok();
    let made = Traceback { next, code, frame, pc, lasti, lineno };
    Ok(heap.alloc(Type::Traceback, Obj::Traceback(Rc::new(made))))
}

fn set_next(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    if value.is_null() {
        return Err(heap.type_error("can't delete tb_next attribute"));
    }
    let next = check_next(heap, value)?;
    let mut at = next;
    while !at.is_none() {
        if at == this {
            return Err(heap.value_error("traceback loop detected"));
        }
        at = traceback(heap, at).next;
    }
    if let Obj::Traceback(payload) = heap.obj_mut(handle(this)) {
        Rc::make_mut(payload).next = next;
    }
    Ok(())
}

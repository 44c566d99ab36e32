//! Exceptions and tracebacks as objects, and how Rust code raises them.

use std::rc::Rc;

use super::{Escape, Handle, Heap, Obj, Value, builtin_types::Type, code::CodeObject, symbols};

#[derive(Clone, Debug)]
pub struct Exception {
    /// The tuple `args`.
    pub args: Value,
    /// A traceback, or `None`.
    pub traceback: Value,
    pub context: Value,
    pub cause: Value,
    pub suppress_context: bool,
    /// What a user's `__str__` says of it, once it has been asked for the last report; `Null` before.
    pub text: Value,
    /// What the type keeps beside: `StopIteration.value`, `SystemExit.code`, `NameError.name`, ... by number.
    pub extra: [Value; 2],
}

impl Default for Exception {
    fn default() -> Self {
        Self {
            args: symbols::EMPTY_TUPLE.into(),
            traceback: Value::None,
            context: Value::None,
            cause: Value::None,
            suppress_context: false,
            text: Value::Null,
            extra: [Value::None; 2],
        }
    }
}

impl Exception {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        [self.args, self.traceback, self.context, self.cause, self.text].into_iter().for_each(&mut *see);
        self.extra.into_iter().for_each(see);
    }
}

/// One line of a traceback: where a frame stood when the exception went through it.
#[derive(Clone, Debug)]
pub struct Traceback {
    /// The next, more inner one, or `None`.
    pub next: Value,
    pub code: Rc<CodeObject>,
    pub frame: Handle,
    /// The number of the instruction in its code.
    pub pc: u32,
    /// Where that instruction stands, in bytes.
    pub lasti: i32,
    pub lineno: Option<u32>,
}

impl Traceback {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        see(self.next);
        see(self.frame.into());
        self.code.visit(see);
    }
}

impl Heap {
    /// An error about an attribute names it and its object, unless it says of itself what is wrong with what.
    pub fn say_what_lacks(&mut self, raised: Handle, object: Value, name: Value) {
        let is_bare = self.is_instance(raised.into(), Type::AttributeError)
            && self.exception(raised).extra.iter().all(|each| each.is_none());
        if is_bare {
            self.exception_mut(raised).extra = [name, object];
        }
    }

    pub fn exception(&self, handle: Handle) -> &Exception {
        match self.obj(handle) {
            Obj::Exception(exception) => exception,
            other => panic!("an exception is expected, not {other:?}"),
        }
    }

    pub fn exception_mut(&mut self, handle: Handle) -> &mut Exception {
        match self.obj_mut(handle) {
            Obj::Exception(exception) => Rc::make_mut(exception),
            other => panic!("an exception is expected, not {other:?}"),
        }
    }

    /// A new exception with these `args`.
    pub fn new_exception(&mut self, class: impl Into<Handle>, args: Vec<Value>) -> Handle {
        let mut class = class.into();
        // The number of an error of the system says which error it is.
        if class == Type::OSError.handle()
            && let [errno, _, ..] = args[..]
            && args.len() <= 5
            && let Some(errno) = self.small_int(errno)
        {
            class = error_of_system(errno).handle();
        }
        let made = self.alloc_handle(class, Obj::Exception(Rc::default()));
        self.give_arguments(made, args);
        made
    }

    /// A new exception that has `args`, but not yet what its type keeps beside them.
    pub fn bare_exception(&mut self, class: Handle, args: Vec<Value>) -> Handle {
        let args = self.tuple(args);
        self.alloc_handle(class, Obj::Exception(Rc::new(Exception { args, ..Exception::default() })))
    }

    /// Sets `args`, and what the type keeps beside them.
    pub fn give_arguments(&mut self, exception: Handle, mut args: Vec<Value>) {
        let layout = self.class(self.slot(exception).class).layout;
        let beside = match layout {
            Type::StopIteration => Some(args.first().copied().unwrap_or(Value::None)),
            Type::SystemExit => Some(match args.as_slice() {
                [] => Value::None,
                [code] => *code,
                _ => self.tuple(args.clone()),
            }),
            Type::UnicodeEncodeError | Type::UnicodeDecodeError => Some(self.tuple(args.clone())),
            Type::UnicodeTranslateError => {
                let parts = std::iter::once(Value::None).chain(args.iter().copied()).collect();
                Some(self.tuple(parts))
            }
            _ if self.is_subclass(layout.handle(), Type::OSError.handle()) => {
                let parts = self.parts_of_system_error(layout, &mut args);
                Some(self.tuple(parts))
            }
            _ => None,
        };
        let args = self.tuple(args);
        let payload = self.exception_mut(exception);
        payload.args = args;
        if let Some(beside) = beside {
            payload.extra[0] = beside;
        }
    }

    /// Number, words, the files' names, and how much was written; names are not among the arguments.
    fn parts_of_system_error(&mut self, layout: Type, args: &mut Vec<Value>) -> Vec<Value> {
        if !(2..=5).contains(&args.len()) {
            return Vec::new();
        }
        let given = |at: usize| args.get(at).copied().unwrap_or(Value::None);
        let mut parts = vec![args[0], args[1], given(2), given(4), Value::None];
        if parts[2].is_none() {
            parts[3] = Value::None;
            return parts;
        }
        if layout == Type::BlockingIOError && self.is_int(parts[2]) {
            parts[4] = std::mem::replace(&mut parts[2], Value::None);
        } else {
            args.truncate(2);
        }
        parts
    }

    pub fn raise_args(&mut self, of: Type, args: Vec<Value>) -> Escape {
        Escape::Raise(self.new_exception(of, args))
    }

    /// Raises a builtin exception with a message.
    pub fn raise(&mut self, of: Type, message: impl AsRef<str>) -> Escape {
        let message = self.str(message.as_ref());
        self.raise_args(of, vec![message])
    }

    pub fn type_error(&mut self, message: impl AsRef<str>) -> Escape {
        self.raise(Type::TypeError, message)
    }

    pub fn value_error(&mut self, message: impl AsRef<str>) -> Escape {
        self.raise(Type::ValueError, message)
    }

    pub fn overflow_error(&mut self, message: impl AsRef<str>) -> Escape {
        self.raise(Type::OverflowError, message)
    }

    pub fn index_error(&mut self, message: impl AsRef<str>) -> Escape {
        self.raise(Type::IndexError, message)
    }

    pub fn key_error(&mut self, key: Value) -> Escape {
        self.raise_args(Type::KeyError, vec![key])
    }

    /// `AttributeError` with its `name` and `obj`.
    pub fn attribute_error(&mut self, message: impl AsRef<str>, object: Value, name: Value) -> Escape {
        let message = self.str(message.as_ref());
        let raised = self.new_exception(Type::AttributeError, vec![message]);
        self.exception_mut(raised).extra = [name, object];
        Escape::Raise(raised)
    }

    /// `NameError` or a subclass, with its `name`.
    pub fn name_error(&mut self, of: Type, message: impl AsRef<str>, name: Value) -> Escape {
        let message = self.str(message.as_ref());
        let raised = self.new_exception(of, vec![message]);
        self.exception_mut(raised).extra[0] = name;
        Escape::Raise(raised)
    }

    /// The end of an iteration, with the value that a generator returned.
    pub fn stop_iteration(&mut self, value: Value) -> Escape {
        let args = if value.is_none() || value.is_null() { Vec::new() } else { vec![value] };
        self.raise_args(Type::StopIteration, args)
    }
}

/// The class of an error with this number, as Linux counts them.
fn error_of_system(errno: i64) -> Type {
    match errno {
        11 | 114 | 115 => Type::BlockingIOError,
        32 | 108 => Type::BrokenPipeError,
        10 => Type::ChildProcessError,
        103 => Type::ConnectionAbortedError,
        111 => Type::ConnectionRefusedError,
        104 => Type::ConnectionResetError,
        17 => Type::FileExistsError,
        2 => Type::FileNotFoundError,
        21 => Type::IsADirectoryError,
        20 => Type::NotADirectoryError,
        4 => Type::InterruptedError,
        1 | 13 => Type::PermissionError,
        3 => Type::ProcessLookupError,
        110 => Type::TimeoutError,
        _ => Type::OSError,
    }
}

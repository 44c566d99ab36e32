//! How Rust code answers Python code: arguments in, a value or a reason why not out.

use std::rc::Rc;

use super::{Handle, Heap, Value, frame::FramePart, module_file::ModuleFile};

/// What a native function gives back: its result, or what has to happen first or instead.
pub type Outcome = Result<Value, Escape>;

/// Why Rust code could not just go on.
#[derive(Clone, Debug)]
pub enum Escape {
    /// This exception is raised.
    Raise(Handle),
    /// This exception goes on its way again: the present line is not added to its traceback.
    Reraise(Handle),
    /// The work is handed on: this call's result is the result.
    Call(Box<TailCall>),
    /// Only Python code can do it: whoever runs this calls the function of the prelude that is its twin,
    /// with the same arguments. Must be answered before anything has been changed.
    Twin,
    /// The world must answer first; the instruction then runs again from its start, so nothing may have
    /// been changed yet.
    Wants(Want),
}

/// `callee(*args)`, to be made by the machine.
#[derive(Clone, Debug)]
pub struct TailCall {
    pub callee: Callee,
    pub args: Vec<Value>,
}

#[derive(Clone, Copy, Debug)]
pub enum Callee {
    Value(Value),
    /// A function of the prelude, by name.
    Prelude(&'static str),
    /// A class body: the function's code, with this dict for its names.
    Body {
        function: Value,
        names: Value,
    },
    /// A generator goes on: the argument is sent into it, or raised in it.
    Generator {
        generator: Value,
        with: With,
    },
    /// What only the machine knows of the frame that asks.
    Scope(Scope),
}

/// How a generator goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// The argument is sent into it.
    Value,
    /// The arguments say what is raised in it, or in what it delegates to.
    Exception,
    /// What it delegates to has had its turn: the argument is raised in the generator itself.
    ExceptionHere,
}

/// A namespace of the frame that asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Globals,
    Locals,
    /// The flags of the code that runs.
    Flags,
    /// The frame that many calls further out, as an object.
    Caller(u32),
    /// What there is to say of a frame.
    Frame(Handle, FramePart),
    /// A line of a file that the program comes from, if its text is known.
    SourceLine(Handle, u32),
    /// Collects garbage; says how many objects only cycles had kept.
    Collect,
    /// How many references there are to a value.
    References(Value),
    /// The containers that refer to one of the objects in the tuple.
    Referrers(Value),
    /// What is written when an exception ends the program; of those that led to it too, or of it alone.
    Report {
        raised: Handle,
        alone: bool,
    },
    /// Drops the variables of a frame; a suspended generator, if it is the body of one.
    Clear(Handle),
    /// The exception that is being handled, as `sys.exc_info()` gives it.
    Handled,
    /// The class and the first argument of the function, as `super()` finds them.
    Super,
}

impl Escape {
    pub fn call(callee: Value, args: impl Into<Vec<Value>>) -> Self {
        Self::Call(Box::new(TailCall { callee: Callee::Value(callee), args: args.into() }))
    }

    /// A generator goes on.
    pub fn resume(generator: Value, with: With, args: impl Into<Vec<Value>>) -> Self {
        Self::Call(Box::new(TailCall { callee: Callee::Generator { generator, with }, args: args.into() }))
    }

    pub fn scope(scope: Scope) -> Self {
        Self::Call(Box::new(TailCall { callee: Callee::Scope(scope), args: Vec::new() }))
    }

    pub fn prelude(name: &'static str, args: impl Into<Vec<Value>>) -> Self {
        Self::Call(Box::new(TailCall { callee: Callee::Prelude(name), args: args.into() }))
    }
}

/// A question to the world outside the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// A line from standard input.
    Line,
    /// That what has been written is taken, before there is much more.
    Room,
    Clock(Clock),
    /// The file of a module. The tuple holds its name and the places to look for it.
    Module(Handle),
    /// Something about a file. The tuple says what: `open`, `write` or `truncate`, the name, how or where, bytes.
    File(Handle),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Since the epoch.
    Wall,
    /// From some fixed point, never going back.
    Monotonic,
    /// Processor time of this process.
    Process,
}

/// The world's answer, kept in the journal so that a replay needs no world.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// With its line end, if it has one; empty at the end of the input.
    Line(Rc<str>),
    Nanoseconds(i64),
    /// What was written has been taken.
    Taken,
    /// `None` where there is no such module.
    Module(Option<Rc<ModuleFile>>),
    /// The bytes of a file, where it was to be opened; or the number of the error, and its words.
    File(Result<Rc<[u8]>, (i32, Rc<str>)>),
    /// The reading failed, in the words of the operating system.
    Failed(Rc<str>),
}

/// The arguments of a call: positional ones, then the values of the keywords in `names`.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a> {
    values: &'a [Value],
    names: &'a [Value],
}

impl<'a> Args<'a> {
    /// `names` belong to the last of the `values`.
    pub fn new(values: &'a [Value], names: &'a [Value]) -> Self {
        assert!(names.len() <= values.len(), "each keyword has a value");
        Self { values, names }
    }

    pub fn positional(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.names.len()]
    }

    /// The keyword arguments as (name, value).
    pub fn keywords(&self) -> impl Iterator<Item = (Value, Value)> + 'a {
        let first = self.values.len() - self.names.len();
        self.names.iter().copied().zip(self.values[first..].iter().copied())
    }

    pub fn has_keywords(&self) -> bool {
        !self.names.is_empty()
    }

    /// The argument at this place; `Null` where it was left out.
    pub fn get(&self, at: usize) -> Value {
        self.positional().get(at).copied().unwrap_or(Value::Null)
    }

    /// All values, those of keywords last.
    pub fn values(&self) -> &'a [Value] {
        self.values
    }

    pub fn names(&self) -> &'a [Value] {
        self.names
    }
}

/// A function or method in Rust. It is given the heap and its arguments, never the machine.
#[derive(Debug)]
pub struct Native {
    pub name: &'static str,
    pub arity: Arity,
    pub call: fn(&mut Heap, &Args) -> Outcome,
    /// The function of the prelude that does the same in Python.
    pub twin: Option<&'static str>,
}

/// What a native takes (a method's `self` not counted), checked before it is called: it need not look again.
#[derive(Clone, Copy, Debug)]
pub enum Arity {
    /// No argument.
    Zero,
    /// Exactly one, by position.
    One,
    /// From this many to that many, by position.
    Positional(u8, u8),
    /// The same, with the words of functions that take their arguments apart as a tuple.
    Tuple(u8, u8),
    /// At least this many, by position.
    AtLeast(u8),
    /// Named parameters. The native is given one value for each, in order, `Null` where left out.
    Named(&'static Parameters),
    /// Anything; the native looks at it itself.
    Any,
}

#[derive(Debug)]
pub struct Parameters {
    pub names: &'static [&'static str],
    /// How many of them only go by position.
    pub positional_only: u8,
    /// How many may go by position; the rest are keywords only.
    pub positional: u8,
    /// How many must be given.
    pub required: u8,
}

/// Sets an attribute of an object to a value.
pub type Setter = fn(&mut Heap, Value, Value) -> Result<(), Escape>;

/// An attribute that Rust code computes: a data descriptor of a builtin type.
#[derive(Debug)]
pub struct GetSet {
    pub name: &'static str,
    pub get: fn(&mut Heap, Value) -> Outcome,
    /// Sets it, or deletes it where the value is `Null`.
    pub set: Option<Setter>,
}

impl Native {
    pub const fn new(name: &'static str, arity: Arity, call: fn(&mut Heap, &Args) -> Outcome) -> Self {
        Self { name, arity, call, twin: None }
    }

    /// Names the Python function that takes over when `call` answers [`Escape::Twin`].
    pub const fn twin(self, name: &'static str) -> Self {
        Self { twin: Some(name), ..self }
    }
}

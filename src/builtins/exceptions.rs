//! Exceptions.

use crate::object::{Args, Arity, Escape, GetSet, Handle, Heap, Native, Outcome, Sym, Type, Value};

use super::TypeTable;

pub(super) static BASE_EXCEPTION: TypeTable = TypeTable {
    of: Type::BaseException,
    methods: &[
        NEW,
        INIT,
        Native::new("__repr__", Arity::Zero, repr).twin("_exception_repr"),
        Native::new("__str__", Arity::Zero, str).twin("_exception_str"),
        Native::new("with_traceback", Arity::One, with_traceback),
        Native::new("add_note", Arity::One, add_note),
    ],
    attributes: &[
        GetSet { name: "args", get: args_of, set: Some(set_args) },
        GetSet {
            name: "__traceback__",
            get: |heap, this| Ok(payload(heap, this).traceback),
            set: Some(set_traceback),
        },
        GetSet { name: "__cause__", get: |heap, this| Ok(payload(heap, this).cause), set: Some(set_cause) },
        GetSet {
            name: "__context__",
            get: |heap, this| Ok(payload(heap, this).context),
            set: Some(set_context),
        },
        GetSet {
            name: "__suppress_context__",
            get: |heap, this| Ok(Value::Bool(payload(heap, this).suppress_context)),
            set: Some(set_suppress),
        },
    ],
};

const NEW: Native = Native::new("__new__", Arity::Any, new);
const INIT: Native = Native::new("__init__", Arity::Any, init);

/// Those that do not say themselves how they are made.
const WITHOUT_NEW: &[Type] = &[
    Type::SystemExit,
    Type::AttributeError,
    Type::ImportError,
    Type::NameError,
    Type::StopIteration,
    Type::SyntaxError,
    Type::KeyError,
];

/// Nearly every exception type has the methods of `BaseException` that make it among its own names.
pub(super) fn give_constructors(heap: &mut Heap) {
    static NATIVES: [Native; 2] = [NEW, INIT];
    for &of in Type::ALL {
        let is_exception = heap.is_subclass(of.handle(), Type::BaseException.handle());
        let is_group = heap.is_subclass(of.handle(), Type::BaseExceptionGroup.handle());
        if !is_exception || of == Type::BaseException || (is_group && of != Type::BaseExceptionGroup) {
            continue;
        }
        let own = WITHOUT_NEW.iter().any(|each| heap.is_subclass(of.handle(), each.handle()))
            || (of != Type::OSError && heap.is_subclass(of.handle(), Type::OSError.handle()));
        for native in &NATIVES[usize::from(own || is_group)..] {
            super::add_method(heap, of.handle(), native);
        }
    }
}

const fn extra(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

/// What the type keeps beside its arguments.
const fn beside<const AT: usize>(name: &'static str) -> GetSet {
    GetSet {
        name,
        get: |heap, this| Ok(payload(heap, this).extra[AT]),
        set: Some(|heap, this, value| {
            heap.exception_mut(handle(this)).extra[AT] = value.present().unwrap_or(Value::None);
            Ok(())
        }),
    }
}

pub(super) static STOP_ITERATION: TypeTable =
    TypeTable { of: Type::StopIteration, methods: &[], attributes: &[beside::<0>("value")] };

pub(super) static SYSTEM_EXIT: TypeTable =
    TypeTable { of: Type::SystemExit, methods: &[], attributes: &[beside::<0>("code")] };

pub(super) static NAME_ERROR: TypeTable =
    TypeTable { of: Type::NameError, methods: &[], attributes: &[beside::<0>("name")] };

pub(super) static ATTRIBUTE_ERROR: TypeTable = TypeTable {
    of: Type::AttributeError,
    methods: &[],
    attributes: &[beside::<0>("name"), beside::<1>("obj")],
};

pub(super) static IMPORT_ERROR: TypeTable = TypeTable {
    of: Type::ImportError,
    methods: &[],
    attributes: &[
        beside::<0>("name"),
        beside::<1>("path"),
        extra("msg", |heap, this| match heap.as_sequence(payload(heap, this).args) {
            Some(&[only]) => Ok(only),
            _ => Ok(Value::None),
        }),
        extra("name_from", |heap, this| {
            let name = heap.intern("name_from");
            Ok(heap.own(handle(this), name).unwrap_or(Value::None))
        }),
    ],
};

fn payload(heap: &Heap, this: Value) -> &crate::object::Exception {
    heap.exception(this.handle().expect("an exception is on the heap"))
}

fn handle(this: Value) -> Handle {
    this.handle().expect("an exception is on the heap")
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = super::helpers::class_argument(heap, args, Type::BaseException)?;
    let given = args.positional()[1..].to_vec();
    if Type::at(class).is_none() {
        return Ok(new_of_user(heap, class, given).into());
    }
    super::exception_parts::check(heap, heap.class(class).layout, &given)?;
    let made = heap.new_exception(class, given);
    keywords(heap, made, args)?;
    Ok(made.into())
}

/// Of a class of the program: what is kept beside the arguments is set by `__init__`.
fn new_of_user(heap: &mut Heap, class: Handle, given: Vec<Value>) -> Handle {
    let of_system = heap.is_subclass(class, Type::OSError.handle());
    match (of_system, waits_for_init(heap, class)) {
        (false, _) => heap.bare_exception(class, given),
        (true, true) => heap.bare_exception(class, Vec::new()),
        (true, false) => heap.new_exception(class, given),
    }
}

/// Errors of the operating system are filled by `__new__`, unless a class has an `__init__` of its own and no
/// `__new__`.
fn waits_for_init(heap: &Heap, class: Handle) -> bool {
    let is_own = |name| heap.lookup_owner(class, name).is_some_and(|(owner, _)| Type::at(owner).is_none());
    is_own(Sym::Init) && !is_own(Sym::New)
}

/// `NameError(name=...)`, `AttributeError(name=, obj=)`, `ImportError(name=, path=)`.
fn keywords(heap: &mut Heap, made: Handle, args: &Args) -> Result<(), Escape> {
    let layout = heap.layout(made.into());
    let (most, word) = match layout {
        Type::NameError | Type::UnboundLocalError => (1, "NameError"),
        Type::AttributeError => (2, "AttributeError"),
        Type::ImportError | Type::ModuleNotFoundError => (3, "ImportError"),
        _ => (0, ""),
    };
    let given = args.names().len();
    if most > 0 && given > most {
        let many = if most == 1 { "" } else { "s" };
        let text = format!("{word}() takes at most {most} keyword argument{many} ({given} given)");
        return Err(heap.type_error(text));
    }
    for (name, value) in args.keywords() {
        let name = heap.lossy(name).into_owned();
        let place = match (layout, &*name) {
            (Type::NameError | Type::UnboundLocalError | Type::AttributeError, "name")
            | (Type::ImportError | Type::ModuleNotFoundError, "name") => 0,
            (Type::AttributeError, "obj") | (Type::ImportError | Type::ModuleNotFoundError, "path") => 1,
            (Type::ImportError | Type::ModuleNotFoundError, "name_from") => {
                let name = heap.intern("name_from");
                heap.set_own(made, name, value);
                continue;
            }
            _ => {
                let class = heap.type_name(made.into());
                return Err(heap.type_error(match most {
                    0 => format!("{class}() takes no keyword arguments"),
                    _ => format!("'{name}' is an invalid keyword argument for {word}()"),
                }));
            }
        };
        heap.exception_mut(made).extra[place] = value;
    }
    Ok(())
}

fn init(heap: &mut Heap, args: &Args) -> Outcome {
    let this = handle(args.get(0));
    let given = args.positional()[1..].to_vec();
    let class = heap.class_of(args.get(0));
    if heap.is_subclass(class, Type::OSError.handle()) && !waits_for_init(heap, class) {
        return Ok(Value::None);
    }
    super::exception_parts::check(heap, heap.layout(args.get(0)), &given)?;
    heap.give_arguments(this, given);
    if matches!(
        heap.layout(args.get(0)),
        Type::NameError
            | Type::UnboundLocalError
            | Type::AttributeError
            | Type::ImportError
            | Type::ModuleNotFoundError
    ) {
        // What is not given is forgotten.
        heap.exception_mut(this).extra = [Value::None; 2];
        let name = heap.intern("name_from");
        heap.remove_own(this, name.into());
    }
    keywords(heap, this, args)?;
    Ok(Value::None)
}

fn repr(heap: &mut Heap, args: &Args) -> Outcome {
    let text = heap.repr_payload(args.get(0))?;
    Ok(heap.str(&text))
}

fn str(heap: &mut Heap, args: &Args) -> Outcome {
    heap.str_payload(args.get(0))
}

fn with_traceback(heap: &mut Heap, args: &Args) -> Outcome {
    set_traceback(heap, args.get(0), args.get(1))?;
    Ok(args.get(0))
}

fn add_note(heap: &mut Heap, args: &Args) -> Outcome {
    if heap.as_str(args.get(1)).is_none() {
        let class = heap.type_name(args.get(1));
        return Err(heap.type_error(format!("note must be a str, not '{class}'")));
    }
    let this = handle(args.get(0));
    match heap.own(this, Sym::AddNote) {
        Some(Value::Ref(notes)) if heap.is_instance(notes.into(), Type::List) => {
            heap.append(notes, args.get(1));
        }
        Some(_) => return Err(heap.type_error("Cannot add note: __notes__ is not a list")),
        None => {
            let notes = heap.list(vec![args.get(1)]);
            heap.set_own(this, Sym::AddNote, notes);
        }
    }
    Ok(Value::None)
}

fn args_of(heap: &mut Heap, this: Value) -> Outcome {
    Ok(payload(heap, this).args)
}

fn set_args(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    kept(heap, "args", value)?;
    let items = heap.items_of(value)?;
    let tuple = heap.tuple(items);
    heap.exception_mut(handle(this)).args = tuple;
    Ok(())
}

/// These attributes cannot be deleted.
fn kept(heap: &mut Heap, name: &str, value: Value) -> Result<(), Escape> {
    match value {
        Value::Null => Err(heap.type_error(format!("{name} may not be deleted"))),
        _ => Ok(()),
    }
}

fn set_traceback(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    kept(heap, "__traceback__", value)?;
    if !value.is_none() && !heap.is_exact(value, Type::Traceback) {
        return Err(heap.type_error("__traceback__ must be a traceback or None"));
    }
    heap.exception_mut(handle(this)).traceback = value;
    Ok(())
}

fn link(heap: &mut Heap, value: Value, what: &str) -> Result<Value, Escape> {
    if value.is_none() || heap.is_instance(value, Type::BaseException) {
        return Ok(value);
    }
    Err(heap.type_error(format!("exception {what} must be None or derive from BaseException")))
}

fn set_cause(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    kept(heap, "__cause__", value)?;
    let cause = link(heap, value, "cause")?;
    let payload = heap.exception_mut(handle(this));
    payload.cause = cause;
    payload.suppress_context = true;
    Ok(())
}

fn set_context(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    kept(heap, "__context__", value)?;
    let context = link(heap, value, "context")?;
    heap.exception_mut(handle(this)).context = context;
    Ok(())
}

fn set_suppress(heap: &mut Heap, this: Value, value: Value) -> Result<(), Escape> {
    let suppress = heap.truth(value)?;
    heap.exception_mut(handle(this)).suppress_context = suppress;
    Ok(())
}

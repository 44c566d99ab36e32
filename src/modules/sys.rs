//! `sys`.

use crate::{
    dialect::Dialect,
    object::{
        Args, Arity, ELLIPSIS, EMPTY_TUPLE, Escape, Heap, Native, Obj, Outcome, Parameters, Scope, Type,
        Value,
    },
};

static FUNCTIONS: &[Native] = &[
    Native::new("exit", Arity::Positional(0, 1), exit),
    Native::new("displayhook", Arity::One, |_, _| Err(Escape::Twin)).twin("_display_hook"),
    Native::new("excepthook", Arity::Positional(3, 3), |_, _| Err(Escape::Twin)).twin("_default_excepthook"),
    Native::new("unraisablehook", Arity::One, |_, _| Err(Escape::Twin)).twin("_default_unraisablehook"),
    Native::new("exception", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_handled_exception"),
    Native::new("settrace", Arity::One, |_, _| Err(Escape::Twin)).twin("_settrace"),
    Native::new("setprofile", Arity::One, |_, _| Err(Escape::Twin)).twin("_setprofile"),
    Native::new("gettrace", Arity::Zero, |_, _| Ok(Value::None)),
    Native::new("getprofile", Arity::Zero, |_, _| Ok(Value::None)),
    Native::new("getdefaultencoding", Arity::Zero, |heap, _| Ok(heap.str("utf-8"))),
    Native::new("getfilesystemencoding", Arity::Zero, |heap, _| Ok(heap.str("utf-8"))),
    Native::new("getfilesystemencodeerrors", Arity::Zero, |heap, _| Ok(heap.str("surrogateescape"))),
    Native::new("getswitchinterval", Arity::Zero, |_, _| Ok(Value::Float(0.005))),
    Native::new("get_int_max_str_digits", Arity::Zero, |heap, _| Ok(Value::Int(heap.most_digits as i64))),
    Native::new("set_int_max_str_digits", Arity::Named(&DIGITS), set_most_digits),
    Native::new("get_coroutine_origin_tracking_depth", Arity::Zero, |heap, _| {
        Ok(Value::Int(heap.origin_depth as i64))
    }),
    Native::new("set_coroutine_origin_tracking_depth", Arity::Named(&DEPTH), |heap, args| {
        let depth = heap.index(args.get(0))?;
        let Ok(depth) = usize::try_from(depth) else {
            return Err(heap.value_error("depth must be >= 0"));
        };
        heap.origin_depth = depth;
        Ok(Value::None)
    }),
    Native::new("get_asyncgen_hooks", Arity::Zero, |_, _| Err(Escape::Twin)).twin("_get_asyncgen_hooks"),
    Native::new("set_asyncgen_hooks", Arity::Named(&HOOKS), |_, args| {
        // What is left out stays.
        let given = |at| args.get(at).present().unwrap_or(Value::from(ELLIPSIS));
        Err(Escape::prelude("_set_asyncgen_hooks", [given(0), given(1)]))
    }),
    Native::new("is_finalizing", Arity::Zero, |_, _| Ok(Value::Bool(false))),
    Native::new("audit", Arity::AtLeast(1), |_, _| Ok(Value::None)),
    Native::new("_getframemodulename", Arity::Positional(0, 1), |_, _| Err(Escape::Twin))
        .twin("_frame_module_name"),
    Native::new("getrecursionlimit", Arity::Zero, |heap, _| Ok(Value::Int(heap.recursion_limit.into()))),
    Native::new("setrecursionlimit", Arity::One, set_recursion_limit),
    Native::new("intern", Arity::One, intern),
    Native::new("getsizeof", Arity::Named(&SIZED), |_, args| {
        Err(Escape::prelude(
            "_getsizeof",
            args.values().iter().filter_map(|value| value.present()).collect::<Vec<_>>(),
        ))
    }),
    Native::new("getrefcount", Arity::One, |_, args| {
        let value = args.get(0);
        match value.handle() {
            Some(handle) if handle > EMPTY_TUPLE => Err(Escape::scope(Scope::References(value))),
            // What never dies has a number of its own.
            _ => Ok(Value::Int(0xFFFF_FFFF)),
        }
    }),
    Native::new("_getframe", Arity::Positional(0, 1), |heap, args| {
        let depth = if args.get(0).is_null() { 0 } else { heap.index(args.get(0))? };
        Err(Escape::scope(Scope::Caller(u32::try_from(depth).unwrap_or(if depth < 0 {
            0
        } else {
            u32::MAX
        }))))
    }),
    Native::new("exc_info", Arity::Zero, |_, _| Err(Escape::scope(Scope::Handled))),
];

pub(super) fn install(heap: &mut Heap, dialect: &Dialect) {
    let module = super::make(heap, "sys", FUNCTIONS);
    let modules = heap.modules;
    let mut numbers: Vec<Value> =
        dialect.micro.split('.').map(|part| Value::Int(part.parse().unwrap_or(0))).collect();
    numbers.push(heap.str("final"));
    numbers.push(Value::Int(0));
    let version_info = heap.tuple(numbers);
    let version = heap.str(&format!("{} (opstep)", dialect.micro));
    let (platform, order) = (heap.str("linux"), heap.str("little"));
    let (implementation, empty) = (heap.str("cpython"), heap.list(Vec::new()));
    for (name, value) in [
        ("modules", modules),
        ("maxsize", Value::Int(i64::MAX)),
        ("maxunicode", Value::Int(0x10_FFFF)),
        ("version", version),
        ("version_info", version_info),
        ("platform", platform),
        ("byteorder", order),
        ("_implementation", implementation),
        ("argv", empty),
    ] {
        let name = heap.intern(name);
        heap.set_own(module, name, value);
    }
    for (name, shown) in [("stdin", "<stdin>"), ("stdout", "<stdout>"), ("stderr", "<stderr>")] {
        let file = heap.alloc_handle(Type::TextIO.handle(), Obj::Plain);
        let (key, shown) = (heap.intern("name"), heap.str(shown));
        heap.set_own(file, key, shown);
        for name in [name.to_owned(), format!("__{name}__")] {
            let name = heap.intern(&name);
            heap.set_own(module, name, file.into());
        }
    }
}

/// `sys.argv`.
pub fn set_argv(heap: &mut Heap, argv: &[String]) {
    set_texts(heap, "argv", argv);
}

/// `sys.path`.
pub fn set_path(heap: &mut Heap, path: &[String]) {
    set_texts(heap, "path", path);
}

fn set_texts(heap: &mut Heap, name: &str, texts: &[String]) {
    let items = texts.iter().map(|text| heap.str(text)).collect();
    let list = heap.list(items);
    let name = heap.intern(name);
    if let Some(Value::Ref(sys)) = heap.find_module("sys") {
        heap.set_own(sys, name, list);
    }
}

fn exit(heap: &mut Heap, args: &Args) -> Outcome {
    let code = args.positional().to_vec();
    Err(heap.raise_args(Type::SystemExit, code))
}

/// A limit for digits may not be lower.
const LEAST_DIGITS: i64 = 640;

static HOOKS: Parameters =
    Parameters { names: &["firstiter", "finalizer"], positional_only: 0, positional: 2, required: 0 };

static DEPTH: Parameters = Parameters { names: &["depth"], positional_only: 0, positional: 1, required: 1 };

static DIGITS: Parameters =
    Parameters { names: &["maxdigits"], positional_only: 0, positional: 1, required: 1 };

fn set_most_digits(heap: &mut Heap, args: &Args) -> Outcome {
    let most = heap.index(args.get(0))?;
    if most != 0 && most < LEAST_DIGITS {
        return Err(heap.value_error(format!("maxdigits must be 0 or larger than {LEAST_DIGITS}")));
    }
    heap.most_digits = usize::try_from(most).unwrap_or_default();
    Ok(Value::None)
}

fn set_recursion_limit(heap: &mut Heap, args: &Args) -> Outcome {
    let limit = heap.index(args.get(0))?;
    if limit < 1 {
        return Err(heap.value_error("recursion limit must be greater or equal than 1"));
    }
    heap.set_recursion_limit(u32::try_from(limit).unwrap_or(u32::MAX));
    Ok(Value::None)
}

fn intern(heap: &mut Heap, args: &Args) -> Outcome {
    match heap.as_str(args.get(0)) {
        Some(_) if !heap.is_exact(args.get(0), Type::Str) => {
            let class = heap.type_name(args.get(0));
            Err(heap.type_error(format!("can't intern {class}")))
        }
        Some(text) => {
            let text = text.text().to_lossy();
            Ok(heap.intern(&text).into())
        }
        None => {
            let class = if args.get(0).is_none() { "None".into() } else { heap.type_name(args.get(0)) };
            Err(heap.type_error(format!("intern() argument must be str, not {class}")))
        }
    }
}

static SIZED: Parameters =
    Parameters { names: &["object", "default"], positional_only: 0, positional: 2, required: 1 };

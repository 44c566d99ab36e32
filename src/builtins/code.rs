//! Code objects as the program sees them: their parts, where their instructions come from, others like them.

use std::rc::Rc;

use crate::{
    code::{Code, Const, LocalKind},
    object::{
        Args, Arity, CodeObject, Escape, GetSet, Heap, Iter, Native, Obj, Outcome, Parameters, Type, Value,
    },
    syntax::ast::Name,
};

use super::{TypeTable, arguments::c_int};

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

macro_rules! number {
    ($name:literal, |$code:ident| $number:expr) => {
        get($name, |heap, this| {
            let $code = code(heap, this);
            Ok(Value::Int(i64::from($number)))
        })
    };
}

macro_rules! names {
    ($name:literal, $method:ident) => {
        get($name, |heap, this| {
            let code = code(heap, this);
            let names = code.code.$method().map(|name| heap.intern(name).into()).collect();
            Ok(heap.tuple(names))
        })
    };
}

pub(super) static CODE: TypeTable = TypeTable {
    of: Type::Code,
    methods: &[
        Native::new("__new__", Arity::Positional(17, 19), new),
        Native::new("replace", Arity::Named(&REPLACE), replace),
        Native::new("co_lines", Arity::Zero, lines),
        Native::new("co_positions", Arity::Zero, positions),
        Native::new("_varname_from_oparg", Arity::One, |heap, args| {
            let code = code(heap, args.get(0));
            let at = usize::try_from(heap.index(args.get(1))?).ok();
            let name = at.and_then(|at| code.slots.get(at).copied());
            name.ok_or_else(|| heap.index_error("tuple index out of range"))
        }),
    ],
    attributes: &[
        get("co_name", |heap, this| Ok(code(heap, this).name)),
        get("co_qualname", |heap, this| Ok(code(heap, this).qualname)),
        get("co_filename", |heap, this| Ok(code(heap, this).filename)),
        number!("co_argcount", |code| code.argcount),
        number!("co_posonlyargcount", |code| code.posonlyargcount),
        number!("co_kwonlyargcount", |code| code.kwonlyargcount),
        number!("co_firstlineno", |code| code.code.firstlineno),
        number!("co_flags", |code| code.flags),
        number!("co_stacksize", |code| code.stacksize),
        number!("co_nlocals", |code| code.code.nlocals() as u32),
        names!("co_varnames", varnames),
        names!("co_cellvars", cellvars),
        names!("co_freevars", freevars),
        get("co_names", |heap, this| {
            let names = code(heap, this).names.to_vec();
            Ok(heap.tuple(names))
        }),
        get("co_consts", |heap, this| {
            let consts = code(heap, this).consts.to_vec();
            Ok(heap.tuple(consts))
        }),
        get("co_code", |heap, this| {
            let bytes = code(heap, this).code.code.to_vec();
            Ok(heap.bytes(bytes))
        }),
        get("_co_code_adaptive", |heap, this| {
            let bytes = code(heap, this).code.code.to_vec();
            Ok(heap.bytes(bytes))
        }),
        get("co_lnotab", |heap, this| {
            let table = old_line_table(&code(heap, this).code);
            let table = heap.bytes(table);
            Err(Escape::prelude("_co_lnotab", [table]))
        }),
        get("co_linetable", |heap, this| {
            let bytes = code(heap, this).code.linetable.to_vec();
            Ok(heap.bytes(bytes))
        }),
        get("co_exceptiontable", |heap, this| {
            let bytes = code(heap, this).code.exceptiontable.to_vec();
            Ok(heap.bytes(bytes))
        }),
    ],
};

fn code(heap: &Heap, this: Value) -> Rc<CodeObject> {
    match this.handle().map(|handle| heap.obj(handle)) {
        Some(Obj::Code(code)) => code.clone(),
        other => panic!("a code object is expected, not {other:?}"),
    }
}

/// Its numbers from 0 on, `None` where there is none.
fn place(number: i32) -> Value {
    if number < 0 { Value::None } else { Value::Int(number.into()) }
}

fn iterator(heap: &mut Heap, of: Type, rows: Vec<Vec<Value>>) -> Outcome {
    let rows = rows.into_iter().map(|row| heap.tuple(row)).collect();
    let rows = heap.list(rows).handle();
    Ok(heap.iter(of, Iter::Sequence { of: rows, next: 0 }))
}

/// The lines as they were written down before `co_lines`: pairs of how far the instructions go on and the line, each
/// in a byte.
fn old_line_table(code: &Code) -> Vec<u8> {
    let mut table = Vec::new();
    let (mut at, mut line) = (0, i64::from(code.firstlineno));
    for range in code.lines() {
        let Some(new) = range.line.map(i64::from).filter(|new| *new != line) else { continue };
        let (mut forward, mut down) = (range.start - at, new - line);
        while forward > 255 {
            table.extend([255, 0]);
            forward -= 255;
        }
        while !(-128..=127).contains(&down) {
            let part = down.clamp(-128, 127);
            table.extend([forward as u8, part as i8 as u8]);
            (forward, down) = (0, down - part);
        }
        table.extend([forward as u8, down as i8 as u8]);
        (at, line) = (range.start, new);
    }
    table
}

fn lines(heap: &mut Heap, args: &Args) -> Outcome {
    let ranges = code(heap, args.get(0)).code.lines();
    let row = |range: &crate::code::LineRange| {
        vec![Value::Int(range.start.into()), Value::Int(range.end.into()), place(range.line.unwrap_or(-1))]
    };
    iterator(heap, Type::LineIterator, ranges.iter().map(row).collect())
}

fn positions(heap: &mut Heap, args: &Args) -> Outcome {
    let places = code(heap, args.get(0)).code.positions();
    let row = |at: &crate::source::Location| [at.line, at.end_line, at.col, at.end_col].map(place).to_vec();
    iterator(heap, Type::PositionsIterator, places.iter().map(row).collect())
}

/// What the constructor calls its parameters.
const NEW: [&str; 18] = [
    "argcount",
    "posonlyargcount",
    "kwonlyargcount",
    "nlocals",
    "stacksize",
    "flags",
    "codestring",
    "constants",
    "names",
    "varnames",
    "filename",
    "name",
    "qualname",
    "firstlineno",
    "linetable",
    "exceptiontable",
    "freevars",
    "cellvars",
];
static REPLACE: Parameters = Parameters {
    names: &[
        "co_argcount",
        "co_posonlyargcount",
        "co_kwonlyargcount",
        "co_nlocals",
        "co_stacksize",
        "co_flags",
        "co_code",
        "co_consts",
        "co_names",
        "co_varnames",
        "co_filename",
        "co_name",
        "co_qualname",
        "co_firstlineno",
        "co_linetable",
        "co_exceptiontable",
        "co_freevars",
        "co_cellvars",
    ],
    positional_only: 0,
    positional: 0,
    required: 0,
};

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let mut parts = args.positional()[1..].to_vec();
    parts.resize(NEW.len(), crate::object::EMPTY_TUPLE.into());
    make(heap, "code", &parts, None)
}

/// What is not given stays as it is.
fn replace(heap: &mut Heap, args: &Args) -> Outcome {
    let old = code(heap, args.get(0));
    let mut parts = args.positional()[1..].to_vec();
    for (part, name) in parts.iter_mut().zip(REPLACE.names) {
        if part.is_null() {
            let name = heap.intern(name);
            *part = heap.get_attribute(args.get(0), name.into())?;
        }
    }
    make(heap, "replace", &parts, Some(&old))
}

/// A code object of these parts, in the order of the constructor's parameters.
fn make(heap: &mut Heap, function: &str, parts: &[Value], old: Option<&CodeObject>) -> Outcome {
    let mut numbers = [0; 7];
    for (number, at) in numbers.iter_mut().zip([0, 1, 2, 3, 4, 5, 13]) {
        *number = c_int(heap, parts[at])?;
        if *number < 0 && (at < 4 || old.is_some()) {
            let name = if old.is_some() { REPLACE.names[at] } else { NEW[at] };
            let text = match old {
                Some(_) => format!("{name} must be a positive integer"),
                None => format!("code: {name} must not be negative"),
            };
            return Err(heap.value_error(text));
        }
    }
    let [argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, firstlineno] = numbers;
    let [code, linetable, exceptiontable] = [(6, "codestring"), (14, "linetable"), (15, "exceptiontable")]
        .map(|(at, name)| (heap.is_exact(parts[at], Type::Bytes), at, name))
        .map(|(fits, at, name)| {
            fits.then(|| heap.as_bytes(parts[at]).unwrap_or_default().into()).ok_or((at, name))
        });
    let bytes = |heap: &mut Heap, part: Result<Box<[u8]>, (usize, &str)>| {
        part.map_err(|(at, name)| {
            wrong_part(heap, function, old.map_or(name, |_| REPLACE.names[at]), at, "bytes", parts)
        })
    };
    let (code, linetable, exceptiontable) =
        (bytes(heap, code)?, bytes(heap, linetable)?, bytes(heap, exceptiontable)?);
    let [filename, name, qualname] = [10, 11, 12].map(|at| text(heap, function, at, parts));
    let [names, varnames, freevars, cellvars] = [8, 9, 16, 17].map(|at| names(heap, function, at, parts));
    let (names, varnames, freevars, cellvars) = (names?, varnames?, freevars?, cellvars?);
    if nlocals as usize != varnames.len() {
        return Err(heap.value_error("code: co_nlocals != len(co_varnames)"));
    }
    let consts = match heap.as_tuple(parts[7]) {
        Some(consts) => consts.clone(),
        None => return Err(wrong_part(heap, function, "co_consts", 7, "tuple", parts)),
    };
    let made = Code {
        name: name?,
        qualname: qualname?,
        filename: filename?,
        argcount: argcount as u32,
        posonlyargcount: posonlyargcount as u32,
        kwonlyargcount: kwonlyargcount as u32,
        stacksize: stacksize as u32,
        flags: flags as u32,
        firstlineno,
        code,
        consts: consts.iter().map(|&value| constant(heap, value)).collect::<Result<_, _>>()?,
        names,
        localsplus: slots(&varnames, &cellvars, &freevars),
        linetable,
        exceptiontable,
    };
    if let Err(why) = made.verify(heap.dialect) {
        return Err(heap.value_error(format!("code: {why}")));
    }
    let made = heap.compilations.same(made);
    Ok(heap.load_code_with(&made, heap.dialect, consts[..].into()).into())
}

fn wrong_part(
    heap: &mut Heap,
    function: &str,
    name: &str,
    at: usize,
    wanted: &str,
    parts: &[Value],
) -> Escape {
    let class = if parts[at].is_none() { "None".into() } else { heap.type_name(parts[at]) };
    let which = if function == "code" { (at + 1).to_string() } else { format!("'{name}'") };
    heap.type_error(format!("{function}() argument {which} must be {wanted}, not {class}"))
}

fn text(heap: &mut Heap, function: &str, at: usize, parts: &[Value]) -> Result<Name, Escape> {
    match heap.as_str(parts[at]) {
        Some(_) => Ok((&*heap.lossy(parts[at])).into()),
        None => Err(wrong_part(heap, function, REPLACE.names[at], at, "str", parts)),
    }
}

fn names(heap: &mut Heap, function: &str, at: usize, parts: &[Value]) -> Result<Vec<Name>, Escape> {
    let Some(items) = heap.as_tuple(parts[at]).cloned() else {
        return Err(wrong_part(heap, function, REPLACE.names[at], at, "tuple", parts));
    };
    let mut names = Vec::new();
    for &item in items.iter() {
        if heap.as_str(item).is_none() {
            let class = heap.type_name(item);
            return Err(heap.type_error(format!("name tuples must contain only strings, not '{class}'")));
        }
        names.push((&*heap.lossy(item)).into());
    }
    Ok(names)
}

/// Locals first; one that is a cell too has one slot.
fn slots(varnames: &[Name], cellvars: &[Name], freevars: &[Name]) -> Vec<(Name, LocalKind)> {
    let is_cell = |name: &Name| if cellvars.contains(name) { LocalKind::CELL } else { 0 };
    let locals = varnames.iter().map(|name| (name.clone(), LocalKind(LocalKind::LOCAL | is_cell(name))));
    let cells = cellvars.iter().filter(|name| !varnames.contains(name));
    let cells = cells.map(|name| (name.clone(), LocalKind(LocalKind::CELL)));
    let free = freevars.iter().map(|name| (name.clone(), LocalKind(LocalKind::FREE)));
    locals.chain(cells).chain(free).collect()
}

fn constant(heap: &mut Heap, value: Value) -> Result<Const, Escape> {
    if let Some(Obj::Code(code)) = value.handle().map(|handle| heap.obj(handle)) {
        return Ok(Const::Code(code.code.clone()));
    }
    match heap.as_constant(value) {
        Some(plain) => Ok(Const::Plain(plain)),
        None => {
            let class = heap.type_name(value);
            let text = format!("opstep has only constants in code objects, not '{class}' objects");
            Err(heap.raise(Type::SystemError, text))
        }
    }
}

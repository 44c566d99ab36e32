//! The type `memoryview`: its methods and attributes.

use crate::object::{
    Args, Arity, Escape, Format, GetSet, Heap, MemoryView, Native, Obj, Order, Outcome, Parameters, Str, Sym,
    Type, Value,
};

use super::{
    TypeTable,
    arguments::{Res, rest, size, some, text_of},
    bytes::hex_text,
    helpers::class_argument,
    text::encode_arguments,
};

static CAST: Parameters =
    Parameters { names: &["format", "shape"], positional_only: 0, positional: 2, required: 1 };
static TO_BYTES: Parameters =
    Parameters { names: &["order"], positional_only: 0, positional: 1, required: 0 };
static HEX: Parameters =
    Parameters { names: &["sep", "bytes_per_sep"], positional_only: 0, positional: 2, required: 0 };

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

fn int(number: usize) -> Value {
    Value::Int(number as i64)
}

pub(super) static MEMORY_VIEW: TypeTable = TypeTable {
    of: Type::MemoryView,
    methods: &[
        Native::new("__new__", Arity::Any, new),
        Native::new("__len__", Arity::Zero, |heap, args| Ok(int(heap.memory_len(args.get(0))?))),
        BUFFER,
        RELEASE_BUFFER,
        Native::new("release", Arity::Zero, release),
        Native::new("tobytes", Arity::Named(&TO_BYTES), to_bytes),
        Native::new("hex", Arity::Named(&HEX), |heap, args| {
            let view = this(heap, args)?;
            hex_text(heap, args, &heap.memory_bytes(&view, Order::C))
        }),
        Native::new("tolist", Arity::Zero, |heap, args| {
            let view = this(heap, args)?;
            Ok(heap.memory_list(&view))
        }),
        Native::new("cast", Arity::Named(&CAST), cast),
        Native::new("toreadonly", Arity::Zero, |heap, args| {
            let view = this(heap, args)?;
            Ok(heap.memory(view.read_only()))
        }),
        Native::new("__enter__", Arity::Zero, |heap, args| this(heap, args).map(|_| args.get(0))),
        Native::new("__exit__", Arity::AtLeast(0), release),
    ],
    attributes: &[
        get("obj", |heap, this| {
            let view = heap.open_memory(this)?;
            Ok(shown_owner(heap, &view))
        }),
        get("nbytes", |heap, this| Ok(int(heap.open_memory(this)?.bytes()))),
        get("readonly", |heap, this| Ok(Value::Bool(heap.open_memory(this)?.readonly))),
        get("itemsize", |heap, this| Ok(int(heap.open_memory(this)?.item_size))),
        get("format", |heap, this| {
            let text = heap.open_memory(this)?.format.text();
            Ok(heap.str(&text))
        }),
        get("ndim", |heap, this| Ok(int(heap.open_memory(this)?.dimensions.len()))),
        get("shape", |heap, this| {
            let view = heap.open_memory(this)?;
            Ok(heap.tuple(view.dimensions.iter().map(|dimension| int(dimension.count)).collect()))
        }),
        get("strides", |heap, this| {
            let view = heap.open_memory(this)?;
            Ok(heap.tuple(view.dimensions.iter().map(|dimension| Value::Int(dimension.stride)).collect()))
        }),
        get("suboffsets", |heap, this| {
            heap.open_memory(this)?;
            Ok(heap.tuple(Vec::new()))
        }),
        get("c_contiguous", |heap, this| is_contiguous(heap, this, &[Order::C])),
        get("f_contiguous", |heap, this| is_contiguous(heap, this, &[Order::Fortran])),
        get("contiguous", |heap, this| is_contiguous(heap, this, &[Order::C, Order::Fortran])),
    ],
};

pub(super) static OF_BYTES: TypeTable = TypeTable { of: Type::Bytes, methods: &[BUFFER], attributes: &[] };
pub(super) static OF_ARRAYS: TypeTable =
    TypeTable { of: Type::ByteArray, methods: &[BUFFER, RELEASE_BUFFER], attributes: &[] };

const BUFFER: Native = Native::new("__buffer__", Arity::One, |heap, args| {
    let flags = flags(heap, args.get(1))?;
    lend(heap, args.get(0), flags)
});
const RELEASE_BUFFER: Native = Native::new("__release_buffer__", Arity::One, |heap, args| {
    let (this, view) = (args.get(0), args.get(1));
    let Some(known) = heap.as_memory(view).cloned() else {
        return Err(heap.type_error("expected a memoryview object"));
    };
    if known.of.is_none() {
        return Err(heap.value_error("memoryview's buffer has already been released"));
    }
    if shown_owner(heap, &known) != this {
        return Err(heap.value_error("memoryview's buffer is not this object"));
    }
    release_view(heap, view)
});
/// `memoryview._from_flags(object, flags)`
pub(super) static FROM_FLAGS: Native = Native::new("_from_flags", Arity::Named(&FLAGS), |heap, args| {
    let flags = super::arguments::c_int(heap, args.get(2))?;
    of_object(heap, args.get(1), flags)
});
static FLAGS: Parameters =
    Parameters { names: &["cls", "object", "flags"], positional_only: 1, positional: 3, required: 3 };

/// What the prelude needs to lend bytes for an object of a class of its own.
pub(super) static HELPERS: &[Native] = &[
    Native::new("_lends", Arity::One, |heap, args| Ok(Value::Bool(heap.lends(args.get(0))))),
    Native::new("_is_told", Arity::One, |heap, args| {
        Ok(Value::Bool(heap.user_special(args.get(0), Sym::ReleaseBuffer).is_some()))
    }),
    Native::new("_is_of", Arity::Positional(2, 2), |heap, args| {
        let view = heap.as_memory(args.get(0)).cloned();
        Ok(Value::Bool(view.is_some_and(|view| shown_owner(heap, &view) == args.get(1))))
    }),
    Native::new("_plain_view", Arity::One, |heap, args| {
        let view = heap.memory_of(args.get(0))?;
        Ok(heap.memory(view))
    }),
    Native::new("_view_as_asked", Arity::Positional(2, 2), |heap, args| {
        let flags = super::arguments::c_int(heap, args.get(1))?;
        let view = view_as_asked(heap, args.get(0), flags)?;
        Ok(heap.memory(view))
    }),
    Native::new("_borrow", Arity::Positional(3, 3), |heap, args| {
        let wrapper = args.get(1).handle().expect("an object of the prelude");
        heap.borrow(args.get(0), wrapper, args.get(2).handle());
        Ok(args.get(0))
    }),
    Native::new("_give_back", Arity::One, |heap, args| {
        if let Some(view) = args.get(0).handle() {
            heap.give_back(view);
        }
        Ok(Value::None)
    }),
];

/// What a buffer is asked for.
mod flag {
    pub const WRITABLE: i32 = 1;
    pub const FORMAT: i32 = 4;
    pub const SHAPE: i32 = 8;
    pub const STRIDES: i32 = 0x10 | SHAPE;
    pub const C_CONTIGUOUS: i32 = 0x20 | STRIDES;
    pub const F_CONTIGUOUS: i32 = 0x40 | STRIDES;
    pub const ANY_CONTIGUOUS: i32 = 0x80 | STRIDES;
    /// All that there is to know, to read only.
    pub const FULL_READ_ONLY: i32 = 0x100 | STRIDES | FORMAT;
}

fn flags(heap: &mut Heap, value: Value) -> Res<i32> {
    match heap.small_int(value) {
        Some(int) if int > i32::MAX.into() => Err(heap.overflow_error("buffer flags too large")),
        Some(int) => Ok(int as i32),
        None if heap.is_int(value) => {
            Err(heap.overflow_error("cannot fit 'int' into an index-sized integer"))
        }
        None => size(heap, value).map(|int| int as i32),
    }
}

/// The view that bytes, or a view, give to who asks with these flags.
fn view_as_asked(heap: &mut Heap, object: Value, flags: i32) -> Res<MemoryView> {
    let view = heap.memory_of(object)?;
    let asks = |flag: i32| flags & flag == flag;
    let is_view = heap.as_memory(object).is_some();
    let refused = |heap: &mut Heap, text: &str| Err(heap.raise(Type::BufferError, text));
    if asks(flag::WRITABLE) && view.readonly {
        let text =
            if is_view { "memoryview: underlying buffer is not writable" } else { "Object is not writable." };
        return refused(heap, text);
    }
    if !is_view {
        return Ok(view);
    }
    let (by_c, by_fortran) = (view.is_contiguous(Order::C), view.is_contiguous(Order::Fortran));
    if (asks(flag::C_CONTIGUOUS) || !asks(flag::STRIDES)) && !by_c {
        return refused(heap, "memoryview: underlying buffer is not C-contiguous");
    }
    if asks(flag::F_CONTIGUOUS) && !by_fortran {
        return refused(heap, "memoryview: underlying buffer is not Fortran contiguous");
    }
    if asks(flag::ANY_CONTIGUOUS) && !by_c && !by_fortran {
        return refused(heap, "memoryview: underlying buffer is not contiguous");
    }
    if asks(flag::SHAPE) {
        return Ok(if asks(flag::FORMAT) { view } else { view.without_format() });
    }
    if asks(flag::FORMAT) {
        let text = "memoryview: cannot cast to unsigned bytes if the format flag is present";
        return refused(heap, text);
    }
    let count = view.bytes() / view.item_size;
    Ok(view.without_format().shaped(&[count]))
}

/// A view of an object, which may have to be asked for it.
fn of_object(heap: &mut Heap, object: Value, flags: i32) -> Outcome {
    if heap.as_memory(object).is_some() {
        let view = heap.open_memory(object)?;
        return Ok(heap.memory(view));
    }
    if heap.user_special(object, Sym::Buffer).is_some() {
        return Err(Escape::prelude("_memory_of_lender", [object, Value::Int(flags.into())]));
    }
    if heap.as_bytes(object).is_none() {
        let name = heap.type_name(object);
        let text = format!("memoryview: a bytes-like object is required, not '{name}'");
        return Err(heap.type_error(text));
    }
    lend(heap, object, flags)
}

/// What the builtin type's own `__buffer__` answers.
fn lend(heap: &mut Heap, this: Value, flags: i32) -> Outcome {
    let view = view_as_asked(heap, this, flags)?;
    let made = heap.memory(view);
    match (heap.as_memory(this).is_some(), heap.user_special(this, Sym::ReleaseBuffer)) {
        (true, _) => Err(Escape::prelude("_borrowed", [made, this, Value::None])),
        // The method is to be told when this view has gone.
        (false, Some(_)) => Err(Escape::prelude("_borrowed", [made, Value::None, this])),
        (false, None) => Ok(made),
    }
}

/// What a view says its bytes are of.
fn shown_owner(heap: &Heap, view: &MemoryView) -> Value {
    let Some(wrapper) = view.lender else { return view.of.map_or(Value::None, Value::Ref) };
    match heap.obj(wrapper) {
        Obj::Slots(parts) => match parts[..] {
            [lent, Value::None] => lent,
            [Value::None, lender] => lender,
            _ => wrapper.into(),
        },
        other => panic!("a wrapper is expected, not {other:?}"),
    }
}

fn release_view(heap: &mut Heap, view: Value) -> Outcome {
    let view = view.handle().expect("a view is on the heap");
    match heap.lent(view) {
        0 => {
            heap.release_memory(view);
            heap.leave_lender(view);
            Ok(Value::None)
        }
        count => {
            let many = if count == 1 { "" } else { "s" };
            let text = format!("memoryview has {count} exported buffer{many}");
            Err(heap.raise(Type::BufferError, text))
        }
    }
}

/// The view that a method is called on, if it is not released.
fn this(heap: &mut Heap, args: &Args) -> Res<MemoryView> {
    heap.open_memory(args.get(0))
}

/// Whether it is in one of these orders.
fn is_contiguous(heap: &mut Heap, this: Value, orders: &[Order]) -> Outcome {
    let view = heap.open_memory(this)?;
    Ok(Value::Bool(orders.iter().any(|&order| view.is_contiguous(order))))
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    class_argument(heap, args, Type::MemoryView)?;
    let given = rest(args).len() + args.keywords().count();
    if given > 1 {
        let kind = if args.positional().len() == 1 { "keyword " } else { "" };
        return Err(heap.type_error(format!("memoryview() takes at most 1 {kind}argument ({given} given)")));
    }
    let named = args.keywords().find(|(name, _)| heap.lossy(*name) == "object").map(|(_, value)| value);
    let Some(object) = rest(args).first().copied().or(named) else {
        return Err(heap.type_error("memoryview() missing required argument 'object' (pos 1)"));
    };
    of_object(heap, object, flag::FULL_READ_ONLY)
}

fn release(heap: &mut Heap, args: &Args) -> Outcome {
    release_view(heap, args.get(0))
}

fn to_bytes(heap: &mut Heap, args: &Args) -> Outcome {
    let view = this(heap, args)?;
    let mut wanted = Order::C;
    if let Some(order) = some(args.get(1)) {
        let Some(order) = text_of(heap, order) else {
            let name = heap.type_name(order);
            let text = format!("tobytes() argument 'order' must be str or None, not {name}");
            return Err(heap.type_error(text));
        };
        let order = order.text().to_lossy();
        if order.contains('\0') {
            return Err(heap.value_error("embedded null character"));
        }
        wanted = match &*order {
            "C" => Order::C,
            "F" => Order::Fortran,
            // As they lie, where they lie side by side.
            "A" if view.is_contiguous(Order::Fortran) => Order::Fortran,
            "A" => Order::C,
            _ => return Err(heap.value_error("order must be 'C', 'F' or 'A'")),
        };
    }
    let bytes = heap.memory_bytes(&view, wanted);
    Ok(heap.bytes(bytes))
}

/// CPython counts no further.
const MOST_DIMENSIONS: usize = 64;

fn cast(heap: &mut Heap, args: &Args) -> Outcome {
    let Some(format) = text_of(heap, args.get(1)) else {
        let name = if args.get(1).is_none() { "None".into() } else { heap.type_name(args.get(1)) };
        return Err(heap.type_error(format!("cast() argument 'format' must be str, not {name}")));
    };
    let view = this(heap, args)?;
    if !view.is_contiguous(Order::C) {
        return Err(heap.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    let shape = args.get(2).present();
    if (shape.is_some() || view.dimensions.len() != 1) && view.count() == 0 {
        return Err(heap.type_error("memoryview: cannot cast view with zeros in shape or strides"));
    }
    let shape = shape.map(|shape| parts_of_shape(heap, &view, shape)).transpose()?;
    let row = cast_to_row(heap, &view, &format)?;
    let Some(shape) = shape else { return Ok(heap.memory(row)) };
    let shape = lengths(heap, row.item_size, &shape)?;
    if shape.iter().product::<usize>() * row.item_size != view.bytes() {
        return Err(heap.type_error("memoryview: product(shape) * itemsize != buffer size"));
    }
    Ok(heap.memory(row.shaped(&shape)))
}

fn cast_to_row(heap: &mut Heap, view: &MemoryView, format: &Str) -> Res<MemoryView> {
    let ascii = heap.str("ascii");
    encode_arguments(heap, "cast", format.text(), ascii, Value::Null)?;
    let Some(format) = Format::of(&format.text().to_lossy()) else {
        return Err(heap.value_error(
            "memoryview: destination format must be a native single character format prefixed with an optional '@'",
        ));
    };
    if !view.format.is_bytes() && !format.is_bytes() {
        return Err(heap.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    if !view.bytes().is_multiple_of(format.size()) {
        return Err(heap.type_error("memoryview: length is not a multiple of itemsize"));
    }
    Ok(view.cast(format))
}

fn parts_of_shape(heap: &mut Heap, view: &MemoryView, shape: Value) -> Res<Vec<Value>> {
    let parts = match heap.layout(shape) {
        Type::List | Type::Tuple => heap.as_sequence(shape).unwrap_or_default().to_vec(),
        _ => return Err(heap.type_error("shape must be a list or a tuple")),
    };
    if parts.len() > MOST_DIMENSIONS {
        let text = format!("memoryview: number of dimensions must not exceed {MOST_DIMENSIONS}");
        return Err(heap.value_error(text));
    }
    if view.dimensions.len() != 1 && parts.len() != 1 {
        return Err(heap.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    Ok(parts)
}

/// The lengths of the dimensions; the product of all and an item's size is one that fits.
fn lengths(heap: &mut Heap, item_size: usize, shape: &[Value]) -> Res<Vec<usize>> {
    let mut lengths = Vec::with_capacity(shape.len());
    let mut bytes = item_size as i64;
    for &part in shape {
        if !heap.is_int(part) {
            return Err(heap.type_error("memoryview.cast(): elements of shape must be integers"));
        }
        let length = size(heap, part)?;
        if length <= 0 {
            return Err(heap.value_error("memoryview.cast(): elements of shape must be integers > 0"));
        }
        bytes = match bytes.checked_mul(length) {
            Some(bytes) => bytes,
            None => return Err(heap.value_error("memoryview.cast(): product(shape) > SSIZE_MAX")),
        };
        lengths.push(length as usize);
    }
    Ok(lengths)
}

//! The type `memoryview`: its methods and attributes.

use crate::object::{
    Args, Arity, Escape, Format, GetSet, Heap, MemoryView, Native, Order, Outcome, Parameters, Str, Type,
    Value,
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
        get("obj", |heap, this| Ok(heap.open_memory(this)?.of.map_or(Value::None, Value::Ref))),
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
    let flags = super::arguments::c_int(heap, args.get(1))?;
    with_flags(heap, args.get(0), flags)
});
const RELEASE_BUFFER: Native = Native::new("__release_buffer__", Arity::One, |heap, args| {
    let (this, view) = (args.get(0), args.get(1));
    let Some(of) = heap.as_memory(view).map(|view| view.of) else {
        return Err(heap.type_error("expected a memoryview object"));
    };
    match of {
        None => Err(heap.value_error("memoryview's buffer has already been released")),
        Some(of) if Value::from(of) != this => {
            Err(heap.value_error("memoryview's buffer is not this object"))
        }
        Some(_) => {
            heap.release_memory(view.handle().expect("a view is on the heap"));
            Ok(Value::None)
        }
    }
});
/// `memoryview._from_flags(object, flags)`
pub(super) static FROM_FLAGS: Native = Native::new("_from_flags", Arity::Named(&FLAGS), |heap, args| {
    let flags = super::arguments::c_int(heap, args.get(2))?;
    with_flags(heap, args.get(1), flags)
});
static FLAGS: Parameters =
    Parameters { names: &["cls", "object", "flags"], positional_only: 1, positional: 3, required: 3 };

/// The bit that asks for memory to write to.
const WRITABLE: i32 = 1;

fn with_flags(heap: &mut Heap, object: Value, flags: i32) -> Outcome {
    if heap.as_memory(object).is_none() && heap.as_bytes(object).is_none() {
        return Err(no_bytes(heap, object));
    }
    let view = heap.memory_of(object)?;
    if flags & WRITABLE != 0 && view.readonly {
        let text = match heap.as_memory(object) {
            Some(_) => "memoryview: underlying buffer is not writable",
            None => "Object is not writable.",
        };
        return Err(heap.raise(Type::BufferError, text));
    }
    Ok(heap.memory(view))
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
        return Err(heap.type_error(format!("memoryview() takes at most 1 argument ({given} given)")));
    }
    let named = args.keywords().find(|(name, _)| heap.lossy(*name) == "object").map(|(_, value)| value);
    let Some(object) = rest(args).first().copied().or(named) else {
        return Err(heap.type_error("memoryview() missing required argument 'object' (pos 1)"));
    };
    if heap.as_memory(object).is_none() && heap.as_bytes(object).is_none() {
        return Err(no_bytes(heap, object));
    }
    let view = heap.memory_of(object)?;
    Ok(heap.memory(view))
}

fn no_bytes(heap: &mut Heap, object: Value) -> Escape {
    let name = heap.type_name(object);
    heap.type_error(format!("memoryview: a bytes-like object is required, not '{name}'"))
}

fn release(heap: &mut Heap, args: &Args) -> Outcome {
    heap.release_memory(args.get(0).handle().expect("a view is on the heap"));
    Ok(Value::None)
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

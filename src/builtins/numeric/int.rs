//! The type `int`.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::{
    builtins::{
        TypeTable,
        arguments::{Res, big_int, bytes_of, flag, keywords, rest, size, some, text_of},
        helpers::class_argument,
    },
    object::{Args, Arity, Escape, GetSet, Handle, Heap, Native, Outcome, Parameters, Sym, Type, Value},
};

use super::{
    not_a_number,
    parse::{self, NotInt},
};

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let class = class_argument(heap, args, Type::Int)?;
    let [base] = keywords(heap, args, "int", ["base"])?;
    let rest = rest(args);
    if rest.len() + usize::from(!base.is_null()) > 2 {
        let given = rest.len() + usize::from(!base.is_null());
        return Err(heap.type_error(format!("int() takes at most 2 arguments ({given} given)")));
    }
    let base = rest.get(1).copied().unwrap_or(base);
    let int = match (rest.first(), base.is_null()) {
        (None, true) => BigInt::zero(),
        (None, false) => return Err(heap.type_error("int() missing string argument")),
        (Some(&value), true) => return from_value(heap, class, value),
        (Some(&value), false) => from_text(heap, value, base)?,
    };
    Ok(heap.int_of_class(class, int))
}

fn from_value(heap: &mut Heap, class: Handle, value: Value) -> Outcome {
    if class == Type::Int.handle() {
        match value {
            Value::Int(_) => return Ok(value),
            Value::Float(float) => return heap.float_to_int(float),
            _ => {}
        }
    }
    for name in [Sym::Int, Sym::Index, Sym::Trunc] {
        if heap.user_special(value, name).is_some() {
            return Err(Escape::Twin);
        }
    }
    let int = if let Some(int) = heap.big_int(value) {
        int
    } else if heap.layout(value) == Type::Float {
        let float = heap.to_float(value)?;
        let whole = heap.float_to_int(float)?;
        heap.big_int(whole).expect("an int")
    } else if let Some(text) = text_of(heap, value) {
        read(heap, &text.text().to_lossy(), 10, value)?
    } else if let Some(bytes) = bytes_of(heap, value) {
        let shown = plain_bytes(heap, &bytes);
        read(heap, &String::from_utf8_lossy(&bytes), 10, shown)?
    } else if heap.lends(value) {
        return Err(Escape::Twin);
    } else {
        let name = heap.type_name(value);
        return Err(heap.type_error(format!(
            "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
        )));
    };
    Ok(heap.int_of_class(class, int))
}

fn from_text(heap: &mut Heap, value: Value, base: Value) -> Res<BigInt> {
    let base = match heap.is_int(base) {
        true => heap.small_int(base).unwrap_or(-1),
        false => size(heap, base)?,
    };
    if base != 0 && !(2..=36).contains(&base) {
        return Err(heap.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    if let Some(text) = text_of(heap, value) {
        return read(heap, &text.text().to_lossy(), base as u32, value);
    }
    if let Some(bytes) = bytes_of(heap, value) {
        let shown = plain_bytes(heap, &bytes);
        return read(heap, &String::from_utf8_lossy(&bytes), base as u32, shown);
    }
    Err(heap.type_error("int() can't convert non-string with explicit base"))
}

/// What the message shows of bytes of any kind: as much as there is room for.
fn plain_bytes(heap: &mut Heap, bytes: &[u8]) -> Value {
    heap.bytes(bytes[..bytes.len().min(SHOWN)].to_vec())
}

/// So many characters of the value are in the message.
const SHOWN: usize = 200;

fn read(heap: &mut Heap, text: &str, base: u32, shown: Value) -> Res<BigInt> {
    let most = heap.most_digits;
    match parse::int(text, base, most) {
        Ok(int) => Ok(int),
        Err(NotInt::TooLong(digits)) => Err(heap.value_error(format!(
            "Exceeds the limit ({most} digits) for integer string conversion: value has {digits} digits; use \
             sys.set_int_max_str_digits() to increase the limit"
        ))),
        Err(NotInt::Malformed) => {
            let words = format!("invalid literal for int() with base {base}: ");
            Err(not_a_number(heap, &words, shown, Some(SHOWN)))
        }
    }
}

fn this(heap: &Heap, args: &Args) -> BigInt {
    heap.big_int(args.get(0)).expect("an int")
}

fn bit_length(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(Value::Int(this(heap, args).bits() as i64))
}

fn bit_count(heap: &mut Heap, args: &Args) -> Outcome {
    let ones = this(heap, args).magnitude().iter_u64_digits().map(u64::count_ones).sum::<u32>();
    Ok(Value::Int(ones.into()))
}

fn as_integer_ratio(heap: &mut Heap, args: &Args) -> Outcome {
    let int = heap.positive(args.get(0)).expect("an int");
    Ok(heap.tuple(vec![int, Value::Int(1)]))
}

fn itself(heap: &mut Heap, args: &Args) -> Outcome {
    Ok(heap.positive(args.get(0)).expect("an int"))
}

fn round(heap: &mut Heap, args: &Args) -> Outcome {
    let Some(digits) = some(args.get(1)) else { return itself(heap, args) };
    let digits = big_int(heap, digits)?;
    if !digits.is_negative() {
        return itself(heap, args);
    }
    let int = this(heap, args);
    let places = (-digits).to_u32().filter(|places| u64::from(*places) <= int.bits());
    let Some(places) = places else { return Ok(Value::Int(0)) };
    let unit = BigInt::from(10).pow(places);
    let (quotient, rest) = int.div_mod_floor(&unit);
    let twice = rest * 2;
    // A tie goes to the even neighbour.
    let up = twice > unit || (twice == unit && quotient.is_odd());
    Ok(heap.big((quotient + BigInt::from(u8::from(up))) * unit))
}

fn float(heap: &mut Heap, args: &Args) -> Outcome {
    heap.to_float(args.get(0)).map(Value::Float)
}

/// `big` or `little`: whether it is the first.
fn is_big(heap: &mut Heap, order: Value, function: &str) -> Res<bool> {
    match order {
        Value::Null => Ok(true),
        order if heap.as_str(order).is_none() => {
            Err(crate::builtins::arguments::wrong_type(heap, function, "'byteorder'", "str", order))
        }
        order => match &*heap.lossy(order) {
            "big" => Ok(true),
            "little" => Ok(false),
            _ => Err(heap.value_error("byteorder must be either 'little' or 'big'")),
        },
    }
}

fn to_bytes(heap: &mut Heap, args: &Args) -> Outcome {
    let length = if args.get(1).is_null() { 1 } else { size(heap, args.get(1))? };
    let big_end = is_big(heap, args.get(2), "to_bytes")?;
    let signed = flag(heap, args.get(3), false)?;
    if length < 0 {
        return Err(heap.value_error("length argument must be non-negative"));
    }
    heap.room_for(length as u64)?;
    let int = this(heap, args);
    if int.is_negative() && !signed {
        return Err(heap.overflow_error("can't convert negative int to unsigned"));
    }
    let length = length as usize;
    let mut bytes = if signed { int.to_signed_bytes_le() } else { int.magnitude().to_bytes_le() };
    if int.is_zero() {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(heap.overflow_error("int too big to convert"));
    }
    bytes.resize(length, if int.is_negative() { 0xFF } else { 0 });
    if big_end {
        bytes.reverse();
    }
    Ok(heap.bytes(bytes))
}

/// Whether a user's class says what its bytes are.
fn has_bytes(heap: &mut Heap, value: Value) -> bool {
    let (class, name) = (heap.class_of(value), heap.intern("__bytes__"));
    Type::at(class).is_none() && heap.lookup(class, name).is_some()
}

fn from_bytes(heap: &mut Heap, args: &Args) -> Outcome {
    let class = args.get(0).handle().expect("a class");
    let big_end = is_big(heap, args.get(2), "from_bytes")?;
    let bytes = match bytes_of(heap, args.get(1)) {
        Some(bytes) => bytes.to_vec(),
        None if heap.as_str(args.get(1)).is_some() => {
            return Err(heap.type_error("cannot convert 'str' object to bytes"));
        }
        None if has_bytes(heap, args.get(1)) || heap.lends(args.get(1)) => return Err(Escape::Twin),
        None => crate::builtins::bytes::from_iterable(heap, args.get(1), "bytes")?,
    };
    let signed = flag(heap, args.get(3), false)?;
    let int = match (big_end, signed) {
        (true, true) => BigInt::from_signed_bytes_be(&bytes),
        (false, true) => BigInt::from_signed_bytes_le(&bytes),
        (true, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
        (false, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
    };
    if class == Type::Int.handle() {
        return Ok(heap.big(int));
    }
    let int = heap.big(int);
    Err(Escape::call(class.into(), vec![int]))
}

static TO_BYTES: Parameters =
    Parameters { names: &["length", "byteorder", "signed"], positional_only: 0, positional: 2, required: 0 };
static FROM: Parameters = Parameters {
    names: &["", "bytes", "byteorder", "signed"],
    positional_only: 1,
    positional: 3,
    required: 2,
};

pub static FROM_BYTES: Native =
    Native::new("from_bytes", Arity::Named(&FROM), from_bytes).twin("_int_from_bytes");

const fn get(name: &'static str, get: fn(&mut Heap, Value) -> Outcome) -> GetSet {
    GetSet { name, get, set: None }
}

pub static INT: TypeTable = TypeTable {
    of: Type::Int,
    methods: &[
        Native::new("__new__", Arity::Any, new).twin("_int_new"),
        Native::new("__int__", Arity::Zero, itself),
        Native::new("__index__", Arity::Zero, itself),
        Native::new("__float__", Arity::Zero, float),
        Native::new("__round__", Arity::Positional(0, 1), round),
        Native::new("__trunc__", Arity::Zero, itself),
        Native::new("__floor__", Arity::Zero, itself),
        Native::new("__ceil__", Arity::Zero, itself),
        Native::new("bit_length", Arity::Zero, bit_length),
        Native::new("bit_count", Arity::Zero, bit_count),
        Native::new("as_integer_ratio", Arity::Zero, as_integer_ratio),
        Native::new("conjugate", Arity::Zero, itself),
        Native::new("is_integer", Arity::Zero, |_, _| Ok(Value::Bool(true))),
        Native::new("to_bytes", Arity::Named(&TO_BYTES), to_bytes),
    ],
    attributes: &[
        get("real", |heap, of| Ok(heap.positive(of).expect("an int"))),
        get("imag", |_, _| Ok(Value::Int(0))),
        get("numerator", |heap, of| Ok(heap.positive(of).expect("an int"))),
        get("denominator", |_, _| Ok(Value::Int(1))),
    ],
};

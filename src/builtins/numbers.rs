//! The functions about numbers.

use num_bigint::BigInt;
use num_traits::Signed;

use crate::object::{
    Args, Arity, Comparison, Escape, Heap, Native, Operator, Outcome, Parameters, Real, Sym, Type, Value,
    number,
};

pub(super) static FUNCTIONS: &[Native] = &[
    Native::new("abs", Arity::One, abs).twin("_abs"),
    Native::new("bin", Arity::One, |heap, args| radix(heap, args, 2, "0b")).twin("_bin"),
    Native::new("divmod", Arity::Positional(2, 2), divmod).twin("_divmod"),
    Native::new("hex", Arity::One, |heap, args| radix(heap, args, 16, "0x")).twin("_hex"),
    Native::new("max", Arity::Any, |heap, args| extreme(heap, args, Comparison::Gt)).twin("_max"),
    Native::new("min", Arity::Any, |heap, args| extreme(heap, args, Comparison::Lt)).twin("_min"),
    Native::new("oct", Arity::One, |heap, args| radix(heap, args, 8, "0o")).twin("_oct"),
    Native::new("pow", Arity::Named(&POW), pow).twin("_pow"),
    Native::new("round", Arity::Named(&ROUND), round).twin("_round"),
];

static POW: Parameters =
    Parameters { names: &["base", "exp", "mod"], positional_only: 0, positional: 3, required: 2 };
static ROUND: Parameters =
    Parameters { names: &["number", "ndigits"], positional_only: 0, positional: 2, required: 1 };

fn int_argument(heap: &mut Heap, value: Value) -> Result<BigInt, Escape> {
    match heap.big_int(value) {
        Some(int) => Ok(int),
        None => Err(heap.index(value).err().unwrap_or(Escape::Twin)),
    }
}

fn abs(heap: &mut Heap, args: &Args) -> Outcome {
    let value = args.get(0);
    if heap.user_special(value, Sym::Abs).is_some() {
        return Err(Escape::Twin);
    }
    magnitude(heap, value)
}

/// `abs(value)`, as the builtin types have it.
pub(super) fn magnitude(heap: &mut Heap, value: Value) -> Outcome {
    match heap.real(value) {
        Some(Real::Float(float)) => Ok(Value::Float(float.abs())),
        Some(Real::Small(int)) if int != i64::MIN => Ok(Value::Int(int.abs())),
        Some(_) => {
            let int = int_argument(heap, value)?;
            Ok(heap.big(int.abs()))
        }
        None => match heap.as_complex(value) {
            Some((re, im)) => Ok(Value::Float(re.hypot(im))),
            None => {
                let class = heap.type_name(value);
                Err(heap.type_error(format!("bad operand type for abs(): '{class}'")))
            }
        },
    }
}

fn radix(heap: &mut Heap, args: &Args, radix: u32, prefix: &str) -> Outcome {
    let int = int_argument(heap, args.get(0))?;
    let sign = if int.is_negative() { "-" } else { "" };
    Ok(heap.str(&format!("{sign}{prefix}{}", int.magnitude().to_str_radix(radix))))
}

pub(super) fn is_number(heap: &Heap, value: Value) -> bool {
    heap.real(value).is_some() && Type::at(heap.class_of(value)).is_some()
}

fn divmod(heap: &mut Heap, args: &Args) -> Outcome {
    let (a, b) = (args.get(0), args.get(1));
    if !is_number(heap, a) || !is_number(heap, b) {
        return Err(Escape::Twin);
    }
    quotient_and_rest(heap, a, b)
}

/// `divmod(a, b)` of two numbers that are not complex.
pub(super) fn quotient_and_rest(heap: &mut Heap, a: Value, b: Value) -> Outcome {
    let is_float = |value| matches!(heap.real(value), Some(Real::Float(_)));
    if is_float(a) || is_float(b) {
        let (x, y) = (heap.to_float(a)?, heap.to_float(b)?);
        if y == 0.0 {
            return Err(heap.raise(Type::ZeroDivisionError, "float divmod()"));
        }
        let (quotient, rest) = number::divmod(x, y);
        return Ok(heap.tuple(vec![Value::Float(quotient), Value::Float(rest)]));
    }
    let quotient = heap.operate(Operator::FloorDivide, a, b)?;
    let rest = heap.operate(Operator::Remainder, a, b)?;
    Ok(heap.tuple(vec![quotient, rest]))
}

fn pow(heap: &mut Heap, args: &Args) -> Outcome {
    let [base, exponent, modulus] = [0, 1, 2].map(|at| args.get(at));
    if !modulus.is_null() && !modulus.is_none() && heap.user_special(base, Sym::Pow).is_some() {
        return Err(Escape::Twin);
    }
    power(heap, base, exponent, modulus)
}

pub(super) fn power(heap: &mut Heap, base: Value, exponent: Value, modulus: Value) -> Outcome {
    if modulus.is_null() || modulus.is_none() {
        if heap.user_special(base, Sym::Pow).is_some() || heap.user_special(exponent, Sym::RPow).is_some() {
            return Err(Escape::Twin);
        }
        return heap.binary(Operator::Power, false, base, exponent);
    }
    let all = [base, exponent, modulus];
    if let [Some(base), Some(exponent), Some(modulus)] = all.map(|each| heap.big_int(each)) {
        return number::power_modulo(heap, &base, &exponent, &modulus);
    }
    if heap.user_special(base, Sym::Pow).is_some() {
        return Err(Escape::Twin);
    }
    // Each of the three types is asked in turn.
    for each in all {
        match heap.layout(each) {
            Type::Float => {
                let text = "pow() 3rd argument not allowed unless all arguments are integers";
                return Err(heap.type_error(text));
            }
            Type::Complex
                if all[..2]
                    .iter()
                    .all(|&each| heap.as_complex(each).is_some() || heap.real(each).is_some()) =>
            {
                return Err(heap.value_error("complex modulo"));
            }
            _ => {}
        }
    }
    let names = all.map(|each| format!("'{}'", heap.type_name(each))).join(", ");
    Err(heap.type_error(format!("unsupported operand type(s) for ** or pow(): {names}")))
}

fn round(heap: &mut Heap, args: &Args) -> Outcome {
    let (value, digits) = (args.get(0), args.get(1));
    if heap.user_special(value, Sym::Round).is_some() {
        return Err(Escape::Twin);
    }
    let no_digits = digits.is_null() || digits.is_none();
    match heap.real(value) {
        Some(Real::Float(float)) if no_digits => heap.float_to_int(float.round_ties_even()),
        Some(Real::Float(float)) => {
            let digits = heap.index(digits)?;
            super::numeric::float::round_to(heap, float, digits)
        }
        Some(_) if no_digits => Ok(heap.positive(value).unwrap_or(value)),
        Some(_) => {
            let (int, digits) = (int_argument(heap, value)?, heap.index(digits)?);
            if digits >= 0 {
                return Ok(heap.big(int));
            }
            let Some(power) = u32::try_from(-digits).ok().filter(|&power| power < 100_000) else {
                return Ok(Value::Int(0));
            };
            let unit = BigInt::from(10).pow(power);
            let (quotient, rest) = num_integer::Integer::div_mod_floor(&int, &unit);
            let twice: BigInt = rest * 2;
            let up = twice > unit || twice == unit && quotient.bit(0);
            Ok(heap.big((quotient + i32::from(up)) * unit))
        }
        None => {
            let class = heap.type_name(value);
            Err(heap.type_error(format!("type {class} doesn't define __round__ method")))
        }
    }
}

/// Correctly rounded, by way of the decimal text as CPython does it.
fn extreme(heap: &mut Heap, args: &Args, better: Comparison) -> Outcome {
    let name = if better == Comparison::Gt { "max" } else { "min" };
    let given = args.positional();
    if given.is_empty() {
        return Err(heap.type_error(format!("{name} expected at least 1 argument, got 0")));
    }
    if args.names().len() > 2 {
        let given = args.names().len();
        return Err(heap.type_error(format!("{name}() takes at most 2 keyword arguments ({given} given)")));
    }
    if args.has_keywords() {
        return Err(Escape::Twin);
    }
    let mut best = None;
    let mut take = |heap: &mut Heap, item| {
        let is_better = match best {
            Some(best) => heap.compare(better, item, best).and_then(|answer| heap.truth(answer))?,
            None => true,
        };
        if is_better {
            best = Some(item);
        }
        Ok(true)
    };
    match *given {
        [iterable] => heap.each_item(iterable, take)?,
        _ => given.iter().try_for_each(|&item| take(heap, item).map(|_| ()))?,
    }
    best.ok_or_else(|| heap.value_error(format!("{name}() iterable argument is empty")))
}

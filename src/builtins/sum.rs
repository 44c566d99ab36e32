//! `sum`. Items of the program's own are added in Python (`_sum`), by the same rules.

use super::numbers::is_number;
use crate::object::{Args, Arity, Escape, Heap, Native, Operator, Outcome, Parameters, Value};

pub(super) static FUNCTIONS: &[Native] = &[Native::new("sum", Arity::Named(&SUM), sum).twin("_sum")];

pub(super) static HELPERS: &[Native] = &[
    Native::new("_add_floats", Arity::Positional(3, 3), |heap, args| {
        let [total, lost, item] = floats(args);
        let (total, lost) = add_floats(total, lost, item);
        Ok(heap.tuple(vec![Value::Float(total), Value::Float(lost)]))
    }),
    Native::new("_with_lost", Arity::Positional(2, 2), |_, args| {
        let [total, lost] = floats(args);
        Ok(Value::Float(with_lost(total, lost)))
    }),
];

static SUM: Parameters =
    Parameters { names: &["iterable", "start"], positional_only: 1, positional: 2, required: 1 };

fn sum(heap: &mut Heap, args: &Args) -> Outcome {
    let start = args.get(1).present().unwrap_or(Value::Int(0));
    if !is_number(heap, start) {
        return Err(Escape::Twin);
    }
    let mut sum = Sum { total: start, lost: 0.0, adds: Adds::of(start) };
    heap.each_item(args.get(0), |heap, item| sum.add(heap, item).map(|()| true))?;
    Ok(sum.total())
}

/// How CPython's `sum` adds at the moment: it begins with small ints if it can, goes over to floats, and from there or
/// at once to whatever `+` does.
#[derive(Clone, Copy, PartialEq)]
enum Adds {
    Ints,
    Floats,
    Anything,
}

impl Adds {
    fn of(total: Value) -> Self {
        match total {
            Value::Int(_) => Self::Ints,
            Value::Float(_) => Self::Floats,
            _ => Self::Anything,
        }
    }
}

struct Sum {
    total: Value,
    lost: f64,
    adds: Adds,
}

impl Sum {
    fn add(&mut self, heap: &mut Heap, item: Value) -> Result<(), Escape> {
        if !is_number(heap, item) {
            return Err(Escape::Twin);
        }
        match (self.adds, self.total, item) {
            (Adds::Floats, Value::Float(total), Value::Float(item)) => {
                let (total, lost) = add_floats(total, self.lost, item);
                (self.total, self.lost) = (Value::Float(total), lost);
                return Ok(());
            }
            (Adds::Floats, Value::Float(total), Value::Int(item)) => {
                self.total = Value::Float(total + item as f64);
                return Ok(());
            }
            (Adds::Floats, Value::Float(total), Value::Bool(item)) => {
                self.total = Value::Float(total + f64::from(u8::from(item)));
                return Ok(());
            }
            (Adds::Floats, ..) => {
                self.total = self.total();
                self.adds = Adds::Anything;
            }
            _ => {}
        }
        self.total = heap.binary(Operator::Add, false, self.total, item)?;
        if self.adds == Adds::Ints {
            self.adds = Adds::of(self.total);
        }
        Ok(())
    }

    fn total(&self) -> Value {
        match self.total {
            Value::Float(total) if self.adds == Adds::Floats => Value::Float(with_lost(total, self.lost)),
            total => total,
        }
    }
}

/// What floats lose when they are added is kept apart (Neumaier), as CPython does since 3.12.
fn add_floats(total: f64, lost: f64, item: f64) -> (f64, f64) {
    let next = total + item;
    let more = if total.abs() >= item.abs() { (total - next) + item } else { (item - next) + total };
    (next, lost + more)
}

fn with_lost(total: f64, lost: f64) -> f64 {
    if lost != 0.0 && lost.is_finite() { total + lost } else { total }
}

fn floats<const N: usize>(args: &Args) -> [f64; N] {
    std::array::from_fn(|at| match args.get(at) {
        Value::Float(float) => float,
        other => panic!("a float is expected, not {other:?}"),
    })
}

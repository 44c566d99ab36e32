//! `time`: the clock is outside, so it is asked for.

use crate::object::{Answer, Arity, Clock, Escape, Heap, Native, Outcome, Value, Want};

static FUNCTIONS: &[Native] = &[
    Native::new("time", Arity::Zero, |heap, _| seconds(heap, Clock::Wall)),
    Native::new("time_ns", Arity::Zero, |heap, _| nanoseconds(heap, Clock::Wall).map(Value::Int)),
    Native::new("perf_counter", Arity::Zero, |heap, _| seconds(heap, Clock::Monotonic)),
    Native::new("perf_counter_ns", Arity::Zero, |heap, _| {
        nanoseconds(heap, Clock::Monotonic).map(Value::Int)
    }),
    Native::new("monotonic", Arity::Zero, |heap, _| seconds(heap, Clock::Monotonic)),
    Native::new("process_time", Arity::Zero, |heap, _| seconds(heap, Clock::Process)),
    Native::new("sleep", Arity::One, |_, _| Ok(Value::None)),
];

pub(super) fn install(heap: &mut Heap) {
    super::make(heap, "time", FUNCTIONS);
}

fn nanoseconds(heap: &mut Heap, clock: Clock) -> Result<i64, Escape> {
    match heap.world.ask(Want::Clock(clock))? {
        Answer::Nanoseconds(nanoseconds) => Ok(nanoseconds),
        other => panic!("a time was asked for, not {other:?}"),
    }
}

fn seconds(heap: &mut Heap, clock: Clock) -> Outcome {
    nanoseconds(heap, clock).map(|nanoseconds| Value::Float(nanoseconds as f64 / 1e9))
}

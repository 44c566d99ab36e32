//! The history keeps few moments, near ones densely, and always the first.

use opstep::debugger::history::{History, Limits};

const LIMITS: Limits = Limits { moments: 64, bytes: 1 << 30, interval: 1000 };

/// A run to `end` that keeps a moment whenever one is due.
fn recorded(end: u64, limits: Limits) -> History<u64> {
    let mut history = History::new(0, 0, limits);
    let mut step = 0;
    while step < end {
        step = history.next_due(step, None, 0).min(end);
        history.keep(step, step, 1000, 0, step);
    }
    history
}

#[test]
fn is_bounded_and_dense_near_the_present() {
    for end in [1, 999, 64_000, 1_000_000, 50_000_000] {
        let history = recorded(end, LIMITS);
        assert!(history.len() <= LIMITS.moments);
        assert_eq!(history.oldest(), 0);
        for age in [1, 10, 1000, 10_000, 100_000, 1_000_000, 10_000_000] {
            let Some(step) = end.checked_sub(age) else { continue };
            let (near, &moment) = history.at_or_before(step).expect("the first moment is always kept");
            assert_eq!(near, moment);
            let way = step - near;
            assert!(way <= LIMITS.interval + age / 2, "{way} steps to reach step {step} of {end}");
        }
    }
}

#[test]
fn walking_back_takes_short_ways() {
    let end = 10_000_000;
    let mut history = recorded(end, LIMITS);
    let mut walked = 0;
    let back = 20_000;
    for step in (end - back..end).rev() {
        let (mut at, _) = history.at_or_before(step).expect("the first moment is always kept");
        walked += step - at;
        while at < step {
            at = history.next_due(at, Some(step), 0).min(step);
            if at < step && history.wants(at) {
                history.keep(at, at, 1000, 0, step);
            }
        }
        assert!(history.len() <= LIMITS.moments);
    }
    let mean = walked / back;
    assert!(mean < 100, "{mean} steps forward for each step back");
}

#[test]
fn memory_is_bounded_too() {
    let mut history = History::new(0, 0, Limits { moments: 64, bytes: 5_000, interval: 10 });
    for step in (10..10_000).step_by(10) {
        history.keep(step, step, 600, step * 60, step);
        assert!(history.bytes() <= 5_000 || history.len() <= 2, "{} bytes", history.bytes());
    }
    assert_eq!(history.oldest(), 0);
    assert!(history.len() >= 3);
}

#[test]
fn moments_that_make_the_program_copy_much_are_kept_rarely() {
    let mut history = History::new(0, 0, LIMITS);
    let mut copied = 0;
    for step in (LIMITS.interval..10_000_000).step_by(1000) {
        if history.is_due(step, copied) {
            history.keep(step, step, 2_000_000, copied, step);
            copied += 1_000_000;
        }
    }
    assert_eq!(history.len(), 6, "the first, one at once, then one each two million steps");
    assert!(!history.is_due(10_000_000, copied + 1_000_000), "dearer than was thought");
}

//! Targets that break at every input with an `x` in it: the hunt has to see that.

use crate::{random::Random, targets::Target};

pub const PANICS: Target = trap("panics", |input| {
    assert!(!has_x(input), "as wanted");
    true
});

pub const HANGS: Target = trap("hangs", |input| {
    while has_x(input) {
        std::thread::yield_now();
    }
    true
});

pub const OVERFLOWS: Target = trap("overflows", |input| !has_x(input) || dive(0) > 0);

const fn trap(name: &'static str, check: fn(&[u8]) -> bool) -> Target {
    Target { name, corpus: |_| Vec::new(), input: letters, stack: 1 << 20, check }
}

fn letters(_: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    (0..30).map(|_| b'a' + random.below(26) as u8).collect()
}

fn has_x(input: &[u8]) -> bool {
    input.contains(&b'x')
}

fn dive(depth: u64) -> u64 {
    let room = std::hint::black_box([depth; 100]);
    if depth == u64::MAX { 0 } else { dive(depth + 1) + room[99] }
}

//! What happens to a program that asks for more than there is: it is told, and the machine stays well.

mod machine;

use std::{io, sync::atomic::AtomicBool};

use machine::{Outcome, run_limited};
use opstep::{
    debugger::run::{Ending, World, run},
    source::Source,
    vm::{Event, Limits},
};

const MEMORY: u64 = 32 << 20;

fn check(program: &str, expected: &str) {
    let limits = Limits { memory: MEMORY, steps: 50_000_000 };
    let Outcome { out, err, status } = run_limited(program, limits).expect("the program ends");
    assert_eq!((out.as_str(), err.as_str(), status), (expected, "", 0), "{program}");
}

#[test]
fn too_much_at_once_is_a_memory_error() {
    for what in
        ["'a' * 10**12", "[0] * 10**10", "(0,) * 10**10", "2 ** 10**12", "1 << 10**12", "list(range(10**10))"]
    {
        check(
            &format!("try:\n    {what}\nexcept MemoryError as e:\n    print('refused', e.args)\n"),
            "refused ()\n",
        );
    }
}

#[test]
fn too_much_in_small_pieces_is_a_memory_error() {
    let endless = "
def fill():
    kept = []
    while True:
        kept.append([len(kept)])
try:
    fill()
except MemoryError:
    print('full')
print(len([0] * 1000))
";
    check(endless, "full\n1000\n");
}

#[test]
fn what_natives_make_on_their_way_is_bounded() {
    for what in [
        "('ab ' * 10**6).split()",
        "(b'ab ' * 10**6).rsplit(b' ')",
        "('ab\\n' * 10**6).splitlines()",
        "list(zip(range(10**6), range(10**6)))",
        "sorted(enumerate(range(10**6)))",
        "repr([['x' * 1000] * 1000] * 1000)",
        "f(*range(10**6), *range(10**6))",
    ] {
        check(
            &format!("def f(*a): pass\ntry:\n    {what}\nexcept MemoryError:\n    print('refused')\n"),
            "refused\n",
        );
    }
}

#[test]
fn what_is_not_kept_takes_no_memory() {
    check("print(sum(range(3 * 10**6)), any([]), all(range(1, 3 * 10**6)))\n", "4499998500000 False True\n");
    check("print(max(enumerate(range(5 * 10**5))))\n", "(499999, 499999)\n");
}

#[test]
fn frames_take_memory() {
    let endless = "
import sys
sys.setrecursionlimit(10**8)
def f(n):
    return f(n + 1)
try:
    f(0)
except MemoryError:
    print('full')
def g(n):
    return 0 if n == 0 else 1 + g(n - 1)
print(g(20_000))
";
    check(endless, "full\n20000\n");
}

#[test]
fn what_fits_is_made() {
    check("print(len('a' * (25 << 20)), len(b'ab' * (10 << 20)))\n", "26214400 20971520\n");
    check("print(len([0] * (1 << 20)), len((1, 2) * (1 << 19)))\n", "1048576 1048576\n");
}

#[test]
fn what_is_written_and_kept_takes_memory() {
    let endless = "
import sys
def fill():
    while True:
        sys.stderr.write('x' * 1000)
try:
    fill()
except MemoryError:
    print('full')
";
    let Outcome { out, err, status } =
        run_limited(endless, Limits { memory: MEMORY, steps: 50_000_000 }).expect("the program ends");
    assert_eq!((out.as_str(), status), ("full\n", 0));
    assert!(err.len() as u64 > MEMORY / 2 && (err.len() as u64) < MEMORY, "{} bytes", err.len());
}

#[test]
fn what_nobody_goes_back_to_takes_no_memory() {
    let text = "import sys\nn = 0\nfor line in sys.stdin:\n    n += len(line)\n    print(line * 100, end='')\nprint(n)\n";
    let source = Source::from_text("<text>", text);
    let limits = Limits { memory: MEMORY, steps: 50_000_000 };
    let program = machine::program("<text>", &source, Vec::new(), limits);
    let lines = "a line of twenty chars\n".repeat(20_000);
    let mut world = World {
        out: &mut Vec::new(),
        err: &mut io::sink(),
        input: &mut lines.as_bytes(),
        interrupted: &AtomicBool::new(false),
    };
    assert_eq!(run(program, &mut world).expect("nothing goes wrong outside"), Ending::Finished(0));
}

#[test]
fn garbage_is_taken_away() {
    let wasteful = "
class Node:
    def __init__(self, other):
        self.other = other
last = None
for i in range(200_000):
    node = Node(None)
    node.other = Node(node)
    last = [node, str(i)]
print(last[1], last[0].other.other is last[0])
";
    check(wasteful, "199999 True\n");
}

#[test]
fn the_limit_of_steps_ends_the_run() {
    let event =
        run_limited("while True: pass\n", Limits { memory: MEMORY, steps: 1000 }).expect_err("it never ends");
    assert_eq!(event, Event::Limit("steps"));
}

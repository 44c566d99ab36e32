//! The machine as a value: stepping, hidden frames, clones, the journal.

mod machine;

use machine::start_text;
use opstep::{
    object::{Answer, Stream, Want},
    vm::{Event, Vm},
};

const SORT: &str = "\
def key(x):
    return -x
print(sorted([1, 3, 2], key=key))
";

fn visible_names(vm: &Vm) -> Vec<String> {
    let visible = vm.frames().filter(|frame| !frame.hidden);
    visible.map(|frame| frame.code.code.name.to_string()).collect()
}

fn written(vm: &Vm) -> String {
    vm.output().iter().map(|(_, text)| text).collect()
}

#[test]
fn a_key_function_is_stepped_into_and_the_prelude_is_not_seen() {
    let mut vm = start_text("sort.py", SORT);
    let (mut calls, mut hidden, mut visible) = (0, 0, 0);
    while vm.finished().is_none() {
        let is_hidden = vm.frames().next().expect("a frame runs").hidden;
        let frames = visible_names(&vm);
        if frames.len() == 2 {
            assert_eq!(frames, ["key", "<module>"]);
            calls += u32::from(!is_hidden && vm.frames().next().expect("a frame runs").offset == 0);
        }
        let before = vm.steps();
        vm.step();
        assert_eq!(vm.steps() - before, u64::from(!is_hidden), "only visible instructions count");
        hidden += u64::from(is_hidden);
        visible += u64::from(!is_hidden);
    }
    assert_eq!(calls, 3, "once for each item");
    assert!(hidden > 0, "the prelude did the work");
    assert_eq!((vm.steps(), vm.ticks()), (visible, visible + hidden));
    assert_eq!(written(&vm), "[3, 2, 1]\n");
}

#[test]
fn steps_and_a_run_come_to_the_same() {
    let mut stepped = start_text("sort.py", SORT);
    let mut run = stepped.clone();
    while stepped.finished().is_none() {
        stepped.step();
    }
    assert_eq!(run.run(u64::MAX), Event::Finished(0));
    assert_eq!((run.steps(), written(&run)), (stepped.steps(), written(&stepped)));
}

#[test]
fn what_a_clone_does_leaves_the_other_alone() {
    let text = "xs = [1]\nd = {}\nwhile len(xs) < 500:\n    xs.append(len(xs))\n    d[len(xs)] = xs[-1]\nprint(sum(xs), len(d))\n";
    let mut vm = start_text("grow.py", text);
    vm.run(1000);
    let keep = vm.clone();
    assert_eq!(vm.run(u64::MAX), Event::Finished(0));
    let first = written(&vm);
    for _ in 0..2 {
        let mut again = keep.clone();
        assert_eq!((again.steps(), written(&again).as_str()), (1000, ""));
        assert_eq!(again.run(u64::MAX), Event::Finished(0));
        assert_eq!((again.steps(), written(&again)), (vm.steps(), first.clone()));
    }
}

#[test]
fn a_handler_that_nothing_was_raised_for_is_refused() {
    let text = "
def f():
    try:
        raise ValueError(1)
    except ValueError as error:
        pass
code = f.__code__
raise_it, invert = bytes([130, 1]), bytes([12, 0])
f.__code__ = code.replace(co_code=code.co_code.replace(raise_it, invert))
try:
    f()
except SystemError as error:
    print(error)
";
    let mut vm = start_text("altered.py", text);
    assert_eq!(vm.run(u64::MAX), Event::Finished(0));
    assert_eq!(written(&vm), "bad bytecode: an exception is expected\n");
}

#[test]
fn a_replay_needs_no_second_answer() {
    let mut vm = start_text("ask.py", "import time\nname = input('? ')\nprint(name, time.time())\n");
    let start = vm.clone();
    assert_eq!(vm.run(u64::MAX), Event::Wants(Want::Line));
    assert_eq!(written(&vm), "? ", "the prompt is written once, before the question");
    vm.answer(Answer::Line("Ada\n".into()));
    let asked = vm.run(u64::MAX);
    assert!(matches!(asked, Event::Wants(Want::Clock(_))), "{asked:?}");
    vm.answer(Answer::Nanoseconds(1_500_000_000));
    assert_eq!(vm.run(u64::MAX), Event::Finished(0));
    assert_eq!(written(&vm), "? Ada 1.5\n");
    let mut again = start;
    assert_eq!(again.run(u64::MAX), Event::Finished(0));
    assert_eq!((written(&again), again.steps()), (written(&vm), vm.steps()));
}

#[test]
fn an_interrupt_comes_again_in_every_replay() {
    let mut vm = start_text(
        "loop.py",
        "try:\n    while True:\n        pass\nexcept KeyboardInterrupt:\n    print('stopped')\n",
    );
    let start = vm.clone();
    assert_eq!(vm.run(100), Event::Ran);
    vm.interrupt();
    assert_eq!(vm.run(u64::MAX), Event::Finished(0));
    let mut again = start;
    assert_eq!(again.run(u64::MAX), Event::Finished(0));
    assert_eq!((written(&again), again.steps()), ("stopped\n".to_owned(), vm.steps()));
}

#[test]
fn tracebacks_go_around_hidden_frames() {
    let mut vm = start_text("bad.py", "def key(x):\n    return 1 / x\nsorted([0], key=key)\n");
    assert_eq!(vm.run(u64::MAX), Event::Finished(1));
    let err: String =
        vm.output().iter().filter(|(stream, _)| *stream == Stream::Err).map(|(_, text)| text).collect();
    let expected = "Traceback (most recent call last):
  File \"bad.py\", line 3, in <module>
    sorted([0], key=key)
  File \"bad.py\", line 2, in key
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
";
    assert_eq!(err, expected);
}

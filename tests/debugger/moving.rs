//! Moving in time: every way forward has its way back, and the same moment always looks the same.

use opstep::debugger::{Command, Session, Stop};

use crate::programs::{CATCH, FACT, all_sorts, examples, go, open, open_text, place, views_ahead};

#[test]
fn back_undoes_step_in_every_program() {
    for path in all_sorts() {
        let mut session = open(&path);
        let views = views_ahead(&mut session, 400);
        assert!(views.len() > 10, "{path} runs");
        for (step, then) in views.iter().enumerate().rev() {
            let now = session.view(0);
            assert!(now == *then, "{path} at step {step}, coming back:\n{now:#?}\n{then:#?}");
            session.apply(Command::Back(1));
        }
        assert_eq!(session.apply(Command::Back(1)), Stop::AtStart, "{path}");
    }
}

#[test]
fn any_step_can_be_gone_to_from_any_other() {
    for path in examples() {
        let mut session = open(&path);
        let views = views_ahead(&mut session, 300);
        // A fixed walk that jumps all over the run.
        let mut at = 17;
        for _ in 0..60 {
            at = (at * 31 + 7) % views.len();
            session.apply(Command::Goto(at as u64));
            assert!(session.view(0) == views[at], "{path} at step {at}");
        }
    }
}

#[test]
fn run_and_run_back_meet_the_same_breakpoints() {
    let mut session = open_text(FACT);
    session.add_breakpoint("fn:fact").expect("there is fact");
    session.add_breakpoint("fact+12").expect("there is an instruction");
    let mut ahead = Vec::new();
    loop {
        let (stop, at) = go(&mut session, Command::Run);
        if matches!(stop, Stop::Finished(_)) {
            break;
        }
        ahead.push((stop, at));
    }
    assert_eq!(ahead.len(), 4, "three calls and one return: {ahead:?}");
    for expected in ahead.iter().rev() {
        assert_eq!(go(&mut session, Command::RunBack), *expected);
    }
    assert_eq!(session.apply(Command::RunBack), Stop::AtStart);
    assert_eq!(go(&mut session, Command::Run), ahead[0]);
}

#[test]
fn adding_two_and_three() {
    let mut session = open("examples/add.py");
    let number = session.add_breakpoint("add+2").expect("add is in the program");
    assert_eq!(session.apply(Command::Run), Stop::Breakpoint(number));
    let stack = |session: &mut Session| -> Vec<String> {
        session.view(0).stacks[0].slots.iter().map(|slot| slot.value.text.clone()).collect()
    };
    let before = session.view(0);
    assert_eq!(before.frames[0].title, "add(a=2, b=3)");
    session.apply(Command::Step(1));
    assert_eq!(stack(&mut session), ["2"]);
    session.apply(Command::Step(1));
    assert_eq!(stack(&mut session), ["3", "2"], "top first");
    session.apply(Command::Step(1));
    assert_eq!(stack(&mut session), ["5"]);
    let last = session.view(0).last.clone().expect("something has run");
    assert_eq!((last.popped, last.pushed), (vec!["3".into(), "2".into()], vec!["5".to_string()]));
    session.apply(Command::Step(1));
    let after = session.view(0);
    assert_eq!(after.frames.len(), 1, "add has returned");
    assert_eq!(after.stacks[0].slots[0].value.text, "5");
    assert_eq!(after.last.as_ref().expect("it returned").effect, "returned 5 to <module>");
    assert_eq!(session.apply(Command::Back(4)), Stop::Done);
    assert!(session.view(0) == before, "four presses back, and every pane reads as before");
    let number = session.add_breakpoint("add+6").expect("an instruction begins there");
    assert_eq!(session.apply(Command::Run), Stop::Breakpoint(number));
    assert!(place(&mut session).ends_with("add+6"));
}

#[test]
fn over_and_out_go_by_frame_not_by_function() {
    let mut session = open_text(FACT);
    session.add_breakpoint("fn:fact").expect("there is fact");
    session.apply(Command::Run);
    session.remove_breakpoint(1);
    // In fact(3): over the call of fact(2), with all that it calls.
    while !place(&mut session).ends_with("fact+34") {
        session.apply(Command::Step(1));
    }
    let call = place(&mut session);
    let (stop, after) = go(&mut session, Command::Over);
    assert_eq!((stop, after.ends_with("fact+42")), (Stop::Done, true), "{after}");
    assert_eq!(session.view(0).frames.len(), 2);
    assert_eq!(go(&mut session, Command::OverBack), (Stop::Done, call.clone()));
    // Into fact(2), and out of it.
    session.apply(Command::Step(1));
    assert_eq!(session.view(0).frames.len(), 3);
    session.apply(Command::Step(5));
    assert_eq!(go(&mut session, Command::Out), (Stop::Done, after));
    session.apply(Command::OverBack);
    session.apply(Command::Step(7));
    assert_eq!(go(&mut session, Command::OutBack), (Stop::Done, call));
}

#[test]
fn an_exception_that_leaves_the_frame_ends_over_and_out() {
    let mut session = open_text(CATCH);
    session.add_breakpoint("fn:inner").expect("there is inner");
    session.apply(Command::Run);
    session.remove_breakpoint(1);
    let (stop, at) = go(&mut session, Command::Out);
    assert_eq!(stop, Stop::Done);
    let view = session.view(0);
    assert_eq!(view.frames[0].function, "outer", "{at}");
    assert_eq!(view.listing.rows[view.listing.next.expect("it runs")].op, "PUSH_EXC_INFO");
    assert_eq!(view.last.as_ref().expect("it raised").effect, "raised IndexError, to outer");
    assert_eq!(view.stacks[0].slots[0].value.text, "IndexError('list index out of range')");
}

#[test]
fn lines_are_stepped_forward_and_back() {
    let mut session = open_text(FACT);
    let mut lines = Vec::new();
    let mut places = Vec::new();
    loop {
        places.push(place(&mut session));
        if matches!(session.apply(Command::NextLine), Stop::Finished(_)) {
            break;
        }
        lines.push(session.view(0).frames[0].line.expect("a line begins"));
    }
    assert_eq!(lines, [1, 6, 2, 4, 2, 4, 2, 3]);
    for expected in places.iter().rev() {
        session.apply(Command::PreviousLine);
        assert_eq!(place(&mut session), *expected);
    }
}

#[test]
fn output_goes_back_too() {
    let mut session = open("examples/countdown.py");
    session.apply(Command::End);
    let lines = |session: &mut Session| session.view(0).output.len();
    let all = lines(&mut session);
    assert!(all >= 4);
    session.apply(Command::Start);
    assert_eq!(lines(&mut session), 0);
    session.apply(Command::End);
    assert_eq!(lines(&mut session), all);
}

#[test]
fn input_is_asked_for_once() {
    let mut session = open_text("name = input('who? ')\nprint('hello', name)\n");
    assert_eq!(session.apply(Command::Run), Stop::WantsInput);
    let waiting = session.view(0);
    assert_eq!(waiting.output.len(), 1, "the prompt has been written");
    let next = &waiting.listing.rows[waiting.listing.next.expect("it has not ended")];
    assert_eq!((next.op, next.text.as_str()), ("CALL", "input('who? ')"));
    session.feed_input(Some("Ada"));
    assert_eq!(session.apply(Command::Run), Stop::Finished(0));
    let text: Vec<String> = session.view(0).output.iter().map(|line| line.text.clone()).collect();
    assert_eq!(text, ["who? ", "Ada", "hello Ada"]);
    session.apply(Command::Start);
    assert_eq!(session.apply(Command::Run), Stop::Finished(0), "a replay needs nobody");
    session.apply(Command::Goto(waiting.step));
    assert_eq!(session.view(0).last.as_ref().expect("input has run").pushed, ["'Ada'"]);
}

#[test]
fn the_scout_knows_the_run_before_it_is_run() {
    let mut session = open_text(FACT);
    while session.explore(10) {}
    let timeline = session.timeline();
    assert!(timeline.complete);
    let steps = timeline.known;
    session.apply(Command::End);
    assert_eq!(session.step(), steps);
    use opstep::debugger::MarkKind::{Call, Output, Return};
    let kinds: Vec<_> = timeline.marks.iter().map(|mark| mark.kind).collect();
    assert_eq!(kinds, [Call, Call, Call, Return, Return, Return, Output, Return]);
    assert!(timeline.marks.is_sorted_by_key(|mark| mark.step));
}

#[test]
fn work_can_be_done_in_pieces_and_given_up() {
    let mut session = open_text("total = 0\nfor i in range(1000):\n    total += i\nprint(total)\n");
    session.begin(Command::End);
    let mut pieces = 0;
    let stop = loop {
        pieces += 1;
        if let Some(stop) = session.work(100) {
            break stop;
        }
    };
    assert_eq!(stop, Stop::Finished(0));
    assert!(pieces > 50, "{pieces}");
    session.apply(Command::Start);
    session.begin(Command::End);
    session.work(777);
    session.interrupt();
    let here = session.view(0);
    session.apply(Command::Start);
    session.apply(Command::Goto(here.step));
    assert!(session.view(0) == here, "where it was given up is a moment like any other");
}

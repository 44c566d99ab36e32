//! Breakpoints: where they stop, and what is refused.

use opstep::debugger::{Command, Stop};

use crate::programs::{CATCH, FACT, go, open_text};

#[test]
fn breakpoints_of_every_kind_stop() {
    let rows = [
        ("4", "fact+14", 1),
        ("test.py:4", "fact+14", 1),
        ("fact+12", "fact+12", 1),
        ("fact+34 #2", "fact+34", 1),
        ("op:RETURN_CONST", "fact+12", 1),
        ("fn:fact", "fact+0", 1),
        ("fn:fact #3", "fact+0", 1),
        ("stack>4", "<module>+18", 1),
        ("<module>+6", "<module>+6", 1),
    ];
    for (spec, expected, number) in rows {
        let mut session = open_text(FACT);
        assert_eq!(session.add_breakpoint(spec), Ok(number), "{spec}");
        let (stop, at) = go(&mut session, Command::Run);
        assert_eq!(stop, Stop::Breakpoint(number), "{spec}");
        assert!(at.ends_with(expected), "{spec}: {at}");
        let row = session.view(0).breakpoints[0].clone();
        let hits = if spec.contains('#') { spec[spec.len() - 1..].parse().expect("a digit") } else { 1 };
        assert_eq!(row.hits, hits, "{spec}");
        assert!(session.add_breakpoint(&row.spec).is_ok(), "{spec} is written as {}", row.spec);
    }
}

#[test]
fn breakpoints_that_mean_no_place_are_refused_with_the_nearest() {
    let mut session = open_text(FACT);
    let rows = [
        (
            "fact+8",
            "fact+8 is inside the cache of COMPARE_OP: the nearest instructions are fact+6 and fact+10",
        ),
        ("fact+7", "fact+7 is not even: the nearest instructions are fact+6 and fact+10"),
        ("fact+600", "fact+600 is past the end: the last instruction is fact+46"),
        ("5", "nothing runs on line 5: the nearest lines are 4 and 6"),
        ("99", "nothing runs on line 99: the nearest lines are 6"),
        ("other.py:3", "no code of other.py is in this program"),
        ("fn:fax", "there is no function fax; there are <module>, fact"),
        ("4 if n >", "`if n >`: invalid syntax"),
        ("4 if n = 1", "`if n = 1`: invalid syntax"),
        ("4 if 1) or (1", "`if 1) or (1`: unmatched ')'"),
        ("4 if", "an expression is missing after `if`"),
    ];
    for (spec, expected) in rows {
        assert_eq!(session.add_breakpoint(spec), Err(expected.to_owned()));
    }
}

#[test]
fn a_condition_is_asked_with_the_names_of_the_frame() {
    let rows = [
        ("4 if n == 2", Some("n is 2")),
        ("4 if all(x < n for x in [1, -1])", Some("n is 3")),
        ("fn:fact if n < 2", Some("n is 1")),
        ("fn:fact if globals()['fact'](n) == 2", Some("n is 2")),
        ("op:RETURN_VALUE if 'n' in locals() and n", Some("n is 2")),
        ("fn:fact if n == 1 #2", Some("n is 1")),
        ("fn:fact if (n := 0)", None),
        ("4 if n > 3", None),
    ];
    for (spec, expected) in rows {
        let mut session = open_text(FACT);
        session.add_breakpoint(spec).unwrap_or_else(|why| panic!("{spec}: {why}"));
        let stop = session.apply(Command::Run);
        let view = session.view(0);
        let n = view.names.iter().flat_map(|group| &group.rows).find(|row| row.name == "n");
        let found = n.and_then(|row| row.value.as_ref()).map(|value| format!("n is {}", value.text));
        assert_eq!(found.as_deref(), expected, "{spec}: {stop:?}");
        let stopped = if expected.is_some() { Stop::Breakpoint(1) } else { Stop::Finished(0) };
        assert_eq!(stop, stopped, "{spec}");
    }
}

#[test]
fn a_condition_changes_nothing_and_is_asked_backwards_too() {
    let mut session = open_text(FACT);
    let before = session.view(0);
    session.add_breakpoint("fn:fact if print(n) or globals().pop('fact') and n == 2").expect("a condition");
    let (stop, at) = go(&mut session, Command::Run);
    assert_eq!(stop, Stop::Breakpoint(1));
    assert!(session.view(0).output.is_empty(), "what a condition prints is not shown");
    assert_eq!(session.apply(Command::Run), Stop::Finished(0));
    assert_eq!(go(&mut session, Command::RunBack), (Stop::Breakpoint(1), at));
    assert!(session.remove_breakpoint(1));
    session.apply(Command::Start);
    assert_eq!(session.view(0), before);
}

#[test]
fn a_condition_without_an_answer_stops_and_says_why() {
    let rows = [
        ("4 if m > 1", "NameError: name 'm' is not defined"),
        ("4 if n / 0", "ZeroDivisionError: division by zero"),
        ("4 if input()", "it asks for something outside the program"),
        ("4 if [0 for x in iter(int, 1)]", "it does not end within 1000000 steps"),
        ("4 if exit()", "it ends the program"),
    ];
    for (spec, why) in rows {
        let mut session = open_text(FACT);
        session.add_breakpoint(spec).unwrap_or_else(|why| panic!("{spec}: {why}"));
        let (stop, at) = go(&mut session, Command::Run);
        assert_eq!(stop, Stop::BadCondition(1, why.to_owned()), "{spec}");
        assert!(at.ends_with("fact+14"), "{at}");
    }
}

#[test]
fn a_disabled_breakpoint_does_not_stop() {
    let mut session = open_text(FACT);
    session.add_breakpoint("4").expect("a line");
    assert!(session.enable_breakpoint(1, false));
    assert_eq!(session.apply(Command::Run), Stop::Finished(0));
    assert!(session.enable_breakpoint(1, true));
    assert_eq!(session.apply(Command::RunBack), Stop::Breakpoint(1));
    assert!(!session.enable_breakpoint(2, true));
}

#[test]
fn a_breakpoint_on_exceptions_stops_before_the_raise_and_goes_on_after_it() {
    let mut session = open_text(CATCH);
    session.add_breakpoint("exc:LookupError").expect("any name is taken");
    let (stop, at) = go(&mut session, Command::Run);
    assert_eq!(stop, Stop::Raised("IndexError".to_owned()));
    let view = session.view(0);
    assert_eq!(view.frames[0].function, "inner");
    assert_eq!(view.listing.rows[view.listing.next.expect("it runs")].op, "BINARY_SUBSCR");
    assert_eq!(session.apply(Command::Run), Stop::Finished(0));
    assert_eq!(go(&mut session, Command::RunBack), (Stop::Raised("IndexError".to_owned()), at));
}

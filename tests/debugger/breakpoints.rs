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
        ("3 if n > 1", "`if n > 1`: conditions on breakpoints are not supported yet"),
    ];
    for (spec, expected) in rows {
        assert_eq!(session.add_breakpoint(spec), Err(expected.to_owned()));
    }
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

//! The text of breakpoints: what is read, and what is refused in which words.

use opstep::debugger::breakpoint::Spec;

#[test]
fn reads_every_form_and_writes_it_again() {
    let rows = [
        ("12", "line 12"),
        (" line 12 ", "line 12"),
        ("demo.py:12", "demo.py:12"),
        ("fact+36", "fact+36"),
        ("fact + 36", "fact+36"),
        ("+36", "+36"),
        ("outer.<locals>.inner+0", "outer.<locals>.inner+0"),
        ("<module>+8", "<module>+8"),
        ("C.method+4", "C.method+4"),
        ("op:CALL", "op:CALL"),
        ("op:call", "op:CALL"),
        ("fn:fact", "fn:fact"),
        ("fn:<lambda>", "fn:<lambda>"),
        ("exc", "exc"),
        ("exc:ValueError", "exc:ValueError"),
        ("stack>5", "stack>5"),
        ("stack > 5", "stack>5"),
        ("fact+36 if n < 3", "fact+36 if n < 3"),
        ("fact+36 if(n < 3)", "fact+36 if (n < 3)"),
        ("fact+36 #3", "fact+36 #3"),
        ("fact+36 #3 if n < 3", "fact+36 if n < 3 #3"),
        ("fact+36 if n < 3 #3", "fact+36 if n < 3 #3"),
        ("12 if name == '#x'", "line 12 if name == '#x'"),
        ("fn:iffy if x if y else z", "fn:iffy if x if y else z"),
    ];
    for (text, written) in rows {
        let spec = Spec::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(spec.to_string(), written, "{text}");
        assert_eq!(Spec::parse(written), Ok(spec), "{written} means what {text} means");
    }
}

#[test]
fn refuses_what_means_nothing() {
    let rows = [
        ("", "`` is not a breakpoint"),
        ("0", "lines are counted from 1"),
        ("fact", "`fact`: write fn:fact for its entry, fact+OFFSET for a place in it"),
        ("fact+x", "`fact+x` is not a breakpoint; the forms are 12, file.py:12,"),
        ("op:FLY", "there is no instruction FLY"),
        ("op:LOAD_FA", "there is no instruction LOAD_FA; there are LOAD_FAST,"),
        ("fn:", "`fn:` is not a breakpoint"),
        ("12 if", "an expression is missing after `if`"),
        ("12 #0", "#0: hits are counted from 1"),
        ("stack>", "`stack>` is not a breakpoint"),
        ("99999999999999", "is not a breakpoint"),
    ];
    for (text, error) in rows {
        let said = Spec::parse(text).expect_err(text);
        assert!(said.contains(error), "{text}: {said}");
    }
}

//! What a view says of a moment.

use std::rc::Rc;

use opstep::{
    debugger::{Command, Session},
    view::View,
};

use crate::programs::{CATCH, FACT, open, open_text};

/// The view of the first moment, in order, that is the `number`th with this instruction next.
fn at(session: &mut Session, op: &str, number: usize) -> Rc<View> {
    session.apply(Command::Start);
    let mut left = number;
    while session.finished().is_none() {
        let view = session.view(0);
        let next = view.listing.next.map(|row| view.listing.rows[row].op);
        if next == Some(op) {
            left -= 1;
            if left == 0 {
                return view;
            }
        }
        session.apply(Command::Step(1));
    }
    panic!("{op} is not run {number} times");
}

fn note(view: &View, title: &str) -> String {
    let found = view.explain.notes.iter().find(|(known, _)| *known == title);
    found.unwrap_or_else(|| panic!("no {title} among {:?}", view.explain.notes)).1.clone()
}

#[test]
fn says_what_the_next_instruction_will_do() {
    let rows = [
        ("RESUME", 1, "nothing: bookkeeping"),
        ("STORE_NAME", 1, "fact = <function fact>"),
        ("PUSH_NULL", 1, "pushes NULL"),
        ("LOAD_NAME", 1, "pushes <built-in print>"),
        ("CALL", 1, "opens fact(n=3)"),
        ("CALL", 2, "opens fact(n=2)"),
        ("CALL", 4, "calls print, in one step"),
        ("LOAD_FAST", 1, "pushes 3"),
        ("LOAD_GLOBAL", 1, "pushes <function fact>"),
        ("POP_JUMP_IF_FALSE", 1, "jumps to L1"),
        ("POP_JUMP_IF_FALSE", 3, "goes on"),
        ("RETURN_CONST", 1, "returns 1 to fact"),
        ("RETURN_CONST", 2, "ends the program"),
        ("RETURN_VALUE", 1, "returns 2 to fact"),
        ("RETURN_VALUE", 2, "returns 6 to <module>"),
    ];
    let mut session = open_text(FACT);
    for (op, number, effect) in rows {
        let view = at(&mut session, op, number);
        assert_eq!(view.next.as_ref().expect("it runs").effect, effect, "{op} {number}");
    }
}

#[test]
fn says_what_the_last_instruction_did() {
    let rows: &[Done] = &[
        (FACT, "STORE_NAME", 1, &["<function fact>"], &[], "fact = <function fact>"),
        (FACT, "CALL", 1, &["3", "<function fact>", "NULL"], &[], "opened fact(n=3)"),
        (FACT, "CALL", 4, &["6", "<built-in print>", "NULL"], &["None"], "wrote 6"),
        (FACT, "COMPARE_OP", 1, &["1", "3"], &["False"], ""),
        (FACT, "LOAD_GLOBAL", 1, &[], &["NULL", "<function fact>"], ""),
        (FACT, "POP_JUMP_IF_FALSE", 1, &["False"], &[], "jumped to L1"),
        (FACT, "POP_JUMP_IF_FALSE", 3, &["True"], &[], "did not jump"),
        (FACT, "RETURN_CONST", 1, &[], &[], "returned 1 to fact"),
        (FACT, "RETURN_CONST", 2, &[], &[], "the program ended"),
        (CATCH, "BINARY_SUBSCR", 1, &["5", "[1]"], &[], "raised IndexError, to outer"),
        (CATCH, "PUSH_EXC_INFO", 1, &[], &["None", "IndexError('list index out of range')"], ""),
    ];
    for (program, op, number, popped, pushed, effect) in rows {
        let mut session = open_text(program);
        at(&mut session, op, *number);
        session.apply(Command::Step(1));
        let last = session.view(0).last.clone().expect("it has run");
        assert!(last.instruction.contains(op), "{}", last.instruction);
        if *op != "PUSH_EXC_INFO" {
            assert_eq!(last.popped, *popped, "{op} {number}");
        }
        assert_eq!((&last.pushed[..], &*last.effect), (&pushed.map_strings()[..], *effect), "{op} {number}");
    }
}

/// Program, instruction, which time it runs, what it popped, what it pushed, what else it did.
type Done =
    (&'static str, &'static str, usize, &'static [&'static str], &'static [&'static str], &'static str);

trait Strings {
    fn map_strings(&self) -> Vec<String>;
}

impl Strings for &[&str] {
    fn map_strings(&self) -> Vec<String> {
        self.iter().map(|text| (*text).to_owned()).collect()
    }
}

#[test]
fn knows_who_pushed_each_slot() {
    let mut session = open_text(FACT);
    let view = at(&mut session, "CALL", 2);
    let slots = &view.stacks[0].slots;
    let who: Vec<(String, String)> = slots
        .iter()
        .map(|slot| (slot.operand.clone(), slot.pushed_by.clone().expect("somebody pushed it").1))
        .collect();
    let expected = [
        ("arg 1", "BINARY_OP -"),
        ("callable", "LOAD_GLOBAL NULL + fact"),
        ("no self", "LOAD_GLOBAL NULL + fact"),
        ("", "LOAD_FAST n"),
    ];
    assert_eq!(who, expected.map(|(operand, by)| (operand.to_owned(), by.to_owned())));
    // The step named is the one at which that instruction was next.
    for slot in slots {
        let (step, by) = slot.pushed_by.clone().expect("somebody pushed it");
        session.apply(Command::Goto(step));
        let then = session.view(0);
        assert!(then.next.as_ref().expect("it runs").instruction.ends_with(&by), "{by} at step {step}");
    }
    assert_eq!(view.stacks[1].waiting, "18 CALL 1");
    assert_eq!(view.stacks[1].slots.len(), 2, "print and its NULL wait");
}

#[test]
fn answers_what_learners_ask() {
    let mut session = open_text(FACT);
    let view = at(&mut session, "CALL", 1);
    assert!(note(&view, "Why NULL?").starts_with("no self: a plain call. PUSH_NULL pushed it at step"));
    assert!(note(&view, "Offsets").starts_with("CALL has 3 cache units (6 bytes), hidden: the next row is"));
    let view = at(&mut session, "RESUME", 1);
    assert_eq!(note(&view, "RESUME"), "bookkeeping; the stack is unchanged");
    note(&view, "Compiled or interpreted?");
    let view = at(&mut session, "RETURN_VALUE", 1);
    note(&view, "Two stacks");
    let view = at(&mut session, "LOAD_FAST", 1);
    note(&view, "One line, many steps");
    let mut session = open_text(CATCH);
    let view = at(&mut session, "LOAD_GLOBAL", 1);
    assert!(note(&view, "If it raises").contains("L1 goes on"), "{:?}", view.explain.notes);
    let view = at(&mut session, "PUSH_EXC_INFO", 1);
    assert!(note(&view, "Exception handler").starts_with("the exception table sent control here"));
    let mut session = open_text("a = 1000\nb = a\nprint(a is b, 5 is a)\n");
    let view = at(&mut session, "IS_OP", 1);
    assert!(note(&view, "Same object?").contains("use == for numbers"));
    let view = at(&mut session, "IS_OP", 2);
    assert!(note(&view, "Same object?").contains("ints from -5 to 256 exist once"));
    let mut session = open_text("'ab'.upper()\n");
    let view = at(&mut session, "CALL", 1);
    assert!(note(&view, "Where is NULL?").contains("method call"));
    assert_eq!(view.stacks[0].slots[1].operand, "method");
}

#[test]
fn shows_the_exact_expression_and_counts_lines() {
    let mut session = open_text(FACT);
    let view = at(&mut session, "CALL", 3);
    let lit = view.source.lit.expect("it has a place");
    assert_eq!((lit.line, lit.col, lit.end_col), (4, 15, 26));
    let row = &view.listing.rows[view.listing.next.expect("it runs")];
    assert_eq!(row.text, "fact(n - 1)");
    session.apply(Command::End);
    assert_eq!(session.view(0).source.hits, [1, 3, 1, 2, 0, 1]);
}

#[test]
fn shows_the_text_that_the_program_has_had_compiled() {
    let mut session = open_text("exec('a = 1\\nb = -a\\n')\nprint(eval('a +\\\\\\n b'))\n");
    let lines = |session: &mut Session, op: &str| {
        session.add_breakpoint(&format!("op:{op}")).expect("there is one");
        session.apply(Command::Run);
        let view = session.view(0);
        let lines: Vec<String> = view.source.lines.iter().map(|line| line.text.clone()).collect();
        (lines, view.source.lit.map(|lit| lit.line), view.source.hits.clone())
    };
    let of_exec = (["a = 1", "b = -a"].map(str::to_owned).to_vec(), Some(2), vec![1, 1]);
    assert_eq!(lines(&mut session, "UNARY_NEGATIVE"), of_exec);
    let of_eval = (["a +\\", " b"].map(str::to_owned).to_vec(), Some(1), vec![1, 1]);
    assert_eq!(lines(&mut session, "BINARY_OP"), of_eval);
}

#[test]
fn names_changes_and_shared_objects() {
    let mut session = open("examples/lists.py");
    session.add_breakpoint("op:STORE_NAME #2").expect("there are some");
    session.apply(Command::Run);
    session.apply(Command::Step(1));
    let view = session.view(0);
    let rows = &view.names[0].rows;
    let tag = |name: &str| {
        let row = rows.iter().find(|row| row.name == name).expect("it is bound");
        (row.value.clone().expect("it has a value").tag, row.changed)
    };
    assert_eq!((tag("first").0, tag("first").1), (tag("second").0, false));
    assert!(tag("second").1, "the last step bound it");
}

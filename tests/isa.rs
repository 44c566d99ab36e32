//! The instruction table and the dialects against what CPython's own `opcode` and `dis` say.
//!
//! Recorded by `python3.12 tests/oracle/opfacts.py > tests/golden/isa/opcodes-3.12.jsonl`.

mod support;

use std::{collections::HashMap, process::Command};

use opstep::{
    dialect::{self, Dialect},
    isa::{ArgKind, BINARY_OPERATORS, COMPARISONS, Family, INTRINSICS_1, INTRINSICS_2, Op},
};
use serde_json::Value;

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|each| each.as_str().expect("of strings")).collect()
}

fn number(value: &Value) -> i64 {
    value.as_i64().expect("a number")
}

/// The classes of `dis` that an instruction belongs to, by what our table says of it.
fn classes(dialect: &Dialect, op: Op) -> Vec<&'static str> {
    let kind = op.arg_kind();
    [
        ("hasarg", dialect.has_arg(op)),
        ("hasconst", op.has_const()),
        ("hasname", op.has_name()),
        ("hasjrel", op.is_jump()),
        ("haslocal", op.has_local()),
        ("hasfree", op.has_free()),
        ("hascompare", kind == ArgKind::Compare),
        ("hasexc", kind == ArgKind::Handler),
    ]
    .into_iter()
    .filter_map(|(class, belongs)| belongs.then_some(class))
    .collect()
}

fn check_row(dialect: &Dialect, row: &Value) {
    let name = row["name"].as_str().expect("a name");
    let op = Op::ALL.iter().copied().find(|op| op.name() == name && dialect.knows(*op));
    let op = op.unwrap_or_else(|| panic!("{name} is missing from the table or the dialect"));
    assert_eq!(i64::from(dialect.number(op)), number(&row["number"]), "number of {name}");
    assert_eq!(i64::from(dialect.caches(op)), number(&row["caches"]), "caches of {name}");
    assert_eq!(classes(dialect, op), strings(&row["classes"]), "classes of {name}");
    if let Ok(byte) = u8::try_from(dialect.number(op)) {
        assert_eq!(dialect.op(byte), Some(op), "the way back from {name}'s number");
    }
    assert_eq!(dialect.is_pseudo(op), number(&row["number"]) > 255, "{name}");
    for (arg, effects) in row["effects"].as_object().expect("a map") {
        let value = if arg.is_empty() { 0 } else { arg.parse().expect("an argument") };
        for (jump, effect) in [(false, &effects[0]), (true, &effects[1])] {
            // CPython declines to say for one tracing-only instruction.
            if let Some(effect) = effect.as_i64() {
                let ours = i64::from(op.stack_effect(value, jump));
                assert_eq!(ours, effect, "stack effect of {name} {arg}, jump={jump}");
            }
        }
    }
}

fn check_against(dialect: &Dialect, recorded: &str) {
    let mut rows = recorded.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let head = rows.next().expect("a header");
    assert!(head["python"].as_str().expect("a version").starts_with(dialect.name));
    let magic: String = dialect.magic.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(head["magic"], magic.as_str());
    assert_eq!(number(&head["have_argument"]), i64::from(dialect.have_argument));
    assert_eq!(strings(&head["binary"]), BINARY_OPERATORS);
    assert_eq!(strings(&head["compare"]), COMPARISONS);
    assert_eq!(strings(&head["intrinsic_1"]), INTRINSICS_1);
    assert_eq!(strings(&head["intrinsic_2"]), INTRINSICS_2);
    let mut seen = 0;
    for row in rows {
        check_row(dialect, &row);
        seen += 1;
    }
    let known = Op::ALL.iter().filter(|op| dialect.knows(**op)).count();
    assert_eq!(seen, known, "the dialect has instructions that CPython does not have");
}

#[test]
fn every_row_agrees_with_the_recorded_cpython() {
    check_against(&dialect::PY312, include_str!("golden/isa/opcodes-3.12.jsonl"));
}

#[test]
fn every_row_agrees_with_a_live_cpython() {
    let Some(python) = support::python(dialect::PY312.name) else { return };
    let facts = Command::new(python).arg("tests/oracle/opfacts.py").output().expect("it ran just now");
    assert!(facts.status.success());
    check_against(&dialect::PY312, &String::from_utf8(facts.stdout).expect("JSON is UTF-8"));
}

fn before(op: Op, arg: u32) -> Vec<String> {
    op.pops(arg).map(|operand| operand.to_string()).collect()
}

fn after(op: Op, arg: u32, jump: bool) -> Vec<String> {
    op.pushes(arg, jump).map(|operand| operand.to_string()).collect()
}

#[test]
fn operands_have_names() {
    #[rustfmt::skip]
    let rows: &[(Op, u32, &str, &str)] = &[
        (Op::BinaryOp, 0, "left, right", "result"),
        (Op::Call, 0, "method_or_null, callable_or_self", "result"),
        (Op::Call, 2, "method_or_null, callable_or_self, arg 1, arg 2", "result"),
        (Op::LoadGlobal, 4, "", "value"),
        (Op::LoadGlobal, 5, "", "null, value"),
        (Op::LoadAttr, 4, "owner", "value"),
        (Op::LoadAttr, 5, "owner", "method_or_null, self_or_value"),
        (Op::UnpackSequence, 2, "sequence", "item 2, item 1"),
        (Op::UnpackEx, 0x102, "sequence", "after 1, rest, before 2, before 1"),
        (Op::BuildMap, 2, "key 1, value 1, key 2, value 2", "dict"),
        (Op::BuildSlice, 2, "start, stop", "slice"),
        (Op::BuildSlice, 3, "start, stop, step", "slice"),
        (Op::Swap, 2, "bottom, top", "top, bottom"),
        (Op::Swap, 3, "bottom, between 1, top", "top, between 1, bottom"),
        (Op::Copy, 1, "bottom", "bottom, top"),
        (Op::MakeFunction, 9, "defaults, closure, code", "function"),
        (Op::Reraise, 0, "exception", ""),
        (Op::Reraise, 1, "lasti, exception", "lasti"),
        (Op::Reraise, 2, "lasti, previous, exception", "lasti, previous"),
        (Op::FormatValue, 0, "value", "text"),
        (Op::FormatValue, 4, "value, format", "text"),
    ];
    for &(op, arg, pops, pushes) in rows {
        assert_eq!(before(op, arg).join(", "), pops, "{op} {arg} pops");
        assert_eq!(after(op, arg, false).join(", "), pushes, "{op} {arg} pushes");
    }
}

#[test]
fn a_jump_may_leave_something_else() {
    #[rustfmt::skip]
    let rows: &[(Op, &str, &str)] = &[
        (Op::ForIter, "iterator, item", ""),
        (Op::Send, "receiver, yielded", "receiver, returned"),
        (Op::SetupWith, "result", "lasti, exception"),
        (Op::SetupCleanup, "", "lasti, exception"),
        (Op::PopJumpIfTrue, "", ""),
    ];
    for &(op, goes_on, jumps) in rows {
        assert_eq!(after(op, 0, false).join(", "), goes_on, "{op} goes on");
        assert_eq!(after(op, 0, true).join(", "), jumps, "{op} jumps");
    }
    assert_eq!(Op::ForIter.jumps_past(), Some(Op::EndFor));
    assert_eq!(Op::Send.jumps_past(), None);
}

#[test]
fn what_is_only_looked_at_stays() {
    for (op, arg, kept) in [
        (Op::Copy, 2, 2),
        (Op::ListAppend, 2, 2),
        (Op::ForIter, 0, 1),
        (Op::MatchKeys, 0, 2),
        (Op::Swap, 2, 0),
        (Op::BinaryOp, 0, 0),
    ] {
        assert_eq!(op.kept(arg, false), kept, "{op} {arg}");
    }
}

/// What CPython's compiler calls scope exits and unconditional jumps.
#[test]
fn terminators_are_few() {
    let names = |test: fn(Op) -> bool| -> Vec<&str> {
        Op::ALL.iter().filter(|op| !op.is_instrumented() && test(**op)).map(|op| op.name()).collect()
    };
    assert_eq!(
        names(Op::is_unconditional_jump),
        ["JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT", "JUMP", "JUMP_NO_INTERRUPT"]
    );
    assert_eq!(
        names(Op::is_scope_exit),
        ["RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS", "RERAISE", "INTERPRETER_EXIT"]
    );
    assert_eq!(names(Op::is_backward_jump), ["JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT"]);
}

#[test]
fn every_row_has_something_to_read() {
    let mut summaries = HashMap::new();
    for &op in Op::ALL {
        let doc = op.doc();
        assert_eq!(doc[0], op.summary());
        assert!(
            doc.iter().all(|paragraph| paragraph.ends_with(['.', '?'])),
            "{op} is explained in sentences"
        );
        assert_eq!(summaries.insert(doc[0].clone(), op), None, "{op} says the same as another");
        assert!(Family::ALL.contains(&op.family()));
        assert_eq!(Op::from_name(&op.name().to_lowercase()), Some(op));
    }
    assert_eq!(Op::from_name("CAL"), None);
}

//! The next instruction in words, and answers to what a learner asks when seeing it.

use super::{
    Explain,
    moment::{Now, Shown},
    stacks::operands,
    value::is_small_int,
};
use crate::{
    code::Instruction,
    isa::{ArgKind, Op, Operand},
    object::Value,
};

pub fn explain(now: &Now, shown: &Shown) -> Explain {
    let each = shown.facts.instructions[shown.frame.pc as usize];
    Explain {
        title: shown.facts.instruction_words(shown.frame.pc),
        doc: each.op.doc(),
        before: slots(each.op.pops(each.arg)),
        after: after(each),
        now: live(now, shown),
        notes: notes(now, shown, each),
    }
}

fn slots(operands: impl Iterator<Item = Operand>) -> String {
    let mut words = vec!["…".to_owned()];
    words.extend(operands.map(|operand| operand.to_string()));
    words.join(", ").replacen("…, ", "… ", 1)
}

fn after(each: Instruction) -> String {
    let goes_on = slots(each.op.pushes(each.arg, false));
    if each.op.is_scope_exit() {
        return "the frame is gone".to_owned();
    }
    if each.op.differs_on_jump() {
        return format!("{goes_on}; or, when it jumps, {}", slots(each.op.pushes(each.arg, true)));
    }
    goes_on
}

/// Operands with their present values, bottom first.
fn live(now: &Now, shown: &Shown) -> Vec<(String, String)> {
    if shown.frame.waiting {
        return Vec::new();
    }
    let names = operands(shown);
    let values = shown.frame.stack.iter().rev().map(|value| now.text(*value));
    let mut pairs: Vec<(String, String)> = names.into_iter().zip(values).collect();
    pairs.reverse();
    pairs
}

type Note = (&'static str, String);

fn notes(now: &Now, shown: &Shown, each: Instruction) -> Vec<Note> {
    let mut notes = Vec::new();
    if shown.frame.waiting {
        notes.push(("Waiting", "a frame that it has opened runs first; its value will land here".to_owned()));
    }
    notes.extend(about_null(now, shown, each));
    notes.extend(about_housekeeping(now, each));
    notes.extend(about_handlers(shown, each));
    notes.extend(about_cells(shown, each));
    notes.extend(about_identity(now, shown, each));
    notes.extend(about_prefix(each));
    notes.extend(about_caches(shown, each));
    notes.extend(about_line(shown));
    notes
}

fn about_null(now: &Now, shown: &Shown, each: Instruction) -> Option<Note> {
    let pushes_null = match each.op {
        Op::PushNull => true,
        Op::LoadGlobal => each.arg & 1 == 1,
        _ => false,
    };
    if pushes_null {
        let with = match each.op {
            Op::LoadGlobal => "the low bit of its argument is set, so a NULL goes below the value: ",
            _ => "",
        };
        let text = format!("{with}a plain call is coming, and it has no self. NULL keeps the place of one");
        return Some(("Why NULL?", text));
    }
    if each.op == Op::LoadAttr && each.arg & 1 == 1 {
        let text = "a call is coming: for a method the function and its object are pushed, so no bound \
                    method is made; for anything else NULL and the attribute";
        return Some(("Method or NULL?", text.to_owned()));
    }
    if !matches!(each.op, Op::Call | Op::CallFunctionEx) || shown.frame.waiting {
        return None;
    }
    let base = shown.frame.stack.len().checked_sub(each.op.pop_count(each.arg) as usize)?;
    if !shown.frame.stack[base].is_null() {
        let text =
            "this is a method call: the function lies below its object, which becomes the first argument";
        return Some(("Where is NULL?", text.to_owned()));
    }
    let from = now.track.pushed(shown.frame.id, base);
    let from = from.map_or_else(String::new, |pushed| {
        format!(" {} pushed it at step {}", shown.facts.instruction_words(pushed.pc), pushed.step)
    });
    Some(("Why NULL?", format!("no self: a plain call.{from}")))
}

fn about_housekeeping(now: &Now, each: Instruction) -> Vec<Note> {
    let mut notes = Vec::new();
    if each.op == Op::Resume {
        notes.push(("RESUME", "bookkeeping; the stack is unchanged".to_owned()));
        if each.arg & 3 == 0 && now.frames.len() == 1 {
            let text = "the whole program was compiled to these instructions before the first of them runs";
            notes.push(("Compiled or interpreted?", text.to_owned()));
        }
    }
    if each.op == Op::MakeFunction {
        notes.push((
            "def",
            "makes the function object only: its body is compiled already, and not run".to_owned(),
        ));
    }
    if matches!(each.op, Op::ReturnValue | Op::ReturnConst) && now.frames.len() > 1 {
        let text =
            "the value goes from this frame's value stack to its caller's; the frames are the call stack";
        notes.push(("Two stacks", text.to_owned()));
    }
    notes
}

/// Which entry of the exception table holds here, and what it will do.
fn about_handlers(shown: &Shown, each: Instruction) -> Vec<Note> {
    let facts = &shown.facts;
    let entries = facts.code.exception_entries();
    let mut notes = Vec::new();
    if let Some(entry) = entries.iter().find(|entry| entry.target == each.start) {
        let text = format!(
            "the exception table sent control here: the stack was cut to depth {}, then {}the exception was pushed",
            entry.depth,
            if entry.lasti { "the place of the raise (lasti) and " } else { "" },
        );
        notes.push(("Exception handler", text));
    }
    let can_raise = !matches!(each.op, Op::Nop | Op::Resume | Op::PopTop | Op::LoadConst | Op::PushNull);
    match entries.iter().find(|entry| (entry.start..entry.end).contains(&each.start)) {
        Some(entry) if can_raise => {
            let lasti = if entry.lasti { "the place of the raise and " } else { "" };
            let handler = facts.label_or_offset(entry.target);
            let text = format!(
                "the stack is cut to depth {}, {lasti}the exception is pushed, and {handler} goes on. Nothing \
                 was set up for that: there is no block stack, only the table",
                entry.depth
            );
            notes.push(("If it raises", text));
        }
        None if matches!(each.op, Op::RaiseVarargs | Op::Reraise) => {
            notes.push((
                "No handler here",
                "no entry of the table covers it: the frame will be left".to_owned(),
            ));
        }
        _ => {}
    }
    notes
}

fn about_cells(shown: &Shown, each: Instruction) -> Option<Note> {
    let text = match each.op {
        Op::CopyFreeVars => {
            "the cells come from the function's closure and are shared with the outer function"
        }
        _ if each.op.arg_kind() == ArgKind::Free => {
            let kind = shown.facts.code.localsplus.get(each.arg as usize)?.1;
            if kind.has(crate::code::LocalKind::FREE) {
                "a variable of an outer function: both reach it through one cell, a box with the value in it"
            } else {
                "an inner function uses this variable, so it lives in a cell, a box that both can reach"
            }
        }
        _ => return None,
    };
    Some(("Cell or local?", text.to_owned()))
}

fn about_identity(now: &Now, shown: &Shown, each: Instruction) -> Option<Note> {
    if shown.frame.waiting || each.op != Op::IsOp {
        return None;
    }
    let [.., left, right] = shown.frame.stack else { return None };
    let same = left == right;
    let text = match (*left, *right) {
        (Value::Int(_), Value::Int(_)) if is_small_int(*left) || is_small_int(*right) => {
            "ints from -5 to 256 exist once, so equal ones are one object"
        }
        (Value::Int(_) | Value::Float(_), _) | (_, Value::Int(_) | Value::Float(_)) => {
            "two numbers that are equal may be two objects: use == for numbers"
        }
        _ if same => "both slots hold one and the same object: compare the tags",
        _ => "two objects, equal or not: compare the tags",
    };
    let text = format!("{} and {}: {text}", now.text(*left), now.text(*right));
    Some(("Same object?", text))
}

fn about_prefix(each: Instruction) -> Option<Note> {
    let prefixes = (each.offset - each.start) / 2;
    (prefixes > 0).then(|| {
        let text = format!(
            "an argument has one byte; {prefixes} EXTENDED_ARG before it bring the higher bits of {}",
            each.arg
        );
        ("EXTENDED_ARG", text)
    })
}

fn about_caches(shown: &Shown, each: Instruction) -> Option<Note> {
    if each.caches == 0 {
        return None;
    }
    let count = each.caches;
    let units = if count == 1 { "cache unit" } else { "cache units" };
    let text = format!(
        "{} has {count} {units} ({} bytes), hidden: the next row is {}, not {}. The interpreter notes there what \
         it has seen, to be faster the next time",
        each.op.name(),
        2 * u32::from(count),
        each.end(),
        each.offset + 2
    );
    debug_assert!(shown.facts.at_offset(each.start).is_some());
    Some(("Offsets", text))
}

/// One line is many instructions.
fn about_line(shown: &Shown) -> Option<Note> {
    let pc = shown.frame.pc;
    let line = shown.facts.lines.of(pc).filter(|line| *line > 0)?;
    let count = u32::try_from(shown.facts.instructions.len()).ok()?;
    let of_line: Vec<u32> = (0..count).filter(|&each| shown.facts.lines.of(each) == Some(line)).collect();
    let at = of_line.iter().position(|&each| each == pc)? + 1;
    (of_line.len() > 1).then(|| {
        (
            "One line, many steps",
            format!("line {line} is {} instructions here; this is number {at}", of_line.len()),
        )
    })
}

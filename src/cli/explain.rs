//! `opstep explain`: the reference of the instructions, written from the table.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{Failure, args};
use crate::{
    dialect::Dialect,
    isa::{ArgKind, BINARY_OPERATORS, COMPARISONS, Family, INTRINSICS_1, INTRINSICS_2, Op, Operands},
};

/// Longest line of the reference.
const WIDTH: usize = 80;

/// A space at which no line may end.
const TIED: char = '\u{A0}';

pub(super) fn run(args: &args::Explain, dialect: &Dialect, out: &mut dyn Write) -> Result<(), Failure> {
    let Some(name) = &args.opcode else { return Ok(list(dialect, out)?) };
    let by_number = name.parse().ok().and_then(|number| dialect.op(number));
    let by_name = Op::from_name(name).filter(|op| dialect.knows(*op));
    let op = by_number.or(by_name).ok_or_else(|| unknown(name, dialect))?;
    out.write_all(page(op, dialect).as_bytes())?;
    Ok(())
}

/// Every instruction in a line, by family.
fn list(dialect: &Dialect, out: &mut dyn Write) -> io::Result<()> {
    let known = || Op::ALL.iter().copied().filter(|op| dialect.knows(*op));
    let mut between = "";
    for &family in Family::ALL {
        writeln!(out, "{between}{}", family.title())?;
        between = "\n";
        let members = || known().filter(|op| op.family() == family);
        let widest = members().map(|op| op.name().len()).max().unwrap_or(0);
        for op in members() {
            writeln!(out, "  {:widest$}  {}", op.name(), op.summary())?;
        }
    }
    Ok(())
}

fn page(op: Op, dialect: &Dialect) -> String {
    let mut text = format!("{op}  (number {} in Python {})\n", dialect.number(op), dialect.name);
    for paragraph in op.doc() {
        text.push('\n');
        for line in wrap(&paragraph, WIDTH - 2) {
            let _ = writeln!(text, "  {line}");
        }
    }
    text.push('\n');
    let mut fact = |label: &str, lines: &[String]| {
        for (at, line) in lines.iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            let _ = writeln!(text, "  {label:14}{line}");
        }
    };
    let kind = op.arg_kind();
    fact("family", &[op.family().title().into()]);
    fact("argument", &wrap(kind.words(), WIDTH - 16));
    fact("", &choices(kind, dialect));
    fact("takes", &stack(op.popped()));
    fact("leaves", &stack(op.pushed(false)));
    if op.differs_on_jump() {
        fact("if it jumps", &stack(op.pushed(true)));
    }
    fact("stack effect", &[effects(op)]);
    fact("caches", &[caches(dialect.caches(op))]);
    text
}

/// The values that an argument can have, where they have names.
fn choices(kind: ArgKind, dialect: &Dialect) -> Vec<String> {
    let numbered = |names: &[&str], shift: u32| {
        let each: Vec<String> =
            names.iter().enumerate().map(|(at, name)| format!("{}{TIED}{name}", at << shift)).collect();
        wrap(&each.join(", "), WIDTH - 16).iter().map(|line| line.replace(TIED, " ")).collect()
    };
    match kind {
        ArgKind::Binary => numbered(&BINARY_OPERATORS, 0),
        ArgKind::Compare => numbered(&COMPARISONS, dialect.compare_shift),
        ArgKind::Intrinsic1 => numbered(&INTRINSICS_1, 0),
        ArgKind::Intrinsic2 => numbered(&INTRINSICS_2, 0),
        _ => Vec::new(),
    }
}

/// A list of operands, the top of the stack last.
fn stack(operands: &[Operands]) -> Vec<String> {
    let mut lines: Vec<String> = operands.iter().map(Operands::to_string).collect();
    match lines.last_mut() {
        None => lines.push("nothing".into()),
        Some(top) if operands.len() > 1 => top.push_str("  <- top"),
        Some(_) => {}
    }
    lines
}

/// What the operands say; CPython's own count to the target of FOR_ITER includes what END_FOR would pop there.
fn effects(op: Op) -> String {
    let change = |arg, jump| i64::from(op.push_count(arg, jump)) - i64::from(op.pop_count(arg));
    if op.differs_on_jump() && change(0, true) != change(0, false) {
        let past = op.jumps_past().map_or(String::new(), |past| format!(" (past {past})"));
        return format!("{:+}, or {:+} if it jumps{past}", change(0, false), change(0, true));
    }
    if (0..16).all(|arg| change(arg, false) == change(0, false)) {
        return format!("{:+}", change(0, false));
    }
    let some: Vec<String> = (0..4).map(|arg| format!("{:+}", change(arg, false))).collect();
    format!("{}, ... with argument 0, 1, 2, 3, ...", some.join(", "))
}

fn caches(units: u8) -> String {
    match units {
        0 => "none".into(),
        1 => "1 code unit, so 2 bytes lie between it and the next instruction".into(),
        _ => format!("{units} code units, so {} bytes lie between it and the next instruction", 2 * units),
    }
}

fn unknown(name: &str, dialect: &Dialect) -> Failure {
    let wanted = name.to_ascii_uppercase();
    let mut near: Vec<(usize, &str)> = Op::ALL
        .iter()
        .filter(|op| dialect.knows(**op))
        .map(|op| {
            let name = op.name();
            let part = !wanted.is_empty() && name.split('_').any(|word| word == wanted);
            (if part { 1 } else { distance(&wanted, name) }, name)
        })
        .filter(|(distance, _)| *distance <= 3.max(wanted.len() / 3))
        .collect();
    near.sort_unstable();
    let near: Vec<&str> = near.iter().take(5).map(|(_, name)| *name).collect();
    let meant = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
    Failure::User(format!(
        "Python {} has no instruction {name:?}{meant} ('opstep explain' lists them all)",
        dialect.name
    ))
}

/// How many letters must be put in, left out or changed to make one word the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in to.bytes().enumerate() {
            let change = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[to.len()]
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("starts with one");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.into());
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines
}

//! Realistic moments inside `add(2, 3)` and `fact(3)`, with the bytecode that CPython 3.12.1 compiles.

use std::rc::Rc;

use opstep::source::Location;
use opstep::view::{
    BreakpointRow, Explain, FrameRow, Highlight, LastStep, Listing, ListingRow, Mark, MarkKind, NameGroup,
    NameRow, NextStep, OutputLine, SourceLine, SourceView, StackSlot, StackView, Stream, Timeline, ValueText,
    View,
};

const PROGRAM: &str = "\
def add(a, b):
    return a + b

def fact(n):
    if n <= 1:
        return 1
    return n * fact(n - 1)

print(add(2, 3))
print(fact(3))  # six";

/// Line where one begins, label, offset, name, argument in words, depth, pops, pushes, caches, place, target.
type Row = (u32, &'static str, u32, &'static str, &'static str, u32, u32, u32, u32, (i32, i32, i32), u32);

const ADD: &[Row] = &[
    (1, "", 0, "RESUME", "0", 0, 0, 0, 0, (1, 0, 0), 0),
    (2, "", 2, "LOAD_FAST", "a", 0, 0, 1, 0, (2, 11, 12), 0),
    (0, "", 4, "LOAD_FAST", "b", 1, 0, 1, 0, (2, 15, 16), 0),
    (0, "", 6, "BINARY_OP", "+", 2, 2, 1, 1, (2, 11, 16), 0),
    (0, "", 10, "RETURN_VALUE", "", 1, 1, 0, 0, (2, 4, 16), 0),
];

const FACT: &[Row] = &[
    (4, "", 0, "RESUME", "0", 0, 0, 0, 0, (4, 0, 0), 0),
    (5, "", 2, "LOAD_FAST", "n", 0, 0, 1, 0, (5, 7, 8), 0),
    (0, "", 4, "LOAD_CONST", "1", 1, 0, 1, 0, (5, 12, 13), 0),
    (0, "", 6, "COMPARE_OP", "<=", 2, 2, 1, 1, (5, 7, 13), 0),
    (0, "", 10, "POP_JUMP_IF_FALSE", "to L1", 1, 1, 0, 0, (5, 7, 13), 14),
    (6, "", 12, "RETURN_CONST", "1", 0, 0, 0, 0, (6, 15, 16), 0),
    (7, "L1", 14, "LOAD_FAST", "n", 0, 0, 1, 0, (7, 11, 12), 0),
    (0, "", 16, "LOAD_GLOBAL", "NULL + fact", 1, 0, 2, 4, (7, 15, 19), 0),
    (0, "", 26, "LOAD_FAST", "n", 3, 0, 1, 0, (7, 20, 21), 0),
    (0, "", 28, "LOAD_CONST", "1", 4, 0, 1, 0, (7, 24, 25), 0),
    (0, "", 30, "BINARY_OP", "-", 5, 2, 1, 1, (7, 20, 25), 0),
    (0, "", 34, "CALL", "1", 4, 3, 1, 3, (7, 15, 26), 0),
    (0, "", 42, "BINARY_OP", "*", 2, 2, 1, 1, (7, 11, 26), 0),
    (0, "", 46, "RETURN_VALUE", "", 1, 1, 0, 0, (7, 4, 26), 0),
];

fn listing(
    code: u32,
    title: &str,
    max_stack: u32,
    rows: &[Row],
    next: usize,
    last: Option<usize>,
) -> Listing {
    let lines: Vec<&str> = PROGRAM.lines().collect();
    let row = |&(line, label, offset, op, arg, depth, pops, pushes, caches, (at, from, to), target): &Row| {
        let text = &lines[at as usize - 1][from as usize..to as usize];
        ListingRow {
            offset,
            line: (line > 0).then_some(line),
            label: (!label.is_empty()).then(|| label.to_owned()),
            op,
            arg: None,
            arg_text: arg.to_owned(),
            depth: Some(depth),
            pops,
            pushes,
            caches,
            at: Some(Location::new(at, at, from, to)),
            text: text.to_owned(),
            target: (target > 0).then_some(target),
        }
    };
    let rows: Rc<[ListingRow]> = rows.iter().map(row).collect();
    let hits = (0..rows.len()).map(|index| u64::from(index < next)).collect();
    Listing {
        code,
        title: title.to_owned(),
        max_stack,
        rows,
        hits,
        next: Some(next),
        last,
        breakpoints: Vec::new(),
        exception_table: Rc::new([]),
    }
}

fn source(listing: &Listing) -> SourceView {
    let lines: Vec<SourceLine> = PROGRAM.lines().map(highlighted).collect();
    SourceView {
        missing: false,
        name: "demo.py".into(),
        hits: vec![1; lines.len()],
        lines: lines.into(),
        lit: listing.next.and_then(|next| listing.rows[next].at),
        breakpoints: Vec::new(),
    }
}

fn highlighted(text: &str) -> SourceLine {
    const WORDS: &[(&str, Highlight)] = &[
        ("def ", Highlight::Keyword),
        ("return ", Highlight::Keyword),
        ("if ", Highlight::Keyword),
        ("print", Highlight::Builtin),
        ("# six", Highlight::Comment),
    ];
    let found = WORDS.iter().filter_map(|&(word, kind)| {
        let at = u32::try_from(text.find(word)?).ok()?;
        Some((at, at + u32::try_from(word.trim_end().len()).ok()?, kind))
    });
    let mut spans: Vec<_> = found.collect();
    spans.sort_unstable_by_key(|span| span.0);
    SourceLine { text: text.to_owned(), spans }
}

fn value(text: &str, kind: &str, tag: &str) -> ValueText {
    ValueText { text: text.to_owned(), kind: kind.to_owned(), tag: tag.to_owned() }
}

fn slot(value: ValueText, operand: &str, fresh: bool, by: (u64, &str)) -> StackSlot {
    StackSlot { value, operand: operand.to_owned(), fresh, pushed_by: Some((by.0, by.1.to_owned())) }
}

fn frame(title: &str, line: u32, offset: u32, since: u64, resumes_at: Option<u32>) -> FrameRow {
    let function = title.split('(').next().unwrap_or(title).to_owned();
    FrameRow { title: title.to_owned(), function, line: Some(line), offset, since, resumes_at }
}

fn local(name: &str, value: ValueText, note: &'static str, changed: bool) -> NameRow {
    NameRow { name: name.to_owned(), value: Some(value), note, changed }
}

fn module_stack(offset: u32) -> StackView {
    StackView {
        title: "<module>".to_owned(),
        waiting: format!("{offset} CALL"),
        max: 5,
        slots: vec![
            slot(value("<built-in print>", "builtin", "#b1"), "", false, (8, "LOAD_NAME print")),
            slot(value("NULL", "", ""), "", false, (7, "PUSH_NULL")),
        ],
    }
}

/// Inside `add(2, 3)`, before BINARY_OP; `ran` instructions of `add` have run.
pub fn add(ran: usize) -> View {
    let listing = listing(1, "add", 2, ADD, ran, ran.checked_sub(1));
    let two =
        slot(value("2", "int", "#2"), if ran == 3 { "left" } else { "" }, ran == 2, (15, "LOAD_FAST a"));
    let three = slot(value("3", "int", "#3"), "right", true, (16, "LOAD_FAST b"));
    let five = slot(value("5", "int", "#5"), "value", true, (17, "BINARY_OP +"));
    let slots = match ran {
        0 | 1 => vec![],
        2 => vec![two],
        3 => vec![three, two],
        _ => vec![five],
    };
    View {
        step: 14 + ran as u64,
        finished: None,
        frames: vec![
            frame("add(a=2, b=3)", 2, listing.rows[ran].offset, 14, None),
            frame("<module>", 9, 36, 0, Some(44)),
        ],
        selected: 0,
        program: source(&listing).name,
        source: source(&listing),
        stacks: vec![
            StackView { title: "add(a=2, b=3)".to_owned(), waiting: String::new(), max: 2, slots },
            module_stack(36),
        ],
        last: Some(LastStep {
            instruction: "4 LOAD_FAST b".to_owned(),
            popped: vec![],
            pushed: vec!["3".to_owned()],
            effect: String::new(),
        }),
        next: Some(NextStep {
            instruction: "6 BINARY_OP +".to_owned(),
            pops: if ran == 3 { 2 } else { 0 },
            pushes: 1,
            effect: String::new(),
        }),
        names: vec![
            NameGroup {
                title: "Locals",
                rows: vec![
                    local("a", value("2", "int", "#2"), "param", false),
                    local("b", value("3", "int", "#3"), "param", false),
                ],
            },
            NameGroup { title: "Globals used here", rows: vec![] },
        ],
        breakpoints: vec![],
        output: Rc::new([]),
        explain: Explain {
            title: "BINARY_OP +".to_owned(),
            doc: vec![
                "Take the two topmost values and push the result of the operator between them.".to_owned(),
            ],
            before: "… left, right".to_owned(),
            after: "… result".to_owned(),
            now: vec![("left".to_owned(), "2".to_owned()), ("right".to_owned(), "3".to_owned())],
            notes: vec![(
                "Offsets",
                "BINARY_OP has 1 cache unit, hidden: the next row is 10, not 8.".to_owned(),
            )],
        },
        listing,
    }
}

/// Inside `fact(3)`, before it calls itself, with breakpoints on line 5 and `fact+30`.
pub fn fact() -> View {
    let mut listing = listing(2, "fact", 5, FACT, 11, Some(10));
    listing.breakpoints = vec![30];
    let mut source = source(&listing);
    source.breakpoints = vec![5];
    let fact = || value("<function fact>", "function", "#f1");
    View {
        step: 39,
        finished: None,
        frames: vec![frame("fact(n=3)", 7, 34, 28, None), frame("<module>", 10, 66, 0, Some(74))],
        selected: 0,
        program: source.name.clone(),
        stacks: vec![
            StackView {
                title: "fact(n=3)".to_owned(),
                waiting: String::new(),
                max: 5,
                slots: vec![
                    slot(value("2", "int", "#2"), "arg 1", true, (38, "BINARY_OP -")),
                    slot(fact(), "callable", false, (35, "LOAD_GLOBAL NULL + fact")),
                    slot(value("NULL", "", ""), "NULL", false, (35, "LOAD_GLOBAL NULL + fact")),
                    slot(value("3", "int", "#3"), "", false, (34, "LOAD_FAST n")),
                ],
            },
            module_stack(66),
        ],
        last: Some(LastStep {
            instruction: "30 BINARY_OP -".to_owned(),
            popped: vec!["1".to_owned(), "3".to_owned()],
            pushed: vec!["2".to_owned()],
            effect: String::new(),
        }),
        next: Some(NextStep {
            instruction: "34 CALL 1".to_owned(),
            pops: 3,
            pushes: 1,
            effect: "opens fact(n=2)".to_owned(),
        }),
        names: vec![
            NameGroup { title: "Locals", rows: vec![local("n", value("3", "int", "#3"), "param", false)] },
            NameGroup { title: "Globals used here", rows: vec![local("fact", fact(), "", false)] },
        ],
        breakpoints: vec![
            BreakpointRow { number: 1, spec: "line 5".to_owned(), hits: 1, enabled: true },
            BreakpointRow { number: 2, spec: "fact+30".to_owned(), hits: 1, enabled: true },
        ],
        output: Rc::new([OutputLine { text: "5".to_owned(), stream: Stream::Out }]),
        explain: Explain {
            title: "CALL 1".to_owned(),
            doc: vec!["Call the callable with 1 positional argument and push what it returns.".to_owned()],
            before: "… NULL, callable, arg 1".to_owned(),
            after: "… result".to_owned(),
            now: vec![
                ("callable".to_owned(), "<function fact>".to_owned()),
                ("arg 1".to_owned(), "2".to_owned()),
            ],
            notes: vec![
                (
                    "Why NULL?",
                    "LOAD_GLOBAL with its low bit set pushed it: a plain call has no self.".to_owned(),
                ),
                ("Offsets", "CALL has 3 cache units, hidden: the next row is 42, not 36.".to_owned()),
            ],
        },
        source,
        listing,
    }
}

/// After the end: no frame, no code, nothing next.
pub fn over() -> View {
    let listing = Listing {
        code: 0,
        title: String::new(),
        max_stack: 0,
        rows: Rc::new([]),
        hits: vec![],
        next: None,
        last: None,
        breakpoints: vec![],
        exception_table: Rc::new([]),
    };
    View {
        step: 66,
        finished: Some(0),
        frames: vec![],
        selected: 0,
        program: source(&listing).name,
        source: SourceView { lit: None, lines: Rc::new([]), ..source(&listing) },
        stacks: vec![],
        last: None,
        next: None,
        names: vec![],
        breakpoints: vec![],
        output: Rc::new([]),
        explain: Explain::default(),
        listing,
    }
}

/// A run of 66 steps.
pub fn timeline() -> Timeline {
    let mark = |step, kind, name: &str| Mark { step, kind, name: name.into(), depth: 2 };
    Timeline {
        oldest: 0,
        known: 66,
        complete: true,
        marks: vec![
            mark(14, MarkKind::Call, "add"),
            mark(19, MarkKind::Return, "add"),
            mark(28, MarkKind::Call, "fact"),
            mark(40, MarkKind::Call, "fact"),
            mark(52, MarkKind::Call, "fact"),
            mark(58, MarkKind::Return, "fact"),
            mark(60, MarkKind::Return, "fact"),
            mark(62, MarkKind::Return, "fact"),
        ],
    }
}

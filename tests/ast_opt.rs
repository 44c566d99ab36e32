//! The tree before and after constant folding, as one line of Python each. CPython shows no folded tree, but where
//! one is found it must make the same pseudo-code of both lines.

#[path = "support/early.rs"]
mod early;
mod support;

use opstep::{
    ast_opt::{self, Future},
    dialect::PY312,
    source::Source,
    syntax::{
        self,
        dump::{Style, dump},
    },
};
use serde_json::Value;

/// What folding makes of a program, and why.
struct Row(&'static str, &'static str, &'static str);

/// In place of the program after folding: it is left as it was.
const SAME: &str = "the same";

fn tree(text: &str, optimized: bool) -> String {
    let source = Source::from_text("<test>", text);
    let mut module = syntax::parse(&source).unwrap_or_else(|error| panic!("{text}: {error}"));
    if optimized {
        let future = Future::of(&module, &source).unwrap();
        ast_opt::optimize(&mut module, &future, &PY312).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
    dump(&module, Style { attributes: false, indent: None })
}

fn check(rows: &[Row]) {
    for Row(why, before, after) in rows {
        let after = if *after == SAME { before } else { after };
        assert_eq!(tree(before, true), tree(after, false), "{why}: {before}");
    }
    ask_cpython(rows);
}

/// What does not depend on where a node stands.
fn without_places(row: &Value) -> Value {
    let instrs = row["instructions"].as_array().expect("instructions").iter();
    let instrs: Value = instrs.map(|instr| serde_json::json!([instr[0], instr[1]])).collect();
    serde_json::json!([instrs, row["names"], row["consts"]])
}

fn ask_cpython(rows: &[Row]) {
    let folder = tempfile::tempdir().expect("a folder");
    let changed: Vec<&Row> = rows.iter().filter(|row| row.2 != SAME).collect();
    let write = |(number, text): (usize, &str)| {
        let path = folder.path().join(format!("{number}.py"));
        std::fs::write(&path, format!("{text}\n")).expect("a file");
        path
    };
    let texts = changed.iter().flat_map(|row| [row.1, row.2]);
    let files: Vec<_> = texts.enumerate().map(write).collect();
    let Some(lines) = early::ask("sequences", &files) else { return };
    let made: Vec<Value> =
        lines.lines().map(|line| without_places(&serde_json::from_str(line).expect("JSON"))).collect();
    assert_eq!(made.len(), files.len(), "CPython compiles every row");
    for (Row(why, before, _), pair) in changed.iter().zip(made.chunks(2)) {
        assert_eq!(pair[0], pair[1], "CPython makes different code of the two: {why}: {before}");
    }
}

#[test]
fn operators() {
    check(&[
        Row("from the inside out", "x = 1 + 2 * 3", "x = 7"),
        Row("not where it would raise", "x = 1 / 0", SAME),
        Row("nor where the result is long", "x = 1 << 128", SAME),
        Row("nor where it is text of more than 4096 characters", "x = 'a' * 4097", SAME),
        Row("nor with a variable, though the rest is constant", "x = a + 1 + 2", SAME),
        Row("only what stands together", "x = a + (1 + 2)", "x = a + 3"),
        Row("text", "x = 'a' + 'b' * 3", "x = 'abbb'"),
        Row("to `not` the value counts", "x = not ''", "x = True"),
        Row("`not in` is one operator", "x = not a in b", "x = a not in b"),
        Row("`is not` too", "x = not a is not b", "x = a is b"),
        Row("comparisons may be overloaded", "x = not a < b", SAME),
        Row("a chain has more than one answer", "x = not a in b in c", SAME),
        Row("`and` is left to the jumps", "x = 1 and 2", SAME),
        Row("an item of text", "x = 'abc'[1]", "x = 'b'"),
        Row("not beyond its end", "x = 'abc'[3]", SAME),
        Row("not what is bound", "a[1 + 1] = 'abc'[0]", "a[2] = 'a'"),
        Row("`__debug__` is known", "x = __debug__", "x = True"),
        Row("in statements too", "if not 0: y = 1 + 1", "if True: y = 2"),
        Row(
            "in classes and decorators",
            "@a(1 + 1)\nclass C(x=2 * 3): y = (1 + 1, a)",
            "@a(2)\nclass C(x=6): y = (2, a)",
        ),
        Row("in annotations", "x: 1 + 1", "x: 2"),
        Row(
            "not in those that stay text",
            "from __future__ import annotations\nx: 1 + 1\ny = 1 + 1",
            "from __future__ import annotations\nx: 1 + 1\ny = 2",
        ),
    ]);
}

#[test]
fn formats() {
    check(&[
        Row("a format of `%s` is an f-string", "x = '%s, %r' % (a, b)", "x = f'{a!s}, {b!r}'"),
        Row("`%%` is a sign", "x = '100%% %a' % (a,)", "x = f'100% {a!a}'"),
        Row("numbers are not formatted alike", "x = '%d' % (a,)", SAME),
        Row("nor is a single value, which may be a tuple", "x = '%s' % a", SAME),
        Row("nor is a wrong number of values", "x = '%s' % (a, b)", SAME),
        Row("nor are values that are spread", "x = '%s' % (*a,)", SAME),
    ]);
}

#[test]
fn what_is_only_looked_through() {
    check(&[
        Row("a list that is iterated is a tuple", "for x in [a, b]: pass", "for x in (a, b): pass"),
        Row("one that is searched too", "x = c in [a, b]", "x = c in (a, b)"),
        Row("one in a comprehension too", "x = [y for y in [a, b]]", "x = [y for y in (a, b)]"),
        Row("others can be changed", "x = [a, b]", SAME),
        Row("a set with variables stays", "x = c in {a, b}", SAME),
        Row("so does a list with a star", "x = c in [*a]", SAME),
        Row("only the last of a chain", "x = a in [b] in [c]", "x = a in [b] in (c,)"),
        Row("an async loop calls its iterable", "async def f():\n    async for x in [a]: pass", SAME),
    ]);
}

/// Constants that have no literal, and formats that are no f-strings of their own.
#[test]
fn what_no_text_can_say() {
    let rows = [
        ("x = (1, 2)", "Constant(value=(1, 2))"),
        ("x = 1, (2, 'a')", "Constant(value=(1, (2, 'a')))"),
        ("x = (1, 2) + (3,)", "Constant(value=(1, 2, 3))"),
        ("x = (1, 2)[1:]", "Subscript(value=Constant(value=(1, 2))"),
        ("x = a in {1, 2, 1}", "comparators=[Constant(value=frozenset({1, 2}))]"),
        ("for x in [1, 2]: pass", "iter=Constant(value=(1, 2))"),
        ("x = [1, 2]", "List(elts=[Constant(value=1), Constant(value=2)], ctx=Load())"),
        ("x, y = 1, a", "Tuple(elts=[Constant(value=1), Name(id='a', ctx=Load())], ctx=Load())"),
        ("match a:\n    case -1: pass", "MatchValue(value=Constant(value=-1))"),
        ("match a:\n    case {1 + 2j: b}: pass", "MatchMapping(keys=[Constant(value=(1+2j))]"),
        ("x = '%-5s|' % (a,)", "conversion=115, format_spec=Constant(value='5')), Constant(value='|')"),
        ("x = '%5r' % (a,)", "conversion=114, format_spec=Constant(value='>5')"),
        ("x = '%.3s' % (a,)", "conversion=115, format_spec=Constant(value='.3')"),
        ("del (a, b)", "Tuple(elts=[Name(id='a', ctx=Del())"),
    ];
    for (text, part) in rows {
        let tree = tree(text, true);
        assert!(tree.contains(part), "{text} becomes {tree}");
    }
}

#[test]
fn a_text_that_is_only_put_together_is_no_docstring() {
    assert!(tree("'a' 'b'\nx = 1", true).contains("Expr(value=Constant(value='ab'))"));
    let put_together = tree("'a' + 'b'\nx = 1", true);
    assert!(put_together.contains("Expr(value=JoinedStr(values=[Constant(value='ab')]))"), "{put_together}");
}

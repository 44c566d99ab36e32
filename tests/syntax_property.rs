//! Whatever the bytes, an answer comes: a tree, tokens, or an error with a place in the program.

use opstep::source::Source;
use opstep::syntax::{self, SyntaxError, dump};
use proptest::prelude::*;

/// Runs both ways through a program and checks what must hold of any answer.
fn survives(bytes: &[u8]) {
    let Ok(source) = Source::from_bytes("<property>", bytes) else { return };
    if let Ok(tokens) = syntax::tokens(&source) {
        assert_eq!(tokens[0].exact_name(), "ENCODING");
        assert_eq!(tokens.last().unwrap().exact_name(), "ENDMARKER");
        assert!(syntax::listing(&tokens, true).lines().count() >= tokens.len());
    }
    match syntax::parse(&source) {
        Ok(module) => assert!(dump::dump(&module, dump::Style::LINE).starts_with("Module(body=[")),
        Err(error) => has_a_place(&source, &error),
    }
}

fn has_a_place(source: &Source, error: &SyntaxError) {
    let shown = error.to_string();
    assert!(shown.contains(error.kind.name()), "{shown}");
    if let Some(line) = error.lineno {
        assert!(line >= 0 && line as usize <= source.line_count() + 1, "{error:?}");
    }
    assert_ne!(error.msg, "");
}

fn on_big_stack(work: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(1 << 29).spawn(work).unwrap().join().unwrap();
}

fn run<S: Strategy + Send + 'static>(cases: u32, strategy: S, text: fn(S::Value) -> Vec<u8>) {
    on_big_stack(move || {
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
            cases,
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        let result = runner.run(&strategy, |value| {
            survives(&text(value));
            Ok(())
        });
        if let Err(error) = result {
            panic!("{error}");
        }
    });
}

#[test]
fn arbitrary_bytes() {
    run(2000, prop::collection::vec(any::<u8>(), 0..200), |bytes| bytes);
}

#[test]
fn arbitrary_characters_of_programs() {
    run(3000, "[a-z0-9_ \t\n(){}\\[\\]'\"f\\\\:,.=+*#!@é\u{0}-]{0,120}", String::into_bytes);
}

#[test]
fn arbitrary_words_of_programs() {
    const WORDS: &[&str] = &[
        "def",
        "class",
        "if",
        "elif",
        "else",
        "for",
        "in",
        "while",
        "try",
        "except",
        "finally",
        "with",
        "as",
        "return",
        "yield",
        "lambda",
        "not",
        "and",
        "or",
        "is",
        "match",
        "case",
        "type",
        "import",
        "from",
        "async",
        "await",
        "del",
        "global",
        "pass",
        "x",
        "y",
        "_",
        "print",
        "1",
        "0x",
        "1e",
        "07",
        "'a'",
        "b'a'",
        "f'{x}'",
        "f'{",
        "}'",
        "f\"\"\"",
        "\"\"\"",
        "'",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        ";",
        ".",
        "...",
        "=",
        "==",
        ":=",
        "->",
        "+",
        "-",
        "*",
        "**",
        "/",
        "@",
        "!",
        "!=",
        "<>",
        "\n",
        "\n    ",
        "\n\t",
        "\n        ",
        "\\\n",
        "#c",
        "\u{e9}",
        "\u{20ac}",
        " ",
    ];
    let words = prop::collection::vec(prop::sample::select(WORDS), 0..60);
    run(4000, words, |words| words.join(" ").into_bytes());
}

/// One to three bytes of a real program are dropped, doubled or replaced.
#[test]
fn mutated_programs() {
    let mut programs: Vec<Vec<u8>> = Vec::new();
    for entry in std::fs::read_dir("tests/oracle/samples").unwrap() {
        programs.push(std::fs::read(entry.unwrap().path()).unwrap());
    }
    programs.sort();
    let changes = prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8, any::<u8>()), 1..4);
    run(600, (prop::sample::select(programs), changes), |(mut program, changes)| {
        for (index, change, byte) in changes {
            let at = index.index(program.len());
            match change {
                0 => drop(program.remove(at)),
                1 => program.insert(at, program[at]),
                2 => program[at] = b"()[]{}'\"\\\n\t :,=f"[usize::from(byte) % 16],
                _ => program[at] = byte,
            }
        }
        program
    });
}

/// Programs that nest without end get CPython's kind of answer.
#[test]
fn endless_nesting() {
    let rows = [
        ("(".repeat(300), "SyntaxError: too many nested parentheses"),
        (
            "-".repeat(200_000) + "1",
            "MemoryError: Parser stack overflowed - Python source too complex to parse",
        ),
        (
            "not ".repeat(50_000) + "x",
            "MemoryError: Parser stack overflowed - Python source too complex to parse",
        ),
        (
            "lambda:".repeat(50_000) + "x",
            "MemoryError: Parser stack overflowed - Python source too complex to parse",
        ),
        (
            "x if y else ".repeat(50_000) + "z",
            "MemoryError: Parser stack overflowed - Python source too complex to parse",
        ),
        (
            "x**".repeat(50_000) + "x",
            "MemoryError: Parser stack overflowed - Python source too complex to parse",
        ),
        (
            "if x: pass\n".to_string() + &"elif x: pass\n".repeat(20_000),
            "MemoryError: Parser stack overflowed - Python source too complex to parse",
        ),
        ("1+".repeat(1_000_000) + "1", "RecursionError: maximum recursion depth exceeded during compilation"),
        ("f'{".repeat(200) + "x", "SyntaxError: too many nested f-strings"),
        (
            (0..120).map(|level| " ".repeat(level) + "if x:\n").collect::<String>()
                + &" ".repeat(120)
                + "pass\n",
            "IndentationError: too many levels of indentation",
        ),
    ];
    on_big_stack(move || {
        for (text, answer) in rows {
            let error = syntax::parse(&Source::from_text("<deep>", &text)).unwrap_err();
            assert_eq!(error.to_string().lines().last(), Some(answer), "{}...", &text[..20]);
        }
        for text in ["a".to_string() + &".b".repeat(60_000), "a".to_string() + &"()".repeat(20_000)] {
            let error = syntax::parse(&Source::from_text("<deep>", &text));
            assert!(error.is_ok(), "{error:?}");
        }
    });
}

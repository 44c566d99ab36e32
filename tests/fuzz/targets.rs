//! What is done with an input, and what must hold whatever it is: an answer comes, and the answers agree.

use opstep::{
    code::{
        Code, dis, json,
        marshal::{self, Header, Pyc},
    },
    compile,
    dialect::PY312,
    source::{Source, SyntaxError},
    syntax::{self, dump},
};

use crate::{code_file, corpus, random::Random, text};

/// One sort of input, and what it is given to.
#[derive(Clone, Copy)]
pub struct Target {
    pub name: &'static str,
    /// Makes the corpus.
    pub corpus: fn(with_library: bool) -> Vec<Vec<u8>>,
    pub input: fn(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8>,
    /// How much stack that is given, in bytes.
    pub stack: usize,
    /// Panics where something does not hold; says whether the input was accepted.
    pub check: fn(input: &[u8]) -> bool,
}

/// Compiling follows the nesting of the program, so it is given the room that the real program gives it.
const STACK: usize = 1 << 30;

pub const PROGRAMS: Target =
    Target { name: "programs", corpus: corpus::programs, input: text::input, stack: STACK, check: program };

pub const CODE_FILES: Target = Target {
    name: "code-files",
    corpus: corpus::code_files,
    input: code_file::input,
    stack: STACK,
    check: code_file,
};

/// Bytes to text, tokens, tree, code, and the forms in which those are shown.
fn program(bytes: &[u8]) -> bool {
    if let Err(error) = Source::from_script("fuzz.py", bytes) {
        assert_ne!(error.msg, "");
    }
    let source = match Source::from_bytes("fuzz.py", bytes) {
        Ok(source) => source,
        Err(error) => {
            assert_ne!(error.msg, "");
            return false;
        }
    };
    if let Ok(tokens) = syntax::tokens(&source) {
        assert_eq!(tokens.last().map(syntax::Token::exact_name), Some("ENDMARKER"));
        assert!(syntax::listing(&tokens, true).lines().count() >= tokens.len());
    }
    let tree = syntax::parse(&source);
    if let Ok(tree) = &tree {
        assert!(dump::dump(tree, dump::Style { indent: None, attributes: true }).starts_with("Module("));
    }
    let mut warnings = Vec::new();
    match compile::compile_with_warnings(&source, &PY312, &mut warnings) {
        Ok(code) => {
            assert!(tree.is_ok(), "what becomes code has a tree");
            assert!(warnings.iter().all(|warning| is_line(&source, warning.line)), "{warnings:?}");
            shown(&code);
            written(&code);
            true
        }
        Err(error) => {
            has_a_place(&source, &error);
            false
        }
    }
}

fn is_line(source: &Source, line: i32) -> bool {
    (0..=source.line_count() as i32 + 1).contains(&line)
}

fn has_a_place(source: &Source, error: &SyntaxError) {
    assert_ne!(error.msg, "");
    assert!(!error.msg.contains("opstep cannot read this yet"), "{error}");
    assert!(error.to_string().contains(error.kind.name()), "{error:?}");
    assert!(error.lineno.is_none_or(|line| is_line(source, line)), "{error:?}");
}

/// Bytes to a code object, and the forms in which it is shown.
fn code_file(bytes: &[u8]) -> bool {
    match Pyc::read(bytes, &PY312) {
        Ok(pyc) => {
            shown(&pyc.code);
            written(&pyc.code);
            true
        }
        Err(error) => {
            let error = error.to_string();
            assert!(!error.is_empty() && !error.contains('\n'), "{error}");
            false
        }
    }
}

fn shown(code: &Code) {
    let row = json::Row { file: "fuzz.py", dialect: &PY312, warnings: &[], positions: true };
    assert!(json::row(&row, code).ends_with('}'));
    assert!(dis::text(code, &PY312, true).len() >= dis::text(code, &PY312, false).len());
}

/// Our own bytes are accepted, and mean the same: written again they are the same bytes.
fn written(code: &std::rc::Rc<Code>) {
    let bytes = Pyc { header: Header::Timestamp { mtime: 1, size: 2 }, code: code.clone() }.write(&PY312);
    let again = match Pyc::read(&bytes, &PY312) {
        // CPython cannot write that deep.
        Err(error) if error.to_string().ends_with("it is nested too deeply") => return,
        again => again.expect("what we write can be read"),
    };
    assert_eq!(marshal::write(&again.code), bytes[16..], "what was read is what was written");
}

//! What must call Python code is written in Python; this embeds it.
//!
//! A native that meets a user's object answers `Twin`, and the function of the prelude that it names takes over
//! with the same arguments. The prelude's frames are hidden; a user's function that it calls is not.

use std::rc::Rc;

use crate::{
    builtins,
    code::{
        Code,
        marshal::{Header, Pyc, source_hash},
    },
    compile,
    dialect::Dialect,
    modules,
    object::{Heap, Value},
    source::Source,
};

/// One file a subject; they share their names.
const FILES: &[&str] = &[
    include_str!("protocols.py"),
    include_str!("containers.py"),
    include_str!("methods.py"),
    include_str!("percent.py"),
    include_str!("iteration.py"),
    include_str!("functions.py"),
    include_str!("objects.py"),
    include_str!("classes.py"),
    include_str!("patterns.py"),
    include_str!("groups.py"),
    // Its class statements need what stands above.
    include_str!("types.py"),
    include_str!("typing.py"),
    include_str!("imports.py"),
    include_str!("sorting.py"),
    include_str!("buffers.py"),
    include_str!("files.py"),
    include_str!("future.py"),
    include_str!("code.py"),
    include_str!("warn.py"),
    include_str!("weak.py"),
    include_str!("sys.py"),
    include_str!("site.py"),
];

/// What these files become, so that it need not be made at every start. A test says when it is out of date and how
/// it is made again.
const KEPT: &[u8] = include_bytes!("kept.pyc");

/// The prelude as one code object. What is kept is taken if it is this dialect's and of these very files.
pub fn compiled(dialect: &'static Dialect) -> Rc<Code> {
    let text = FILES.concat();
    match Pyc::read(KEPT, dialect) {
        Ok(kept) if kept.header == header(&text, dialect) => kept.code,
        _ => made(&text, dialect),
    }
}

/// The bytes of a kept prelude.
pub fn to_keep(dialect: &'static Dialect) -> Vec<u8> {
    let text = FILES.concat();
    Pyc { header: header(&text, dialect), code: made(&text, dialect) }.write(dialect)
}

fn header(text: &str, dialect: &Dialect) -> Header {
    Header::Hash { hash: source_hash(text.as_bytes(), dialect), checked: true }
}

fn made(text: &str, dialect: &'static Dialect) -> Rc<Code> {
    let source = Source::from_text("<prelude>", text);
    match compile::compile(&source, dialect) {
        Ok(code) => code,
        Err(error) => panic!("the prelude is right Python: {error:?}"),
    }
}

/// Gives the prelude the natives that only it may call.
pub fn equip(heap: &mut Heap) {
    if let Value::Ref(prelude) = heap.prelude {
        builtins::install_helpers(heap, prelude);
        modules::install_helpers(heap, prelude);
    }
}

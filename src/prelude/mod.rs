//! What must call Python code is written in Python; this embeds it.
//!
//! A native that meets a user's object answers `Twin`, and the function of the prelude that it names takes over
//! with the same arguments. The prelude's frames are hidden; a user's function that it calls is not.

use std::rc::Rc;

use crate::{
    builtins,
    code::Code,
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
    include_str!("files.py"),
    include_str!("future.py"),
    include_str!("code.py"),
    include_str!("warn.py"),
    include_str!("weak.py"),
    include_str!("sys.py"),
];

/// The prelude as one code object.
pub fn compiled(dialect: &'static Dialect) -> Rc<Code> {
    let source = Source::from_text("<prelude>", &FILES.concat());
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

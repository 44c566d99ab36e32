//! Programs for tests of the debugger: compiled by the package itself, opened in a session.

use std::{fs, path::Path, rc::Rc};

use opstep::{
    compile,
    debugger::{Command, Session, Stop},
    dialect::PY312,
    source::Source,
    view::View,
    vm::{Limits, Program},
};

pub const FACT: &str = "\
def fact(n):
    if n <= 1:
        return 1
    return n * fact(n - 1)

print(fact(3))
";

pub const CATCH: &str = "\
def inner(items):
    return items[5]

def outer():
    try:
        inner([1])
    except IndexError:
        return 'caught'

print(outer())
";

pub fn program(source: &Source) -> Program {
    let code =
        compile::compile(source, &PY312).unwrap_or_else(|error| panic!("{}: {error:?}", source.name()));
    Program {
        code,
        dialect: &PY312,
        argv: vec![source.name().to_string()],
        path: Path::new(&**source.name())
            .parent()
            .map(|folder| folder.to_string_lossy().into_owned())
            .into_iter()
            .collect(),
        file: None,
        source: Some(source.text().clone()),
        limits: Limits::default(),
    }
}

pub fn source_of(path: &str) -> Source {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source::from_bytes(path, &bytes).unwrap_or_else(|error| panic!("{path}: {error:?}"))
}

pub fn open(path: &str) -> Session {
    open_source(source_of(path))
}

pub fn open_text(text: &str) -> Session {
    open_source(Source::from_text("test.py", text))
}

fn open_source(source: Source) -> Session {
    Session::open(program(&source), Some(source))
}

/// Every example, in order.
pub fn examples() -> Vec<String> {
    let mut paths: Vec<String> = fs::read_dir(Path::new("examples"))
        .expect("there are examples")
        .map(|entry| entry.expect("readable").path().to_string_lossy().into_owned())
        .filter(|path| path.ends_with(".py"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 6);
    paths
}

/// Examples, and programs with more of the language in them.
pub fn all_sorts() -> Vec<String> {
    let more = [
        "code/replayed",
        "frames/generators",
        "frames/locals",
        "frames/tracebacks",
        "typing/generic_classes",
        "typing/generic_functions",
        "warnings/never_awaited",
        "coroutines/awaiting",
        "descriptors/contexts_entered_through_descriptors",
        "generators/delegating",
        "groups/caught",
        "imports/siblings",
        "lifetimes/finalizers",
        "matching/patterns",
        "sys/excepthook",
        "memory/weak_callbacks",
        "memory/weak_cycle",
        "memoryview/a_bytearray_keeps_its_size_under_a_view",
    ];
    examples().into_iter().chain(more.map(|name| format!("tests/run/{name}.py"))).collect()
}

/// The run from the present to the end, a view for each moment, or for so many.
pub fn views_ahead(session: &mut Session, most: usize) -> Vec<Rc<View>> {
    let mut views = vec![session.view(0)];
    while session.finished().is_none() && views.len() < most {
        session.apply(Command::Step(1));
        views.push(session.view(0));
    }
    views
}

/// `5 add+6`: where the session stands.
pub fn place(session: &mut Session) -> String {
    let view = session.view(0);
    match view.frames.first() {
        Some(frame) => format!("{} {}+{}", view.step, frame.function, frame.offset),
        None => format!("{} ended", view.step),
    }
}

/// Does the command and says where the session stands then.
pub fn go(session: &mut Session, command: Command) -> (Stop, String) {
    let stop = session.apply(command);
    (stop, place(session))
}

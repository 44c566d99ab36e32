//! A program to be run: where its code comes from, and what it is told about itself.

use std::{
    fs,
    path::{Component, Path, PathBuf},
    rc::Rc,
};

use super::{Failure, args::Start, input::Input, warn};
use crate::{
    code::Code,
    dialect::Dialect,
    source::Source,
    vm::{Limits, Program},
};

/// A compiled program with its text, where that is at hand.
#[derive(Debug)]
pub(super) struct Loaded {
    pub code: Rc<Code>,
    pub source: Option<Source>,
    pub argv: Vec<String>,
    /// The compiled file it comes from.
    pub file: Option<String>,
    /// Where its modules are looked for first.
    pub folder: String,
}

/// Which name the program's code is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// As the user wrote it.
    AsGiven,
    /// Absolute, as in CPython's tracebacks.
    Absolute,
    /// Absolute and without `.` and `..`, as `os.path.abspath` has it.
    Normal,
}

impl Loaded {
    pub(super) fn new(start: &Start, naming: Naming, dialect: &Dialect) -> Result<Self, Failure> {
        if start.module.is_some() {
            return Err(Failure::User("-m is not supported yet: name the module's file instead".into()));
        }
        if let Some(code) = &start.code {
            let argv = std::iter::once("-c".into()).chain(arguments(start)).collect();
            return Self::compile(&Input::from_code(code), argv, dialect);
        }
        let Some(path) = start.program.first() else {
            return Err(Failure::User("name a program: a file, - for standard input, or -c CODE".into()));
        };
        let argv = arguments(start).collect();
        let mut input = Input::from_file(path)?;
        if input.is_compiled(dialect) {
            let code = input.compiled(dialect)?;
            let source = source_of(&code);
            let file = Some(name(Path::new(path), Naming::Absolute));
            return Ok(Self { code, source, argv, file, folder: folder_of(path) });
        }
        if path != "-" {
            input.name = name(Path::new(path), naming);
        }
        let loaded = Self::compile(&input, argv, dialect)?;
        let folder = if path == "-" { String::new() } else { folder_of(path) };
        Ok(Self { folder, ..loaded })
    }

    /// A program that comes with opstep.
    pub(super) fn built_in(name: &str, text: &str, dialect: &Dialect) -> Result<Self, Failure> {
        let source = Source::from_text(name, text);
        let code = warn::compile(&source, dialect)?;
        Ok(Self { code, source: Some(source), argv: vec![name.into()], file: None, folder: String::new() })
    }

    fn compile(input: &Input, argv: Vec<String>, dialect: &Dialect) -> Result<Self, Failure> {
        let source = input.script()?;
        let code = warn::compile(&source, dialect)?;
        Ok(Self { code, source: Some(source), argv, file: None, folder: String::new() })
    }

    /// The program for the machine, and its text.
    pub(super) fn program(self, dialect: &'static Dialect, limits: Limits) -> (Program, Option<Source>) {
        let text = self.source.as_ref().map(|source| source.text().clone());
        let file = self.file.map(Rc::from);
        let path = vec![self.folder];
        (Program { code: self.code, dialect, argv: self.argv, path, file, source: text, limits }, self.source)
    }
}

/// The folder of a script, links followed: where its sibling modules are.
fn folder_of(path: impl AsRef<Path>) -> String {
    let path = fs::canonicalize(path.as_ref()).unwrap_or_else(|_| path.as_ref().to_path_buf());
    path.parent().unwrap_or(Path::new("")).to_string_lossy().into_owned()
}

/// The text that compiled code names as its own, if it is still there to be read.
fn source_of(code: &Code) -> Option<Source> {
    let bytes = fs::read(&*code.filename).ok()?;
    Source::from_bytes(&code.filename, &bytes).ok()
}

/// What follows the options, as the program sees it.
fn arguments(start: &Start) -> impl Iterator<Item = String> {
    start.program.iter().map(|arg| arg.to_string_lossy().into_owned())
}

/// The name that the code of this file is given.
pub(super) fn name(path: &Path, naming: Naming) -> String {
    let absolute = || std::env::current_dir().map_or_else(|_| path.to_path_buf(), |here| here.join(path));
    let path = match naming {
        Naming::AsGiven => path.to_path_buf(),
        // `join` drops nothing: `./a.py` stays visible in it, as it does for CPython.
        Naming::Absolute if path.is_absolute() => path.to_path_buf(),
        Naming::Absolute => absolute(),
        Naming::Normal => {
            let mut normal = PathBuf::new();
            for part in absolute().components() {
                match part {
                    Component::CurDir => {}
                    Component::ParentDir => drop(normal.pop()),
                    part => normal.push(part),
                }
            }
            normal
        }
    };
    path.to_string_lossy().into_owned()
}

//! Programs as they are named on the command line: a file, `-` for standard input, `-c CODE`.

use std::{
    ffi::{OsStr, OsString},
    fs,
    io::{self, Read},
    rc::Rc,
};

use super::{Failure, args::Inputs};
use crate::{
    code::{Code, marshal::Pyc},
    dialect::Dialect,
    source::Source,
};

/// A program's bytes, not looked at yet.
#[derive(Debug)]
pub(super) struct Input {
    /// As tracebacks name it.
    pub name: String,
    pub bytes: Vec<u8>,
    origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// `-c`: text already, so an encoding named in it means nothing.
    Argument,
    StandardInput,
    File,
}

impl Input {
    /// What `-c` was given.
    pub(super) fn from_code(code: &str) -> Self {
        Self { name: "<string>".into(), bytes: format!("{code}\n").into_bytes(), origin: Origin::Argument }
    }

    /// A file, or standard input for `-`.
    pub(super) fn from_file(path: &OsStr) -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        if path == "-" {
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| Failure::User(format!("cannot read standard input: {error}")))?;
            return Ok(Self { name: "<stdin>".into(), bytes, origin: Origin::StandardInput });
        }
        let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
        Ok(Self { name: path.to_string_lossy().into_owned(), bytes, origin: Origin::File })
    }

    /// The decoded text, where bytes that are not UTF-8 are the user's mistake.
    pub(super) fn text(&self) -> Result<Source, Failure> {
        let source = self.source()?;
        if source.malformed().is_some() {
            return Err(Failure::User(format!(
                "{} is not UTF-8: save it as UTF-8, or name its encoding in the first line (# coding: latin-1)",
                self.name
            )));
        }
        Ok(source)
    }

    /// The decoded text, where such bytes are an error of the program as they are for CPython.
    pub(super) fn source(&self) -> Result<Source, Failure> {
        match std::str::from_utf8(&self.bytes) {
            Ok(text) if self.origin == Origin::Argument => Ok(Source::from_text(&self.name, text)),
            _ => Ok(Source::from_bytes(&self.name, &self.bytes)?),
        }
    }

    /// The same for a program that is to be run: CPython has other words for what it cannot read then.
    pub(super) fn script(&self) -> Result<Source, Failure> {
        match self.origin {
            Origin::Argument => self.source(),
            _ => Ok(Source::from_script(&self.name, &self.bytes)?),
        }
    }

    /// Whether it is a compiled file: that is one by its name, or by its first bytes, as for `python FILE`.
    pub(super) fn is_compiled(&self, dialect: &Dialect) -> bool {
        let [low, high, ..] = dialect.magic;
        self.origin == Origin::File && (self.name.ends_with(".pyc") || self.bytes.starts_with(&[low, high]))
    }

    pub(super) fn is_file(&self) -> bool {
        self.origin == Origin::File
    }

    /// Refuses a compiled file, for a command that wants something of a program that is not in it.
    pub(super) fn refuse_compiled(&self, wanted: &str, dialect: &Dialect) -> Result<(), Failure> {
        match self.is_compiled(dialect) {
            true => Err(Failure::User(format!(
                "{} is compiled: it holds code, and no {wanted}; name its source",
                self.name
            ))),
            false => Ok(()),
        }
    }

    /// The code object in a compiled file.
    pub(super) fn compiled(&self, dialect: &Dialect) -> Result<Rc<Code>, Failure> {
        let read = Pyc::read(&self.bytes, dialect);
        Ok(read.map_err(|error| Failure::User(format!("{}: {error}", self.name)))?.code)
    }
}

/// The programs a command was given, in order; standard input if there are none.
pub(super) fn inputs(given: &Inputs) -> Result<Vec<Input>, Failure> {
    if let Some(code) = &given.code {
        return Ok(vec![Input::from_code(code)]);
    }
    if given.files.is_empty() {
        return Ok(vec![Input::from_file(&OsString::from("-"))?]);
    }
    given.files.iter().map(|path| Input::from_file(path)).collect()
}

fn unreadable(path: &OsStr, error: &io::Error) -> Failure {
    let name = path.to_string_lossy();
    Failure::User(match error.kind() {
        io::ErrorKind::NotFound => format!("there is no file {name:?}"),
        io::ErrorKind::IsADirectory => format!("{name:?} is a directory: name a .py or .pyc file in it"),
        io::ErrorKind::PermissionDenied => format!("you may not read {name:?}"),
        _ => format!("cannot read {name:?}: {error}"),
    })
}

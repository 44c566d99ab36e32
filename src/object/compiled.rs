//! What a running program has had compiled (`compile`, `exec`, `eval`): each text once, so that every replay runs
//! the very same code object. Knows nothing of who asks.

use std::{cell::RefCell, rc::Rc};

use rustc_hash::FxHashMap;

use crate::{
    code::Code,
    compile,
    dialect::Dialect,
    source::{Source, SyntaxError, Text, Warning},
    syntax::ast::Mode,
};

/// A text to be compiled, and how. The same question has the same answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub text: Written,
    pub filename: Rc<str>,
    pub mode: Mode,
    /// Flags of the code that asks.
    pub inherited: u32,
}

/// A program as text, or as bytes that are still to be decoded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Written {
    Text(Text),
    Bytes(Rc<[u8]>),
}

#[derive(Debug)]
pub struct Compiled {
    /// `None` where the bytes are no text.
    pub source: Option<Source>,
    pub code: Result<Rc<Code>, SyntaxError>,
    pub warnings: Vec<Warning>,
}

impl Question {
    fn answer(&self, dialect: &Dialect) -> Compiled {
        let mut warnings = Vec::new();
        let source = match &self.text {
            Written::Text(text) => Ok(Source::from_text(&self.filename, &text.to_lossy())),
            Written::Bytes(bytes) => Source::from_bytes(&self.filename, bytes),
        };
        match source {
            Ok(source) => {
                let code = compile::compile_as(&source, self.mode, self.inherited, dialect, &mut warnings);
                Compiled { source: Some(source), code, warnings }
            }
            Err(error) => Compiled { source: None, code: Err(error), warnings },
        }
    }
}

/// All answers of one program. Clones share them: they belong to no moment.
#[derive(Clone, Debug, Default)]
pub struct Compilations {
    known: Rc<RefCell<FxHashMap<Question, Rc<Compiled>>>>,
    /// Code that was put together from parts.
    made: Rc<RefCell<Vec<Rc<Code>>>>,
}

impl Compilations {
    pub fn ask(&self, question: Question, dialect: &Dialect) -> Rc<Compiled> {
        let known = self.known.borrow().get(&question).cloned();
        known.unwrap_or_else(|| {
            let made = Rc::new(question.answer(dialect));
            self.known.borrow_mut().insert(question, made.clone());
            made
        })
    }

    /// The text that code with this very name for its file was made of.
    pub fn source(&self, filename: &Rc<str>) -> Option<Source> {
        let known = self.known.borrow();
        let mut sources = known.values().filter_map(|each| each.source.as_ref());
        sources.find(|source| Rc::ptr_eq(source.name(), filename)).cloned()
    }

    /// The one code object that is equal to this one in all its parts.
    pub fn same(&self, code: Code) -> Rc<Code> {
        let mut made = self.made.borrow_mut();
        let known = made.iter().find(|known| ***known == code).cloned();
        known.unwrap_or_else(|| {
            made.push(Rc::new(code));
            made[made.len() - 1].clone()
        })
    }
}

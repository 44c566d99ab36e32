//! What a program's text makes CPython warn of without refusing it.

use super::{Location, Source, SyntaxError};

/// The class of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Category {
    Syntax,
    /// What is computed while the program is compiled will not be allowed one day. CPython shows this to nobody who
    /// does not ask, and says that it stands in the program that called the compiler.
    Deprecation,
}

impl Category {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxWarning",
            Self::Deprecation => "DeprecationWarning",
        }
    }
}

/// A warning of the compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub category: Category,
    pub line: i32,
    pub msg: String,
    /// Where, if more than the line is known, and by whom: the parser counts in characters, the compiler in bytes.
    pub place: Option<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Token(Location),
    Tree(Location),
}

impl Warning {
    pub const fn syntax(line: i32, msg: String) -> Self {
        Self { category: Category::Syntax, line, msg, place: None }
    }

    /// A deprecation that has no place in the program.
    pub const fn deprecation(msg: String) -> Self {
        Self { category: Category::Deprecation, line: 1, msg, place: None }
    }

    /// About a part of the tree.
    pub const fn at(at: Location, msg: String) -> Self {
        Self { category: Category::Syntax, line: at.line, msg, place: Some(Place::Tree(at)) }
    }

    /// About a token.
    pub const fn of_token(at: Location, msg: String) -> Self {
        Self { category: Category::Syntax, line: at.line, msg, place: Some(Place::Token(at)) }
    }

    /// The error that it is where such a warning is one.
    pub fn as_error(&self, source: &Source) -> SyntaxError {
        let chars = |line: i32, col: i32| {
            let line = source.line(line.max(0) as usize);
            line.get(..col.max(0) as usize).map_or(col, |before| before.chars().count() as i32)
        };
        match self.place {
            Some(Place::Tree(at)) => SyntaxError::at(source, at, &*self.msg),
            Some(Place::Token(at)) => {
                let at =
                    Location { col: chars(at.line, at.col), end_col: chars(at.end_line, at.end_col), ..at };
                let text = source.line(at.line.max(0) as usize);
                SyntaxError { text: Some(format!("{text}\n")), ..SyntaxError::at(source, at, &*self.msg) }
            }
            None => SyntaxError::at(source, Location::new(self.line, self.line, 0, 0), &*self.msg),
        }
    }

    /// The warning as CPython prints it, with the source line if the program is a file.
    pub fn shown(&self, source: &Source) -> String {
        let mut out = format!("{}:{}: {}: {}\n", source.name(), self.line, self.category.name(), self.msg);
        let line = source.line(self.line.max(0) as usize).trim();
        if !source.name().starts_with('<') && !line.is_empty() {
            out.push_str(&format!("  {line}\n"));
        }
        out
    }
}

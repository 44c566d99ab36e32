//! What a program's text makes CPython warn of without refusing it.

use super::Source;

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
}

impl Warning {
    pub const fn syntax(line: i32, msg: String) -> Self {
        Self { category: Category::Syntax, line, msg }
    }

    /// A deprecation that has no place in the program.
    pub const fn deprecation(msg: String) -> Self {
        Self { category: Category::Deprecation, line: 1, msg }
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

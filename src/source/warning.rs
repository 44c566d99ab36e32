//! What a program's text makes CPython warn of without refusing it.

use super::Source;

/// A `SyntaxWarning`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub line: i32,
    pub msg: String,
}

impl Warning {
    /// The warning as CPython prints it, with the source line if the program is a file.
    pub fn shown(&self, source: &Source) -> String {
        let mut out = format!("{}:{}: SyntaxWarning: {}\n", source.name(), self.line, self.msg);
        let line = source.line(self.line.max(0) as usize).trim();
        if !source.name().starts_with('<') && !line.is_empty() {
            out.push_str(&format!("  {line}\n"));
        }
        out
    }
}

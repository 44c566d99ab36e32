//! The expression behind a breakpoint's `if`: compiled when the breakpoint is set, asked where it would stop.

use std::rc::Rc;

use crate::{
    code::Code,
    compile::compile_as,
    dialect::Dialect,
    source::Source,
    syntax::{self, ast::Mode},
    vm::{UNMET, Vm},
};

#[derive(Clone, Debug)]
pub struct Condition(Rc<Code>);

impl Condition {
    pub fn new(text: &str, dialect: &Dialect) -> Result<Self, String> {
        let name = "<condition>";
        let refused = |error: syntax::SyntaxError| format!("`if {text}`: {}", error.msg);
        let mut warnings = Vec::new();
        syntax::parse_as(&Source::from_text(name, text), Mode::Eval, &mut warnings).map_err(refused)?;
        let inquiry = Source::from_text(name, &format!("{UNMET} = not (\n{text}\n)\n"));
        compile_as(&inquiry, Mode::Exec, 0, dialect, &mut warnings).map(Self).map_err(refused)
    }

    /// Why there is no answer comes in words.
    pub fn holds(&self, vm: &Vm) -> Result<bool, String> {
        vm.inquire(&self.0)
    }
}

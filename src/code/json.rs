//! A code object tree as one line of JSON: the form in which it is compared with the real interpreter's
//! (`tests/oracle/codedump.py --code`), byte for byte.

use super::{Code, Const};
use crate::{
    json::{self, Json},
    syntax::Constant,
};

pub use crate::json::{Row, error_row};

/// The whole line of a file that was compiled, without its end.
pub fn row(row: &Row<'_>, code: &Code) -> String {
    json::row(row, |out| fields(out, code, row.positions))
}

fn fields(out: &mut Json, code: &Code, positions: bool) {
    out.field("code", |out| out.code(code));
    if positions {
        out.field("positions", |out| out.list(all_codes(code), Json::positions));
    }
}

/// The code object and all inside it, outer before inner.
fn all_codes(code: &Code) -> Vec<&Code> {
    let mut found = vec![code];
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            found.extend(all_codes(inner));
        }
    }
    found
}

impl Json {
    fn code(&mut self, code: &Code) {
        self.object(|out| {
            out.field("co_name", |out| out.str(&code.name));
            out.field("co_qualname", |out| out.str(&code.qualname));
            out.field("co_argcount", |out| out.number(code.argcount));
            out.field("co_posonlyargcount", |out| out.number(code.posonlyargcount));
            out.field("co_kwonlyargcount", |out| out.number(code.kwonlyargcount));
            out.field("co_nlocals", |out| out.number(code.nlocals()));
            out.field("co_stacksize", |out| out.number(code.stacksize));
            out.field("co_flags", |out| out.number(code.flags));
            out.field("co_firstlineno", |out| out.number(code.firstlineno));
            out.field("co_code", |out| out.hex(&code.code));
            out.field("co_names", |out| out.list(&code.names, |out, name| out.str(name)));
            out.field("co_varnames", |out| out.list(code.varnames(), |out, name| out.str(name)));
            out.field("co_cellvars", |out| out.list(code.cellvars(), |out, name| out.str(name)));
            out.field("co_freevars", |out| out.list(code.freevars(), |out, name| out.str(name)));
            out.field("localsplus", |out| {
                out.list(&code.localsplus, |out, (name, kind)| {
                    out.enclosed('[', ']', |out| {
                        out.item(|out| out.str(name));
                        out.item(|out| out.number(kind.0));
                    });
                });
            });
            out.field("co_linetable", |out| out.hex(&code.linetable));
            out.field("co_exceptiontable", |out| out.hex(&code.exceptiontable));
            out.field("co_consts", |out| {
                out.list(&code.consts, |out, constant| match constant {
                    Const::Plain(constant) => out.constant(constant),
                    Const::Code(code) => out.tagged("code", |out| out.code(code)),
                });
            });
        });
    }

    fn constant(&mut self, constant: &Constant) {
        match constant {
            Constant::None => self.raw(r#"["none"]"#),
            Constant::Ellipsis => self.raw(r#"["ellipsis"]"#),
            Constant::Bool(value) => self.tagged("bool", |out| out.number(value)),
            Constant::Int(value) => self.tagged("int", |out| out.str(&value.to_string())),
            Constant::BigInt(value) => self.tagged("int", |out| out.str(&value.to_string())),
            Constant::Float(value) => self.tagged("float", |out| out.hex(&value.to_be_bytes())),
            Constant::Complex { re, im } => self.enclosed('[', ']', |out| {
                out.item(|out| out.str("complex"));
                out.item(|out| out.hex(&re.to_be_bytes()));
                out.item(|out| out.hex(&im.to_be_bytes()));
            }),
            Constant::Str(value) => self.tagged("str", |out| out.text(value)),
            Constant::Bytes(value) => self.tagged("bytes", |out| out.hex(value)),
            Constant::Tuple(items) => {
                self.tagged("tuple", |out| out.list(items.iter(), Self::constant));
            }
            Constant::FrozenSet(items) => self.tagged("frozenset", |out| out.frozenset(items)),
        }
    }

    /// A set has no order of its own: its elements are sorted as they are written.
    fn frozenset(&mut self, items: &[Constant]) {
        let mut written: Vec<String> = items
            .iter()
            .map(|item| {
                let mut out = Self::default();
                out.constant(item);
                out.finish()
            })
            .collect();
        written.sort();
        self.list(&written, |out, item| out.raw(item));
    }

    fn positions(&mut self, code: &Code) {
        self.enclosed('[', ']', |out| {
            out.item(|out| out.str(&code.qualname));
            out.item(|out| {
                out.list(code.positions().iter().enumerate(), |out, (unit, at)| {
                    out.enclosed('[', ']', |out| {
                        out.item(|out| out.number(2 * unit));
                        for part in [at.line, at.end_line, at.col, at.end_col] {
                            out.item(|out| out.optional((part >= 0).then_some(part)));
                        }
                    });
                });
            });
        });
    }
}

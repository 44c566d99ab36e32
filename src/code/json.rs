//! A code object tree as one line of JSON: the form in which it is compared with the real interpreter's
//! (`tests/oracle/codedump.py --code`), byte for byte. Plain ASCII, lone surrogates as hexadecimal.

use std::fmt::Write;

use super::{Code, Const};
use crate::{
    dialect::Dialect,
    source::{SyntaxError, Text},
    syntax::Constant,
};

/// What one line says of a file besides its code object.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub file: &'a str,
    pub dialect: &'a Dialect,
    /// Category, message and line of each warning of the compiler.
    pub warnings: &'a [(&'a str, &'a str, i32)],
    /// Whether the decoded place of every unit is wanted too.
    pub positions: bool,
}

/// The whole line of a file that was compiled, without its end.
pub fn row(row: &Row<'_>, code: &Code) -> String {
    row_with(row, |out| {
        out.field("code", |out| out.code(code));
        if row.positions {
            out.field("positions", |out| out.list(all_codes(code), Json::positions));
        }
    })
}

/// The whole line of a file that could not be compiled.
pub fn error_row(row: &Row<'_>, error: &SyntaxError) -> String {
    row_with(row, |out| out.field("error", |out| out.object(|out| out.error(error))))
}

fn row_with(row: &Row<'_>, result: impl FnOnce(&mut Json)) -> String {
    let mut out = Json::default();
    out.object(|out| {
        out.field("file", |out| out.str(row.file));
        out.field("python", |out| out.str(row.dialect.micro));
        result(out);
        out.field("warnings", |out| {
            out.list(row.warnings, |out, (category, message, line)| {
                out.enclosed('[', ']', |out| {
                    out.item(|out| out.str(category));
                    out.item(|out| out.str(message));
                    out.item(|out| out.number(line));
                });
            });
        });
    });
    out.text
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

/// JSON as Python's `json.dumps(..., separators=(",", ":"))` writes it.
#[derive(Default)]
struct Json {
    text: String,
    /// Whether the next item of the list or object at hand needs a comma before it.
    comma: bool,
}

impl Json {
    fn object(&mut self, body: impl FnOnce(&mut Self)) {
        self.enclosed('{', '}', body);
    }

    fn enclosed(&mut self, open: char, close: char, body: impl FnOnce(&mut Self)) {
        self.text.push(open);
        self.comma = false;
        body(self);
        self.text.push(close);
        self.comma = true;
    }

    fn item(&mut self, value: impl FnOnce(&mut Self)) {
        if self.comma {
            self.text.push(',');
        }
        value(self);
        self.comma = true;
    }

    fn field(&mut self, name: &str, value: impl FnOnce(&mut Self)) {
        self.item(|out| {
            out.str(name);
            out.text.push(':');
            value(out);
        });
    }

    fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut Self, T)) {
        self.enclosed('[', ']', |out| {
            for item in items {
                out.item(|out| each(out, item));
            }
        });
    }

    fn number(&mut self, number: impl std::fmt::Display) {
        write!(self.text, "{number}").expect("a String takes all");
    }

    fn str(&mut self, text: &str) {
        self.text.push('"');
        for unit in text.encode_utf16() {
            match unit {
                0x22 => self.text.push_str("\\\""),
                0x5C => self.text.push_str("\\\\"),
                0x0A => self.text.push_str("\\n"),
                0x0D => self.text.push_str("\\r"),
                0x09 => self.text.push_str("\\t"),
                0x0C => self.text.push_str("\\f"),
                0x08 => self.text.push_str("\\b"),
                0x20..=0x7E => self.text.push(char::from(unit as u8)),
                _ => write!(self.text, "\\u{unit:04x}").expect("a String takes all"),
            }
        }
        self.text.push('"');
    }

    fn text(&mut self, text: &Text) {
        match text.as_str() {
            Some(text) => self.str(text),
            None => self.object(|out| out.field("wtf8", |out| out.hex(text.as_bytes()))),
        }
    }

    fn hex(&mut self, bytes: &[u8]) {
        self.text.push('"');
        for byte in bytes {
            write!(self.text, "{byte:02x}").expect("a String takes all");
        }
        self.text.push('"');
    }

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

    /// `["kind", value]`.
    fn tagged(&mut self, kind: &str, value: impl FnOnce(&mut Self)) {
        self.enclosed('[', ']', |out| {
            out.item(|out| out.str(kind));
            out.item(value);
        });
    }

    fn constant(&mut self, constant: &Constant) {
        match constant {
            Constant::None => self.text.push_str(r#"["none"]"#),
            Constant::Ellipsis => self.text.push_str(r#"["ellipsis"]"#),
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
                out.text
            })
            .collect();
        written.sort();
        self.list(&written, |out, item| out.text.push_str(item));
    }

    fn error(&mut self, error: &SyntaxError) {
        self.field("type", |out| out.str(error.kind.name()));
        self.field("msg", |out| out.str(&error.msg));
        if error.is_syntax() {
            let places = [
                ("lineno", error.lineno),
                ("offset", error.offset),
                ("end_lineno", error.end_lineno),
                ("end_offset", error.end_offset),
            ];
            for (name, place) in places {
                self.field(name, |out| match place {
                    Some(place) => out.number(place),
                    None => out.text.push_str("null"),
                });
            }
            self.field("text", |out| match &error.text {
                Some(text) => out.str(text),
                None => out.text.push_str("null"),
            });
        }
    }

    fn positions(&mut self, code: &Code) {
        self.enclosed('[', ']', |out| {
            out.item(|out| out.str(&code.qualname));
            out.item(|out| {
                out.list(code.positions().iter().enumerate(), |out, (unit, at)| {
                    out.enclosed('[', ']', |out| {
                        out.item(|out| out.number(2 * unit));
                        for part in [at.line, at.end_line, at.col, at.end_col] {
                            out.item(|out| match part {
                                0.. => out.number(part),
                                _ => out.text.push_str("null"),
                            });
                        }
                    });
                });
            });
        });
    }
}

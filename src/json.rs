//! Lines of JSON as the scripts in `tests/oracle/` print them, byte for byte: one a file, plain ASCII, lone surrogates
//! as hexadecimal. Knows nothing of what they say.

use std::fmt::Write;

use crate::{
    dialect::Dialect,
    literal::str_repr,
    source::{ErrorKind, SyntaxError, Text},
};

/// What one line says of a file besides what is made of it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub file: &'a str,
    pub dialect: &'a Dialect,
    /// Category, message and line of each warning of the compiler.
    pub warnings: &'a [(&'a str, &'a str, i32)],
    /// Whether the decoded place of every unit of code is wanted too.
    pub positions: bool,
}

/// The whole line of a file, without its end.
pub fn row(row: &Row<'_>, result: impl FnOnce(&mut Json)) -> String {
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

/// The whole line of a file of which nothing could be made.
pub fn error_row(about: &Row<'_>, error: &SyntaxError) -> String {
    row(about, |out| out.field("error", |out| out.object(|out| out.error(error))))
}

/// JSON as Python's `json.dumps(..., separators=(",", ":"))` writes it.
#[derive(Default)]
pub struct Json {
    text: String,
    /// Whether the next item of the list or object at hand needs a comma before it.
    comma: bool,
}

impl Json {
    pub fn object(&mut self, body: impl FnOnce(&mut Self)) {
        self.enclosed('{', '}', body);
    }

    pub fn enclosed(&mut self, open: char, close: char, body: impl FnOnce(&mut Self)) {
        self.text.push(open);
        self.comma = false;
        body(self);
        self.text.push(close);
        self.comma = true;
    }

    pub fn item(&mut self, value: impl FnOnce(&mut Self)) {
        if self.comma {
            self.text.push(',');
        }
        value(self);
        self.comma = true;
    }

    pub fn field(&mut self, name: &str, value: impl FnOnce(&mut Self)) {
        self.item(|out| {
            out.str(name);
            out.text.push(':');
            value(out);
        });
    }

    pub fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut Self, T)) {
        self.enclosed('[', ']', |out| {
            for item in items {
                out.item(|out| each(out, item));
            }
        });
    }

    pub fn number(&mut self, number: impl std::fmt::Display) {
        write!(self.text, "{number}").expect("a String takes all");
    }

    pub fn str(&mut self, text: &str) {
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

    pub fn text(&mut self, text: &Text) {
        match text.as_str() {
            Some(text) => self.str(text),
            None => self.object(|out| out.field("wtf8", |out| out.hex(text.as_bytes()))),
        }
    }

    pub fn hex(&mut self, bytes: &[u8]) {
        self.text.push('"');
        for byte in bytes {
            write!(self.text, "{byte:02x}").expect("a String takes all");
        }
        self.text.push('"');
    }

    /// `["kind", value]`.
    pub fn tagged(&mut self, kind: &str, value: impl FnOnce(&mut Self)) {
        self.enclosed('[', ']', |out| {
            out.item(|out| out.str(kind));
            out.item(value);
        });
    }

    /// Number or null.
    pub fn optional(&mut self, number: Option<i32>) {
        match number {
            Some(number) => self.number(number),
            None => self.text.push_str("null"),
        }
    }

    /// Already written elsewhere.
    pub fn raw(&mut self, json: &str) {
        self.text.push_str(json);
    }

    /// What is written so far.
    pub fn finish(self) -> String {
        self.text
    }

    fn error(&mut self, error: &SyntaxError) {
        self.field("type", |out| out.str(error.kind.name()));
        if let (ErrorKind::Token, Some(line), Some(column)) = (error.kind, error.lineno, error.offset) {
            return self.token_error(&error.msg, line, column);
        }
        self.field("msg", |out| out.str(&error.msg));
        if error.is_syntax() {
            let places = [
                ("lineno", error.lineno),
                ("offset", error.offset),
                ("end_lineno", error.end_lineno),
                ("end_offset", error.end_offset),
            ];
            for (name, place) in places {
                self.field(name, |out| out.optional(place));
            }
            self.field("text", |out| match &error.text {
                Some(text) => out.str(text),
                None => out.text.push_str("null"),
            });
        }
    }

    /// An exception with two arguments, which shows itself as a tuple of them.
    fn token_error(&mut self, msg: &str, line: i32, column: i32) {
        let shown = format!("({}, ({line}, {column}))", str_repr(&msg.into()));
        self.field("msg", |out| out.str(&shown));
        self.field("args", |out| {
            out.enclosed('[', ']', |out| {
                out.item(|out| out.str(msg));
                out.item(|out| out.list([line, column], Self::number));
            });
        });
    }
}

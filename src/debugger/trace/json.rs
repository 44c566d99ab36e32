//! The little JSON that a trace needs, as Python's `json.dumps(..., separators=(",", ":"))` writes it.

use std::fmt::Write;

/// A value's type and its text; `None` for an empty slot.
pub type Shown = Option<(String, String)>;

/// One object, field by field.
pub struct Object {
    text: String,
}

impl Object {
    pub fn new() -> Self {
        Self { text: "{".to_owned() }
    }

    fn key(&mut self, name: &str) -> &mut String {
        if self.text.len() > 1 {
            self.text.push(',');
        }
        string(&mut self.text, name);
        self.text.push(':');
        &mut self.text
    }

    pub fn str(mut self, name: &str, value: &str) -> Self {
        string(self.key(name), value);
        self
    }

    pub fn number(mut self, name: &str, value: impl Into<i128>) -> Self {
        write!(self.key(name), "{}", value.into()).expect("strings take everything");
        self
    }

    pub fn number_or_null(mut self, name: &str, value: Option<u32>) -> Self {
        match value {
            Some(value) => self.number(name, value),
            None => {
                self.key(name).push_str("null");
                self
            }
        }
    }

    pub fn value(mut self, name: &str, value: &Shown) -> Self {
        shown(self.key(name), value);
        self
    }

    pub fn value_or_null(mut self, name: &str, value: Option<&Shown>) -> Self {
        match value {
            Some(value) => self.value(name, value),
            None => {
                self.key(name).push_str("null");
                self
            }
        }
    }

    pub fn values_or_null(mut self, name: &str, values: Option<&[Shown]>) -> Self {
        let text = self.key(name);
        match values {
            Some(values) => {
                text.push('[');
                for (at, value) in values.iter().enumerate() {
                    if at > 0 {
                        text.push(',');
                    }
                    shown(text, value);
                }
                text.push(']');
            }
            None => text.push_str("null"),
        }
        self
    }

    pub fn object(mut self, name: &str, inner: Object) -> Self {
        self.key(name).push_str(&inner.end());
        self
    }

    pub fn end(mut self) -> String {
        self.text.push('}');
        self.text
    }
}

/// `["type","text"]`, or `["NULL"]` for an empty slot.
fn shown(out: &mut String, value: &Shown) {
    out.push('[');
    match value {
        Some((kind, text)) => {
            string(out, kind);
            out.push(',');
            string(out, text);
        }
        None => out.push_str("\"NULL\""),
    }
    out.push(']');
}

fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}").expect("strings take everything");
                }
            }
        }
    }
    out.push('"');
}

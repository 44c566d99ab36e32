//! Text made to a specification: `format(value, spec)` and `text % values`.

mod float;
mod int;
mod percent;
mod printf;
mod spec;

use super::{Escape, Heap, Obj, Sym, Type, Value};
use crate::source::Text;

use spec::Spec;

impl Heap {
    /// `ascii(value)`
    pub fn ascii(&mut self, value: Value) -> Result<Value, Escape> {
        let text = crate::literal::ascii_only(&self.repr(value)?);
        Ok(self.str(&text))
    }

    /// `format(value, spec)` for builtin types. What needs Python code answers `Twin`.
    pub fn format(&mut self, value: Value, spec: &str) -> Result<Value, Escape> {
        if self.user_special(value, Sym::Format).is_some() {
            return Err(Escape::Twin);
        }
        self.format_payload(value, spec)
    }

    /// As the builtin type's own `__format__`, whatever a subclass defines.
    pub fn format_payload(&mut self, value: Value, spec: &str) -> Result<Value, Escape> {
        if spec.is_empty() {
            return self.str_of(value);
        }
        let text = match self.layout(value) {
            Type::Str => match self.format_str(value, spec)? {
                Some(text) => text,
                None => return Ok(value),
            },
            Type::Int | Type::Bool => self.format_int(value, spec)?,
            Type::Float => {
                let spec = Spec::parse(self, value, spec)?;
                let float = self.to_float(value)?;
                float::format(self, float, &spec)?
            }
            Type::Complex => {
                let spec = Spec::parse(self, value, spec)?;
                float::format_complex(self, value, &spec)?
            }
            _ => {
                let name = self.type_name(value);
                return Err(self.type_error(format!("unsupported format string passed to {name}.__format__")));
            }
        };
        Ok(self.text(text))
    }

    /// `None` where the text stays as it is: then it is the very object.
    fn format_str(&mut self, value: Value, spec: &str) -> Result<Option<Text>, Escape> {
        let spec = Spec::parse(self, value, spec)?;
        let Value::Ref(handle) = value else { unreachable!("text is on the heap") };
        let Obj::Str(text) = self.obj(handle).clone() else { unreachable!("asked of text") };
        if let Some(kind) = spec.kind.filter(|kind| *kind != 's') {
            return Err(spec::unknown_kind(self, kind, value));
        }
        let refused = match &spec {
            Spec { sign: Some(' '), .. } => "Space not allowed in string format specifier",
            Spec { sign: Some(_), .. } => "Sign not allowed in string format specifier",
            Spec { no_negative_zero: true, .. } => {
                "Negative zero coercion (z) not allowed in string format specifier"
            }
            Spec { alternate: true, .. } => "Alternate form (#) not allowed in string format specifier",
            Spec { align: Some('='), .. } => "'=' alignment not allowed in string format specifier",
            Spec { grouping: Some(c), .. } => {
                return Err(self.value_error(format!("Cannot specify '{c}' with 's'.")));
            }
            _ => "",
        };
        if !refused.is_empty() {
            return Err(self.value_error(refused));
        }
        let shown = spec.precision.unwrap_or(usize::MAX).min(text.len());
        if shown > 0 && shown == text.len() && spec.width <= shown {
            return Ok(None);
        }
        let body = text.slice(0, shown);
        self.room_for(spec.width as u64)?;
        Ok(Some(pad(&body, shown, spec.fill.unwrap_or(' '), spec.align.unwrap_or('<'), spec.width)))
    }

    fn format_int(&mut self, value: Value, spec: &str) -> Result<Text, Escape> {
        let spec = Spec::parse(self, value, spec)?;
        match spec.kind {
            None | Some('b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X') => int::format(self, value, &spec),
            Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
                let float = self.to_float(value)?;
                float::format(self, float, &spec)
            }
            Some(kind) => Err(spec::unknown_kind(self, kind, value)),
        }
    }
}

/// The text with fill characters beside it: `<`, `>` or `^`.
fn pad(body: &Text, len: usize, fill: char, align: char, width: usize) -> Text {
    let missing = width.saturating_sub(len);
    if missing == 0 {
        return body.clone();
    }
    let left = match align {
        '>' | '=' => missing,
        '^' => missing / 2,
        _ => 0,
    };
    let fill = |count: usize| std::iter::repeat_n(u32::from(fill), count);
    Text::from_code_points(fill(left).chain(body.code_points()).chain(fill(missing - left)))
}

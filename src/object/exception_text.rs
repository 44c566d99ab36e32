//! `str()` of exceptions: mostly their arguments, for some types more. What needs Python code answers `Twin`.

use super::{Escape, Handle, Heap, Obj, Sym, Type, Value};

/// How many exceptions may stand in each other where text is wanted of them.
const DEEPEST: u32 = 1498;

/// What an exception says.
enum OwnText {
    Text(Value),
    /// What its one argument says.
    Of(Value),
}

impl Heap {
    /// `str(exception)`: its one argument, or all of them. The argument may be an exception, and so on, even itself.
    pub(super) fn str_of_exception(&mut self, value: Value, handle: Handle) -> Result<Value, Escape> {
        let (mut value, mut handle) = (value, handle);
        for _ in 0..DEEPEST {
            let only = match self.own_text(value, handle)? {
                OwnText::Text(text) => return Ok(text),
                OwnText::Of(only) => only,
            };
            let is_plain = self.user_special(only, Sym::Str).is_none();
            match only {
                Value::Ref(next) if is_plain && matches!(self.obj(next), Obj::Exception(_)) => {
                    (value, handle) = (only, next);
                }
                _ => return self.str_of(only),
            }
        }
        let text = "maximum recursion depth exceeded while getting the str of an object";
        Err(self.raise(Type::RecursionError, text))
    }

    fn own_text(&mut self, value: Value, handle: Handle) -> Result<OwnText, Escape> {
        let args = self.exception(handle).args;
        let items = self.as_tuple(args).cloned().unwrap_or_default();
        let layout = self.layout(value);
        let special = match (layout, &items[..]) {
            (Type::KeyError, [only]) => Some(self.repr(*only)?),
            (Type::UnicodeDecodeError | Type::UnicodeEncodeError | Type::UnicodeTranslateError, _) => {
                let parts = self.as_sequence(self.exception(handle).extra[0]).unwrap_or_default().to_vec();
                self.unicode_error(layout, &parts)?
            }
            (Type::SyntaxError | Type::IndentationError | Type::TabError, _) => {
                return self.syntax_error(handle, &items);
            }
            _ if self.is_subclass(layout.handle(), Type::OSError.handle()) => {
                let parts = self.as_sequence(self.exception(handle).extra[0]).unwrap_or_default().to_vec();
                match parts[..] {
                    [errno, words, name, other, ..]
                        if !name.is_none() || !errno.is_none() && !words.is_none() =>
                    {
                        Some(self.os_error(errno, words, &[name, other])?)
                    }
                    _ => None,
                }
            }
            (Type::BaseExceptionGroup | Type::ExceptionGroup, _) => {
                let [message, exceptions] = self.exception(handle).extra;
                let count = self.as_sequence(exceptions).unwrap_or_default().len();
                let plural = if count > 1 { "s" } else { "" };
                Some(format!("{} ({count} sub-exception{plural})", self.lossy(message)))
            }
            _ => None,
        };
        Ok(match (special, &items[..]) {
            (Some(text), _) => OwnText::Text(self.str(&text)),
            (None, []) => OwnText::Text(Sym::Empty.into()),
            (None, [only]) => OwnText::Of(*only),
            (None, _) => {
                let text = self.repr(args)?;
                OwnText::Text(self.str(&text))
            }
        })
    }

    fn words(&mut self, value: Value) -> Result<String, Escape> {
        let text = self.str_of(value)?;
        Ok(self.lossy(text).into_owned())
    }

    /// `[Errno 2] No such file or directory: 'name' -> 'other'`
    fn os_error(&mut self, errno: Value, words: Value, rest: &[Value]) -> Result<String, Escape> {
        let mut text = format!("[Errno {}] {}", self.words(errno)?, self.words(words)?);
        if let Some(&name) = rest.first().filter(|name| !name.is_none()) {
            text.push_str(&format!(": {}", self.repr(name)?));
            if let Some(&other) = rest.get(1).filter(|other| !other.is_none()) {
                text.push_str(&format!(" -> {}", self.repr(other)?));
            }
        }
        Ok(text)
    }

    /// `message (file, line 1)`, from what the exception was told of itself or else from its arguments.
    fn syntax_error(&mut self, handle: Handle, items: &[Value]) -> Result<OwnText, Escape> {
        let details = items.get(1).filter(|_| items.len() == 2);
        let details = details.and_then(|&details| self.as_sequence(details)).unwrap_or_default();
        let part = |name, given: Option<&Value>| {
            let own = self.interned(name).and_then(|name| self.own(handle, name));
            own.or(given.copied()).unwrap_or(Value::None)
        };
        let (message, file, line) =
            (part("msg", items.first()), part("filename", details.first()), part("lineno", details.get(1)));
        let file = self.as_str(file).map(|_| self.lossy(file).into_owned());
        let file = file.as_deref().map(|path| path.rsplit('/').next().unwrap_or_default());
        let place = match (file, line) {
            (Some(file), Value::Int(line)) => format!("{file}, line {line}"),
            (Some(file), _) => file.to_owned(),
            (None, Value::Int(line)) => format!("line {line}"),
            (None, _) => return Ok(OwnText::Of(message)),
        };
        let text = format!("{} ({place})", self.words(message)?);
        Ok(OwnText::Text(self.str(&text)))
    }

    /// `None` where the arguments are not what they should be.
    fn unicode_error(&mut self, layout: Type, items: &[Value]) -> Result<Option<String>, Escape> {
        let &[encoding, object, Value::Int(start), Value::Int(end), reason] = items else { return Ok(None) };
        let (encoding, reason) =
            (if encoding.is_none() { String::new() } else { self.words(encoding)? }, self.words(reason)?);
        let (head, verb) = match layout {
            Type::UnicodeTranslateError => (String::new(), "translate"),
            _ => (format!("'{encoding}' codec "), "encode"),
        };
        let at = usize::try_from(start).unwrap_or(usize::MAX);
        let single = end == start + 1;
        if layout == Type::UnicodeDecodeError {
            let Some(bytes) = self.as_bytes(object) else { return Ok(None) };
            return Ok(Some(match bytes.get(at) {
                Some(byte) if single => {
                    format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
                }
                _ => {
                    let last = end - 1;
                    format!("'{encoding}' codec can't decode bytes in position {start}-{last}: {reason}")
                }
            }));
        }
        let Some(text) = self.as_str(object) else { return Ok(None) };
        Ok(Some(match (at < text.len()).then(|| text.point(at)) {
            Some(point) if single => {
                let shown = match point {
                    0..0x100 => format!("\\x{point:02x}"),
                    0x100..0x10000 => format!("\\u{point:04x}"),
                    _ => format!("\\U{point:08x}"),
                };
                format!("{head}can't {verb} character '{shown}' in position {start}: {reason}")
            }
            _ => {
                let last = end - 1;
                format!("{head}can't {verb} characters in position {start}-{last}: {reason}")
            }
        }))
    }
}

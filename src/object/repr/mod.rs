//! `repr()` and `str()` of values of builtin types. What needs Python code answers `Twin`.

mod plain;

use crate::literal;

use super::{Escape, Handle, Heap, Obj, Sym, Type, Value};

impl Heap {
    /// `repr(value)`: never holds a lone surrogate.
    pub fn repr(&mut self, value: Value) -> Result<String, Escape> {
        // The call counts too.
        self.nested(DOING, |heap| {
            let mut writer = Writer { heap, text: String::new(), within: Vec::new() };
            writer.value(value)?;
            Ok(writer.text)
        })
    }

    /// As the builtin type's own `__repr__`, whatever a subclass defines.
    pub fn repr_payload(&mut self, value: Value) -> Result<String, Escape> {
        let Value::Ref(handle) = value else { return self.repr(value) };
        let mut writer = Writer { heap: self, text: String::new(), within: Vec::new() };
        writer.object(value, handle)?;
        Ok(writer.text)
    }

    /// As the builtin type's own `__str__`, whatever a subclass defines.
    pub fn str_payload(&mut self, value: Value) -> Result<Value, Escape> {
        if let Value::Ref(handle) = value {
            match self.obj(handle) {
                Obj::Str(text) => {
                    let text = text.text().clone();
                    return Ok(self.text(text));
                }
                Obj::Exception(_) => return self.str_of_exception(value, handle),
                // They have a way of their own, which does not ask a subclass.
                Obj::Bytes(_) | Obj::ByteArray(_) => {
                    let text = self.repr_payload(value)?;
                    return Ok(self.str(&text));
                }
                _ => {}
            }
        }
        // A view of a dict is written as the dict itself.
        let shown = match value.handle().map(|handle| self.obj(handle)) {
            Some(Obj::Proxy(dict)) => (*dict).into(),
            _ => value,
        };
        let text = self.repr(shown)?;
        Ok(self.str(&text))
    }

    /// `str(value)`.
    pub fn str_of(&mut self, value: Value) -> Result<Value, Escape> {
        if self.is_exact(value, Type::Str) {
            return Ok(value);
        }
        if self.user_special(value, Sym::Str).is_some() {
            return Err(Escape::Twin);
        }
        self.str_payload(value)
    }

    /// The digits of an int, unless there are too many.
    pub fn int_text(&mut self, value: Value) -> Result<String, Escape> {
        if let Some(small) = self.small_int(value) {
            return Ok(small.to_string());
        }
        let big = self.big_int(value).expect("only asked of ints");
        let most = self.most_digits;
        // log10(2) is a bit more than 0.30102: what has far too many digits is not written to be counted.
        let is_far_off = most > 0 && big.bits() * 30_102 / 100_000 > most as u64 + 1;
        let text = if is_far_off { None } else { Some(big.to_string()) };
        let fits = |text: &String| most == 0 || text.trim_start_matches('-').len() <= most;
        text.filter(fits).ok_or_else(|| {
            self.value_error(format!(
                "Exceeds the limit ({most} digits) for integer string conversion; use \
                 sys.set_int_max_str_digits() to increase the limit"
            ))
        })
    }
}

const DOING: &str = " while getting the repr of an object";

struct Writer<'a> {
    heap: &'a mut Heap,
    text: String,
    /// The containers that are being written, outermost first.
    within: Vec<Handle>,
}

impl Writer<'_> {
    fn value(&mut self, value: Value) -> Result<(), Escape> {
        self.heap.go_in(DOING)?;
        let done = self.text_of(value);
        self.heap.come_out();
        done
    }

    fn text_of(&mut self, value: Value) -> Result<(), Escape> {
        match value {
            Value::Null => self.text.push_str("NULL"),
            Value::None => self.text.push_str("None"),
            Value::Bool(bool) => self.text.push_str(if bool { "True" } else { "False" }),
            Value::Int(int) => self.text.push_str(&int.to_string()),
            Value::Float(float) => self.text.push_str(&literal::float_repr(float)),
            Value::Ref(handle) => {
                if self.heap.user_special(value, Sym::Repr).is_some() {
                    return Err(Escape::Twin);
                }
                self.object(value, handle)?;
            }
        }
        Ok(())
    }

    fn array(&self, value: Value, bytes: &[u8]) -> String {
        format!("{}({})", self.heap.type_name(value), literal::bytes_repr(bytes))
    }

    fn object(&mut self, value: Value, handle: Handle) -> Result<(), Escape> {
        self.heap.room_for(self.text.len() as u64)?;
        let text = match self.heap.obj(handle).clone() {
            Obj::Str(text) => literal::str_repr(text.text()),
            Obj::Bytes(bytes) => literal::bytes_repr(&bytes),
            Obj::ByteArray(bytes) => self.array(value, &bytes),
            Obj::MemoryView(view) => view.text(self.heap.id(value)),
            Obj::Int(_) => self.heap.int_text(value)?,
            Obj::Float(float) => literal::float_repr(float),
            Obj::Complex(parts) => literal::complex_repr(parts.0, parts.1),
            Obj::List(items) => return self.container(handle, "[", &items, "]", "[...]"),
            Obj::Tuple(items) => {
                let close = if items.len() == 1 { ",)" } else { ")" };
                return self.container(handle, "(", &items, close, "(...)");
            }
            Obj::Dict(_) => return self.dict(handle),
            Obj::Set(set) => {
                let items: Vec<Value> = set.iter().map(|entry| entry.key).collect();
                return self.set(value, handle, &items);
            }
            Obj::Slice(parts) => return self.container(handle, "slice(", &*parts, ")", "slice(...)"),
            Obj::View(dict) => return self.view(value, handle, dict),
            Obj::Proxy(dict) => {
                self.text.push_str("mappingproxy(");
                self.value(dict.into())?;
                ")".to_owned()
            }
            Obj::Weak(weak) => self.heap.weak_text(value, &weak),
            Obj::Plain if self.heap.is_exact(value, Type::TextIO) => return Err(Escape::Twin),
            // Only the machine knows where it stands.
            Obj::Frame(_) => return Err(Escape::Twin),
            Obj::Exception(exception) => return self.exception(value, exception.args),
            Obj::Range(range) => {
                let step = if range.step == 1.into() { String::new() } else { format!(", {}", range.step) };
                format!("range({}, {}{step})", range.start, range.stop)
            }
            Obj::Method(method) => return self.method(value, method.function, method.this),
            Obj::Wrapped(Value::Ref(inner)) if self.heap.is_exact(value, Type::ClassMethodDescriptor) => {
                match self.heap.obj(inner) {
                    Obj::Native(native, owner) => {
                        format!("<method '{}' of '{}' objects>", native.name, self.heap.class(*owner).name)
                    }
                    _ => self.default(value),
                }
            }
            Obj::Wrapped(inner) => {
                let class = self.heap.type_name(value);
                self.text.push_str(&format!("<{class}("));
                self.value(inner)?;
                ")>".to_owned()
            }
            _ => self.plain(value, handle),
        };
        self.text.push_str(&text);
        Ok(())
    }

    /// Runs `write` unless the container is being written already.
    fn guarded(
        &mut self,
        handle: Handle,
        again: &str,
        write: impl FnOnce(&mut Self) -> Result<(), Escape>,
    ) -> Result<(), Escape> {
        if self.within.contains(&handle) {
            self.text.push_str(again);
            return Ok(());
        }
        self.within.push(handle);
        write(self)?;
        self.within.pop();
        Ok(())
    }

    fn list(&mut self, items: &[Value]) -> Result<(), Escape> {
        for (number, &item) in items.iter().enumerate() {
            if number > 0 {
                self.text.push_str(", ");
            }
            self.value(item)?;
        }
        Ok(())
    }

    fn container(
        &mut self,
        handle: Handle,
        open: &str,
        items: &[Value],
        close: &str,
        again: &str,
    ) -> Result<(), Escape> {
        self.guarded(handle, again, |writer| {
            writer.text.push_str(open);
            writer.list(items)?;
            writer.text.push_str(close);
            Ok(())
        })
    }

    fn dict(&mut self, handle: Handle) -> Result<(), Escape> {
        let entries = match self.heap.obj(handle) {
            Obj::Dict(dict) => dict.iter().copied().collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        self.guarded(handle, "{...}", |writer| {
            writer.text.push('{');
            for (number, entry) in entries.iter().enumerate() {
                if number > 0 {
                    writer.text.push_str(", ");
                }
                writer.value(entry.key)?;
                writer.text.push_str(": ");
                writer.value(entry.value)?;
            }
            writer.text.push('}');
            Ok(())
        })
    }

    fn set(&mut self, value: Value, handle: Handle, items: &[Value]) -> Result<(), Escape> {
        // A subclass may go through its items in a way of its own.
        if !items.is_empty() && self.heap.user_special(value, Sym::Iter).is_some() {
            return Err(Escape::Twin);
        }
        let class = self.heap.type_name(value);
        if items.is_empty() {
            self.text.push_str(&format!("{class}()"));
            return Ok(());
        }
        let exact = self.heap.is_exact(value, Type::Set);
        let (open, close) = if exact { ("{".to_owned(), "}") } else { (format!("{class}({{"), "})") };
        self.container(handle, &open, items, close, &format!("{class}(...)"))
    }

    fn view(&mut self, value: Value, handle: Handle, dict: Handle) -> Result<(), Escape> {
        let class = self.heap.type_name(value);
        let entries = match self.heap.obj(dict) {
            Obj::Dict(dict) => dict.iter().copied().collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        let items: Vec<Value> = entries
            .iter()
            .map(|entry| match &*class {
                "dict_keys" => entry.key,
                "dict_values" => entry.value,
                _ => self.heap.tuple(vec![entry.key, entry.value]),
            })
            .collect();
        self.container(handle, &format!("{class}(["), &items, "])", "...")
    }

    fn exception(&mut self, value: Value, args: Value) -> Result<(), Escape> {
        let class = self.heap.type_name(value);
        self.text.push_str(&class);
        let items = self.heap.as_tuple(args).cloned().unwrap_or_default();
        self.text.push('(');
        self.list(&items)?;
        self.text.push(')');
        Ok(())
    }

    fn method(&mut self, value: Value, function: Value, this: Value) -> Result<(), Escape> {
        let is_wrapper = self.heap.is_exact(value, Type::MethodWrapper);
        if is_wrapper || self.heap.is_exact(value, Type::BuiltinFunction) {
            let name = match function {
                Value::Ref(handle) => match self.heap.obj(handle) {
                    Obj::Native(native, _) => native.name,
                    _ => "?",
                },
                _ => "?",
            };
            let owner = self.heap.type_name(this);
            let at = self.heap.id(this);
            let text = match is_wrapper {
                true => format!("<method-wrapper '{name}' of {owner} object at {at:#x}>"),
                false => format!("<built-in method {name} of {owner} object at {at:#x}>"),
            };
            self.text.push_str(&text);
            return Ok(());
        }
        let name = match function.handle().map(|handle| self.heap.obj(handle)) {
            Some(Obj::Function(function)) => self.heap.lossy(function.qualname).into_owned(),
            // It is asked for its name, which may be anything.
            _ => return Err(Escape::Twin),
        };
        self.text.push_str(&format!("<bound method {name} of "));
        self.value(this)?;
        self.text.push('>');
        Ok(())
    }
}

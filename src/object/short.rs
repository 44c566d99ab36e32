//! A value in a few words, made without running any code of the program: for traces and screens.

use num_traits::ToPrimitive;

use crate::literal;

use super::{Handle, Heap, Obj, Sym, Type, Value};

const MAX_TEXT: usize = 60;
const MAX_ITEMS: usize = 8;
const MAX_LEVEL: usize = 3;

impl Heap {
    /// The value in short: exactly what the recorder of CPython's traces writes.
    pub fn short(&self, value: Value) -> String {
        self.short_at(value, 0)
    }

    /// The `StopIteration` that would bring this value, if it were made with `raise`.
    pub fn short_end(&self, value: Value) -> String {
        let args = match self.as_tuple(value) {
            Some(_) => self.short_at(value, 1),
            None if value.is_none() => "()".to_owned(),
            None => format!("({},)", self.short_at(value, 2)),
        };
        format!("{}{args}", Type::StopIteration.name())
    }

    fn short_at(&self, value: Value, level: usize) -> String {
        match value {
            Value::Null => "NULL".to_owned(),
            Value::None => "None".to_owned(),
            Value::Bool(true) => "True".to_owned(),
            Value::Bool(false) => "False".to_owned(),
            Value::Int(int) => int.to_string(),
            Value::Float(float) => literal::float_repr(float),
            Value::Ref(handle) => self.short_object(value, handle, level),
        }
    }

    fn short_object(&self, value: Value, handle: Handle, level: usize) -> String {
        let class = self.slot(handle).class;
        match (self.obj(handle), Type::at(class)) {
            (Obj::Int(big), Some(_)) => {
                if big.bits() <= 256 {
                    return big.to_string();
                }
                let low = (&**big & num_bigint::BigInt::from(u64::MAX)).to_u64().unwrap_or(0);
                format!("<int {} bits, low 64 {low:#x}>", big.bits())
            }
            (Obj::Complex(parts), Some(_)) => literal::complex_repr(parts.0, parts.1),
            (Obj::Range(range), _) => {
                let step = if range.step == 1.into() { String::new() } else { format!(", {}", range.step) };
                format!("range({}, {}{step})", range.start, range.stop)
            }
            (Obj::Str(text), Some(_)) => {
                let part = text.slice(0, text.len().min(MAX_TEXT));
                clip(literal::str_repr(&part), text.len())
            }
            (Obj::Bytes(bytes), Some(_)) => {
                clip(literal::bytes_repr(&bytes[..bytes.len().min(MAX_TEXT)]), bytes.len())
            }
            (Obj::ByteArray(bytes), Some(_)) => {
                let part = literal::bytes_repr(&bytes[..bytes.len().min(MAX_TEXT)]);
                clip(format!("bytearray({part})"), bytes.len())
            }
            (Obj::List(_) | Obj::Tuple(_) | Obj::Dict(_) | Obj::Set(_), Some(of)) => {
                self.short_container(value, handle, of, level)
            }
            (Obj::Slice(parts), _) => {
                let [start, stop, step] = parts.map(|part| self.short_at(part, 0));
                format!("slice({start}, {stop}, {step})")
            }
            _ => self.short_other(value, handle, class, level),
        }
    }

    fn short_container(&self, value: Value, handle: Handle, of: Type, level: usize) -> String {
        let len = self.payload_len(value).unwrap_or(0);
        if level >= MAX_LEVEL {
            return format!("<{} len {len}>", of.name());
        }
        let each = |item: Value| self.short_at(item, level + 1);
        let (open, items, close) = match self.obj(handle) {
            Obj::List(items) => ("[", items.iter().take(MAX_ITEMS).map(|&item| each(item)).collect(), "]"),
            Obj::Tuple(items) => {
                let close = if len == 1 { ",)" } else { ")" };
                ("(", items.iter().take(MAX_ITEMS).map(|&item| each(item)).collect(), close)
            }
            Obj::Dict(dict) => {
                let pair = |entry: &super::Entry| format!("{}: {}", each(entry.key), each(entry.value));
                ("{", dict.iter().take(MAX_ITEMS).map(pair).collect(), "}")
            }
            Obj::Set(set) => {
                let mut items: Vec<String> = set.iter().map(|entry| each(entry.key)).collect();
                // By code point, as Python sorts.
                items.sort_unstable();
                items.truncate(MAX_ITEMS);
                if of == Type::Set { ("{", items, "}") } else { ("frozenset({", items, "})") }
            }
            other => panic!("a container is expected, not {other:?}"),
        };
        let items: Vec<String> = items;
        let more = if len > MAX_ITEMS { format!(", ..({len})") } else { String::new() };
        format!("{open}{}{more}{close}", items.join(", "))
    }

    fn short_other(&self, value: Value, handle: Handle, class: Handle, level: usize) -> String {
        match self.obj(handle) {
            Obj::Plain if value == Value::from(super::ELLIPSIS) => "Ellipsis".to_owned(),
            Obj::Plain if value == Value::from(super::NOT_IMPLEMENTED) => "NotImplemented".to_owned(),
            Obj::Function(function) => format!("<function {}>", self.lossy(function.qualname)),
            Obj::Generator(generator) => {
                format!("<{} {}>", self.class(class).name, self.lossy(generator.qualname))
            }
            Obj::Native(native, owner) => match Type::at(class) {
                Some(Type::BuiltinFunction) => match self.as_class((*owner).into()) {
                    Some(owner) => format!("<built-in {}.{}>", owner.name, native.name),
                    None => format!("<built-in {}>", native.name),
                },
                Some(Type::SlotWrapper) => {
                    format!("<slot wrapper {}.{}>", self.class(*owner).name, native.name)
                }
                _ => format!("<method {}.{}>", self.class(*owner).name, native.name),
            },
            Obj::Method(method) => {
                if class == Type::Method.handle() {
                    return format!("<bound {}>", self.short_at(method.function, level + 1));
                }
                if class == Type::MethodWrapper.handle() {
                    let wrapper = self.short_at(method.function, level + 1);
                    return wrapper.replacen("slot wrapper", "method-wrapper", 1);
                }
                let owner = match self.as_class(method.this) {
                    Some(class) => class.name.clone(),
                    None => self.type_name(method.this),
                };
                let name = match method.function {
                    Value::Ref(function) => match self.obj(function) {
                        Obj::Native(native, _) => native.name,
                        _ => "?",
                    },
                    _ => "?",
                };
                format!("<built-in {owner}.{name}>")
            }
            Obj::Code(code) => format!("<code {}>", self.lossy(code.qualname)),
            Obj::Module(_) => {
                let name = self.own(handle, Sym::Name).unwrap_or(Value::None);
                format!("<module {}>", self.short_at(name, level + 1))
            }
            Obj::Cell(Value::Null) => "<cell empty>".to_owned(),
            Obj::Cell(content) => format!("<cell {}>", self.short_at(*content, level + 1)),
            Obj::Class(class) => format!("<class {}>", class.name),
            Obj::Exception(exception) => {
                format!("{}{}", self.class(class).name, self.short_at(exception.args, level + 1))
            }
            _ => format!("<{} object>", self.class(class).name),
        }
    }
}

/// The text, cut off if what it shows has more characters than may be shown.
fn clip(text: String, len: usize) -> String {
    if len <= MAX_TEXT {
        return text;
    }
    let kept: String = text.chars().take(MAX_TEXT).collect();
    format!("{kept}..({len})")
}

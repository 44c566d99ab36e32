//! Making objects and looking into them: short words for what all of the Rust code does all the time.

use std::{borrow::Cow, rc::Rc};

use num_bigint::BigInt;

use crate::source::Text;

use super::{
    Dict, Handle, Heap, Obj, Set, Value, builtin_types::Type, class::Class, function::Module, iterator::Iter,
    symbols, text::Str,
};

impl Heap {
    pub fn str(&mut self, text: &str) -> Value {
        self.text(text.into())
    }

    pub fn text(&mut self, text: Text) -> Value {
        let text = Str::new(text);
        if text.is_empty() {
            return symbols::Sym::Empty.into();
        }
        // CPython keeps one object for each character up to U+00FF.
        if text.len() == 1 && text.point(0) < 256 {
            let char = text.text().as_str().expect("no surrogate is so small");
            return self.intern(char).into();
        }
        self.alloc(Type::Str, Obj::Str(Rc::new(text)))
    }

    /// The `str` of one ASCII character.
    pub fn ascii_char(&mut self, byte: u8) -> Value {
        self.intern(char::from(byte).encode_utf8(&mut [0; 4])).into()
    }

    pub fn bytes(&mut self, bytes: impl Into<Rc<[u8]>>) -> Value {
        self.alloc(Type::Bytes, Obj::Bytes(bytes.into()))
    }

    pub fn big(&mut self, value: BigInt) -> Value {
        match i64::try_from(&value) {
            Ok(small) => Value::Int(small),
            Err(_) => self.alloc(Type::Int, Obj::Int(Rc::new(value))),
        }
    }

    pub fn complex(&mut self, re: f64, im: f64) -> Value {
        self.alloc(Type::Complex, Obj::Complex(Rc::new((re, im))))
    }

    pub fn tuple(&mut self, items: Vec<Value>) -> Value {
        if items.is_empty() {
            return symbols::EMPTY_TUPLE.into();
        }
        self.alloc(Type::Tuple, Obj::Tuple(items.into()))
    }

    pub fn list(&mut self, items: Vec<Value>) -> Value {
        self.alloc(Type::List, Obj::List(Rc::new(items)))
    }

    pub fn dict(&mut self, dict: Dict) -> Value {
        self.alloc(Type::Dict, Obj::Dict(Rc::new(dict)))
    }

    pub fn set(&mut self, set: Set) -> Value {
        self.alloc(Type::Set, Obj::Set(Rc::new(set)))
    }

    pub fn slice(&mut self, start: Value, stop: Value, step: Value) -> Value {
        self.alloc(Type::Slice, Obj::Slice(Rc::new([start, stop, step])))
    }

    pub fn cell(&mut self, content: Value) -> Value {
        self.alloc(Type::Cell, Obj::Cell(content))
    }

    pub fn iter(&mut self, of: Type, iter: Iter) -> Value {
        self.alloc(of, Obj::Iter(Rc::new(iter)))
    }

    /// A module with `__name__` and the other names every module has.
    pub fn module(&mut self, name: &str, doc: Value) -> Handle {
        let name = self.intern(name).into();
        let module = self.alloc_handle(Type::Module.handle(), Obj::Module(Rc::new(Module { name })));
        use symbols::Sym;
        for (key, value) in [
            (Sym::Name, name),
            (Sym::Doc, doc),
            (Sym::Package, Value::None),
            (Sym::Loader, Value::None),
            (Sym::Spec, Value::None),
        ] {
            self.set_own(module, key, value);
        }
        module
    }

    pub fn register_module(&mut self, name: &str, module: Handle) {
        let Value::Ref(modules) = self.modules else { panic!("sys.modules is there") };
        let name = self.intern(name);
        self.dict_set_name(modules, name.into(), module.into());
    }

    pub fn find_module(&self, name: &str) -> Option<Value> {
        let name = self.interned(name)?;
        self.find_name(self.as_dict(self.modules)?, name.into()).map(|entry| entry.value)
    }

    /// A type without names of its own yet, of which its bases do not know.
    pub fn new_class(&mut self, metaclass: Handle, class: Class) -> Handle {
        let handle = self.alloc_handle(metaclass, Obj::Class(Rc::new(class)));
        self.give_attributes(handle);
        handle
    }

    pub fn as_str(&self, value: Value) -> Option<&Str> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Str(text) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// The text of a `str`, lone surrogates replaced; empty for anything else.
    pub fn lossy(&self, value: Value) -> Cow<'_, str> {
        match self.as_str(value).map(Str::text) {
            Some(text) => match text.as_str() {
                Some(text) => Cow::Borrowed(text),
                None => Cow::Owned(text.to_lossy()),
            },
            None => Cow::Borrowed(""),
        }
    }

    pub fn as_list(&self, value: Value) -> Option<&Rc<Vec<Value>>> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::List(items) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_tuple(&self, value: Value) -> Option<&Rc<[Value]>> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Tuple(items) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    /// The items of a list or tuple.
    pub fn as_sequence(&self, value: Value) -> Option<&[Value]> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Tuple(items) => Some(items),
                Obj::List(items) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_dict(&self, value: Value) -> Option<&Dict> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Dict(dict) => Some(dict),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_set(&self, value: Value) -> Option<&Set> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Set(set) => Some(set),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_bytes(&self, value: Value) -> Option<&[u8]> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Bytes(bytes) => Some(bytes),
                Obj::ByteArray(bytes) => Some(bytes),
                _ => None,
            },
            _ => None,
        }
    }

    /// The bytes of a bytearray, to be changed.
    pub fn bytes_mut(&mut self, handle: Handle) -> &mut Vec<u8> {
        fn bytes(obj: &mut Obj) -> Option<&mut Rc<Vec<u8>>> {
            if let Obj::ByteArray(bytes) = obj { Some(bytes) } else { None }
        }
        self.part_mut(handle, bytes, |bytes: &Vec<u8>| bytes.len() as u64).expect("a bytearray is expected")
    }

    /// `id(value)`: made from the object's number, so it is the same in every replay.
    pub fn id(&self, value: Value) -> i64 {
        const OBJECTS: i64 = 0x7f00_0000_0000;
        const SMALL: i64 = 0x7e00_0000_0000;
        match value {
            Value::Ref(handle) => OBJECTS + i64::from(handle.0) * 32,
            Value::Null => 0,
            Value::None => SMALL,
            Value::Bool(value) => SMALL + 32 + i64::from(value) * 32,
            Value::Int(value) => SMALL + 0x1_0000_0000 + (value & 0xFF_FFFF_FFFF) * 32,
            Value::Float(value) => SMALL + 0x800_0000_0000 + (value.to_bits() >> 24) as i64 * 16,
        }
    }
}

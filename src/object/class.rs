//! The payload of a type object. Its names are its attribute dict.

use std::{cell::Cell, rc::Rc};

use super::{Dict, DictHandle, Entry, Handle, Heap, Obj, Value, builtin_types::Type, symbols::Sym};

#[derive(Clone, Debug)]
pub struct Class {
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub bases: Rc<[Handle]>,
    /// Where a name is looked up, in order, the class itself first.
    pub mro: Rc<[Handle]>,
    /// The builtin type that says how its instances are laid out.
    pub layout: Type,
    /// Whether instances have an attribute dict.
    pub has_dict: bool,
    /// Whether it has methods that a class deriving from it must define: it makes no instances.
    pub is_abstract: bool,
    /// It is the machine's own, whatever it is written in: the program cannot change it.
    pub is_fixed: bool,
    /// How many `__slots__` its instances have, inherited ones included.
    pub slots: u32,
    pub subclasses: Vec<Handle>,
    /// Given to the present state of the class and its bases by whoever remembers something about it (0:
    /// nobody does); taken back when one of them changes. Never given twice.
    pub version: Cell<u64>,
}

impl Class {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        self.bases.iter().chain(self.mro.iter()).for_each(|&handle| see(handle.into()));
        // Subclasses are not held by their bases; a dead one is dropped when it is met.
    }
}

impl Heap {
    pub fn class(&self, handle: Handle) -> &Class {
        match self.obj(handle) {
            Obj::Class(class) => class,
            other => panic!("a type object is expected, not {other:?}"),
        }
    }

    pub fn as_class(&self, value: Value) -> Option<&Class> {
        match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Class(class) => Some(class),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn class_mut(&mut self, handle: Handle) -> &mut Class {
        match self.obj_mut(handle) {
            Obj::Class(class) => Rc::make_mut(class),
            other => panic!("a type object is expected, not {other:?}"),
        }
    }

    /// The type object of a value.
    #[inline]
    pub fn class_of(&self, value: Value) -> Handle {
        match value {
            Value::Ref(handle) => self.slot(handle).class,
            Value::Int(_) => Type::Int.handle(),
            Value::Float(_) => Type::Float.handle(),
            Value::Bool(_) => Type::Bool.handle(),
            Value::None | Value::Null => Type::NoneType.handle(),
        }
    }

    /// `type(value).__name__`.
    pub fn type_name(&self, value: Value) -> Rc<str> {
        self.class(self.class_of(value)).name.clone()
    }

    /// Whether `class` is `base` or derives from it.
    pub fn is_subclass(&self, class: Handle, base: Handle) -> bool {
        class == base || self.derives(class, base)
    }

    /// What the MRO says, which may leave out the class itself; or, where there is none yet, the bases.
    pub fn derives(&self, class: Handle, base: Handle) -> bool {
        let this = self.class(class);
        match this.mro.is_empty() {
            true => class == base || this.bases.iter().any(|&each| self.derives(each, base)),
            false => this.mro.contains(&base),
        }
    }

    pub fn is_instance(&self, value: Value, base: impl Into<Handle>) -> bool {
        self.is_subclass(self.class_of(value), base.into())
    }

    /// Whether the value's type is exactly this one.
    pub fn is_exact(&self, value: Value, of: Type) -> bool {
        self.class_of(value) == of.handle()
    }

    /// The builtin type that lays out the value: for an instance of a user's subclass of `list`, `list`.
    pub fn layout(&self, value: Value) -> Type {
        self.class(self.class_of(value)).layout
    }

    /// What the class or one of its bases has under this interned name.
    #[inline]
    pub fn lookup(&self, class: Handle, name: impl Into<Value>) -> Option<Value> {
        self.lookup_owner(class, name).map(|(_, value)| value)
    }

    /// The same, with the class of the MRO that has it.
    pub fn lookup_owner(&self, class: Handle, name: impl Into<Value>) -> Option<(Handle, Value)> {
        let Value::Ref(name) = name.into() else { panic!("names are strings") };
        let version = self.class_version(class);
        if let Some(known) = self.shared.known(version, name) {
            return known;
        }
        let hash = self.name_hash(name.into());
        let found = self.class(class).mro.iter().find_map(|&each| {
            let dict = self.attributes(each)?;
            let at = dict.find_same(hash, name.into())?;
            Some((each, dict.entry(at)?.value))
        });
        self.shared.remember(version, name, found);
        found
    }

    /// What the value's type has under this name: where special methods are looked for.
    pub fn special(&self, value: Value, name: Sym) -> Option<Value> {
        self.lookup(self.class_of(value), name)
    }

    /// As [`Heap::special`], but only what a user's class defines: builtin types' own are done in Rust.
    pub fn user_special(&self, value: Value, name: Sym) -> Option<Value> {
        let class = self.class_of(value);
        if Type::at(class).is_some() {
            return None;
        }
        let (owner, found) = self.lookup_owner(class, name)?;
        Type::at(owner).is_none().then_some(found)
    }

    /// The hash of a name (a `str`).
    #[inline]
    pub fn name_hash(&self, name: Value) -> i64 {
        match name {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Str(text) => text.hash(),
                _ => panic!("names are strings"),
            },
            _ => panic!("names are strings"),
        }
    }

    /// A number for the present state of the class, the same until it or a base changes.
    pub fn class_version(&self, class: Handle) -> u64 {
        let version = &self.class(class).version;
        if version.get() == 0 {
            version.set(self.new_version());
        }
        version.get()
    }

    /// What is remembered about the class and those that derive from it no longer holds.
    pub fn class_changed(&mut self, class: Handle) {
        let mut waiting = vec![class];
        while let Some(next) = waiting.pop() {
            let Obj::Class(payload) = self.obj(next) else { continue };
            waiting.extend(payload.subclasses.iter().copied());
            self.class_mut(next).version.set(0);
        }
    }

    /// Makes a dict the attributes of the object.
    pub fn give_attributes(&mut self, handle: Handle) -> Handle {
        if let Some(dict) = self.slot(handle).dict {
            return dict.handle();
        }
        let dict = self.alloc_handle(Type::Dict.handle(), Obj::Dict(Rc::default()));
        self.slot_mut(handle).dict = Some(DictHandle::new(dict));
        dict
    }

    /// Sets an attribute under an interned name, whatever the object's type says.
    pub fn set_own(&mut self, handle: Handle, name: impl Into<Value>, value: Value) {
        if self.as_class(handle.into()).is_some() {
            self.class_changed(handle);
        }
        let dict = self.give_attributes(handle);
        self.dict_set_name(dict, name.into(), value);
    }

    /// Removes an attribute of the object itself; false if it has none of that name.
    pub fn remove_own(&mut self, handle: Handle, name: Value) -> bool {
        if self.as_class(handle.into()).is_some() {
            self.class_changed(handle);
        }
        let dict = self.give_attributes(handle);
        let Obj::Dict(table) = self.obj(dict) else { panic!("attributes are a dict") };
        let found = self.find_name_at(table, name);
        if let Some(at) = found {
            self.remove_entry(dict, at);
        }
        found.is_some()
    }

    /// The object's own attribute, whatever its type says.
    pub fn own(&self, handle: Handle, name: impl Into<Value>) -> Option<Value> {
        let dict = self.attributes(handle)?;
        self.find_name(dict, name.into()).map(|entry| entry.value)
    }

    /// The entry of a name in a namespace. `name` may be any `str`.
    #[inline]
    pub fn find_name<'a>(&self, dict: &'a Dict, name: Value) -> Option<&'a Entry> {
        let at = self.find_name_at(dict, name)?;
        dict.entry(at)
    }

    #[inline]
    pub fn find_name_at(&self, dict: &Dict, name: Value) -> Option<usize> {
        let hash = self.name_hash(name);
        dict.candidates(hash).find(|&at| {
            let key = dict.entries()[at].key;
            key == name || self.same_text(key, name)
        })
    }

    /// The namespace of builtins for code with these globals: their own `__builtins__`, which may be anything but
    /// stands for its names where it is a module, or else the machine's.
    pub fn builtins_of(&self, globals: Value) -> Value {
        let own = self.as_dict(globals).and_then(|dict| self.find_name(dict, Sym::Builtins.into()));
        match own.map(|entry| entry.value) {
            Some(Value::Ref(own)) if matches!(self.obj(own), Obj::Module(_)) => {
                self.slot(own).dict.map_or(self.builtins, |dict| dict.handle().into())
            }
            Some(own) => own,
            None => self.builtins,
        }
    }

    /// What a name means among the globals, or else among their builtins, if those are a plain dict.
    pub fn global(&self, globals: Value, name: Value) -> Option<Value> {
        let find = |names: Value| self.find_name(self.as_dict(names)?, name).map(|entry| entry.value);
        let plain = |names: &Value| self.is_exact(*names, Type::Dict);
        find(globals).or_else(|| Some(self.builtins_of(globals)).filter(plain).and_then(find))
    }

    /// Sets a name in a namespace dict.
    pub fn dict_set_name(&mut self, dict: Handle, name: Value, value: Value) {
        let hash = self.name_hash(name);
        let Obj::Dict(table) = self.obj(dict) else { panic!("a namespace is a dict") };
        let found = self.find_name_at(table, name);
        self.dict_put(dict, found, hash, name, value);
    }

    fn same_text(&self, a: Value, b: Value) -> bool {
        match (self.as_str(a), self.as_str(b)) {
            (Some(a), Some(b)) => a == b,
            _ => false,
        }
    }
}

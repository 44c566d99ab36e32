//! `object.name`: getting, setting, deleting. What a user's descriptor or `__getattr__` does becomes a call.

use super::{Escape, GetSet, Handle, Heap, Obj, Sym, Type, Value};

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Value(Value),
    /// A function of the type, to be called with the object first.
    Method(Value),
}

/// What a name in a type means for an attribute access.
pub(super) enum Descriptor {
    /// Takes part before the object's own attributes: computed in Rust.
    Computed(&'static GetSet),
    /// Takes part before the object's own attributes: a property's getter.
    Property,
    Slot(u32),
    /// A user's object with `__get__`; whether it also has `__set__`.
    User {
        get: Value,
        data: bool,
    },
    /// A user's object with `__set__` or `__delete__`, but no `__get__`.
    SetOnly,
    Method,
    StaticMethod(Value),
    ClassMethod(Value),
    Plain,
}

impl Heap {
    pub(super) fn descriptor(&self, value: Value) -> Descriptor {
        let Value::Ref(handle) = value else { return Descriptor::Plain };
        // A class deriving from `property` and its like may have other ideas.
        let is_exact = Type::at(self.slot(handle).class).is_some();
        match self.obj(handle) {
            Obj::Property(_) | Obj::Wrapped(_) | Obj::Super(_)
                if !is_exact && self.user_special(value, Sym::Get).is_some() =>
            {
                self.user_descriptor(value)
            }
            Obj::Property(_) if !is_exact && self.user_special(value, Sym::Set).is_some() => {
                self.user_descriptor(value)
            }
            Obj::Super(parts) if parts.object.is_none() => {
                Descriptor::User { get: self.special(value, Sym::Get).unwrap_or(Value::None), data: false }
            }
            Obj::GetSet(getset, _) => Descriptor::Computed(getset),
            Obj::Property(_) => Descriptor::Property,
            Obj::Member(slot, _) => Descriptor::Slot(*slot),
            Obj::Function(_) => Descriptor::Method,
            Obj::Native(..) if self.slot(handle).class != Type::BuiltinFunction.handle() => {
                Descriptor::Method
            }
            Obj::Wrapped(inner) if self.is_class_method(value) => Descriptor::ClassMethod(*inner),
            Obj::Wrapped(inner) => Descriptor::StaticMethod(*inner),
            _ => self.user_descriptor(value),
        }
    }

    /// What a user's class says about its instances in a class.
    fn user_descriptor(&self, value: Value) -> Descriptor {
        if Type::at(self.class_of(value)).is_some() {
            return Descriptor::Plain;
        }
        let data = self.special(value, Sym::Set).is_some() || self.special(value, Sym::Delete).is_some();
        match self.special(value, Sym::Get) {
            Some(get) => Descriptor::User { get, data },
            None if data => Descriptor::SetOnly,
            None => Descriptor::Plain,
        }
    }

    /// The number of the slot that a class has under this name.
    pub fn slot_number(&self, class: Handle, name: Value) -> Option<u32> {
        match self.descriptor(self.lookup(class, name)?) {
            Descriptor::Slot(number) => Some(number),
            _ => None,
        }
    }

    /// Whether a value in a type is what an instance's attribute of that name is.
    pub fn is_plain_value(&self, value: Value) -> bool {
        matches!(self.descriptor(value), Descriptor::Plain)
    }

    /// `getattr(object, name)`, a method bound to its object.
    pub fn get_attribute(&mut self, object: Value, name: Value) -> Result<Value, Escape> {
        match self.find_attribute(object, name)? {
            Found::Value(value) => Ok(value),
            Found::Method(function) => Ok(self.bind(function, object)),
        }
    }

    /// A module's function for names that it does not have.
    fn module_getattr(&self, object: Value) -> Option<Value> {
        let handle = object.handle()?;
        matches!(self.obj(handle), Obj::Module(_)).then(|| self.own(handle, Sym::GetAttr)).flatten()
    }

    /// The call of what a type has under a special name, with the object first: anything but a plain function is
    /// asked how it binds.
    pub fn special_call(&self, method: Value, args: Vec<Value>) -> Escape {
        match self.descriptor(method) {
            Descriptor::Method => Escape::call(method, args),
            _ => Escape::prelude("_call_special", [&[method], &args[..]].concat()),
        }
    }

    /// Whether what a type has under a name is called with the object first, without asking how it binds.
    pub fn is_method(&self, found: Value) -> bool {
        matches!(self.descriptor(found), Descriptor::Method)
    }

    pub fn is_class_method(&self, value: Value) -> bool {
        self.is_instance(value, Type::ClassMethod) || self.is_exact(value, Type::ClassMethodDescriptor)
    }

    /// A method object.
    pub fn bind(&mut self, function: Value, this: Value) -> Value {
        let class = match function {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Native(..) if self.slot(handle).class == Type::SlotWrapper.handle() => {
                    Type::MethodWrapper
                }
                Obj::Native(..) => Type::BuiltinFunction,
                _ => Type::Method,
            },
            _ => Type::Method,
        };
        self.alloc(class, Obj::Method(std::rc::Rc::new(super::Method { function, this })))
    }

    /// What was found in the type of an object, bound as an attribute would be; none if its own `__get__` must be
    /// asked.
    pub fn bound_special(&mut self, found: Value, this: Value) -> Option<Value> {
        let Value::Ref(handle) = found else { return Some(found) };
        match *self.obj(handle) {
            // A function of a module is no method, wherever it is found.
            Obj::Native(..) if self.slot(handle).class == Type::BuiltinFunction.handle() => Some(found),
            Obj::Function(_) | Obj::Native(..) => Some(self.bind(found, this)),
            Obj::Wrapped(inner) if self.is_class_method(found) => {
                let class = self.class_of(this);
                Some(self.bind(inner, class.into()))
            }
            Obj::Wrapped(inner) => Some(inner),
            _ => self.special(found, Sym::Get).is_none().then_some(found),
        }
    }

    /// The attribute; a method is not bound yet. `name` is interned.
    pub fn find_attribute(&mut self, object: Value, name: Value) -> Result<Found, Escape> {
        let class = self.class_of(object);
        if let Some(method) = self.user_special(object, Sym::GetAttribute) {
            return Err(match self.user_special(object, Sym::GetAttr) {
                Some(_) => Escape::prelude("_attribute_or_else", [object, name]),
                None => self.special_call(method, vec![object, name]),
            });
        }
        if let Some(found) = self.find_behind(object, name) {
            return found;
        }
        match (self.find_plainly(object, class, name), self.user_special(object, Sym::GetAttr)) {
            (Ok(Some(found)), _) => Ok(found),
            (Ok(None), Some(method)) => Err(self.special_call(method, vec![object, name])),
            (Ok(None), None) => match self.module_getattr(object) {
                Some(function) => Err(Escape::call(function, [name])),
                None => Err(self.no_attribute(object, name)),
            },
            (Err(Escape::Raise(raised)), Some(method))
                if self.is_instance(raised.into(), Type::AttributeError) =>
            {
                Err(self.special_call(method, vec![object, name]))
            }
            // What is called may say that there is no such attribute.
            (Err(Escape::Call(_)), Some(_)) => Err(Escape::prelude("_attribute_or_else", [object, name])),
            (Err(escape), _) => Err(escape),
        }
    }

    /// Objects that stand for another: `super()`, and a method for what it does not have itself.
    fn find_behind(&mut self, object: Value, name: Value) -> Option<Result<Found, Escape>> {
        let handle = object.handle()?;
        match self.obj(handle) {
            Obj::Super(parts) if name != Value::from(Sym::Class) && !parts.object.is_none() => {
                let (class, this, start) = (parts.class, parts.object, parts.object_class);
                match self.find_after(class, this, start, name) {
                    Ok(None) => None,
                    Ok(Some(Found::Method(function))) => Some(Ok(Found::Value(self.bind(function, this)))),
                    Ok(Some(found)) => Some(Ok(found)),
                    Err(escape) => Some(Err(escape)),
                }
            }
            Obj::Method(method) if self.slot(handle).class == Type::Method.handle() => {
                let function = method.function;
                let own = self.lookup(Type::Method.handle(), name).is_some();
                let of_function =
                    !own && matches!(self.get_attribute(function, name), Ok(_) | Err(Escape::Call(_)));
                of_function.then(|| self.get_attribute(function, name).map(Found::Value))
            }
            _ => None,
        }
    }

    /// As `object.__getattribute__` or `type.__getattribute__`, before `__getattr__`.
    pub fn find_plainly(
        &mut self,
        object: Value,
        class: Handle,
        name: Value,
    ) -> Result<Option<Found>, Escape> {
        let of_type = self.lookup(class, name);
        let descriptor = of_type.map(|value| self.descriptor(value));
        match descriptor {
            Some(Descriptor::Computed(getset)) => {
                return (getset.get)(self, object).map(Found::Value).map(Some);
            }
            Some(Descriptor::Property) => {
                return Err(self.read_property(of_type.unwrap_or(Value::None), object));
            }
            Some(Descriptor::Slot(slot)) => return self.get_slot(object, slot, name).map(Some),
            Some(Descriptor::User { get, data: true }) => {
                let descriptor = of_type.unwrap_or(Value::Null);
                return Err(Escape::call(get, [descriptor, object, class.into()]));
            }
            _ => {}
        }
        if let Some(found) = self.find_own(object, name)? {
            return Ok(Some(Found::Value(found)));
        }
        let (Some(value), Some(descriptor)) = (of_type, descriptor) else { return Ok(None) };
        match descriptor {
            Descriptor::Method => Ok(Some(Found::Method(value))),
            Descriptor::StaticMethod(inner) => Ok(Some(Found::Value(inner))),
            Descriptor::ClassMethod(inner) => {
                self.bind_to_class(inner, class.into()).map(Found::Value).map(Some)
            }
            Descriptor::User { get, .. } => Err(Escape::call(get, [value, object, class.into()])),
            _ => Ok(Some(Found::Value(value))),
        }
    }

    /// What a class method's function is for the class: another descriptor in it has its say (`classmethod(property(f))`).
    pub(super) fn bind_to_class(&mut self, inner: Value, class: Value) -> Result<Value, Escape> {
        match self.descriptor(inner) {
            Descriptor::Property => Err(self.read_property(inner, class)),
            Descriptor::User { get, .. } => Err(Escape::call(get, [inner, class, class])),
            Descriptor::ClassMethod(inner) => self.bind_to_class(inner, class),
            Descriptor::StaticMethod(inner) => Ok(inner),
            _ => Ok(self.bind(inner, class)),
        }
    }

    /// `staticmethod.__get__` and `classmethod.__get__`.
    pub fn unwrapped(&mut self, wrapper: Value, class: Value) -> Result<Value, Escape> {
        let Some(Obj::Wrapped(inner)) = wrapper.handle().map(|handle| self.obj(handle)) else {
            return Ok(Value::None);
        };
        let inner = *inner;
        match self.is_instance(wrapper, Type::ClassMethod) {
            true => self.bind_to_class(inner, class),
            false => Ok(inner),
        }
    }

    /// What the object has itself: its attributes, or for a type those of its MRO.
    fn find_own(&mut self, object: Value, name: Value) -> Result<Option<Value>, Escape> {
        let Value::Ref(handle) = object else { return Ok(None) };
        if self.as_class(object).is_none() {
            return Ok(self.own(handle, name));
        }
        let Some(value) = self.lookup(handle, name) else { return Ok(None) };
        match self.descriptor(value) {
            Descriptor::StaticMethod(inner) => Ok(Some(inner)),
            Descriptor::ClassMethod(inner) => self.bind_to_class(inner, object).map(Some),
            Descriptor::User { get, .. } => Err(Escape::call(get, [value, Value::None, object])),
            // A property or a slot seen through its class is itself.
            _ => Ok(Some(value)),
        }
    }

    pub fn get_slot(&mut self, object: Value, slot: u32, name: Value) -> Result<Found, Escape> {
        let value = match object.handle().map(|handle| (handle, self.obj(handle))) {
            Some((_, Obj::Slots(values))) => values.get(slot as usize).and_then(|value| value.present()),
            // What has a payload of its own keeps its slots beside its attributes.
            Some((handle, _)) => self.own(handle, name),
            None => None,
        };
        match value {
            Some(value) => Ok(Found::Value(value)),
            None => Err(self.no_slot(object, name)),
        }
    }

    /// An empty slot has nothing to say but its name.
    /// What a slot is called: the class has it under that name.
    pub fn member_name(&self, member: Value) -> String {
        let Some(Obj::Member(_, owner)) = member.handle().map(|handle| self.obj(handle)) else {
            return String::new();
        };
        let entry =
            self.attributes(*owner).and_then(|names| names.iter().find(|entry| entry.value == member));
        entry.map_or_else(String::new, |entry| self.lossy(entry.key).into_owned())
    }

    pub(super) fn no_slot(&mut self, object: Value, name: Value) -> Escape {
        self.no_attribute(object, name)
    }

    pub(super) fn property_lacks(&mut self, what: &str, found: Value, object: Value) -> Escape {
        let class = self.class_qualname(self.class_of(object));
        let name = match self.property_parts(found).name {
            Value::Null => String::new(),
            name => format!(" {}", self.repr(name).unwrap_or_default()),
        };
        let message = format!("property{name} of '{class}' object has no {what}");
        self.attribute_error(message, Value::None, Value::None)
    }

    pub fn no_attribute(&mut self, object: Value, name: Value) -> Escape {
        let text = self.lossy(name).into_owned();
        let message = match self.as_class(object) {
            Some(class) => format!("type object '{}' has no attribute '{text}'", class.name),
            None => match object {
                Value::Ref(handle) if matches!(self.obj(handle), Obj::Module(_)) => {
                    let module = self.own(handle, Sym::Name).unwrap_or(Value::None);
                    format!("module '{}' has no attribute '{text}'", self.lossy(module))
                }
                _ => format!("'{}' object has no attribute '{text}'", self.type_name(object)),
            },
        };
        self.attribute_error(message, object, name)
    }
}

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
enum Descriptor {
    /// Takes part before the object's own attributes: computed in Rust.
    Computed(&'static GetSet),
    /// Takes part before the object's own attributes: a property's getter.
    Property(Value),
    Slot(u32),
    /// A user's object with `__get__`; whether it also has `__set__`.
    User {
        get: Value,
        data: bool,
    },
    Method,
    StaticMethod(Value),
    ClassMethod(Value),
    Plain,
}

impl Heap {
    fn descriptor(&self, value: Value) -> Descriptor {
        let Value::Ref(handle) = value else { return Descriptor::Plain };
        match self.obj(handle) {
            Obj::GetSet(getset, _) => Descriptor::Computed(getset),
            Obj::Property(property) => Descriptor::Property(property.get),
            Obj::Member(slot, _) => Descriptor::Slot(*slot),
            Obj::Function(_) => Descriptor::Method,
            Obj::Native(..) if self.slot(handle).class != Type::BuiltinFunction.handle() => {
                Descriptor::Method
            }
            Obj::Wrapped(inner) if self.is_instance(value, Type::ClassMethod) => {
                Descriptor::ClassMethod(*inner)
            }
            Obj::Wrapped(inner) => Descriptor::StaticMethod(*inner),
            _ => match self.user_special(value, Sym::Get) {
                Some(get) => {
                    let data = self.user_special(value, Sym::Set).is_some()
                        || self.user_special(value, Sym::Delete).is_some();
                    Descriptor::User { get, data }
                }
                None => Descriptor::Plain,
            },
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

    /// A method object.
    pub fn bind(&mut self, function: Value, this: Value) -> Value {
        let class = match function {
            Value::Ref(handle) if matches!(self.obj(handle), Obj::Native(..)) => Type::BuiltinFunction,
            _ => Type::Method,
        };
        self.alloc(class, Obj::Method(std::rc::Rc::new(super::Method { function, this })))
    }

    /// The attribute; a method is not bound yet. `name` is interned.
    pub fn find_attribute(&mut self, object: Value, name: Value) -> Result<Found, Escape> {
        let class = self.class_of(object);
        if let Some(method) = self.user_special(object, Sym::GetAttribute) {
            return Err(Escape::call(method, [object, name]));
        }
        if let Some(found) = self.find_behind(object, name) {
            return found;
        }
        match self.find_plainly(object, class, name)? {
            Some(found) => Ok(found),
            None => match self.user_special(object, Sym::GetAttr) {
                Some(method) => Err(Escape::call(method, [object, name])),
                None => Err(self.no_attribute(object, name)),
            },
        }
    }

    /// Objects that stand for another: `super()`, and a method for what it does not have itself.
    fn find_behind(&mut self, object: Value, name: Value) -> Option<Result<Found, Escape>> {
        let handle = object.handle()?;
        match self.obj(handle) {
            Obj::Super(parts) if name != Value::from(Sym::Class) => {
                let (class, this) = (parts.class, parts.object);
                Some(self.find_super(class, this, name).map(|found| match found {
                    Found::Method(function) => Found::Value(self.bind(function, this)),
                    value => value,
                }))
            }
            Obj::Method(method) if self.slot(handle).class == Type::Method.handle() => {
                let function = method.function;
                let own = self.lookup(Type::Method.handle(), name).is_some_and(|found| match found {
                    Value::Ref(found) => {
                        matches!(self.obj(found), Obj::GetSet(_, owner) if *owner == Type::Method.handle())
                    }
                    _ => false,
                });
                let of_function = matches!(self.get_attribute(function, name), Ok(_) | Err(Escape::Call(_)));
                (!own && of_function && name != Value::from(Sym::Class) && name != Value::from(Sym::Call))
                    .then(|| self.get_attribute(function, name).map(Found::Value))
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
            Some(Descriptor::Property(getter)) => {
                if getter.is_none() {
                    return Err(self.property_lacks("getter", object, name));
                }
                return Err(Escape::call(getter, [object]));
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
            Descriptor::ClassMethod(inner) => Ok(Some(Found::Value(self.bind(inner, class.into())))),
            Descriptor::User { get, .. } => Err(Escape::call(get, [value, object, class.into()])),
            _ => Ok(Some(Found::Value(value))),
        }
    }

    /// `super(class, object).name`: what comes after `class` in the MRO of the object's type.
    pub fn find_super(&mut self, class: Value, object: Value, name: Value) -> Result<Found, Escape> {
        let start = match object {
            // In a class method the object is itself a class.
            Value::Ref(handle) if self.as_class(object).is_some() => handle,
            _ => self.class_of(object),
        };
        let mro = self.class(start).mro.clone();
        let after = mro.iter().position(|&each| Value::Ref(each) == class);
        let Some(after) = after else {
            let text = "super(type, obj): obj must be an instance or subtype of type";
            return Err(self.type_error(text));
        };
        let hash = self.name_hash(name);
        let found = mro[after + 1..].iter().find_map(|&each| {
            let dict = self.attributes(each)?;
            dict.find_same(hash, name).and_then(|at| dict.entry(at)).map(|entry| entry.value)
        });
        let Some(value) = found else {
            let text = format!("'super' object has no attribute '{}'", self.lossy(name));
            return Err(self.attribute_error(text, object, name));
        };
        let is_class = Value::Ref(start) == object;
        match self.descriptor(value) {
            Descriptor::Method if is_class => Ok(Found::Value(value)),
            Descriptor::Method => Ok(Found::Method(value)),
            Descriptor::StaticMethod(inner) => Ok(Found::Value(inner)),
            Descriptor::ClassMethod(inner) => Ok(Found::Value(self.bind(inner, start.into()))),
            Descriptor::Computed(getset) => (getset.get)(self, object).map(Found::Value),
            Descriptor::Property(getter) => Err(Escape::call(getter, [object])),
            Descriptor::User { get, .. } => Err(Escape::call(get, [value, object, start.into()])),
            Descriptor::Slot(slot) => self.get_slot(object, slot, name),
            Descriptor::Plain => Ok(Found::Value(value)),
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
            Descriptor::ClassMethod(inner) => Ok(Some(self.bind(inner, object))),
            Descriptor::User { get, .. } => Err(Escape::call(get, [value, Value::None, object])),
            // A property or a slot seen through its class is itself.
            _ => Ok(Some(value)),
        }
    }

    fn get_slot(&mut self, object: Value, slot: u32, name: Value) -> Result<Found, Escape> {
        if let Value::Ref(handle) = object
            && let Obj::Slots(values) = self.obj(handle)
            && let Some(value) = values.get(slot as usize).and_then(|value| value.present())
        {
            return Ok(Found::Value(value));
        }
        Err(self.no_attribute(object, name))
    }

    fn property_lacks(&mut self, what: &str, object: Value, name: Value) -> Escape {
        let (text, class) = (self.lossy(name).into_owned(), self.type_name(object));
        let message = format!("property '{text}' of '{class}' object has no {what}");
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

    /// `object.name = value`, or `del object.name` where the value is `Null`.
    pub fn set_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<(), Escape> {
        let (special, args) = match value {
            Value::Null => (Sym::DelAttr, vec![object, name]),
            _ => (Sym::SetAttr, vec![object, name, value]),
        };
        if let Some(method) = self.user_special(object, special) {
            return Err(Escape::call(method, args));
        }
        self.set_plainly(object, name, value)
    }

    /// As `object.__setattr__` or `type.__setattr__`.
    pub fn set_plainly(&mut self, object: Value, name: Value, value: Value) -> Result<(), Escape> {
        let class = self.class_of(object);
        let of_type = self.lookup(class, name);
        match of_type.map(|found| (found, self.descriptor(found))) {
            Some((_, Descriptor::Computed(getset))) => {
                return match getset.set {
                    Some(set) => set(self, object, value),
                    None => {
                        let (class, text) = (self.type_name(object), self.lossy(name).into_owned());
                        let text = format!("attribute '{text}' of '{class}' objects is not writable");
                        Err(self.attribute_error(text, Value::None, Value::None))
                    }
                };
            }
            Some((found, Descriptor::Property(_))) => return self.set_property(object, found, name, value),
            Some((_, Descriptor::Slot(slot))) => return self.set_slot(object, slot, name, value),
            Some((found, Descriptor::User { data: true, .. })) => {
                let (special, args) = match value {
                    Value::Null => (Sym::Delete, vec![found, object]),
                    _ => (Sym::Set, vec![found, object, value]),
                };
                return match self.user_special(found, special) {
                    Some(method) => Err(Escape::call(method, args)),
                    None => Err(self.attribute_error(special.text(), Value::None, Value::None)),
                };
            }
            _ => {}
        }
        self.set_in_dict(object, class, name, value, of_type.is_some())
    }

    fn set_property(&mut self, object: Value, found: Value, name: Value, value: Value) -> Result<(), Escape> {
        let Value::Ref(handle) = found else { unreachable!("a property is on the heap") };
        let Obj::Property(property) = self.obj(handle) else { unreachable!("a property is expected") };
        let (function, args, lack) = match value {
            Value::Null => (property.delete, vec![object], "deleter"),
            _ => (property.set, vec![object, value], "setter"),
        };
        if function.is_none() {
            return Err(self.property_lacks(lack, object, name));
        }
        Err(Escape::call(function, args))
    }

    fn set_slot(&mut self, object: Value, slot: u32, name: Value, value: Value) -> Result<(), Escape> {
        let Value::Ref(handle) = object else { unreachable!("slots are on the heap") };
        let Obj::Slots(values) = self.obj_mut(handle) else { return Err(self.no_attribute(object, name)) };
        let place = &mut std::rc::Rc::make_mut(values)[slot as usize];
        if value.is_null() && place.is_null() {
            return Err(self.no_attribute(object, name));
        }
        *place = value;
        Ok(())
    }

    fn set_in_dict(
        &mut self,
        object: Value,
        class: Handle,
        name: Value,
        value: Value,
        in_type: bool,
    ) -> Result<(), Escape> {
        let Value::Ref(handle) = object else { return Err(self.cannot_set(object, name, in_type)) };
        let is_class = self.as_class(object).is_some();
        if is_class && Type::at(handle).is_some() {
            let (class, text) = (self.class(handle).name.clone(), self.lossy(name).into_owned());
            return Err(self.type_error(format!("cannot set '{text}' attribute of immutable type '{class}'")));
        }
        if !self.class(class).has_dict {
            return Err(self.cannot_set(object, name, in_type));
        }
        if is_class {
            self.class_changed(handle);
        }
        let dict = self.give_attributes(handle);
        if value.is_null() {
            let Obj::Dict(table) = self.obj(dict) else { panic!("attributes are a dict") };
            return match self.find_name_at(table, name) {
                Some(at) => {
                    self.dict_mut(dict).remove_at(at);
                    Ok(())
                }
                None => Err(self.no_attribute(object, name)),
            };
        }
        self.dict_set_name(dict, name, value);
        Ok(())
    }

    fn cannot_set(&mut self, object: Value, name: Value, in_type: bool) -> Escape {
        let (class, text) = (self.type_name(object), self.lossy(name).into_owned());
        let message = if in_type {
            format!("'{class}' object attribute '{text}' is read-only")
        } else {
            format!("'{class}' object has no attribute '{text}'")
        };
        self.attribute_error(message, object, name)
    }
}

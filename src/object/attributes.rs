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
    fn descriptor(&self, value: Value) -> Descriptor {
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
    fn special_call(&self, method: Value, args: Vec<Value>) -> Escape {
        match self.descriptor(method) {
            Descriptor::Method => Escape::call(method, args),
            _ => Escape::prelude("_call_special", [&[method], &args[..]].concat()),
        }
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
    fn bind_to_class(&mut self, inner: Value, class: Value) -> Result<Value, Escape> {
        match self.descriptor(inner) {
            Descriptor::Property => Err(self.read_property(inner, class)),
            Descriptor::User { get, .. } => {
                let of = self.class_of(class).into();
                Err(Escape::call(get, [inner, class, of]))
            }
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

    /// The type whose MRO `super(class, object)` searches.
    pub fn super_start(&mut self, class: Value, object: Value) -> Result<Handle, Escape> {
        let class_handle = match class {
            Value::Ref(handle) if self.as_class(class).is_some() => handle,
            other => {
                let given = self.type_name(other);
                return Err(self.type_error(format!("super() argument 1 must be a type, not {given}")));
            }
        };
        // In a class method the object is itself a class.
        if let Value::Ref(handle) = object
            && self.as_class(object).is_some()
            && self.is_subclass(handle, class_handle)
        {
            return Ok(handle);
        }
        let of = self.class_of(object);
        if self.is_subclass(of, class_handle) {
            return Ok(of);
        }
        // What it says of itself counts too.
        match self.get_attribute(object, Sym::Class.into()) {
            Ok(Value::Ref(said))
                if self.as_class(said.into()).is_some() && self.is_subclass(said, class_handle) =>
            {
                Ok(said)
            }
            Err(escape @ Escape::Call(_)) => Err(escape),
            _ => {
                let text = "super(type, obj): obj must be an instance or subtype of type";
                Err(self.type_error(text))
            }
        }
    }

    /// `super(class, object).name`: what comes after `class` in the MRO of the object's type.
    pub fn find_super(&mut self, class: Value, object: Value, name: Value) -> Result<Found, Escape> {
        let start = self.super_start(class, object)?;
        if name != Value::from(Sym::Class)
            && let Some(found) = self.find_after(class, object, start.into(), name)?
        {
            return Ok(found);
        }
        // What `super` itself has.
        let parts = super::Super { class, object, object_class: start.into() };
        let this = self.alloc(Type::Super, Obj::Super(std::rc::Rc::new(parts)));
        match self.find_plainly(this, Type::Super.handle(), name)? {
            Some(Found::Method(function)) => Ok(Found::Value(self.bind(function, this))),
            Some(found) => Ok(found),
            None => {
                let text = format!("'super' object has no attribute '{}'", self.lossy(name));
                Err(self.attribute_error(text, object, name))
            }
        }
    }

    /// The same, where the type whose MRO is searched is known.
    pub fn find_after(
        &mut self,
        class: Value,
        object: Value,
        start: Value,
        name: Value,
    ) -> Result<Option<Found>, Escape> {
        let Value::Ref(start) = start else { unreachable!("a class is on the heap") };
        let mro = self.class(start).mro.clone();
        let after = mro.iter().position(|&each| Value::Ref(each) == class).map_or(mro.len(), |at| at + 1);
        let hash = self.name_hash(name);
        let found = mro[after..].iter().find_map(|&each| {
            let dict = self.attributes(each)?;
            dict.find_same(hash, name).and_then(|at| dict.entry(at)).map(|entry| entry.value)
        });
        let Some(value) = found else { return Ok(None) };
        let is_class = Value::Ref(start) == object;
        match self.descriptor(value) {
            Descriptor::Method if is_class => Ok(Found::Value(value)),
            Descriptor::Method => Ok(Found::Method(value)),
            Descriptor::StaticMethod(inner) => Ok(Found::Value(inner)),
            Descriptor::ClassMethod(inner) => self.bind_to_class(inner, start.into()).map(Found::Value),
            Descriptor::Computed(_) | Descriptor::Property | Descriptor::Slot(_) if is_class => {
                Ok(Found::Value(value))
            }
            Descriptor::Computed(getset) => (getset.get)(self, object).map(Found::Value),
            Descriptor::Property => Err(self.read_property(value, object)),
            Descriptor::User { get, .. } => {
                let seen = if is_class { Value::None } else { object };
                Err(Escape::call(get, [value, seen, start.into()]))
            }
            Descriptor::Slot(slot) => self.get_slot(object, slot, name),
            Descriptor::Plain | Descriptor::SetOnly => Ok(Found::Value(value)),
        }
        .map(Some)
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
    fn no_slot(&mut self, object: Value, name: Value) -> Escape {
        self.no_attribute(object, name)
    }

    fn property_lacks(&mut self, what: &str, found: Value, object: Value) -> Escape {
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

    /// `object.name = value`, or `del object.name` where the value is `Null`.
    pub fn set_attribute(&mut self, object: Value, name: Value, value: Value) -> Result<(), Escape> {
        let (special, args) = match value {
            Value::Null => (Sym::DelAttr, vec![object, name]),
            _ => (Sym::SetAttr, vec![object, name, value]),
        };
        if let Some(method) = self.user_special(object, special) {
            return Err(self.special_call(method, args));
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
            Some((found, Descriptor::Property)) => return self.set_property(object, found, value),
            Some((_, Descriptor::Slot(slot))) => return self.set_slot(object, slot, name, value),
            Some((found, Descriptor::User { data: true, .. } | Descriptor::SetOnly)) => {
                let (special, args) = match value {
                    Value::Null => (Sym::Delete, vec![found, object]),
                    _ => (Sym::Set, vec![found, object, value]),
                };
                return match self.special(found, special) {
                    Some(method) => Err(Escape::call(method, args)),
                    None => Err(self.attribute_error(special.text(), Value::None, Value::None)),
                };
            }
            _ => {}
        }
        self.set_in_dict(object, class, name, value, of_type.is_some())
    }

    /// The call of a property's getter, or the error that it has none.
    pub fn read_property(&mut self, found: Value, object: Value) -> Escape {
        match self.property_parts(found).get {
            Value::None => self.property_lacks("getter", found, object),
            getter => Escape::call(getter, [object]),
        }
    }

    fn property_parts(&self, found: Value) -> &super::Property {
        match found.handle().map(|handle| self.obj(handle)) {
            Some(Obj::Property(property)) => property,
            other => panic!("a property is expected, not {other:?}"),
        }
    }

    pub fn set_property(&mut self, object: Value, found: Value, value: Value) -> Result<(), Escape> {
        let property = self.property_parts(found);
        let (function, args, lack) = match value {
            Value::Null => (property.delete, vec![object], "deleter"),
            _ => (property.set, vec![object, value], "setter"),
        };
        if function.is_none() {
            return Err(self.property_lacks(lack, found, object));
        }
        Err(Escape::call(function, args))
    }

    pub fn set_slot(&mut self, object: Value, slot: u32, name: Value, value: Value) -> Result<(), Escape> {
        let Value::Ref(handle) = object else { unreachable!("slots are on the heap") };
        let Obj::Slots(values) = self.obj_mut(handle) else {
            if !value.is_null() {
                self.set_own(handle, name, value);
            } else if !self.remove_own(handle, name) {
                return Err(self.no_slot(object, name));
            }
            return Ok(());
        };
        let place = std::rc::Rc::make_mut(values).get_mut(slot as usize);
        match place {
            Some(place) if !(value.is_null() && place.is_null()) => {
                *place = value;
                Ok(())
            }
            _ => Err(self.no_slot(object, name)),
        }
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

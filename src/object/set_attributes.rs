//! `object.name = value` and `del object.name`. What a user's descriptor or `__setattr__` does becomes a call.

use super::{Escape, Handle, Heap, Obj, Sym, Type, Value, attributes::Descriptor};

impl Heap {
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
            Some((found, Descriptor::Computed(getset))) => {
                return match getset.set {
                    Some(set) => set(self, object, value),
                    None if self.class_of(found) == Type::Member.handle() => {
                        Err(self.attribute_error("readonly attribute", Value::None, Value::None))
                    }
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

    pub(super) fn property_parts(&self, found: Value) -> &super::Property {
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
                return Err(self.nothing_to_delete(name));
            }
            return Ok(());
        };
        let place = std::rc::Rc::make_mut(values).get_mut(slot as usize);
        match place {
            Some(place) if !(value.is_null() && place.is_null()) => {
                *place = value;
                Ok(())
            }
            _ => Err(self.nothing_to_delete(name)),
        }
    }

    /// An empty slot that is deleted: only its name is said.
    fn nothing_to_delete(&mut self, name: Value) -> Escape {
        let text = self.lossy(name).into_owned();
        self.attribute_error(text, Value::None, Value::None)
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
        if is_class && self.class(handle).is_fixed {
            let (class, text) = (self.qualified_class(handle), self.lossy(name).into_owned());
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
                    self.remove_entry(dict, at);
                    Ok(())
                }
                None if matches!(self.obj(handle), Obj::Module(_)) => {
                    Err(self.cannot_set(object, name, false))
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

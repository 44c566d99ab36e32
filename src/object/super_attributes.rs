//! `super().name`: the search of a type's MRO from behind a class on.

use super::{Escape, Found, Handle, Heap, Obj, Sym, Type, Value, attributes::Descriptor};

impl Heap {
    /// The type whose MRO `super(class, object)` searches; `Twin` where only a call can tell what the object says
    /// of its class.
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
            && self.derives(handle, class_handle)
        {
            return Ok(handle);
        }
        let of = self.class_of(object);
        if self.is_subclass(of, class_handle) {
            return Ok(of);
        }
        match self.get_attribute(object, Sym::Class.into()) {
            Ok(said) => self.super_start_said(class_handle, said),
            Err(Escape::Raise(_)) => self.super_start_said(class_handle, Value::None),
            Err(_) => Err(Escape::Twin),
        }
    }

    /// The same for an object of other classes, by what it says of its class.
    pub fn super_start_said(&mut self, class: Handle, said: Value) -> Result<Handle, Escape> {
        match said {
            Value::Ref(said) if self.as_class(said.into()).is_some() && self.is_subclass(said, class) => {
                Ok(said)
            }
            _ => Err(self.type_error("super(type, obj): obj must be an instance or subtype of type")),
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
                Err(self.attribute_error(text, this, name))
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
}

//! `container[key] = value` and `del container[key]`.

use super::{Escape, Handle, Heap, Obj, Sym, Type, Value};

impl Heap {
    pub fn set_item(&mut self, container: Value, key: Value, value: Value) -> Result<(), Escape> {
        if self.user_special(container, Sym::SetItem).is_some() {
            return Err(Escape::Twin);
        }
        self.set_item_payload(container, key, value)
    }

    pub fn set_item_payload(&mut self, container: Value, key: Value, value: Value) -> Result<(), Escape> {
        let Value::Ref(handle) = container else { return Err(self.no_items(container, "assignment")) };
        match self.obj(handle) {
            Obj::List(items) => {
                let len = items.len();
                if let Some(slice) = self.as_slice(key) {
                    let new = self.items_for_slice(value)?;
                    return self.set_slice(handle, slice, &new);
                }
                let at = self.place(key, len, "list", "list assignment index out of range")?;
                self.replace_item(handle, at, value);
                Ok(())
            }
            Obj::Dict(_) => self.dict_set(handle, key, value),
            Obj::ByteArray(_) => self.set_byte(handle, key, value),
            Obj::MemoryView(_) => self.set_memory(container, key, value),
            _ => Err(self.no_items(container, "assignment")),
        }
    }

    fn no_items(&mut self, container: Value, what: &str) -> Escape {
        if what == "assignment" && self.user_special(container, Sym::DelItem).is_some() {
            return self.raise(super::Type::AttributeError, "__setitem__");
        }
        let name = self.type_name(container);
        self.type_error(format!("'{name}' object does not support item {what}"))
    }

    fn items_for_slice(&mut self, value: Value) -> Result<Vec<Value>, Escape> {
        self.items_of(value).map_err(|escape| match escape {
            Escape::Raise(raised) if self.slot(raised).class == Type::TypeError.handle() => {
                self.type_error("can only assign an iterable")
            }
            other => other,
        })
    }

    fn set_slice(&mut self, list: Handle, slice: [Value; 3], new: &[Value]) -> Result<(), Escape> {
        let Obj::List(items) = self.obj(list) else { panic!("a list is expected") };
        let len = items.len();
        let cut = self.cut(slice, len)?;
        if slice[2].is_none() || cut.step == 1 {
            self.replace_cut(list, cut, new);
            return Ok(());
        }
        if new.len() != cut.count {
            let (given, count) = (new.len(), cut.count);
            let text =
                format!("attempt to assign sequence of size {given} to extended slice of size {count}");
            return Err(self.value_error(text));
        }
        for (at, &value) in cut.indices().zip(new) {
            self.replace_item(list, at, value);
        }
        Ok(())
    }

    pub fn delete_item(&mut self, container: Value, key: Value) -> Result<(), Escape> {
        if self.user_special(container, Sym::DelItem).is_some() {
            return Err(Escape::Twin);
        }
        self.delete_item_payload(container, key)
    }

    pub fn delete_item_payload(&mut self, container: Value, key: Value) -> Result<(), Escape> {
        let Value::Ref(handle) = container else { return Err(self.no_deletion(container, key)) };
        match self.obj(handle) {
            Obj::List(items) => {
                let len = items.len();
                if let Some(slice) = self.as_slice(key) {
                    let cut = self.cut(slice, len)?;
                    if cut.step == 1 {
                        self.replace_cut(handle, cut, &[]);
                        return Ok(());
                    }
                    let mut gone: Vec<usize> = cut.indices().collect();
                    gone.sort_unstable();
                    let mut at = 0;
                    let mut gone = gone.into_iter().peekable();
                    self.list_mut(handle).retain(|_| {
                        at += 1;
                        gone.next_if_eq(&(at - 1)).is_none()
                    });
                    return Ok(());
                }
                let at = self.place(key, len, "list", "list assignment index out of range")?;
                self.remove_item(handle, at);
                Ok(())
            }
            Obj::Dict(_) => match self.dict_remove(handle, key)? {
                Some(_) => Ok(()),
                None => Err(self.key_error(key)),
            },
            Obj::ByteArray(_) => self.delete_byte(handle, key),
            Obj::MemoryView(_) => Err(self.delete_memory(container)),
            _ => Err(self.no_deletion(container, key)),
        }
    }

    fn no_deletion(&mut self, container: Value, key: Value) -> Escape {
        // Both methods fill the same slot of a class.
        if self.user_special(container, Sym::SetItem).is_some() {
            return self.raise(super::Type::AttributeError, "__delitem__");
        }
        let name = self.type_name(container);
        // Types that have items by number word it in another way, if it is a number that they are asked for.
        let of = self.layout(container);
        let by_number = Type::at(self.class_of(container)).is_none()
            || matches!(
                of,
                Type::Str
                    | Type::Bytes
                    | Type::Tuple
                    | Type::Range
                    | Type::Set
                    | Type::FrozenSet
                    | Type::DictKeys
                    | Type::DictItems
                    | Type::DictValues
            );
        let is_number = self.is_int(key) || self.user_special(key, Sym::Index).is_some();
        let verb = if by_number && is_number { "doesn't" } else { "does not" };
        self.type_error(format!("'{name}' object {verb} support item deletion"))
    }
}

//! Items of a bytearray that are set and deleted.

use super::{Cut, Escape, Handle, Heap, Order, Sym, Value};

impl Heap {
    pub(super) fn set_byte(&mut self, handle: Handle, key: Value, value: Value) -> Result<(), Escape> {
        if let Some(slice) = self.as_slice(key) {
            let new = self.bytes_for_slice(value)?;
            let cut = self.cut(slice, self.as_bytes(handle.into()).unwrap_or_default().len())?;
            return self.replace_bytes(handle, slice[2].is_none(), cut, new);
        }
        // The value is looked at before the length, but not before it is clear that the key is a place.
        if self.small_int(key).is_none() {
            self.byte_place(handle, key)?;
        }
        let byte = match self.big_int(value).map(u8::try_from) {
            Some(Ok(byte)) => byte,
            Some(Err(_)) => return Err(self.value_error("byte must be in range(0, 256)")),
            None if self.user_special(value, Sym::Index).is_some() => return Err(Escape::Twin),
            None => {
                let name = self.type_name(value);
                return Err(self.type_error(format!("'{name}' object cannot be interpreted as an integer")));
            }
        };
        let at = self.byte_place(handle, key)?;
        self.bytes_mut(handle)[at] = byte;
        Ok(())
    }

    pub(super) fn delete_byte(&mut self, handle: Handle, key: Value) -> Result<(), Escape> {
        if let Some(slice) = self.as_slice(key) {
            let cut = self.cut(slice, self.as_bytes(handle.into()).unwrap_or_default().len())?;
            return self.drop_bytes(handle, &cut);
        }
        let at = self.byte_place(handle, key)?;
        let len = self.as_bytes(handle.into()).unwrap_or_default().len();
        self.may_resize(handle, len - 1)?;
        self.bytes_mut(handle).remove(at);
        Ok(())
    }

    fn drop_bytes(&mut self, handle: Handle, cut: &Cut) -> Result<(), Escape> {
        let len = self.as_bytes(handle.into()).unwrap_or_default().len();
        self.may_resize(handle, len - cut.count)?;
        let gone: std::collections::BTreeSet<usize> = cut.indices().collect();
        let mut at = 0;
        self.bytes_mut(handle).retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
        Ok(())
    }

    fn byte_place(&mut self, handle: Handle, key: Value) -> Result<usize, Escape> {
        let len = self.as_bytes(handle.into()).unwrap_or_default().len();
        self.place(key, len, "bytearray", "bytearray index out of range")
    }

    fn bytes_for_slice(&mut self, value: Value) -> Result<Vec<u8>, Escape> {
        if let Some(bytes) = self.buffer(value) {
            return Ok(bytes.into_owned());
        }
        if self.as_memory(value).is_some() {
            return self.memory_of(value).map(|view| self.memory_bytes(&view, Order::C));
        }
        if self.lends(value) {
            return Err(Escape::Twin);
        }
        let says = |name| self.user_special(value, name).is_some();
        let is_number = self.real(value).is_some() || self.as_complex(value).is_some();
        if is_number
            || self.as_str(value).is_some()
            || [Sym::Index, Sym::Int, Sym::Float].into_iter().any(says)
        {
            let text = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
            return Err(self.type_error(text));
        }
        let items = self.items_of(value).map_err(|escape| match escape {
            Escape::Raise(_) => {
                let name = self.type_name(value);
                self.type_error(format!("cannot convert '{name}' object to bytearray"))
            }
            other => other,
        })?;
        let mut bytes = Vec::with_capacity(items.len());
        for item in items {
            match self.big_int(item).map(u8::try_from) {
                Some(Ok(byte)) => bytes.push(byte),
                Some(Err(_)) => return Err(self.value_error("byte must be in range(0, 256)")),
                None => {
                    let name = self.type_name(item);
                    let text = format!("'{name}' object cannot be interpreted as an integer");
                    return Err(self.type_error(text));
                }
            }
        }
        Ok(bytes)
    }

    fn replace_bytes(&mut self, handle: Handle, plain: bool, cut: Cut, new: Vec<u8>) -> Result<(), Escape> {
        if plain || cut.step == 1 {
            let start = cut.start as usize;
            let len = self.as_bytes(handle.into()).unwrap_or_default().len();
            self.may_resize(handle, len - cut.count + new.len())?;
            self.charge(new.len() as u64);
            self.bytes_mut(handle).splice(start..start + cut.count, new);
            return Ok(());
        }
        if new.is_empty() {
            return self.drop_bytes(handle, &cut);
        }
        if new.len() != cut.count {
            let (given, count) = (new.len(), cut.count);
            return Err(self.value_error(format!(
                "attempt to assign bytes of size {given} to extended slice of size {count}"
            )));
        }
        for (at, byte) in cut.indices().zip(new) {
            self.bytes_mut(handle)[at] = byte;
        }
        Ok(())
    }
}

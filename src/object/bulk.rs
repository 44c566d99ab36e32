//! Merging whole containers: `list.extend`, `dict.update`, set algebra. What needs Python code answers `Twin`
//! before anything has been changed.

use super::{Entry, Escape, Handle, Heap, Obj, Set, Sym, Type, Value};

impl Heap {
    /// `list += iterable`.
    pub fn extend_list(&mut self, list: Handle, iterable: Value) -> Result<(), Escape> {
        let items = self.items_for_list(iterable)?;
        self.room_for(items.len() as u64 * 16)?;
        self.charge(items.len() as u64 * 16);
        self.extend(list, items);
        Ok(())
    }

    /// A dict that says itself how it is gone through is a mapping like any other.
    pub fn has_own_order(&self, dict: Value) -> bool {
        self.user_special(dict, Sym::Iter).is_some()
    }

    /// `dict.update(mapping)` from a dict.
    pub fn update_dict(&mut self, dict: Handle, other: Value) -> Result<(), Escape> {
        let entries: Vec<Entry> = match self.as_dict(other) {
            Some(known) if !self.has_own_order(other) => known.iter().copied().collect(),
            _ => return Err(Escape::Twin),
        };
        for entry in entries {
            let found = self.dict_find(dict, entry.key, entry.hash)?;
            self.dict_put(dict, found, entry.hash, entry.key, entry.value);
        }
        Ok(())
    }

    /// A dict from pairs.
    pub fn update_pairs(&mut self, dict: Handle, pairs: &[Value]) -> Result<(), Escape> {
        let mut checked = Vec::with_capacity(pairs.len());
        for (number, &pair) in pairs.iter().enumerate() {
            let items = self.items_of(pair).map_err(|escape| match escape {
                Escape::Raise(_) => {
                    let text =
                        format!("cannot convert dictionary update sequence element #{number} to a sequence");
                    self.type_error(text)
                }
                other => other,
            })?;
            let [key, value] = *items else {
                let len = items.len();
                let text =
                    format!("dictionary update sequence element #{number} has length {len}; 2 is required");
                return Err(self.value_error(text));
            };
            let hash = self.hash(key)?;
            checked.push((hash, key, value));
        }
        for (hash, key, value) in checked {
            let found = self.dict_find(dict, key, hash)?;
            self.dict_put(dict, found, hash, key, value);
        }
        Ok(())
    }

    /// A set of these keys, added in order.
    pub fn set_of(&mut self, items: &[Value]) -> Result<Set, Escape> {
        let mut set = Set::default();
        for &item in items {
            self.add_to_set(&mut set, item)?;
        }
        Ok(set)
    }

    /// `item in container`.
    pub fn contains(&mut self, container: Value, item: Value) -> Result<bool, Escape> {
        if self.user_special(container, super::Sym::Contains).is_some() {
            return Err(Escape::Twin);
        }
        let Value::Ref(handle) = container else { return Err(self.not_a_container(container)) };
        match self.obj(handle).clone() {
            Obj::Str(text) => match self.as_str(item) {
                Some(part) => Ok(find_bytes(text.text().as_bytes(), part.text().as_bytes()).is_some()),
                None => {
                    let name = self.type_name(item);
                    Err(self.type_error(format!("'in <string>' requires string as left operand, not {name}")))
                }
            },
            Obj::List(items) => self.any_equal(&items, item),
            Obj::Tuple(items) => self.any_equal(&items, item),
            Obj::Dict(_) | Obj::Proxy(_) => {
                let dict = match self.obj(handle) {
                    Obj::Proxy(dict) => *dict,
                    _ => handle,
                };
                let hash = self.hash(item)?;
                Ok(self.dict_find(dict, item, hash)?.is_some())
            }
            Obj::Set(_) => {
                let item = self.as_set_key(item);
                let hash = self.hash(item)?;
                Ok(self.set_find(handle, item, hash)?.is_some())
            }
            Obj::Range(range) if self.is_exact(item, Type::Int) || matches!(item, Value::Bool(_)) => {
                let at = self.big_int(item).expect("an int") - &range.start;
                let zero = num_bigint::BigInt::ZERO;
                let fits = &at % &range.step == zero;
                let number = at / &range.step;
                Ok(fits && number >= zero && number < range.len)
            }
            Obj::View(dict) if self.is_exact(container, super::Type::DictKeys) => {
                let hash = self.hash(item)?;
                Ok(self.dict_find(dict, item, hash)?.is_some())
            }
            Obj::View(dict) if self.is_exact(container, super::Type::DictItems) => {
                let Some(&[key, value]) = self.as_tuple(item).map(|pair| &**pair) else { return Ok(false) };
                let hash = self.hash(key)?;
                let found = self.dict_find(dict, key, hash)?;
                let known = found.and_then(|at| Some(self.as_dict(dict.into())?.entries()[at].value));
                known.map_or(Ok(false), |known| self.equal(known, value))
            }
            Obj::Bytes(_) | Obj::ByteArray(_) => self.bytes_contain(container, item),
            _ => {
                // Anything that can be iterated over: consumed as far as needed, by Python.
                match self.make_iter(container) {
                    Ok(_) | Err(Escape::Twin) => Err(Escape::Twin),
                    Err(Escape::Raise(raised)) if !self.is_instance(raised.into(), Type::TypeError) => {
                        Err(Escape::Raise(raised))
                    }
                    Err(_) => Err(self.not_a_container(container)),
                }
            }
        }
    }

    fn bytes_contain(&mut self, container: Value, item: Value) -> Result<bool, Escape> {
        let bytes = self.as_bytes(container).unwrap_or_default();
        if self.small_int(item).is_none() && self.is_int(item) {
            return Err(self.value_error("byte must be in range(0, 256)"));
        }
        match (self.buffer(item), self.small_int(item).map(u8::try_from)) {
            (Some(part), _) => Ok(find_bytes(bytes, &part).is_some()),
            (None, Some(Ok(byte))) => Ok(bytes.contains(&byte)),
            (None, Some(Err(_))) => Err(self.value_error("byte must be in range(0, 256)")),
            (None, None) => Err(self.no_buffer(item)),
        }
    }

    fn not_a_container(&mut self, value: Value) -> Escape {
        let name = self.type_name(value);
        self.type_error(format!("argument of type '{name}' is not iterable"))
    }

    fn any_equal(&mut self, items: &[Value], item: Value) -> Result<bool, Escape> {
        for &each in items {
            if self.equal(each, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Where `part` begins in `bytes`.
pub fn find_bytes(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    bytes.windows(part.len()).position(|window| window == part)
}

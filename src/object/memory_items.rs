//! The items of a `memoryview`: taken out, set, compared, hashed, met one after the other. Knows no methods.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::{
    Comparison, ELLIPSIS, Escape, Handle, Heap, Iter, MemoryView, NOT_IMPLEMENTED, Obj, Order, Sym, Type,
    Value, hash, memory_format::Item,
};

/// What a key of a view means.
enum Place {
    /// The item that begins here.
    Item(usize),
    /// The view itself, of one item.
    Whole,
    /// Some of the outermost dimension.
    Slice([Value; 3]),
}

const NO_DIMENSION: &str = "invalid indexing of 0-dim memory";

impl Heap {
    fn unpack(&self, view: &MemoryView, at: usize) -> Item {
        let bytes = view.of.and_then(|of| self.as_bytes(of.into())).unwrap_or_default();
        view.format.unpack(&bytes[at..at + view.format.size()])
    }

    /// An item as an object.
    fn memory_item(&mut self, view: &MemoryView, at: usize) -> Value {
        match self.unpack(view, at) {
            Item::Int(int) => self.big(BigInt::from(int)),
            Item::Float(float) => Value::Float(float),
            Item::Bool(bool) => Value::Bool(bool),
            Item::Byte(byte) => self.bytes(vec![byte]),
        }
    }

    /// The items as lists of lists, as many deep as there are dimensions.
    pub fn memory_list(&mut self, view: &MemoryView) -> Value {
        let places = view.places(Order::C);
        let mut items: Vec<Value> = places.into_iter().map(|at| self.memory_item(view, at)).collect();
        for (depth, dimension) in view.dimensions.iter().enumerate().rev() {
            let lists: usize = view.dimensions[..depth].iter().map(|outer| outer.count).product();
            let mut rest = items.into_iter();
            items = (0..lists).map(|_| self.list(rest.by_ref().take(dimension.count).collect())).collect();
        }
        items[0]
    }

    /// How many parts the outermost dimension has.
    pub fn memory_len(&mut self, value: Value) -> Result<usize, Escape> {
        match self.open_memory(value)?.dimensions.first() {
            Some(outermost) => Ok(outermost.count),
            None => Err(self.type_error("0-dim memory has no length")),
        }
    }

    /// The item at an index of a row.
    pub(super) fn memory_at(&mut self, value: Value, index: usize) -> Result<Value, Escape> {
        let view = self.open_memory(value)?;
        self.is_row(&view)?;
        let at = self.along(&view, 0, index as i64)?;
        Ok(self.memory_item(&view, (view.start as i64 + at) as usize))
    }

    /// Refuses what has not one dimension.
    pub(super) fn is_row(&mut self, view: &MemoryView) -> Result<(), Escape> {
        match view.dimensions.len() {
            0 => Err(self.type_error(NO_DIMENSION)),
            1 => Ok(()),
            _ => {
                let text = "multi-dimensional sub-views are not implemented";
                Err(self.raise(Type::NotImplementedError, text))
            }
        }
    }

    /// How far an index leads in one dimension.
    fn along(&mut self, view: &MemoryView, dimension: usize, index: i64) -> Result<i64, Escape> {
        let number = dimension + 1;
        let dimension = view.dimensions[dimension];
        let count = dimension.count as i64;
        let at = if index < 0 { index + count } else { index };
        match (0..count).contains(&at) {
            true => Ok(at * dimension.stride),
            false => Err(self.index_error(format!("index out of bounds on dimension {number}"))),
        }
    }

    fn memory_index(&mut self, key: Value) -> Result<i64, Escape> {
        match self.big_int(key).map(|int| int.to_i64()) {
            Some(Some(index)) => Ok(index),
            Some(None) => Err(self.does_not_fit(Type::IndexError, key)),
            None => Err(Escape::Twin),
        }
    }

    /// What a key means; an item is wanted to be written to, or only to be had.
    fn memory_place(&mut self, view: &MemoryView, key: Value, to_write: bool) -> Result<Place, Escape> {
        let parts = self.as_tuple(key).map(|parts| parts.to_vec());
        if view.dimensions.is_empty() {
            return match parts {
                Some(parts) if parts.is_empty() => Ok(Place::Item(view.start)),
                None if key == ELLIPSIS.into() && to_write => Ok(Place::Item(view.start)),
                None if key == ELLIPSIS.into() => Ok(Place::Whole),
                _ => Err(self.type_error(NO_DIMENSION)),
            };
        }
        let is_index = |heap: &Self, key| heap.is_int(key) || heap.user_special(key, Sym::Index).is_some();
        let no_part =
            |heap: &mut Self| heap.raise(Type::NotImplementedError, "sub-views are not implemented");
        if is_index(self, key) {
            if to_write && view.dimensions.len() > 1 {
                return Err(no_part(self));
            }
            let index = self.memory_index(key)?;
            self.is_row(view)?;
            return Ok(Place::Item((view.start as i64 + self.along(view, 0, index)?) as usize));
        }
        if let Some(slice) = self.as_slice(key) {
            return Ok(Place::Slice(slice));
        }
        let parts = match parts {
            Some(parts) if parts.iter().all(|&part| is_index(self, part)) => parts,
            Some(parts) if parts.iter().all(|&part| self.as_slice(part).is_some()) => {
                let text = if to_write {
                    "memoryview slice assignments are currently restricted to ndim = 1"
                } else {
                    "multi-dimensional slicing is not implemented"
                };
                return Err(self.raise(Type::NotImplementedError, text));
            }
            _ => return Err(self.type_error("memoryview: invalid slice key")),
        };
        let (given, dimensions) = (parts.len(), view.dimensions.len());
        if given < dimensions {
            return Err(no_part(self));
        }
        if given > dimensions {
            let text = format!("cannot index {dimensions}-dimension view with {given}-element tuple");
            return Err(self.type_error(text));
        }
        if parts.iter().any(|&part| !self.is_int(part)) {
            return Err(Escape::Twin);
        }
        let mut at = view.start as i64;
        for (dimension, part) in parts.into_iter().enumerate() {
            let index = self.memory_index(part)?;
            at += self.along(view, dimension, index)?;
        }
        Ok(Place::Item(at as usize))
    }

    pub(super) fn get_memory(&mut self, value: Value, key: Value) -> Result<Value, Escape> {
        let view = self.open_memory(value)?;
        match self.memory_place(&view, key, false)? {
            Place::Item(at) => Ok(self.memory_item(&view, at)),
            Place::Whole => Ok(value),
            Place::Slice(slice) => {
                let cut = self.cut(slice, view.dimensions[0].count)?;
                Ok(self.memory(view.part(cut)))
            }
        }
    }

    /// A view that may be written to, and whose bytes they are.
    fn writable_memory(&mut self, value: Value) -> Result<(MemoryView, Handle), Escape> {
        let view = self.open_memory(value)?;
        match view.of {
            Some(of) if !view.readonly => Ok((view, of)),
            _ => Err(self.type_error("cannot modify read-only memory")),
        }
    }

    pub(super) fn set_memory(&mut self, value: Value, key: Value, item: Value) -> Result<(), Escape> {
        let (view, of) = self.writable_memory(value)?;
        let slice = match self.memory_place(&view, key, true)? {
            Place::Slice(slice) => slice,
            Place::Whole => unreachable!("only what is not to be written to"),
            Place::Item(at) => {
                let packed = self.pack(view.format, item)?;
                self.bytes_mut(of)[at..at + packed.len()].copy_from_slice(&packed);
                return Ok(());
            }
        };
        if view.dimensions.len() > 1 {
            let text = "memoryview slice assignments are currently restricted to ndim = 1";
            return Err(self.raise(Type::NotImplementedError, text));
        }
        let source = self.memory_of(item)?;
        let cut = self.cut(slice, view.dimensions[0].count)?;
        let target = view.part(cut);
        if source.format.letter != target.format.letter
            || source.item_size != target.item_size
            || !same_shape(&source, &target)
        {
            let text = "memoryview assignment: lvalue and rvalue have different structures";
            return Err(self.value_error(text));
        }
        // All is read before any is written: they may overlap.
        let new = self.memory_bytes(&source, Order::C);
        let bytes = self.bytes_mut(of);
        for (at, item) in target.places(Order::C).into_iter().zip(new.chunks(target.item_size)) {
            bytes[at..at + item.len()].copy_from_slice(item);
        }
        Ok(())
    }

    pub(super) fn delete_memory(&mut self, value: Value) -> Escape {
        match self.writable_memory(value) {
            Ok(_) => self.type_error("cannot delete memory"),
            Err(escape) => escape,
        }
    }

    /// A comparison with a view or a bytearray on one side, or on both.
    pub(super) fn compare_memory(
        &mut self,
        comparison: Comparison,
        a: Value,
        b: Value,
    ) -> Result<Value, Escape> {
        let is_array = |heap: &Self, value| heap.layout(value) == Type::ByteArray;
        let is_equality = matches!(comparison, Comparison::Eq | Comparison::Ne);
        // A bytearray compares bytes, whatever items they are to the other; a view is asked first if it can.
        if (is_array(self, a) || is_array(self, b) && !is_equality)
            && let (Some(x), Some(y)) = (self.buffer(a), self.buffer(b))
        {
            return Ok(Value::Bool(comparison.holds(x.cmp(&y))));
        }
        let lends_to_array = is_array(self, a) && self.lends(b) || is_array(self, b) && self.lends(a);
        if lends_to_array {
            return Err(Escape::Twin);
        }
        if !is_equality {
            return Ok(NOT_IMPLEMENTED.into());
        }
        let is_released = |heap: &Self, value| heap.as_memory(value).is_some_and(|view| view.of.is_none());
        let equal = if is_released(self, a) || is_released(self, b) {
            a == b
        } else {
            let has_bytes =
                |heap: &Self, value| heap.as_memory(value).is_some() || heap.as_bytes(value).is_some();
            if self.lends(a) || self.lends(b) {
                return Err(Escape::Twin);
            }
            if !has_bytes(self, a) || !has_bytes(self, b) {
                return Ok(NOT_IMPLEMENTED.into());
            }
            let (x, y) = (self.memory_of(a)?, self.memory_of(b)?);
            same_shape(&x, &y) && {
                let places = x.places(Order::C).into_iter().zip(y.places(Order::C));
                places.into_iter().all(|(at, other)| self.unpack(&x, at).equals(&self.unpack(&y, other)))
            }
        };
        Ok(Value::Bool(equal == (comparison == Comparison::Eq)))
    }

    pub(super) fn hash_memory(&mut self, value: Value) -> Result<i64, Escape> {
        if let Some(known) = self.as_memory(value).and_then(|view| view.hash) {
            return Ok(known);
        }
        let view = self.open_memory(value)?;
        if !view.readonly {
            return Err(self.value_error("cannot hash writable memoryview object"));
        }
        if !view.format.is_bytes() {
            let text = "memoryview: hashing is restricted to formats 'B', 'b' or 'c'";
            return Err(self.value_error(text));
        }
        if let Some(of) = view.lender.or(view.of) {
            self.hash(of.into())?;
        }
        let hash = hash::of_bytes(&self.memory_bytes(&view, Order::C));
        if let Obj::MemoryView(view) = self.obj_mut(value.handle().expect("a view is on the heap")) {
            Rc::make_mut(view).hash = Some(hash);
        }
        Ok(hash)
    }

    /// The next item of a view's iterator.
    pub(super) fn next_of_memory(&mut self, iterator: Handle) -> Result<Option<Value>, Escape> {
        let Obj::Iter(iter) = self.obj(iterator) else { return Ok(None) };
        let Iter::Memory { of: Some(of), next, len } = **iter else { return Ok(None) };
        let item = if next < len { Some(self.memory_at(of.into(), next)?) } else { None };
        if let Obj::Iter(iter) = self.obj_mut(iterator)
            && let Iter::Memory { of, next, .. } = Rc::make_mut(iter)
        {
            match item {
                Some(_) => *next += 1,
                None => *of = None,
            }
        }
        Ok(item)
    }
}

/// Whether two views have as many dimensions of the same lengths; what is inside an empty one does not count.
fn same_shape(a: &MemoryView, b: &MemoryView) -> bool {
    let counts = |view: &MemoryView| -> Vec<usize> {
        let counts: Vec<usize> = view.dimensions.iter().map(|dimension| dimension.count).collect();
        let empty = counts.iter().position(|&count| count == 0);
        counts[..empty.map_or(counts.len(), |at| at + 1)].to_vec()
    };
    a.dimensions.len() == b.dimensions.len() && counts(a) == counts(b)
}

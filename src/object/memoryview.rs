//! `memoryview`: a window of one dimension on the bytes of another object, its items, and who has such windows on
//! what. Knows no methods.

use std::{borrow::Cow, rc::Rc};

use num_bigint::BigInt;

use super::{
    Comparison, Cut, Escape, Format, Handle, Heap, Iter, NOT_IMPLEMENTED, Obj, Sym, Type, Value, hash,
    memory_format::Item,
};

#[derive(Clone, Copy, Debug)]
pub struct MemoryView {
    /// Whose bytes they are; nobody's once the view is released.
    pub of: Option<Handle>,
    /// Where the first item begins.
    pub start: usize,
    /// From the beginning of an item to that of the next.
    pub stride: i64,
    /// How many items.
    pub count: usize,
    pub format: Format,
    pub readonly: bool,
    /// Kept, so that a released view still has it.
    hash: Option<i64>,
}

impl MemoryView {
    /// All bytes of an object.
    fn whole(of: Handle, count: usize, readonly: bool) -> Self {
        Self { of: Some(of), start: 0, stride: 1, count, format: Format::BYTES, readonly, hash: None }
    }

    pub fn bytes(&self) -> usize {
        self.count * self.format.size()
    }

    pub fn is_contiguous(&self) -> bool {
        self.count <= 1 || self.stride == self.format.size() as i64
    }

    /// What it says of itself under this `id()`.
    pub(super) fn text(&self, id: i64) -> String {
        let released = if self.of.is_none() { "released " } else { "" };
        format!("<{released}memory at {id:#x}>")
    }

    fn place(&self, number: usize) -> std::ops::Range<usize> {
        let at = (self.start as i64 + number as i64 * self.stride) as usize;
        at..at + self.format.size()
    }

    /// The same bytes as items of another format; the view is contiguous, and its length a multiple of their size.
    pub fn cast(&self, format: Format) -> Self {
        let size = format.size();
        Self { stride: size as i64, count: self.bytes() / size, format, hash: None, ..*self }
    }

    /// The same, not to be written to.
    pub fn read_only(self) -> Self {
        Self { readonly: true, ..self }
    }

    fn part(&self, cut: Cut) -> Self {
        let start = (self.start as i64 + cut.start * self.stride).max(0) as usize;
        Self { start, stride: self.stride * cut.step, count: cut.count, hash: None, ..*self }
    }
}

impl Heap {
    /// The view, released or not.
    pub fn as_memory(&self, value: Value) -> Option<&MemoryView> {
        match self.obj(value.handle()?) {
            Obj::MemoryView(view) => Some(view),
            _ => None,
        }
    }

    /// A view that is not released.
    pub fn open_memory(&mut self, value: Value) -> Result<MemoryView, Escape> {
        match self.as_memory(value) {
            Some(view) if view.of.is_some() => Ok(*view),
            _ => Err(self.value_error("operation forbidden on released memoryview object")),
        }
    }

    /// What a view of the value would be: of a view, the same again.
    pub fn memory_of(&mut self, value: Value) -> Result<MemoryView, Escape> {
        if self.as_memory(value).is_some() {
            return self.open_memory(value);
        }
        match (self.as_bytes(value), value) {
            (Some(bytes), Value::Ref(handle)) => {
                Ok(MemoryView::whole(handle, bytes.len(), matches!(self.obj(handle), Obj::Bytes(_))))
            }
            _ => {
                let name = self.type_name(value);
                Err(self.type_error(format!("a bytes-like object is required, not '{name}'")))
            }
        }
    }

    /// Makes a view. As long as it is not released, a bytearray behind it keeps its size: also a view that nobody
    /// holds any more is released, so its end matters.
    pub fn memory(&mut self, view: MemoryView) -> Value {
        let made = self.alloc(Type::MemoryView, Obj::MemoryView(Rc::new(MemoryView { hash: None, ..view })));
        if let (Some(of), Value::Ref(handle)) = (view.of, made)
            && matches!(self.obj(of), Obj::ByteArray(_))
        {
            *self.exports.entry(of).or_default() += 1;
            self.make_mortal(handle);
        }
        made
    }

    pub fn release_memory(&mut self, handle: Handle) {
        let Obj::MemoryView(view) = self.obj_mut(handle) else { return };
        let Some(of) = Rc::make_mut(view).of.take() else { return };
        if let Some(count) = self.exports.get_mut(&of) {
            *count -= 1;
            if *count == 0 {
                self.exports.remove(&of);
            }
        }
    }

    /// Refuses another length of a bytearray that has views.
    pub fn may_resize(&mut self, array: Handle, len: usize) -> Result<(), Escape> {
        if self.exports.contains_key(&array) && self.as_bytes(array.into()).is_some_and(|b| b.len() != len) {
            return Err(self.raise(Type::BufferError, "Existing exports of data: object cannot be re-sized"));
        }
        Ok(())
    }

    /// The bytes that a view shows, one item after the other.
    pub fn memory_bytes(&self, view: &MemoryView) -> Vec<u8> {
        let Some(bytes) = view.of.and_then(|of| self.as_bytes(of.into())) else { return Vec::new() };
        if view.is_contiguous() && view.count > 0 {
            return bytes[view.start..view.start + view.bytes()].to_vec();
        }
        (0..view.count).flat_map(|number| bytes[view.place(number)].iter().copied()).collect()
    }

    /// The bytes of anything that has them in one piece.
    pub fn buffer(&self, value: Value) -> Option<Cow<'_, [u8]>> {
        match self.as_memory(value) {
            Some(view) if view.of.is_some() && view.is_contiguous() => Some(self.memory_bytes(view).into()),
            Some(_) => None,
            None => self.as_bytes(value).map(Cow::Borrowed),
        }
    }

    /// Why a value has no bytes in one piece.
    pub fn no_buffer(&mut self, value: Value) -> Escape {
        match self.memory_of(value) {
            Err(escape) => escape,
            Ok(_) => self.raise(Type::BufferError, "memoryview: underlying buffer is not C-contiguous"),
        }
    }

    fn unpack(&self, view: &MemoryView, number: usize) -> Item {
        let bytes = view.of.and_then(|of| self.as_bytes(of.into())).unwrap_or_default();
        view.format.unpack(&bytes[view.place(number)])
    }

    /// An item as an object.
    pub fn memory_item(&mut self, view: &MemoryView, number: usize) -> Value {
        match self.unpack(view, number) {
            Item::Int(int) => self.big(BigInt::from(int)),
            Item::Float(float) => Value::Float(float),
            Item::Bool(bool) => Value::Bool(bool),
            Item::Byte(byte) => self.bytes(vec![byte]),
        }
    }

    /// The item that a key means.
    fn memory_place(&mut self, view: &MemoryView, key: Value) -> Result<usize, Escape> {
        let is_index = |heap: &Self, key| heap.is_int(key) || heap.user_special(key, Sym::Index).is_some();
        if is_index(self, key) {
            return self.place(key, view.count, "memory", "index out of bounds on dimension 1");
        }
        let parts = match key.handle().map(|handle| self.obj(handle)) {
            Some(Obj::Tuple(parts)) => parts.clone(),
            _ => return Err(self.type_error("memoryview: invalid slice key")),
        };
        if parts.iter().all(|&part| is_index(self, part)) {
            return match *parts {
                [key] => self.memory_place(view, key),
                [] => Err(self.raise(Type::NotImplementedError, "sub-views are not implemented")),
                _ => {
                    let count = parts.len();
                    let text = format!("cannot index 1-dimension view with {count}-element tuple");
                    Err(self.type_error(text))
                }
            };
        }
        if parts.iter().all(|&part| self.as_slice(part).is_some()) {
            let text = "multi-dimensional slicing is not implemented";
            return Err(self.raise(Type::NotImplementedError, text));
        }
        Err(self.type_error("memoryview: invalid slice key"))
    }

    pub(super) fn get_memory(&mut self, value: Value, key: Value) -> Result<Value, Escape> {
        let view = self.open_memory(value)?;
        if let Some(slice) = self.as_slice(key) {
            let cut = self.cut(slice, view.count)?;
            return Ok(self.memory(view.part(cut)));
        }
        let at = self.memory_place(&view, key)?;
        Ok(self.memory_item(&view, at))
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
        let Some(slice) = self.as_slice(key) else {
            let at = match self.memory_place(&view, key) {
                Err(Escape::Raise(raised))
                    if self.slot(raised).class == Type::NotImplementedError.handle()
                        && self.as_sequence(key).is_some_and(|parts| !parts.is_empty()) =>
                {
                    let text = "memoryview slice assignments are currently restricted to ndim = 1";
                    return Err(self.raise(Type::NotImplementedError, text));
                }
                other => other?,
            };
            let packed = self.pack(view.format, item)?;
            self.bytes_mut(of)[view.place(at)].copy_from_slice(&packed);
            return Ok(());
        };
        let source = self.memory_of(item)?;
        let cut = self.cut(slice, view.count)?;
        let target = view.part(cut);
        if source.format.letter != target.format.letter || source.count != target.count {
            let text = "memoryview assignment: lvalue and rvalue have different structures";
            return Err(self.value_error(text));
        }
        // All is read before any is written: they may overlap.
        let new = self.memory_bytes(&source);
        let bytes = self.bytes_mut(of);
        for (number, item) in new.chunks(target.format.size()).enumerate() {
            bytes[target.place(number)].copy_from_slice(item);
        }
        Ok(())
    }

    pub(super) fn delete_memory(&mut self, value: Value) -> Escape {
        match self.writable_memory(value) {
            Ok(_) => self.type_error("cannot delete memory"),
            Err(escape) => escape,
        }
    }

    /// A comparison with a view on one side, or on both.
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
        if !is_equality {
            return Ok(NOT_IMPLEMENTED.into());
        }
        let is_released = |heap: &Self, value| heap.as_memory(value).is_some_and(|view| view.of.is_none());
        let equal = if is_released(self, a) || is_released(self, b) {
            a == b
        } else {
            let has_bytes =
                |heap: &Self, value| heap.as_memory(value).is_some() || heap.as_bytes(value).is_some();
            if !has_bytes(self, a) || !has_bytes(self, b) {
                return Ok(NOT_IMPLEMENTED.into());
            }
            let (x, y) = (self.memory_of(a)?, self.memory_of(b)?);
            x.count == y.count && (0..x.count).all(|at| self.unpack(&x, at).equals(&self.unpack(&y, at)))
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
        if let Some(of) = view.of {
            self.hash(of.into())?;
        }
        let hash = hash::of_bytes(&self.memory_bytes(&view));
        if let Obj::MemoryView(view) = self.obj_mut(value.handle().expect("a view is on the heap")) {
            Rc::make_mut(view).hash = Some(hash);
        }
        Ok(hash)
    }

    /// The next item of a view's iterator.
    pub(super) fn next_of_memory(&mut self, iterator: Handle) -> Result<Option<Value>, Escape> {
        let Obj::Iter(iter) = self.obj(iterator) else { return Ok(None) };
        let Iter::Memory { of: Some(of), next, len } = **iter else { return Ok(None) };
        let item = if next < len {
            let view = self.open_memory(of.into())?;
            Some(self.memory_item(&view, next))
        } else {
            None
        };
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

//! `memoryview`: a window on the bytes of another object: how its items lie there, and who has such windows on what.
//! Knows no methods; its items are in `memory_items`.

use std::{borrow::Cow, rc::Rc};

use super::{Cut, Escape, Format, Handle, Heap, Obj, Sym, Type, Value};

#[derive(Clone, Debug)]
pub struct MemoryView {
    /// Whose bytes they are; nobody's once the view is released.
    pub of: Option<Handle>,
    /// Who lent them, where a method `__buffer__` stands between: it is to know when the last such view has gone.
    pub lender: Option<Handle>,
    /// Where the first item begins.
    pub start: usize,
    /// Outermost first; none where the view is of one item.
    pub dimensions: Rc<[Dimension]>,
    pub format: Format,
    /// Of the format, but for a view that was asked for without one.
    pub item_size: usize,
    pub readonly: bool,
    /// Kept, so that a released view still has it.
    pub(super) hash: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension {
    pub count: usize,
    /// From the beginning of one to that of the next.
    pub stride: i64,
}

/// Which index runs fastest where items are put in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The last.
    C,
    /// The first.
    Fortran,
}

impl MemoryView {
    /// All bytes of an object.
    fn whole(of: Handle, count: usize, readonly: bool) -> Self {
        Self {
            of: Some(of),
            lender: None,
            start: 0,
            dimensions: Rc::new([Dimension { count, stride: 1 }]),
            format: Format::BYTES,
            item_size: 1,
            readonly,
            hash: None,
        }
    }

    /// How many items.
    pub fn count(&self) -> usize {
        self.dimensions.iter().map(|dimension| dimension.count).product()
    }

    pub fn bytes(&self) -> usize {
        self.count() * self.item_size
    }

    /// Whether the items lie side by side in this order.
    pub fn is_contiguous(&self, order: Order) -> bool {
        if let [only] = *self.dimensions {
            return only.count == 1 || only.stride == self.item_size as i64;
        }
        let mut stride = self.item_size as i64;
        let mut fits = |dimension: &Dimension| {
            let expected = stride;
            stride = stride.saturating_mul(dimension.count as i64);
            dimension.count <= 1 || dimension.stride == expected
        };
        self.count() == 0
            || match order {
                Order::C => self.dimensions.iter().rev().all(&mut fits),
                Order::Fortran => self.dimensions.iter().all(&mut fits),
            }
    }

    /// Whether its bytes can be had in one piece: CPython asks so where no view is made.
    pub fn is_one_piece(&self) -> bool {
        self.is_contiguous(Order::C)
    }

    /// What it says of itself under this `id()`.
    pub(super) fn text(&self, id: i64) -> String {
        let released = if self.of.is_none() { "released " } else { "" };
        format!("<{released}memory at {id:#x}>")
    }

    /// Where the items begin, in this order.
    pub(super) fn places(&self, order: Order) -> Vec<usize> {
        let mut places = vec![self.start as i64];
        let mut spread = |dimension: &Dimension| {
            let offsets = || (0..dimension.count as i64).map(|at| at * dimension.stride);
            places = places.iter().flat_map(|place| offsets().map(move |offset| place + offset)).collect();
        };
        match order {
            Order::C => self.dimensions.iter().for_each(&mut spread),
            Order::Fortran => self.dimensions.iter().rev().for_each(&mut spread),
        }
        places.into_iter().map(|place| place as usize).collect()
    }

    /// The same bytes as items of another format, in a row; they lie side by side, and their number is a multiple
    /// of an item's.
    pub fn cast(&self, format: Format) -> Self {
        let size = format.size();
        let row = Dimension { count: self.bytes() / size, stride: size as i64 };
        Self { dimensions: Rc::new([row]), format, item_size: size, ..self.clone() }
    }

    /// The same items in these dimensions; they lie side by side, and are as many.
    pub fn shaped(&self, shape: &[usize]) -> Self {
        let mut stride = self.item_size as i64;
        let mut dimensions: Vec<Dimension> = Vec::with_capacity(shape.len());
        for &count in shape.iter().rev() {
            dimensions.push(Dimension { count, stride });
            stride *= count as i64;
        }
        dimensions.reverse();
        Self { dimensions: dimensions.into(), ..self.clone() }
    }

    /// The same items for who does not ask what they are: their first bytes.
    pub fn without_format(self) -> Self {
        Self { format: Format::BYTES, ..self }
    }

    /// The same, not to be written to.
    pub fn read_only(self) -> Self {
        Self { readonly: true, ..self }
    }

    /// Some of the outermost dimension.
    pub(super) fn part(&self, cut: Cut) -> Self {
        let mut dimensions = self.dimensions.to_vec();
        let outermost = &mut dimensions[0];
        let start = (self.start as i64 + cut.start * outermost.stride).max(0) as usize;
        *outermost = Dimension { count: cut.count, stride: outermost.stride * cut.step };
        Self { start, dimensions: dimensions.into(), ..self.clone() }
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
            Some(view) if view.of.is_some() => Ok(view.clone()),
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
            _ if self.lends(value) => Err(Escape::Twin),
            _ => {
                let name = self.type_name(value);
                Err(self.type_error(format!("a bytes-like object is required, not '{name}'")))
            }
        }
    }

    /// Whether the value has no bytes itself, but a method of its class that lends some.
    pub fn lends(&self, value: Value) -> bool {
        self.user_special(value, Sym::Buffer).is_some() && self.as_bytes(value).is_none()
    }

    /// Makes a view. As long as it is not released, a bytearray behind it keeps its size: also a view that nobody
    /// holds any more is released, so its end matters.
    pub fn memory(&mut self, view: MemoryView) -> Value {
        let of = view.of;
        let made = self.alloc(Type::MemoryView, Obj::MemoryView(Rc::new(MemoryView { hash: None, ..view })));
        if let (Some(of), Value::Ref(handle)) = (of, made)
            && matches!(self.obj(of), Obj::ByteArray(_))
        {
            *self.exports.entry(of).or_default() += 1;
            self.make_mortal(handle);
        }
        made
    }

    pub fn release_memory(&mut self, handle: Handle) {
        let Obj::MemoryView(view) = self.obj_mut(handle) else { return };
        if let Some(of) = Rc::make_mut(view).of.take() {
            self.give_back(of);
        }
    }

    /// It may live on, but what lent it its bytes is free.
    pub fn leave_lender(&mut self, handle: Handle) {
        if let Obj::MemoryView(view) = self.obj_mut(handle) {
            Rc::make_mut(view).lender = None;
        }
    }

    /// Lends a view to others under this wrapper: it cannot be released before they are.
    pub fn borrow(&mut self, made: Value, wrapper: Handle, lent: Option<Handle>) {
        if let Some(handle) = made.handle()
            && let Obj::MemoryView(view) = self.obj_mut(handle)
        {
            Rc::make_mut(view).lender = Some(wrapper);
        }
        if let Some(lent) = lent {
            *self.exports.entry(lent).or_default() += 1;
        }
    }

    pub fn give_back(&mut self, of: Handle) {
        if let Some(count) = self.exports.get_mut(&of) {
            *count -= 1;
            if *count == 0 {
                self.exports.remove(&of);
            }
        }
    }

    /// How many wrappers have this view.
    pub fn lent(&self, view: Handle) -> u32 {
        self.exports.get(&view).copied().unwrap_or_default()
    }

    /// Refuses another length of a bytearray that has views.
    pub fn may_resize(&mut self, array: Handle, len: usize) -> Result<(), Escape> {
        if self.exports.contains_key(&array) && self.as_bytes(array.into()).is_some_and(|b| b.len() != len) {
            return Err(self.raise(Type::BufferError, "Existing exports of data: object cannot be re-sized"));
        }
        Ok(())
    }

    /// The bytes that a view shows, one item after the other.
    pub fn memory_bytes(&self, view: &MemoryView, order: Order) -> Vec<u8> {
        let Some(bytes) = view.of.and_then(|of| self.as_bytes(of.into())) else { return Vec::new() };
        if view.count() == 0 {
            return Vec::new();
        }
        if view.is_contiguous(order) {
            return bytes[view.start..view.start + view.bytes()].to_vec();
        }
        let items = view.places(order).into_iter();
        items.flat_map(|at| bytes[at..at + view.item_size].iter().copied()).collect()
    }

    /// The bytes of anything that has them in one piece.
    pub fn buffer(&self, value: Value) -> Option<Cow<'_, [u8]>> {
        match self.as_memory(value) {
            Some(view) if view.of.is_some() && view.is_one_piece() => {
                Some(self.memory_bytes(view, Order::C).into())
            }
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
}

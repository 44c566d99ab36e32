//! Garbage collection: mark what the roots reach, free the rest. Runs between two instructions only.

use rustc_hash::FxHashMap;

use super::{Escape, Handle, Heap, Stream, Value, builtin_types::Type, heap::SLOT_BYTES, symbols};

impl Heap {
    /// Whether enough has been allocated since the last collection.
    #[inline(always)]
    pub fn wants_collection(&self) -> bool {
        self.bytes >= self.collect_at
    }

    /// At the next safe point.
    pub fn collect_soon(&mut self) {
        self.collect_at = 0;
    }

    /// Estimated bytes in use.
    pub fn bytes_in_use(&self) -> u64 {
        self.bytes
    }

    /// Whether the program has used up its memory, as far as is known before a collection.
    pub fn is_full(&self) -> bool {
        self.is_full_with(0)
    }

    /// The same with so many bytes that are not on the heap.
    pub fn is_full_with(&self, more: u64) -> bool {
        self.bytes.saturating_add(more) > self.memory_limit
    }

    /// Notes that an object has grown.
    #[inline(always)]
    pub fn charge(&mut self, bytes: u64) {
        self.bytes += bytes;
    }

    /// The program writes: what it has written takes memory until the world is told to let go of it.
    pub fn write(&mut self, stream: Stream, text: &str) {
        let before = self.world.output.bytes();
        self.world.output.write(stream, text);
        self.charge(self.world.output.bytes() - before);
    }

    /// Nobody will go back: lets go of what has been written and answered.
    pub fn forget_past(&mut self) {
        self.bytes = self.bytes.saturating_sub(self.world.output.bytes());
        self.world.forget();
    }

    /// Refuses what cannot fit. To be asked before anything big is made.
    pub fn room_for(&mut self, bytes: u64) -> Result<(), Escape> {
        match self.bytes.checked_add(bytes) {
            Some(total) if total <= self.memory_limit => Ok(()),
            _ => {
                self.refused = true;
                Err(self.no_memory())
            }
        }
    }

    /// Whether something did not fit since this was asked last: without the garbage it may.
    /// A native cannot go on before the program has been asked what number the value is.
    pub fn wants_index(&mut self, value: Value) -> Escape {
        self.wanted_index = value;
        Escape::Twin
    }

    pub fn take_wanted_index(&mut self) -> Option<Value> {
        std::mem::replace(&mut self.wanted_index, Value::Null).present()
    }

    pub fn take_refused(&mut self) -> bool {
        std::mem::take(&mut self.refused)
    }

    pub fn no_memory(&mut self) -> Escape {
        self.raise_args(Type::MemoryError, Vec::new())
    }

    /// Frees all that cannot be reached from `roots` or from the heap's own tables.
    pub fn collect(&mut self, roots: impl Iterator<Item = Value>) {
        let roots: Vec<Value> = roots.collect();
        let order = self.collection_order(&roots);
        let mut marks = Marks { bits: vec![0; self.pages()], waiting: Vec::new(), bytes: 0 };
        (0..=symbols::EMPTY_TUPLE.0).for_each(|fixed| marks.see(Value::Ref(Handle(fixed))));
        self.interned_handles().for_each(|handle| marks.see(handle.into()));
        [self.prelude, self.builtins, self.modules].into_iter().for_each(|root| marks.see(root));
        roots.into_iter().for_each(|root| marks.see(root));
        self.mark_waiting(&mut marks);
        // What a finalizer will want to see.
        self.dying().into_iter().for_each(|dying| marks.see(dying.into()));
        self.mark_waiting(&mut marks);
        let mut garbage: Vec<Handle> =
            self.mortals().into_iter().filter(|&mortal| !marks.has(mortal)).collect();
        if let (Some(order), true) = (&order, garbage.len() > 1) {
            let places: FxHashMap<Handle, usize> =
                order.garbage.iter().enumerate().map(|(at, &each)| (each, at)).collect();
            garbage.sort_by_key(|each| places.get(each).copied());
        }
        garbage.iter().for_each(|&mortal| marks.see(mortal.into()));
        self.mark_waiting(&mut marks);
        self.end_garbage(garbage);
        if let Some(order) = order {
            self.leave_order(order, |handle| marks.has(handle));
        }
        self.forget_ways(|handle| marks.has(handle));
        for (page, marked) in marks.bits.into_iter().enumerate() {
            self.sweep_page(page, marked);
        }
        self.restart_cursor();
        let bytes = marks.bytes + self.world.output.bytes();
        self.bytes = bytes;
        self.collect_at = (bytes * 2).max(16 << 20).min(self.memory_limit.max(bytes + (1 << 20)));
    }

    fn mark_waiting(&self, marks: &mut Marks) {
        while let Some(handle) = marks.waiting.pop() {
            let slot = self.slot(handle);
            marks.bytes += SLOT_BYTES + slot.obj.payload_bytes();
            marks.see(slot.class.into());
            if let Some(dict) = slot.dict {
                marks.see(dict.handle().into());
            }
            slot.obj.visit(&mut |value| marks.see(value));
        }
    }
}

struct Marks {
    /// One word a page.
    bits: Vec<u64>,
    waiting: Vec<Handle>,
    bytes: u64,
}

impl Marks {
    fn has(&self, handle: Handle) -> bool {
        self.bits[handle.0 as usize / 64] >> (handle.0 % 64) & 1 == 1
    }

    fn see(&mut self, value: Value) {
        let Value::Ref(handle) = value else { return };
        let (page, bit) = (handle.0 as usize / 64, 1 << (handle.0 % 64));
        if self.bits[page] & bit == 0 {
            self.bits[page] |= bit;
            self.waiting.push(handle);
        }
    }
}

//! The heap: pages of 64 objects that clones share until one of them writes. Knows no stack and no frame;
//! whoever collects garbage says what is still in use.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::dialect::Dialect;

use super::{
    Dict, Handle, Obj, Sym, Value, builtin_types::Type, compiled::Compilations, shared::Shared, text::Str,
    weak::WeakTable, world::World,
};

/// One object's place.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Its type object.
    pub class: Handle,
    /// The dict with its attributes, where it has one: a class's, an instance's, a function's.
    pub dict: Option<DictHandle>,
    pub obj: Obj,
}

/// The handle of a dict, never that of object 0 (which is the type `object`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DictHandle(std::num::NonZeroU32);

impl DictHandle {
    pub fn new(handle: Handle) -> Self {
        Self(std::num::NonZeroU32::new(handle.0).expect("object 0 is no dict"))
    }

    pub fn handle(self) -> Handle {
        Handle(self.0.get())
    }
}

const PAGE: usize = 64;

#[derive(Clone, Debug)]
struct Page {
    slots: [Slot; PAGE],
}

#[derive(Clone, Debug)]
pub struct Heap {
    pages: Vec<Rc<Page>>,
    /// A bit for each object of each page: in use.
    live: Vec<u64>,
    /// The page in which the next object may find room.
    cursor: usize,
    interned: Rc<FxHashMap<Rc<str>, Handle>>,
    /// Estimated bytes in use: exact after a collection, growing until the next. A function of what the
    /// program did, never of how the memory really lies, so that a replay collects at the same moments.
    pub(super) bytes: u64,
    pub(super) collect_at: u64,
    pub(super) memory_limit: u64,
    pub(super) refused: bool,
    /// The argument that a native could not go on without its index.
    pub(super) wanted_index: Value,
    /// What the program would see die, if there is any such object.
    pub(super) lifetimes: Option<Box<super::lifetimes::Lifetimes>>,
    /// The containers in the order in which the last collection has left them, if one has minded.
    pub(super) order: Option<Rc<Vec<Handle>>>,
    /// How many views each bytearray has that are not released.
    pub(super) exports: FxHashMap<Handle, u32>,
    /// How deep Rust code that walks nested values is.
    pub(super) nesting: u32,
    /// Iterators of others that the running native has walked over, as they were before.
    pub(super) walked: Vec<(Handle, Obj)>,
    pub shared: Rc<Shared>,
    pub world: World,
    pub(super) weak: WeakTable,
    /// What `gc.isenabled()` says; the machine collects when it must all the same.
    pub gc_enabled: bool,
    pub compilations: Compilations,
    pub dialect: &'static Dialect,
    /// How many frames there may be.
    pub recursion_limit: u32,
    /// At how many the machine looks again whether there may be more.
    pub look_at_depth: u32,
    /// Ints of more decimal digits are neither read nor written; 0: of any number.
    pub most_digits: usize,
    /// How many frames a new coroutine remembers of those that made it.
    pub origin_depth: usize,
    /// The prelude's functions.
    pub prelude: Value,
    /// The `builtins` module's names.
    pub builtins: Value,
    /// `sys.modules`.
    pub modules: Value,
}

pub(super) const SLOT_BYTES: u64 = std::mem::size_of::<Slot>() as u64;
const PAGE_BYTES: u64 = SLOT_BYTES * PAGE as u64;
/// CPython's default.
const RECURSION_LIMIT: u32 = 1000;
const FRAMES_BETWEEN_LOOKS: u32 = 10_000;
const FIRST_COLLECTION: u64 = 16 << 20;

impl Heap {
    /// A heap with nothing on it: [`super::boot`] fills it.
    pub(super) fn empty(memory_limit: u64, dialect: &'static Dialect) -> Self {
        Self {
            pages: Vec::new(),
            live: Vec::new(),
            cursor: 0,
            interned: Rc::default(),
            bytes: 0,
            collect_at: FIRST_COLLECTION.min(memory_limit),
            memory_limit,
            refused: false,
            wanted_index: Value::Null,
            lifetimes: None,
            order: None,
            exports: FxHashMap::default(),
            nesting: 0,
            walked: Vec::new(),
            shared: Rc::default(),
            world: World::default(),
            weak: WeakTable::default(),
            gc_enabled: true,
            compilations: Compilations::default(),
            dialect,
            recursion_limit: RECURSION_LIMIT,
            look_at_depth: RECURSION_LIMIT,
            most_digits: crate::literal::MOST_DIGITS,
            origin_depth: 0,
            prelude: Value::Null,
            builtins: Value::Null,
            modules: Value::Null,
        }
    }

    #[inline(always)]
    pub fn slot(&self, handle: Handle) -> &Slot {
        &self.pages[handle.0 as usize / PAGE].slots[handle.0 as usize % PAGE]
    }

    #[inline(always)]
    pub fn slot_mut(&mut self, handle: Handle) -> &mut Slot {
        if let Some(lifetimes) = &mut self.lifetimes {
            lifetimes.touch(handle);
        }
        let page = self.shared.own(&mut self.pages[handle.0 as usize / PAGE], |_| PAGE_BYTES);
        &mut page.slots[handle.0 as usize % PAGE]
    }

    /// What the object holds behind a pointer of its own, to be changed; `part` finds it, or it is a
    /// different kind of object.
    #[inline(always)]
    pub(super) fn part_mut<T: Clone>(
        &mut self,
        handle: Handle,
        part: fn(&mut Obj) -> Option<&mut Rc<T>>,
        size: impl FnOnce(&T) -> u64,
    ) -> Option<&mut T> {
        if let Some(lifetimes) = &mut self.lifetimes {
            lifetimes.touch(handle);
        }
        self.part_told(handle, part, size)
    }

    /// The same, for those that say themselves what the object gains and loses.
    #[inline(always)]
    pub(super) fn part_told<T: Clone>(
        &mut self,
        handle: Handle,
        part: fn(&mut Obj) -> Option<&mut Rc<T>>,
        size: impl FnOnce(&T) -> u64,
    ) -> Option<&mut T> {
        let page = self.shared.own(&mut self.pages[handle.0 as usize / PAGE], |_| PAGE_BYTES);
        let obj = &mut page.slots[handle.0 as usize % PAGE].obj;
        part(obj).map(|part| self.shared.own(part, size))
    }

    #[inline(always)]
    pub fn obj(&self, handle: Handle) -> &Obj {
        &self.slot(handle).obj
    }

    #[inline(always)]
    pub fn obj_mut(&mut self, handle: Handle) -> &mut Obj {
        &mut self.slot_mut(handle).obj
    }

    /// Puts an object on the heap.
    pub fn alloc(&mut self, class: impl Into<Handle>, obj: Obj) -> Value {
        Value::Ref(self.alloc_handle(class.into(), obj))
    }

    pub fn alloc_handle(&mut self, class: Handle, obj: Obj) -> Handle {
        let made = self.put(class, obj);
        if Type::at(class).is_none() && self.lookup(class, Sym::Del).is_some() {
            self.make_mortal(made);
        }
        made
    }

    #[inline]
    fn put(&mut self, class: Handle, obj: Obj) -> Handle {
        self.bytes += SLOT_BYTES + obj.payload_bytes();
        let slot = Slot { class, dict: None, obj };
        while let Some(&live) = self.live.get(self.cursor) {
            if live != u64::MAX {
                let at = live.trailing_ones() as usize;
                self.live[self.cursor] |= 1 << at;
                self.shared.own(&mut self.pages[self.cursor], |_| PAGE_BYTES).slots[at] = slot;
                return Handle((self.cursor * PAGE + at) as u32);
            }
            self.cursor += 1;
        }
        let free = Slot { class: Type::Object.handle(), dict: None, obj: Obj::Free };
        let mut slots = std::array::from_fn(|_| free.clone());
        slots[0] = slot;
        self.pages.push(Rc::new(Page { slots }));
        self.live.push(1);
        assert!(self.pages.len() < 1 << 26, "a handle has 32 bits");
        Handle((self.cursor * PAGE) as u32)
    }

    /// Leaves what earlier clones share, and takes a memory limit of its own.
    pub fn forget_shared(&mut self, memory_limit: u64) {
        self.memory_limit = memory_limit;
        self.collect_at = FIRST_COLLECTION.min(memory_limit);
    }

    pub fn set_recursion_limit(&mut self, limit: u32) {
        self.recursion_limit = limit;
        self.look_at_depth = limit.min(FRAMES_BETWEEN_LOOKS);
    }

    /// So many frames are no harm.
    pub fn look_deeper(&mut self, depth: u32) {
        self.look_at_depth = self.recursion_limit.min(depth.saturating_add(FRAMES_BETWEEN_LOOKS));
    }

    /// A number that no clone has had before.
    pub fn new_version(&self) -> u64 {
        self.shared.new_version()
    }

    /// The one string object with this text that names are compared by.
    pub fn intern(&mut self, text: &str) -> Handle {
        if let Some(&handle) = self.interned.get(text) {
            return handle;
        }
        let text: Rc<str> = text.into();
        let handle = self.alloc_handle(Type::Str.handle(), Obj::Str(Rc::new(Str::from(text.clone()))));
        Rc::make_mut(&mut self.interned).insert(text, handle);
        handle
    }

    /// The interned string with this text, if there is one.
    pub fn interned(&self, text: &str) -> Option<Handle> {
        self.interned.get(text).copied()
    }

    pub(super) fn interned_handles(&self) -> impl Iterator<Item = Handle> + '_ {
        self.interned.values().copied()
    }

    /// All objects that have not been swept away.
    pub(super) fn live_handles(&self) -> impl Iterator<Item = Handle> + '_ {
        self.live.iter().enumerate().flat_map(|(page, &live)| {
            let here = (0..PAGE).filter(move |at| live >> at & 1 == 1);
            here.map(move |at| Handle((page * PAGE + at) as u32))
        })
    }

    pub(super) fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Frees every object of the page that is not marked.
    pub(super) fn sweep_page(&mut self, page: usize, marked: u64) {
        let dead = self.live[page] & !marked;
        if dead != 0 {
            self.live[page] = marked;
            let dead = (0..PAGE).filter(|at| dead >> at & 1 == 1);
            match Rc::get_mut(&mut self.pages[page]) {
                Some(page) => dead.for_each(|at| page.slots[at].obj = Obj::Free),
                // A page that a clone still shares keeps its dead: freeing them there would only copy it.
                None => {
                    let kept: u64 = dead.map(|at| self.pages[page].slots[at].obj.payload_bytes()).sum();
                    self.shared.kept(kept);
                }
            }
        }
    }

    pub(super) fn restart_cursor(&mut self) {
        self.cursor = 0;
    }

    /// The dict that holds the object's attributes.
    #[inline(always)]
    pub fn attributes(&self, handle: Handle) -> Option<&Dict> {
        let dict = self.slot(handle).dict?;
        match self.obj(dict.handle()) {
            Obj::Dict(dict) => Some(dict),
            _ => None,
        }
    }
}

impl From<Type> for Handle {
    fn from(of: Type) -> Self {
        of.handle()
    }
}

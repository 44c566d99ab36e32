//! When objects die, where the program can see it: those with a finalizer, as long as there are any.
//!
//! CPython counts references; here nothing does. Instead each object whose end matters ("mortal") has a known
//! way from a root to it. While every link of these ways holds, nobody has died. When one breaks, the object
//! looks for another holder: who holds what is written down, once for each object that can be reached, and again
//! for those that have been written to since. An object that no way leads to, be it from a root or from a ring of
//! objects that keep each other, is one whose references CPython would have counted down to nothing.

mod ends;
mod losses;
mod nodes;
mod parts;
mod search;

use rustc_hash::{FxHashMap, FxHashSet};

pub use ends::Ending;
use ends::Work;
use nodes::{Bits, Link, Nodes};

use super::{Handle, Heap, Value};

/// What the machine itself holds.
#[derive(Clone, Debug, Default)]
pub struct Roots<'a> {
    pub stack: &'a [Value],
    /// Beside the stack.
    pub others: Vec<Value>,
}

/// A moment between two instructions, as far as the machine knows it.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    pub stack: &'a [Value],
    /// Places below this one belong to frames that wait, and were not written to by the last instruction.
    pub settled: usize,
    /// How many frames wait.
    pub frames: usize,
    /// What the machine holds beside the stack; without that of so many of the outermost frames.
    pub beside: &'a dyn Fn(usize) -> Vec<Value>,
}

/// What may have cost an object its holder.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// It holds this one no more, or once less.
    Lost(Handle, Handle),
    /// Anything may have happened to it.
    Touched(Handle),
}

#[derive(Clone, Debug, Default)]
pub struct Lifetimes {
    nodes: Nodes,
    /// How many mortals there are.
    count: usize,
    created: u64,
    /// What the program's end finalizes, the last first: nothing that comes later.
    last: Option<Vec<(Handle, u64)>>,
    /// Mortals that no way is known to yet.
    fresh: Vec<Handle>,
    /// Objects whose parts know that they are held by them.
    known: Bits,
    known_count: usize,
    /// Of those that hold others of a way.
    watched: Bits,
    /// Objects that have been written to: some that they held may be held no longer.
    loose: Bits,
    /// Objects that have died: they hold nothing.
    gone: Bits,
    /// Objects whose parts do not know.
    changed: Vec<Handle>,
    /// What happened to watched objects since the last look.
    events: Vec<Event>,
    /// Objects of a way that the stack holds, lowest place first.
    on_stack: Vec<(u32, Handle)>,
    /// Objects of a way that the machine holds beside the stack.
    by_machine: Vec<Handle>,
    /// Places on the stack below this one are as they were at the last look, or at the last search.
    settled: usize,
    searched: usize,
    /// The same of frames, as far as searches go.
    searched_frames: usize,
    /// What the machine has ever been seen to hold beside the stack.
    beside: Bits,
    /// What lay on the stack of a frame that has returned, and where: some of it twice.
    left: Vec<(Handle, u32)>,
    /// What has gone from the stack since the last look went from the top down.
    unwinding: bool,
    /// What is to be done, or waits for a finalizer to return: the last first.
    works: Vec<Work>,
    /// Objects whose finalizer has run already.
    finalized: FxHashSet<Handle>,
}

/// So many objects may change before all that is known of holders is thrown away, beside half of what is known.
const MANY_CHANGES: usize = 10_000;

impl Lifetimes {
    /// Notes that an object is about to be written to.
    #[inline]
    pub(super) fn touch(&mut self, handle: Handle) {
        if self.known.has(handle) {
            self.known.remove(handle);
            self.loose.add(handle);
            self.change(handle);
        }
        if self.count > 0
            && self.watched.has(handle)
            && !matches!(self.events.last(), Some(Event::Touched(last)) if *last == handle)
        {
            self.events.push(Event::Touched(handle));
        }
    }

    fn change(&mut self, handle: Handle) {
        if self.changed.len() > MANY_CHANGES + self.known_count / 2 {
            self.forget_holders();
        } else {
            self.changed.push(handle);
        }
    }

    /// All that can be reached is to be looked at again.
    fn forget_holders(&mut self) {
        self.known.clear();
        self.loose.clear();
        self.gone.clear();
        self.changed.clear();
        self.nodes.forget_holders();
        (self.known_count, self.searched, self.searched_frames) = (0, 0, 0);
    }

    /// The holder holds this one once more.
    fn gained(&mut self, holder: Handle, part: Handle) {
        if self.known.has(holder) {
            self.nodes.add_holder(part, holder, self.loose.has(holder));
            if !self.known.has(part) {
                self.change(part);
            }
        }
    }

    /// The holder holds this one once less.
    fn lost(&mut self, holder: Handle, part: Handle) {
        if self.known.has(holder) && !self.loose.has(holder) {
            self.nodes.drop_holder(part, holder);
        }
        if self.count > 0 && self.nodes.is_held_by(part, holder) {
            self.events.push(Event::Lost(holder, part));
        }
    }

    fn set_link(&mut self, handle: Handle, link: Link) {
        if self.nodes.link(handle) == link {
            return;
        }
        self.nodes.set_link(handle, link);
        match link {
            Link::Held(holder) | Link::Ring(holder) => self.watched.add(holder),
            Link::Stack(at) => {
                if let Err(place) = self.on_stack.binary_search(&(at, handle)) {
                    self.on_stack.insert(place, (at, handle));
                }
            }
            Link::Machine => self.by_machine.push(handle),
            Link::None | Link::Fixed | Link::Pending => {}
        }
    }

    fn forget(&mut self, handle: Handle) {
        if self.nodes.mortal(handle) == 0 {
            return;
        }
        self.nodes.set_mortal(handle, 0);
        self.count -= 1;
        if self.count == 0 && self.works.is_empty() {
            self.rest();
        }
    }

    /// Nobody's end matters: until there is another mortal, only holders are kept account of.
    fn rest(&mut self) {
        self.nodes.forget_links();
        self.fresh.clear();
        self.events.clear();
        self.on_stack.clear();
        self.by_machine.clear();
        (self.settled, self.searched, self.searched_frames) = (0, 0, 0);
        self.left.clear();
    }
}

impl Heap {
    /// Whether any object's end would be seen.
    #[inline(always)]
    pub fn has_mortals(&self) -> bool {
        self.lifetimes.as_ref().is_some_and(|lifetimes| lifetimes.count > 0 || !lifetimes.works.is_empty())
    }

    /// From now on the object's end is to be noticed.
    pub fn make_mortal(&mut self, handle: Handle) {
        let lifetimes = self.lifetimes.get_or_insert_default();
        if lifetimes.nodes.mortal(handle) != 0 {
            return;
        }
        lifetimes.created += 1;
        lifetimes.count += 1;
        lifetimes.nodes.set_mortal(handle, lifetimes.created);
        if lifetimes.nodes.link(handle) == Link::None {
            lifetimes.fresh.push(handle);
        }
    }

    /// An exception takes values from the stack: from its top down.
    pub fn unwinds(&mut self) {
        if let Some(lifetimes) = &mut self.lifetimes {
            lifetimes.unwinding = lifetimes.count > 0;
        }
    }

    /// A frame returns, and lets go of its variables from the first to the last: an object that is in several goes
    /// with the last of them.
    #[cold]
    pub fn leaves(&mut self, stack: &[Value], floor: usize) {
        let Some(mut life) = self.lifetimes.take() else { return };
        for (at, value) in stack.iter().enumerate().skip(floor) {
            let Value::Ref(handle) = *value else { continue };
            match life.nodes.link(handle) {
                Link::Stack(place) if place as usize >= floor => life.left.push((handle, at as u32)),
                // What others are held by holds them until its turn.
                Link::None if !self.is_leaf(handle) => life.left.push((handle, at as u32)),
                _ => {}
            }
        }
        self.lifetimes = Some(life);
    }

    /// Nobody cares any more.
    pub fn forget_mortal(&mut self, handle: Handle) {
        if let Some(lifetimes) = &mut self.lifetimes {
            lifetimes.forget(handle);
        }
    }

    /// All mortals, in order of creation.
    pub fn mortals(&self) -> Vec<Handle> {
        self.lifetimes.as_ref().map_or_else(Vec::new, |lifetimes| lifetimes.nodes.mortals())
    }

    /// The program has ended: the next mortal in the order of CPython's last collection. What the finalizers of the others make, and keep, keeps
    /// them all: CPython's collector finds that it comes from outside, and gives up.
    pub fn first_left(&mut self) -> Option<Handle> {
        if self.lifetimes.as_ref()?.last.is_none() {
            let last = self.left_in_order();
            let lifetimes = self.lifetimes.as_mut()?;
            lifetimes.last =
                Some(last.into_iter().map(|each| (each, lifetimes.nodes.mortal(each))).collect());
        }
        let Lifetimes { last, nodes, .. } = &mut **self.lifetimes.as_mut()?;
        let last = last.as_mut()?;
        while let Some((next, number)) = last.pop() {
            // Another may lie in its place.
            if nodes.mortal(next) == number {
                return Some(next);
            }
        }
        None
    }

    /// The mortals, the last of the collector's list first: what a collection has left, then the rest by age. Until one
    /// has made room places tell the age, and that of a generator better than when its end began to matter.
    fn left_in_order(&self) -> Vec<Handle> {
        let mut left = self.mortals();
        let order = self
            .order
            .as_ref()
            .map(|order| order.iter().enumerate().map(|(at, &each)| (each, at)).collect::<FxHashMap<_, _>>());
        match order {
            None => left.sort_unstable(),
            // Those are in the order of age already.
            Some(order) => left.sort_by_key(|each| order.get(each).copied().unwrap_or(usize::MAX)),
        }
        left.reverse();
        left
    }

    /// A value has been put into an object; nothing else of it has changed.
    #[inline]
    pub(super) fn gains(&mut self, holder: Handle, value: Value) {
        if self.lifetimes.is_some() {
            self.note(holder, value, Lifetimes::gained);
        }
    }

    /// A value has been taken out of an object; nothing else of it has changed.
    #[inline]
    pub(super) fn loses(&mut self, holder: Handle, value: Value) {
        if self.lifetimes.is_some() {
            self.note(holder, value, Lifetimes::lost);
        }
    }

    #[cold]
    fn note(&mut self, holder: Handle, value: Value, what: fn(&mut Lifetimes, Handle, Handle)) {
        if let Value::Ref(part) = value
            && !self.is_leaf(part)
            && self.as_class(value).is_none()
            && let Some(lifetimes) = &mut self.lifetimes
        {
            what(lifetimes, holder, part);
        }
    }
}

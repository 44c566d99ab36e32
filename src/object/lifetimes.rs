//! When objects die, where the program can see it: those with a finalizer, as long as there are any.
//!
//! CPython counts references; here nothing does. Instead each object whose end matters ("mortal") has a known
//! way from a root to it. While every link of these ways holds, nobody has died. Only when one breaks is the heap
//! searched for another way.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Handle, Heap, Obj, Value};

/// Where a way begins, or what the object before it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A place on the value stack.
    Stack(u32),
    /// Something that the machine holds for good, or as long as a frame is open.
    Machine,
    Held(Handle),
}

/// What the machine itself holds.
#[derive(Clone, Debug, Default)]
pub struct Roots<'a> {
    pub stack: &'a [Value],
    /// Beside the stack.
    pub others: Vec<Value>,
}

#[derive(Clone, Debug, Default)]
pub struct Lifetimes {
    /// With a number in order of creation.
    mortals: FxHashMap<Handle, u64>,
    created: u64,
    /// Mortals that no way is known to yet.
    fresh: Vec<Handle>,
    /// The last known link to each object of a way.
    links: FxHashMap<Handle, Link>,
    /// Objects that hold others of a way, and those.
    holders: FxHashMap<Handle, FxHashSet<Handle>>,
    /// Objects of a way that a root holds.
    held_by_roots: Vec<(Handle, Link)>,
    /// Holders that were written to since the last look.
    touched: Vec<Handle>,
    /// A mortal was found dead at the last look: there may be more.
    unsettled: bool,
    /// Mortals that cannot be reached but that a cycle of garbage keeps: only a collection finds them.
    cyclic: FxHashSet<Handle>,
    /// A collection has found them: they may die.
    released: bool,
    /// Of what died last, the weak references that nothing held either.
    lost_refs: Vec<Handle>,
    /// For each finalizer that runs: those that have died with its object, and wait for it to end.
    aside: Vec<Vec<Handle>>,
}

impl Lifetimes {
    /// Notes that an object is about to be written to.
    #[inline]
    pub(super) fn touch(&mut self, handle: Handle) {
        if self.holders.contains_key(&handle) && self.touched.last() != Some(&handle) {
            self.touched.push(handle);
        }
    }

    /// Whether nothing has changed on any way.
    #[inline]
    fn is_quiet(&self, roots: &Roots) -> bool {
        !self.unsettled
            && self.fresh.is_empty()
            && self.touched.is_empty()
            && self.held_by_roots.iter().all(|&at| holds(roots, at))
    }

    fn hold(&mut self, handle: Handle, link: Link) {
        self.links.insert(handle, link);
        match link {
            Link::Held(holder) => {
                self.holders.entry(holder).or_default().insert(handle);
            }
            root => self.held_by_roots.push((handle, root)),
        }
    }
}

fn holds(roots: &Roots, (handle, link): (Handle, Link)) -> bool {
    match link {
        Link::Stack(at) => roots.stack.get(at as usize) == Some(&Value::Ref(handle)),
        _ => roots.others.contains(&Value::Ref(handle)),
    }
}

impl Heap {
    /// Whether any object's end would be seen.
    #[inline(always)]
    pub fn has_mortals(&self) -> bool {
        self.lifetimes.is_some()
    }

    /// From now on the object's end is to be noticed.
    pub fn make_mortal(&mut self, handle: Handle) {
        let lifetimes = self.lifetimes.get_or_insert_default();
        lifetimes.created += 1;
        let number = lifetimes.created;
        if let std::collections::hash_map::Entry::Vacant(place) = lifetimes.mortals.entry(handle) {
            place.insert(number);
            lifetimes.fresh.push(handle);
        }
    }

    /// Nobody cares any more.
    pub fn forget_mortal(&mut self, handle: Handle) {
        let Some(lifetimes) = &mut self.lifetimes else { return };
        lifetimes.mortals.remove(&handle);
        lifetimes.cyclic.remove(&handle);
        lifetimes.fresh.retain(|&each| each != handle);
        if lifetimes.mortals.is_empty() {
            self.lifetimes = None;
        }
    }

    /// All mortals, in order of creation.
    pub fn mortals(&self) -> Vec<Handle> {
        let Some(lifetimes) = &self.lifetimes else { return Vec::new() };
        let mut mortals: Vec<_> =
            lifetimes.mortals.iter().map(|(&handle, &number)| (number, handle)).collect();
        mortals.sort_unstable();
        mortals.into_iter().map(|(_, handle)| handle).collect()
    }

    /// A mortal that has died, if there is one: of several, the one that CPython would take apart first.
    pub fn next_dead(&mut self, roots: &Roots) -> Option<Handle> {
        let mut lifetimes = self.lifetimes.take()?;
        let dead = if lifetimes.is_quiet(roots) || self.mend(&mut lifetimes, roots) {
            None
        } else {
            self.search(&mut lifetimes, roots)
        };
        self.lifetimes = Some(lifetimes);
        dead
    }

    /// The finalizer that began last has ended: those that have died with its object are next.
    pub fn finalized(&mut self) {
        if let Some(lifetimes) = &mut self.lifetimes {
            lifetimes.aside.pop();
            lifetimes.unsettled = true;
        }
    }

    /// Whether nothing held the weak reference when what it refers to died.
    pub(super) fn died_too(&self, weak: Handle) -> bool {
        self.lifetimes.as_ref().is_some_and(|lifetimes| lifetimes.lost_refs.contains(&weak))
    }

    /// What an object holds, at whatever depth, unless it is part of a cycle.
    pub(super) fn held_by_dead(&self, dead: Handle) -> FxHashSet<Handle> {
        let mut seen = FxHashSet::default();
        let mut waiting = vec![dead];
        while let Some(next) = waiting.pop() {
            let (Obj::Plain | Obj::Slots(_) | Obj::Dict(_) | Obj::List(_) | Obj::Tuple(_)) = self.obj(next)
            else {
                continue;
            };
            let dict = self.slot(next).dict.map(|dict| Value::Ref(dict.handle()));
            let mut parts: Vec<Handle> = dict.and_then(Value::handle).into_iter().collect();
            self.obj(next).visit(&mut |part| parts.extend(part.handle()));
            waiting.extend(parts.into_iter().filter(|&part| seen.insert(part)));
        }
        if seen.contains(&dead) { FxHashSet::default() } else { seen }
    }

    /// Finds another link for what has lost its own, or is new, if that is easy. Says whether it was.
    fn mend(&self, lifetimes: &mut Lifetimes, roots: &Roots) -> bool {
        if lifetimes.unsettled {
            return false;
        }
        for holder in std::mem::take(&mut lifetimes.touched) {
            let wanted = &lifetimes.holders[&holder];
            let mut seen = FxHashSet::default();
            self.each_part(holder, &mut |part| {
                seen.extend(part.handle().filter(|part| wanted.contains(part)));
            });
            if seen.len() < wanted.len() {
                return false;
            }
        }
        let (held, lost): (Vec<_>, Vec<_>) =
            std::mem::take(&mut lifetimes.held_by_roots).into_iter().partition(|&at| holds(roots, at));
        lifetimes.held_by_roots = held;
        let fresh = std::mem::take(&mut lifetimes.fresh);
        for handle in lost.into_iter().map(|(handle, _)| handle).chain(fresh) {
            let Some(link) = self.near(handle, roots) else {
                lifetimes.unsettled = true;
                return false;
            };
            lifetimes.hold(handle, link);
            if let Link::Held(holder) = link
                && !lifetimes.links.contains_key(&holder)
            {
                let place = roots.stack.iter().rposition(|&value| value == Value::Ref(holder));
                lifetimes.hold(holder, Link::Stack(place.unwrap_or_default() as u32));
            }
        }
        true
    }

    /// A link that needs no search: from the stack, or from what lies there.
    fn near(&self, handle: Handle, roots: &Roots) -> Option<Link> {
        const MOST: usize = 64;
        let wanted = Value::Ref(handle);
        if let Some(at) = roots.stack.iter().rposition(|&value| value == wanted) {
            return Some(Link::Stack(at as u32));
        }
        if roots.others.contains(&wanted) {
            return Some(Link::Machine);
        }
        roots.stack.iter().rev().take(MOST).filter_map(|value| value.handle()).find_map(|holder| {
            let found = match self.obj(holder) {
                Obj::List(items) => items.iter().rev().take(MOST).any(|&item| item == wanted),
                Obj::Dict(dict) => dict.iter().rev().take(MOST).any(|entry| entry.value == wanted),
                Obj::Plain | Obj::Cell(_) | Obj::Method(_) | Obj::Tuple(_) => {
                    let mut found = false;
                    self.obj(holder).visit(&mut |part| found |= part == wanted);
                    found
                }
                _ => false,
            };
            found.then_some(Link::Held(holder))
        })
    }

    /// Every value that the object holds: its class and its attributes' dict included.
    pub fn each_part(&self, handle: Handle, see: &mut impl FnMut(Value)) {
        let slot = self.slot(handle);
        see(slot.class.into());
        if let Some(dict) = slot.dict {
            see(dict.handle().into());
        }
        slot.obj.visit(see);
    }

    /// Looks for a way to every mortal. Answers with one that has died.
    fn search(&self, lifetimes: &mut Lifetimes, roots: &Roots) -> Option<Handle> {
        let reached = self.reach(roots);
        let old = std::mem::take(&mut lifetimes.links);
        lifetimes.holders.clear();
        lifetimes.held_by_roots.clear();
        lifetimes.touched.clear();
        lifetimes.fresh.clear();
        lifetimes.unsettled = false;
        let mut dead = Vec::new();
        let waiting: FxHashSet<Handle> = lifetimes.aside.iter().flatten().copied().collect();
        let mortals: Vec<Handle> =
            lifetimes.mortals.keys().copied().filter(|each| !waiting.contains(each)).collect();
        for mortal in mortals {
            if !reached.contains_key(&mortal) {
                dead.push(mortal);
                continue;
            }
            lifetimes.cyclic.remove(&mortal);
            let mut at = mortal;
            while !lifetimes.links.contains_key(&at) {
                let link = reached[&at];
                lifetimes.hold(at, link);
                if let Link::Held(holder) = link {
                    at = holder;
                }
            }
        }
        if !lifetimes.released {
            for &mortal in &dead {
                if self.is_kept_by_cycle(mortal, &old, &reached) {
                    lifetimes.cyclic.insert(mortal);
                }
            }
            dead.retain(|mortal| !lifetimes.cyclic.contains(mortal));
        }
        lifetimes.released &= !dead.is_empty();
        let first = self.first_to_go(&dead, &old, &reached)?;
        lifetimes.lost_refs =
            self.weak_refs(first).iter().copied().filter(|each| !reached.contains_key(each)).collect();
        lifetimes.aside.push(dead.into_iter().filter(|&each| each != first).collect());
        // Where they were says in which order they go.
        lifetimes.links.extend(old.into_iter().filter(|(handle, _)| !reached.contains_key(handle)));
        Some(first)
    }

    /// How everything that can be reached is reached, breadth first, from the stack before all else.
    pub(super) fn reach(&self, roots: &Roots) -> FxHashMap<Handle, Link> {
        let mut links = FxHashMap::default();
        let mut waiting = std::collections::VecDeque::new();
        let stack = roots.stack.iter().enumerate().map(|(at, &value)| (value, Link::Stack(at as u32)));
        let own = [self.prelude, self.builtins, self.modules].into_iter().chain(roots.others.iter().copied());
        for (value, link) in stack.chain(own.map(|value| (value, Link::Machine))) {
            if let Value::Ref(handle) = value {
                links.entry(handle).or_insert_with(|| {
                    waiting.push_back(handle);
                    link
                });
            }
        }
        while let Some(holder) = waiting.pop_front() {
            self.each_part(holder, &mut |part| {
                if let Value::Ref(part) = part {
                    links.entry(part).or_insert_with(|| {
                        waiting.push_back(part);
                        Link::Held(holder)
                    });
                }
            });
        }
        links
    }

    /// Whether the object, or one that held it when it was last seen, holds itself in the end.
    fn is_kept_by_cycle(
        &self,
        mortal: Handle,
        old: &FxHashMap<Handle, Link>,
        reached: &FxHashMap<Handle, Link>,
    ) -> bool {
        let mut at = mortal;
        let mut ways = 0;
        loop {
            if self.reaches_itself(at, reached) {
                return true;
            }
            ways += 1;
            match old.get(&at) {
                Some(&Link::Held(holder)) if !reached.contains_key(&holder) && ways < 1000 => at = holder,
                _ => return false,
            }
        }
    }

    fn reaches_itself(&self, from: Handle, reached: &FxHashMap<Handle, Link>) -> bool {
        let mut seen = FxHashSet::default();
        let mut waiting = vec![from];
        let mut found = false;
        while let Some(next) = waiting.pop() {
            self.each_part(next, &mut |part| {
                if let Value::Ref(part) = part
                    && !reached.contains_key(&part)
                {
                    found |= part == from;
                    if seen.insert(part) {
                        waiting.push(part);
                    }
                }
            });
        }
        found
    }

    /// A collection has found the mortals that only a cycle kept: they die now.
    pub(super) fn release_cyclic(&mut self) {
        if let Some(lifetimes) = &mut self.lifetimes {
            lifetimes.unsettled |= !lifetimes.cyclic.is_empty();
            lifetimes.released = true;
        }
    }

    /// Of several that have died, the one that CPython would take apart first: what lay lower on the stack is let
    /// go first, and takes with it what it held.
    fn first_to_go(
        &self,
        dead: &[Handle],
        old: &FxHashMap<Handle, Link>,
        reached: &FxHashMap<Handle, Link>,
    ) -> Option<Handle> {
        let dead: FxHashSet<Handle> = dead.iter().copied().collect();
        let (_, _, top) = dead.iter().map(|&mortal| self.let_go(mortal, old, reached)).min()?;
        let mut seen = FxHashSet::default();
        let mut waiting = vec![top];
        while let Some(next) = waiting.pop() {
            if dead.contains(&next) {
                return Some(next);
            }
            let mut parts = Vec::new();
            self.each_part(next, &mut |part| {
                parts.extend(part.handle().filter(|part| !reached.contains_key(part) && seen.insert(*part)));
            });
            // Lists and tuples are taken apart from their end, which is what popping does.
            if !matches!(self.obj(next), Obj::List(_) | Obj::Tuple(_)) {
                parts.reverse();
            }
            waiting.extend(parts);
        }
        dead.into_iter().min()
    }

    /// What was let go for the object to die. Before it, what says when: where on the stack the way to it began,
    /// and its turn among what went at the same time: a list lets its last item go first.
    fn let_go(
        &self,
        mortal: Handle,
        old: &FxHashMap<Handle, Link>,
        reached: &FxHashMap<Handle, Link>,
    ) -> (u32, u32, Handle) {
        let (mut top, mut at) = (mortal, mortal);
        let mut turn = mortal.0;
        let mut place = u32::MAX;
        for _ in 0..1000 {
            match old.get(&at) {
                Some(&Link::Held(holder)) if reached.contains_key(&holder) => {
                    let by_list = at == top && matches!(self.obj(holder), Obj::List(_));
                    turn = if by_list { u32::MAX - top.0 } else { turn };
                    at = holder;
                }
                Some(&Link::Held(holder)) => (top, at, turn) = (holder, holder, holder.0),
                Some(&Link::Stack(begin)) => {
                    place = begin;
                    break;
                }
                _ => break,
            }
        }
        (place, turn, top)
    }
}

//! In which order objects die, and what happens then: as if each were taken apart when the last reference to it goes,
//! before whoever let go of it goes on. What in CPython waits on the stack of C waits here in a list.

use std::collections::VecDeque;

use rustc_hash::FxHashSet;

use super::super::{Handle, Heap, Obj, Value};
use super::{
    Lifetimes, Link, Moment,
    losses::{last_of_each, stands},
    search::Search,
};

/// What the machine has to do for an object that dies. It says when that is done: [`Heap::end_goes_on`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Call its finalizer, if it has one.
    Finalizer(Handle),
    /// It was referred to weakly: call who wanted to know.
    Callbacks(Handle, Vec<Handle>),
}

#[derive(Clone, Debug)]
pub(super) enum Work {
    /// These have lost what kept them, one after the other.
    Look(VecDeque<Handle>),
    Dying {
        object: Handle,
        stage: Stage,
        /// The machine does what the stage before this one asked for.
        waits: bool,
    },
    /// What a collection has found: the objects end together.
    Garbage { objects: Vec<Handle>, at: usize, waits: bool },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Finalizer,
    /// Its finalizer has run: it may be held again.
    Revived,
    Weak,
    /// A generator's frame may be held by others too.
    Frame,
    Parts,
}

/// What the next piece of work needs.
enum Need {
    Nothing,
    Finalizer(Handle),
    Weak(Handle),
    /// A generator lets go of its frame.
    Frame(Handle),
    /// The object is taken apart.
    Parts(Handle),
    /// Garbage: nobody knows these any more.
    WeakOfAll(Vec<Handle>),
    Sort(Vec<Handle>),
}

impl Work {
    fn waits(&self) -> bool {
        matches!(self, Self::Dying { waits: true, .. } | Self::Garbage { waits: true, .. })
    }
}

impl Lifetimes {
    /// Whether nothing has changed on any way.
    #[inline]
    fn is_quiet(&mut self, moment: &Moment) -> bool {
        let settled = self.settled.min(moment.settled);
        self.searched = self.searched.min(settled);
        // What a waiting frame owes may have changed in the last one.
        self.searched_frames = self.searched_frames.min(moment.frames.saturating_sub(1));
        let from = self.on_stack.partition_point(|&(at, _)| (at as usize) < settled);
        let is_quiet = self.works.last().is_none_or(Work::waits)
            && self.events.is_empty()
            && self.fresh.is_empty()
            && self.on_stack[from..].iter().all(|&(at, handle)| stands(moment.stack, at, handle))
            && self.machine_holds_all(moment);
        self.settled = if is_quiet { moment.settled } else { settled };
        if is_quiet {
            // In which order things went does not matter: nothing that counts did.
            self.unwinding = false;
            self.left.clear();
        }
        is_quiet
    }

    fn machine_holds_all(&self, moment: &Moment) -> bool {
        if self.by_machine.is_empty() {
            return true;
        }
        let others = (moment.beside)(0);
        self.by_machine.iter().all(|&each| others.contains(&Value::Ref(each)))
    }
}

impl Heap {
    /// What is to be done for an object that has died, if there is one: of several, the one that CPython would
    /// take apart first.
    pub fn next_ending(&mut self, moment: &Moment) -> Option<Ending> {
        if self.lifetimes.as_mut()?.is_quiet(moment) {
            return None;
        }
        loop {
            let mut life = self.lifetimes.take()?;
            let need = Search::new(self, &mut life, moment).go_on();
            self.lifetimes = Some(life);
            match need {
                Need::Nothing => {
                    let life = self.lifetimes.as_mut()?;
                    if life.count == 0 && life.works.is_empty() {
                        life.rest();
                    }
                    return None;
                }
                Need::Finalizer(object) => return Some(Ending::Finalizer(object)),
                Need::Weak(object) => {
                    let called = self.clear_weak_refs(object);
                    if !called.is_empty() {
                        return Some(Ending::Callbacks(object, called));
                    }
                    self.end_goes_on();
                }
                Need::Frame(generator) => {
                    self.leave_to_frame(generator);
                    self.end_goes_on();
                }
                Need::Parts(object) => {
                    self.drop_weak_ref(object);
                    self.release_memory(object);
                    self.forget_mortal(object);
                }
                Need::WeakOfAll(objects) => {
                    let called = self.clear_weak_refs_of_garbage(&objects);
                    if let Some(&first) = called.first() {
                        return Some(Ending::Callbacks(first, called));
                    }
                    self.end_goes_on();
                }
                Need::Sort(objects) => self.sort_garbage(&objects, moment),
            }
        }
    }

    /// The machine has done what the last ending needed.
    pub fn end_goes_on(&mut self) {
        let Some(life) = &mut self.lifetimes else { return };
        if let Some(Work::Dying { waits, .. } | Work::Garbage { waits, .. }) =
            life.works.iter_mut().rev().find(|work| work.waits())
        {
            *waits = false;
        }
    }

    /// The finalizer is called now, and never again.
    pub fn begin_finalizer(&mut self, object: Handle) {
        self.lifetimes.get_or_insert_default().finalized.insert(object);
    }

    /// The program has ended: the object is finalized though the program's names still hold it. It is not taken apart
    /// before all others are finalized, and then nobody looks.
    pub fn end_anyway(&mut self, object: Handle) {
        self.lifetimes.get_or_insert_default().forget(object);
    }

    /// A collection has found these mortals, which only rings of garbage kept, in order of creation.
    pub(in super::super) fn end_garbage(&mut self, objects: Vec<Handle>) {
        if let (false, Some(life)) = (objects.is_empty(), &mut self.lifetimes) {
            life.works.push(Work::Garbage { objects, at: 0, waits: false });
        }
    }

    /// Memory was collected: of what was known before, most is not true any more.
    pub(in super::super) fn forget_ways(&mut self, is_marked: impl Fn(Handle) -> bool) {
        let Some(mut life) = self.lifetimes.take() else { return };
        life.forget_holders();
        life.rest();
        life.nodes.keep_mortals_only();
        life.watched.clear();
        life.beside.clear();
        life.finalized.retain(|&each| is_marked(each));
        if life.count == 0 && life.works.is_empty() && life.finalized.is_empty() {
            return;
        }
        let busy: FxHashSet<Handle> = life.in_work().collect();
        life.fresh = life.nodes.mortals().into_iter().filter(|each| !busy.contains(each)).collect();
        for each in busy {
            life.set_link(each, Link::Pending);
        }
        self.lifetimes = Some(life);
    }

    /// Objects that are dying: they are still wanted.
    pub(in super::super) fn dying(&self) -> Vec<Handle> {
        self.lifetimes.as_ref().map_or_else(Vec::new, |life| life.in_work().collect())
    }

    /// Whether the object has died, as far as that is known.
    pub(in super::super) fn is_gone(&self, object: Handle) -> bool {
        self.lifetimes.as_ref().is_some_and(|life| life.gone.has(object))
    }

    /// All garbage is finalized: what can be reached again lives on.
    fn sort_garbage(&mut self, objects: &[Handle], moment: &Moment) {
        let roots = super::Roots { stack: moment.stack, others: (moment.beside)(0) };
        let reached = self.reach(&roots);
        // What they alone keep goes with them.
        let mut waiting: Vec<Handle> =
            objects.iter().copied().filter(|each| !reached.contains(each)).collect();
        let mut seen = FxHashSet::default();
        while let Some(next) = waiting.pop() {
            if seen.insert(next) {
                self.each_part(next, &mut |part| {
                    waiting.extend(part.handle().filter(|part| !reached.contains(part)));
                });
            }
        }
        if let Some(life) = &mut self.lifetimes {
            seen.into_iter().for_each(|each| life.gone.add(each));
        }
        for &object in objects {
            if reached.contains(&object) {
                let is_mortal = !self.weak_refs(object).is_empty();
                let Some(life) = &mut self.lifetimes else { return };
                life.set_link(object, Link::None);
                match is_mortal {
                    true => life.fresh.push(object),
                    false => life.forget(object),
                }
                continue;
            }
            self.drop_weak_ref(object);
            self.release_memory(object);
            let Some(life) = &mut self.lifetimes else { return };
            life.bury(object);
        }
    }
}

impl Lifetimes {
    fn in_work(&self) -> impl Iterator<Item = Handle> {
        self.works.iter().flat_map(|work| match work {
            Work::Look(objects) => objects.iter().copied().collect(),
            Work::Dying { object, .. } => vec![*object],
            Work::Garbage { objects, .. } => objects.clone(),
        })
    }

    /// The object has died for good.
    fn bury(&mut self, object: Handle) {
        self.forget(object);
        self.nodes.clear(object);
        self.finalized.remove(&object);
        self.known.remove(object);
        self.watched.remove(object);
        self.gone.add(object);
    }
}

impl Search<'_> {
    /// Works until the machine is needed.
    fn go_on(&mut self) -> Need {
        loop {
            match self.life.works.last_mut() {
                Some(Work::Look(objects)) => match objects.pop_front() {
                    None => drop(self.life.works.pop()),
                    Some(object) => self.look_at(object),
                },
                Some(Work::Dying { object, stage, waits: false }) => {
                    let (object, stage) = (*object, *stage);
                    if let Some(need) = self.end(object, stage) {
                        return need;
                    }
                }
                Some(Work::Garbage { objects, at, waits: false }) => {
                    let (objects, at) = (objects.clone(), *at);
                    return self.end_garbage(objects, at);
                }
                Some(Work::Dying { .. } | Work::Garbage { .. }) | None => {
                    let lost = self.gather();
                    if lost.is_empty() {
                        return Need::Nothing;
                    }
                    self.life.works.push(Work::Look(lost));
                }
            }
        }
    }

    fn look_at(&mut self, object: Handle) {
        if self.life.nodes.link(object) != Link::Pending {
            return;
        }
        if self.life.nodes.mortal(object) == 0 && !self.life.nodes.has_kids(object) {
            // No way leads through it any more.
            self.life.set_link(object, Link::None);
        } else if !self.is_kept(object) {
            let is_mortal = self.life.nodes.mortal(object) != 0;
            let weak_first = matches!(self.heap.obj(object), Obj::Generator(_));
            let stage = match (is_mortal, weak_first) {
                (false, _) => Stage::Parts,
                (true, true) => Stage::Weak,
                (true, false) => Stage::Finalizer,
            };
            self.life.set_link(object, Link::Pending);
            self.life.works.push(Work::Dying { object, stage, waits: false });
        }
    }

    /// One stage of an object's end.
    fn end(&mut self, object: Handle, stage: Stage) -> Option<Need> {
        let weak_first = matches!(self.heap.obj(object), Obj::Generator(_));
        let (next, need) = match stage {
            Stage::Finalizer if self.life.finalized.contains(&object) => {
                (if weak_first { Stage::Frame } else { Stage::Weak }, None)
            }
            Stage::Finalizer => (Stage::Revived, Some(Need::Finalizer(object))),
            Stage::Revived => {
                if self.life.finalized.contains(&object) && self.is_kept(object) {
                    self.life.works.pop();
                    if self.heap.weak_refs(object).is_empty() {
                        self.life.forget(object);
                    }
                    return None;
                }
                self.life.set_link(object, Link::Pending);
                (if weak_first { Stage::Frame } else { Stage::Weak }, None)
            }
            Stage::Frame => (Stage::Parts, Some(Need::Frame(object))),
            Stage::Weak => {
                (if weak_first { Stage::Finalizer } else { Stage::Parts }, Some(Need::Weak(object)))
            }
            Stage::Parts => {
                self.life.works.pop();
                self.take_apart(object);
                return Some(Need::Parts(object));
            }
        };
        if let Some(Work::Dying { stage, waits, .. }) = self.life.works.last_mut() {
            (*stage, *waits) = (next, need.is_some());
        }
        need
    }

    /// What the object held, and nothing else may hold, is to be looked at.
    fn take_apart(&mut self, object: Handle) {
        let kids: FxHashSet<Handle> = self.life.nodes.take_kids(object).into_iter().collect();
        if kids.is_empty() {
            return self.life.bury(object);
        }
        // What no way leads through yet holds what it holds until its turn.
        let mut parts = self.heap.parts_in_order(object);
        parts.retain(|part| {
            kids.contains(part) || self.life.nodes.link(*part) == Link::None && !self.heap.is_leaf(*part)
        });
        let parts = last_of_each(parts);
        parts.iter().for_each(|&part| self.life.set_link(part, Link::Pending));
        self.life.bury(object);
        self.life.works.push(Work::Look(parts.into()));
    }

    /// One stage of the end of garbage: weak references first, then each finalizer, then who is left.
    fn end_garbage(&mut self, objects: Vec<Handle>, at: usize) -> Need {
        let (next, need) = match at {
            0 => (1, Need::WeakOfAll(objects)),
            _ => {
                let left = objects.iter().skip(at - 1).position(|each| !self.life.finalized.contains(each));
                match left {
                    Some(more) => (at + more + 1, Need::Finalizer(objects[at - 1 + more])),
                    None => {
                        self.life.works.pop();
                        return Need::Sort(objects);
                    }
                }
            }
        };
        if let Some(Work::Garbage { at, waits, .. }) = self.life.works.last_mut() {
            (*at, *waits) = (next, true);
        }
        need
    }
}

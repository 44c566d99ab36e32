//! By whom an object is kept: from what has been written down of holders, brought up to date first.

use rustc_hash::FxHashSet;

use super::super::{Handle, Heap, Value};
use super::{Lifetimes, Link, Moment};

/// One look at a moment of the program, in which nothing of it changes.
pub(super) struct Search<'a> {
    pub heap: &'a Heap,
    pub life: &'a mut Lifetimes,
    pub moment: &'a Moment<'a>,
    /// Objects that nothing keeps.
    failed: FxHashSet<Handle>,
    /// Whether all that can be reached is known.
    up_to_date: bool,
}

impl<'a> Search<'a> {
    pub fn new(heap: &'a Heap, life: &'a mut Lifetimes, moment: &'a Moment<'a>) -> Self {
        Self { heap, life, moment, failed: FxHashSet::default(), up_to_date: false }
    }

    /// Finds out what keeps the object, and notes it. Says whether anything does.
    pub fn is_kept(&mut self, wanted: Handle) -> bool {
        if let Some(link) = self.root_of(wanted) {
            self.life.set_link(wanted, link);
            return true;
        }
        self.life.set_link(wanted, Link::None);
        self.bring_up_to_date();
        // Objects that would keep each other in turn, and at which of its holders each is.
        let mut path = vec![(wanted, 0)];
        let mut on_path = FxHashSet::from_iter([wanted]);
        while let Some((last, at)) = path.last_mut() {
            let last = *last;
            let Some(holder) = self.life.nodes.holder(last, *at) else {
                if self.is_held_by_machine(last) {
                    self.note_path(&path, Link::Machine);
                    return true;
                }
                self.failed.insert(last);
                path.pop();
                continue;
            };
            if self.failed.contains(&holder) || !self.still_holds(holder, last) {
                self.life.nodes.drop_holder_at(last, *at);
                continue;
            }
            *at += 1;
            if on_path.contains(&holder) {
                self.note_path(&path, Link::Ring(holder));
                return true;
            }
            if self.has_way(holder) {
                self.note_path(&path, Link::Held(holder));
                return true;
            }
            if let Some(link) = self.root_of(holder) {
                self.life.set_link(holder, link);
                self.note_path(&path, Link::Held(holder));
                return true;
            }
            on_path.insert(holder);
            path.push((holder, 0));
        }
        false
    }

    /// The last object of the path has this link, and each other one is held by the next.
    fn note_path(&mut self, path: &[(Handle, usize)], link: Link) {
        let mut link = link;
        for &(each, _) in path.iter().rev() {
            self.life.set_link(each, link);
            link = Link::Held(each);
        }
    }

    /// A root that is quick to find.
    fn root_of(&self, wanted: Handle) -> Option<Link> {
        let value = Value::Ref(wanted);
        if let Some(at) = self.moment.stack.iter().rposition(|&each| each == value) {
            return Some(Link::Stack(at as u32));
        }
        let fixed = [self.heap.prelude, self.heap.builtins, self.heap.modules];
        (fixed.contains(&value) || self.heap.as_class(value).is_some()).then_some(Link::Fixed)
    }

    fn is_held_by_machine(&self, wanted: Handle) -> bool {
        self.life.beside.has(wanted) && (self.moment.beside)(0).contains(&Value::Ref(wanted))
    }

    /// Whether the known way to the object leads to a root, or into a ring.
    fn has_way(&self, handle: Handle) -> bool {
        let mut at = handle;
        loop {
            match self.life.nodes.link(at) {
                Link::None => return false,
                Link::Stack(_) | Link::Machine | Link::Fixed | Link::Pending | Link::Ring(_) => return true,
                Link::Held(holder) => at = holder,
            }
        }
    }

    fn still_holds(&self, holder: Handle, wanted: Handle) -> bool {
        if self.life.gone.has(holder) {
            return false;
        }
        if !self.life.loose.has(holder) {
            return true;
        }
        let mut holds = false;
        self.heap.each_counted_part(holder, &mut |part| holds |= part == Value::Ref(wanted));
        holds
    }

    /// Tells everything that can be reached, and has not been told, who holds it.
    fn bring_up_to_date(&mut self) {
        if std::mem::replace(&mut self.up_to_date, true) {
            return;
        }
        let mut waiting = std::mem::take(&mut self.life.changed);
        let fixed = [self.heap.prelude, self.heap.builtins, self.heap.modules];
        let stack = &self.moment.stack[self.life.searched.min(self.moment.stack.len())..];
        self.life.searched = self.moment.stack.len();
        let beside = (self.moment.beside)(self.life.searched_frames);
        self.life.searched_frames = self.moment.frames;
        beside.iter().filter_map(|root| root.handle()).for_each(|root| self.life.beside.add(root));
        let roots = stack.iter().copied().chain(beside).chain(fixed);
        let is_new =
            |life: &Lifetimes, heap: &Heap, handle: Handle| !life.known.has(handle) && !heap.is_leaf(handle);
        waiting.extend(roots.filter_map(Value::handle).filter(|&root| is_new(self.life, self.heap, root)));
        while let Some(next) = waiting.pop() {
            if self.life.known.has(next) {
                continue;
            }
            self.life.known.add(next);
            self.life.known_count += 1;
            self.life.gone.remove(next);
            let again = self.life.loose.has(next);
            self.heap.each_counted_part(next, &mut |part| {
                let Value::Ref(part) = part else { return };
                if self.heap.is_leaf(part) {
                    return;
                }
                if self.heap.as_class(part.into()).is_none() {
                    self.life.nodes.add_holder(part, next, again);
                }
                if !self.life.known.has(part) {
                    waiting.push(part);
                }
            });
            // What keeps no count, but can be reached all the same.
            self.heap.each_part(next, &mut |part| {
                waiting.extend(part.handle().filter(|&part| is_new(self.life, self.heap, part)));
            });
        }
    }
}

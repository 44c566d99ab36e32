//! What has been let go since the last look, first things first. Knows nothing of what becomes of it.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{Handle, Value};
use super::{Event, Link, search::Search};

pub(super) fn stands(stack: &[Value], at: u32, handle: Handle) -> bool {
    stack.get(at as usize) == Some(&Value::Ref(handle))
}

/// What is let go several times dies with the last.
pub(super) fn last_of_each(mut objects: Vec<Handle>) -> Vec<Handle> {
    let mut seen = FxHashSet::default();
    objects.reverse();
    objects.retain(|&each| seen.insert(each));
    objects.reverse();
    objects
}

impl Search<'_> {
    /// All that has lost its link since the last look, in the order in which it was let go.
    pub(super) fn gather(&mut self) -> VecDeque<Handle> {
        let mut lost = Vec::new();
        for event in std::mem::take(&mut self.life.events) {
            match event {
                Event::Lost(holder, part) => {
                    lost.extend(self.life.nodes.is_held_by(part, holder).then_some(part));
                }
                Event::Touched(holder) => self.compare(holder, &mut lost),
            }
        }
        let mut lost = last_of_each(lost);
        lost.iter().for_each(|&each| self.life.set_link(each, Link::Pending));
        let from = self.life.on_stack.partition_point(|&(at, _)| (at as usize) < self.life.settled);
        let above = self.life.on_stack.split_off(from);
        let (held, mut broken): (Vec<_>, Vec<_>) =
            above.into_iter().partition(|&(at, handle)| stands(self.moment.stack, at, handle));
        self.life.on_stack.extend(held);
        broken.retain(|&(at, handle)| self.life.nodes.link(handle) == Link::Stack(at));
        let left: FxHashMap<Handle, u32> = self.life.left.drain(..).collect();
        broken.iter_mut().for_each(|(at, handle)| *at = left.get(handle).copied().unwrap_or(*at));
        broken.extend(
            left.into_iter()
                .filter(|&(each, _)| self.life.nodes.link(each) == Link::None)
                .map(|(each, at)| (at, each)),
        );
        broken.sort_unstable();
        if std::mem::take(&mut self.life.unwinding) {
            broken.reverse();
        }
        lost.extend(broken.into_iter().map(|(_, handle)| handle));
        self.life.settled = self.moment.settled;
        if !self.life.by_machine.is_empty() {
            let others = (self.moment.beside)(0);
            let (held, broken): (Vec<_>, Vec<_>) = std::mem::take(&mut self.life.by_machine)
                .into_iter()
                .filter(|&each| self.life.nodes.link(each) == Link::Machine)
                .partition(|&each| others.contains(&Value::Ref(each)));
            self.life.by_machine = held;
            lost.extend(broken);
        }
        let fresh = std::mem::take(&mut self.life.fresh);
        lost.extend(
            fresh.into_iter().filter(|&each| {
                self.life.nodes.link(each) == Link::None && self.life.nodes.mortal(each) != 0
            }),
        );
        for &each in &lost {
            self.life.set_link(each, Link::Pending);
            // What it holds must be known, though nothing reaches it any more.
            if !self.life.known.has(each) {
                self.life.changed.push(each);
            }
        }
        lost.into()
    }

    /// Which of those that the object was the link of it holds no longer.
    fn compare(&mut self, holder: Handle, lost: &mut Vec<Handle>) {
        let kids = self.life.nodes.take_kids(holder);
        let mut missing: FxHashSet<Handle> = kids.iter().copied().collect();
        if !missing.is_empty() {
            self.heap.each_counted_part(holder, &mut |part| {
                if let Value::Ref(part) = part {
                    missing.remove(&part);
                }
            });
        }
        lost.extend(kids.iter().copied().filter(|kid| missing.contains(kid)));
        let held: Vec<Handle> = kids.into_iter().filter(|kid| !missing.contains(kid)).collect();
        if held.is_empty() {
            self.life.watched.remove(holder);
        }
        self.life.nodes.put_kids(holder, held);
    }
}

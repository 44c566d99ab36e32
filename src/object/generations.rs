//! In which order a collection of CPython comes upon objects: that is the order in which the garbage among them ends.
//! Its list of containers begins in the order in which they were made; one that is met before whoever holds it goes to
//! the end of the list. Knows nothing of what a collection does.

use std::rc::Rc;

use super::{Handle, Heap, Obj, Value};

/// What is known of an object while the list is gone through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Met {
    /// It is no container, or part of one.
    NotListed,
    /// Nothing that was met holds it yet.
    Unheld,
    Held,
    /// It was met, and nothing held it.
    Doubtful,
}

/// How a collection has left the list.
pub(super) struct Order {
    kept: Vec<Handle>,
    pub garbage: Vec<Handle>,
}

impl Heap {
    /// From now on each collection leaves its order behind.
    pub fn keep_order(&mut self) {
        self.order.get_or_insert_default();
    }

    /// The order of a collection from these roots, if anything could tell it.
    pub(super) fn collection_order(&self, roots: &[Value]) -> Option<Order> {
        if self.order.is_none() && !self.has_mortals() {
            return None;
        }
        let mut met = vec![Met::NotListed; self.pages() * 64];
        let mut list = self.listed(&mut met);
        for root in [self.prelude, self.builtins, self.modules].iter().chain(roots) {
            if let Some(root) = root.handle() {
                hold(&mut met, &mut list, root);
                // What is no container may hold some.
                self.each_listed_part(&mut met, &mut list, root);
            }
        }
        let (mut kept, mut garbage) = (Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(&next) = list.get(at) {
            at += 1;
            if met[next.0 as usize] == Met::Held {
                kept.push(next);
                self.each_listed_part(&mut met, &mut list, next);
            } else {
                met[next.0 as usize] = Met::Doubtful;
                garbage.push(next);
            }
        }
        garbage.retain(|each| met[each.0 as usize] == Met::Doubtful);
        Some(Order { kept, garbage })
    }

    /// What is left of the list.
    pub(super) fn leave_order(&mut self, order: Order, is_marked: impl Fn(Handle) -> bool) {
        let all = order.kept.into_iter().chain(order.garbage);
        self.order = Some(Rc::new(all.filter(|&each| is_marked(each)).collect()));
    }

    /// All containers: as the last collection has left them, and those that were made since in the order of their
    /// making, which is that of their places.
    fn listed(&self, met: &mut [Met]) -> Vec<Handle> {
        for each in self.live_handles().filter(|&each| super::garbage::is_container(self.obj(each))) {
            met[each.0 as usize] = Met::Unheld;
        }
        // The attributes of an instance lie in it.
        for each in self.live_handles() {
            if let (Obj::Plain | Obj::Slots(_), Some(dict)) = (self.obj(each), self.slot(each).dict) {
                met[dict.handle().0 as usize] = Met::NotListed;
            }
        }
        let is_listed = |met: &[Met], each: Handle| met[each.0 as usize] == Met::Unheld;
        let mut list: Vec<Handle> = self.order.iter().flat_map(|order| order.iter().copied()).collect();
        list.retain(|&each| is_listed(met, each));
        list.iter().for_each(|each| met[each.0 as usize] = Met::NotListed);
        let old = list.len();
        list.extend(self.live_handles().filter(|&each| is_listed(met, each)));
        list[..old].iter().for_each(|each| met[each.0 as usize] = Met::Unheld);
        list
    }

    /// What a container holds is held.
    fn each_listed_part(&self, met: &mut [Met], list: &mut Vec<Handle>, holder: Handle) {
        let slot = self.slot(holder);
        match &slot.obj {
            Obj::List(items) => items.iter().rev().for_each(|part| see(met, list, *part)),
            Obj::Tuple(items) => items.iter().rev().for_each(|part| see(met, list, *part)),
            obj => obj.visit(&mut |part| see(met, list, part)),
        }
        if let Some(dict) = slot.dict {
            match met[dict.handle().0 as usize] {
                Met::NotListed => self.obj(dict.handle()).visit(&mut |part| see(met, list, part)),
                _ => hold(met, list, dict.handle()),
            }
        }
        hold(met, list, slot.class);
    }
}

fn see(met: &mut [Met], list: &mut Vec<Handle>, part: Value) {
    if let Value::Ref(part) = part {
        hold(met, list, part);
    }
}

fn hold(met: &mut [Met], list: &mut Vec<Handle>, part: Handle) {
    let state = &mut met[part.0 as usize];
    match *state {
        Met::NotListed | Met::Held => {}
        Met::Unheld => *state = Met::Held,
        Met::Doubtful => {
            *state = Met::Held;
            list.push(part);
        }
    }
}

//! What cannot be reached any more though cycles keep it, and who refers to whom: for programs that ask.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{DictHandle, Handle, Heap, Obj, Roots, Value, symbols};

impl Heap {
    /// How many containers are garbage that refers to itself, or that only such garbage keeps.
    pub fn count_cyclic_garbage(&self, roots: &Roots) -> usize {
        let fixed = (0..=symbols::EMPTY_TUPLE.0).map(|fixed| Value::Ref(Handle(fixed)));
        let others = roots.others.iter().copied().chain(fixed).collect();
        let reached = self.reach(&Roots { stack: roots.stack, others });
        let is_dead = |each: &Handle| !reached.contains(each) && !self.is_gone(*each);
        let dead: Vec<Handle> = self.live_handles().filter(is_dead).collect();
        let dead_set: FxHashSet<Handle> = dead.iter().copied().collect();
        let parts_of = |handle: Handle| {
            let mut parts = Vec::new();
            self.each_part(handle, &mut |part| {
                parts.extend(part.handle().filter(|part| dead_set.contains(part)));
            });
            parts
        };
        let mut kept: FxHashSet<Handle> = FxHashSet::default();
        let mut waiting: Vec<Handle> = in_cycles(&dead, &parts_of);
        while let Some(next) = waiting.pop() {
            if kept.insert(next) {
                waiting.extend(parts_of(next));
            }
        }
        // The attributes of an instance lie in it, as long as nobody asks for their dict.
        let inside: FxHashSet<Handle> = dead
            .iter()
            .filter(|&&each| matches!(self.obj(each), Obj::Plain | Obj::Slots(_)))
            .filter_map(|&each| self.slot(each).dict.map(DictHandle::handle))
            .collect();
        kept.iter().filter(|each| !inside.contains(each) && is_container(self.obj(**each))).count()
    }

    /// Everything that can be reached.
    pub(super) fn reach(&self, roots: &Roots) -> FxHashSet<Handle> {
        let own = [self.prelude, self.builtins, self.modules];
        let all = roots.stack.iter().copied().chain(own).chain(roots.others.iter().copied());
        let mut waiting: Vec<Handle> = all.filter_map(Value::handle).collect();
        let mut reached = FxHashSet::default();
        while let Some(next) = waiting.pop() {
            if reached.insert(next) {
                self.each_part(next, &mut |part| waiting.extend(part.handle()));
            }
        }
        reached
    }

    /// How many references to the value there are: on the stack and in whatever can be reached.
    pub fn count_references(&self, roots: &Roots, value: Value) -> usize {
        let on_stack = roots.stack.iter().filter(|&&each| each == value).count();
        let mut inside = 0;
        for &holder in &self.reach(roots) {
            // A function's code object holds its own constants.
            let own = matches!(self.obj(holder), Obj::Function(_) | Obj::Generator(_) | Obj::Traceback(_));
            let mut here = 0;
            self.each_part(holder, &mut |part| here += usize::from(part == value));
            inside += if own { here.min(1) } else { here };
        }
        on_stack + inside
    }

    /// The containers that can be reached and refer to one of these objects; attributes count for whose they are.
    pub fn referrers(&self, roots: &Roots, wanted: &[Value]) -> Vec<Handle> {
        let reached = self.reach(roots);
        let owners: FxHashMap<Handle, Handle> = reached
            .iter()
            .filter(|&&each| matches!(self.obj(each), Obj::Plain | Obj::Slots(_)))
            .filter_map(|&each| Some((self.slot(each).dict?.handle(), each)))
            .collect();
        let mut found: Vec<Handle> = reached
            .iter()
            .copied()
            .filter(|&holder| {
                let mut refers = false;
                self.obj(holder).visit(&mut |part| refers |= wanted.contains(&part));
                refers && is_container(self.obj(holder))
            })
            .map(|holder| owners.get(&holder).copied().unwrap_or(holder))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

pub(super) fn is_container(obj: &Obj) -> bool {
    !matches!(
        obj,
        Obj::Free
            | Obj::Int(_)
            | Obj::Float(_)
            | Obj::Complex(_)
            | Obj::Str(_)
            | Obj::Bytes(_)
            | Obj::Code(_)
    )
}

/// The nodes of a graph from which a way leads back to themselves: Tarjan's search, without recursion.
fn in_cycles(nodes: &[Handle], parts_of: &impl Fn(Handle) -> Vec<Handle>) -> Vec<Handle> {
    let mut number: FxHashMap<Handle, (usize, usize)> = FxHashMap::default();
    let (mut open, mut is_open) = (Vec::new(), FxHashSet::default());
    let mut found = Vec::new();
    for &start in nodes {
        if number.contains_key(&start) {
            continue;
        }
        let mut work: Vec<(Handle, Vec<Handle>)> = vec![(start, parts_of(start))];
        number.insert(start, (number.len(), number.len()));
        open.push(start);
        is_open.insert(start);
        while let Some((node, parts)) = work.last_mut() {
            let node = *node;
            if let Some(part) = parts.pop() {
                if part == node {
                    found.push(node);
                } else if !number.contains_key(&part) {
                    let next = number.len();
                    number.insert(part, (next, next));
                    open.push(part);
                    is_open.insert(part);
                    work.push((part, parts_of(part)));
                } else if is_open.contains(&part) {
                    let seen = number[&part].0;
                    let low = &mut number.get_mut(&node).expect("it was numbered").1;
                    *low = seen.min(*low);
                }
                continue;
            }
            work.pop();
            let (index, low) = number[&node];
            if let Some((outer, _)) = work.last() {
                let outer = &mut number.get_mut(outer).expect("it was numbered").1;
                *outer = low.min(*outer);
            }
            if index == low {
                let at = open.iter().rposition(|&each| each == node).expect("it is open");
                let group = open.split_off(at);
                group.iter().for_each(|each| {
                    is_open.remove(each);
                });
                if group.len() > 1 {
                    found.extend(group);
                }
            }
        }
    }
    found
}
